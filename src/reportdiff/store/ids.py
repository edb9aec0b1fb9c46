"""Ids of snapshots: made from metadata, checked before they become paths, and found by part or date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from reportdiff.model.errors import NotFound, UsageProblem
from reportdiff.records.fields import nearest
from reportdiff.records.snapshot import PART

MOST_NEAR = 3

MAX_SLUG = 32

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DATED_NAME = re.compile(r"(.+)-([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\.([0-9]{1,4}))?")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{name}{number}" for name in ("com", "lpt") for number in "0123456789"}
)


def slug(words: str) -> str:
    """*words* as a part of an id: small ASCII letters, digits and hyphens, at most 32; empty if nothing is left.

    >>> slug("Perú – In Focus, IF12372")
    'peru-in-focus-if12372'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", plain).strip("-")[:MAX_SLUG].rstrip("-")


def snapshot_id(*, subject: str, publisher: str, document: str | None, published: date | None, sha256: str) -> str:
    """The id that an edition has before the store is asked whether it is the second of its day.

    ``subject/publisher-published``, with the document's name between when it was named (a *document* other than None
    and ``publisher/subject``); undated: ``subject/publisher-undated-`` and the first 8 digits of *sha256*.
    Raises :class:`UsageProblem` for a subject or publisher without a letter that an id can hold.

    >>> snapshot_id(subject="peru", publisher="crs", document="crs/IF12372", published=date(2024, 1, 10), sha256="")
    'peru/crs-if12372-2024-01-10'
    """
    subject_part, publisher_part = _part(subject, "subject"), _part(publisher, "publisher")
    if published is None:
        return f"{subject_part}/{publisher_part}-undated-{sha256[:8]}"
    named = None if document is None or document == f"{publisher}/{subject}" else document
    middle = "" if named is None else "-" + (slug(named.removeprefix(f"{publisher}/")) or "document")
    return f"{subject_part}/{publisher_part}{middle}-{published.isoformat()}"


def check_id(name: str) -> tuple[str, str]:
    """The two parts of a full id, fit to be folders; :class:`UsageProblem` for anything else."""
    subject, _, folder = name.partition("/")
    for part in (subject, folder):
        if not PART.search(part) or ".." in part or part.endswith(".") or part.split(".")[0] in _DEVICES:
            raise UsageProblem(
                f"{name[:100]!r} is no id of a snapshot; an id is subject/publisher-date in a-z, 0-9 and . _ -"
            )
    return subject, folder


def subject_of(name: str) -> str:
    """The subject that the snapshot with the full id *name* is about."""
    return name.partition("/")[0]


def folder_of(name: str) -> str:
    """The name of the folder, inside its subject's, of the snapshot with the full id *name*."""
    return name.partition("/")[2]


def subjects_of(ids: Iterable[str]) -> tuple[str, ...]:
    """The subjects that snapshots with these *ids* are about, each once, in the order of the ids."""
    return tuple(dict.fromkeys(map(subject_of, ids)))


def is_id(name: str) -> bool:
    """True if *name* has the form of a full id."""
    try:
        check_id(name)
    except UsageProblem:
        return False
    return True


