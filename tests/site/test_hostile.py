"""Whatever a document says, a page has the elements and attributes that it has for harmless words."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree as ET

import pytest

from reportdiff.reports.formats import render_diff
from reportdiff.reports.screen import Screen
from reportdiff.reports.site.pages import render_site
from tests.site.hostile import HOSTILE, diff_of, dossier_of, harmless
from tests.site.reading import Shape, links_of, nodes_of, shape_of


def page_of(words: str) -> str:
    return render_diff(diff_of(words), "html", Screen())


@cache
def site_of(words: str) -> dict[str, str]:
    return {page.path: page.content for page in render_site(iter([dossier_of(words)]), lambda *_: diff_of(words))}


@cache
def harmless_page(words: str) -> Shape:
    return shape_of(page_of(words))


def test_there_are_a_hundred() -> None:
    assert len(set(HOSTILE)) >= 100


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_the_page_of_two_reports_keeps_its_shape(words: str) -> None:
    page = page_of(words)
    assert shape_of(page) == harmless_page(harmless(words))
    assert [href for href in links_of(page) if not href.startswith("#")] == ["data:,"]
    assert all(str(node.attributes["href"]).isascii() for node in nodes_of(page) if "href" in node.attributes)
    assert not any(character in page for character in "\x00\x01\x1b\u202e\u2066\u200b\ufeff\u2028")


@pytest.mark.parametrize("words", HOSTILE[::6], ids=ascii)
def test_the_whole_site_keeps_its_shape(words: str) -> None:
    hostile, plain = site_of(words), site_of(harmless(words))
    assert hostile.keys() == plain.keys()
    for path, content in hostile.items():
        if path.endswith(".html"):
            assert shape_of(content) == shape_of(plain[path]), path
        else:
            tags = [
                [(each.tag, sorted(each.attrib)) for each in ET.fromstring(text).iter()]
                for text in (content, plain[path])
            ]
            assert tags[0] == tags[1]
