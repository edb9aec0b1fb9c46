"""Whose word is heard on whether a claim still stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportdiff.checks.standing import check_standing, gather_witnesses
from reportdiff.compare.diff import diff_snapshots
from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.document import Snapshot
from tests.compare.writing import snapshot

HUTS = "The Alpine club ran {{{0} mountain huts|{0} count measure=open:mountain-hut}}."
POOR = "The poverty rate is {{{0} percent|{0} percent measure=poverty.rate}}."


def heard(draft: Snapshot, *stored: Snapshot) -> list[list[str]]:
    """Of each claim of the draft, what its witnesses say."""
    witnesses = gather_witnesses(draft, [diff_snapshots(draft, each) for each in stored])
    return [[each.claim.quote.exact for each in witnesses.get(claim.id, ())] for claim in draft.claims]


def test_a_known_measure_is_witnessed_by_its_key_and_an_open_one_by_its_pair() -> None:
    draft = snapshot(f"{HUTS.format(42)}\n{POOR.format(25)}", document="me/peru")
    state = snapshot(f"{HUTS.format(44)}\n{POOR.format(20)}", document="state/peru", published="2021-01-01")
    crs = snapshot(POOR.format(21), document="crs/peru", published="2022-01-01")
    assert heard(draft, state, crs) == [["44 mountain huts"], ["20 percent", "21 percent"]]
    assert heard(draft, crs) == [[], ["21 percent"]]
    assert heard(draft) == [[], []]


def test_what_somebody_told_apart_is_no_witness() -> None:
    apart = Annotation(kind=AnnotationKind.DIFFERENT, author="Ann", reason="another line")
    draft = snapshot(POOR.format(25), document="me/peru")
    state = snapshot(POOR.format(20), document="state/peru", published="2021-01-01")
    one, other = (
        replace(each, claims=tuple(replace(claim, annotations=(apart,)) for claim in each.claims))
        for each in (draft, state)
    )
    assert heard(draft, state) == [["20 percent"]]
    assert heard(one, other) == [[]]


BORDERS = (
    "The land boundaries are {{{0} km|{0} km measure=geography.land-boundaries}} in all and"
    " {{{1} km|{1} km measure=geography.land-boundaries}} with one neighbour."
)
TOTAL = "The land boundaries are {{{0} km|{0} km measure=geography.land-boundaries}}."
POOR_UNDATED = "The poverty rate is {{{0} percent|{0} percent none measure=poverty.rate}}."
DAY = date(2024, 1, 1)


def overtaken(own: Snapshot, *stored: Snapshot) -> list[tuple[str, str]]:
    """What of a snapshot is stale, and by what."""
    witnesses = gather_witnesses(own, [diff_snapshots(own, each) for each in stored])
    return [
        (finding.old.claim.quote.exact, finding.new.claim.quote.exact)
        for finding in check_standing(own, witnesses, DAY)
        if finding.old and finding.new
    ]


def test_what_one_sentence_tells_beside_others_neither_overtakes_nor_is_overtaken() -> None:
    old = snapshot(TOTAL.format(2094), document="me/peru", published="2010-01-01")
    new = snapshot(TOTAL.format(2420), document="state/peru", published="2021-01-01")
    mixed = snapshot(BORDERS.format(2420, 602), document="crs/peru", published="2022-01-01")
    former = snapshot(BORDERS.format(2094, 549), document="me/peru", published="2010-01-01")
    assert overtaken(old, new) == [("2094 km", "2420 km")]
    assert overtaken(old, mixed) == []
    assert overtaken(old, new, mixed) == [("2094 km", "2420 km")]
    assert overtaken(former, new) == []


def test_the_same_figure_told_twice_in_a_sentence_is_one() -> None:
    old = snapshot(TOTAL.format(2094), document="me/peru", published="2010-01-01")
    twice = snapshot(BORDERS.format(2420, 2420), document="crs/peru", published="2022-01-01")
    assert overtaken(old, twice) == [("2094 km", "2420 km")]


def test_a_figure_without_a_time_is_not_overtaken_by_what_its_own_edition_came_after() -> None:
    before = snapshot(POOR.format(20), document="state/peru", published="2021-01-01")
    undated = snapshot(POOR_UNDATED.format(25), document="me/peru", published="2022-01-01")
    assert overtaken(undated, before) == []
    assert overtaken(replace(undated, edition=replace(undated.edition, published=None)), before) == [
        ("25 percent", "20 percent")
    ]
    assert overtaken(undated, snapshot(POOR.format(20), document="state/peru", published="2023-01-01")) == [
        ("25 percent", "20 percent")
    ]
