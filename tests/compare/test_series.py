"""Which figures of two texts are joined, and which must not be."""

from __future__ import annotations

import pytest

from reportdiff.compare.joining.both import Reading
from reportdiff.compare.joining.series import align_series
from reportdiff.compare.reading.telling import telling_of
from tests.compare.writing import snapshot

LATER = "2022-01-01"


def joined(old: str, new: str) -> list[tuple[list[str], list[str]]]:
    """The quotes of each series that both texts tell."""
    found = align_series(Reading(telling_of(snapshot(old)), telling_of(snapshot(new, published=LATER))))
    sides = [([c.quote.exact for c in series.old], [c.quote.exact for c in series.new]) for series in found]
    return [side for side in sides if side[0] and side[1]]


JOINED = {
    "prison figures of two years": (
        (
            "As of June the institute reported the system had {94,235 prisoners|94235 person 2019-06} in"
            " {69 facilities|69 count 2019-06} designed for a total of {39,156 prisoners|39156 person 2019-06}."
        ),
        (
            "As of May the institute reported the prison system held {86,812 prisoners|86812 person 2021-05} in"
            " {69 facilities|69 count 2021-05} designed for a total of {40,137 prisoners|40137 person 2021-05}."
        ),
        [
            (["94,235 prisoners"], ["86,812 prisoners"]),
            (["69 facilities"], ["69 facilities"]),
            (["39,156 prisoners"], ["40,137 prisoners"]),
        ],
    ),
    "both ends of a move": (
        "Two-way trade increased from {$9 billion|9 USD 2009} in 2009 to {$14 billion|14 USD 2015} in 2015.",
        (
            "Trade more than doubled, with two-way trade rising from {$9 billion|9 USD 2009} in 2009"
            " to {over $22 billion|22 USD more-than 2022} in 2022."
        ),
        [(["$9 billion", "$14 billion"], ["$9 billion", "over $22 billion"])],
    ),
    "a sentence told again word for word": (
        "Approximately {27.8 percent|27.8 percent} of women in the Upper East Region had undergone the practice.",
        "Approximately {27.8 percent|27.8 percent} of women in the Upper East Region had undergone the practice.",
        [(["27.8 percent"], ["27.8 percent"])],
    ),
    "a vocabulary measure told in other words": (
        "About {one quarter|25 percent measure=poverty.rate} of the population lives in poverty.",
        "Those classed as poor fell to {20%|20 percent 2019 measure=poverty.rate} of Peruvians.",
        [(["one quarter"], ["20%"])],
    ),
    "inmates are prisoners": (
        "Authorities shared one toilet among {100 prisoners|100 person measure=open:prisoner} in crowded cells.",
        "Authorities shared one toilet among {120 inmates|120 person measure=open:inmate} in crowded cells.",
        [(["100 prisoners"], ["120 inmates"])],
    ),
}


@pytest.mark.parametrize("name", JOINED)
def test_joined(name: str) -> None:
    old, new, expected = JOINED[name]
    assert joined(old, new) == expected


