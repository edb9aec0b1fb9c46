"""Whose word is heard on whether a claim still stands."""

from __future__ import annotations

from dataclasses import replace

from reportdiff.checks.standing import gather_witnesses
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
