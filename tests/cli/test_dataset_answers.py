"""``timeline``, ``blame`` and ``check`` answer alike from the files and from the dataset, whatever state that is in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.store.dataset import read_fresh
from reportdiff.store.snapshots import find_store
from tests.cli.conftest import Outcome, Run

pytest.importorskip("pyarrow", reason="the extra `dataset` is not installed")
pytest.importorskip("duckdb", reason="the extra `dataset` is not installed")

ASKED = (
    ("timeline", "utopia"),
    ("timeline", "utopia", "trade.two-way", "--format", "json"),
    ("timeline", "utopia", "--as-of", "2018-01-01", "--all"),
    ("timeline", "atlantis"),
    ("blame", "utopia", "poverty.rate"),
    ("check", "--format", "json"),
    ("check", "--jobs", "2", "--format", "sarif"),
)
SET = Path("set")
RECORDS = SET / "snapshots" / "subject=utopia" / "part-0.parquet"
CLAIMS = SET / "claims" / "subject=utopia" / "part-0.parquet"


def _keep() -> None:
    pass


def _forget() -> None:
    shutil.rmtree(SET)


def _outdate() -> None:
    text = b"Two-way trade with Utopia was $25 billion in 2024.\n"
    told = api.Told(subject="utopia", publisher="crs", published="2025-01-10")
    api.add(api.read_document(text, name="new.txt", told=told), text)


def _cut() -> None:
    RECORDS.write_bytes(RECORDS.read_bytes()[:-100])


def _turn_bits() -> None:
    data = bytearray(RECORDS.read_bytes())
    for place in range(200, len(data) // 2, 64):
        data[place] ^= 0xFF
    RECORDS.write_bytes(data)


def _put_other_file() -> None:
    shutil.copy(CLAIMS, RECORDS)


def _empty() -> None:
    RECORDS.write_bytes(b"")


def _tamper_with_store() -> None:
    (text,) = Path("snapshots/utopia").glob("crs-*/text.md")
    text.write_bytes(text.read_bytes().replace(b"22", b"23"))


def _tamper_with_source() -> None:
    (source,) = Path("snapshots/utopia").glob("crs-*/source.txt")
    source.write_bytes(source.read_bytes() + b" ")


def _annotate() -> None:
    snapshot = api.open_snapshot("crs-2024")
    Path("snapshots/utopia/annotations.toml").write_text(
        f'[[correct]]\nclaim = "{snapshot.claims[0].id}"\nsnapshot = "{snapshot.id}"\n', "utf-8"
    )


STATES: dict[str, tuple[Callable[[], None], bool]] = {
    "fresh": (_keep, True),
    "missing": (_forget, False),
    "outdated": (_outdate, False),
    "cut off": (_cut, False),
    "bits turned": (_turn_bits, False),
    "another file in its place": (_put_other_file, False),
    "empty": (_empty, False),
    "a text of the store is another": (_tamper_with_store, False),
    "a source of the store is another": (_tamper_with_source, False),
    "annotations that are invalid": (_annotate, False),
}


def answers(run: Run) -> Iterator[Outcome]:
    for words in ASKED:
        yield run(*words)


@pytest.mark.parametrize("state", STATES)
def test_the_answers_are_those_of_the_files(run: Run, store: Path, state: str) -> None:
    bring_about, is_fresh = STATES[state]
    assert run("export", "--format", "parquet", "-o", str(SET)).code == 0
    bring_about()
    from_files = list(answers(run))
    (store / "reportdiff.toml").write_text('dataset = "set"\n', "utf-8")
    assert (read_fresh(store / SET, find_store(store), "utopia") is not None) == is_fresh
    assert list(answers(run)) == from_files
    assert {outcome.code for outcome in from_files} <= {0, 1, 3, 4, 5}


def test_what_people_corrected_is_in_the_dataset(run: Run, store: Path) -> None:
    claim = next(each.id for each in api.open_snapshot("crs-2024").claims if "trade" in each.measure)
    words = ("annotate", "correct", claim, "--set", "amount=21000000000", "--author", "Ann", "--reason", "a slip")
    assert run(*words).code == 0
    from_files = list(answers(run))
    (store / "reportdiff.toml").write_text('dataset = "set"\n', "utf-8")
    assert run("export", "--format", "parquet").err == "1 subject written\n"
    assert read_fresh(store / SET, find_store(store), "utopia") is not None
    assert list(answers(run)) == from_files


def test_the_setting_names_the_dataset_to_be_asked(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("query", "latest").code == 2
    assert run("export", "--format", "parquet", "-o", "set").code == 0
    told = run("query", "latest", "--dataset", "set", "--format", "csv")
    assert told.code == 0 and told.out.count("\n") > 2
    monkeypatch.setenv("REPORTDIFF_DATASET", "set")
    assert run("query", "latest", "--format", "csv") == told


def test_an_export_mends_what_is_gone(run: Run, store: Path) -> None:
    assert run("export", "--format", "parquet", "-o", "set").err == "1 subject written\n"
    RECORDS.unlink()
    assert run("export", "--format", "parquet", "-o", "set").err == "1 subject written\n"
    assert RECORDS.is_file()
