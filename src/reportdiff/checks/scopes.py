"""Figures of a draft that the store tells for other people, another place or another stage of a budget only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportdiff.checks import catalogue
from reportdiff.checks.findings import remark, say_side
from reportdiff.compare.joining.series import key_of
from reportdiff.compare.reading.periods import Relation, relate
from reportdiff.compare.reading.telling import Tell, Telling, is_open, once, telling_of
from reportdiff.compare.verdicts.reasons import told
from reportdiff.model.claim import Claim, Dimensions
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Side
from reportdiff.model.quantity import Quantity
from reportdiff.vocabulary.names import name_measure

SCOPES = frozenset({"area", "population", "programme", "stage"})
"""Dimensions that say of whom, where or how far along a figure is told."""


def check_scopes(draft: Snapshot, stored: Sequence[Snapshot], *, tell: Tell = telling_of) -> Iterator[Finding]:
    """The draft's figures of the vocabulary for which *stored*, the newest last, have another scope and not this one.

    Only figures of one time are set side by side, and only where nothing stored has the draft's own scope.
    """
    figures = [(snapshot, once(tell(snapshot), _by_rest)) for snapshot in stored]
    for claim in draft.claims:
        if not _is_measured(claim):
            continue
        rest = _without_scope(claim)
        like = [(other, snapshot) for snapshot, by_rest in figures for other in by_rest.get(rest, ())]
        if any(key_of(other) == key_of(claim) for other, _ in like):
            continue
        same = next((each for each in reversed(like) if _is_same_time(claim, each[0])), None)
        if same is not None:
            yield _finding(Side(claim=claim, snapshot=draft, draft=True), Side(claim=same[0], snapshot=same[1]))


def _by_rest(telling: Telling) -> Mapping[object, list[Claim]]:
    """The figures of the vocabulary by what their scope leaves of their key, in order of place."""
    figures: dict[object, list[Claim]] = {}
    for claim in telling.claims:
        if _is_measured(claim):
            figures.setdefault(_without_scope(claim), []).append(claim)
    return figures


def _finding(side: Side, other: Side) -> Finding:
    name = name_measure(side.claim.measure, (), side.claim.name)
    scopes = f"{_say_scope(side.claim)} against {_say_scope(other.claim)}"
    message = (
        f"{name[:1].upper()}{name[1:]} is given as {told(side.claim)} and as {told(other.claim)}, "
        f"which differ in scope: {scopes} ({say_side(side)}; {say_side(other)})"
    )
    return remark(catalogue.SCOPE_MISMATCH, side.claim.measure, side, other, message, at=side)


def _is_measured(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and not is_open(claim)


def _without_scope(claim: Claim) -> object:
    measure, dimensions, family, per = key_of(claim)
    return measure, tuple(pair for pair in dimensions if pair[0] not in SCOPES), family, per


def _is_same_time(one: Claim, other: Claim) -> bool:
    return relate(one.period, other.period) is Relation.SAME


def _say_scope(claim: Claim) -> str:
    told_of: Dimensions = tuple(pair for pair in claim.dimensions if pair[0] in SCOPES)
    return ", ".join(f"{name} {value}" for name, value in told_of) or "the whole"
