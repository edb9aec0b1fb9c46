"""Captures of the web (WARC, ISO 28500): one page written as it came, and archives of pages read."""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from reportdiff.model.errors import UnreadableInput

if TYPE_CHECKING:
    from reportdiff.sources.web.address import Answer

MOST_BYTES = 200_000_000
"""So many bytes of an archive's documents are unpacked."""
MOST_OF_ONE = 50_000_000
ENDINGS = (".warc", ".warc.gz")

# What the library stumbles over in an archive that is none.
_DAMAGE = (ValueError, EOFError, OSError, LookupError, AttributeError, TypeError)
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
_KNOWN_ENDINGS = frozenset({*_TYPES.values(), ".htm", ".text", ".markdown", ".tab"})
_MEMENTO = re.compile(r"https?://(?:[a-z0-9-]{1,40}\.){0,4}archive\.org(?::[0-9]{1,5})?/web/([0-9]{14})[a-z_]{0,4}/")
_CHARSET = re.compile(r"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """A document as it was captured; None for what nobody tells.

    ``name`` has the ending of its type, ``retrieved`` is written ``2024-01-10T12:00:00Z``, ``charset`` is the encoding
    that the server told.
    """

    name: str
    data: bytes
    url: str | None = None
    retrieved: str | None = None
    charset: str | None = None


def captured(answer: Answer, retrieved: str) -> Captured:
    """The document of an answer that was fetched at *retrieved*; a memento bears the time of its own capture."""
    told = memento_time(answer.url, answer.header("memento-datetime"))
    content = answer.header("content-type")
    return Captured(
        name=name_of(answer.url, content) or "page.txt",
        data=answer.body,
        url=answer.url,
        retrieved=told or retrieved,
        charset=charset_of(content),
    )


def write_capture(answer: Answer, retrieved: str) -> bytes:
    """*answer* as a compressed WARC file of one response record, fetched at *retrieved*; the same bytes every time."""
    _refuse_missing("the capture")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    head = StatusAndHeaders(answer.status, list(answer.headers), protocol="HTTP/1.1")
    identity = uuid.uuid5(uuid.NAMESPACE_URL, f"{answer.url} {retrieved}")
    told = {"WARC-Date": retrieved, "WARC-Record-ID": f"<urn:uuid:{identity}>"}
    record = writer.create_warc_record(
        answer.url,
        "response",
        payload=io.BytesIO(answer.raw),
        length=len(answer.raw),
        http_headers=head,
        warc_headers_dict=told,
    )
    writer.write_record(record)
    return file.getvalue()


def read_archive(data: bytes, *, name: str) -> Iterator[Captured]:
    """The documents in a WARC file, plain or compressed, in order: successful responses of a type that is read.

    Raises :class:`UnreadableInput` for what is no WARC file, is damaged, or unpacks to too much.
    """
    _refuse_missing(name)
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    total = 0
    try:
        for record in ArchiveIterator(io.BytesIO(data), arc2warc=False):
            document = _document(record, name)
            if document is not None:
                total += len(document.data)
                if total > MOST_BYTES:
                    raise UnreadableInput(f"{name}: unpacks to more than {MOST_BYTES:,} bytes; split the archive")
                yield document
    except (ArchiveLoadFailed, *_DAMAGE) as error:
        what = " ".join(str(error).split())[:120]
        raise UnreadableInput(f"{name}: no sound WARC file: {what}; fetch or make it anew") from None


def memento_time(url: str, header: str | None) -> str | None:
    """When a page of an archive was captured: told by its ``Memento-Datetime``, else by its address; None for others.

    >>> memento_time("https://web.archive.org/web/20240110123456id_/https://example.org/", None)
    '2024-01-10T12:34:56Z'
    """
    if header is not None:
        try:
            return _written(parsedate_to_datetime(header))
        except ValueError:
            pass
    found = _MEMENTO.match(url)
    try:
        return _written(datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)) if found else None
    except ValueError:
        return None


def charset_of(content_type: str | None) -> str | None:
    """The encoding that a ``Content-Type`` tells.

    >>> charset_of('text/html; charset="ISO-8859-1"')
    'iso-8859-1'
    """
    found = _CHARSET.search(content_type or "")
    return found[1].lower() if found else None


def name_of(url: str, content_type: str | None) -> str | None:
    """A file name for what was found at *url*: its last part, with the ending of its type; None if it is not read."""
    media = (content_type or "").partition(";")[0].strip().lower()
    last = PurePosixPath(urlsplit(url).path).name
    suffix = PurePosixPath(last).suffix.lower()
    if media in _TYPES:
        wanted = suffix if suffix in _KNOWN_ENDINGS and media == "text/plain" else _TYPES[media]
        stem = last.removesuffix(PurePosixPath(last).suffix) if suffix in _KNOWN_ENDINGS else last
        return f"{stem or 'page'}{wanted}"
    if media in ("", "application/octet-stream", "binary/octet-stream") and suffix in _KNOWN_ENDINGS:
        return last
    return None


def _document(record: Any, name: str) -> Captured | None:
    """What *record* holds; None for a request, a redirect, a picture and the like."""
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers
    if headers is not None and not str(headers.get_statuscode()).startswith("2"):
        return None
    told = record.rec_headers
    url = told.get_header("WARC-Target-URI") or ""
    content = headers.get_header("Content-Type") if headers else told.get_header("Content-Type")
    file = name_of(url, content)
    if file is None:
        return None
    data = record.content_stream().read(MOST_OF_ONE + 1)
    if len(data) > MOST_OF_ONE:
        raise UnreadableInput(f"{name}: {url} unpacks to more than {MOST_OF_ONE:,} bytes; leave it out")
    memento = memento_time(url, headers.get_header("Memento-Datetime") if headers else None)
    return Captured(
        name=file,
        data=data,
        url=url or None,
        retrieved=memento or told.get_header("WARC-Date"),
        charset=charset_of(content),
    )


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _refuse_missing(name: str) -> None:
    if find_spec("warcio") is None:
        raise UnreadableInput(f"{name}: WARC needs warcio, which is not installed here; pip install 'reportdiff[web]'")
