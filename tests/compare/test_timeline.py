"""A series through time: order, gaps, standing, conflicts; and who said what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations
from operator import itemgetter

from hypothesis import given
from hypothesis.strategies import booleans, integers, lists, sampled_from, tuples

from reportdiff.compare.blame import Blame, find_blame
from reportdiff.compare.joining.subject_series import align_subject
from reportdiff.compare.timeline import Timeline, kind_between, make_timelines, values_by_year
from reportdiff.compare.verdicts.standing import Standing
from reportdiff.model.change import CONFLICTS
from reportdiff.model.document import Snapshot, judged_order
from reportdiff.model.period import UNDATED, Basis, Period, Precision
from reportdiff.model.series import Member, SubjectSeries
from tests.compare.writing import snapshot

POVERTY = "measure=poverty.rate"
STATE = snapshot(
    f"About {{a quarter|25 percent published {POVERTY}}} are poor.", published="2017-01-25", document="state/u"
)
CENSUS = snapshot(
    f"Poverty was {{22 percent|22 percent 2015 {POVERTY}}} in 2015.", published="2018-03-01", document="census/u"
)
BANK = snapshot(
    f"Poverty was {{30 percent|30 percent 2015 {POVERTY}}} in 2015.", published="2018-06-01", document="bank/u"
)
CRS = snapshot(f"Poverty fell to {{20%|20 percent 2019 {POVERTY}}} in 2019.", published="2024-01-10", document="crs/u")
USAID = snapshot(
    f"In 2019 poverty was {{20 percent|20 percent 2019 {POVERTY}}}.", published="2024-05-01", document="usaid/u"
)
SILENT = snapshot("The president spoke.", published="2020-01-01", document="census/u")
ALL = (STATE, CENSUS, BANK, CRS, USAID, SILENT)


def timeline(*snapshots: Snapshot, as_of: date | None = None) -> Timeline:
    (made,) = make_timelines(align_subject(snapshots), snapshots, as_of)
    return made


def quotes(made: Timeline) -> list[str]:
    return [entry.claim.quote.exact for entry in made.entries]


def blame(*snapshots: Snapshot, as_of: date | None = None) -> Blame:
    return find_blame(timeline(*snapshots, as_of=as_of))


def test_observations_stand_in_order_of_their_period() -> None:
    made = timeline(*ALL)
    assert quotes(made) == ["22 percent", "30 percent", "a quarter", "20%", "20 percent"]
    assert [entry.number for entry in made.entries] == [1, 2, 3, 4, 5]
    assert made.as_of == date(2024, 5, 1)


def test_gaps_and_silence_are_shown() -> None:
    made = timeline(*ALL)
    assert made.gaps == ((2016, 2016), (2018, 2018))
    assert [each.id for each in made.silent] == [SILENT.id]


def test_conflicts_are_marked_on_both_sides() -> None:
    made = timeline(*ALL)
    marked = {entry.number: [(kind.value, other) for kind, other in entry.conflicts] for entry in made.entries}
    assert marked[1] == [("contradiction", 2)]
    assert marked[2] == [("contradiction", 1)]
    assert not marked[4]


@given(lists(tuples(integers(0, 900), sampled_from([1, 30, 365, 800]), integers(20, 22), booleans()), max_size=12))
def test_conflicts_are_those_that_every_two_observations_have(told: list[tuple[int, int, int, bool]]) -> None:
    snapshots = [_observation(number, *each) for number, each in enumerate(told)]
    members = tuple(Member(snapshot=each.id, claim=each.claims[0].id) for each in snapshots)
    series = SubjectSeries(id="poverty.rate", keys=("poverty.rate",), members=members)
    for made in make_timelines([series], snapshots, None):
        found = {(one.number, number): kind for one in made.entries for kind, number in one.conflicts}
        expected = {}
        for one, other in permutations(made.entries, 2):
            old, new = sorted((one, other), key=lambda entry: judged_order(entry.snapshot))
            kind = kind_between((old.snapshot, old.claim), (new.snapshot, new.claim))
            if kind in CONFLICTS:
                expected[one.number, other.number] = kind
        assert found == expected
        assert all(list(each.conflicts) == sorted(each.conflicts, key=itemgetter(1)) for each in made.entries)


def _observation(number: int, start: int, length: int, percent: int, dated: bool) -> Snapshot:
    """A report with one figure for some days, or for none that are told."""
    first = date(2015, 1, 1) + timedelta(days=start)
    last = first + timedelta(days=length - 1)
    period = Period(start=first, end=last, precision=Precision.SPAN, basis=Basis.STATED) if dated else UNDATED
    made = snapshot(f"Poverty was {{{percent} percent|{percent} percent 2015 {POVERTY}}}.", document=f"d{number % 3}/u")
    claims = tuple(replace(claim, period=period) for claim in made.claims)
    return replace(made, id=f"u/d{number % 3}-{number}", claims=claims)


def test_two_editions_of_one_document_revise() -> None:
    later = snapshot(
        f"Poverty was {{26 percent|26 percent 2015 {POVERTY}}} in 2015.", published="2019-03-01", document="census/u"
    )
    ((kind, _),) = timeline(CENSUS, later).entries[0].conflicts
    assert kind.value == "revision"


def test_what_came_later_is_not_known() -> None:
    made = timeline(*ALL, as_of=date(2018, 12, 31))
    assert quotes(made) == ["22 percent", "30 percent", "a quarter"]
    assert made.silent == ()
    assert list(make_timelines(align_subject(ALL), ALL, date(2000, 1, 1))) == []


def test_standing_is_judged_by_the_day() -> None:
    def standing(day: date | None) -> Standing:
        (entry,) = (entry for entry in timeline(*ALL, as_of=day).entries if entry.claim.quote.exact == "a quarter")
        return entry.judgement.standing

    assert standing(date(2018, 1, 1)) is Standing.CURRENT
    assert standing(None) is Standing.STALE


def test_an_edition_that_repeats_itself_is_shown_once() -> None:
    twice = snapshot(
        f"Poverty was {{22 percent|22 percent 2015 {POVERTY}}}.\nAgain, poverty was {{22 percent|22 percent 2015 {POVERTY}}}.",
        published="2018-03-01",
    )
    assert quotes(timeline(twice, CRS)) == ["22 percent", "20%"]


def test_the_figure_of_a_year_is_the_one_told_last() -> None:
    assert values_by_year(timeline(CENSUS, BANK, CRS).entries) == {2015: Decimal(30), 2019: Decimal(20)}


def test_who_said_it_first_and_last() -> None:
    found = blame(*ALL)
    assert (found.first.snapshot.id, found.last and found.last.snapshot.id) == (CRS.id, USAID.id)
    assert [(said, entry.snapshot.id) for said, entry in found.otherwise] == [("stale", STATE.id)]


def test_who_said_otherwise_of_the_same_time() -> None:
    found = blame(CENSUS, BANK)
    assert found.current.snapshot.id == BANK.id
    assert found.last is None
    assert [(said, entry.snapshot.id) for said, entry in found.otherwise] == [("contradiction", CENSUS.id)]
