"""Web pages made of a text: its report as HTML, in the shapes of publishers' sites, with what they put around it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from reportdiff.model.text import Block, BlockKind, Text

MENU = """<ul class="menu"><li><a href="/">Home</a></li><li><a href="/about">About</a><ul><li><a href="/about/us">Who we are</a></li>
<li><a href="/about/2030">Agenda 2030: 17 goals</a></li></ul></li><li><a href="/countries">Countries &amp; Areas</a></li>
<li><a href="/topics">All 45 topics</a></li><li><a href="/contact">Contact</a></li></ul>"""
COOKIES = """<div id="cookie-consent" class="cookie-banner" role="dialog"><p>We and our 842 partners use cookies on this site.
Consent is kept for 180 days. 12% of visitors decline.</p><button>Accept all</button></div>"""
SHARE = """<div class="share-links"><span>Share this page</span> <a href="#">Facebook</a> <a href="#">X (1,204 shares)</a>
<a href="mailto:?">Email</a></div>"""
RELATED = """<section class="related-content"><h2>Related</h2><ul><li><a href="/a">Exports hit $99 billion in 2021</a></li>
<li><a href="/b">Five facts on 31 million people</a></li><li><a href="/c">Poverty fell by 77 percent</a></li></ul></section>"""
FOOTER = """<footer><div><a href="/privacy">Privacy</a> <a href="/foia">FOIA</a></div><p>Phone 202-555-0143. 1300 Pennsylvania
Avenue, Washington, DC 20523. &copy; 2026. Serving 63 million readers.</p></footer>"""
BOILERPLATE_WORDS = (
    "842 partners", "12% of visitors", "1,204 shares", "$99 billion in 2021", "77 percent", "63 million readers",
    "Agenda 2030", "45 topics",
)  # fmt: skip
"""What no reading of a page may hold."""


def body_of(text: Text) -> str:
    """The blocks of *text* as plain HTML."""
    parts: list[str] = []
    open_kind: BlockKind | None = None
    for block in text.blocks:
        if open_kind is not None and block.kind is not open_kind:
            parts.append("</ul>" if open_kind is BlockKind.ITEM else "</table>")
            open_kind = None
        if block.kind in (BlockKind.ITEM, BlockKind.ROW) and open_kind is None:
            open_kind = block.kind
            parts.append("<ul>" if open_kind is BlockKind.ITEM else "<table>")
        parts.append(_block(text, block))
    if open_kind is not None:
        parts.append("</ul>" if open_kind is BlockKind.ITEM else "</table>")
    return "\n".join(parts)


def _block(text: Text, block: Block) -> str:
    words = text.content[block.start : block.end].replace("\n", " ").strip()
    if block.kind is BlockKind.HEADING:
        level = max(1, min(6, block.level))
        return f"<h{level}>{_escaped(words.lstrip('# '))}</h{level}>"
    if block.kind is BlockKind.ITEM:
        return f"<li>{_escaped(words.removeprefix('- '))}</li>"
    if block.kind is BlockKind.ROW:
        return "<tr>" + "".join(f"<td>{_escaped(cell.strip())}</td>" for cell in words.strip("| ").split("|")) + "</tr>"
    return f"<p>{_escaped(words)}</p>"


def _escaped(words: str) -> str:
    """As pages are written: named and numbered references, a hard space before a unit."""
    return escape(words).replace("’", "&rsquo;").replace("–", "&#8211;").replace(" billion", "&nbsp;billion")


def state_page(body: str, title: str, day: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="en-US"><head><meta charset="utf-8"><title>{escape(title)} - United States Department of State</title>
<meta property="og:title" content="{escape(title)}"><meta property="og:site_name" content="United States Department of State">
<meta property="article:published_time" content="{day}T14:05:00+00:00"><link rel="canonical" href="https://www.state.gov/p/">
<script>var figures = "<p>Hidden 999 million</p>";</script><style>p {{ margin: 12% }}</style></head>
<body class="page-template-default has-sidebar nav-primary"><a class="skip-link sr-only" href="#content">Skip to content</a>
<section class="usa-banner"><p>An official website of the United States government. <a href="#">Here&rsquo;s how you know</a></p></section>
<header class="site-header"><p class="logo">U.S. Department of State</p><nav>{MENU}</nav><form role="search"><input value="Search 9 million pages">
</form></header><main id="content"><article><header><h1>{escape(title)}</h1><p class="article-meta"><span>Bilateral Relations Fact Sheet</span></p>
{SHARE}</header><div class="entry-content">{body}</div></article>{RELATED}</main>{FOOTER}{COOKIES}</body></html>"""


