"""A subject with long field lists: two editions of one country."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportdiff import api
from tests.site.browser import Browser
from tests.site.conftest import build
from tests.site.reading import ids_of, links_of

CORPUS = Path(__file__).parents[3] / "shared/corpus"
LARGEST = 2_000_000


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    if not CORPUS.is_dir():
        pytest.skip(f"no {CORPUS} here")
    api.init(folder)
    for year in (2010, 2020):
        data = (CORPUS / f"factbook-ghana-{year}.txt").read_bytes()
        told = api.Told(subject="ghana", publisher="cia", published=f"{year}-07-01", document="factbook")
        api.add(api.read_document(data, name="source.txt", told=told), data, folder=folder)
    return build(folder, tmp_path_factory.mktemp("pages"))


def test_no_page_is_too_large(pages: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in pages.rglob("*.html")}
    assert max(sizes.values()) <= LARGEST
    assert len(list((pages / "ghana/compare").rglob("*.html"))) == 1


def test_every_link_leads_somewhere(pages: Path) -> None:
    places = {path: set(ids_of(path.read_text("utf-8"))) for path in pages.rglob("*.html")}
    for path in places:
        for href in links_of(path.read_text("utf-8")):
            file, _, place = href.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert href == "data:," or target.suffix == ".xml" or not place or place in places[target], (path, href)


def test_a_long_page_opens_and_filters(pages: Path, browser: Browser) -> None:
    browser.look(width=1280)
    browser.go((pages / "ghana/index.html").as_uri())
    assert browser.complaints() == []
    browser.run(
        "(() => { const box = document.forms[0].elements.find; box.value = 'literacy';"
        " box.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    shown = browser.run("[...document.querySelectorAll('.listed:not([hidden])')].map(e => e.innerText.toLowerCase())")
    assert shown
    assert all("literacy" in row for row in shown)
