"""The one door to the network: a document fetched once from its address, from nowhere inside, within fixed bounds.

Who names an address may be mistaken or hostile, and so may the server: what a name resolves to is checked, the
connection goes to the very address that was checked, and every redirect begins anew. Time, length, redirects and
decoded size are bounded; no proxy, cookie or password of the environment is used.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from reportdiff.model.errors import UnreadableInput
from reportdiff.sources.web.hosts import Resolve, check_host, resolve, system_addresses

if TYPE_CHECKING:
    from reportdiff.sources.web.connection import Deadline, Response

MOST_BYTES = 20_000_000
MOST_SECONDS = 20.0
MOST_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\<>\"{}|^`]")
_LONGEST = 4_000
_GZIP = 16 + zlib.MAX_WBITS
_CODINGS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": zlib.MAX_WBITS}

Header = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered at last: ``url`` is where, after redirects, ``status`` its code and reason.

    ``raw`` is the body as it came over the wire, ``body`` the same with its content coding undone.
    """

    url: str
    status: str
    headers: tuple[Header, ...]
    raw: bytes
    body: bytes

    def header(self, name: str) -> str | None:
        """The value of the first header of this *name* in small letters; None if there is none."""
        return next((value for known, value in self.headers if known.lower() == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a fetch may use; ``opened`` are networks that may be asked though they are not public."""

    bytes: int = MOST_BYTES
    seconds: float = MOST_SECONDS
    redirects: int = MOST_REDIRECTS
    opened: tuple[str, ...] = ()


USUAL = Bounds()


def is_address(source: str) -> bool:
    """True for what is meant as an address on the network, be it one that is refused: ``scheme://…``."""
    return re.match(r"[a-zA-Z][a-zA-Z0-9+.-]{1,30}://", source) is not None


def fetch(address: str, *, bounds: Bounds = USUAL, addresses: Resolve = system_addresses) -> Answer:
    """What the web server at *address* answers to one request, redirects followed.

    *addresses* tells the numbers of a host's name. Raises :class:`UnreadableInput`, naming the address, for one that is
    no public http(s) address, for an answer that is no success, breaks off, or exceeds the *bounds*.
    """
    if find_spec("httpcore") is None:
        refuse(address, "fetching needs httpcore, which is not installed here; pip install 'reportdiff[web]'")
    from reportdiff.sources.web.connection import Deadline

    deadline = Deadline(bounds.seconds)
    url = address
    for _ in range(bounds.redirects + 1):
        answer = _request(split_address(url), url, bounds, addresses, deadline)
        onward = answer.header("location")
        if int(answer.status.partition(" ")[0]) not in _REDIRECTS or onward is None:
            return _successful(answer)
        url = urljoin(url, _quoted(onward))
    return refuse(address, f"redirects more than {bounds.redirects} times; give the address where it ends")


def split_address(url: str) -> SplitResult:
    """The parts of *url*; :class:`UnreadableInput` for what is no plain http(s) address."""
    shown = url if len(url) < 200 else f"{url[:200]}…"
    if len(url) > _LONGEST or _UNSAFE.search(url):
        refuse(shown, "holds characters that no address has, or is too long; write it out, percent-encoded")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        refuse(shown, f"is no address: {str(error).lower()}; correct it")
    if parts.scheme.lower() not in _PORTS:
        refuse(shown, "is not read: only http and https are; save the document and give its file")
    if parts.username is not None or parts.password is not None:
        refuse(f"{parts.scheme}://…@{parts.hostname or ''}", "bears a name or password; give the address without them")
    if not parts.hostname or port == 0:
        refuse(shown, "names no host; correct it")
    return parts


def refuse(address: str, why: str) -> NoReturn:
    """Raise :class:`UnreadableInput` for *address*."""
    raise UnreadableInput(f"{address}: {why}")


def _request(parts: SplitResult, url: str, bounds: Bounds, addresses: Resolve, deadline: Deadline) -> Answer:
    """One request and its whole answer, through a connection to an address that was checked."""
    from reportdiff.sources.web.connection import Broken, OutOfTime, Request, respond

    scheme = parts.scheme.lower()
    host = check_host(parts.hostname or "", url)
    port = parts.port or _PORTS[scheme]
    try:
        request = Request(
            scheme=scheme,
            host=host,
            port=port,
            number=resolve(host, port, url, addresses, deadline.left, opened=bounds.opened),
            target=_quoted(parts.path or "/") + (f"?{_quoted(parts.query)}" if parts.query else ""),
            headers=_headers(host, parts.port, _PORTS[scheme]),
        )
        with respond(request, deadline) as response:
            return _read(response, url, bounds)
    except OutOfTime:
        refuse(url, f"did not answer in full within {bounds.seconds:g} seconds; try again, or save the document")
    except Broken as error:
        refuse(url, f"cannot be fetched: {error}; try again, or save the document")


def _headers(host: str, port: int | None, usual: int) -> list[tuple[str, str]]:
    name = f"[{host}]" if ":" in host else host
    return [
        ("Host", name if port in (None, usual) else f"{name}:{port}"),
        ("User-Agent", "reportdiff"),
        ("Accept", "text/html, application/pdf, text/plain, */*;q=0.5"),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
    ]


def _read(response: Response, url: str, bounds: Bounds) -> Answer:
    """The whole answer; what is longer than *bounds* allow, coded or decoded, is refused as soon as it is."""
    status = f"{response.status} {response.reason}".strip()
    answer = Answer(url=url, status=status, headers=response.headers, raw=b"", body=b"")
    if response.status in _REDIRECTS:
        return answer
    told = answer.header("content-length") or ""
    if told.isdecimal() and len(told) < 20 and int(told) > bounds.bytes:
        refuse(url, f"is {int(told):,} bytes long, more than the {bounds.bytes:,} that are read; save a part of it")
    raw = b"".join(_bounded(response.pieces, url, bounds.bytes))
    return replace(answer, raw=raw, body=_decoded(raw, answer, bounds))


def _bounded(pieces: Iterator[bytes], url: str, most: int) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > most:
            refuse(url, f"is longer than the {most:,} bytes that are read; save a part of it")
        yield piece


def _decoded(raw: bytes, answer: Answer, bounds: Bounds) -> bytes:
    """The body with its content codings undone, the last one first."""
    codings = [each.strip().lower() for each in (answer.header("content-encoding") or "").split(",")]
    for coding in reversed([each for each in codings if each and each != "identity"]):
        if coding not in _CODINGS:
            refuse(answer.url, f"comes in the coding {coding[:40]!r}, which was not asked for; save the document")
        raw = _inflated(raw, _CODINGS[coding], answer.url, bounds.bytes)
    return raw


def _inflated(data: bytes, window: int, url: str, most: int) -> bytes:
    inflate = zlib.decompressobj(window)
    try:
        plain = inflate.decompress(data, most + 1)
    except zlib.error as error:
        refuse(url, f"is damaged: {error}; try again, or save the document")
    if len(plain) > most:
        refuse(url, f"unpacks to more than the {most:,} bytes that are read; save a part of it")
    if not inflate.eof:
        refuse(url, "breaks off in the middle; try again, or save the document")
    return plain


def _successful(answer: Answer) -> Answer:
    code = answer.status.partition(" ")[0]
    if not code.startswith("2"):
        refuse(answer.url, f"the server answers {answer.status[:60]}; check the address")
    if not answer.body.strip():
        refuse(answer.url, "the answer is empty; check the address")
    return answer


def _quoted(location: str) -> str:
    """A path, query or redirect's target with what stands there raw, against the rules, percent-encoded."""
    return quote(location.strip(), safe="/%:@!$&'()*+,;=~-._?#[]")
