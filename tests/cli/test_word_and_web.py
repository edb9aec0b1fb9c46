"""Web pages and Word files on the command line: places, comments, tracked changes, refusals."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx as second_reader
import pytest

from tests.cli.conftest import Run
from tests.making.docx_files import deleted, docx, inserted, paragraph, table
from tests.making.docx_files import run as run_of
from tests.making.html_pages import PAGES

FIGURE = "About 31 percent of the population lives in poverty."
REST = "Two-way trade increased from $9 billion in 2009 to $14 billion in 2015."


@pytest.mark.parametrize("shape", PAGES)
def test_lint_points_into_a_web_page(run: Run, store: Path, shape: str) -> None:
    page = PAGES[shape](
        f"<p>{REST}</p>\n<p>Utopia today: <b>About 31&nbsp;percent</b> of its population lives in poverty.</p>",
        "Utopia",
        "2016-05-01",
    )
    (store / "page.html").write_text(page, "utf-8")
    outcome = run("lint", "page.html", "--subject", "utopia", "--format", "line")
    at = page.index("About 31")
    line, column = page.count("\n", 0, at) + 1, at - page.rfind("\n", 0, at)
    assert f"page.html:{line}:{column}: warning RD301 stale" in outcome.out
    assert outcome.out.count("\n") == 1


def test_standard_input_is_a_web_page_by_its_name(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        buffer = BytesIO(f"<nav>Menu 5</nav><p>{FIGURE}".encode())

    monkeypatch.setattr("sys.stdin", Standard)
    outcome = run("lint", "-", "--stdin-filename", "pages/page.html", "--subject", "utopia", "--format", "line")
    assert "pages/page.html:1:21: warning RD301 stale" in outcome.out


def test_a_page_in_another_encoding_is_read_by_what_it_declares(run: Run, store: Path) -> None:
    page = f'<meta charset="windows-1252"><p>The ministry’s plan – {FIGURE}'
    (store / "page.html").write_bytes(page.encode("cp1252"))
    shown = run("normalize", "page.html", "--format", "text").out
    assert "31 percent" in shown
    assert run("lint", "page.html", "--subject", "utopia").out.count("RD301") == 1


def test_a_page_that_scripts_fill_is_refused(run: Run, store: Path) -> None:
    (store / "page.html").write_text("<html><body><div id=app></div><script>fill()</script>", "utf-8")
    outcome = run("normalize", "page.html")
    assert outcome.code == 3
    assert outcome.err.count("\n") == 1
    assert "page.html: no text is in it" in outcome.err


def test_lint_annotates_a_word_draft_and_leaves_the_draft(run: Run, store: Path) -> None:
    draft = docx(paragraph("On Utopia", "Title") + paragraph(REST) + table([["What", "It says"], ["Poverty", FIGURE]]))
    (store / "draft.docx").write_bytes(draft)
    outcome = run("lint", "draft.docx", "--subject", "utopia", "--annotate", "noted.docx", "--format", "line")
    assert "draft.docx:6:1: warning RD301 stale" in outcome.out
    (comment,) = second_reader.Document(str(store / "noted.docx")).comments
    assert "overtaken by" in comment.text
    assert (store / "draft.docx").read_bytes() == draft


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lint", "draft.docx", "--annotate", "draft.docx"), "this is the draft itself"),
        (("lint", "draft.docx", "trade.txt", "--annotate", "out.docx"), "takes one Word draft"),
        (("lint", "trade.txt", "--annotate", "out.docx"), "takes one Word draft"),
        (("diff", "trade.txt", "draft.docx", "--redline", "out.docx"), "takes two Word files"),
        (("diff", "draft.docx", "draft.docx", "--redline", "draft.docx"), "name another one"),
    ],
)
def test_what_cannot_be_written_is_refused_in_one_line(
    run: Run, store: Path, arguments: tuple[str, ...], said: str
) -> None:
    (store / "draft.docx").write_bytes(docx(paragraph(FIGURE)))
    (store / "trade.txt").write_text(FIGURE, "utf-8")
    outcome = run(*arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert not (store / "out.docx").exists()


def test_diff_writes_a_redline_of_two_word_files(run: Run, store: Path) -> None:
    (store / "old.docx").write_bytes(docx(paragraph(REST)))
    (store / "new.docx").write_bytes(docx(paragraph(REST.replace("$14 billion in 2015", "$22 billion in 2022"))))
    outcome = run("diff", "old.docx", "new.docx", "--redline", "marked.docx")
    assert outcome.code == 0
    assert "update, up 57 %" in outcome.out
    marked = second_reader.Document(str(store / "marked.docx"))
    assert "$22 billion" in "".join(node.text or "" for node in marked.element.body.iter() if node.tag.endswith("}t"))


def test_a_word_file_with_a_secret_bomb_leaves_the_store_as_it_was(run: Run, store: Path) -> None:
    before = sorted(path.name for path in (store / "snapshots").rglob("*"))
    (store / "bomb.docx").write_bytes(docx("", parts={"word/media/x.xml": " " * 50_000_000}))
    outcome = run("add", "bomb.docx", "--subject", "utopia", "--publisher", "state", "--published", "2024-01-01")
    assert outcome.code == 3
    assert "bomb.docx: unpacks to more than" in outcome.err
    assert sorted(path.name for path in (store / "snapshots").rglob("*")) == before


def test_what_tracked_changes_change_is_a_diff_against_the_original(run: Run, store: Path) -> None:
    body = (
        run_of("rose from $9 billion in 2009 to ")
        + deleted("$14 billion")
        + inserted("$22 billion")
        + run_of(" in 2022.")
    )
    (store / "draft.docx").write_bytes(docx(paragraph(run_of("Two-way trade ") + body)))
    assert run("normalize", "draft.docx", "--original", "-o", "before.json").code == 0
    assert "$14 billion" in (store / "before.json").read_text("utf-8")
    compared = run("diff", "before.json", "draft.docx").out
    assert "$14 billion" in compared
    assert "$22 billion" in compared
    refused = run("normalize", "before.txt", "--original")
    assert refused.code == 3
    (store / "before.txt").write_text(FIGURE, "utf-8")
    refused = run("normalize", "before.txt", "--original")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
