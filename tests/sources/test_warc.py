"""Captures: what is written is read again, and an archive's pages bear their own days."""

from __future__ import annotations

import gzip
import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from reportdiff.model.errors import UnreadableInput
from reportdiff.sources.web.address import Answer
from reportdiff.sources.web.warc import captured, memento_time, name_of, read_archive, write_capture

WHEN = "2026-07-29T12:00:00Z"


def answer(
    url: str = "https://example.org/peru.html", *headers: tuple[str, str], body: bytes = b"<p>Peru</p>"
) -> Answer:
    told = headers or (("Content-Type", "text/html; charset=latin-1"),)
    return Answer(url=url, status="200 OK", headers=told, raw=body, body=body)


def archive(*records: tuple[str, str, str, bytes], kind: str = "response", packed: bool = True) -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    for url, status, content, body in records:
        head = StatusAndHeaders(status, [("Content-Type", content)], protocol="HTTP/1.1")
        told = {"WARC-Date": "2020-05-06T07:08:09Z"}
        writer.write_record(
            writer.create_warc_record(
                url, kind, payload=io.BytesIO(body), length=len(body), http_headers=head, warc_headers_dict=told
            )
        )
    return file.getvalue()


def test_a_capture_holds_what_came_and_is_the_same_every_time() -> None:
    data = write_capture(answer(), WHEN)
    assert data == write_capture(answer(), WHEN)
    (page,) = read_archive(data, name="capture.warc.gz")
    assert (page.name, page.data, page.url, page.retrieved, page.charset) == (
        "peru.html", b"<p>Peru</p>", "https://example.org/peru.html", WHEN, "latin-1",
    )  # fmt: skip
    assert b"Content-Type: text/html; charset=latin-1\r\n" in gzip.decompress(data)


def test_an_answer_that_came_compressed_is_read_plain_from_its_capture() -> None:
    raw = gzip.compress(b"<p>Peru</p>", mtime=0)
    told = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    sent = Answer(url="https://example.org/", status="200 OK", headers=told, raw=raw, body=b"<p>Peru</p>")
    (page,) = read_archive(write_capture(sent, WHEN), name="c.warc.gz")
    assert page.data == b"<p>Peru</p>"


@pytest.mark.parametrize("packed", [True, False])
def test_documents_alone_are_read_from_an_archive(packed: bool) -> None:
    data = archive(
        ("https://a.org/one.html", "200 OK", "text/html", b"one"),
        ("https://a.org/picture.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://a.org/old", "301 Moved", "text/html", b"moved"),
        ("https://a.org/gone", "404 Not Found", "text/html", b"gone"),
        ("https://a.org/two", "200 OK", "text/plain; charset=utf-8", b"two"),
        packed=packed,
    )
    pages = list(read_archive(data, name="a.warc"))
    assert [(page.name, page.data, page.retrieved) for page in pages] == [
        ("one.html", b"one", "2020-05-06T07:08:09Z"),
        ("two.txt", b"two", "2020-05-06T07:08:09Z"),
    ]


def test_a_memento_bears_the_time_of_its_own_capture() -> None:
    url = "https://web.archive.org/web/20170125080910id_/https://www.state.gov/peru"
    assert captured(answer(url), WHEN).retrieved == "2017-01-25T08:09:10Z"
    told = (("Memento-Datetime", "Wed, 25 Jan 2017 08:09:11 GMT"),)
    assert captured(answer("https://archive.test/x", *told), WHEN).retrieved == "2017-01-25T08:09:11Z"
    assert captured(answer("https://example.org/"), WHEN).retrieved == WHEN
    assert memento_time("https://web.archive.org/web/20179925080910/https://x.org/", None) is None
    assert memento_time("https://example.org/", "no date at all") is None
    assert memento_time("https://evil.org/web.archive.org/web/20170125080910/", None) is None


@pytest.mark.parametrize(
    "damage", [b"", b"no archive at all", b"WARC/1.0\r\nWARC-Type: response\r\n", b"\x1f\x8b\x08\x00broken"]
)
def test_what_is_no_archive_is_refused_or_empty(damage: bytes) -> None:
    try:
        pages = list(read_archive(damage, name="x.warc"))
    except UnreadableInput as refusal:
        assert str(refusal).startswith("x.warc: ")
    else:
        assert pages == []


def test_a_bomb_in_an_archive_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportdiff.sources.web.warc.MOST_OF_ONE", 100_000)
    data = archive(("https://a.org/b.txt", "200 OK", "text/plain", b"0" * 1_000_000))
    with pytest.raises(UnreadableInput, match="unpacks to more than 100,000 bytes"):
        list(read_archive(data, name="b.warc.gz"))


@pytest.mark.parametrize(
    "url, content, name",
    [
        ("https://a.org/", "text/html", "page.html"),
        ("https://a.org/report.aspx?id=5", "application/pdf", "report.aspx.pdf"),
        ("https://a.org/report.pdf", "application/octet-stream", "report.pdf"),
        ("https://a.org/report.md", "text/plain", "report.md"),
        ("https://a.org/report.pdf", "text/html; charset=utf-8", "report.html"),
        ("https://a.org/x.bin", "application/octet-stream", None),
        ("https://a.org/x.css", "text/css", None),
    ],
)
def test_the_name_bears_the_ending_of_its_type(url: str, content: str, name: str | None) -> None:
    assert name_of(url, content) == name
