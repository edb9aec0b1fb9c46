"""Stores and drafts checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.api.about import Told, read_day, read_id
from reportdiff.api.documents import snapshot_of
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput

if TYPE_CHECKING:
    from reportdiff.api.shelf import Shelf
    from reportdiff.checks.gate import Looked
    from reportdiff.checks.run import Spread
    from reportdiff.model.finding import Finding
    from reportdiff.model.settings import Level, Settings
    from reportdiff.store.snapshots import Store


def check(
    *,
    folder: str | Path = ".",
    against: str | None = None,
    as_of: date | str | None = None,
    new_only: bool = False,
    allow_empty: bool = False,
    jobs: int = 1,
) -> tuple[Finding, ...]:
    """The findings on the store that *folder* lies in, the gravest first.

    With *against*, a git revision, only what the working tree has and that revision had not is looked at; without it,
    every snapshot against all earlier ones. *as_of* is the day for stale and expired, and for waivers, by default the
    newest day of publication. What is waived is among them, marked; with *new_only*, what the baseline has is not.
    *jobs* is how many processes work on the subjects; the findings are the same for any number.
    Raises :class:`UnreadableInput` when no snapshot holds a claim, unless *allow_empty*; :class:`NotFound` for a store,
    revision or history that is not there; :class:`InvalidSettings` for settings, waivers or a baseline that are not
    right.
    """
    from reportdiff.api.engine import map_in_order, open_workers
    from reportdiff.checks.gate import settle
    from reportdiff.records.settings import read_settings
    from reportdiff.store.snapshots import find_store

    store = find_store(Path(folder))
    settings = read_settings(store.root)
    with open_workers(jobs) as workers:
        spread = partial(map_in_order, workers=workers)
        looked = look(store, settings, against=against, as_of=as_of, allow_empty=allow_empty, spread=spread)
    return _only_new(settle(looked, store, settings), new_only=new_only)


def lint(
    data: bytes,
    *,
    name: str,
    folder: str | Path = ".",
    subject: str | None = None,
    as_of: date | str | None = None,
    encoding: str | None = None,
    new_only: bool = False,
    allow_empty: bool = False,
    shelf: Shelf | None = None,
) -> tuple[Finding, ...]:
    """The findings on a draft's claims against the store that *folder* lies in, each with its place in the draft.

    *name* is the draft's path, for its format and for the places. Without *subject* the draft's front matter tells it,
    else every subject that the draft names is asked. *as_of* and *new_only* as for :func:`check`. A *shelf* keeps what
    was read of the store for the next draft.
    Raises :class:`UnreadableInput` for a draft that cannot be read and, unless *allow_empty*, for a store without
    claims; :class:`NotFound` for a store or subject that is not there; :class:`InvalidSettings` as :func:`check`.
    """
    from reportdiff.checks.gate import settle
    from reportdiff.records.settings import read_settings
    from reportdiff.store.snapshots import find_store

    store = find_store(Path(folder))
    settings = read_settings(store.root)
    looked = look_at_draft(
        data,
        store,
        settings,
        name=name,
        subject=subject,
        as_of=as_of,
        encoding=encoding,
        allow_empty=allow_empty,
        shelf=shelf,
    )
    return _only_new(settle(looked, store, settings), new_only=new_only)


def fails(findings: Iterable[Finding], fail_on: str | None = None, *, folder: str | Path = ".") -> bool:
    """True when a finding is as grave as *fail_on* or graver; without it, as the settings of the store say.

    What is waived does not count, nor what the baseline has and is found no more; from ``none`` on only broken
    provenance does.
    """
    from reportdiff.checks.findings import trips

    level = failing_level(fail_on, folder=folder)
    return any(trips(finding, level) for finding in findings)


def failing_level(fail_on: str | None = None, *, folder: str | Path = ".") -> Level:
    """The level from which on a check fails: *fail_on*, or without it what the settings of the store say."""
    from reportdiff.model.settings import Level
    from reportdiff.records.settings import read_settings
    from reportdiff.store.snapshots import find_store

    return Level(fail_on) if fail_on else read_settings(find_store(Path(folder)).root).fail_on


def look(
    store: Store,
    settings: Settings,
    *,
    against: str | None,
    as_of: date | str | None,
    allow_empty: bool = False,
    spread: Spread = map,
) -> Looked:
    """What is found in a store before its waivers and its baseline; raises as :func:`check`.

    *spread* tells where each subject is worked on.
    """
    from reportdiff.checks.gate import look_at_store, look_since

    day = None if as_of is None else read_day(as_of, "--as-of")
    if against is None:
        return look_at_store(store, settings, as_of=day, allow_empty=allow_empty, spread=spread)
    return look_since(store, against, settings, as_of=day, allow_empty=allow_empty, spread=spread)


def look_at_draft(
    data: bytes,
    store: Store,
    settings: Settings,
    *,
    name: str,
    subject: str | None,
    as_of: date | str | None,
    encoding: str | None = None,
    allow_empty: bool = False,
    shelf: Shelf | None = None,
) -> Looked:
    """What is found in a draft before waivers and baseline; raises as :func:`lint`."""
    from reportdiff.api.shelf import Shelf
    from reportdiff.checks import run
    from reportdiff.checks.findings import order_of
    from reportdiff.checks.gate import Looked
    from reportdiff.checks.ignores import apply_ignores
    from reportdiff.checks.places import Original, locate_findings
    from reportdiff.compare.timeline import newest_day
    from reportdiff.records.conventions import read_conventions
    from reportdiff.sources.metadata import find_metadata
    from reportdiff.sources.registry import read_characters, read_source

    day = None if as_of is None else read_day(as_of, "--as-of")
    text = read_source(data, name=name, encoding=encoding)
    original = Original(path=name, source=read_characters(data, name=name, encoding=encoding), text=text)
    told = subject or find_metadata(text, original.source).subject
    kept = shelf or Shelf()
    conventions = read_conventions(settings)
    topics = dict(_stored_about(store, told, text.content, kept, allow_empty=allow_empty))
    found: list[Finding] = []
    for topic, stored in topics.items():
        told_of = Told(subject=topic)
        draft = snapshot_of(text, data, name=name, told=told_of, encoding=encoding, conventions=conventions)
        found += run.look_at_draft(draft, stored, settings, as_of=day, tell=kept.tell)
    newest = newest_day(snapshot for stored in topics.values() for snapshot in stored)
    return Looked(
        findings=tuple(sorted(apply_ignores(locate_findings(found, original), original), key=order_of)),
        day=day or newest,
        newest=newest,
        draft=path_in(store, name),
        subjects=tuple(topics),
    )


def path_in(store: Store, name: str) -> str:
    """The path of a draft from the root of a store's project, or as it was told where it does not lie in there."""
    try:
        return Path(name).resolve().relative_to(store.root).as_posix()
    except (ValueError, OSError):
        return name


