"""Waivers and baselines on disk: what is written is read, and what is not right is refused by reader and schema."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.model.baseline import Known
from reportdiff.model.errors import InvalidSettings, UnreadableInput
from reportdiff.model.settings import Level
from reportdiff.model.waiver import Waiver
from reportdiff.records.baseline import decode_baseline, dump_baseline
from reportdiff.records.json import load_json
from reportdiff.records.schema import validate
from reportdiff.records.waivers import decode_waivers, dump_waivers

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
SAYING = WORDS.filter(lambda words: bool(words.strip()))
FINGERPRINTS = st.text("0123456789abcdef", min_size=16, max_size=16)
WAIVERS = st.builds(
    Waiver,
    fingerprint=FINGERPRINTS,
    owner=SAYING,
    reason=SAYING,
    until=st.none() | st.dates(min_value=date(1000, 1, 1)),
    rule=st.none() | WORDS,
    subject=st.none() | WORDS,
    series=st.none() | WORDS,
    draft=st.none() | WORDS,
    snapshots=st.lists(WORDS, max_size=2).map(tuple),
    values=st.lists(WORDS, max_size=2).map(tuple),
)
KNOWN = st.builds(
    Known,
    fingerprint=FINGERPRINTS,
    rule=WORDS,
    level=st.sampled_from([Level.ERROR, Level.WARNING, Level.INFO]),
    subject=st.none() | WORDS,
    series=st.none() | WORDS,
    where=WORDS,
    draft=st.none() | WORDS,
    message=WORDS,
)


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


@given(st.lists(WAIVERS, max_size=3, unique_by=lambda each: each.fingerprint))
def test_waivers_that_were_written_are_read(waivers: list[Waiver]) -> None:
    data = dump_waivers(waivers)
    read = decode_waivers(data, name="x")
    assert set(read) == set(waivers)
    assert dump_waivers(reversed(read)) == data
    validate(plain(tomllib.loads(data.decode())), "waivers", name="x")


@given(st.lists(KNOWN, max_size=3, unique_by=lambda each: each.fingerprint))
def test_a_baseline_that_was_written_is_read(known: list[Known]) -> None:
    data = dump_baseline(known)
    assert set(decode_baseline(data, name="x")) == set(known)
    validate(load_json(data, name="x"), "baseline", name="x")


ENTRY = '[[waiver]]\nfingerprint = "0123456789abcdef"\nowner = "Ann"\nreason = "r"\n'
MALFORMED = [
    (ENTRY.replace("owner", "onwer"), "/waiver/0: unknown member 'onwer' (did you mean 'owner'?)"),
    (ENTRY.replace('owner = "Ann"\n', ""), "member 'owner' is missing"),
    (ENTRY.replace('"Ann"', '""'), "at /waiver/0/owner"),
    (ENTRY.replace('"Ann"', '" "'), "says nothing"),
    (ENTRY.replace('reason = "r"', "reason = 3"), "at /waiver/0/reason: 3 is not a text"),
    (ENTRY.replace("0123456789abcdef", "0123"), "at /waiver/0/fingerprint"),
    (ENTRY.replace("0123456789abcdef", "0123456789ABCDEF"), "at /waiver/0/fingerprint"),
    (ENTRY + 'until = "2026-13-45"\n', "at /waiver/0/until: '2026-13-45' is not a day"),
    (ENTRY + 'until = "soon"\n', "at /waiver/0/until"),
    (ENTRY + "until = 2026-01-01T00:00:00\n", "at /waiver/0/until"),
    (ENTRY + "until = 2026\n", "at /waiver/0/until"),
    (ENTRY + 'values = "a"\n', "at /waiver/0/values"),
    (ENTRY + "values = [1]\n", "at /waiver/0/values/0"),
    (ENTRY + 'snapshots = [""]\n', "at /waiver/0/snapshots/0"),
    (ENTRY + 'rule = ""\n', "at /waiver/0/rule"),
    (ENTRY.replace("[[waiver]]", "[[waivers]]"), "unknown member 'waivers' (did you mean 'waiver'?)"),
    (ENTRY.replace("[[waiver]]", "[waiver]"), "at /waiver"),
    ("waiver = 3\n", "at /waiver"),
]


@pytest.mark.parametrize(("toml", "said"), MALFORMED)
def test_malformed_waivers_are_refused_by_reader_and_schema_alike(toml: str, said: str) -> None:
    with pytest.raises(InvalidSettings) as refusal:
        decode_waivers(toml.encode(), name="waivers.toml")
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
    with pytest.raises(UnreadableInput):
        validate(plain(tomllib.loads(toml)), "waivers", name="x")


@pytest.mark.parametrize("data", [b"a = ", b"\xff", b"[[waiver]]\n[waiver]", ENTRY.encode() * 2, b"a = " + b"[" * 5000])
def test_what_holds_no_waivers_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidSettings, match=r"^w: (not TOML|not UTF-8|nested|at /waiver/1/fingerprint)"):
        decode_waivers(data, name="w")


def test_an_empty_file_holds_none() -> None:
    assert decode_waivers(b"", name="w") == () == decode_waivers(dump_waivers(()), name="w")


KNOWN_ONE = b"""{"schema_version": 1, "findings": [{"fingerprint": "0123456789abcdef", "rule": "RD102", "level": "error",
 "subject": "utopia", "series": null, "where": "utopia/a", "draft": null, "message": "m"}]}"""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b"{}",
        KNOWN_ONE.replace(b"1, ", b"2, ", 1),
        KNOWN_ONE.replace(b'"error"', b'"none"'),
        KNOWN_ONE.replace(b'"m"', b'""'),
        KNOWN_ONE.replace(b'"draft": null, ', b""),
        KNOWN_ONE.replace(b"cdef", b"cde"),
        KNOWN_ONE.replace(b'"draft"', b'"rule": "x", "draft"'),
    ],
)
def test_a_baseline_that_is_not_right_is_refused(data: bytes) -> None:
    assert len(decode_baseline(KNOWN_ONE, name="b")) == 1
    with pytest.raises(InvalidSettings, match="^b:"):
        decode_baseline(data, name="b")
    twice = KNOWN_ONE.replace(b"}]", b"}, " + KNOWN_ONE.partition(b"[")[2].rstrip(b"]}\n") + b"}]")
    with pytest.raises(InvalidSettings, match="twice"):
        decode_baseline(twice, name="b")
