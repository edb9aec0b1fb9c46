"""What the pages over the shipped snapshots hold, as a parser reads them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from reportdiff import api
from reportdiff.reports.formats import render_diff
from reportdiff.reports.screen import Screen
from tests.site.conftest import ROOT, build
from tests.site.reading import ids_of, links_of, nodes_of, text_of

ATOM = "{http://www.w3.org/2005/Atom}"
PERU = "peru/compare/state-2017-01-25/crs-2024-01-10.html"


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


@pytest.fixture(scope="module")
def headline(site: Path) -> list[str]:
    return text_of((site / PERU).read_text("utf-8"), ".glance tbody tr")


def test_the_same_store_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = build(ROOT, tmp_path / "again")
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*.*")}
    assert files == {path.relative_to(again): path.read_bytes() for path in again.rglob("*.*")}


@pytest.mark.parametrize(
    ("start", "parts"),
    [
        ("Two-way trade", ["$14 billion (2015)", "over $22 billion (2022)", "up more than 57 %", "$9 billion (2009)"]),
        ("Poverty rate", ["about 25 %", "20 % (2019)", "down about 5 points", "42 % (2007)"]),
        ("President", ["Pedro Pablo Kuczynski", "Dina Boluarte", "changed hands", "expired"]),
        ("GDP growth", ["−11 % (2020)", "13.3 % (2021", "added"]),
        ("Exports of the United States", ["$8.8 billion (2015)", "not mentioned"]),
        ("Relations", ["strong, positive, and cooperative relations", "close bilateral ties"]),
        ("Governance", ["broad support for democracy", "Political instability", "endemic corruption"]),
    ],
)
def test_the_top_of_the_page_shows_the_weightiest_moves(headline: list[str], start: str, parts: list[str]) -> None:
    (row,) = [row for row in headline if row.startswith(start)]
    assert [part for part in parts if part not in row] == []


def test_every_link_leads_to_a_page_and_a_place(site: Path) -> None:
    places = {path: set(ids_of(path.read_text("utf-8"))) for path in pages(site)}
    broken = []
    for path in places:
        for href in links_of(path.read_text("utf-8")):
            if href == "data:,":
                continue
            file, _, place = href.partition("#")
            target = (path.parent / file).resolve() if file else path
            if target.suffix == ".xml":
                assert target.is_file()
            elif target not in places or (place and place not in places[target]):
                broken.append((path.name, href))
    assert broken == []


def test_every_place_has_a_name_of_its_own_in_plain_letters(site: Path) -> None:
    for path in pages(site):
        ids = ids_of(path.read_text("utf-8"))
        assert len(ids) == len(set(ids)), path
        assert [name for name in ids if not re.fullmatch(r"[a-z0-9.-]+", name)] == []


def test_claims_have_addresses_that_people_can_read(site: Path) -> None:
    edition = set(ids_of((site / "peru/editions/crs-2024-01-10.html").read_text("utf-8")))
    assert {"trade.two-way-usa-2022", "poverty.rate-2019", "office.president-jan-2024", "gdp.growth-2020"} <= edition


def test_claims_and_rows_lead_to_each_other(site: Path) -> None:
    page = (site / PERU).read_text("utf-8")
    rows = {str(n.attributes["id"]) for n in nodes_of(page) if "row" in str(n.attributes.get("class")).split()}
    claims = [n for n in nodes_of(page) if str(n.attributes.get("class")).startswith("claim")]
    told = {str(n.attributes["href"])[1:] for n in claims if "href" in n.attributes}
    assert rows <= told
    marked = [n for n in nodes_of(page) if n.attributes.get("class") == "where"]
    here = {str(n.attributes["href"])[1:] for n in marked if str(n.attributes["href"]).startswith("#")}
    assert here <= set(ids_of(page))
    assert len(marked) > 40


def test_changes_have_addresses_that_people_can_read(site: Path) -> None:
    places = set(ids_of((site / PERU).read_text("utf-8")))
    assert {
        "trade.two-way-usa-update-2022",
        "trade.two-way-usa-confirmed",
        "gdp.growth-added",
        "framing-relations",
    } <= places


def test_a_page_carries_all_it_needs_and_allows_no_more(site: Path) -> None:
    for path in pages(site):
        page = path.read_text("utf-8")
        policy = next(n.attributes["content"] for n in nodes_of(page) if "http-equiv" in n.attributes)
        assert str(policy).startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in str(policy)
        attributes = {name for node in nodes_of(page) for name in node.attributes}
        assert not {name for name in attributes if name.startswith("on")} | (attributes & {"src", "style", "action"})
        assert [href for href in links_of(page) if ":" in href] == ["data:,"]


def test_one_file_of_the_peru_pair_is_small(site: Path) -> None:
    old, new = (api.open_snapshot(name, folder=ROOT) for name in ("state-2017", "crs-2024"))
    diff = api.add_wording(api.add_framing(api.diff(old, new)))
    page = render_diff(diff, "html", Screen())
    assert len(page.encode()) <= 300_000
    assert [href for href in links_of(page) if not href.startswith("#")] == ["data:,"]
    assert text_of(page, ".glance tbody tr") == text_of((site / PERU).read_text("utf-8"), ".glance tbody tr")


def test_a_diff_without_texts_says_so(tmp_path: Path) -> None:
    from dataclasses import replace

    old, new = (
        replace(api.open_snapshot(name, folder=ROOT), text=None, sections=()) for name in ("state-2017", "crs-2024")
    )
    page = render_diff(api.add_framing(api.diff(old, new)), "html", Screen())
    assert "is not at hand" in page
    assert set(links_of(page)) - {"data:,"} <= {f"#{name}" for name in ids_of(page)}


def test_a_self_diff_has_nothing_to_show_at_a_glance() -> None:
    snapshot = api.open_snapshot("crs-2024", folder=ROOT)
    page = render_diff(api.add_wording(api.add_framing(api.diff(snapshot, snapshot))), "html", Screen())
    assert text_of(page, ".k-changed, .k-added, .k-gone, .k-contradicted") == []


def test_the_feed_has_an_entry_for_each_new_edition(site: Path) -> None:
    feed = ET.fromstring((site / "peru/feed.xml").read_text("utf-8"))
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        "urn:uuid:3ce5ff5b-e067-5cfa-9810-ebcd66516511",
        "urn:uuid:f2a33126-a073-52cf-9342-288a6a2b50ec",
    ]
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == ["2024-01-10T00:00:00Z", "2022-04-26T00:00:00Z"]
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert (site / "peru" / link.attrib["href"]).is_file()


def test_charts_have_a_title_a_description_and_a_table(site: Path) -> None:
    page = (site / "peru/economy.html").read_text("utf-8")
    poverty = next(a for a in re.findall(r"<article.*?</article>", page, re.DOTALL) if 'id="poverty.rate"' in a)
    assert "<title>poverty rate over time</title>" in poverty
    assert "about 25 % (Jan 2017), state, 25 Jan 2017" in poverty
    assert text_of(poverty, "tbody tr")[1].startswith("Jan 2017 about 25 % stale")
    assert poverty.count(' dot"') == 4 + 4


def test_a_subject_that_is_not_there_is_refused() -> None:
    from reportdiff.model.errors import NotFound

    with pytest.raises(NotFound, match="atlantis"):
        next(iter(api.dossiers("atlantis", folder=ROOT)))
