"""``reportdiff site`` and ``reportdiff diff --format html``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from reportdiff.reports.site import templates
from tests.cli.conftest import CRS, STATE, Run

PAGES = {
    ".reportdiff-written",
    "index.html",
    "feed.xml",
    "utopia/index.html",
    "utopia/feed.xml",
    "utopia/economy.html",
    "utopia/trade.html",
    "utopia/editions/crs-2024-01-10.html",
    "utopia/editions/state-2017-01-25.html",
    "utopia/compare/state-2017-01-25/crs-2024-01-10.html",
}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_site_is_written_whole_and_again_the_same(run: Run, store: Path) -> None:
    done = run("site", "-o", "public")
    assert (done.code, done.out) == (0, "")
    assert done.err == "9 pages in public; open public/index.html\n"
    first = files(store / "public")
    assert set(first) == PAGES
    assert run("site", "-o", "public").code == 0
    assert files(store / "public") == first


def test_the_site_does_not_depend_on_where_it_lies(run: Run, store: Path) -> None:
    run("site", "-o", "a")
    run("site", "-o", "deep/er/b", "--subject", "utopia")
    assert files(store / "a") == files(store / "deep/er/b")


def test_pages_of_what_is_no_more_are_removed_and_nothing_else(run: Run, store: Path) -> None:
    run("site", "-o", "public")
    (store / "public" / "CNAME").write_text("reports.example\n", "utf-8")
    (store / "public" / "utopia" / "own.html").write_text("mine", "utf-8")
    shutil.rmtree(store / "snapshots" / "utopia" / "crs-2024-01-10")
    done = run("site", "-o", "public")
    assert done.code == 0
    assert "old ones removed" in done.err
    there = set(files(store / "public"))
    assert {"CNAME", "utopia/own.html", "utopia/editions/state-2017-01-25.html"} <= there
    assert not any("crs-2024-01-10" in name for name in there)
    assert not (store / "public" / "utopia" / "compare").exists()
    run("site", "-o", "fresh")
    assert set(files(store / "fresh")) == there - {"CNAME", "utopia/own.html"}


def test_a_page_that_somebody_changed_stays(run: Run, store: Path) -> None:
    run("site", "-o", "public")
    page = store / "public" / "utopia" / "editions" / "crs-2024-01-10.html"
    page.write_text("mine", "utf-8")
    shutil.rmtree(store / "snapshots" / "utopia" / "crs-2024-01-10")
    assert run("site", "-o", "public").code == 0
    assert page.read_text("utf-8") == "mine"


def test_pages_of_other_subjects_stay_when_one_is_written(run: Run, store: Path) -> None:
    for name, subject in (("a.txt", "utopia"), ("b.txt", "atlantis")):
        (store / name).write_text(f"Trade of {subject} was $3 billion in 2015.\n", "utf-8")
        run("add", name, "--subject", subject, "--publisher", "desk", "--published", "2020-01-01")
    run("site", "-o", "public")
    before = set(files(store / "public"))
    shutil.rmtree(store / "snapshots" / "utopia" / "desk-2020-01-01")
    run("site", "-o", "public", "--subject", "utopia")
    gone = before - set(files(store / "public"))
    assert gone
    assert all(name.startswith("utopia/") for name in gone)
    assert "utopia/editions/desk-2020-01-01.html" in gone
    assert any(name.startswith("atlantis/") for name in before)
    run("site", "-o", "public")
    assert set(files(store / "public")) == before - gone


def test_a_damaged_list_of_pages_is_refused_before_anything_is_written(run: Run, store: Path) -> None:
    run("site", "-o", "public")
    before = files(store / "public")
    (store / "public" / ".reportdiff-written").write_text("x\n", "utf-8")
    done = run("site", "-o", "public")
    assert done.code == 3
    assert "line 1 names no file that was written" in done.err
    assert {**before, ".reportdiff-written": b"x\n"} == files(store / "public")


def test_an_unknown_subject_is_refused(run: Run, store: Path) -> None:
    done = run("site", "-o", "public", "--subject", "atlantis")
    assert (done.code, done.out) == (4, "")
    assert "atlantis" in done.err
    assert "utopia" in done.err
    assert not (store / "public").exists()


def test_without_a_store_there_is_nothing_to_show(run: Run) -> None:
    assert run("site", "-o", "public").code == 4


def test_an_empty_store_is_refused(run: Run) -> None:
    run("init")
    done = run("site", "-o", "public")
    assert done.code == 4
    assert "reportdiff add" in done.err


def test_a_file_is_no_place_for_pages(run: Run, store: Path) -> None:
    (store / "public").write_text("x", "utf-8")
    done = run("site", "-o", "public")
    assert done.code == 2
    assert "name a folder" in done.err
    assert (store / "public").read_text("utf-8") == "x"


def test_the_folder_has_to_be_named(run: Run, store: Path) -> None:
    assert run("site").code == 2


def test_two_reports_make_one_page(run: Run, store: Path) -> None:
    done = run("diff", "state-2017", "crs-2024", "--format", "html", "-o", "page.html")
    assert (done.code, done.out, done.err) == (0, "", "")
    page = (store / "page.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert page == run("diff", "state-2017", "crs-2024", "--format", "html").out
    for words in ("over $22 billion (2022)", 'id="glance"', 'id="framing"', 'id="text"'):
        assert words in page


@pytest.mark.parametrize(
    ("only", "there", "absent"),
    [
        ("figures", ["figures"], ["facts", "framing", "text"]),
        ("text", ["text"], ["figures", "framing"]),
        ("framing", ["framing"], ["figures", "text"]),
    ],
)
def test_the_page_shows_what_is_asked_for(
    run: Run, store: Path, only: str, there: list[str], absent: list[str]
) -> None:
    page = run("diff", "state-2017", "crs-2024", "--format", "html", "--only", only).out
    assert [name for name in there if f'<section id="{name}"' not in page] == []
    assert [name for name in absent if f'<section id="{name}"' in page] == []


def test_two_files_make_a_page_without_a_store(run: Run, tmp_path: Path) -> None:
    for name, text in (("old.txt", STATE), ("new.txt", CRS)):
        (tmp_path / name).write_text(text, "utf-8")
    done = run("diff", "old.txt", "new.txt", "--format", "html")
    assert done.code == 0
    assert str(tmp_path) not in done.out
    assert "old.txt" in done.out


def test_without_its_package_one_line_says_what_to_install(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates.environment_of.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    for command in (("site", "-o", "public"), ("diff", "state-2017", "crs-2024", "--format", "html")):
        done = run(*command)
        assert (done.code, done.out) == (3, "")
        assert done.err == "reportdiff: pages need jinja2, which is not installed; pip install 'reportdiff[site]'\n"
    assert not (store / "public").exists()
