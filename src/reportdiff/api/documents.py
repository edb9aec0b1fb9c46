"""Documents to snapshots: nothing is stored."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath

from reportdiff import __version__
from reportdiff.api.about import UNKNOWN, About, Told, read_about
from reportdiff.model.claim import Claim
from reportdiff.model.conventions import USUAL, Conventions
from reportdiff.model.document import Edition, Extractor, Snapshot, Source
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import Text

NOTHING_TOLD = Told()

ORIGINAL = "original"
"""The status of an edition that was read as it was before its tracked changes."""

_MARK_LENGTH = 16


def read_text(
    text: str,
    *,
    subject: str | None = None,
    publisher: str | None = None,
    published: date | str | None = None,
) -> Snapshot:
    """The snapshot of a plain text: every claim with its quote, its period and its place in ``snapshot.text``.

    *subject* and *publisher* are names or ids (``France``, ``crs``), ``unknown`` where nobody tells; *published* is a
    day or ``YYYY-MM-DD``, None for an undated text. Raises :class:`UsageProblem` for a name or date that is none, and
    :class:`UnreadableInput` for a text that is empty or not in English.
    """
    told = Told(subject=subject, publisher=publisher, published=published)
    return read_document(text.encode("utf-8", "surrogatepass"), name="text.txt", told=told)


def normalize(
    path: str | Path,
    *,
    subject: str | None = None,
    publisher: str | None = None,
    published: date | str | None = None,
    document: str | None = None,
    edition: str | None = None,
    encoding: str | None = None,
    force: bool = False,
) -> Snapshot:
    """The snapshot of the document at *path*; nothing is stored.

    What is told about it is described at :class:`Told`; the rest and the errors as for :func:`read_document`, and
    :class:`UnreadableInput` for a file that is missing or cannot be read.
    """
    from reportdiff.records.files import read_bytes

    file = Path(path)
    told = Told(subject=subject, publisher=publisher, published=published, document=document, edition=edition)
    return read_document(read_bytes(file), name=file.name, told=told, encoding=encoding, force=force)


def read_document(
    data: bytes,
    *,
    name: str,
    told: Told = NOTHING_TOLD,
    encoding: str | None = None,
    force: bool = False,
    mapping: bytes | None = None,
    retrieved: str | None = None,
    conventions: Conventions = USUAL,
) -> Snapshot:
    """The snapshot of a document's bytes; its format is told by the ending of *name* and by the bytes.

    *encoding* is needed where the bytes are neither UTF-8 nor marked; *force* takes a text that is not in English.
    *mapping* tells how a table or record is read (``sources/tables/mapping.py``); *retrieved* is when it was fetched;
    *conventions* are those of the project (:func:`reportdiff.api.conventions`).
    Raises :class:`UsageProblem` for a name, date or encoding that is none, :class:`UnreadableInput` for bytes that are
    empty, binary, in another encoding, or not English.
    """
    from reportdiff.sources.registry import read_source

    text = read_source(data, name=name, encoding=encoding, force=force, mapping=mapping)
    return snapshot_of(
        text,
        data,
        name=name,
        told=told,
        encoding=encoding,
        mapping=mapping,
        retrieved=retrieved,
        conventions=conventions,
    )


def snapshot_of(
    text: Text,
    data: bytes,
    *,
    name: str,
    told: Told = NOTHING_TOLD,
    encoding: str | None = None,
    mapping: bytes | None = None,
    retrieved: str | None = None,
    conventions: Conventions = USUAL,
) -> Snapshot:
    """The snapshot of *text*, which was read from *data*; otherwise as :func:`read_document`."""
    from reportdiff.sources.registry import media_type_of, read_characters

    sha256 = hashlib.sha256(data).hexdigest()
    about = read_about(told, read_characters(data, name=name, encoding=encoding), text, sha256)
    source = Source(
        file=_file_name(name),
        media_type=_with_parameters(media_type_of(name, data), {"charset": encoding, "mapping": mapping_mark(mapping)}),
        sha256=sha256,
        bytes=len(data),
        url=told.url,
        retrieved=retrieved,
    )
    return _extract(text, about, Edition(label=about.edition, published=about.published), source, conventions)


def read_original(
    data: bytes, *, name: str, told: Told = NOTHING_TOLD, force: bool = False, conventions: Conventions = USUAL
) -> Snapshot:
    """The snapshot of a Word file as it was before its tracked changes; otherwise as :func:`read_document`.

    Raises :class:`UsageProblem` for a format that keeps none.
    """
    from reportdiff.sources import registry

    sha256 = hashlib.sha256(data).hexdigest()
    text = registry.read_original(data, name=name, force=force)
    about = read_about(told, "", text, sha256)
    source = Source(
        file=_file_name(name),
        media_type=registry.media_type_of(name, data),
        sha256=sha256,
        bytes=len(data),
        url=told.url,
    )
    edition = Edition(label=about.edition, published=about.published, status=ORIGINAL)
    return _extract(text, about, edition, source, conventions)


def read_again(
    snapshot: Snapshot, data: bytes, *, mapping: bytes | None = None, conventions: Conventions = USUAL
) -> Snapshot:
    """*snapshot* as the program reads its source's bytes, *data*, today; id, source and all that was told of it stay.

    *mapping* must be the one that it was read with, if it was. Raises :class:`UnreadableInput` for bytes that cannot
    be read; a text that is not in English was taken before.
    """
    from reportdiff.sources.registry import read_source

    told = read_parameters(snapshot.source.media_type)
    if told.get("mapping") != mapping_mark(mapping):
        raise UnreadableInput(f"{snapshot.id}: the mapping that it was read with is missing or changed; restore it")
    text = read_source(data, name=snapshot.source.file, encoding=told.get("charset"), force=True, mapping=mapping)
    about = About(
        subject=snapshot.subject,
        publisher=snapshot.publisher,
        published=snapshot.edition.published,
        document=snapshot.document,
    )
    return replace(_extract(text, about, snapshot.edition, snapshot.source, conventions), id=snapshot.id)


def read_any(data: bytes, *, name: str, conventions: Conventions = USUAL) -> Snapshot:
    """The snapshot that *data* is, if it is the JSON of one; else the snapshot of the document that it is.

    Raises :class:`UnreadableInput` for a damaged JSON of a snapshot, and as :func:`read_document`.
    """
    from reportdiff.records.snapshot import looks_like_snapshot, read_snapshot_json

    if looks_like_snapshot(data):
        return read_snapshot_json(data, name=name)
    return read_document(data, name=name, conventions=conventions)


def _extract(text: Text, about: About, edition: Edition, source: Source, conventions: Conventions) -> Snapshot:
    """The snapshot of *text*, its claims read by the project's *conventions*."""
    from reportdiff.extraction.claims import extract_claims
    from reportdiff.extraction.mention import Circumstances
    from reportdiff.store.ids import snapshot_id
    from reportdiff.vocabulary.loader import load_vocabulary

    subject, publisher, day = about.subject, about.publisher, about.published
    vocabulary = load_vocabulary(conventions.vocabulary)
    circumstances = Circumstances(
        subject=None if subject.id == UNKNOWN else subject.name or subject.id,
        publisher=publisher.id,
        document=about.document,
        published=day,
        edition=edition.label,
        fiscal_year_start=conventions.fiscal_year_start,
    )
    return Snapshot(
        id=snapshot_id(
            subject=subject.id, publisher=publisher.id, document=about.document, published=day, sha256=source.sha256
        ),
        subject=replace(subject, code=vocabulary.countries.code_of(circumstances.subject)),
        document=about.document,
        edition=edition,
        publisher=publisher,
        source=source,
        extractor=Extractor(name="reportdiff", version=__version__),
        title=text.title,
        reliability=text.reliability,
        sections=text.sections,
        claims=_named(_with_parts(extract_claims(text, circumstances, vocabulary), text, source), conventions),
        text=text.content,
    )


