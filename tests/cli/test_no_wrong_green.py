"""An impossible comparison is never a pass: twelve ways to make it impossible, in every format of the commands.

Each time the exit code is another than 0, and standard output holds nothing that reads as a clean result: nothing at
all, or the finding that says what is broken.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from reportdiff.reports.formats import (
    CHANGELOG_FORMATS,
    DIFF_FORMATS,
    FINDING_FORMATS,
    SNAPSHOT_FORMATS,
    TELLING_FORMATS,
    TIMELINE_FORMATS,
    USE_FORMATS,
)
from reportdiff.sources import confined
from reportdiff.store.adding import add_sealed
from tests.cli.conftest import Run

STATE, CRS = "utopia/state-2017-01-25", "utopia/crs-2024-01-10"
ABOUT = ("--subject", "utopia", "--publisher", "me", "--published", "2020-01-01")
SOUND = "About a third of the population lives in poverty.\n"
FORMATS = {
    "diff": DIFF_FORMATS,
    "check": FINDING_FORMATS,
    "lint": FINDING_FORMATS,
    "show": SNAPSHOT_FORMATS,
    "normalize": SNAPSHOT_FORMATS,
    "timeline": TIMELINE_FORMATS,
    "changelog": CHANGELOG_FORMATS,
    "framing": TELLING_FORMATS,
    "terms": USE_FORMATS,
    "export": ("csv", "xlsx", "sqlite", "parquet"),
}
CLEAN = re.compile(
    r"no changes|no news|Nothing found|nothing found|told alike|worded alike|\"(?:findings|results|diagnostics|changes)\": \[\]"
    r"|^\[\]|failures=\"0\"",
    re.MULTILINE,
)

Prepare = Callable[[Path, pytest.MonkeyPatch], object]
Call = tuple[str, ...]


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def write(name: str, data: bytes) -> Prepare:
    return lambda folder, patch: (folder / name).write_bytes(data)


def record(folder: Path) -> Path:
    return folder / "snapshots" / CRS / "snapshot.json"


def damage(change: Callable[[bytes], bytes]) -> Prepare:
    """Change the newer snapshot's record, and lay a draft beside the store."""

    def prepare(folder: Path, patch: pytest.MonkeyPatch) -> None:
        record(folder).write_bytes(change(record(folder).read_bytes()))
        (folder / "draft.md").write_text(SOUND, "utf-8")

    return prepare


