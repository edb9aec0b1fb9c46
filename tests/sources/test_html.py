"""Web pages: the report comes through whole, the site does not, and each character keeps its way to the source."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.model.text import BlockKind, Text
from reportdiff.sources.html.reader import read_html
from reportdiff.sources.markdown.reader import read_markdown
from reportdiff.sources.registry import read_source
from tests.making.html_pages import BOILERPLATE_WORDS, PAGES, body_of

SAMPLE = """# Utopia: Trade

The economy grew by 3.5 percent in 2015. Exports rose from $9 billion in 2009 to $14 billion in 2015.

## People

- About 34 million people live there.
- A quarter of them are under 15.

| Year | Exports | Share |
| 2019 | $5.5 million | 12% |
| 2020 | $6.6 million | 13% |

The ministry’s plan – dated March 2, 2021 – names 25 regions and 1,874 districts.
"""


def kinds(text: Text) -> list[tuple[str, str]]:
    return [(block.kind.value, text.content[block.start : block.end].strip()) for block in text.blocks]


def holds_way_back(text: Text, source: str) -> None:
    """Each run leads to characters that read the same, character references resolved."""
    for run in text.origin:
        here = text.content[run.start : run.start + run.length]
        there = source[run.source : run.source + run.length]
        if "&" not in there:
            assert re.sub(r"\s", " ", here).translate(RAISED) == re.sub(r"\s", " ", there)
        else:
            word = here.split()[0] if here.split() else ""
            assert word[:1] == "" or word[0] in unescape(source[run.source : run.source + run.length + 12])


RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@pytest.mark.parametrize("shape", PAGES)
def test_a_page_gives_its_report_and_nothing_of_the_site(shape: str) -> None:
    wanted = read_markdown(SAMPLE)
    page = PAGES[shape](body_of(wanted), "Utopia: Trade", "2021-03-04")
    text = read_html(page)
    assert not [words for words in BOILERPLATE_WORDS if words in text.content]
    assert "Hidden 999" not in text.content
    told = [kind for kind in kinds(wanted) if kind != ("heading", "# Utopia: Trade")]
    assert [kind for kind in kinds(text) if kind in told] == told
    assert ("heading", "# Utopia: Trade") in kinds(text)
    again = read_markdown(text.content)
    assert (again.content, again.blocks, again.sentences) == (text.content, text.blocks, text.sentences)
    holds_way_back(text, page)


@pytest.mark.parametrize("shape", PAGES)
def test_real_reports_come_through_every_shape_whole(shape: str, shared: Path) -> None:
    paths = [
        shared / "corpus" / "whitehouse-mexico-2022-09-12-fact-sheet-2022-u-s-mexico-high-level-econom.md",
        shared / "corpus" / "factbook-peru-2015.txt",
        shared / "corpus" / "state-australia-2022-02-08-the-united-states-and-australia-a-vital-partners.txt",
    ]
    for path in paths:
        wanted = read_source(path.read_bytes(), name=path.name)
        page = PAGES[shape](body_of(wanted), "A title of its own", "2021-03-04")
        text = read_html(page)
        missing = set(re.findall(r"\w+", wanted.content)) - set(re.findall(r"\w+", text.content))
        assert missing == set()
        assert not [words for words in BOILERPLATE_WORDS if words in text.content and words not in wanted.content]
        holds_way_back(text, page)


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<p>$9&nbsp;billion &amp; 5&#37; &mdash; &euro;3", "$9 billion & 5% — €3"),
        ("<p>$9 billion<br>in 2009<br><br>Next part", "$9 billion in 2009\n\nNext part"),
        ("<p>Phone: 5<br>Fax: 6", "Phone: 5\n\nFax: 6"),
        ("<p>rose to $9 billion<sup>3</sup> in 2009<sup><a href='#n4'>[4]</a></sup>.", "rose to $9 billion in 2009."),
        ("<p>covers 1,285 km<sup>2</sup>, 10<sup>6</sup> cells and the 26<sup>th</sup> CO<sub>2</sub> sink",
         "covers 1,285 km², 10⁶ cells and the 26th CO2 sink"),
        ("<p>It fell<a href='#fn1' class='footnote-ref'>1</a>. See <a href='/x'>page 5</a>.", "It fell.\nSee page 5."),
        ("<ol start=3><li>Roads<li>Rails<ul><li>Steam</ul></ol>", "3. Roads\n4. Rails\n  - Steam"),
        ("<ul><li><p>Roads</p><p>They are long.</p></li><li>Rails</ul>", "- Roads\n\nThey are long.\n\n- Rails"),
        ("<dl><dt>Population</dt><dd>34 million</dd><dt>GDP:</dt><dd>$9 billion</dd><dd>$8 billion (2009)</dd></dl>",
         "Population: 34 million\n\nGDP: $9 billion; $8 billion (2009)"),
        ("<dl><div><dt>Area<dd>5 km</div></dl>", "Area: 5 km"),
        ("<p><b>Trade</b></p><p>It grew.</p>", "# Trade\n\nIt grew."),
        ("<h1>A</h1><p><strong>Trade:</strong></p><p>It grew.</p>", "# A\n\n## Trade:\n\nIt grew."),
        ("<p><b>Exports:</b> 5 percent</p>", "Exports: 5 percent"),
        ("<table><tr><td>1.</td><td>A note.</td></tr><tr><td>2.<td>Another.</table>", "| 1. | A note. |\n| 2. | Another. |"),
        ("<table><tr><td><h2>Left</h2><p>Text.</p></td><td><p>Right text.</p></td></tr></table>",
         "## Left\n\nText.\n\nRight text."),
        ("<table><tr><th>A|B</th><th></th></tr><tr><td>1</td><td>2</td></tr></table>", "| A/B | |\n| 1 | 2 |"),
        ("<figure><img alt='5%'><figcaption>Figure 1. Growth of 3%.</figcaption></figure>", "Figure 1. Growth of 3%."),
        ("<pre>Growth was 3\npercent in 2015.</pre>", "Growth was 3 percent in 2015."),
        ("<p>seen</p><p hidden>5</p><p style='color:red; display : none'>6</p><template>7</template><del>8</del>", "seen"),
        ("<p><span aria-hidden=true>0</span><span class=sr-only>34 million people</span>", "34 million people"),
        ("<p>a <!-- 5 > 4 --> b<!--> c <![CDATA[d]]> e", "a b c e"),
        ("<p>a < b and 5<6", "a < b and 5<6"),
        ("<p title='5 > 4'>text", "text"),
        ("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"),
        ("<p># not a heading</p><p>- 5 is an item", "# not a heading\n\n- 5 is an item"),
        ("<script>if (a<b) document.write('<p>5</p>')</script><p>text", "text"),
        ("<p>x<script>never ends", "x"),
        ("<p>x<!-- never ends", "x"),
        ("<p>x<a href='never ends", "x"),
    ],
)  # fmt: skip
def test_markup_is_read(body: str, content: str) -> None:
    text = read_html(body)
    assert text.content == content
    assert read_markdown(text.content).content == content


def test_spans_are_laid_out_and_labels_told_in_each_row() -> None:
    text = read_html(
        "<table><caption>Table 1. Trade, in millions of dollars</caption>"
        "<thead><tr><th rowspan=2>Country<th colspan=2>Exports<tr><th>2019<th>2020</thead>"
        "<tr><td rowspan=2>Peru<td>5.5<td rowspan=2>6.6<tr><td>7.7"
        "<tfoot><tr><td>Total<td colspan=2>20</tfoot></table>"
    )
    assert text.content.split("\n\n")[1].split("\n") == [
        "| Country | Exports | |",
        "| | 2019 | 2020 |",
        "| Peru | 5.5 | 6.6 |",
        "| Peru | 7.7 | |",
        "| Total | 20 | |",
    ]


def test_a_box_of_facts_stays_and_a_list_of_links_goes_with_its_heading() -> None:
    prose = "<p>" + "The report says a lot about the trade of the country. " * 9 + "</p>"
    text = read_html(
        f"<main><h1>T</h1><aside class=sidebar><h2>At a glance</h2><ul><li>Population: 34 million</ul></aside>{prose}"
        "<h2>Read on</h2><ul><li><a href=a>5 facts</a><li><a href=b>6 more</a><li><a href=c>7</a></ul></main>"
    )
    assert "- Population: 34 million" in text.content
    assert "Read on" not in text.content
    assert "5 facts" not in text.content


def test_a_class_on_the_whole_page_drops_nothing() -> None:
    text = read_html(
        "<body class='no-sidebar nav-open'><div class='share-wrapper'><p>Exports were $5 million.</p></div>"
    )
    assert text.content == "Exports were $5 million."


def test_what_a_page_declares() -> None:
    text = read_html(
        '<head><title>Trade | The Gazette</title><meta property="og:site_name" content="The Gazette">'
        '<meta name="author" content="A. Writer"><meta name="date" content="not told">'
        '<link rel="canonical" href="https://example.org/trade"></head>'
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "no"}, {"@type": ["NewsArticle"],'
        '"headline": "Trade grew", "datePublished": "2021-03-04T10:00:00Z", "author": [{"name": "B. Writer"}]}]}</script>'
        "<p>Text."
    )
    assert dict(text.declared) == {
        "author": "B. Writer",
        "published": "2021-03-04",
        "publisher": "The Gazette",
        "title": "Trade grew",
        "url": "https://example.org/trade",
    }


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="dcterms.date" content="January 5, 2021">', "2021-01-05"),
        ('<meta property="article:modified_time" content="2021-01-05">', None),
        ('<time itemprop="datePublished" datetime="2021-01-05T09:00">5 Jan</time>', "2021-01-05"),
        (
            '<time class="published" datetime="2021-01-05"></time><time class="posted" datetime="2021-01-06"></time>',
            None,
        ),
        ('<time datetime="2021-01-05">an event</time>', None),
        ('<script type="application/ld+json">{"@type": "Article", "datePublished": </script>', None),
        ('<script type="application/ld+json">' + "[" * 50_000 + "</script>", None),
        ('<meta name="date" content="2021-02-31">', None),
    ],
)
def test_a_day_is_declared_or_not_and_never_guessed(head: str, day: str | None) -> None:
    assert dict(read_html(f"{head}<p>Text.").declared).get("published") == day


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 10_000 + "deep 5" + "</p>" * 10_000,
        "<p>" * 20_000 + "5",
        "<b>" * 10_000 + "<p>5" * 10_000,
        "<table><tr><td>" * 5_000 + "5",
        "<a href='" * 10_000,
        "<!" * 100_000,
        "<a b=c " * 100_000,
        "&" * 200_000 + "<p>5",
        "<table><tr>" + "<td rowspan=500 colspan=200>5" * 3_000,
        "<" * 200_000,
    ],
    ids=[
        "divs",
        "paragraphs",
        "misnested",
        "tables",
        "quotes",
        "declarations",
        "attributes",
        "ampersands",
        "spans",
        "less",
    ],
)
def test_a_page_made_to_harm_ends_in_a_text(source: str) -> None:
    assert isinstance(read_html(source), Text)


@given(st.text("<>/=\"'&;!-# pbasul12%\n", max_size=200))
def test_whatever_stands_in_a_page_keeps_its_way_and_reads_again_the_same(source: str) -> None:
    text = read_html(source)
    assert read_markdown(text.content).content == text.content
    assert all(run.source + run.length <= len(source) for run in text.origin)


TAGS = st.sampled_from(
    """<p> </p> <div> </div> <b> </b> <i> <ul> <li> </ul> <table> <tr> <td> <th> </td> </tr> </table> <h2> </h2> <br> <span>
    </span> <a> </a> <em> </em> <section> </section> <dl> <dt> <dd> </dl> <blockquote> </blockquote>""".split()
)


@given(st.lists(TAGS | st.sampled_from(["one", "two ", " 3", "&amp;", "&lt;x"]), max_size=30))
def test_tag_soup_holds_the_words_that_a_browser_shows(parts: list[str]) -> None:
    """A browser's own parser is the judge; what it takes out of a table stands elsewhere, so words are compared as sets."""
    lexbor = pytest.importorskip("selectolax.lexbor", reason="needs selectolax, which is not installed")
    from reportdiff.sources.html.inline import read_run
    from reportdiff.sources.html.tokens import read_tokens
    from reportdiff.sources.html.tree import read_tree

    source = "".join(parts)
    ours = "".join(read_run(source, run).text for run in read_tree(read_tokens(source)).runs())
    theirs = lexbor.LexborHTMLParser(f"<body>{source}").body.text()
    assert sorted(ours.replace(" ", "")) == sorted(theirs.replace(" ", ""))


def test_blocks_have_kinds_a_reader_of_claims_knows() -> None:
    text = read_html(
        "<h1>Utopia</h1><p>January 5, 2021</p><p>It grew by 5 percent in 2020, and more.</p><ul><li>x</ul>"
    )
    assert [block.kind for block in text.blocks] == [
        BlockKind.HEADING, BlockKind.FURNITURE, BlockKind.PARAGRAPH, BlockKind.ITEM,
    ]  # fmt: skip
