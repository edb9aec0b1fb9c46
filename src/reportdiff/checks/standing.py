"""Claims that no longer stand: overtaken by a later figure, or past the end that they state themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportdiff.checks import catalogue
from reportdiff.checks.findings import remark, say_snapshot
from reportdiff.checks.preference import rank_of
from reportdiff.compare.joining.facts import fact_key, says_the_same
from reportdiff.compare.joining.series import key_of
from reportdiff.compare.reading.decisions import are_apart, are_joined
from reportdiff.compare.reading.intervals import interval_of, overlap
from reportdiff.compare.reading.periods import Relation, days_of, relate
from reportdiff.compare.reading.telling import Tell, Telling, is_open, once, telling_of
from reportdiff.compare.reading.units import in_one_unit
from reportdiff.compare.verdicts.reasons import gist_of, name_of
from reportdiff.compare.verdicts.standing import Observation, Standing, judge_standing
from reportdiff.compare.verdicts.terms import end_ahead
from reportdiff.model.change import Changed, Diff
from reportdiff.model.claim import Claim, Holder
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Side
from reportdiff.model.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What a stored snapshot says in the series of some other claim."""

    claim: Claim
    snapshot: Snapshot


def gather_witnesses(
    snapshot: Snapshot, diffs: Iterable[Diff], *, tell: Tell = telling_of
) -> Mapping[str, Sequence[Witness]]:
    """Id of a claim of *snapshot* → what the others say in its series; *snapshot* is the old side of all *diffs*.

    The series of a vocabulary measure or of a fact is told by its key; of an open one, the pairs that the diff has
    joined. What people decided stands above both.
    """
    witnesses: dict[str, list[Witness]] = {}
    named = once(tell(snapshot), _by_series)
    for diff in diffs:
        for change in diff.changes:
            if isinstance(change, Changed) and (not _is_named(change.old) or are_joined(change.old, change.new)):
                witnesses.setdefault(change.old.id, []).append(Witness(claim=change.new, snapshot=diff.new))
        others = once(tell(diff.new), _by_series)
        for key, claims in named.items():
            known = [Witness(claim=claim, snapshot=diff.new) for claim in others.get(key, ())]
            for claim in claims:
                heard = (witness for witness in known if not are_apart(claim, witness.claim))
                witnesses.setdefault(claim.id, []).extend(heard)
    return witnesses


def _by_series(telling: Telling) -> Mapping[object, list[Claim]]:
    """The claims of each series that its key tells: of a vocabulary measure, or of a fact."""
    series: dict[object, list[Claim]] = {}
    for claim in (*telling.claims, *telling.facts):
        if _is_named(claim):
            series.setdefault(_series_of(claim), []).append(claim)
    return series


def check_standing(
    snapshot: Snapshot,
    witnesses: Mapping[str, Sequence[Witness]],
    as_of: date,
    prefer: Sequence[str] = (),
    *,
    draft: bool = False,
    tell: Tell = telling_of,
) -> Iterator[Finding]:
    """The claims of *snapshot* that are stale or expired on *as_of*.

    *prefer* names publishers in order of trust: of two witnesses of one time the more trusted alone is heard. What
    cannot be told apart in its own sentence neither overtakes nor is overtaken, and a figure without a time is not
    overtaken by what was known before its own edition.
    """
    mixed = once(tell(snapshot), _mixed_in)
    for claim in snapshot.claims:
        fit = [] if claim.id in mixed else _fit(witnesses.get(claim.id, ()), claim, snapshot, tell)
        known = _heard(fit, as_of, prefer)
        judgement = judge_standing(claim, map(_observe, known), as_of)
        side = Side(claim=claim, snapshot=snapshot, draft=draft)
        if judgement.standing is Standing.EXPIRED:
            if end_ahead(claim) is not None:
                yield _expired(side)
        elif judgement.overtaken_by is not None and not _is_told_to_end(claim, snapshot):
            # equal testimonies of several snapshots: the last one is quoted
            yield _stale(side, next(each for each in reversed(known) if _observe(each) == judgement.overtaken_by))


