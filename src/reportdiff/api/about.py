"""What is known about a document besides its text: told by the user, else by the document itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportdiff.model.document import Publisher, Subject
from reportdiff.model.errors import UsageProblem
from reportdiff.model.text import Text

UNKNOWN = "unknown"
"""The id of a subject or publisher that nobody told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the user tells about a document, None for what the document itself may tell.

    ``subject`` and ``publisher`` are names or ids (``France``, ``crs``); ``published`` a day or ``YYYY-MM-DD``;
    ``document`` what it is an edition of (``IF12372``, else ``publisher/subject``); ``edition`` a label such as
    ``version 5``.
    """

    subject: str | None = None
    publisher: str | None = None
    published: date | str | None = None
    document: str | None = None
    edition: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A document's subject, publisher, day of publication, and the line of editions that it belongs to.

    ``edition`` is the label of this one, None where nobody tells.
    """

    subject: Subject
    publisher: Publisher
    published: date | None
    document: str
    edition: str | None = None


def read_about(told: Told, source: str, text: Text, sha256: str) -> About:
    """What was told, completed by what *source* and *text* say of themselves: front matter, the container, the print.

    Without a name given the document is ``publisher/subject``; without a publisher it is a document of its own. Raises
    :class:`UsageProblem` for a told name that no id can hold and for a told day that is none.
    """
    from reportdiff.sources.metadata import find_metadata

    found = find_metadata(text, source)
    subject, publisher = _subject(told.subject or found.subject), _publisher(told.publisher or found.publisher)
    day = found.published if told.published is None else read_day(told.published, "--published")
    if told.document is not None:
        read_id(told.document, "document")
        line = f"{publisher.id}/{told.document}"
    else:
        line = f"{publisher.id}/{subject.id if publisher.id != UNKNOWN else sha256[:8]}"
    edition = told.edition or found.edition
    return About(subject=subject, publisher=publisher, published=day, document=line, edition=edition)


def read_id(told: str | None, what: str) -> str:
    """The id for a name; what could lead out of a store's folder is refused, not mended."""
    from reportdiff.store.ids import slug

    if told is None:
        return UNKNOWN
    if "/" in told or "\\" in told or ".." in told or not told.isprintable() or not slug(told):
        raise UsageProblem(f"--{what} {told[:60]!r} is no name; use letters, digits, spaces and hyphens")
    return slug(told)


def read_day(told: date | str, option: str) -> date:
    """A day that is one already, or written ``YYYY-MM-DD``; :class:`UsageProblem` for anything else."""
    if isinstance(told, date):
        return told
    try:
        if len(told) == len("2024-01-10"):
            return date.fromisoformat(told)
    except ValueError:
        pass
    raise UsageProblem(f"{option} {told[:40]!r} is no day of the calendar; write it as YYYY-MM-DD")


def _subject(told: str | None) -> Subject:
    known = read_id(told, "subject")
    return Subject(id=known, name=None if told in (None, known) else told)


def _publisher(told: str | None) -> Publisher:
    known = read_id(told, "publisher")
    return Publisher(id=known, name=None if told in (None, known) else told)
