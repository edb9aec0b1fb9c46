"""Fetching: from public addresses alone, within bounds, whatever the server does."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.sources.web.address import Bounds, fetch, is_address, split_address
from tests.sources.web import Server, page, serving

OPEN = Bounds(opened=("127.0.0.0/8",), seconds=10)
SHORT = Bounds(opened=("127.0.0.0/8",), seconds=0.6, bytes=200_000)

HOSTILE = """
http://127.0.0.1:PORT/
http://127.0.0.1.:PORT/
http://127.1:PORT/
http://127.0.1:PORT/
http://2130706433:PORT/
http://0x7f000001:PORT/
http://0x7f.0.0.1:PORT/
http://0x7f.1:PORT/
http://0177.0.0.1:PORT/
http://0177.0.0.01:PORT/
http://017700000001:PORT/
http://127.0.0.1.nonsense.0x1:PORT/
http://127.000.000.001:PORT/
http://0:PORT/
http://0.0.0.0:PORT/
http://127.255.255.254:PORT/
http://[::1]:PORT/
http://[::]:PORT/
http://[0:0:0:0:0:0:0:1]:PORT/
http://[::ffff:127.0.0.1]:PORT/
http://[::ffff:7f00:1]:PORT/
http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/
http://[::127.0.0.1]:PORT/
http://[64:ff9b::127.0.0.1]:PORT/
http://[64:ff9b::7f00:1]:PORT/
http://[64:ff9b:1::1]:PORT/
http://[2002:7f00:1::]:PORT/
http://[2001:0:7f00:1::80ff:fffe]:PORT/
http://[fe80::1]:PORT/
http://[fe80::1%25eth0]:PORT/
http://[fc00::1]:PORT/
http://[fd00:ec2::254]/latest/meta-data/
http://[fec0::1]:PORT/
http://[ff02::1]:PORT/
http://[ff05::1:3]:PORT/
http://[::1%25lo]:PORT/
http://localhost:PORT/
http://LOCALHOST:PORT/
http://localhost.:PORT/
http://loopback.test:PORT/
http://both.test:PORT/
http://mapped.test:PORT/
http://metadata.test/computeMetadata/v1/
http://169.254.169.254/latest/meta-data/
http://169.254.170.2/v2/credentials
http://2852039166/latest/meta-data/
http://0xa9fea9fe/latest/meta-data/
http://0251.0376.0251.0376/
http://[::ffff:169.254.169.254]/
http://100.100.100.200/latest/meta-data/
http://168.63.129.16/machine
http://192.0.0.192/opc/v1/
http://10.0.0.1/
http://10.255.255.255:8080/
http://172.16.0.1/
http://172.31.255.254/
http://192.168.1.1/
http://192.168.0.1:PORT/
http://198.18.0.1/
http://192.0.2.1/
http://203.0.113.7/
http://100.64.0.1/
http://224.0.0.1/
http://239.255.255.250:1900/
http://240.0.0.1/
http://255.255.255.255/
http://user@127.0.0.1:PORT/
http://user:word@example.org/
http://example.org@127.0.0.1:PORT/
http://127.0.0.1:PORT@example.org/
http://127.0.0.1:PORT\\@example.org/
http://example.org\\@127.0.0.1:PORT/
http://127。0。0。1:PORT/
http://①②⑦.⓪.⓪.①:PORT/
http://127.0.0.1%00.example.org:PORT/
http://127.0.0.1%2f@example.org:PORT/
http://exa mple.org/
http://example.org/\x00
http://example.org/\r\nHost: 127.0.0.1
http://example.org:0/
http://example.org:99999/
http://example.org:port/
http:///etc/passwd
http://
https://127.0.0.1:PORT/
HTTP://127.0.0.1:PORT/
file:///etc/passwd
file://127.0.0.1/etc/passwd
gopher://127.0.0.1:PORT/_x
ftp://127.0.0.1:PORT/x
dict://127.0.0.1:PORT/x
ldap://127.0.0.1:PORT/
jar:http://127.0.0.1:PORT/!/
data:text/plain,hello
javascript:alert(1)
unix:///var/run/docker.sock
ws://127.0.0.1:PORT/
//127.0.0.1:PORT/
""".strip().splitlines()

NAMES = {
    "localhost": ["127.0.0.1", "::1"],
    "localhost.": ["127.0.0.1"],
    "127.0.0.1.": ["127.0.0.1"],
    "loopback.test": ["127.0.0.1"],
    "both.test": ["93.184.215.14", "127.0.0.1"],
    "mapped.test": ["::ffff:127.0.0.1"],
    "metadata.test": ["169.254.169.254"],
}


def names(host: str, port: int) -> list[str]:
    return NAMES.get(host, [])


@pytest.fixture(scope="module")
def quiet() -> Iterator[Server]:
    with serving({}) as server:
        yield server


def test_there_are_enough_hostile_addresses() -> None:
    assert len(set(HOSTILE)) >= 90


@pytest.mark.parametrize("template", HOSTILE)
def test_a_hostile_address_is_refused_without_a_connection(template: str, quiet: Server) -> None:
    url = template.replace("PORT", str(quiet.port)).encode().decode("unicode_escape" if "\\x" in template else "utf-8")
    with pytest.raises(UnreadableInput) as refusal:
        fetch(url, addresses=names)
    assert "word" not in str(refusal.value).partition("bears a name")[0]
    assert quiet.connections == 0


def test_a_document_comes_with_its_bytes_headers_and_address() -> None:
    with serving({"/a?b=c": page(b"<p>Peru</p>", "Content-Type: text/html; charset=utf-8")}) as server:
        answer = fetch(server.url("/a?b=c#part"), bounds=OPEN)
        (asked,) = server.asked
    assert (answer.body, answer.status) == (b"<p>Peru</p>", "200 OK")
    assert answer.header("content-type") == "text/html; charset=utf-8"
    assert asked.startswith("GET /a?b=c HTTP/1.1\r\n")
    assert f"\r\nHost: 127.0.0.1:{server.port}\r\n" in asked
    assert "Cookie" not in asked and "Authorization" not in asked


def test_the_name_asked_for_stays_the_host_while_its_checked_number_is_connected_to() -> None:
    asked: list[str] = []

    def once(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    with serving({"/": page(b"text")}) as server:
        fetch(f"http://report.test:{server.port}/", bounds=OPEN, addresses=once)
        assert f"\r\nHost: report.test:{server.port}\r\n" in server.asked[0]
    assert asked == ["report.test"]


def test_a_proxy_of_the_environment_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({}) as proxy, serving({"/": page(b"text")}) as server:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "https_proxy"):
            monkeypatch.setenv(name, proxy.url())
        assert fetch(server.url(), bounds=OPEN).body == b"text"
        assert proxy.connections == 0


def test_redirects_are_followed_five_times_and_no_more() -> None:
    hops = {f"/{n}": page(b"", f"Location: /{n + 1}", status="302 Found") for n in range(5)}
    with serving({**hops, "/5": page(b"here")}) as server:
        assert fetch(server.url("/0"), bounds=OPEN).url == server.url("/5")
    with serving({"/": page(b"", "Location: /", status="301 Moved")}) as server:
        with pytest.raises(UnreadableInput, match="redirects more than 5 times"):
            fetch(server.url(), bounds=OPEN)
        assert server.connections == 6


@pytest.mark.parametrize(
    "inward",
    ["http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::ffff:10.0.0.1]/", "//192.168.0.1/", "file:///etc/passwd",
     "gopher://127.0.0.1/", "http://user:word@example.org/", "http://2130706433/"],
)  # fmt: skip
def test_a_redirect_inward_is_refused(inward: str) -> None:
    with serving({"/": page(b"", f"Location: {inward}", status="302 Found")}) as server:
        with pytest.raises(UnreadableInput):
            fetch(server.url(), bounds=OPEN)
        assert server.connections == 1


def test_a_name_that_leads_inward_behind_a_redirect_is_refused() -> None:
    onward = page(b"", "Location: http://inside.test/", status="302 Found")
    with serving({"/": onward}) as server, pytest.raises(UnreadableInput, match=r"10\.0\.0\.8"):
        fetch(server.url(), bounds=OPEN, addresses=lambda host, port: ["10.0.0.8"])


def trickle(connection: socket.socket) -> None:
    """A head that never ends, byte by byte, each well within any pause."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    stop = threading.Event()
    for _ in range(100):
        connection.sendall(b"x")
        stop.wait(0.05)


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
    while True:
        connection.sendall(b"more and more " * 1000)


