"""A web server on the loopback address that behaves as badly as a test wants, and counts who comes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Behave = Callable[[socket.socket], None]


@dataclass
class Server:
    """Where it listens, what it was asked, and what it does to a path."""

    port: int
    pages: dict[str, Behave | bytes]
    asked: list[str] = field(default_factory=list)
    connections: int = 0

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"


def page(body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    told = [f"HTTP/1.1 {status}", *headers]
    if not any(header.lower().startswith(("content-length", "transfer-encoding")) for header in headers):
        told.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join([*told, "", ""]).encode("latin-1") + body


@contextmanager
def serving(pages: dict[str, Behave | bytes]) -> Iterator[Server]:
    """A server for *pages* while the block lasts."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(port=listener.getsockname()[1], pages=pages)
        thread = threading.Thread(target=_listen, args=(listener, server), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def _listen(listener: socket.socket, server: Server) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        server.connections += 1
        threading.Thread(target=_answer, args=(connection, server), daemon=True).start()


def _answer(connection: socket.socket, server: Server) -> None:
    with connection:
        try:
            request = connection.recv(65536).decode("latin-1")
            server.asked.append(request)
            path = request.split(" ")[1] if request.count(" ") > 1 else ""
            behave = server.pages.get(path, page(b"no such page", status="404 Not Found"))
            if isinstance(behave, bytes):
                connection.sendall(behave)
            else:
                behave(connection)
        except OSError:
            return
