"""Documents to snapshots: nothing is stored."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath

from reportdiff import __version__
from reportdiff.api.about import UNKNOWN, About, Told, read_about
from reportdiff.model.document import Edition, Extractor, Snapshot, Source
from reportdiff.model.text import Text

NOTHING_TOLD = Told()

_CHARSET = "; charset="


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
    data: bytes, *, name: str, told: Told = NOTHING_TOLD, encoding: str | None = None, force: bool = False
) -> Snapshot:
    """The snapshot of a document's bytes; its format is told by the ending of *name* and by the bytes.

    *encoding* is needed where the bytes are neither UTF-8 nor marked; *force* takes a text that is not in English.
    Raises :class:`UsageProblem` for a name, date or encoding that is none, :class:`UnreadableInput` for bytes that are
    empty, binary, in another encoding, or not English.
    """
    from reportdiff.sources.encoding import decode
    from reportdiff.sources.registry import media_type_of, read_source

    sha256 = hashlib.sha256(data).hexdigest()
    text = read_source(data, name=name, encoding=encoding, force=force)
    about = read_about(told, decode(data, name=name, encoding=encoding), text, sha256)
    source = Source(
        file=_file_name(name),
        media_type=f"{media_type_of(name, data)}{_CHARSET}{encoding}" if encoding else media_type_of(name, data),
        sha256=sha256,
        bytes=len(data),
        url=told.url,
    )
    return _extract(text, about, Edition(label=told.edition, published=about.published), source)


def read_again(snapshot: Snapshot, data: bytes) -> Snapshot:
    """*snapshot* as the program reads its source's bytes, *data*, today; id, source and all that was told of it stay.

    Raises :class:`UnreadableInput` for bytes that cannot be read; a text that is not in English was taken before.
    """
    from reportdiff.sources.registry import read_source

    encoding = snapshot.source.media_type.partition(_CHARSET)[2] or None
    text = read_source(data, name=snapshot.source.file, encoding=encoding, force=True)
    about = About(
        subject=snapshot.subject,
        publisher=snapshot.publisher,
        published=snapshot.edition.published,
        document=snapshot.document,
    )
    return replace(_extract(text, about, snapshot.edition, snapshot.source), id=snapshot.id)


def read_any(data: bytes, *, name: str) -> Snapshot:
    """The snapshot that *data* is, if it is the JSON of one; else the snapshot of the document that it is.

    Raises :class:`UnreadableInput` for a damaged JSON of a snapshot, and as :func:`read_document`.
    """
    from reportdiff.records.snapshot import looks_like_snapshot, read_snapshot_json

    stored = looks_like_snapshot(data) or name.endswith(".json")
    return read_snapshot_json(data, name=name) if stored else read_document(data, name=name)


def _extract(text: Text, about: About, edition: Edition, source: Source) -> Snapshot:
    """The snapshot of *text*, its claims read with the program's own vocabulary."""
    from reportdiff.extraction.claims import extract_claims
    from reportdiff.extraction.mention import Circumstances
    from reportdiff.store.ids import snapshot_id
    from reportdiff.vocabulary.loader import load_vocabulary

    subject, publisher, day = about.subject, about.publisher, about.published
    vocabulary = load_vocabulary()
    circumstances = Circumstances(
        subject=None if subject.id == UNKNOWN else subject.name or subject.id,
        publisher=publisher.id,
        document=about.document,
        published=day,
        edition=edition.label,
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
        claims=extract_claims(text, circumstances, vocabulary),
        text=text.content,
    )


def _file_name(name: str) -> str:
    """What the stored copy of a document is called: ``source`` and the ending of its name."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    return f"source.{ending if ending.isalnum() and ending.isascii() else 'txt'}"
