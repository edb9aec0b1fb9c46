"""The vocabulary of measures as users meet it, and what could be added to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.model.document import Snapshot, Statement
from reportdiff.model.quantity import Quantity
from reportdiff.vocabulary.proposal import Proposal

_WORD = re.compile(r"[a-z0-9]+")

if TYPE_CHECKING:
    from reportdiff.vocabulary.loader import Vocabulary
    from reportdiff.vocabulary.measure import Measure


def list_measures(subject: str | None = None, *, folder: str | Path = ".") -> tuple[Measure, ...]:
    """The measures of the vocabulary in order of key; with *subject*, those that its stored snapshots speak of."""
    vocabulary = _vocabulary(folder)
    every = tuple(vocabulary.measures[key] for key in sorted(vocabulary.measures))
    if subject is None:
        return every
    told = {claim.measure for snapshot in _stored(subject, folder) for claim in snapshot.claims}
    return tuple(measure for measure in every if measure.key in told)


def propose_measures(subject: str | None = None, *, folder: str | Path = ".") -> tuple[Proposal, ...]:
    """Entries for the open measures that more than one figure in the store is of, those in most editions first.

    Only figures in one series or under one key count as one measure. With *subject*, that subject's figures alone are
    looked at; without a store nothing is proposed.
    """
    from reportdiff.vocabulary.names import OPEN

    vocabulary = _vocabulary(folder)
    found: dict[str, list[Statement]] = {}
    snapshots = _stored(subject, folder)
    leading = _leading_keys(snapshots, folder)
    for snapshot in snapshots:
        for claim in snapshot.claims:
            if claim.measure.startswith(OPEN) and isinstance(claim.value, Quantity):
                key = leading.get((snapshot.id, claim.id), claim.measure)
                found.setdefault(key, []).append((snapshot, claim))
    proposals = (_proposal(key, told, vocabulary) for key, told in found.items() if _is_met_again(key, told))
    return tuple(sorted(proposals, key=lambda each: (-each.snapshots, -each.claims, each.key)))


def _vocabulary(folder: str | Path) -> Vocabulary:
    from reportdiff.api.configuring import conventions
    from reportdiff.vocabulary.loader import load_vocabulary

    return load_vocabulary(conventions(folder=folder).vocabulary)


def _stored(subject: str | None, folder: str | Path) -> Sequence[Snapshot]:
    from reportdiff.api.snapshots import list_snapshots
    from reportdiff.model.errors import NotFound

    try:
        return tuple(list_snapshots(subject, folder=folder))
    except NotFound:
        if subject is not None:
            raise
        return ()


def _leading_keys(snapshots: Iterable[Snapshot], folder: str | Path) -> dict[tuple[str, str], str]:
    """Snapshot and claim → the measure that its series is named for, be it of the vocabulary or open."""
    from reportdiff.api.tracing import list_series
    from reportdiff.compare.joining.subject_series import APART

    subjects = sorted({snapshot.subject.id for snapshot in snapshots})
    return {
        (member.snapshot, member.claim): series.id.partition(APART)[0]
        for subject in subjects
        for series in list_series(subject, folder=folder)
        for member in series.members
    }


def _is_met_again(key: str, told: Sequence[Statement]) -> bool:
    from reportdiff.vocabulary.names import OPEN

    return key.startswith(OPEN) and len(told) > 1 and _plain(key) != ""


def _proposal(key: str, told: Sequence[Statement], vocabulary: Vocabulary) -> Proposal:
    units = sorted({claim.value.unit for _, claim in told if isinstance(claim.value, Quantity)})
    known = {"money", *vocabulary.families.values()}
    families = dict.fromkeys(family for unit in units if (family := vocabulary.family_of(unit)) in known)
    phrases = dict.fromkeys(_plain(name) for name in (key, *(claim.measure for _, claim in told)))
    return Proposal(
        key=_plain(key).replace(" ", "-"),
        name=_plain(key),
        families=tuple(families) or ("count",),
        phrases=tuple(phrases),
        claims=len(told),
        snapshots=len({snapshot.id for snapshot, _ in told}),
    )


def _plain(key: str) -> str:
    """The words of an open key, in characters that a key of the vocabulary can hold."""
    from reportdiff.vocabulary.names import OPEN

    return " ".join(_WORD.findall(key.removeprefix(OPEN)))
