"""What a figure's own phrase ties it to: other things, places, instances and increments are other figures."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.api import diff
from reportdiff.compare.joining.bonds import bonds_of
from reportdiff.compare.joining.both import Reading
from reportdiff.compare.joining.marks import OTHER_SCOPE, doubt_of, marks_of
from reportdiff.compare.joining.series import align_series
from reportdiff.compare.reading.telling import telling_of
from reportdiff.model.change import Changed
from tests.compare.writing import snapshot


def joined(old: str, new: str) -> list[tuple[str, str]]:
    """The quotes that *old* and *new* tell of one series."""
    reading = Reading(telling_of(snapshot(old)), telling_of(snapshot(new, published="2022-01-01")))
    return [
        (one.quote.exact, other.quote.exact)
        for series in align_series(reading)
        for one in series.old
        for other in series.new
    ]


TOGETHER = {
    "cases of one offense": (
        "Through August the ombudsman documented {19 cases|19 count counted=case} of torture by guards.",
        "Through June the ombudsman documented {two cases|2 count counted=case} of torture by prison guards.",
    ),
    "one place": (
        "The fund has shipped {1.5 million doses|1500000 count counted=dose} of vaccine to Kenya.",
        "The fund has shipped {4 million doses|4000000 count counted=dose} of vaccine to Kenya.",
    ),
    "a country and its people": (
        "The ministry hosted {1,200 students|1200 person counted=student} from Chile at northern colleges.",
        "The ministry hosted {1,900 Chilean students|1900 person counted=student} at northern colleges.",
    ),
    "one numbered instance": (
        "The second cohort brought {30 fellows|30 person counted=fellow} to the academy of public health.",
        "The second cohort brought {34 fellows|34 person counted=fellow} to the academy of public health.",
    ),
    "one cause": (
        "The ministry counted {31 kidnappings|31 count counted=kidnapping} attributed to common criminals in the valley.",
        "The ministry counted {45 kidnappings|45 count counted=kidnapping} attributed to common criminals in the valley.",
    ),
    "one cause in two phrases": (
        "The office verified {312 attacks|312 count counted=attack} attributed to government forces in the north.",
        "The office verified {290 attacks|290 count counted=attack} by government forces in the north.",
    ),
    "money so far": (
        "In total the agency has provided {$150 million|150000000 USD} to repair schools in the delta.",
        "In total the agency has provided {$190 million|190000000 USD} to repair schools in the delta.",
    ),
}


@pytest.mark.parametrize("name", TOGETHER)
def test_joined_where_the_phrase_says_the_same(name: str) -> None:
    old, new = TOGETHER[name]
    assert len(joined(old, new)) == 1
    assert len(joined(new, old)) == 1


APART = {
    "cases of two offenses": (
        "Through August the ombudsman documented {19 cases|19 count counted=case} of torture by guards.",
        "Through June the ombudsman documented {two cases|2 count counted=case} of extortion by guards.",
    ),
    "cases of two offenses behind the same bland words": (
        "The prosecutor opened {18 investigations|18 count counted=investigation} related to cases of arson.",
        "The prosecutor opened {96 investigations|96 count counted=investigation} related to cases of fraud.",
    ),
    "the same number in two places": (
        "The fund has shipped {one million doses|1000000 count counted=dose} of vaccine to Kenya.",
        "The fund has shipped {one million doses|1000000 count counted=dose} of vaccine to Nepal.",
    ),
    "two cohorts": (
        "The first cohort brought fellows to the academy for a {four-week|4 week} course on public health.",
        "The second cohort brought fellows to the academy for a {three-week|3 week} course on public health.",
    ),
    "what comes on top": (
        "The clinic trained {400 nurses|400 person counted=nurse} in the highland districts.",
        "The clinic trained {an additional 60 nurses|60 person counted=nurse} in the highland districts.",
    ),
    "two gifts in nearly the same words": (
        "The agency is providing {$12 million|12000000 USD} to strengthen local disaster preparedness.",
        "The agency is providing {$3.6 million|3600000 USD} to strengthen local disaster preparedness.",
    ),
    "one cause and all": (
        "The ministry counted {31 kidnappings|31 count counted=kidnapping} attributed to common criminals in the valley.",
        "The ministry counted {81 kidnappings|81 count counted=kidnapping} in the valley.",
    ),
    "two causes": (
        "The ministry counted {31 kidnappings|31 count counted=kidnapping} attributed to common criminals in the valley.",
        "The ministry counted {31 kidnappings|31 count counted=kidnapping} attributed to rebel fighters in the valley.",
    ),
    "parts of two packages": (
        "The assistance includes {$561 million|561000000 USD} from the development agency for shelter.",
        "The assistance includes {$101 million|101000000 USD} from the development agency for shelter.",
    ),
}


@pytest.mark.parametrize("name", APART)
def test_kept_apart(name: str) -> None:
    old, new = APART[name]
    assert joined(old, new) == []
    assert joined(new, old) == []


def told_of(old: str, new: str) -> list[str]:
    """What is said of the figures of two reports that are set against each other."""
    reports = read_text(old, published="2020-03-30"), read_text(new, published="2022-03-30")
    return [change.reason for change in diff(*reports).changes if isinstance(change, Changed)]


GOVERNORS = "the unit was protecting {} governors of the southern provinces."


@pytest.mark.parametrize("lead", ["As of", "as at"])
def test_a_state_as_of_a_day_moves_and_what_happened_on_a_day_does_not(lead: str) -> None:
    old, new = f"{lead} May 31, {GOVERNORS}".format(17), f"{lead} June 30, {GOVERNORS}".format(16)
    assert told_of(old, new) == [
        "Governors of southern provinces fell from 17 governors (31 May 2019) to 16 governors (30 June 2021), down 5.9 %"
    ]
    assert told_of(old.replace(lead, "On"), new.replace(lead, "On")) == []


PHRASES: dict[str, tuple[set[str], set[str]]] = {
    "The court heard {12 cases|12 count} of assault and theft, most in the capital.": ({"assault", "theft"}, set()),
    "Police recorded {12 reports|12 count} related to cases of arson in Quito.": ({"arson"}, {"quit"}),
    "About {12 percent|12 percent} of workers in Ghana": (set(), {"ghan"}),
    "Some {12 villages|12 count}, according to the United Nations": (set(), set()),
    "It reached {12 schools|12 count} according to the Ministry": (set(), set()),
}


@pytest.mark.parametrize("written", PHRASES)
def test_phrase(written: str) -> None:
    found = bonds_of(telling_of(snapshot(written)), 0)
    objects, names = PHRASES[written]
    assert found.objects == objects
    assert found.names == names


def test_a_figure_of_children_is_doubted_against_one_of_everybody() -> None:
    old = "A conviction for the abduction of a child carries penalties from {25 years|25 year} to life in prison."
    new = "A conviction for an abduction carries penalties from {14 years|14 year} to life in prison."
    one, other = telling_of(snapshot(old)), telling_of(snapshot(new))
    marks, unmarked = marks_of(one, 0), marks_of(other, 0)
    assert marks.scope == {"children"}
    assert not unmarked.scope
    assert doubt_of(one.claims[0], other.claims[0], marks, unmarked) == OTHER_SCOPE
    assert doubt_of(other.claims[0], one.claims[0], unmarked, marks) == OTHER_SCOPE
    assert doubt_of(one.claims[0], other.claims[0], marks, marks) == 0
