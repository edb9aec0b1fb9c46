"""Claims that no longer stand: overtaken by a later figure, or past the end that they state themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportdiff.checks import catalogue
from reportdiff.checks.findings import fingerprint_of, level_of, say_snapshot
from reportdiff.checks.terms import end_ahead
from reportdiff.compare.reasons import name_of, told
from reportdiff.compare.standing import Observation, Standing, judge_standing
from reportdiff.model.change import Changed, Diff
from reportdiff.model.claim import Claim, Holder
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Side
from reportdiff.model.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What a stored snapshot says in the series of some other claim."""

    claim: Claim
    snapshot: Snapshot


def gather_witnesses(diffs: Iterable[Diff]) -> Mapping[str, Sequence[Witness]]:
    """Id of an old claim → what the new snapshots of *diffs* say in its series."""
    witnesses: dict[str, list[Witness]] = {}
    for diff in diffs:
        for change in diff.changes:
            if isinstance(change, Changed) and not change.technical:
                witnesses.setdefault(change.old.id, []).append(Witness(claim=change.new, snapshot=diff.new))
    return witnesses


def check_standing(
    snapshot: Snapshot,
    witnesses: Mapping[str, Sequence[Witness]],
    as_of: date,
    settings: Settings,
    *,
    draft: bool = False,
) -> Iterator[Finding]:
    """The claims of *snapshot* that are stale or expired on *as_of*."""
    for claim in snapshot.claims:
        known = witnesses.get(claim.id, ())
        observations = {_observe(witness): witness for witness in known}
        judgement = judge_standing(claim, observations, as_of)
        side = Side(claim=claim, snapshot=snapshot, draft=draft)
        if judgement.standing is Standing.EXPIRED:
            if end_ahead(claim) is not None:
                yield _expired(side, settings)
        elif judgement.overtaken_by is not None:
            yield _stale(side, observations[judgement.overtaken_by], settings)


def _observe(witness: Witness) -> Observation:
    return Observation(claim=witness.claim, known=witness.snapshot.edition.published)


def _stale(side: Side, by: Witness, settings: Settings) -> Finding:
    rule = catalogue.STALE
    series = side.claim.measure
    since = by.snapshot.edition.published
    return Finding(
        rule=rule,
        level=level_of(rule, settings, draft=side.draft),
        subject=by.snapshot.subject.id,
        series=series,
        old=side,
        new=Side(claim=by.claim, snapshot=by.snapshot),
        where=side.snapshot.id,
        message=f"{name_of(side.claim)}: {told(side.claim)} is overtaken by {told(by.claim)}, known since {since} "
        f"({say_snapshot(by.snapshot)})",
        fingerprint=fingerprint_of(rule, series, side.claim, by.claim),
    )


def _expired(side: Side, settings: Settings) -> Finding:
    rule = catalogue.EXPIRED
    claim = side.claim
    what = f"{claim.value.person} as {claim.value.office}" if isinstance(claim.value, Holder) else name_of(claim)
    return Finding(
        rule=rule,
        level=level_of(rule, settings, draft=side.draft),
        subject=side.snapshot.subject.id,
        series=claim.measure,
        old=side,
        new=None,
        where=side.snapshot.id,
        message=f"{what}: the end that is told, {end_ahead(claim)}, is past",
        fingerprint=fingerprint_of(rule, claim.measure, claim),
    )
