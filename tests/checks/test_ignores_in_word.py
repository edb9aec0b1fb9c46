"""Passages that a Word draft sets aside by a comment: its words waived, nothing else; an unused or bare mark told."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx as second_writer
import pytest

from reportdiff import api
from reportdiff.model.errors import InvalidSettings
from tests.making.docx_comments import noted, reference, with_comments
from tests.making.docx_files import HEAD, W, deleted, inserted, paragraph, run, table

ONE = "The population of Peru is 21 million people."
OTHER = "Two-way trade between the United States and Peru is $3 billion."
WHY = "quoted from the 2017 report"
MARK = f"reportdiff-ignore: {WHY}"
FIRST = [("ignored", "21 million people"), ("stale", "$3 billion")]


def lint(data: bytes, root: Path) -> list[tuple[str, str]]:
    """What is found, as the rule or as ignored, with its figure; sorted."""
    found = api.lint(data, name="draft.docx", folder=root, subject="peru")
    assert all(each.waived is None or each.waived.reason == WHY for each in found)
    return sorted(
        (
            "ignored" if each.waived else each.rule.name,
            each.old.claim.quote.exact if each.old else "",
        )
        for each in found
    )


@pytest.mark.parametrize(
    "body",
    [
        paragraph(noted(run(ONE))) + paragraph(OTHER),
        paragraph(noted(run(ONE)) + run(" " + OTHER)),
        paragraph(run("The population of Peru is ") + noted(run("21")) + run(" million people.")) + paragraph(OTHER),
        paragraph(run("The population of Peru is ") + noted(run("2", "<w:b/>") + run("1 million")) + run(" people."))
        + paragraph(OTHER),
        paragraph(run(OTHER)) + paragraph(reference() + run(ONE)),
        paragraph(run(OTHER)) + paragraph(run(ONE) + noted("")),
        noted(paragraph("Before.") + paragraph(ONE)) + paragraph(OTHER),
        paragraph('<w:commentRangeStart w:id="0"/>' + run("From here")) + table([["What", "Said"], ["One", ONE]])
        + paragraph(run("to here.") + '<w:commentRangeEnd w:id="0"/>' + reference()) + paragraph(OTHER),
        table([["What", f"<w:tc><w:tcPr/>{paragraph(noted(run(ONE)))}</w:tc>"], ["Trade", OTHER]]),
        paragraph(noted(inserted(ONE) + deleted(OTHER))) + paragraph(OTHER),
        paragraph(f'<w:ins w:id="9" w:author="Ann">{noted(run(ONE))}</w:ins>') + paragraph(OTHER),
    ],
    ids=[
        "paragraph", "sentence", "a word of the figure", "several runs", "no range", "an empty range",
        "a range between paragraphs", "across a table", "in a cell", "tracked changes inside", "inside tracked changes",
    ],
)  # fmt: skip
def test_a_comment_stands_for_the_words_that_it_is_fastened_to(body: str, root: Path) -> None:
    assert lint(with_comments(body, [MARK]), root) == FIRST


def test_a_comment_on_other_words_of_the_sentence_is_of_no_use_and_told(root: Path) -> None:
    data = with_comments(paragraph(noted(run("The population")) + run(ONE.removeprefix("The population"))), [MARK])
    assert lint(data, root) == [("ignore-unused", ""), ("stale", "21 million people")]
    (unused,) = [
        each for each in api.lint(data, name="d.docx", folder=root, subject="peru") if each.rule.name == "ignore-unused"
    ]
    assert unused.place is not None
    place = unused.place
    assert (place.path, place.line, place.column, place.end_line, place.end_column) == ("d.docx", 1, 1, 1, 15)


@pytest.mark.parametrize(
    "words",
    [
        MARK,
        f"Reportdiff-ignore: {WHY}",
        f"reportdiff\N{NON-BREAKING HYPHEN}ignore :\n{WHY}",
        f"reportdiff-ignore: {WHY.replace(' ', chr(10))}",
    ],
)
def test_what_word_makes_of_a_mark_is_one_too(words: str, root: Path) -> None:
    data = with_comments(paragraph(noted(run(ONE))) + paragraph(OTHER), [words])
    assert lint(data, root) == FIRST


def test_of_several_comments_a_reply_may_be_the_mark(root: Path) -> None:
    body = paragraph(noted(noted(run(ONE), 1))) + paragraph(OTHER)
    assert lint(with_comments(body, ["Is this still right?", MARK]), root) == FIRST


@pytest.mark.parametrize("words", ["", "Please check", f"No {MARK}", "reportdiff-ignored: why"])
def test_other_comments_set_nothing_aside(words: str, root: Path) -> None:
    assert [rule for rule, _ in lint(with_comments(paragraph(noted(run(ONE))), [words]), root)] == ["stale"]


def test_a_comment_on_words_that_are_gone_sets_nothing_aside(root: Path) -> None:
    data = with_comments(paragraph(noted(deleted("It is old.")) + run(ONE)), [MARK])
    assert lint(data, root) == [("stale", "21 million people")]


@pytest.mark.parametrize("words", ["reportdiff-ignore", "Reportdiff-ignore: ", "reportdiff-ignore because it is old"])
def test_a_mark_without_a_reason_is_refused_with_its_paragraph(words: str, root: Path) -> None:
    data = with_comments(paragraph("A draft") + paragraph(noted(run(ONE))), [words])
    with pytest.raises(InvalidSettings, match=r"draft\.docx:2: an ignore tells no reason; begin it with"):
        lint(data, root)


def test_a_footnote_is_set_aside(root: Path) -> None:
    note = f'<w:footnote w:id="2">{paragraph(noted(run(ONE)))}</w:footnote>'
    data = with_comments(
        paragraph(OTHER),
        [MARK],
        parts={"word/footnotes.xml": f'{HEAD}<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'},
        ties={"footnotes": "footnotes.xml"},
    )
    assert lint(data, root) == FIRST


@pytest.mark.parametrize("before", ["", "Host. "])
def test_a_text_box_is_set_aside_with_the_run_that_it_hangs_on_alone(before: str, root: Path) -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(ONE)}</w:txbxContent></v:textbox></w:pict></w:r>"
    body = paragraph(noted(box + (run(before) if before else "")) + run(OTHER))
    assert lint(with_comments(body, [MARK]), root) == FIRST


def test_a_comment_that_another_program_made(root: Path) -> None:
    document = second_writer.Document()
    first = document.add_paragraph("The population of Peru is ")
    figure = first.add_run("21 million")
    first.add_run(" people.")
    document.add_paragraph(OTHER)
    document.add_comment(figure, text=MARK, author="Ann", initials="A")
    target = BytesIO()
    document.save(target)
    assert lint(target.getvalue(), root) == FIRST