def _with_parts(claims: tuple[Claim, ...], text: Text, source: Source) -> tuple[Claim, ...]:
    """The claims, each with its page or other part, where the source is no plain text."""
    from reportdiff.sources.builder import find_part

    if source.media_type.startswith("text/"):
        return claims
    return tuple(replace(claim, part=find_part(text, claim.position)) for claim in claims)


def _named(claims: tuple[Claim, ...], conventions: Conventions) -> tuple[Claim, ...]:
    """The claims, each on a measure that the project names, or names anew, with what the project calls it."""
    if not conventions.vocabulary:
        return claims
    from reportdiff.vocabulary.loader import load_vocabulary

    usual, measures = load_vocabulary().measures, load_vocabulary(conventions.vocabulary).measures
    own = {key: measure.name for key, measure in measures.items() if measure != usual.get(key)}
    return tuple(replace(claim, name=own.get(claim.measure)) for claim in claims)


def read_parameters(media_type: str) -> dict[str, str]:
    """What a media type says behind its name: ``charset``, and ``mapping``, the beginning of a mapping's SHA-256."""
    return dict(part.strip().split("=", 1) for part in media_type.split(";")[1:] if "=" in part)


def mapping_mark(mapping: bytes | None) -> str | None:
    """What tells a mapping from every other; None for none."""
    return None if mapping is None else hashlib.sha256(mapping).hexdigest()[:_MARK_LENGTH]


def _with_parameters(media_type: str, parameters: dict[str, str | None]) -> str:
    return "; ".join([media_type, *(f"{name}={value}" for name, value in parameters.items() if value is not None)])


def _file_name(name: str) -> str:
    """What the stored copy of a document is called: ``source`` and the ending of its name."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    return f"source.{ending if ending.isalnum() and ending.isascii() else 'txt'}"
