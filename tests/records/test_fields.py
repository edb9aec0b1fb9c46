"""What each reader of a member takes, and how it refuses the rest: with the place and the value, in one line."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from reportdiff.model.span import Span
from reportdiff.records import fields
from reportdiff.records.fields import Misfit, Record
from reportdiff.records.json import JsonValue

LETTERS = re.compile(r"^[a-z]+$")
COLOURS = {"red": 1, "green": 2}
Read = Callable[[Record, str], object]


def matching(owner: Record, key: str) -> object:
    return fields.matching(owner, key, LETTERS)


def optional_matching(owner: Record, key: str) -> object:
    return fields.optional_matching(owner, key, LETTERS)


def short_string(owner: Record, key: str) -> object:
    return fields.short_string(owner, key, 3)


def choice(owner: Record, key: str) -> object:
    return fields.choice(owner, key, COLOURS)


def optional_choice(owner: Record, key: str) -> object:
    return fields.optional_choice(owner, key, COLOURS)


TAKEN = [
    (fields.string, "", ""),
    (fields.string, "a", "a"),
    (fields.word, "a", "a"),
    (fields.optional_string, "", ""),
    (fields.optional_string, None, None),
    (short_string, "abc", "abc"),
    (matching, "abc", "abc"),
    (optional_matching, None, None),
    (optional_matching, "abc", "abc"),
    (fields.number, 3, Decimal(3)),
    (fields.number, Decimal("-1.5"), Decimal("-1.5")),
    (fields.optional_number, None, None),
    (fields.optional_number, 0, Decimal(0)),
    (fields.count, 0, 0),
    (fields.count, 7, 7),
    (choice, "green", 2),
    (optional_choice, None, None),
    (optional_choice, "red", 1),
    (fields.optional_day, None, None),
    (fields.optional_day, "2024-01-10", date(2024, 1, 10)),
]
REFUSED: list[tuple[Read, JsonValue, str]] = [
    (fields.string, None, "null is not a text"),
    (fields.string, 3, "3 is not a text"),
    (fields.word, "", "'' is not a text with something in it"),
    (fields.word, ["a"], "a list is not a text with something in it"),
    (fields.optional_string, False, "false is neither a text nor null"),
    (short_string, "abcd", "4 characters are more than 3"),
    (short_string, 3, "3 is not a text"),
    (matching, "ABC", "'ABC' does not have the form ^[a-z]+$"),
    (matching, None, "null does not have the form ^[a-z]+$"),
    (optional_matching, "", "'' does not have the form ^[a-z]+$"),
    (fields.number, "3", "'3' is not a number"),
    (fields.number, True, "true is not a number"),
    (fields.number, None, "null is not a number"),
    (fields.optional_number, {}, "an object is not a number"),
    (fields.count, -1, "-1 is not a whole number of zero or more"),
    (fields.count, Decimal("1.0"), "1.0 is not a whole number of zero or more"),
    (fields.count, True, "true is not a whole number of zero or more"),
    (choice, "blue", "'blue' is none of red, green"),
    (choice, 1, "1 is none of red, green"),
    (choice, [], "a list is none of red, green"),
    (optional_choice, "blue", "'blue' is none of red, green"),
    (fields.optional_day, "2024-02-30", "'2024-02-30' is not a day such as 2024-01-10"),
    (fields.optional_day, "20240110", "'20240110' is not a day such as 2024-01-10"),
    (fields.optional_day, "2024-W02-3", "'2024-W02-3' is not a day such as 2024-01-10"),
    (fields.optional_day, "2024-01-100", "'2024-01-100' is not a day such as 2024-01-10"),
    (fields.optional_day, "٢٠٢٤-01-10", "'٢٠٢٤-01-10' is not a day such as 2024-01-10"),
    (fields.optional_day, 20240110, "20240110 is not a day such as 2024-01-10"),
]


@pytest.mark.parametrize(("read", "value", "wanted"), TAKEN)
def test_what_is_taken(read: Read, value: JsonValue, wanted: object) -> None:
    got = read({"a": value}, "a")
    assert (got, type(got)) == (wanted, type(wanted))


@pytest.mark.parametrize(("read", "value", "said"), REFUSED)
def test_what_is_refused_is_told_with_its_place(read: Read, value: JsonValue, said: str) -> None:
    with pytest.raises(Misfit) as refusal:
        read({"a": value}, "a")
    assert (refusal.value.problem, refusal.value.pointer) == (said, "/a")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a" * 40, repr("a" * 40)),
        ("a" * 41, repr("a" * 39 + "…")),
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (Decimal("1.50"), "1.50"),
        ([1], "a list"),
        ({"a": 1}, "an object"),
    ],
)
def test_a_value_in_a_few_characters(value: JsonValue, shown: str) -> None:
    assert fields.shown(value) == shown


KEYS, OPTIONAL = frozenset({"amount", "unit"}), frozenset({"note"})


@pytest.mark.parametrize("extra", [{}, {"note": "x"}])
def test_an_object_has_what_it_must_and_perhaps_what_it_may(extra: Record) -> None:
    value: Record = {"amount": 1, "unit": "USD", **extra}
    assert fields.record(value, KEYS, OPTIONAL) is value


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "a list is not an object"),
        (None, "null is not an object"),
        ({"amount": 1}, "member 'unit' is missing"),
        ({"note": "x"}, "member 'amount' is missing"),
        ({"amount": 1, "unti": "USD"}, "unknown member 'unti' (did you mean 'unit'?)"),
        ({"amount": 1, "unit": "USD", "noet": "x"}, "unknown member 'noet' (did you mean 'note'?)"),
        ({"amount": 1, "unit": "USD", "zzz": 1, "qqq": 2}, "unknown member 'qqq'"),
    ],
)
def test_an_object_with_other_members_is_refused(value: JsonValue, said: str) -> None:
    with pytest.raises(Misfit) as refusal:
        fields.record(value, KEYS, OPTIONAL)
    assert (refusal.value.problem, refusal.value.pointer) == (said, "/")


def test_an_optional_member_is_refused_where_none_may_be() -> None:
    with pytest.raises(Misfit, match="unknown member 'note'"):
        fields.record({"amount": 1, "unit": "USD", "note": "x"}, KEYS)


def test_a_list_is_read_item_by_item_and_its_misfit_has_a_number() -> None:
    spans: JsonValue = [{"start": 0, "end": 2}, {"start": 3, "end": 5}]
    assert fields.members({"spans": spans}, "spans", fields.span) == (Span(0, 2), Span(3, 5))
    assert fields.members({"spans": []}, "spans", fields.span) == ()
    with pytest.raises(Misfit) as refusal:
        fields.members({"spans": [{"start": 0, "end": 2}, {"start": 3, "end": -5}]}, "spans", fields.span)
    assert refusal.value.pointer == "/spans/1/end"
    with pytest.raises(Misfit) as refusal:
        fields.members({"spans": {"start": 0, "end": 2}}, "spans", fields.span)
    assert (refusal.value.problem, refusal.value.pointer) == ("an object is not a list", "/spans")


def test_a_member_passes_its_misfit_up_with_its_name() -> None:
    assert fields.member({"at": {"start": 1, "end": 2}}, "at", fields.span) == Span(1, 2)
    with pytest.raises(Misfit) as refusal:
        fields.member({"at": {"start": 1}}, "at", fields.span)
    assert (refusal.value.problem, refusal.value.pointer) == ("member 'end' is missing", "/at")
