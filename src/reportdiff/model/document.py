"""Documents, their editions, and the snapshots taken of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from reportdiff.model.claim import Claim
from reportdiff.model.noun import Noun
from reportdiff.model.span import Reliability, Section


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Subject(Noun):
    """What reports are about: ``id`` as in the store (``peru``), a name to show, an ISO 3166 code for a country."""

    id: str
    name: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Publisher(Noun):
    """Who publishes a document: ``id`` as in the store (``crs``), and a name to show."""

    id: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Edition(Noun):
    """One published issue of a document; ``supersedes`` is the id of the snapshot it takes the place of."""

    label: str | None = None
    published: date | None = None
    status: str | None = None
    supersedes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Source(Noun):
    """The captured bytes: file name inside the snapshot's folder, media type, SHA-256 in hex and length."""

    file: str
    media_type: str
    sha256: str
    bytes: int
    url: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Extractor(Noun):
    """The program that read the claims."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Snapshot(Noun):
    """The captured bytes of an edition and what was read from them.

    ``text`` is the text in reading order that all positions refer to, None when it is not at hand.
    """

    id: str
    subject: Subject
    document: str
    edition: Edition
    publisher: Publisher
    source: Source
    extractor: Extractor
    title: str | None = None
    reliability: tuple[Reliability, ...] = ()
    sections: tuple[Section, ...] = ()
    claims: tuple[Claim, ...] = ()
    text: str | None = None


Statement: TypeAlias = tuple[Snapshot, Claim]
"""A claim and the snapshot that makes it."""


def shown_order(snapshot: Snapshot) -> tuple[date, str]:
    """The key by which readers are shown editions: by day of publication, the undated last; on one day by id."""
    return snapshot.edition.published or date.max, snapshot.id


def judged_order(snapshot: Snapshot) -> tuple[date, str]:
    """The key that tells older from newer: as :func:`shown_order`, but the undated first.

    What nothing dates must neither overtake what is dated nor count as the last word on it.
    """
    return snapshot.edition.published or date.min, snapshot.id