def silent(connection: socket.socket) -> None:
    connection.recv(1)


def endless_chunks(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"a\r\n0123456789\r\n" * 500)


def squeezed(size: int) -> bytes:
    press = zlib.compressobj(9, zlib.DEFLATED, 31)
    return press.compress(b"\0" * size) + press.flush()


MISBEHAVING = {
    "slow head": (trickle, "within 0.6 seconds"),
    "silent": (silent, "within 0.6 seconds"),
    "says it is long": (page(b"x", length=10**12), "1,000,000,000,000 bytes long"),
    "shorter than said": (page(b"half of it", length=5000), "cannot be fetched"),
    "closes at once": (lambda connection: None, "cannot be fetched"),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.2\r\n", "cannot be fetched"),
    "gzip bomb": (page(squeezed(50_000_000), "Content-Encoding: gzip"), "unpacks to more than"),
    "two gzips": (page(gzip.compress(squeezed(9_000_000), mtime=0), "Content-Encoding: gzip, gzip"), "unpacks to more"),
    "cut gzip": (page(gzip.compress(b"a" * 9000)[:-9], "Content-Encoding: gzip"), "breaks off"),
    "no gzip": (page(b"plain", "Content-Encoding: gzip"), "is damaged"),
    "brotli": (page(b"plain", "Content-Encoding: br"), "'br'"),
    "missing": (page(b"no", status="404 Not Found"), "404 Not Found"),
    "broken": (page(b"no", status="503 Unavailable"), "503"),
    "empty": (page(b""), "answer is empty"),
    "huge head": (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000 + b"\r\n\r\n", "cannot be fetched"),
}


