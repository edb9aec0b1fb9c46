"""What the gate reads of a store: the reader alone refuses all that the schema refuses, whatever seal a record bears."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from reportdiff.records.json import dump_json, load_json
from reportdiff.store.snapshots import RECORD, Store, read_snapshot
from reportdiff.store.validation import Problem, read_store, validate_store
from tests.store.samples import small_store

DAMAGED = "peru/crs-2024-01-10"
DIGEST = re.compile(rb'("digest": ")[0-9a-f]{64}')


def reseal(path: Path, record: Any) -> None:
    """Write *record* with a seal that fits: whoever can rewrite the one can rewrite the other."""
    blank = DIGEST.sub(rb"\g<1>" + b"0" * 64, dump_json(record))
    path.write_bytes(DIGEST.sub(rb"\g<1>" + hashlib.sha256(blank).hexdigest().encode(), blank))


def put(record: Any, path: str, value: object) -> None:
    *above, last = [int(part) if part.isdigit() else part for part in path.split("/")]
    for part in above:
        record = record[part]
    record[last] = value


def test_a_sound_store_is_read_whole(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    snapshots, problems = read_store(store)
    assert problems == ()
    assert [snapshot.id for snapshot in snapshots] == [
        "peru/crs-2024-01-10",
        "peru/state-2017-01-25",
        "peru/usaid-2022-04-26",
    ]
    assert all(snapshot == read_snapshot(store, snapshot.id) for snapshot in snapshots)


def test_a_record_that_is_sealed_again_as_it_was_is_sound(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    path = store.path_of(DAMAGED) / RECORD
    before = path.read_bytes()
    reseal(path, load_json(before, name="x"))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("claims/0/value/amount", "22"),
        ("claims/0/value/comparator", "perhaps"),
        ("claims/0/position", [1, 2, 3]),
        ("claims/0/period/start", "2015-02-30"),
        ("claims/0/unheard", 1),
        ("claims/0/dimensions", {"flow": 1}),
        ("claims/0/kind", "rumour"),
        ("claims/1/value", None),
        ("edition/published", "yesterday"),
        ("source/bytes", -1),
        ("source/sha256", "0"),
        ("sections", [{"title": "x", "level": 1, "start": 0}]),
        ("reliability", [{"start": 0, "end": 1, "grade": "good", "reason": "x"}]),
        ("claims", {}),
        ("schema_version", True),
        ("extractor", None),
    ],
)
def test_a_malformed_record_is_named_however_well_it_is_sealed(tmp_path: Path, member: str, value: object) -> None:
    store = small_store(tmp_path)
    path = store.path_of(DAMAGED) / RECORD
    record: Any = load_json(path.read_bytes(), name="x")
    put(record, member, value)
    reseal(path, record)
    snapshots, problems = read_store(store)
    assert [problem.snapshot for problem in problems] == [DAMAGED]
    assert DAMAGED not in [snapshot.id for snapshot in snapshots]
    assert names_of(validate_store(store)) == [DAMAGED]


def test_a_forged_quote_is_named(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    path = store.path_of(DAMAGED) / RECORD
    record: Any = load_json(path.read_bytes(), name="x")
    put(record, "claims/0/quote/exact", "over $99 billion")
    reseal(path, record)
    (problem,) = read_store(store)[1]
    assert "over $99 billion" in problem.message


@pytest.mark.parametrize("left", ["series.json", "Not An Id", "link"])
def test_what_else_is_wrong_is_told_alike(tmp_path: Path, left: str) -> None:
    store = small_store(tmp_path)
    path = tmp_path / "snapshots/peru" / left
    if left == "series.json":
        path.write_text("{}", "utf-8")
    elif left == "link":
        path.symlink_to(store.path_of(DAMAGED))
    else:
        path.mkdir()
    problems = read_store(store)[1]
    assert list(problems) == list(validate_store(store))
    assert len(problems) == 1
    assert len(read_store(store)[0]) == 3


def names_of(problems: Any) -> list[str]:
    return [problem.snapshot for problem in problems if isinstance(problem, Problem)]


def test_an_empty_store_holds_nothing(tmp_path: Path) -> None:
    assert read_store(Store(root=tmp_path)) == ((), ())
