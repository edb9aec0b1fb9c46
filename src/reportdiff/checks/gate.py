"""The gate over a project: its store against itself, or against what a git revision had."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reportdiff.checks.aliases import keys_in
from reportdiff.checks.baseline import find_absent, finding_of, mark_states
from reportdiff.checks.catalogue import EXPIRED, STALE
from reportdiff.checks.findings import order_of
from reportdiff.checks.levels import settle_levels
from reportdiff.checks.provenance import check_provenance
from reportdiff.checks.run import Spread, look_at_editions, unique
from reportdiff.checks.waivers import check_waivers, judge_waivers, waive_findings
from reportdiff.compare.timeline import newest_day
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.finding import Finding
from reportdiff.model.settings import Settings
from reportdiff.model.waiver import Waiver
from reportdiff.records.files import read_stored_bytes
from reportdiff.store.baseline import read_baseline
from reportdiff.store.objects import digest_of
from reportdiff.store.snapshots import RECORD, Store
from reportdiff.store.validation import read_store
from reportdiff.store.waivers import read_waivers

STANDING = frozenset({STALE.code, EXPIRED.code})
"""The rules that look at the day."""


class Looked(NamedTuple):
    """What was found, before any setting, waiver or baseline, and how far was looked.

    ``day`` is the day to judge by, None where nothing tells it; ``newest`` the newest day of publication. ``draft`` is
    the path of the draft from the project's root, None for the store; ``subjects`` are those that a draft was held
    against. ``partial``: only part of the store was looked at, and ``passed_over`` are the ids of the rest.
    """

    findings: tuple[Finding, ...]
    day: date | None
    newest: date | None = None
    draft: str | None = None
    subjects: tuple[str, ...] = ()
    partial: bool = False
    passed_over: frozenset[str] = frozenset()


def look_at_store(
    store: Store, settings: Settings, *, as_of: date | None, allow_empty: bool = False, spread: Spread = map
) -> Looked:
    """The findings on every stored snapshot, alone and against all earlier ones of its subject.

    *spread* tells where each subject is worked on. Raises :class:`UnreadableInput` where no snapshot holds a claim,
    unless *allow_empty*.
    """
    sound, broken = read_store(store)
    _refuse_empty(store, sound, anything=allow_empty or bool(broken))
    damage = check_provenance(broken, store.root)
    found = unique([*damage, *look_at_editions(sound, settings, as_of=as_of, spread=spread)])
    newest = newest_day(sound)
    return Looked(findings=found, day=as_of or newest, newest=newest)


def look_since(
    store: Store,
    revision: str,
    settings: Settings,
    *,
    as_of: date | None,
    allow_empty: bool = False,
    spread: Spread = map,
) -> Looked:
    """The findings on what the working tree has and *revision* had not, against itself and against what that had.

    Raises :class:`NotFound` where there is no such revision, no repository, or too little of its history, and as
    :func:`look_at_store`.
    """
    from reportdiff.store.history import open_history

    sound, broken = read_store(store)
    with open_history(store) as history:
        committed = {each.id: each for each in history.list_snapshots(history.resolve(revision))}
        same = {name for name, each in committed.items() if _is_same(store, name, each.blobs.get(RECORD))}
        before = list(history.read_all([each for name, each in committed.items() if name not in same]))
    _refuse_empty(store, sound, anything=allow_empty or bool(broken))
    fresh = [snapshot for snapshot in sound if snapshot.id not in same]
    base = [*before, *(snapshot for snapshot in sound if snapshot.id in same)]
    damage = check_provenance(broken, store.root)
    found = unique([*damage, *look_at_editions(fresh, settings, as_of=as_of, base=base, spread=spread)])
    newest = newest_day((*fresh, *base))
    return Looked(findings=found, day=as_of or newest, newest=newest, partial=True, passed_over=frozenset(same))


def settle(looked: Looked, store: Store, settings: Settings) -> tuple[Finding, ...]:
    """The findings as the project has them: at its levels, with its waivers and its baseline, the gravest first.

    Added are the waivers that let nothing pass, as far as was looked, and what the baseline has that is found no more.
    Raises :class:`InvalidSettings` for settings, waivers or a baseline that cannot be read.
    """
    baseline, keys_of = read_baseline(store) or (), keys_in(store)
    judged = judge_waivers(read_waivers(store), looked.findings, day=looked.day, keys_of=keys_of)
    concerned = (each for each in judged if is_concerned(each.waiver, looked))
    found = [*waive_findings(looked.findings, judged), *check_waivers(concerned, day=looked.day)]
    marked = mark_states(found, baseline, keys_of)
    settled = settle_levels(marked, settings, draft=looked.draft)
    if looked.partial or _is_early(looked):
        return settled
    gone = map(finding_of, find_absent(looked.findings, baseline, keys_of, draft=looked.draft))
    return tuple(sorted((*settled, *(each for each in gone if each is not None)), key=order_of))


def is_concerned(waiver: Waiver, looked: Looked) -> bool:
    """True where enough was looked at to tell whether there still is what *waiver* waives."""
    if waiver.draft != looked.draft:
        return False
    if looked.draft is not None:
        return not _is_early(looked) and (waiver.subject is None or waiver.subject in looked.subjects)
    if waiver.rule in STANDING and _is_early(looked):
        return False
    return not looked.partial or not looked.passed_over.issuperset(waiver.snapshots)


def _is_early(looked: Looked) -> bool:
    """True where it is judged by a day before the newest report: what came later is not looked at."""
    return looked.day is not None and looked.newest is not None and looked.day < looked.newest


def _is_same(store: Store, name: str, blob: str | None) -> bool:
    """True where the working tree's record of a snapshot is the blob of this id, if any."""
    path = store.path_of(name) / RECORD
    if blob is None or not path.is_file():
        return False
    data = read_stored_bytes(path, store.folder)
    return digest_of(data, "blob", len(blob)) == blob


def _refuse_empty(store: Store, snapshots: Iterable[Snapshot], *, anything: bool) -> None:
    if not anything and not any(snapshot.claims for snapshot in snapshots):
        raise UnreadableInput(f"{store.folder}: no snapshot with a claim to check; add one with reportdiff add")
