"""Every flipped bit and every file cut short is found, named with its path, and never read as if it were sound."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.api.adding import read_documents, store_readings
from reportdiff.api.batch import Document
from reportdiff.model.errors import ReportdiffError
from tests.cli.conftest import CRS, STATE, Outcome, Run
from tests.deep.tally import DAMAGE, OBJECTS, Tally
from tests.hostile.repositories import git, make_repository

TABLE = b"Country,Indicator,2018,2019\nUtopia,GDP growth (annual %),4,2.2\n"
NO_SEAL = frozenset({".gitattributes", "annotations.toml", "waivers.toml"})
"""What people write by hand; git alone can tell how it was."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with every kind of file: prose, a table with its mapping, a page with its capture, series."""
    folder = tmp_path_factory.mktemp("sound")
    api.init(folder)
    told = {
        name: api.Told(subject="utopia", publisher=name, published=day)
        for name, day in (("state", "2017-01-25"), ("crs", "2024-01-10"), ("wb", "2020-05-01"))
    }
    capture = random.Random(1).randbytes(300)
    documents = [
        Document(place="a", name="a.txt", data=STATE.encode(), told=told["state"]),
        Document(place="b", name="b.txt", data=CRS.encode(), told=told["crs"], capture=capture),
        Document(place="c", name="c.csv", data=TABLE, told=told["wb"], mapping=b"[labels]\n"),
    ]
    store_readings(list(read_documents([lambda each=each: each for each in documents])), folder=folder)
    return folder


def sealed_files(folder: Path) -> list[Path]:
    files = (path for path in sorted((folder / "snapshots").rglob("*")) if path.is_file())
    return [path for path in files if path.name not in NO_SEAL]


def damages(data: bytes, chance: random.Random, flips: int, cuts: int) -> Iterator[bytes]:
    """*data* with one bit turned around, *flips* times, then cut short, *cuts* times."""
    for bit in chance.sample(range(len(data) * 8), min(flips, len(data) * 8)):
        bad = bytearray(data)
        bad[bit // 8] ^= 1 << bit % 8
        yield bytes(bad)
    for size in chance.sample(range(len(data)), min(cuts, len(data))):
        yield data[:size]


def find_all(sound: Path, place: Path, flips: int, cuts: int, seed: int) -> Counter[str]:
    """Damage each file in turn: how many damages ``validate`` names, each with its path, and what it or a reader lets
    pass, by the path.
    """
    folder = place / "project"
    shutil.copytree(sound, folder)
    chance, counts = random.Random(seed), Counter[str]()
    for path in sealed_files(folder):
        good = path.read_bytes()
        for bad in damages(good, chance, flips, cuts):
            path.write_bytes(bad)
            told = list(api.validate(folder=folder))
            named = bool(told) and all(str(path.parent) in each.message and "\n" not in each.message for each in told)
            counts["found" if named else f"unnoticed: {path}"] += 1
            if passes_for_sound(folder, path):
                counts[f"read as if sound: {path}"] += 1
        path.write_bytes(good)
    assert list(api.validate(folder=folder)) == []
    return counts


def passes_for_sound(folder: Path, path: Path) -> bool:
    """True if what reads the damaged file does not refuse it; what is derived from other files is made anew."""
    if path.name not in ("snapshot.json", "text.md") and not path.name.startswith("source."):
        return False
    try:
        api.open_snapshot(f"{path.parent.parent.name}/{path.parent.name}", folder=folder)
    except ReportdiffError:
        return False
    return True


def test_the_store_has_files_of_every_kind(sound: Path) -> None:
    assert {path.name for path in sealed_files(sound)} == {
        "source.txt", "source.csv", "text.md", "snapshot.json", "mapping.toml", "capture.warc.gz", "capture.sha256", "series.json",
    }  # fmt: skip


def test_a_sample_of_damages_is_found(sound: Path, tmp_path: Path) -> None:
    counts = find_all(sound, tmp_path, flips=6, cuts=2, seed=1)
    assert counts == {"found": counts.total()}
    assert counts.total() >= 90


def test_a_damaged_list_of_exceptions_is_named(sound: Path, tmp_path: Path) -> None:
    shutil.copytree(sound / "snapshots", tmp_path / "snapshots")
    for name in ("waivers.toml", "baseline.json"):
        path = tmp_path / "snapshots" / name
        path.write_bytes(b"[[")
        assert [each.snapshot for each in api.validate(folder=tmp_path)] == [name]
        path.unlink()


@pytest.mark.deep
def test_eleven_hundred_damages_are_found(sound: Path, tmp_path: Path, tally: Tally) -> None:
    number = len(sealed_files(sound))
    flips, cuts = -(-1000 // number) + 10, -(-100 // number) + 2
    counts = find_all(sound, tmp_path, flips=flips, cuts=cuts, seed=2)
    wrong = {kind: sum(n for name, n in counts.items() if name.startswith(kind)) for kind in PASSED}
    tried = counts["found"] + wrong["unnoticed"]
    tally(DAMAGE, tried, {"found with the path": counts["found"], **wrong})
    assert counts == {"found": tried}
    assert tried >= 1100


PASSED = ("unnoticed", "read as if sound")


def damage_objects(
    run: Run, made_store: Path, place: Path, patch: pytest.MonkeyPatch, number: int
) -> tuple[Counter[str], list[object]]:
    """Flip a bit of an object in git, *number* times: how many answers were refused in a line, how many were as if
    nothing were, and the answers that are neither.
    """
    root = make_repository(made_store, place / "project")
    patch.chdir(root)
    calls = (("show", "HEAD~1:state"), ("diff", "HEAD:state", "HEAD:crs"), ("check", "--against", "HEAD~1"))
    answers = {call: run(*call) for call in calls}
    objects = sorted((root / ".git" / "objects").glob("??/*"))
    chance, counts, wrong = random.Random(3), Counter({"refused": 0, "right all the same": 0, "wrong": 0}), []
    for each in range(number):
        path = chance.choice(objects)
        path.chmod(0o644)
        good = path.read_bytes()
        bad = bytearray(good)
        bad[chance.randrange(len(good))] ^= 1 << chance.randrange(8)
        path.write_bytes(bytes(bad) if each % 5 else good[: chance.randrange(len(good))])
        for call in calls:
            outcome = run(*call)
            came = "right all the same" if outcome == answers[call] else "refused" if is_refusal(outcome) else "wrong"
            counts[came] += 1
            wrong += [(call, path, outcome)] if came == "wrong" else []
        path.write_bytes(good)
    git(root, "fsck", "--strict")
    return counts, wrong


def is_refusal(outcome: Outcome) -> bool:
    return outcome.code in (3, 4) and outcome.out == "" and outcome.err.count("\n") == 1


@pytest.mark.parametrize("number", [8, pytest.param(60, marks=pytest.mark.deep)])
def test_damaged_objects_in_git_are_refused(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, tally: Tally
) -> None:
    counts, wrong = damage_objects(run, made_store, tmp_path, monkeypatch, number)
    if number > 8:
        tally(OBJECTS, counts.total(), counts)
    assert wrong == []
    assert counts["refused"] > 0