def _only_new(findings: tuple[Finding, ...], *, new_only: bool) -> tuple[Finding, ...]:
    from reportdiff.model.finding import BaselineState

    if not new_only:
        return findings
    return tuple(finding for finding in findings if finding.baseline_state is BaselineState.NEW)


def _stored_about(
    store: Store, told: str | None, text: str, shelf: Shelf, *, allow_empty: bool
) -> Iterator[tuple[str, list[Snapshot]]]:
    """The told subject with its stored snapshots; without one, each subject that the text names, else every subject."""
    from reportdiff.store.ids import subject_of, subjects_of, unknown_subject
    from reportdiff.store.snapshots import list_ids

    ids = list_ids(store)
    subjects = subjects_of(ids)
    topic = read_id(told, "subject")
    if told is not None and topic not in subjects and not (allow_empty and not subjects):
        raise unknown_subject(topic, subjects)
    words = text.casefold()
    named = [subject for subject in subjects if subject.replace("-", " ") in words]
    chosen = [topic] if told is not None else named or subjects
    every = [(subject, [shelf.read(store, name) for name in ids if subject_of(name) == subject]) for subject in chosen]
    if not allow_empty and not any(snapshot.claims for _, stored in every for snapshot in stored):
        raise UnreadableInput(f"{store.folder}: no claim to hold a draft against; add a report with reportdiff add")
    yield from every
