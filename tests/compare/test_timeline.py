"""A series through time: order, gaps, standing, conflicts; and who said what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reportdiff.compare.blame import Blame, find_blame
from reportdiff.compare.joining.subject_series import align_subject
from reportdiff.compare.timeline import Timeline, make_timelines, values_by_year
from reportdiff.compare.verdicts.standing import Standing
from reportdiff.model.document import Snapshot
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
