"""Addresses and archives of the web into the store."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_store_commands import files_of
from tests.sources.test_warc import archive
from tests.sources.web import page, serving

PAGE = (
    "Utopia in brief\n\nTwo-way trade rose to $14 billion in 2015, caf\xe9 exports among it. "
    "About a quarter of the population lives in poverty.\n"
)
TOLD = ("--subject", "utopia", "--publisher", "state", "--published", "2017-01-25")


@pytest.fixture
def opened(run: Run, tmp_path: Path) -> Path:
    """A store that may fetch from this machine."""
    run("init")
    (tmp_path / "reportdiff.toml").write_text('fetch_from = ["127.0.0.0/8"]\n')
    return tmp_path / "snapshots"


def record_of(folder: Path) -> dict[str, object]:
    source: dict[str, object] = json.loads((folder / "snapshot.json").read_text("utf-8"))["source"]
    return source


def test_an_address_is_fetched_once_and_kept_with_its_capture(run: Run, opened: Path) -> None:
    raw = gzip.compress(PAGE.encode("latin-1"), mtime=0)
    sent = page(raw, "Content-Type: text/plain; charset=ISO-8859-1", "Content-Encoding: gzip")
    with serving({"/utopia": sent}) as server:
        url = server.url("/utopia")
        outcome = run("add", url, *TOLD)
        assert (outcome.code, outcome.out) == (0, "utopia/state-2017-01-25\n")
        assert server.connections == 1
    folder = opened / "utopia" / "state-2017-01-25"
    assert (folder / "source.txt").read_bytes() == PAGE.encode("latin-1")
    source = record_of(folder)
    assert source["url"] == url and source["media_type"] == "text/plain; charset=cp1252"
    assert str(source["retrieved"]).startswith("20") and str(source["retrieved"]).endswith("Z")
    capture = gzip.decompress((folder / "capture.warc.gz").read_bytes())
    assert raw in capture and f"WARC-Date: {source['retrieved']}".encode() in capture
    assert "café" in (folder / "text.md").read_text("utf-8")
    assert run("validate").code == 0
    assert run("renormalize", "--check").out == "utopia/state-2017-01-25: unchanged\n"


def test_the_capture_of_one_store_is_read_into_another(run: Run, opened: Path, tmp_path: Path) -> None:
    with serving({"/utopia.txt": page(PAGE.encode("latin-1"), "Content-Type: text/plain; charset=latin-1")}) as server:
        run("add", server.url("/utopia.txt"), *TOLD)
    folder = opened / "utopia" / "state-2017-01-25"
    before = (folder / "source.txt").read_bytes(), record_of(folder)
    (folder / "capture.warc.gz").rename(tmp_path / "page.warc.gz")
    (folder / "snapshot.json").unlink()
    (opened / "utopia").rename(tmp_path / "old")
    assert run("add", "page.warc.gz", *TOLD).out == "utopia/state-2017-01-25\n"
    assert ((folder / "source.txt").read_bytes(), record_of(folder)) == before


def test_what_is_inside_is_refused_unless_the_settings_open_it(run: Run, tmp_path: Path) -> None:
    run("init")
    before = files_of(tmp_path / "snapshots")
    with serving({"/": page(PAGE.encode())}) as server:
        outcome = run("add", server.url(), *TOLD)
        assert server.connections == 0
    assert (outcome.code, outcome.out) == (3, "")
    assert "127.0.0.1, an address inside of a network" in outcome.err and outcome.err.count("\n") == 1
    assert files_of(tmp_path / "snapshots") == before


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (page(b"caf\xe9 exports were $5 billion in 2020", "Content-Type: text/plain; charset=utf-8"), "byte 0xe9"),
        (page(b"\x00\x01\x02", "Content-Type: text/plain"), "NUL byte"),
        (page(b"no", status="410 Gone"), "410 Gone"),
    ],
)
def test_a_bad_answer_is_one_line_and_stores_nothing(run: Run, opened: Path, sent: bytes, said: str) -> None:
    before = files_of(opened)
    with serving({"/": sent}) as server:
        outcome = run("add", server.url(), *TOLD)
        assert outcome.code == 3 and said in outcome.err and server.url() in outcome.err
    assert outcome.err.count("\n") == 1
    assert files_of(opened) == before


def test_a_memento_bears_its_own_day_and_is_not_dated_by_it(run: Run, opened: Path) -> None:
    header = "Memento-Datetime: Wed, 25 Jan 2017 08:09:10 GMT"
    with serving({"/web/x": page(PAGE.encode(), "Content-Type: text/plain; charset=utf-8", header)}) as server:
        outcome = run("add", server.url("/web/x"), "--subject", "utopia", "--publisher", "state")
    name = outcome.out.strip()
    assert name.startswith("utopia/state-undated-")
    assert record_of(opened / name)["retrieved"] == "2017-01-25T08:09:10Z"


def test_each_page_of_an_archive_is_a_document_and_a_bad_one_is_named(run: Run, opened: Path, tmp_path: Path) -> None:
    pages = [
        ("https://state.test/brief/utopia", "200 OK", "text/plain", PAGE.encode()),
        ("https://state.test/atlantis?v=2", "200 OK", "text/plain", PAGE.replace("Utopia", "Atlantis").encode()),
        ("https://state.test/broken", "200 OK", "text/plain", b"\x00\x01"),
        ("https://state.test/picture", "200 OK", "image/png", b"\x89PNG"),
    ]
    (tmp_path / "site.warc.gz").write_bytes(archive(*pages))
    outcome = run("add", "site.warc.gz", *TOLD)
    assert outcome.code == 3
    assert outcome.out.split() == ["utopia/state-brief-utopia-2017-01-25", "utopia/state-atlantis-v-2-2017-01-25"]
    assert outcome.err.startswith("reportdiff: site.warc.gz: https://state.test/broken: NUL byte")
    source = record_of(opened / "utopia" / "state-brief-utopia-2017-01-25")
    assert (source["url"], source["retrieved"]) == ("https://state.test/brief/utopia", "2020-05-06T07:08:09Z")
    assert run("add", "site.warc.gz", *TOLD).out == ""


def test_without_the_extra_the_message_names_it(run: Run, opened: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportdiff.sources.web.address.find_spec", lambda name: None)
    outcome = run("add", "https://example.org/", *TOLD)
    assert outcome.code == 3
    assert "pip install 'reportdiff[web]'" in outcome.err and outcome.err.count("\n") == 1
