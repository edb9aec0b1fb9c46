"""Whichever call to the system fails, the store is as before or as after, and the next run makes good what is left."""

from __future__ import annotations

import errno
import json
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reportdiff import api
from tests.cli.conftest import STATE, Outcome, Run
from tests.deep.tally import FAULTS, Tally
from tests.hostile.calls import NEW, TOLD, WHO
from tests.hostile.faults import ERRORS, Fault, lay_under
from tests.hostile.repositories import git

MOST = 400
"""More calls to the system than any command makes."""
DERIVED = frozenset({"series.json"})
"""What is made anew from the rest when it does not fit it."""

Call = tuple[str, ...]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in a repository: two reports that contradict each other, one of them read by an older program."""
    folder = tmp_path_factory.mktemp("template")
    api.init(folder)
    documents = (("state", STATE, "2017-01-25"), ("crs", STATE.replace("$9 billion", "$6 billion"), "2018-01-10"))
    for publisher, text, day in documents:
        told = api.Told(subject="utopia", publisher=publisher, published=day)
        snapshot = api.read_document(text.encode(), name=f"{publisher}.txt", told=told)
        old = (
            replace(snapshot, extractor=replace(snapshot.extractor, version="0.0.1"))
            if publisher == "crs"
            else snapshot
        )
        api.add(old, text.encode(), folder=folder)
    (folder / "new.txt").write_text(NEW, "utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "snapshots")
    git(folder, "commit", "-qm", "one")
    return folder


def fingerprint(folder: Path) -> str:
    """That of the contradiction in the store."""
    return next(each.fingerprint for each in api.check(folder=folder) if each.rule.code.startswith("RD1"))


def claim(folder: Path) -> str:
    (found, *_) = api.open_snapshot("state", folder=folder).claims
    return found.id


CHANGES: dict[str, Callable[[Path], Call]] = {
    "add": lambda folder: ("add", "new.txt", *TOLD),
    "renormalize": lambda folder: ("renormalize",),
    "annotate": lambda folder: ("annotate", "correct", claim(folder), "--set", "amount=8", *WHO),
    "waive": lambda folder: ("waive", fingerprint(folder), "--reason", "known", "--owner", "Ann"),
    "baseline": lambda folder: ("baseline", "write"),
    "csv": lambda folder: ("export", "-o", "out"),
    "sqlite": lambda folder: ("export", "--format", "sqlite", "-o", "out.db"),
    "parquet": lambda folder: ("export", "--format", "parquet", "-o", "out"),
    "report": lambda folder: ("diff", "state", "crs", "--format", "json", "-o", "report.json"),
    "site": lambda folder: ("site", "-o", "pages"),
    "history": lambda folder: ("check", "--against", "HEAD", "-o", "report.txt"),
}


def contents(folder: Path, *, without: frozenset[str] = frozenset()) -> dict[str, bytes]:
    """The files that a reader looks at: neither hidden ones nor those of git, by path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name not in without)
    paths = {str(path.relative_to(folder)): path for path in files}
    return {
        name: path.read_bytes() for name, path in paths.items() if not any(p.startswith(".") for p in name.split("/"))
    }


def fail_each_call(
    run: Run,
    template: Path,
    place: Path,
    patch: pytest.MonkeyPatch,
    change: str,
    error: int,
    *,
    exchange: bool = True,
    step: int = 1,
) -> tuple[Counter[str], list[object]]:
    """Let the first call fail, then the one *step* further, and so on until none is left to fail: how many left the
    files as they were, as they were to be, or between the two; and whatever is wrong with one.
    """
    words = CHANGES[change](template)
    after: dict[str, bytes] | None = None
    counts, wrong = Counter(dict.fromkeys((*SOUND, *WRONG), 0)), list[object]()
    ignored = shutil.ignore_patterns() if change == "history" else shutil.ignore_patterns(".git")
    for number in [-1, *range(0, MOST, step)]:
        folder = place / str(number)
        shutil.copytree(template, folder, ignore=ignored)
        patch.chdir(folder)
        before = contents(folder)
        fault = Fault(number=number, error=error)
        with patch.context() as under:
            lay_under(under, fault, exchange=exchange)
            outcome = run(*words)
        if number == -1:
            assert outcome.code in (0, 1), outcome.err
            after = contents(folder)
            assert after != before
        elif fault.hit is None:
            assert contents(folder) == after
            return counts, wrong
        else:
            assert after is not None
            came = what_came(run, folder, words, outcome, before, after, whole=change in WHOLE)
            counts.update(came)
            wrong += [(change, fault, outcome, came)] if set(came) & set(WRONG) else []
        shutil.rmtree(folder)
    raise AssertionError(f"{MOST} calls and no end")


