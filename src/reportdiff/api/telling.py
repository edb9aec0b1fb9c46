"""How stored and other texts tell, and how often they use watched terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.model.document import Snapshot, shown_order
from reportdiff.model.errors import NotFound, UsageProblem

if TYPE_CHECKING:
    from reportdiff.model.change import Diff
    from reportdiff.model.framing import Framing, TermUse, WatchedTerm

Use = tuple[Snapshot, "TermUse"]
"""A snapshot and how often it uses a term."""


def read_telling(snapshot: Snapshot) -> Framing | None:
    """How the text of *snapshot* tells; None where the text is not at hand."""
    from reportdiff.extraction.framing import read_framing

    return None if snapshot.text is None else read_framing(snapshot.text)


def add_framing(diff: Diff, watched: Sequence[WatchedTerm] = ()) -> Diff:
    """*diff* with how its two texts tell: shifts, retellings, characterizations, actors, terms, and *watched* ones.

    Where a text is not at hand only the characterizations are compared, for they are claims.
    """
    from reportdiff.compare.framing.compared import compare_framing

    old, new = diff.old, diff.new
    return replace(diff, framing=compare_framing(old, new, read_telling(old), read_telling(new), watched))


def tellings(subject: str, *, folder: str | Path = ".") -> tuple[tuple[Snapshot, Framing], ...]:
    """The snapshots of a stored subject with how each tells, in order of publication, the undated last.

    Raises :class:`NotFound` for a subject that is not there.
    """
    found = ((snapshot, read_telling(snapshot)) for snapshot in _by_day(subject, folder))
    return tuple((snapshot, framing) for snapshot, framing in found if framing is not None)


def uses(subject: str, terms: Sequence[str] = (), *, folder: str | Path = ".") -> tuple[tuple[Use, ...], ...]:
    """Each watched term through all snapshots of a stored subject, in order of publication, the undated last.

    *terms* are words or phrases, parts that occur together joined by ``+``; without any, those of the settings. Raises
    :class:`NotFound` for a subject that is not there, :class:`UsageProblem` where no term is given at all.
    """
    from reportdiff.compare.framing.watched import find_uses

    snapshots = [snapshot for snapshot in _by_day(subject, folder) if snapshot.text is not None]
    watched = [read_term(term) for term in terms] or list(watched_terms(folder=folder))
    if not watched:
        raise UsageProblem('no term to look for; name some, or put watch = ["a phrase"] into reportdiff.toml')
    return tuple(tuple((snapshot, find_uses(term, snapshot.text or "")) for snapshot in snapshots) for term in watched)


def watched_terms(*, folder: str | Path = ".") -> tuple[WatchedTerm, ...]:
    """The terms that the settings of the store watch; none where there is no store."""
    from reportdiff.model.framing import WatchedTerm
    from reportdiff.records.settings import read_settings
    from reportdiff.store.snapshots import find_store

    try:
        settings = read_settings(find_store(Path(folder)).root)
    except NotFound:
        return ()
    return tuple(WatchedTerm(parts=parts) for parts in settings.watch)


def read_term(told: str) -> WatchedTerm:
    """A watched term as it is written on the command line: ``port``, ``rule of law``, ``mining + protest``."""
    from reportdiff.model.framing import WatchedTerm

    parts = tuple(" ".join(part.split()) for part in told.split("+"))
    if not all(parts):
        raise UsageProblem(f"{told[:40]!r} is no term; give a word, a phrase, or several joined by +")
    return WatchedTerm(parts=parts)


def _by_day(subject: str, folder: str | Path) -> list[Snapshot]:
    from reportdiff.api.snapshots import list_snapshots

    snapshots = list_snapshots(subject, folder=folder)
    return sorted(snapshots, key=shown_order)
