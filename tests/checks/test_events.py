"""Things named by a year that no other text tells of any of their events."""

from __future__ import annotations

import pytest

from reportdiff.checks.events import check_event_years, is_named_by_year
from reportdiff.model.claim import Claim, ClaimKind, EventDate, Quote
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding
from reportdiff.model.settings import Level
from reportdiff.model.text import Span
from tests.compare.writing import figure, period, snapshot


def event(name: str, day: str, **dimensions: str) -> Claim:
    return Claim(
        id=f"{name}-{day}",
        kind=ClaimKind.DATE,
        measure=f"event.{name}",
        value=EventDate(event=name, date=day, precision="day" if day.count("-") == 2 else "year"),
        period=period(day),
        quote=Quote(exact=day),
        position=Span(0, 1),
        sentence=Span(0, 1),
        dimensions=tuple(sorted(dimensions.items())),
    )


def edition(document: str, *events: Claim, published: str = "2020-01-01") -> Snapshot:
    return snapshot("", document=f"{document}/peru", facts=events, published=published)


def told(old: Snapshot, *others: Snapshot, draft: bool = False) -> list[Finding]:
    return list(check_event_years(old, others, draft=draft))


NAMED = event("trade-agreement.dated", "2006")


def test_a_year_that_is_that_of_no_event_is_told() -> None:
    crs = edition("crs", event("trade-agreement.signed", "2007-04-12"), event("trade-agreement.entered-force", "2009"))
    (finding,) = told(edition("state", NAMED), crs)
    assert finding.message == (
        "The trade agreement is named by the year 2006, but crs, 2020-01-01, says signed 2007; "
        "crs, 2020-01-01, says entered force 2009"
    )
    assert (finding.rule.name, finding.series, finding.where) == (
        "event-year",
        "event.trade-agreement.dated",
        "peru/state-2020-01-01",
    )
    assert finding.evidence == (NAMED,)
    assert finding.new is not None
    assert finding.new.claim.id == "trade-agreement.entered-force-2009"


def test_a_draft_is_told_at_its_own_level() -> None:
    crs = edition("crs", event("trade-agreement.signed", "2007-04-12"))
    stored, drafted = told(edition("state", NAMED), crs)[0], told(edition("state", NAMED), crs, draft=True)[0]
    assert stored.old is not None
    assert drafted.old is not None
    assert (stored.old.draft, drafted.old.draft) == (False, True)
    assert drafted.level is drafted.rule.draft_level
    assert isinstance(stored.level, Level)


@pytest.mark.parametrize(
    "other",
    [
        event("trade-agreement.signed", "2006-04-12"),
        event("trade-agreement.dated", "2006"),
        event("fishing-agreement.signed", "2007-04-12"),
        event("trade-agreement.signed", "2007-04-12", partner="chile"),
        figure("2007"),
    ],
)
def test_a_year_that_fits_or_cannot_be_held_against_anything_is_not(other: Claim) -> None:
    assert told(edition("state", NAMED), edition("crs", other)) == []


def test_one_event_of_the_year_is_enough() -> None:
    events = (event("trade-agreement.signed", "2006-04-12"), event("trade-agreement.entered-force", "2009"))
    assert told(edition("state", NAMED), edition("crs", *events)) == []


def test_another_name_by_year_is_told_as_such_and_each_once() -> None:
    twice = edition("crs", event("trade-agreement.dated", "2007"), event("trade-agreement.dated", "2007"))
    (finding,) = told(edition("state", NAMED), twice)
    assert finding.message.endswith(", but crs, 2020-01-01, names it by 2007")


def test_only_the_last_few_are_told() -> None:
    many = [event("trade-agreement.amended", str(year)) for year in range(2011, 2018)]
    (finding,) = told(edition("state", NAMED), edition("crs", *many))
    assert [year for year in range(2011, 2018) if str(year) in finding.message] == [2013, 2014, 2015, 2016, 2017]


def test_only_a_year_in_a_name_is_looked_at() -> None:
    signed, dated = event("trade-agreement.signed", "2007"), event("dated", "2007")
    assert [is_named_by_year(each) for each in (NAMED, signed, dated, figure("7"))] == [True, False, True, False]
    assert told(edition("state", signed, figure("7")), edition("crs", event("trade-agreement.signed", "2008"))) == []