def match_id(name: str, ids: Sequence[str], publisher_of: Callable[[str], str]) -> str:
    """The one of *ids* that *name* means: the id, an unambiguous part of it, or a dated address.

    ``utopia/crs@2024-06-01`` is the newest edition of that publisher (or document) known on that day; *publisher_of* is
    asked for the publisher of an id where the id alone does not tell. Raises :class:`NotFound` with the nearest ids, or
    with the list where several fit.
    """
    if name in ids:
        return name
    if "@" in name:
        return _newest_by(name, ids, publisher_of)
    for fits in (_same_folder, str.startswith, _folder_starts, str.__contains__):
        found = [known for known in ids if name and fits(known, name)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(f"{name!r} may be any of {_listed(found)}; name one of them in full")
    raise _unknown(name, ids)


def next_edition(name: str, number: int) -> str:
    """The id of the *number*-th edition of a document and day, counted from 1."""
    return name if number == 1 else f"{name}.{number}"


def _part(words: str, what: str) -> str:
    part = slug(words)
    if not part:
        raise UsageProblem(f"{words!r} leaves nothing for an id; give --{what} with letters from a to z")
    return part


def _same_folder(known: str, name: str) -> bool:
    return folder_of(known) == name


def _folder_starts(known: str, name: str) -> bool:
    return folder_of(known).startswith(name)


def _newest_by(name: str, ids: Sequence[str], publisher_of: Callable[[str], str]) -> str:
    who, _, day_text = name.rpartition("@")
    try:
        day = date.fromisoformat(day_text)
    except ValueError:
        raise NotFound(f"{day_text!r} in {name!r} is no day; write it as {who}@YYYY-MM-DD") from None
    known = [(*when, known) for known in ids if (when := _edition_of(known)) and when[0] <= day]
    by_this = [(day, number, known) for day, number, known in known if _is_by(known, who, publisher_of)]
    if not by_this:
        raise NotFound(
            f"no edition of {who!r} is known by {day}{_nearest(who, ids)}; reportdiff list shows all {len(ids)}"
        )
    publishers = {(subject_of(known), publisher_of(known)) for _, _, known in by_this}
    newest = max(by_this)
    rivals = [known for day, _, known in by_this if _stem(known) != _stem(newest[2]) and day == newest[0]]
    if len(publishers) > 1 or rivals:
        raise NotFound(f"{name!r} may be any of {_listed([known for _, _, known in by_this])}; name the publisher too")
    return newest[2]


def _is_by(known: str, who: str, publisher_of: Callable[[str], str]) -> bool:
    subject, _, publisher = who.rpartition("/")
    own_subject, _, stem = _stem(known).partition("/")
    if not subject:
        return who in {own_subject, stem} or (stem.startswith(f"{who}-") and publisher_of(known) == who)
    if own_subject != subject:
        return False
    return stem == publisher or (stem.startswith(f"{publisher}-") and publisher_of(known) == publisher)


def _edition_of(known: str) -> tuple[date, int] | None:
    found = _DATED_NAME.fullmatch(known)
    try:
        return found and (date.fromisoformat(found[2]), int(found[3] or 1))
    except ValueError:
        return None


def _stem(known: str) -> str:
    found = _DATED_NAME.fullmatch(known)
    return found[1] if found else known


def _unknown(name: str, ids: Sequence[str]) -> NotFound:
    if not ids:
        return NotFound(f"no snapshot {name[:100]!r}: the store is empty; add one with reportdiff add")
    return NotFound(f"no snapshot {name[:100]!r}{_nearest(name, ids)}; reportdiff list shows all {len(ids)}")


def _nearest(name: str, ids: Sequence[str]) -> str:
    import difflib

    whole = "/" in name
    pool = {known if whole else folder_of(known): known for known in ids}
    stems = {_stem(known) if whole else folder_of(_stem(known)): known for known in ids}
    found = [pool[one] for one in difflib.get_close_matches(name[:100], pool, n=MOST_NEAR, cutoff=0.5)]
    found += [stems[one] for one in difflib.get_close_matches(name[:100], stems, n=MOST_NEAR)]
    near = tuple(dict.fromkeys(found))[:MOST_NEAR]
    return f"; the nearest {'is' if len(near) == 1 else 'are'} {', '.join(near)}" if near else ""


def unknown_subject(name: str, subjects: Sequence[str]) -> NotFound:
    """The refusal of a subject of which nothing is stored, with those that there are."""
    if not subjects:
        return NotFound(f"no snapshot about {name[:60]!r}: the store is empty; add one with reportdiff add")
    told = f"no snapshot about {name[:60]!r}{nearest(name, subjects)}"
    return NotFound(f"{told}; the store has snapshots about {_listed(subjects)}")


def _listed(ids: Sequence[str]) -> str:
    shown = ", ".join(sorted(ids)[:8])
    return shown if len(ids) <= 8 else f"{shown} and {len(ids) - 8} more"
