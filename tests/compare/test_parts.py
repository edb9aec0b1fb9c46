"""Figures of lists: which parts can be one under two names, and which cannot."""

from __future__ import annotations

import pytest

from reportdiff.compare.joining.parts import are_other_parts, parts_told
from reportdiff.compare.reading.telling import telling_of
from tests.compare.writing import snapshot

LISTED = "{%s|%s percent %s measure=open:religions part=%s}"


def told(*parts: tuple[str, str, str]) -> str:
    return "Religions: " + ", ".join(LISTED % (amount, amount, when, name) for name, amount, when in parts)


def are_apart(old: tuple[str, str, str], new: tuple[str, str, str], *others: tuple[str, str, str]) -> bool:
    """Judged of the first figure of each side; *others* stand in both lists, for another measure's time."""
    one, other = (telling_of(snapshot(told(each, *others))) for each in (old, new))
    return are_other_parts(one.claims[0], other.claims[0], (parts_told(one), parts_told(other)))


@pytest.mark.parametrize(
    ("old", "new", "apart"),
    [
        (("includes-nazarene", "1.7", "2010"), ("nazarene", "1.8", "2021"), False),
        (("percent-of-women", "37", "2010"), ("percentage-women", "38", "2021"), False),
        (("united-states", "37", "2010"), ("us", "38", "2021"), False),
        (("sharchhopka", "28", "2010"), ("sharchopkha", "29", "2021"), False),
        (("other", "1.8", "2010"), ("other-and-unspecified", "0.9", "2021"), False),
        (("nazarene", "1.7", "2010"), ("adventist", "1.9", "2021"), True),
        (("unspecified", "0.9", "2010"), ("other", "0.3", "2021"), True),
        (("anglican", "2", "2010"), ("other", "2", "2010"), True),
        (("other-protestant", "30", "2010"), ("protestant", "83", "2010"), True),
        (("kingdom-of-god", "0.4", "2010"), ("no-response", "0.4", "2021"), True),
        (("black", "2", "2010"), ("african-descent", "2", "2010"), False),
        (("permanent-crops", "0", "2010"), ("forest", "0", "2010"), True),
        (("males-age-18-49", "50", "2010"), ("males-age-16-49", "51", "2015"), True),
        (("under-15-years", "50", "2010"), ("0-14-years", "51", "2015"), False),
        (("65-years-and-over", "5", "2010"), ("55-64-years", "6", "2015"), True),
    ],
)
def test_names_of_parts(old: tuple[str, str, str], new: tuple[str, str, str], *, apart: bool) -> None:
    assert are_apart(old, new) is apart
    assert are_apart(new, old) is apart


def test_what_all_parts_have_in_common_makes_no_two_of_them_one() -> None:
    others = (("election-results-kdh", "8", "2010"), ("election-results-sns", "6", "2010"))
    assert are_apart(("election-results-sdku", "18", "2010"), ("election-results-smer", "7", "2012"), *others)
    assert not are_apart(("election-results-sdku", "18", "2010"), ("election-results-sdku-ds", "7", "2012"), *others)


def test_a_part_that_the_other_list_has_too_is_no_other_part() -> None:
    others = (("muslim", "3", "2010"),)
    assert are_apart(("muslim-sunni", "5", "2010"), ("sunni", "5", "2010"), ("muslim-sunni", "4", "2010"))
    assert not are_apart(("muslim-sunni", "5", "2010"), ("sunni", "5", "2010"), *others)