def usaid_page(body: str, title: str, day: str) -> str:
    return f"""<!DOCTYPE html><html><head><title>{escape(title)} | Agency</title><meta name="dcterms.date" content="{day}">
<meta name="dcterms.publisher" content="U.S. Agency for International Development"></head>
<body class="not-front"><div class="region-header"><div class="menu-block">{MENU}</div></div>{COOKIES}
<div class="breadcrumb"><a href="/">Home</a> &raquo; <a href="/where">Where We Work</a> &raquo; <a href="/lac">Region 12</a></div>
<div id="main-wrapper"><div class="sidebar-first"><h2>In this section</h2>{MENU}</div><div class="field-name-body">
<h1 class="page-title">{escape(title)}</h1>{SHARE}{body}<p style="display:none">Hidden 999 million</p></div></div>{FOOTER}</body></html>"""


def world_bank_page(body: str, title: str, day: str) -> str:
    return f"""<!doctype html><html><head><title>{escape(title)}</title>
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "BreadcrumbList", "name": "x"}},
{{"@type": "Article", "headline": "{title}", "datePublished": "{day}", "author": [{{"@type": "Person", "name": "Ana Ruiz"}}],
"publisher": {{"@type": "Organization", "name": "World Bank"}}}}]}}</script></head><body><div class="n07v-header"><nav role="navigation">{MENU}</nav></div>
<div class="container"><div class="row"><h1>{escape(title)}</h1><div class="social-bar">{SHARE}</div><div role="main"><div class="tab-content">
{body}</div></div><aside class="right-rail">{RELATED}</aside></div></div><div class="newsletter-signup"><p>Join 63 million readers.</p></div>
{FOOTER}{COOKIES}</body></html>"""


def crs_page(body: str, title: str, day: str) -> str:
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{escape(title)}</title>
<meta name="citation_title" content="{escape(title)}"><meta name="citation_publication_date" content="{day.replace("-", "/")}"></head>
<body><center><table role="presentation" width="100%"><tr><td><div class="navbar">{MENU}</div></td></tr><tr><td><div id="ReportContent" class="report-content">
<h1>{escape(title)}</h1>{body}</div></td></tr></table></center>{FOOTER}</body></html>"""


def news_page(body: str, title: str, day: str) -> str:
    return f"""<!doctype html><html><head><title>{escape(title)} – The Gazette</title><meta property="og:site_name" content="The Gazette">
</head><body><div id="masthead"><p>The Gazette: 1,204 shares today</p>{MENU}</div><div class="ad-slot advertisement">Save 77 percent</div>
<article itemprop="articleBody"><h1>{escape(title)}</h1><p class="byline">By A. Writer</p><time class="published" datetime="{day}T06:00:00Z">
{day}</time>{SHARE}{body}<div class="newsletter-promo"><p>Sign up: 63 million readers do.</p></div></article>
<article class="teaser"><h2>More</h2><p><a href="/z">Exports hit $99 billion in 2021</a></p></article>{RELATED}{FOOTER}{COOKIES}</body></html>"""


def wikipedia_page(body: str, title: str, day: str) -> str:
    marked = body.replace(".</p>", '.<sup class="reference"><a href="#cite_note-7">[7]</a></sup></p>')
    return f"""<!DOCTYPE html><html><head><title>{escape(title)} - Encyclopedia</title></head><body><div class="mw-page-container">
<div id="mw-navigation"><div role="navigation" class="vector-menu">{MENU}</div></div><main id="content" class="mw-body"><h1 id="firstHeading">{escape(title)}</h1>
<div id="mw-content-text" class="mw-body-content"><div class="hatnote">For 45 topics, see <a href="/o">other uses</a>.</div>
<div id="toc" class="toc" role="navigation"><ul><li><a href="#s1">1 History</a></li></ul></div>
{marked}<h2>See also<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><div class="navbox"><ul><li><a href="/a">Exports hit $99 billion in 2021</a></li></ul></div>
</div></main><div id="mw-panel">{MENU}</div>{FOOTER}</div></body></html>"""


PAGES: dict[str, Callable[[str, str, str], str]] = {
    "state": state_page,
    "usaid": usaid_page,
    "world bank": world_bank_page,
    "crs": crs_page,
    "news": news_page,
    "wikipedia": wikipedia_page,
}
