"""What is fuzzed: for each target the law that takes bytes, and the sound inputs that the fuzzer begins with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import NamedTuple

from reportdiff.api.documents import read_document
from reportdiff.records.snapshot import dump_snapshot
from tests.fuzz.laws import TOLD, check_document, check_print, check_record, check_word_file
from tests.hostile.inputs import TABLE, page, printed
from tests.making.docx_files import paragraph, run
from tests.reports.hostile import TABLES

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 1_500
"""Characters of a seed: what is short is changed and tried often."""
EACH = 12
"""Of the sentences in the tables of cases, one in so many is a seed."""


class Target(NamedTuple):
    """A law of any bytes, and what makes the seeds."""

    check: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]


@cache
def passages() -> tuple[str, ...]:
    """Parts of the shipped reports and examples, of no more than LONGEST characters, and sentences of the cases."""
    paths = [*sorted((ROOT / "snapshots").glob("*/*/source.*")), *sorted((ROOT / "examples").glob("*.md"))]
    parts = [part for path in paths for part in _parts(path.read_text("utf-8"))]
    lines = [
        line for path in sorted(ROOT.glob("tests/cases/*/*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]
    rows = [json.loads(line) for line in lines[::EACH]]
    return (*parts, *(row["text"] for row in rows if isinstance(row.get("text"), str)))


def _parts(text: str) -> Iterator[str]:
    while text:
        end = text.rfind("\n", 0, LONGEST) + 1 or LONGEST
        yield text[:end]
        text = text[end:]


def plain() -> Iterator[bytes]:
    return (text.encode() for text in passages())


def marked() -> Iterator[bytes]:
    """Passages as Markdown, and as the program writes them after it has read them."""
    for text in passages():
        yield text.encode()
        read = read_document(text.encode(), name="a.txt", told=TOLD, force=True).text
        yield f"---\ntitle: A report\ndate: 2020-01-01\n---\n# A report\n\n{read}\n\n| a | 2019 |\n|---|---|\n| x | 5% |\n".encode()


def pages() -> Iterator[bytes]:
    yield page()
    for number, text in enumerate(passages()):
        lines = [line for line in text.split("\n") if line.strip()]
        tag = ("p", "li", "h2", "td", "blockquote", "sup")[number % 6]
        inner = "".join(f"<{tag} class=a>{escape(line)}</{tag}>" for line in lines)
        yield f"<html><head><title>A report</title></head><body><main>{inner}</main></body></html>".encode()


def tables() -> Iterator[bytes]:
    yield TABLE
    yield b"Year;GDP growth (%);Exports\n2018;4,0;46 000\n2019;2,2;47 980\n"
    yield b'"Data Source","World Development Indicators"\n\n"Country Name","Indicator Name","2018"\n"Utopia","Population, total","5"\n'
    for text in passages()[::8]:
        yield "\n".join(",".join(line.split()[:6]) for line in text.split("\n")[:8]).encode()


def records() -> Iterator[bytes]:
    """Snapshots as they travel alone, and records as statistical offices serve them."""
    for text in passages()[::6]:
        yield dump_snapshot(read_document(text[:300].encode(), name="a.txt", told=TOLD, force=True))
    yield b'{"a": [1, -0.5, 1e5, "\\u00e9", null, true, {"b": {}}]}'


def facts() -> Iterator[bytes]:
    yield b'{"Economy": {"GDP": {"text": "$5.2 billion (2019 est.)", "note": "in 2015 dollars"}, "Inflation rate": {"text": "2.1%"}}}'
    yield b'[{"indicator": {"value": "Population, total"}, "date": "2019", "value": 5}, {"date": "2018", "value": null}]'
    yield from (json.dumps({"Report": {"text": text[:200]}}).encode() for text in passages()[::20])


def word_files() -> Iterator[bytes]:
    for number, text in enumerate(passages()):
        style = ("", "Title", "H1", "Bullet", "TOC1")[number % 5]
        yield "".join(paragraph(run(line), style) for line in text.split("\n") if line.strip()).encode()


TARGETS = {
    "text": Target(partial(check_document, name="x.txt"), plain),
    "markdown": Target(partial(check_document, name="x.md"), marked),
    "html": Target(partial(check_document, name="x.html"), pages),
    "csv": Target(partial(check_document, name="x.csv"), tables),
    "facts": Target(partial(check_document, name="x.json"), facts),
    "record": Target(check_record, records),
    "docx": Target(check_word_file, word_files),
    "pdf": Target(check_print, lambda: [printed()]),
}

_MARKUP = (
    "<p>", "</p>", "<table>", "<tr>", "<td>", "<td rowspan=2>", "<th>", "<sup>", "<script>", "<!--", "-->", "<li>", "<br>", "&nbsp;", "&#8211;", "<w:p>",
    "<w:r>", "<w:t>", "<w:tbl>", "<w:tc>", "<w:ins>", "<w:del>", "# ", "- ", "| ", "|---|", "```", "---\n", "> ", "[a](b)", "**", "[^1]", "\n\n", "\t",
)  # fmt: skip
_FIGURES = (
    "$5 billion", "20 percent", "1,200", "3.5-4.5", "between 5 and 6", "from 9 to 14", "in 2015", "since FY 2019", "Q3 2019", "as of May 5, 2020",
    "a quarter of", "two-thirds", "more than doubled", "nearly", "not", "according to", "per capita", "respectively", "rose by", "fell to", "GDP growth",
    "poverty rate", "population", "exports to", "the United States", "km²", "½", "−", "–", "\u00a0", "\u00ad", "COVID-\n19", "million", "tons", "est.",
    "million\u00b2", "mid-1990s", "the 1980s", "today", "last year", "0", "99999999999999999999", "1e5", "e\u0301", "\u202e", "\u200b", "\U0001f600",
)  # fmt: skip


def dictionary() -> str:
    """The words that the fuzzer puts in, in the form that libFuzzer reads."""
    words = (*_MARKUP, *_FIGURES, *(word for table in TABLES.values() for word in table))
    return "".join(f'"{_escaped(word)}"\n' for word in dict.fromkeys(words) if 0 < len(word.encode()) <= 60)


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "replace"))