def shallow(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Two commits, of which the clone has one."""
    git(folder, "init", "-q", "-b", "main")
    for message in ("one", "two"):
        (folder / "note.txt").write_text(message, "utf-8")
        git(folder, "add", ".")
        git(folder, "commit", "-qm", message)
    git(folder, "clone", "-q", "--depth=1", f"file://{folder}", "clone")
    patch.chdir(folder / "clone")


def no_git(folder: Path, patch: pytest.MonkeyPatch) -> None:
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    patch.setenv("PATH", str(folder / "nothing"))


def hold_lock(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """A living process holds the store; nobody is willing to wait for it."""
    started = Path(f"/proc/{os.getpid()}/stat").read_text("ascii").rpartition(")")[2].split()[19]
    (folder / "snapshots" / ".lock").write_text(f"{os.getpid()} {started}\n", "ascii")
    patch.setitem(add_sealed.__kwdefaults__, "patience", 0.0)
    (folder / "x.txt").write_text(SOUND, "utf-8")


def no_claims(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """A store whose one snapshot makes no claim, and a snapshot without text or claim."""
    shutil.rmtree(folder / "snapshots" / "utopia")
    (folder / "draft.md").write_text(SOUND, "utf-8")
    (folder / "words.txt").write_text("Nothing here can be counted.\n", "utf-8")


def no_time(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setitem(confined.read_confined.__kwdefaults__, "limits", confined.Limits(seconds=0))
    (folder / "x.pdf").write_bytes(PDF)


PDF = b"%PDF-1.4\n" + bytes(range(256)) * 40
LATIN = "Trade of Per\xfa was $5 billion in 2020.".encode("latin-1")


def documents(name: str) -> list[Call]:
    """The commands that read a document, which is on either side of a diff."""
    return [("diff", name, CRS), ("diff", STATE, name), ("lint", name), ("show", name), ("normalize", name)]


STORED: list[Call] = [
    ("diff", STATE, CRS),
    ("diff", CRS, STATE),
    ("lint", "draft.md"),
    ("show", CRS),
    ("timeline", "utopia"),
    ("changelog", "utopia"),
    ("framing", "utopia"),
    ("terms", "utopia", "trade"),
    ("blame", "utopia", "poverty"),
    ("export", "-o", "out"),
    ("site", "-o", "out"),
]
HISTORY: list[Call] = [("check", "--against", "HEAD~1"), ("diff", f"HEAD~1:{STATE}", CRS), ("show", f"HEAD~1:{STATE}")]
WAYS: dict[str, tuple[Prepare, list[Call], int]] = {
    "missing file": (lambda folder, patch: None, documents("nofile.txt"), 3),
    "empty file": (write("x.txt", b""), documents("x.txt"), 3),
    "wrong encoding": (write("x.txt", LATIN), documents("x.txt"), 3),
    "unreadable pdf": (write("x.pdf", PDF), documents("x.pdf"), 3),
    "shallow clone": (shallow, HISTORY, 4),
    "missing git": (no_git, HISTORY, 4),
    "bad schema": (damage(lambda data: data.replace(b'"quantity"', b'"amount"')), STORED, 3),
    "newer store": (
        damage(lambda data: re.sub(rb'"schema_version": [0-9]+', b'"schema_version": 99', data)),
        STORED,
        3,
    ),
    "truncated store": (damage(lambda data: data[: len(data) // 2]), STORED, 3),
    "lock held": (hold_lock, [("add", "x.txt", *ABOUT)], 3),
    "no claims": (no_claims, [("check",), ("lint", "draft.md")], 3),
    "time-out": (no_time, documents("x.pdf"), 3),
}


def cases() -> Iterable[object]:
    for way, (prepare, calls, code) in WAYS.items():
        for call in calls:
            for form in FORMATS.get(call[0], [""]):
                yield pytest.param(prepare, call, form, code, id=f"{way}-{' '.join(call)}-{form}")


@pytest.mark.parametrize(("prepare", "call", "form", "code"), [*cases()])
def test_an_impossible_comparison_is_no_pass(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch, prepare: Prepare, call: Call, form: str, code: int
) -> None:
    prepare(store, monkeypatch)
    outcome = run(*call, *(("--format", form) if form else ()))
    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith("reportdiff: ")
    assert outcome.err.count("\n") == 1
    assert not CLEAN.search(outcome.err)
    assert not (store / "out").exists() or not list((store / "out").rglob("*.*"))


NO_DATASET: dict[str, Callable[[Path], object]] = {
    "missing": shutil.rmtree,
    "empty": lambda folder: [path.unlink() for path in folder.rglob("*.parquet")],
    "truncated": lambda folder: [path.write_bytes(path.read_bytes()[:99]) for path in folder.rglob("*.parquet")],
    "without snapshots": lambda folder: shutil.rmtree(folder / "snapshots"),
}


@pytest.mark.parametrize("way", NO_DATASET)
@pytest.mark.parametrize("form", ["text", "csv", "json"])
@pytest.mark.parametrize("question", ["latest", "contradictions", "revisions", "coverage"])
def test_a_dataset_that_cannot_be_asked_has_no_answer(
    run: Run, store: Path, way: str, form: str, question: str
) -> None:
    assert run("export", "--format", "parquet", "-o", "dataset").code == 0
    NO_DATASET[way](store / "dataset")
    outcome = run("query", question, "--dataset", "dataset", "--format", form)
    assert (outcome.code, outcome.out) in ((3, ""), (4, ""))
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("way", ["bad schema", "newer store", "truncated store"])
def test_a_check_of_readings_tells_what_is_broken(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    WAYS[way][0](store, monkeypatch)
    outcome = run("renormalize", "--check")
    assert outcome.code == 3
    assert "crs-2024-01-10" in outcome.err


@pytest.mark.parametrize("way", ["bad schema", "newer store", "truncated store"])
@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_the_gate_tells_what_is_broken(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch, way: str, form: str
) -> None:
    WAYS[way][0](store, monkeypatch)
    outcome = run("check", "--format", form)
    assert outcome.code == 1
    assert "RD901" in outcome.out
    assert "crs-2024-01-10" in outcome.out
    assert not CLEAN.search(outcome.out)
    lenient = run("check", "--format", form, "--fail-on", "none")
    assert (lenient.code, lenient.out) == (1, outcome.out)


@pytest.mark.parametrize("form", DIFF_FORMATS)
def test_a_side_without_text_or_claim_is_no_pass(run: Run, store: Path, form: str) -> None:
    shown = json.loads(run("show", CRS, "--format", "json").out)
    (store / "bare.json").write_text(json.dumps(shown | {"text": "", "claims": [], "sections": []}), "utf-8")
    for sides in (("bare.json", CRS), (STATE, "bare.json")):
        outcome = run("diff", *sides, "--format", form)
        assert (outcome.code, outcome.out) == (3, "")


@pytest.mark.parametrize("call", [("diff", "x.txt", CRS), ("lint", "x.txt"), ("check", "--against", "nowhere")])
def test_no_report_is_written_over_what_was_there(run: Run, store: Path, call: Call) -> None:
    (store / "x.txt").write_bytes(b"")
    (store / "report").write_text("the last one", "utf-8")
    assert run(*call, "-o", "report").code in (3, 4)
    assert (store / "report").read_text("utf-8") == "the last one"
