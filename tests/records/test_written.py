"""The list of files that the program wrote: read back the same, and nothing else is ever removed by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.records.written import LIST, digest_of, read_written, remove_written, write_list

PAGES = {"index.html": b"one", "peru/index.html": b"two", "peru/editions/crs 2024.html": b"three"}


def write(folder: Path) -> dict[str, str]:
    for name, data in PAGES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    written = {name: digest_of(data) for name, data in PAGES.items()}
    write_list(folder, written)
    return written


def left(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")} - {LIST}


def test_the_list_reads_back_the_same(tmp_path: Path) -> None:
    assert read_written(tmp_path) == {}
    written = write(tmp_path)
    assert read_written(tmp_path) == written
    assert (tmp_path / LIST).read_text("utf-8").splitlines()[0] == f"{digest_of(b'one')}  index.html"


def test_files_go_with_the_folders_that_they_leave_empty(tmp_path: Path) -> None:
    written = write(tmp_path)
    assert remove_written(tmp_path, ["peru/editions/crs 2024.html"], written) == 1
    assert left(tmp_path) == {"index.html", "peru", "peru/index.html"}
    assert remove_written(tmp_path, ["index.html", "peru/index.html"], written) == 2
    assert left(tmp_path) == set()
    assert tmp_path.is_dir()


def test_what_was_changed_stays(tmp_path: Path) -> None:
    written = write(tmp_path)
    (tmp_path / "index.html").write_bytes(b"mine")
    assert remove_written(tmp_path, ["index.html", "gone.html"], {**written, "gone.html": digest_of(b"x")}) == 0
    assert (tmp_path / "index.html").read_bytes() == b"mine"


@pytest.mark.parametrize("link", ["index.html", "peru"])
def test_links_are_not_followed(tmp_path: Path, link: str) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    written = write(inside)
    (inside / link).rename(outside)
    (inside / link).symlink_to(outside)
    names = [name for name in written if name.startswith(link)]
    assert remove_written(inside, names, written) == 0
    assert outside.exists()
    assert outside.is_file() or len(list(outside.rglob("*.html"))) == 2


@pytest.mark.parametrize(
    "line",
    [
        "index.html",
        f"{'a' * 64}  ../index.html",
        f"{'a' * 64}  peru/../../x",
        f"{'a' * 64}  /etc/passwd",
        f"{'a' * 64}  peru//x",
        f"{'a' * 64}  ./x",
        f"{'a' * 64}  a\\b",
        f"{'A' * 64}  index.html",
        f"{'a' * 64}  ",
        "",
    ],
)
def test_a_list_that_leads_elsewhere_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / LIST).write_text(f"{'b' * 64}  index.html\n{line}\n", "utf-8")
    with pytest.raises(UnreadableInput, match=r"line 2 names no file that was written; remove this list"):
        read_written(tmp_path)
