"""Where documents come from: files and folders, a manifest, addresses, archives of the web."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.api.about import Told
from reportdiff.api.batch import Document
from reportdiff.api.documents import NOTHING_TOLD
from reportdiff.api.manifest import Entry
from reportdiff.model.conventions import USUAL, Conventions
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.noun import Noun
from reportdiff.records.files import read_bytes

if TYPE_CHECKING:
    from reportdiff.sources.web.warc import Captured

MOST_OF_AN_ARCHIVE = 500_000_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Manner(Noun):
    """How documents are read: what is told about all of them, encoding, mapping, the project's conventions.

    ``force`` takes any language.
    """

    told: Told = NOTHING_TOLD
    encoding: str | None = None
    force: bool = False
    mapping: bytes | None = None
    conventions: Conventions = USUAL

    def document(self, place: str, name: str, data: bytes) -> Document:
        """The document of these bytes, read in this manner."""
        return Document(
            place=place,
            name=name,
            data=data,
            told=self.told,
            encoding=self.encoding,
            force=self.force,
            mapping=self.mapping,
            conventions=self.conventions,
        )


def file_document(path: str, manner: Manner) -> Document:
    """The document in a file."""
    return manner.document(path, Path(path).name, read_bytes(Path(path)))


def fetched_document(address: str, manner: Manner, *, retrieved: str, opened: Sequence[str] = ()) -> Document:
    """The document at an address on the network, fetched at *retrieved* (``2024-01-10T12:00:00Z``), with its capture.

    *opened* are networks that may be fetched from though they are not public. A memento bears the time of its own
    capture. Raises :class:`UnreadableInput` for what cannot be fetched, see ``sources/web/address.py``.
    """
    from reportdiff.sources.web.address import Bounds, fetch
    from reportdiff.sources.web.warc import captured, write_capture

    answer = fetch(address, bounds=Bounds(opened=tuple(opened)))
    document = captured_document(address, captured(answer, retrieved), manner)
    return replace(document, capture=write_capture(answer, retrieved))


def archive_documents(path: str, manner: Manner) -> Iterator[Document]:
    """The documents in a WARC file; where it holds several, each is a document of its own, named by its address."""
    from reportdiff.sources.web.warc import read_archive

    found = list(read_archive(read_bytes(Path(path), limit=MOST_OF_AN_ARCHIVE), name=path))
    if not found:
        raise UnreadableInput(f"{path}: holds no response with a document; give an archive of pages")
    for each in found:
        document = captured_document(f"{path}: {each.url or each.name}", each, manner)
        if len(found) > 1 and document.told.document is None:
            document = replace(document, told=replace(document.told, document=_line_of(each)))
        yield document


def captured_document(place: str, found: Captured, manner: Manner) -> Document:
    """The document of a capture; what the user tells goes before what the server told."""
    told = manner.told if manner.told.url is not None else replace(manner.told, url=found.url)
    document = replace(manner, told=told).document(place, found.name, found.data)
    return replace(document, retrieved=found.retrieved, encoding=manner.encoding or _known_encoding(found.charset))


def entry_document(entry: Entry, manner: Manner) -> Document:
    """The document that a row of a manifest names; what the row leaves out is as told about all."""
    told = Told(**{name: getattr(entry.told, name) or getattr(manner.told, name) for name in Told.__slots__})
    return file_document(entry.file, replace(manner, told=told))


def files_in(folder: str) -> list[str]:
    """The paths of all files in *folder* and below, sorted; what is hidden, and links, are passed over."""
    found: list[str] = []
    for path in sorted(Path(folder).iterdir()):
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            found += files_in(str(path))
        elif path.is_file():
            found.append(str(path))
    return found


def choose_entries(entries: Sequence[Entry], sources: Sequence[str]) -> tuple[list[Entry], list[str]]:
    """The rows of a manifest for files that *sources* name or hold, all of them without sources.

    With them: the files in *sources* that no row names.
    """
    if not sources:
        return list(entries), []
    named = {Path(entry.file) for entry in entries}
    present = [file for each in sources for file in (files_in(each) if os.path.isdir(each) else [each])]  # noqa: PTH112
    chosen = [entry for entry in entries if any(Path(entry.file).is_relative_to(each) for each in sources)]
    return chosen, [file for file in present if Path(file) not in named]


def givers(documents: Iterable[Document]) -> list[Callable[[], Document]]:
    """Documents that are at hand already, each given when it is asked for."""
    return [partial(_same, document) for document in documents]


def _same(document: Document) -> Document:
    return document


def _line_of(found: Captured) -> str:
    """The name of a document by the path of its address."""
    from urllib.parse import urlsplit

    from reportdiff.store.ids import slug

    parts = urlsplit(found.url or "")
    words = f"{parts.path} {parts.query}".strip("/ ") or parts.hostname or found.name
    return slug(words[-30:]) or slug(found.name) or "page"


def _known_encoding(charset: str | None) -> str | None:
    """The encoding that a server told, if there is one of this name."""
    import codecs

    try:
        name = None if charset is None else codecs.lookup(charset).name
    except LookupError:
        return None
    # What calls itself Latin-1 or ASCII on the web is read as the code page that holds both, as every browser does.
    return "cp1252" if name in ("iso8859-1", "ascii") else name
