"""The checks over a store and over a draft: where rules, snapshots and days meet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, groupby, pairwise, product
from typing import TypeAlias

from reportdiff.checks.arithmetic import check_arithmetic, check_arithmetic_between
from reportdiff.checks.catalogue import FAILED_RATIO, FAILED_SUM, UNDATED, UNIT_MISMATCH
from reportdiff.checks.events import check_event_years
from reportdiff.checks.figures import check_edition, check_pair, check_succession
from reportdiff.checks.findings import order_of, said_by
from reportdiff.checks.framing import check_framing
from reportdiff.checks.levels import settle_levels
from reportdiff.checks.preference import rank_of
from reportdiff.checks.scopes import check_scopes
from reportdiff.checks.standing import check_standing, gather_witnesses
from reportdiff.checks.support import check_circularity, check_support
from reportdiff.compare.diff import diff_shared, diff_snapshots
from reportdiff.compare.reading.telling import Tell, Tellings, telling_of
from reportdiff.compare.timeline import newest_day
from reportdiff.model.change import Changed, ChangeKind, Diff
from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot, judged_order
from reportdiff.model.finding import Finding
from reportdiff.model.settings import Settings

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

RECKONED = frozenset({FAILED_SUM, FAILED_RATIO})
"""The rules that look at several figures of a text together."""

SPOKEN = frozenset({*SAME_TIME, ChangeKind.UNDATED, ChangeKind.NOT_COMPARABLE})
"""The kinds after which an older text is not asked about the same claim."""


def check_editions(
    fresh: Iterable[Snapshot], settings: Settings, *, as_of: date | None, base: Iterable[Snapshot] = ()
) -> tuple[Finding, ...]:
    """As :func:`look_at_editions`, at the levels that the settings give, the gravest first."""
    return settle_levels(look_at_editions(fresh, settings, as_of=as_of, base=base), settings)


def check_draft(
    draft: Snapshot, stored: Iterable[Snapshot], settings: Settings, *, as_of: date | None
) -> tuple[Finding, ...]:
    """As :func:`look_at_draft`, at the levels that the settings give."""
    return settle_levels(look_at_draft(draft, stored, settings, as_of=as_of), settings)


Part: TypeAlias = "tuple[Sequence[Snapshot], Sequence[Snapshot], Settings, date | None]"
"""One subject's share of a check: its fresh editions, those before, the settings, and the day."""

Spread: TypeAlias = "Callable[[Callable[[Part], list[Finding]], Iterable[Part]], Iterable[list[Finding]]]"
"""Has a function work on each part, in order: ``map``, or what hands the parts to other processes."""


def look_at_editions(
    fresh: Iterable[Snapshot],
    settings: Settings,
    *,
    as_of: date | None,
    base: Iterable[Snapshot] = (),
    spread: Spread = map,
) -> tuple[Finding, ...]:
    """The findings on each fresh edition, on every two of one subject, and on each with each of *base*.

    What concerns *base* alone is not looked at. Without *as_of* the newest day of publication is taken. Each has the
    level that its rule has by default, ``none`` among them. *spread* tells where each subject is worked on.
    """
    new, before = sorted(fresh, key=_order), sorted(base, key=_order)
    day = as_of or newest_day((*new, *before))
    earlier: dict[str, list[Snapshot]] = {}
    for each in before:
        earlier.setdefault(_subject_of(each), []).append(each)
    by_subject = [(subject, list(editions)) for subject, editions in groupby(new, key=_subject_of)]
    parts: list[Part] = [(editions, earlier.get(subject, []), settings, day) for subject, editions in by_subject]
    return unique(finding for found in spread(_check_part, parts) for finding in found)


def look_at_draft(
    draft: Snapshot, stored: Iterable[Snapshot], settings: Settings, *, as_of: date | None, tell: Tell = telling_of
) -> tuple[Finding, ...]:
    """The findings on a draft's claims against the snapshots of its subject; see :mod:`reportdiff.checks.places`.

    Where several snapshots speak of one claim, the most trusted by ``settings.prefer`` decides, then the newest known
    by *as_of*. Levels as in :func:`look_at_editions`. *tell* gives the tellings of the stored ones, for who keeps them.
    """
    known = [snapshot for snapshot in sorted(stored, key=_order) if not _is_after(snapshot, as_of)]
    day, tell = as_of or newest_day(known), Tellings(tell)
    diffs = [diff_shared(draft, snapshot, tell=tell) for snapshot in known]
    trusted = sorted(diffs, key=lambda diff: -rank_of(diff.new, settings.prefer))
    witnesses = gather_witnesses(draft, diffs, tell=tell)
    found = [*check_edition(draft, draft=True, tell=tell), *check_arithmetic(draft, draft=True, tell=tell)]
    found += (each for diff in diffs for each in check_arithmetic_between(diff, draft=True, tell=tell))
    found += check_event_years(draft, known, draft=True)
    found += check_framing(trusted, draft=True)
    found += check_scopes(draft, known, tell=tell)
    found += check_support(draft, diffs, {name for name, each in witnesses.items() if each})
    stale = [] if day is None else list(check_standing(draft, witnesses, day, settings.prefer, draft=True, tell=tell))
    overtaken = {each.old.claim.id for each in stale if each.old is not None}
    every = [*found, *stale, *_last_word(trusted, overtaken)]
    return unique([*every, *_told_again(every, draft)])