SOUND = ("as before", "as after", "some files as after")
WRONG = ("torn", "not told in a line", "not made good")
WHOLE = frozenset({"add", "renormalize", "annotate", "waive", "baseline", "sqlite", "report", "history"})
"""Those that write one thing; the others write several files, each of them whole."""


def what_came(
    run: Run,
    folder: Path,
    words: Call,
    outcome: Outcome,
    before: dict[str, bytes],
    after: dict[str, bytes],
    *,
    whole: bool,
) -> list[str]:
    """How the files are after a fault, and what is wrong with what was told of it and with what the next run makes."""
    state = state_of(folder, before, after, whole=whole)
    found = [state]
    if not is_told(outcome):
        found.append("not told in a line")
    if not is_healed(run, folder, words, after, done=state == "as after"):
        found.append("not made good")
    return found


def is_told(outcome: Outcome) -> bool:
    lines = outcome.err.count("\n")
    told = outcome.code <= 1 or outcome.err.startswith("reportdiff: ") and lines <= 2
    return outcome.code in (0, 1, 2, 3, 4) and told and "fault of ours" not in outcome.err


def state_of(folder: Path, before: dict[str, bytes], after: dict[str, bytes], *, whole: bool) -> str:
    """Sound, and what it was or what it was to be: all of it, or at least every file of it; else torn."""
    (folder / "snapshots" / ".lock").unlink(missing_ok=True)
    if list(api.validate(folder=folder)):
        return "torn"
    now = contents(folder, without=DERIVED)
    old, new = (
        {name: data for name, data in tree.items() if name.rpartition("/")[2] not in DERIVED}
        for tree in (before, after)
    )
    if now in (old, new):
        return "as before" if now == old else "as after"
    each_whole = all(data in (old.get(name), new.get(name)) for name, data in now.items())
    return "some files as after" if each_whole and not whole else "torn"


def is_healed(run: Run, folder: Path, words: Call, after: dict[str, bytes], *, done: bool) -> bool:
    """The same command once more ends where it would have ended, or says that all is *done* already, and what is
    unfinished goes with the next writer.
    """
    again = run(*words)
    if again.code not in ((0, 1, 2) if done else (0, 1)) or contents(folder) != after:
        return False
    return not left_over(folder) or run("add", "new.txt", *TOLD[:-1], "2021-01-01").code == 0 and not left_over(folder)


def left_over(folder: Path) -> list[str]:
    """What no reader looks at, and the next writer clears away."""
    return [path.name for path in (folder / "snapshots").glob("*/.*")]


@pytest.mark.parametrize("change", CHANGES)
def test_a_full_disk_at_any_moment(
    run: Run, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """A sample: ``make deep`` lets every call fail."""
    counts, wrong = fail_each_call(run, template, tmp_path, monkeypatch, change, errno.ENOSPC, step=7)
    assert wrong == []
    assert counts.total() >= 1


def test_without_a_step_that_exchanges_folders(
    run: Run, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts, wrong = fail_each_call(
        run, template, tmp_path, monkeypatch, "renormalize", errno.EIO, exchange=False, step=3
    )
    assert wrong == []
    assert counts.total() > 4


@pytest.mark.deep
@pytest.mark.parametrize("change", CHANGES)
def test_every_fault_at_any_moment(
    run: Run, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally, change: str
) -> None:
    found: list[object] = []
    for error in ERRORS:
        counts, wrong = fail_each_call(run, template, tmp_path / str(error), monkeypatch, change, error)
        tally(FAULTS, sum(counts[came] for came in (*SOUND, "torn")), counts, errno.errorcode[error])
        found += wrong
    assert found == []


def test_the_store_has_what_is_to_be_changed(template: Path) -> None:
    record = json.loads((template / "snapshots" / "utopia" / "crs-2018-01-10" / "snapshot.json").read_bytes())
    assert record["extractor"]["version"] == "0.0.1"
