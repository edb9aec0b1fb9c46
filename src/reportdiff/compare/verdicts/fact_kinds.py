"""What a pair of facts is called: office holders, dates of events, memberships."""

from __future__ import annotations

from reportdiff.compare.joining.facts import are_one_day, says_the_same
from reportdiff.compare.reading.periods import Relation, days_of, is_stated, relate
from reportdiff.compare.verdicts.reasons import explain_fact
from reportdiff.compare.verdicts.terms import end_ahead
from reportdiff.model.change import Changed, ChangeKind
from reportdiff.model.claim import Claim, EventDate, Holder, Membership, Modality


def compare_facts(old: Claim, new: Claim) -> Changed:
    """The change between two facts of one key."""
    kind = _kind_of(old, new)
    return Changed(
        kind=kind, series=min(old.measure, new.measure), old=old, new=new, reason=explain_fact(kind, old, new)
    )


MOVES = {
    Relation.LATER: ChangeKind.UPDATE,
    Relation.EARLIER: ChangeKind.EARLIER,
    Relation.SAME: ChangeKind.CONTRADICTION,
    Relation.INCOMPARABLE: ChangeKind.UNDATED,
}
SHIFTS = frozenset({ChangeKind.UPDATE, ChangeKind.EARLIER})


def _kind_of(old: Claim, new: Claim) -> ChangeKind:
    move = MOVES[relate(old.period, new.period)]
    match old.value, new.value:
        case EventDate(date=was), EventDate(date=now):
            planned = Modality.PLANNED in (old.modality, new.modality)
            return move if planned and not are_one_day(was, now) and move in SHIFTS else _kind_of_dates(was, now)
        case Holder() as was, Holder() as now if says_the_same(old, new):
            ended = _has_ended(old), _has_ended(new)
            return _shift(move) if ended[0] != ended[1] and move in SHIFTS else _kind_of_terms(was, now, move)
        case Membership() as was, Membership() as now:
            return _kind_of_memberships(old, new, move)
        case _:
            return move


def _kind_of_dates(was: str, now: str) -> ChangeKind:
    if was == now:
        return ChangeKind.CONFIRMED
    if now.startswith(f"{was}-"):
        return ChangeKind.REFINEMENT
    return ChangeKind.COARSENING if was.startswith(f"{now}-") else ChangeKind.CONTRADICTION


def _kind_of_terms(was: Holder, now: Holder, move: ChangeKind) -> ChangeKind:
    """Of one person's terms: two beginnings contradict, another end is news of the later text."""
    if was.since and now.since and not are_one_day(was.since, now.since):
        return ChangeKind.CONTRADICTION if _overlaps(was, now) else _shift(move)
    if was.until and now.until and not are_one_day(was.until, now.until):
        return _shift(move)
    ends = (was.since, now.since), (was.until, now.until)
    finer = [_kind_of_dates(before, after) for before, after in ends if before and after]
    changed = {kind for kind in finer if kind is not ChangeKind.CONFIRMED}
    return changed.pop() if len(changed) == 1 else ChangeKind.CONFIRMED


def _has_ended(claim: Claim) -> bool:
    """True for a term that was over when it was told."""
    return isinstance(claim.value, Holder) and claim.value.until is not None and end_ahead(claim) is None


def _overlaps(was: Holder, now: Holder) -> bool:
    """True unless the two are told as two terms, one behind the other."""
    first, second = sorted((was, now), key=lambda holder: holder.since or "")
    return not first.until or first.until > (second.since or "")


def _kind_of_memberships(old: Claim, new: Claim, move: ChangeKind) -> ChangeKind:
    """Left after having belonged is news; left before a time at which it is told to belong, a contradiction."""
    if says_the_same(old, new):
        moves = is_stated(old.period) and is_stated(new.period) and _state_of(old) == _state_of(new) != "belongs"
        return ChangeKind.CONTRADICTION if moves and not _share_days(old, new) else ChangeKind.CONFIRMED
    left, there = (old, new) if _state_of(old) == "left" else (new, old)
    gone, known = days_of(left.period), days_of(there.period)
    if gone and known and is_stated(left.period) and _state_of(there) == "belongs" and gone[1] < known[0]:
        return ChangeKind.CONTRADICTION
    return move


def _state_of(claim: Claim) -> str:
    return claim.value.state if isinstance(claim.value, Membership) else ""


def _share_days(one: Claim, other: Claim) -> bool:
    first, second = days_of(one.period), days_of(other.period)
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])


def _shift(move: ChangeKind) -> ChangeKind:
    return move if move in SHIFTS else ChangeKind.UNDATED if move is ChangeKind.UNDATED else ChangeKind.CONTRADICTION