def _check_part(part: Part) -> list[Finding]:
    return list(_check_subject(*part))


def _check_subject(
    fresh: Sequence[Snapshot], base: Sequence[Snapshot], settings: Settings, day: date | None
) -> Iterator[Finding]:
    pairs = [*combinations(fresh, 2), *(sorted(pair, key=_order) for pair in product(base, fresh))]
    tell, following = Tellings(), _find_following((*base, *fresh))
    # what one text alone makes is asked of the next edition of a document only
    diffs = [
        (diff_snapshots if (id(old), id(new)) in following else diff_shared)(old, new, tell=tell) for old, new in pairs
    ]
    for snapshot in fresh:
        yield from check_edition(snapshot, tell=tell)
        yield from check_arithmetic(snapshot, tell=tell)
        others = (each for each in (*base, *fresh) if each is not snapshot)
        yield from check_event_years(snapshot, sorted(others, key=_order))
    for diff in diffs:
        yield from check_pair(diff, settings.prefer)
        yield from check_arithmetic_between(diff, tell=tell)
        yield from check_circularity(diff, settings.aliases)
    for diff in diffs:
        if (id(diff.old), id(diff.new)) in following:
            yield from check_succession(diff)
    yield from check_framing(sorted(diffs, key=lambda diff: (_order(diff.new), _order(diff.old))))
    if day is None:
        return
    for snapshot in fresh:
        witnesses = gather_witnesses(snapshot, (diff for diff in diffs if diff.old is snapshot), tell=tell)
        yield from check_standing(snapshot, witnesses, day, settings.prefer, tell=tell)


def _find_following(every: Iterable[Snapshot]) -> frozenset[tuple[int, int]]:
    """The pairs, as ids of Python, of an edition and the next one of the same document."""
    lines: dict[str, list[Snapshot]] = {}
    for snapshot in sorted(every, key=_order):
        lines.setdefault(snapshot.document, []).append(snapshot)
    return frozenset((id(old), id(new)) for line in lines.values() for old, new in pairwise(line))


def _last_word(diffs: Sequence[Diff], overtaken: Collection[str]) -> Iterator[Finding]:
    """What the last of *diffs* that speaks of a draft's claim says: what it has settled is not held against it.

    Another unit is remarked upon only where nothing stored has the draft's own, and an undated figure only once, and
    not where it is *overtaken*, which says more.
    """
    compared = {
        change.old.id
        for diff in diffs
        for change in diff.changes
        if isinstance(change, Changed) and change.kind in {*SAME_TIME, ChangeKind.UPDATE, ChangeKind.EARLIER}
    }
    settled: set[str] = set()
    for diff in reversed(diffs):
        for finding in check_pair(diff, draft=True):
            claim = finding.old.claim.id if finding.old else ""
            told = overtaken if finding.rule is UNDATED else compared if finding.rule is UNIT_MISMATCH else ()
            if claim not in settled and claim not in told:
                yield finding
        settled.update(
            change.old.id for change in diff.changes if isinstance(change, Changed) and change.kind in SPOKEN
        )


def _told_again(findings: Iterable[Finding], draft: Snapshot) -> Iterator[Finding]:
    """The same findings at the other places where the draft says the very same.

    What speaks of several places of the draft at once, such as a sum, is told once.
    """
    places: dict[object, list[Claim]] = {}
    for claim in draft.claims:
        places.setdefault(said_by(claim), []).append(claim)
    for finding in findings:
        alone = len(finding.evidence) == 1 or (finding.new is not None and not finding.new.draft)
        if finding.old is not None and finding.old.draft and alone and finding.rule not in RECKONED:
            for claim in places.get(said_by(finding.old.claim), ()):
                if claim is not finding.old.claim:
                    yield replace(finding, old=replace(finding.old, claim=claim))


def unique(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in order; in a draft, which is to be mended wherever it says it, once for each place."""
    found: dict[tuple[str, object], Finding] = {}
    for finding in findings:
        draft = finding.old if finding.old is not None and finding.old.draft else None
        found.setdefault((finding.fingerprint, draft and draft.claim.position), finding)
    return tuple(sorted(found.values(), key=order_of))


def _subject_of(snapshot: Snapshot) -> str:
    return snapshot.subject.id


def _order(snapshot: Snapshot) -> tuple[str, date, str]:
    return snapshot.subject.id, *judged_order(snapshot)


def _is_after(snapshot: Snapshot, day: date | None) -> bool:
    published = snapshot.edition.published
    return day is not None and published is not None and published > day
