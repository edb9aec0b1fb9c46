"""For programs: what a store holds, what came of documents and stored readings, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reportdiff.model.document import Snapshot
from reportdiff.records.fields import Record
from reportdiff.records.json import dump_json
from reportdiff.records.snapshot import encode_head
from reportdiff.reports.screen import Screen
from reportdiff.store.validation import Problem


class Addition(Protocol):
    """A document that the store holds now: see :class:`reportdiff.api.adding.Added`."""

    @property
    def place(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def is_new(self) -> bool: ...
    @property
    def supersedes(self) -> str | None: ...
    @property
    def claims(self) -> int | None: ...


class Refusal(Protocol):
    """A document that cannot be read: see :class:`reportdiff.api.batch.Refused`."""

    @property
    def place(self) -> str: ...
    @property
    def message(self) -> str: ...


class Renewal(Protocol):
    """A stored source read again: see :class:`reportdiff.api.batch.Renewed`."""

    @property
    def id(self) -> str: ...
    @property
    def claims(self) -> int: ...
    @property
    def added(self) -> int: ...
    @property
    def gone(self) -> int: ...
    @property
    def altered(self) -> int: ...
    @property
    def changes_anything(self) -> bool: ...


def render_list_json(snapshots: Sequence[Snapshot], _screen: Screen) -> str:
    """The head of each snapshot, and the number of its claims; the schema is ``snapshots``."""
    heads: list[Record] = [{**encode_head(snapshot), "claims": len(snapshot.claims)} for snapshot in snapshots]
    return dump_json({"schema_version": 1, "snapshots": list(heads)}).decode()


def render_additions_json(added: Sequence[Addition], refused: Sequence[Refusal]) -> str:
    """What became of each document, in order; the schema is ``additions``."""
    encoded: Record = {
        "schema_version": 1,
        "added": [_encode_addition(each) for each in added],
        "refused": [{"source": each.place or None, "message": each.message} for each in refused],
    }
    return dump_json(encoded).decode()


def render_renewals_json(renewed: Sequence[Renewal], problems: Sequence[Problem]) -> str:
    """What today's program reads otherwise in each stored source, in order; the schema is ``renewals``."""
    encoded: Record = {
        "schema_version": 1,
        "renewals": [_encode_renewal(each) for each in renewed],
        "problems": [_encode_problem(each) for each in problems],
    }
    return dump_json(encoded).decode()


def render_problems_json(problems: Sequence[Problem], snapshots: int) -> str:
    """What is wrong in a store of so many *snapshots*; the schema is ``problems``."""
    found: list[Record] = [_encode_problem(each) for each in problems]
    return dump_json({"schema_version": 1, "snapshots": snapshots, "problems": list(found)}).decode()


def _encode_addition(added: Addition) -> Record:
    return {
        "source": added.place,
        "snapshot": added.id,
        "is_new": added.is_new,
        "supersedes": added.supersedes,
        "claims": added.claims,
    }


def _encode_renewal(renewal: Renewal) -> Record:
    return {
        "snapshot": renewal.id,
        "is_changed": renewal.changes_anything,
        "claims": renewal.claims,
        "added": renewal.added,
        "gone": renewal.gone,
        "altered": renewal.altered,
    }


def _encode_problem(problem: Problem) -> Record:
    return {"snapshot": problem.snapshot, "message": problem.message}
