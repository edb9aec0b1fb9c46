"""Every flipped bit and every file cut short is found, named with its path, and never read as if it were sound."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.api.adding import read_documents, store_readings
from reportdiff.api.batch import Document
from reportdiff.model.errors import ReportdiffError
from tests.cli.conftest import CRS, STATE, Run
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


def find_all(sound: Path, place: Path, flips: int, cuts: int, seed: int) -> int:
    """Damage each file in turn, and have ``validate`` name it each time; how many damages there were."""
    folder = place / "project"
    shutil.copytree(sound, folder)
    chance, count = random.Random(seed), 0
    for path in sealed_files(folder):
        good = path.read_bytes()
        for bad in damages(good, chance, flips, cuts):
            path.write_bytes(bad)
            told = list(api.validate(folder=folder))
            assert told, f"{path}: damage unnoticed"
            assert all(str(path.parent) in each.message and "\n" not in each.message for each in told), (path, told)
            check_reading(folder, path)
            count += 1
        path.write_bytes(good)
    assert list(api.validate(folder=folder)) == []
    return count


def check_reading(folder: Path, path: Path) -> None:
    """What reads the damaged file refuses it; what is derived from other files is made anew."""
    if path.name in ("snapshot.json", "text.md") or path.name.startswith("source."):
        with pytest.raises(ReportdiffError):
            api.open_snapshot(f"{path.parent.parent.name}/{path.parent.name}", folder=folder)


def test_the_store_has_files_of_every_kind(sound: Path) -> None:
    assert {path.name for path in sealed_files(sound)} == {
        "source.txt", "source.csv", "text.md", "snapshot.json", "mapping.toml", "capture.warc.gz", "capture.sha256", "series.json",
    }  # fmt: skip


def test_a_sample_of_damages_is_found(sound: Path, tmp_path: Path) -> None:
    assert find_all(sound, tmp_path, flips=6, cuts=2, seed=1) >= 90


def test_a_damaged_list_of_exceptions_is_named(sound: Path, tmp_path: Path) -> None:
    shutil.copytree(sound / "snapshots", tmp_path / "snapshots")
    for name in ("waivers.toml", "baseline.json"):
        path = tmp_path / "snapshots" / name
        path.write_bytes(b"[[")
        assert [each.snapshot for each in api.validate(folder=tmp_path)] == [name]
        path.unlink()


@pytest.mark.deep
def test_eleven_hundred_damages_are_found(sound: Path, tmp_path: Path, tell: Callable[[str], None]) -> None:
    number = len(sealed_files(sound))
    flips, cuts = -(-1000 // number) + 10, -(-100 // number) + 2
    found = find_all(sound, tmp_path, flips=flips, cuts=cuts, seed=2)
    tell(f"{found} flipped bits and cuts over {number} files: each found by validate, with its path")
    assert found >= 1100


def damage_objects(run: Run, made_store: Path, place: Path, patch: pytest.MonkeyPatch, number: int) -> tuple[int, int]:
    """Flip a bit of an object in git, *number* times: refused in a line, or answered as if nothing were."""
    root = make_repository(made_store, place / "project")
    patch.chdir(root)
    calls = (("show", "HEAD~1:state"), ("diff", "HEAD:state", "HEAD:crs"), ("check", "--against", "HEAD~1"))
    answers = {call: run(*call) for call in calls}
    objects = sorted((root / ".git" / "objects").glob("??/*"))
    chance, refused = random.Random(3), 0
    for each in range(number):
        path = chance.choice(objects)
        path.chmod(0o644)
        good = path.read_bytes()
        bad = bytearray(good)
        bad[chance.randrange(len(good))] ^= 1 << chance.randrange(8)
        path.write_bytes(bytes(bad) if each % 5 else good[: chance.randrange(len(good))])
        for call in calls:
            outcome = run(*call)
            if outcome != answers[call]:
                refused += 1
                assert outcome.code in (3, 4), (call, path, outcome)
                assert outcome.out == ""
                assert outcome.err.count("\n") == 1
        path.write_bytes(good)
    git(root, "fsck", "--strict")
    return refused, number * len(calls)


@pytest.mark.parametrize("number", [8, pytest.param(60, marks=pytest.mark.deep)])
def test_damaged_objects_in_git_are_refused(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refused, _ = damage_objects(run, made_store, tmp_path, monkeypatch, number)
    assert refused > 0
