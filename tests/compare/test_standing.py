"""Whether a claim still stands on a day."""

from __future__ import annotations

from datetime import date

import pytest

from reportdiff.compare.verdicts.standing import Observation, Standing, judge_standing, latest_known
from reportdiff.compare.verdicts.terms import last_day
from reportdiff.model.claim import Claim, ClaimKind, Holder, Quote
from reportdiff.model.text import Span
from tests.compare.writing import figure, period

TODAY = date(2024, 6, 1)
SEEN = date(2024, 1, 10)


def standing(claim: Claim, *others: tuple[Claim, date | None], as_of: date = TODAY) -> Standing:
    series = [Observation(claim=other, known=known) for other, known in others]
    return judge_standing(claim, series, as_of).standing


@pytest.mark.parametrize(
    ("claim", "other", "known", "expected"),
    [
        (figure("25", "percent"), figure("20", "percent", when="2022"), SEEN, Standing.STALE),
        (figure("25", "percent", when="none"), figure("20", "percent", when="2007"), SEEN, Standing.STALE),
        (figure("25", "percent"), figure("20", "percent", when="2007"), SEEN, Standing.CURRENT),
        (figure("25", "percent", when="2015"), figure("20", "percent", when="2022"), SEEN, Standing.CURRENT),
        (figure("33", "person", "approximately"), figure("34", "person", when="2022"), SEEN, Standing.CURRENT),
        (figure("25", "percent"), figure("20", "percent", when="2022"), date(2024, 6, 2), Standing.CURRENT),
        (figure("25", "percent"), figure("20", "percent", when="2022"), None, Standing.CURRENT),
    ],
)
def test_stale(claim: Claim, other: Claim, known: date | None, expected: Standing) -> None:
    assert standing(claim, (other, known), (claim, SEEN)) is expected


def test_the_latest_period_decides_and_not_the_latest_publication() -> None:
    later, earlier = figure("25", "percent", when="2023"), figure("20", "percent", when="2022")
    claim = figure("25", "percent")
    assert standing(claim, (later, date(2023, 12, 1)), (earlier, SEEN)) is Standing.CURRENT


def test_of_one_period_the_newest_publication_decides() -> None:
    old, new = figure("25", "percent", when="2022"), figure("20", "percent", when="2022")
    claim = figure("25", "percent")
    for series in (((old, date(2023, 1, 1)), (new, SEEN)), ((new, SEEN), (old, date(2023, 1, 1)))):
        assert standing(claim, *series) is Standing.STALE
    assert standing(claim, (new, date(2023, 1, 1)), (old, SEEN)) is Standing.CURRENT


def test_what_is_undated_overtakes_nothing() -> None:
    undated = figure("20", "percent", when="none")
    assert standing(figure("25", "percent"), (undated, SEEN)) is Standing.CURRENT
    assert standing(figure("25", "percent", when="none"), (undated, SEEN)) is Standing.CURRENT


def test_a_later_figure_in_another_unit_is_set_against_it_in_one_unit() -> None:
    assert standing(figure("2", "km"), (figure("2000", "m", when="2022"), SEEN)) is Standing.CURRENT
    assert standing(figure("2", "km"), (figure("3000", "m", when="2022"), SEEN)) is Standing.STALE


@pytest.mark.parametrize(
    ("until", "expected"), [("2021-07", Standing.EXPIRED), ("2026", Standing.CURRENT), (None, Standing.CURRENT)]
)
def test_expired(until: str | None, expected: Standing) -> None:
    claim = Claim(
        id="president",
        kind=ClaimKind.HOLDER,
        measure="president",
        value=Holder(office="president", person="A", until=until),
        period=period("published"),
        quote=Quote(exact="A"),
        position=Span(0, 1),
        sentence=Span(0, 1),
    )
    assert standing(claim) is expected


@pytest.mark.parametrize(
    ("told", "day"), [("2024-02", date(2024, 2, 29)), ("2021", date(2021, 12, 31)), ("2021-13", None), ("soon", None)]
)
def test_last_day_of_a_reduced_date(told: str, day: date | None) -> None:
    assert last_day(told) == day


def test_the_latest_known_is_dated_and_known_by_then() -> None:
    early, late = figure("5", when="2015"), figure("6", when="2018")
    undated = figure("7", when="none")
    known = [Observation(claim=claim, known=date(2019, 1, 1)) for claim in (late, undated, early)]
    assert latest_known(known, date(2019, 1, 1)) is known[0]
    assert latest_known(known[1:], date(2019, 1, 1)) is known[2]
    assert latest_known(known[1:2], date(2019, 1, 1)) is None
    assert latest_known(known, date(2018, 12, 31)) is None
    assert latest_known([Observation(claim=late, known=None)], date(2019, 1, 1)) is None
