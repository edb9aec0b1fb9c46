"""The checks over a store and over a draft: where rules, snapshots and days meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, groupby, product

from reportdiff.checks.arithmetic import check_arithmetic, check_arithmetic_between
from reportdiff.checks.events import check_event_years
from reportdiff.checks.figures import check_edition, check_pair
from reportdiff.checks.findings import order_of
from reportdiff.checks.standing import check_standing, gather_witnesses
from reportdiff.compare.diff import diff_snapshots
from reportdiff.model.change import Changed, ChangeKind, Diff
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding
from reportdiff.model.settings import Level, Settings

SAME_TIME = frozenset(
    {
        ChangeKind.CONFIRMED,
        ChangeKind.REFINEMENT,
        ChangeKind.COARSENING,
        ChangeKind.REVISION,
        ChangeKind.SPREAD,
        ChangeKind.CONTRADICTION,
    }
)
"""The kinds by which one text speaks of the very time that the other speaks of."""


def check_editions(
    fresh: Iterable[Snapshot], settings: Settings, *, as_of: date | None, base: Iterable[Snapshot] = ()
) -> tuple[Finding, ...]:
    """The findings on each fresh edition, on every two of one subject, and on each with each of *base*.

    What concerns *base* alone is not looked at. Without *as_of* the newest day of publication is taken. Gravest first.
    """
    new, before = sorted(fresh, key=_order), sorted(base, key=_order)
    day = as_of or newest_day((*new, *before))
    found: list[Finding] = []
    for subject, editions in groupby(new, key=_subject_of):
        earlier = [each for each in before if _subject_of(each) == subject]
        found += _check_subject(list(editions), earlier, settings, day)
    return unique(found)


def check_draft(
    draft: Snapshot, stored: Iterable[Snapshot], settings: Settings, *, as_of: date | None
) -> tuple[Finding, ...]:
    """The findings on a draft's claims against the snapshots of its subject; see :mod:`reportdiff.checks.places`.

    Where several snapshots speak of one claim, the newest known by *as_of* decides.
    """
    known = [snapshot for snapshot in sorted(stored, key=_order) if not _is_after(snapshot, as_of)]
    day = as_of or newest_day(known)
    diffs = [diff_snapshots(draft, snapshot) for snapshot in known]
    found = [*check_edition(draft, settings, draft=True), *check_arithmetic(draft, settings, draft=True)]
    found += (each for diff in diffs for each in check_arithmetic_between(diff, settings, draft=True))
    found += _newest_word(diffs, settings)
    found += check_event_years(draft, known, settings, draft=True)
    if day is not None:
        found += check_standing(draft, gather_witnesses(draft, diffs), day, settings, draft=True)
    return unique(found)


def newest_day(snapshots: Iterable[Snapshot]) -> date | None:
    """The newest day of publication; None when nothing is dated."""
    days = (snapshot.edition.published for snapshot in snapshots)
    return max((day for day in days if day is not None), default=None)


def _check_subject(
    fresh: Sequence[Snapshot], base: Sequence[Snapshot], settings: Settings, day: date | None
) -> Iterator[Finding]:
    pairs = [*combinations(fresh, 2), *(sorted(pair, key=_order) for pair in product(base, fresh))]
    diffs = [diff_snapshots(old, new) for old, new in pairs]
    for snapshot in fresh:
        yield from check_edition(snapshot, settings)
        yield from check_arithmetic(snapshot, settings)
        others = (each for each in (*base, *fresh) if each is not snapshot)
        yield from check_event_years(snapshot, sorted(others, key=_order), settings)
    for diff in diffs:
        yield from check_pair(diff, settings)
        yield from check_arithmetic_between(diff, settings)
    if day is None:
        return
    for snapshot in fresh:
        witnesses = gather_witnesses(snapshot, (diff for diff in diffs if diff.old is snapshot))
        yield from check_standing(snapshot, witnesses, day, settings)


def _newest_word(diffs: Sequence[Diff], settings: Settings) -> Iterator[Finding]:
    """What the newest snapshot that speaks of a draft's claim says: what it has corrected is not held against it."""
    settled: set[str] = set()
    for diff in reversed(diffs):
        findings = check_pair(diff, settings, draft=True)
        yield from [each for each in findings if each.old and each.old.claim.id not in settled]
        changes = (change for change in diff.changes if isinstance(change, Changed))
        settled.update(change.old.id for change in changes if change.kind in SAME_TIME)


def unique(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in order; those of level ``none`` are left out."""
    by_fingerprint = {finding.fingerprint: finding for finding in reversed(list(findings))}
    kept = (finding for finding in by_fingerprint.values() if finding.level is not Level.NONE)
    return tuple(sorted(kept, key=order_of))


def _subject_of(snapshot: Snapshot) -> str:
    return snapshot.subject.id


def _order(snapshot: Snapshot) -> tuple[str, date, str]:
    return snapshot.subject.id, snapshot.edition.published or date.min, snapshot.id


def _is_after(snapshot: Snapshot, day: date | None) -> bool:
    published = snapshot.edition.published
    return day is not None and published is not None and published > day
