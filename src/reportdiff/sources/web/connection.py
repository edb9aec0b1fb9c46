"""One request over a connection that goes to a checked address and ends when the time is up.

The name that was asked for stays what it is, in the request as in the server's certificate.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import httpcore


class OutOfTime(Exception):
    """The time for a whole fetch is up."""


class Broken(Exception):
    """The connection could not be made, or broke off, or the server does not speak HTTP."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of whom: ``number`` is the address connected to, ``host`` the name that it is known by."""

    scheme: str
    host: str
    port: int
    number: str
    target: str
    headers: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """The head of an answer, and its body as it comes over the wire, piece by piece."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    pieces: Iterator[bytes]


Result = TypeVar("Result")


class Deadline:
    """When a fetch must have ended."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left; :class:`OutOfTime` if there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise OutOfTime
        return left


@contextmanager
def respond(request: Request, deadline: Deadline) -> Iterator[Response]:
    """The answer to *request*, open while the block lasts; raises :class:`OutOfTime` and :class:`Broken`, in it too."""
    url = httpcore.URL(scheme=request.scheme, host=request.host, port=request.port, target=request.target)
    headers = [(name.encode("ascii"), value.encode("ascii")) for name, value in request.headers]
    backend = _Pinned(request.number, deadline)
    try:
        with (
            httpcore.ConnectionPool(network_backend=backend, max_connections=1) as pool,
            pool.stream("GET", url, headers=headers) as response,
        ):
            yield Response(
                status=response.status,
                reason=response.extensions.get("reason_phrase", b"").decode("latin-1"),
                headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers),
                pieces=response.iter_stream(),
            )
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise Broken(str(error).strip() or type(error).__name__) from None


class _Pinned(httpcore.NetworkBackend):
    """Connects to the address *number*, whatever host is asked for, each step within what is left of the time."""

    def __init__(self, number: str, deadline: Deadline) -> None:
        self._number = number
        self._deadline = deadline
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left()
        return _Timed(_in_time(lambda: self._backend.connect_tcp(self._number, port, left)), self._deadline)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        raise httpcore.UnsupportedProtocol("no socket of this machine is connected to")


class _Timed(httpcore.NetworkStream):
    """A stream whose every step ends with the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = self._deadline.left()
        return _in_time(lambda: self._stream.read(max_bytes, left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        left = self._deadline.left()
        _in_time(lambda: self._stream.write(buffer, left))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._deadline.left()
        stream = _in_time(lambda: self._stream.start_tls(ssl_context, server_hostname, left))
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _in_time(step: Callable[[], Result]) -> Result:
    try:
        return step()
    except httpcore.TimeoutException:
        raise OutOfTime from None
