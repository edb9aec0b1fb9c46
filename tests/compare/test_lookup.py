"""Series by what people call them."""

from __future__ import annotations

import pytest

from reportdiff.compare.lookup import NamedSeries, find_series
from reportdiff.model.errors import NotFound
from reportdiff.model.series import Member, SubjectSeries

NAMES = {
    "poverty.rate": "poverty rate",
    "poverty.extreme": "extreme poverty rate",
    "trade.total:partner=USA": "two-way trade with the United States",
    "trade.total:partner=CHN": "two-way trade with China",
    "open:container-port": "container port",
    "open:president": "president",
    "office.president": "president of the republic",
    "population.total": "population",
    "population.total~1929ad1368d7": "population",
}
EVERY = [
    NamedSeries(
        series=SubjectSeries(
            id=each, keys=(each.partition(":partner")[0],), members=(Member(snapshot="a/b", claim="c"),)
        ),
        name=name,
    )
    for each, name in NAMES.items()
]


def synonyms(words: str) -> list[str]:
    return ["poverty.extreme"] if words == "destitution" else []


@pytest.mark.parametrize(
    "called, found",
    [
        ("poverty.rate", "poverty.rate"),
        ("poverty rate", "poverty.rate"),
        ("Poverty Rate", "poverty.rate"),
        ("extreme", "poverty.extreme"),
        ("trade.total:partner=CHN", "trade.total:partner=CHN"),
        ("China", "trade.total:partner=CHN"),
        ("trade with the United States", "trade.total:partner=USA"),
        ("container-port", "open:container-port"),
        ("ports for containers", "open:container-port"),
        ("president", "open:president"),
        ("office", "office.president"),
        ("population", "population.total"),
        ("population.total~1929ad1368d7", "population.total~1929ad1368d7"),
        ("destitution", "poverty.extreme"),
    ],
)
def test_a_name_leads_to_one_series(called: str, found: str) -> None:
    assert find_series(called, EVERY, synonyms).series.id == found


@pytest.mark.parametrize(
    "called, said",
    [
        (
            "trade",
            "'trade' may be any of trade.total:partner=USA (two-way trade with the United States), trade.total:partner=CHN",
        ),
        ("trade.total", "may be any of"),
        ("povrty.rate", "no measure 'povrty.rate'; the nearest are poverty.rate"),
        ("xyzzy", "no measure 'xyzzy'; without a measure, timeline lists all that there are"),
        ("", "no measure ''"),
    ],
)
def test_what_is_unknown_or_ambiguous_is_said(called: str, said: str) -> None:
    with pytest.raises(NotFound) as problem:
        find_series(called, EVERY)
    assert said in str(problem.value)
