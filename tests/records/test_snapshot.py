from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import Span
from reportdiff.records.json import dump_json, load_json
from reportdiff.records.schema import build_validator, schema_text, validate
from reportdiff.records.snapshot import (
    decode_snapshot,
    dump_snapshot,
    encode_snapshot,
    looks_like_snapshot,
    read_snapshot_json,
)
from tests.records.samples import SNAPSHOT, TEXT, snapshots

OTHER_VALUES: list[Any] = [
    None, True, 0, 1, -1, 2**40, Decimal("1.5"), Decimal("1.0"), "", "x", "a/b", "A", "x" * 33, "x" * 300, "2024-02-30",
    "2024-13-01", "20240110", "2024-W01-1", "2024-01-10", "2024-01-10\n", "2024-01", "٢٠٢٤-٠١-١٠", "f" * 64, "f" * 64 + "\n",
    "peru/a\n", "../x", "repaired", "year", "stated", "between", "left", "\u0000", [], {}, [None], {"x": 1}, {"start": 1, "end": 2},
]  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths to all that a JSON value holds."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places(item, (*path, key))


def changed(record: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    done = copy.deepcopy(record)
    owner = done
    for key in path[:-1]:
        owner = owner[key]
    owner[path[-1]] = value
    return done


def without(record: Any, path: tuple[Any, ...]) -> Any:
    done = copy.deepcopy(record)
    owner = done
    for key in path[:-1]:
        owner = owner[key]
    del owner[path[-1]]
    return done


# Without the text, so that what is left to refuse is what a schema can see.
RECORD: Any = encode_snapshot(replace(SNAPSHOT, text=None)) | {
    "integrity": {"digest": "0" * 64, "text_sha256": "a" * 64}
}
EMPTY: Any = {**RECORD, "claims": []}
SCHEMA = build_validator(json.loads(schema_text("snapshot")))


def decoder_takes(record: Any) -> bool:
    try:
        decode_snapshot(record, name="x")
    except UnreadableInput:
        return False
    return True


def mutants(record: Any) -> Iterator[Any]:
    """*record* with each of its places left out, given a member more, or another value."""
    for path in places(record):
        if path and isinstance(path[-1], str):
            yield without(record, path)
            yield changed(record, (*path[:-1], "extra"), 1)
        for value in OTHER_VALUES:
            yield changed(record, path, value)


@given(snapshots())
def test_a_snapshot_reads_back_the_same(snapshot: Snapshot) -> None:
    data = dump_snapshot(snapshot)
    assert read_snapshot_json(data, name="x") == snapshot
    validate(load_json(data, name="x"), "snapshot", name="x")
    bare = replace(snapshot, text=None)
    assert read_snapshot_json(dump_snapshot(bare), name="x") == bare
    assert read_snapshot_json(dump_snapshot(bare), name="x", text=snapshot.text) == snapshot


def test_the_sample_fits_both() -> None:
    assert decode_snapshot(encode_snapshot(SNAPSHOT), name="x") == SNAPSHOT
    assert decoder_takes(RECORD)
    assert SCHEMA.is_valid(RECORD)


@pytest.mark.parametrize("claim", RECORD["claims"], ids=lambda claim: claim["kind"])
def test_decoder_and_schema_refuse_the_same_claims(claim: Any) -> None:
    for mutant in mutants(claim):
        record = {**EMPTY, "claims": [mutant]}
        assert decoder_takes(record) == SCHEMA.is_valid(record), mutant


def test_decoder_and_schema_refuse_the_same_heads() -> None:
    for mutant in mutants(EMPTY):
        assert decoder_takes(mutant) == SCHEMA.is_valid(mutant), mutant


@given(st.sampled_from([path for path in places(RECORD) if path]), st.sampled_from(list(places(RECORD))))
def test_they_agree_on_values_from_elsewhere(into: tuple[Any, ...], out: tuple[Any, ...]) -> None:
    value: Any = RECORD
    for key in out:
        value = value[key]
    mutant = changed(RECORD, into, copy.deepcopy(value))
    assert decoder_takes(mutant) == SCHEMA.is_valid(mutant)


@pytest.mark.parametrize("value", [None, 1, "x", [], {}, [RECORD]])
def test_anything_but_a_record_is_refused(value: Any) -> None:
    assert not decoder_takes(value)
    assert not SCHEMA.is_valid(value)


@pytest.mark.parametrize(
    "path, value, said",
    [
        (("claims", 0, "value", "amount"), "22", "x: at /claims/0/value/amount: '22' is not a number"),
        (
            ("claims", 3, "value", "state"),
            "came",
            "x: at /claims/3/value/state: 'came' is none of belongs, joined, left",
        ),
        (("claims", 1, "quote", "exakt"), "x", "x: at /claims/1/quote: unknown member 'exakt' (did you mean 'exact'?)"),
        (("edition", "published"), "2024-02-30", "x: at /edition/published: '2024-02-30' is not a day"),
        (("source", "bytes"), -1, "x: at /source/bytes: -1 is not a whole number"),
        (("sections",), {}, "x: at /sections: an object is not a list"),
        (
            ("schema_version",),
            2,
            "schema_version 2 is newer than the 1 that this reportdiff reads; upgrade it: pip install",
        ),
        (("schema_version",), 0, "x: at /schema_version: 0 is not 1"),
    ],
)
def test_a_refusal_names_the_place(path: tuple[Any, ...], value: Any, said: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        decode_snapshot(changed(RECORD, path, value), name="x")
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("position", [Span(0, 3), Span(60, 70), Span(10**6, 10**6 + 3), Span(56, 50)])
def test_a_quote_must_stand_at_its_position(position: Span) -> None:
    moved = replace(SNAPSHOT, claims=(replace(SNAPSHOT.claims[0], position=position),))
    with pytest.raises(UnreadableInput, match="claim 'quantity-.*' quotes 'over .22 billion', but the text holds"):
        decode_snapshot(encode_snapshot(moved), name="x")
    decode_snapshot(encode_snapshot(replace(moved, text=None)), name="x")


def test_a_hostile_id_of_a_claim_is_told_in_one_line() -> None:
    claim = replace(SNAPSHOT.claims[0], position=Span(0, 3), id="a\n\x1b[2J\x7f")
    with pytest.raises(UnreadableInput) as refusal:
        decode_snapshot(encode_snapshot(replace(SNAPSHOT, claims=(claim,))), name="x")
    assert str(refusal.value).isprintable()


def test_a_sentence_must_lie_in_the_text() -> None:
    claim = replace(SNAPSHOT.claims[0], sentence=Span(0, len(TEXT) + 1))
    with pytest.raises(UnreadableInput, match="its sentence 0-"):
        decode_snapshot(encode_snapshot(replace(SNAPSHOT, claims=(claim,))), name="x")


def test_every_null_is_written_out_and_days_are_iso() -> None:
    claim: Any = encode_snapshot(SNAPSHOT)["claims"][2]  # type: ignore[index, call-overload]
    assert claim["period"] == {"start": None, "end": None, "precision": None, "basis": "none", "text": None}
    first: Any = json.loads(dump_snapshot(SNAPSHOT))["claims"][0]
    assert first["period"]["start"] == "2022-01-01"
    assert first["value"]["upper"] == 13.3
    assert first["dimensions"] == {"flow": "two-way", "partner": "peru"}


def test_what_looks_like_a_snapshot_is_one_even_if_broken() -> None:
    data = dump_snapshot(SNAPSHOT)
    assert looks_like_snapshot(data)
    assert looks_like_snapshot(data[:-20])
    assert looks_like_snapshot(b"\xef\xbb\xbf" + data)
    assert not looks_like_snapshot(TEXT.encode())
    assert not looks_like_snapshot(dump_json({"country": "Peru"}))


@pytest.mark.parametrize("bit", range(0, 8 * 400, 37))
def test_no_flipped_bit_makes_the_reader_stumble(bit: int) -> None:
    data = bytearray(dump_snapshot(SNAPSHOT))
    data[bit // 8 % len(data)] ^= 1 << bit % 8
    try:
        read_snapshot_json(bytes(data), name="x")
    except UnreadableInput as refusal:
        assert "\n" not in str(refusal)
