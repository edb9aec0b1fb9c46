"""What a document says of itself: front matter, and a date alone on a line above the text. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportdiff.model.text import BlockKind, Text
from reportdiff.sources.dates import read_date_line
from reportdiff.sources.frontmatter import read_front_matter
from reportdiff.sources.kinds import is_report_number

_DATE_NAMES = ("published", "published_time", "publication_date", "date_published", "date", "pubdate", "issued")
_ISO_DAY = re.compile(r"([12][0-9]{3}-[0-9]{2}-[0-9]{2})(?:$|[T\s])")
_HEAD_BLOCKS = 12
_PROSE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What stands in the document about itself; None for what does not.

    ``number`` is the number of a report alone on a line (``IF12345``), when there is just one.
    """

    title: str | None = None
    published: date | None = None
    subject: str | None = None
    publisher: str | None = None
    document: str | None = None
    url: str | None = None
    number: str | None = None


def find_metadata(text: Text, source: str = "") -> Metadata:
    """What the front matter of *source* and the lines above the prose of *text* say; front matter goes first.

    Two different dates above the prose tell nothing.
    """
    entries = read_front_matter(source)
    dates = set(_dates_above(text))
    return Metadata(
        title=entries.get("title") or text.title,
        published=_published(entries) or (dates.pop() if len(dates) == 1 else None),
        subject=entries.get("subject") or entries.get("country"),
        publisher=entries.get("publisher"),
        document=entries.get("document"),
        url=entries.get("source_url") or entries.get("url"),
        number=_number(text),
    )


def _published(entries: dict[str, str]) -> date | None:
    for name in _DATE_NAMES:
        value = entries.get(name, "")
        found = _ISO_DAY.match(value)
        day = read_date_line(found[1] if found else value)
        if day is not None:
            return day
    return None


def _dates_above(text: Text) -> Iterator[date]:
    """The dates alone on a line among the headings and short lines above the first prose."""
    for block in text.blocks[:_HEAD_BLOCKS]:
        line = text.content[block.start : block.end]
        day = read_date_line(line)
        if day is not None:
            yield day
        elif block.kind is BlockKind.PARAGRAPH and (len(line) >= _PROSE or line.endswith((".", "”", '"'))):
            return


def _number(text: Text) -> str | None:
    lines = (text.content[b.start : b.end] for b in text.blocks if b.kind is BlockKind.FURNITURE)
    numbers = {line for line in lines if is_report_number(line)}
    return numbers.pop() if len(numbers) == 1 else None
