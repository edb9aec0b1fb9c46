"""Stores and drafts checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.api.about import Told, read_day, read_id
from reportdiff.api.documents import read_document
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import NotFound, UnreadableInput

if TYPE_CHECKING:
    from reportdiff.model.finding import Finding
    from reportdiff.store.snapshots import Store


def check(
    *, folder: str | Path = ".", against: str | None = None, as_of: date | str | None = None
) -> tuple[Finding, ...]:
    """The findings on the store that *folder* lies in, the gravest first.

    With *against*, a git revision, only what the working tree has and that revision had not is looked at; without it,
    every snapshot against all earlier ones. *as_of* is the day for stale and expired, by default the newest day of
    publication. Raises :class:`UnreadableInput` when no snapshot holds a claim, :class:`NotFound` for a store, revision
    or history that is not there.
    """
    from reportdiff.checks.gate import check_against, check_store
    from reportdiff.records.settings import read_settings
    from reportdiff.store.snapshots import find_store

    store = find_store(Path(folder))
    settings = read_settings(store.root)
    day = None if as_of is None else read_day(as_of, "--as-of")
    if against is None:
        return check_store(store, settings, as_of=day)
    return check_against(store, against, settings, as_of=day)


def lint(
    data: bytes,
    *,
    name: str,
    folder: str | Path = ".",
    subject: str | None = None,
    as_of: date | str | None = None,
    encoding: str | None = None,
) -> tuple[Finding, ...]:
    """The findings on a draft's claims against the store that *folder* lies in, each with its place in the draft.

    *name* is the draft's path, for its format and for the places. Without *subject* the draft's front matter tells it,
    else every subject that the draft names is asked. Raises :class:`UnreadableInput` for a draft that cannot be read
    and for a store without claims, :class:`NotFound` for a store or subject that is not there.
    """
    from reportdiff.checks.findings import order_of
    from reportdiff.checks.places import Original, locate_findings
    from reportdiff.checks.run import check_draft
    from reportdiff.records.settings import read_settings
    from reportdiff.sources.encoding import decode
    from reportdiff.sources.metadata import find_metadata
    from reportdiff.sources.registry import read_source
    from reportdiff.store.snapshots import find_store

    store = find_store(Path(folder))
    settings = read_settings(store.root)
    day = None if as_of is None else read_day(as_of, "--as-of")
    text = read_source(data, name=name, encoding=encoding)
    original = Original(path=name, source=decode(data, name=name, encoding=encoding), text=text)
    told = subject or find_metadata(text, original.source).subject
    found: list[Finding] = []
    for topic, stored in _stored_about(store, told, text.content):
        draft = read_document(data, name=name, told=Told(subject=topic), encoding=encoding)
        found += check_draft(draft, stored, settings, as_of=day)
    return tuple(sorted(locate_findings(found, original), key=order_of))


def fails(findings: Iterable[Finding], fail_on: str | None = None, *, folder: str | Path = ".") -> bool:
    """True when a finding is as grave as *fail_on* or graver; without it, as the settings of the store say."""
    from reportdiff.checks.findings import at_least
    from reportdiff.model.settings import Level
    from reportdiff.records.settings import read_settings
    from reportdiff.store.snapshots import find_store

    return at_least(findings, Level(fail_on) if fail_on else read_settings(find_store(Path(folder)).root).fail_on)


def _stored_about(store: Store, told: str | None, text: str) -> Iterator[tuple[str, list[Snapshot]]]:
    """The told subject with its stored snapshots; without one, each subject that the text names, else every subject."""
    from reportdiff.store.snapshots import list_ids, read_snapshot

    ids = list_ids(store)
    subjects = list(dict.fromkeys(name.partition("/")[0] for name in ids))
    topic = read_id(told, "subject")
    if told is not None and topic not in subjects:
        raise NotFound(f"no snapshot about {topic!r}; the store has snapshots about {', '.join(subjects) or 'nothing'}")
    words = text.casefold()
    named = [subject for subject in subjects if subject.replace("-", " ") in words]
    chosen = [topic] if told is not None else named or subjects
    every = [
        (subject, [read_snapshot(store, name) for name in ids if name.startswith(f"{subject}/")]) for subject in chosen
    ]
    if not any(snapshot.claims for _, stored in every for snapshot in stored):
        raise UnreadableInput(f"{store.folder}: no claim to hold a draft against; add a report with reportdiff add")
    yield from every
