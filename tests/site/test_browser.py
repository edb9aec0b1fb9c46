"""The pages in a real browser: nothing breaks, nothing leaves, everybody can read them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.site.browser import Browser

PERU = "peru/compare/state-2017-01-25/crs-2024-01-10.html"
PAGES = ("index.html", "peru/index.html", "peru/economy.html", "peru/editions/crs-2024-01-10.html", PERU)
SHOWN = "[...document.querySelectorAll('%s')].filter(e => !e.closest('[hidden]')).length"


def type_into(browser: Browser, name: str, value: str, form: int = 0) -> None:
    browser.run(
        f"(() => {{ const box = document.forms[{form}].elements[{json.dumps(name)}]; box.value = {json.dumps(value)};"
        " box.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


@pytest.mark.parametrize("page", PAGES)
def test_no_page_complains_or_asks_for_anything_else(browser: Browser, served: str, page: str) -> None:
    browser.look(width=1280)
    browser.go(f"{served}/{page}")
    assert browser.complaints() == []
    assert browser.requests() == [f"{served}/{page}"]


def test_pages_work_from_a_folder_too(browser: Browser, site: Path) -> None:
    browser.go((site / PERU).as_uri())
    assert browser.complaints() == []
    assert browser.run("document.documentElement.className") == "js"


def test_the_headline_stands_above_the_fold(browser: Browser, served: str) -> None:
    browser.look(width=1440, height=900)
    browser.go(f"{served}/{PERU}")
    bottoms = browser.run(
        "Object.fromEntries([...document.querySelectorAll('.glance tbody tr')]"
        ".map(row => [row.querySelector('th').innerText, row.getBoundingClientRect().bottom]))"
    )
    assert {"Two-way trade with the United States", "Poverty rate", "President", "Governance", "Relations"} <= set(
        bottoms
    )
    assert max(bottoms.values()) <= 900


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_wider_than_the_window(browser: Browser, served: str, page: str) -> None:
    browser.go(f"{served}/{page}")
    for width in (400, 900, 1600):
        browser.look(width=width)
        assert browser.run("document.documentElement.scrollWidth") <= width


def test_filters_filter_the_changes(browser: Browser, served: str) -> None:
    browser.go(f"{served}/{PERU}")
    rows = SHOWN % ".row"
    every = browser.run(rows)
    type_into(browser, "kind", "changed")
    assert browser.run(rows) == 3
    type_into(browser, "find", "POVERTY")
    assert browser.run(rows) == 1
    assert browser.run("document.querySelector('output').innerText") == f"1 of {every} shown"
    type_into(browser, "kind", "")
    type_into(browser, "find", "congress fragmented")
    assert browser.run("[...document.querySelectorAll('.row:not([hidden]) h3')].map(e => e.innerText)") == [
        "Seats in the legislature"
    ]
    type_into(browser, "find", "")
    assert browser.run(rows) == every


def test_filters_filter_by_publisher_and_kind(browser: Browser, served: str) -> None:
    browser.go(f"{served}/peru/index.html")
    rows = SHOWN % ".listed"
    every = browser.run(rows)
    type_into(browser, "who", "USAID")
    some = browser.run(rows)
    assert 0 < some < every
    type_into(browser, "kind", "fact")
    assert 0 < browser.run(rows) < some
    assert browser.run(
        "[...document.querySelectorAll('.listed:not([hidden])')].every(e => e.innerText.includes('USAID'))"
    )


def test_a_link_to_a_hidden_row_shows_it(browser: Browser, served: str) -> None:
    browser.go(f"{served}/{PERU}")
    type_into(browser, "find", "nothing that anybody says")
    assert browser.run(SHOWN % ".row") == 0
    browser.run(
        "new Promise(done => { addEventListener('hashchange', done, {once: true}); location.hash = 'poverty.rate'; })"
    )
    assert browser.run("document.getElementById('poverty.rate').checkVisibility()")


def test_a_claim_in_the_text_leads_to_its_row_and_back(browser: Browser, served: str) -> None:
    browser.go(f"{served}/{PERU}")
    claim = 'document.querySelector(\'.claim[title^="Poverty rate: 20"], .claim[title^="poverty rate: 20"]\')'
    browser.run(f"{claim}.click()")
    assert browser.run("document.querySelector(':target').id") == "poverty.rate"
    sentences = "[...document.querySelectorAll(':target .where')].map(a => document.getElementById(a.hash.slice(1)).closest('p'))"
    assert browser.run(f"{sentences}.includes({claim}.closest('p'))")


def test_every_target_is_in_reach_of_the_keyboard(browser: Browser, served: str) -> None:
    browser.go(f"{served}/{PERU}")
    assert browser.run("document.querySelector('body :is(a, button, input)').className") == "skip"
    assert browser.run("[...document.querySelectorAll('a')].every(a => a.tabIndex === 0)")
    assert browser.run("document.querySelectorAll('[tabindex]:not([tabindex=\"0\"])').length") == 0


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_no_serious_violation(browser: Browser, served: str, page: str) -> None:
    axe = pytest.importorskip("axe_core_python")
    browser.look(width=1280)
    browser.go(f"{served}/{page}")
    browser.run((Path(axe.__file__).parent / "axe.min.js").read_text("utf-8") + "; null")
    assert grave_violations(browser, "{}") == []
    browser.look(width=1280, dark=True)
    assert grave_violations(browser, "{runOnly: ['color-contrast']}") == []


def grave_violations(browser: Browser, options: str) -> list[tuple[str, str, str]]:
    """What axe-core calls serious or critical: the rule, the first element, and what is wrong with it."""
    found = browser.run(f"axe.run({options}).then(r => JSON.stringify(r.violations))")
    return [
        (each["id"], each["nodes"][0]["html"][:200], each["nodes"][0].get("failureSummary", "")[:300])
        for each in json.loads(found)
        if each["impact"] in ("serious", "critical")
    ]


def test_on_paper_everything_shows(browser: Browser, served: str) -> None:
    browser.look(width=1000)
    browser.go(f"{served}/{PERU}")
    browser.call("Emulation.setEmulatedMedia", media="print")
    assert browser.run("getComputedStyle(document.querySelector('.filters')).display") == "none"
    assert len(browser.call("Page.printToPDF")["data"]) > 50_000
    browser.call("Emulation.setEmulatedMedia", media="")