def _mixed_in(telling: Telling) -> frozenset[str]:
    """The ids of figures that their sentence sets beside others of one measure and time: several things in one breath,
    such as the borders with each neighbour, of which a later single figure may speak of any. Of open measures the diff
    has told them apart.
    """
    beside: dict[object, list[Claim]] = {}
    for claim in telling.claims:
        if _is_named(claim):
            beside.setdefault((claim.sentence, key_of(claim), claim.period), []).append(claim)
    mixed = (claims for claims in beside.values() if len({claim.value for claim in claims}) > 1 and not _agree(claims))
    return frozenset(claim.id for claims in mixed for claim in claims)


def _agree(claims: Sequence[Claim]) -> bool:
    """Whether all the figures may be one: they leave a value in common with the first."""
    first = claims[0].value
    return all(
        isinstance(first, Quantity)
        and isinstance(claim.value, Quantity)
        and overlap(*map(interval_of, in_one_unit(first, claim.value)))
        for claim in claims
    )


def _fit(witnesses: Sequence[Witness], claim: Claim, snapshot: Snapshot, tell: Tell) -> list[Witness]:
    """The witnesses that may overtake *claim* of *snapshot*."""
    own = snapshot.edition.published if days_of(claim.period) is None else None
    return [
        each
        for each in witnesses
        if each.claim.id not in once(tell(each.snapshot), _mixed_in)
        and (own is None or (each.snapshot.edition.published or date.max) > own)
    ]


def _heard(witnesses: Sequence[Witness], as_of: date, prefer: Sequence[str]) -> Sequence[Witness]:
    """*witnesses* but for those whom, of the same time, a more trusted one known by *as_of* outranks."""
    if not prefer or len(witnesses) < 2:
        return witnesses
    known = [each for each in witnesses if (each.snapshot.edition.published or date.max) <= as_of]
    return [each for each in witnesses if not any(_outranks(other, each, prefer) for other in known)]


def _outranks(other: Witness, each: Witness, prefer: Sequence[str]) -> bool:
    same_time = relate(other.claim.period, each.claim.period) is Relation.SAME
    return same_time and rank_of(other.snapshot, prefer) < rank_of(each.snapshot, prefer)


def _is_named(claim: Claim) -> bool:
    return not isinstance(claim.value, Quantity) or not is_open(claim)


def _series_of(claim: Claim) -> object:
    """What makes two claims of one series: their key, or of facts the office, event or membership."""
    return key_of(claim) if isinstance(claim.value, Quantity) else fact_key(claim)


def _is_told_to_end(claim: Claim, snapshot: Snapshot) -> bool:
    """True for a holder of whose term the same text tells the end elsewhere: that is what is judged."""
    return isinstance(claim.value, Holder) and any(
        isinstance(other.value, Holder) and other.value.until is not None and says_the_same(claim, other)
        for other in snapshot.claims
        if fact_key(other) == fact_key(claim)
    )


def _observe(witness: Witness) -> Observation:
    return Observation(claim=witness.claim, known=witness.snapshot.edition.published)


def _stale(side: Side, by: Witness) -> Finding:
    name = name_of(side.claim)
    since = by.snapshot.edition.published
    message = (
        f"{name[:1].upper()}{name[1:]}: {gist_of(side.claim)} is overtaken by {gist_of(by.claim)}, "
        f"known since {since} ({say_snapshot(by.snapshot)})"
    )
    return remark(
        catalogue.STALE, side.claim.measure, side, Side(claim=by.claim, snapshot=by.snapshot), message, at=side
    )


def _expired(side: Side) -> Finding:
    claim = side.claim
    what = f"{claim.value.person} as {claim.value.office}" if isinstance(claim.value, Holder) else claim.measure
    message = f"{what}: the end that is told, {end_ahead(claim)}, is past"
    return remark(catalogue.EXPIRED, claim.measure, side, None, message, at=side)
