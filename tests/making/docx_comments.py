"""Word files with comments of their writers, part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.making.docx_files import CONTENT_TYPES, HEAD, W, docx, paragraph

_TYPES = CONTENT_TYPES.replace(
    "</Types>",
    '<Override PartName="/word/comments.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
)


def noted(content: str, number: int = 0) -> str:
    """Runs with comment *number* on them."""
    return f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{reference(number)}'


def reference(number: int = 0) -> str:
    """The mark of a comment in the text."""
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def with_comments(
    body: str, comments: Sequence[str], *, parts: Mapping[str, str] | None = None, ties: Mapping[str, str] | None = None
) -> bytes:
    """A Word file whose comments say *comments*, each a line a paragraph, numbered from 0."""
    said = "".join(
        f'<w:comment w:id="{number}" w:author="Ann" w:initials="A" w:date="2024-02-01T09:00:00Z">'
        f"{''.join(map(paragraph, words.split(chr(10))))}</w:comment>"
        for number, words in enumerate(comments)
    )
    return docx(
        body,
        parts={
            "[Content_Types].xml": _TYPES,
            "word/comments.xml": f'{HEAD}<w:comments xmlns:w="{W}">{said}</w:comments>',
            **(parts or {}),
        },
        ties={"comments": "comments.xml", **(ties or {})},
    )
