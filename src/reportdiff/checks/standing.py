"""Claims that no longer stand: overtaken by a later figure, or past the end that they state themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportdiff.checks import catalogue
from reportdiff.checks.findings import fingerprint_of, level_of, say_snapshot
from reportdiff.checks.terms import end_ahead
from reportdiff.compare.reasons import told
from reportdiff.compare.series import key_of
from reportdiff.compare.standing import Observation, Standing, judge_standing
from reportdiff.model.change import Changed, Diff
from reportdiff.model.claim import Claim, Holder
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Side
from reportdiff.model.quantity import Quantity
from reportdiff.model.settings import Settings
from reportdiff.vocabulary.names import OPEN, name_measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What a stored snapshot says in the series of some other claim."""

    claim: Claim
    snapshot: Snapshot


def gather_witnesses(snapshot: Snapshot, diffs: Iterable[Diff]) -> Mapping[str, Sequence[Witness]]:
    """Id of a claim of *snapshot* → what the others say in its series; *snapshot* is the old side of all *diffs*.

    The series of a vocabulary measure is told by its key; of an open one, the pairs that the diff has joined.
    """
    witnesses: dict[str, list[Witness]] = {}
    named = [(claim.id, key_of(claim)) for claim in snapshot.claims if _is_named(claim)]
    for diff in diffs:
        for change in diff.changes:
            if isinstance(change, Changed) and not _is_named(change.old):
                witnesses.setdefault(change.old.id, []).append(Witness(claim=change.new, snapshot=diff.new))
        others = [
            (key_of(claim), Witness(claim=claim, snapshot=diff.new)) for claim in diff.new.claims if _is_named(claim)
        ]
        for claim_id, key in named:
            witnesses.setdefault(claim_id, []).extend(witness for other, witness in others if other == key)
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


def _is_named(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and not claim.measure.startswith(OPEN)


def _observe(witness: Witness) -> Observation:
    return Observation(claim=witness.claim, known=witness.snapshot.edition.published)


def _stale(side: Side, by: Witness, settings: Settings) -> Finding:
    rule = catalogue.STALE
    series = side.claim.measure
    name = name_measure(side.claim.measure, side.claim.dimensions)
    since = by.snapshot.edition.published
    return Finding(
        rule=rule,
        level=level_of(rule, settings, draft=side.draft),
        subject=by.snapshot.subject.id,
        series=series,
        old=side,
        new=Side(claim=by.claim, snapshot=by.snapshot),
        where=side.snapshot.id,
        message=f"{name[:1].upper()}{name[1:]}: {told(side.claim)} is overtaken by {told(by.claim)}, "
        f"known since {since} ({say_snapshot(by.snapshot)})",
        fingerprint=fingerprint_of(rule, series, side.claim, by.claim),
    )


def _expired(side: Side, settings: Settings) -> Finding:
    rule = catalogue.EXPIRED
    claim = side.claim
    what = f"{claim.value.person} as {claim.value.office}" if isinstance(claim.value, Holder) else claim.measure
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
