"""The container of a Word file: its parts, read within limits, and a copy with some parts replaced."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from reportdiff.model.errors import UnreadableInput
from reportdiff.sources.docx.xml import Attributes, parse

MOST_BYTES = 100_000_000
"""So much all parts together may hold, by what the container says and by what comes out of it."""
MOST_RATIO = 200
"""So many times larger than the file its parts may be."""
MOST_PARTS = 5_000
_SMALL = 1_000_000
"""Below this a ratio says nothing: a short text of one word is packed well."""
_CHUNK = 1 << 16
_PLAIN, _DEFLATED = 0, 8
_ENCRYPTED = 1
_OLE = b"\xd0\xcf\x11\xe0"
_OFFICE_DOCUMENT = "/officeDocument"
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    ValueError, OSError, OverflowError,
)  # fmt: skip
_HINT = "open it in Word and save it anew as .docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The parts of a Word file: name → bytes; ``main`` is the name of the document itself."""

    parts: Mapping[str, bytes]
    main: str

    def related(self, kind: str) -> str | None:
        """The name of the part that the document is tied to as *kind* (``footnotes``); None where there is none."""
        return next((name for name in relations(self, self.main, kind) if name in self.parts), None)


def open_package(data: bytes) -> Package:
    """The package that *data* holds.

    Raises UnreadableInput for what is no Word file, is locked by a password, damaged, or would unpack to more than the
    limits allow.
    """
    if data.startswith(_OLE):
        raise UnreadableInput(f"an old or a locked Office file, not .docx; take the password off, or {_HINT}")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_oversize(entries, len(data))
            parts = dict(_unpacked(archive, entries, len(data)))
    except _BROKEN as trouble:
        raise UnreadableInput(f"no whole Word file ({type(trouble).__name__}); {_HINT}") from None
    package = Package(parts=parts, main="")
    main = next((name for name in relations(package, "", _OFFICE_DOCUMENT) if name in parts), "word/document.xml")
    if main not in parts:
        raise UnreadableInput(f"no Word document in this ZIP container; {_HINT}")
    return Package(parts=parts, main=main)


def relations(package: Package, part: str, kind: str) -> Iterator[str]:
    """The names of the parts inside the package that *part* is tied to as *kind*, the end of a relationship's type."""
    for relation in read_relations(package, part):
        if relation.get("Type", "").endswith(kind) and relation.get("TargetMode") != "External":
            target = relation.get("Target", "")
            yield posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def relations_name(part: str) -> str:
    """The name of the part that tells what *part* is tied to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relations(package: Package, part: str) -> list[Attributes]:
    """What *part* is tied to, as the attributes of its relationships."""
    data = package.parts.get(relations_name(part))
    found: list[Attributes] = []

    def take(name: str, attributes: Attributes, at: int) -> None:
        if name == "Relationship":
            found.append(attributes)

    if data is not None:
        parse(data, start=take)
    return found


def replace_parts(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The container *data* with the parts of *changed* in place of those of their names, or added at its end.

    All other parts hold the bytes that they held, with their days; what is added bears the day that ZIP begins with.
    """
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        for entry in old.infolist():
            new.writestr(_copy(entry), changed.get(entry.filename) or old.read(entry))
        for name in sorted(set(changed).difference(names)):
            new.writestr(zipfile.ZipInfo(name), changed[name], zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _copy(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copy = zipfile.ZipInfo(entry.filename, entry.date_time)
    copy.compress_type = entry.compress_type
    copy.external_attr, copy.create_system = entry.external_attr, entry.create_system
    return copy


def _refuse_oversize(entries: Iterable[zipfile.ZipInfo], size: int) -> None:
    """Raise UnreadableInput by what the directory of the container says alone."""
    entries = list(entries)
    if len(entries) > MOST_PARTS:
        raise UnreadableInput(f"{len(entries)} parts in this container, more than {MOST_PARTS}; {_HINT}")
    if len({entry.filename for entry in entries}) < len(entries):
        raise UnreadableInput(f"two parts of one name in this container; {_HINT}")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableInput("locked by a password; take it off in Word and save it anew")
    if any(entry.compress_type not in (_PLAIN, _DEFLATED) for entry in entries):
        raise UnreadableInput(f"packed in a way that Word does not use; {_HINT}")
    _refuse_total(sum(entry.file_size for entry in entries), size)
    end = -1
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise UnreadableInput(f"parts that lie over each other in this container; {_HINT}")
        end = entry.header_offset + entry.compress_size


def _refuse_total(total: int, size: int) -> None:
    if total > MOST_BYTES:
        raise UnreadableInput(f"unpacks to more than {MOST_BYTES // 1_000_000} MB; give a smaller document")
    if total > _SMALL and total > MOST_RATIO * size:
        raise UnreadableInput(f"unpacks to more than {MOST_RATIO} times its size, as no Word file does; do not open it")


def _unpacked(archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo], size: int) -> Iterator[tuple[str, bytes]]:
    """The XML parts by name; pictures and what is embedded stay packed."""
    total = 0
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels")) or entry.is_dir():
            continue
        chunks: list[bytes] = []
        with archive.open(entry) as part:
            while chunk := part.read(_CHUNK):
                chunks.append(chunk)
                total += len(chunk)
                _refuse_total(total, size)
        yield entry.filename.lstrip("/"), b"".join(chunks)