APART = {
    "one value of two things": (
        "About {76 percent|76 percent} of persons with disabilities did not work.",
        "About {76 percent|76 percent} of workers were in the informal sector.",
    ),
    "two packages in identical words": (
        "The secretary announced a new package of {$400 million|400 USD} in security assistance for the ministry.",
        "The secretary announced a new package of {$275 million|275 USD} in security assistance for the ministry.",
    ),
    "two packages under one key of the vocabulary": (
        "The ambassador announced {nearly $808 million|808 USD measure=assistance.humanitarian} to respond to the crisis.",
        "The secretary announced {nearly $585 million|585 USD measure=assistance.humanitarian} to respond to the crisis.",
    ),
    "a window against another": (
        "The agency provided {$150 million|150 USD 2021..2022} in assistance to the country in the past two years.",
        "The agency provided {$90 million|90 USD 2022} in assistance to the country in the past year.",
    ),
    "since one start and since another": (
        "Since January 2021 the fund has supported {400 schools|400 count 2021..2022} in the northern regions.",
        "Since October 2019 the fund has supported {900 schools|900 count 2019..2023} in the northern regions.",
    ),
    "another currency": (
        "The port will cost {$3.6 billion|3600000000 USD} to build near the capital.",
        "The port will cost {3.1 billion euros|3100000000 EUR} to build near the capital.",
    ),
    "a flow against its opposite": (
        "The country recorded {$8.8 billion|8.8 USD 2015 flow=exports} in trade with its neighbour in 2015.",
        "The country recorded {$9.9 billion|9.9 USD 2016 flow=imports} in trade with its neighbour in 2016.",
    ),
    "a field against its opposite": (
        "Imports - partners: Germany 9.6%, Poland {4.9%|4.9 percent 2009}, Italy 3% (2009)",
        "Exports - partners: Germany 9.6%, Poland {4.9%|4.9 percent 2014}, Italy 3% (2014)",
    ),
    "rural against urban": (
        "Among rural women the practice reached {3.6 percent|3.6 percent} in the last health survey.",
        "Among urban women the practice reached {1.2 percent|1.2 percent} in the last health survey.",
    ),
    "two measures of the vocabulary": (
        "The report put the yearly figure at {5.1 percent|5.1 percent measure=gdp.growth} for the country.",
        "The report put the yearly figure at {6.2 percent|6.2 percent measure=inflation.rate} for the country.",
    ),
}


@pytest.mark.parametrize("name", APART)
def test_kept_apart(name: str) -> None:
    old, new = APART[name]
    assert joined(old, new) == []
    assert joined(new, old) == []


def test_abstains_between_two_equally_like_figures() -> None:
    old = "The court sentenced {five officers|5 person} to prison in the capital region."
    new = "The court sentenced {six officers|6 person} and {eight officers|8 person} to prison in the capital region."
    assert joined(old, new) == []


def test_a_key_under_which_an_edition_contradicts_itself_is_not_trusted() -> None:
    """Without the words the capacity of one prison could be joined with that of them all."""
    old = (
        "Nationwide the system held {15,461 inmates|15461 person 2019 measure=prison.population} in September.\n"
        "The women's facility at Nsawam held {800 inmates|800 person 2019 measure=prison.population} after renovation."
    )
    new = "Nationwide the system held {13,480 inmates|13480 person 2021 measure=prison.population} in September."
    assert joined(old, new) == [(["15,461 inmates"], ["13,480 inmates"])]


def test_a_figure_told_twice_is_one_observation() -> None:
    told = "The population was {34 million|34 person 2022 measure=population.total} in 2022.\n"
    again = "Of the {34 million|34 person 2022 measure=population.total} people most live on the coast."
    assert joined(told + again, told) == [(["34 million", "34 million"], ["34 million"])]


def test_a_field_is_set_against_the_same_field() -> None:
    old = (
        "Economy - overview: output grew by {3.5 percent|3.5 percent 2000 measure=gdp.growth} in the new year.\n"
        "GDP - real growth rate: {2.4%|2.4 percent 1999 measure=gdp.growth} (1999 est.)"
    )
    new = "GDP - real growth rate: {4.5%|4.5 percent 2004 measure=gdp.growth} (2004 est.)"
    assert joined(old, new) == [(["2.4%"], ["4.5%"])]


def test_series_are_told_without_the_text() -> None:
    from dataclasses import replace

    old, new = (
        snapshot(text, published=day)
        for text, day in (
            ("As of June the system had {94,235 prisoners|94235 person 2019-06} in custody.", "2020-01-01"),
            ("As of May the system had {86,812 prisoners|86812 person 2021-05} in custody.", LATER),
        )
    )
    found = align_series(Reading(telling_of(replace(old, text=None)), telling_of(replace(new, text=None))))
    assert [(len(series.old), len(series.new)) for series in found] == [(1, 1)]
