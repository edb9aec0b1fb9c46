"""Annotations as TOML: a strict reader, a canonical writer, and the law that one undoes the other."""

from __future__ import annotations

import copy
import tomllib
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.correction import Addition, Annotations, Correction
from reportdiff.model.errors import InvalidSettings
from reportdiff.records.annotations import HEADER, decode_annotations, dump_annotations
from reportdiff.records.schema import validate

WRITTEN = """\
[[same]]
claims = ["peru/crs-2024-01-10#a", "peru/state-2017-01-25#b"]
author = "Ann"
reason = "both count \\"refugees\\""

[[correct]]
claim = "peru/crs-2024-01-10#a"
set = { "period.start" = "2022-01-01", "value.amount" = 13.3 }
author = "Ann"
reason = "a slip"
date = "2024-02-28"

[[add]]
snapshot = "peru/crs-2024-01-10"
quote = "34 million"
measure = "population.total"
amount = 34000000
unit = "person"
comparator = "approximately"
author = "B"
reason = "missed"
"""


def decode(text: str) -> Annotations:
    return decode_annotations(text.encode(), name="annotations.toml")


def test_what_is_written_is_read() -> None:
    found = decode(WRITTEN)
    assert [each.kind for each in found.decisions] == [AnnotationKind.SAME]
    assert found.corrections[0].members == (("period.start", "2022-01-01"), ("value.amount", Decimal("13.3")))
    assert found.corrections[0].annotation.decided == date(2024, 2, 28)
    assert (found.additions[0].amount, found.additions[0].comparator) == (34000000, "approximately")
    assert dump_annotations(found).decode() == f"{HEADER}\n{WRITTEN}"


def test_a_day_of_tomls_own_is_read_too() -> None:
    assert decode(WRITTEN.replace('"2024-02-28"', "2024-02-28")) == decode(WRITTEN)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('author = "Ann"\nreason = "both', 'reason = "both', "at /same/0: member 'author' is missing"),
        ('author = "B"', 'author = ""', "at /add/0/author: '' is not a text with something in it"),
        ('reason = "missed"', 'reason = "missed"\nreasn = "x"', "at /add/0: unknown member 'reasn' (did you mean 'reason'?)"),
        ("13.3 }", "true }", "at /correct/0/set/value.amount: true is not a number"),
        ("13.3 }", "nan }", "at /: NaN is no figure"),
        ("amount = 34000000", "amount = []", "at /add/0/amount: a list is not a number"),
        ('"approximately"', '"about"', "at /add/0/comparator: 'about' is none of exactly"),
        ('"peru/crs-2024-01-10"\nquote', '"../x"\nquote', "at /add/0/snapshot: '../x' does not have the form"),
        (', "peru/state-2017-01-25#b"]', "]", "at /same/0/claims: fewer than two claims"),
        ('unit = "person"', 'unit = "person"\nstart = "2022-01-01"', "at /add/0/start: a period has both a start and an end"),
        ('date = "2024-02-28"', 'date = "2024-02-30"', "at /correct/0/date: '2024-02-30' is not a day"),
        ("[[same]]", "[[some]]", "at /: unknown member 'some' (did you mean 'same'?)"),
        ("[[same]]", "[[same]", "not TOML"),
    ],
)  # fmt: skip
def test_a_misfit_is_one_line_with_file_and_key(before: str, after: str, told: str) -> None:
    assert before in WRITTEN
    with pytest.raises(InvalidSettings) as refusal:
        decode(WRITTEN.replace(before, after))
    assert str(refusal.value).startswith(f"annotations.toml: {told}")
    assert "\n" not in str(refusal.value)


def test_discord_is_refused() -> None:
    with pytest.raises(InvalidSettings, match="at /correct/1/claim: .* is corrected twice"):
        decode(WRITTEN + WRITTEN.partition("[[correct]]")[2].partition("[[add]]")[0].join(["\n[[correct]]", ""]))
    with pytest.raises(InvalidSettings, match="at /different/0/claims: these claims are told to be one series too"):
        decode(WRITTEN + "\n[[different]]" + WRITTEN.partition("[[same]]")[2].partition("[[")[0])


VALUES: list[Any] = [
    None,
    True,
    0,
    -1,
    1.5,
    "",
    "x",
    "2024-02-30",
    "2024-01-10",
    [],
    ["a"],
    ["a", "b"],
    ["a", "a"],
    {},
    {"a": 1},
]


def test_what_the_schema_refuses_the_reader_refuses() -> None:
    table = tomllib.loads(WRITTEN)
    mutants = 0
    for kind, entries in table.items():
        for key in [*entries[0], "unheard-of", "prefix"]:
            for value in VALUES:
                mutant = copy.deepcopy(table)
                mutant[kind][0].pop(key, None)
                if value is not None:
                    mutant[kind][0][key] = value
                if not fits_schema(mutant):
                    mutants += 1
                    with pytest.raises(InvalidSettings):
                        decode(dump_toml(mutant))
    assert mutants > 100


def fits_schema(table: Any) -> bool:
    from reportdiff.model.errors import UnreadableInput

    try:
        validate(table, "annotations", name="x")
    except UnreadableInput:
        return False
    return True


def dump_toml(table: dict[str, list[dict[str, Any]]]) -> str:
    lines: list[str] = []
    for kind, entries in table.items():
        for entry in entries:
            lines += [f"[[{kind}]]", *(f"{key} = {dump_value(value)}" for key, value in entry.items())]
    return "\n".join(lines)


def dump_value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f'"{key}" = {dump_value(inner)}' for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(dump_value, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else '"' + str(value).replace('"', '\\"') + '"'


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
who = st.builds(
    Annotation,
    kind=st.just(AnnotationKind.CORRECT),
    author=words,
    reason=words,
    claims=words.map(lambda word: (word,)),
    decided=st.none() | st.dates(),
)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12)


@given(
    corrections=st.lists(
        st.builds(
            Correction,
            annotation=who,
            members=st.dictionaries(words, words | numbers, min_size=1, max_size=3).map(
                lambda each: tuple(sorted(each.items()))
            ),
        ),
        max_size=2,
        unique_by=lambda each: each.annotation.claims,
    ),
    additions=st.lists(
        st.builds(
            Addition,
            annotation=who.map(
                lambda each: Annotation(
                    kind=AnnotationKind.ADD, author=each.author, reason=each.reason, decided=each.decided
                )
            ),
            snapshot=st.just("peru/crs-2024-01-10"),
            quote=words,
            prefix=words,
            measure=words,
            amount=numbers,
            unit=words,
            dimensions=st.dictionaries(words, words, max_size=2).map(lambda each: tuple(sorted(each.items()))),
        ),
        max_size=1,
    ),
)
def test_reading_undoes_writing(corrections: list[Correction], additions: list[Addition]) -> None:
    written = dump_annotations(Annotations(corrections=tuple(corrections), additions=tuple(additions)))
    found = decode_annotations(written, name="x")
    assert set(found.corrections) == set(corrections)
    assert found.additions == tuple(additions)
    assert dump_annotations(found) == written