@pytest.mark.parametrize("behave", [endless, endless_chunks])
def test_an_endless_answer_is_cut_off(behave: Callable[[socket.socket], None]) -> None:
    patient = replace(SHORT, seconds=60)
    with serving({"/": behave}) as server, pytest.raises(UnreadableInput, match="longer than the 200,000 bytes"):
        fetch(server.url(), bounds=patient)


@pytest.mark.parametrize("case", MISBEHAVING)
def test_a_server_that_misbehaves_is_refused_in_one_line(case: str) -> None:
    behave, told = MISBEHAVING[case]
    with serving({"/": behave}) as server, pytest.raises(UnreadableInput, match=told) as refusal:
        fetch(server.url(), bounds=SHORT)
    assert "\n" not in str(refusal.value)


def test_a_compressed_answer_is_kept_as_it_came_and_read_plain() -> None:
    with serving({"/": page(gzip.compress(b"some words", mtime=0), "Content-Encoding: gzip")}) as server:
        answer = fetch(server.url(), bounds=OPEN)
    assert answer.body == b"some words"
    assert gzip.decompress(answer.raw) == b"some words"


def test_nobody_there_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(UnreadableInput, match="cannot be fetched"):
        fetch(f"http://127.0.0.1:{port}/", bounds=OPEN)
    with pytest.raises(UnreadableInput, match="no address is known"):
        fetch("http://nowhere.test/", addresses=lambda host, port: [])


def test_what_is_an_address_and_what_a_file() -> None:
    assert is_address("https://example.org/") and is_address("file:///x")
    assert not is_address("report.txt") and not is_address("C:\\report.txt") and not is_address("main:peru/crs")
    assert split_address("HTTPS://Example.org:444/a").hostname == "example.org"
