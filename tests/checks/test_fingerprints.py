"""What a fingerprint is made of, and drafts held against texts without a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reportdiff.api import read_text
from reportdiff.checks.catalogue import CONTRADICTION_ACROSS, REVISION
from reportdiff.checks.findings import fingerprint_of
from reportdiff.checks.run import check_draft, look_at_editions
from reportdiff.compare.reading.periods import Relation, relate
from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.model.settings import DEFAULTS
from tests.compare.writing import figure, period

CLAIM = figure("5", "USD", when="2015")


def printed(
    *claims: Claim, rule: object = CONTRADICTION_ACROSS, subject: str = "utopia", series: str = "trade.total"
) -> str:
    return fingerprint_of(rule, subject, series, claims)  # type: ignore[arg-type]


def with_value(**change: object) -> Claim:
    assert isinstance(CLAIM.value, Quantity)
    return replace(CLAIM, value=replace(CLAIM.value, **change))  # type: ignore[arg-type]


OTHERS = [
    with_value(amount=Decimal(6)), with_value(upper=Decimal(9)), with_value(upper=Decimal(8)), with_value(unit="EUR"), with_value(per="year"),
    with_value(comparator=Comparator.AT_LEAST), replace(CLAIM, period=period("2016")), replace(CLAIM, period=period("2015..2016")),
    replace(CLAIM, period=period("2014..2015")), replace(CLAIM, period=period("none")),
]  # fmt: skip


def test_other_values_and_other_days_have_other_fingerprints() -> None:
    prints = [printed(claim) for claim in (CLAIM, *OTHERS)]
    assert len(set(prints)) == len(prints)
    assert all(len(each) == 16 and set(each) <= set("0123456789abcdef") for each in prints)


def test_rule_subject_and_series_are_in_it_and_the_order_of_the_sides_is_not() -> None:
    same = printed(CLAIM, OTHERS[0])
    assert printed(OTHERS[0], CLAIM) == same
    others = [printed(CLAIM), printed(CLAIM, OTHERS[0], rule=REVISION), printed(CLAIM, OTHERS[0], subject="atlantis"),
              printed(CLAIM, OTHERS[0], series="trade.goods")]  # fmt: skip
    assert len({same, *others}) == 5


@pytest.mark.parametrize(
    "same",
    [replace(CLAIM, quote=replace(CLAIM.quote, exact="five dollars")), replace(CLAIM, id="other"), with_value(text="five dollars"),
     with_value(amount=Decimal("5.0")), with_value(lower_bound=None, upper_bound=None)],
)  # fmt: skip
def test_wording_and_place_are_not_in_it(same: Claim) -> None:
    assert printed(same) == printed(CLAIM)


def edition(publisher: str, day: str | None, amount: str) -> Snapshot:
    text = f"Two-way trade was ${amount} billion in 2015."
    return read_text(text, subject="utopia", publisher=publisher, published=day)


DRAFT = edition("desk", None, "16.5")


@pytest.mark.parametrize(
    ("day", "as_of", "found"),
    [
        (None, None, True), (None, date(2017, 1, 1), True), ("2017-01-25", date(2017, 1, 24), False), ("2017-01-25", date(2017, 1, 25), True),
        ("2017-01-25", None, True),
    ],
)  # fmt: skip
def test_a_draft_is_held_against_what_was_known_by_the_day_and_against_what_bears_none(
    day: str | None, as_of: date | None, found: bool
) -> None:
    findings = check_draft(DRAFT, [edition("state", day, "14")], DEFAULTS, as_of=as_of)
    assert any(each.rule is CONTRADICTION_ACROSS for each in findings) is found


def test_what_two_sources_spread_over_is_settled_by_the_newer_one() -> None:
    """A claim that the newest stored text speaks of at its own time is not held against an older one."""
    older, newer = edition("state", "2017-01-25", "14"), edition("census", "2018-01-25", "16.5")
    assert [each.rule.name for each in check_draft(DRAFT, [older, newer], DEFAULTS, as_of=None)] == []
    assert any(
        each.rule is CONTRADICTION_ACROSS
        for each in check_draft(DRAFT, [newer, older, edition("crs", "2019-01-01", "15")], DEFAULTS, as_of=None)
    )


def test_without_any_day_nothing_is_stale() -> None:
    undated = [edition("state", None, "14"), edition("census", None, "14")]
    assert look_at_editions(undated, DEFAULTS, as_of=None) == ()


def test_windows_that_begin_apart_are_told_apart_by_the_days_they_share() -> None:
    assert relate(period("2010..2019"), period("2012..2019")) is Relation.SAME
    assert relate(period("2010..2019"), period("2013..2019")) is Relation.LATER
    assert relate(period("2010..2019"), period("2010..2018")) is Relation.EARLIER
