"""Sets two snapshots against each other, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportdiff.compare.joining.both import Reading
from reportdiff.compare.joining.facts import pair_facts
from reportdiff.compare.joining.pairing import Matter, Pairing, pair_series
from reportdiff.compare.joining.series import align_series
from reportdiff.compare.joining.unlike import join_unlike
from reportdiff.compare.reading.telling import Tell, telling_of
from reportdiff.compare.verdicts.fact_kinds import compare_facts
from reportdiff.compare.verdicts.figures import compare_figures, compare_telling
from reportdiff.compare.verdicts.reasons import explain_single
from reportdiff.model.change import AGREEING, Added, Change, ChangeKind, Diff, Dropped, is_news
from reportdiff.model.claim import Claim, ClaimKind
from reportdiff.model.document import Snapshot, judged_order
from reportdiff.model.span import Span


def diff_snapshots(old: Snapshot, new: Snapshot, *, tell: Tell = telling_of) -> Diff:
    """What *new* says differently from *old*, or says again: figures and facts, in the order of the new text.

    Each key that both hold gives one change, and so do the latest observations where these are of different times.
    What differs because another program, or a person, read the same source otherwise is marked technical. The order of
    claims plays no part, and with the snapshots swapped each change is swapped. *tell* gives a snapshot's telling; who
    sets one against several need not have it read each time.
    """
    same_document = old.document == new.document
    matters = _matters(old, new, tell)
    pairs = (change for matter in matters for change in _changes_of(matter, same_document=same_document))
    singles = (change for matter in matters for change in _singles_of(matter, same_document=same_document))
    return _diff(old, new, [*pairs, *singles])


def diff_shared(old: Snapshot, new: Snapshot, *, tell: Tell = telling_of) -> Diff:
    """As :func:`diff_snapshots`, without the claims that only one of the two makes: who does not ask, need not wait."""
    same_document = old.document == new.document
    matters = _matters(old, new, tell)
    return _diff(old, new, [each for matter in matters for each in _changes_of(matter, same_document=same_document)])


def _diff(old: Snapshot, new: Snapshot, changes: list[Change]) -> Diff:
    if old.source.sha256 == new.source.sha256:
        anew, same_edition = old.extractor != new.extractor, (old.document, old.edition) == (new.document, new.edition)
        changes = [replace(each, technical=anew or (same_edition and is_news(each))) for each in changes]
    return Diff(old=old, new=new, changes=tuple(sorted(changes, key=_order)))


def _matters(old: Snapshot, new: Snapshot, tell: Tell) -> list[Matter]:
    """All that is set against each other, decided with the earlier edition first: swapping cannot change it."""
    if _is_earlier(new, old):
        return [matter._replace(pairing=_swapped(matter.pairing)) for matter in _matters(new, old, tell)]
    reading = Reading(tell(old), tell(new))
    figures = [pair_series(series, reading.alike) for series in align_series(reading)]
    facts = Matter(series=None, pairing=pair_facts(reading.old.telling, reading.new.telling))
    return [*join_unlike(figures, reading), facts]


def _is_earlier(one: Snapshot, other: Snapshot) -> bool:
    """Orders any two snapshots that differ."""
    keys = [judged_order(snapshot) for snapshot in (one, other)]
    if keys[0] != keys[1]:
        return keys[0] < keys[1]
    claims = [sorted(map(repr, snapshot.claims)) for snapshot in (one, other)]
    return (claims[0], one.text or "") < (claims[1], other.text or "")


def _swapped(pairing: Pairing) -> Pairing:
    pairs = tuple((new, old) for old, new in pairing.pairs)
    return Pairing(pairs=pairs, old_left=pairing.new_left, new_left=pairing.old_left)


def _changes_of(matter: Matter, *, same_document: bool) -> Iterator[Change]:
    for old, new in matter.pairing.pairs:
        yield from _compare(old, new, series=matter.series, same_document=same_document)


def _singles_of(matter: Matter, *, same_document: bool) -> Iterator[Change]:
    absent = ChangeKind.DROPPED if same_document else ChangeKind.NOT_MENTIONED
    for claim in matter.pairing.old_left:
        series, reason = matter.series or claim.measure, explain_single(absent, claim)
        yield Dropped(series=series, old=claim, reason=reason, kind=absent)
    for claim in matter.pairing.new_left:
        series, reason = matter.series or claim.measure, explain_single(ChangeKind.ADDED, claim)
        yield Added(series=series, new=claim, reason=reason)


def _compare(old: Claim, new: Claim, *, series: str | None, same_document: bool) -> Iterator[Change]:
    if old.kind is not ClaimKind.QUANTITY:
        yield compare_facts(old, new)
        return
    change = compare_figures(old, new, same_document=same_document, series=series)
    yield change
    # Of one observation told twice another telling is a matter of framing.
    retold = compare_telling(old, new, series=series) if change.kind in AGREEING else None
    if retold is not None:
        yield retold


def _order(change: Change) -> tuple[int, Span, str, str, Span, str]:
    """By place in the new text; what only the old text tells comes last, by its place there."""
    nowhere = Span(0, 0)
    match change:
        case Dropped(old=old):
            return 1, old.position, change.kind, old.id, nowhere, change.series
        case Added(new=new):
            return 0, new.position, change.kind, new.id, nowhere, change.series
        case _:
            return 0, change.new.position, change.kind, change.new.id, change.old.position, change.series
