"""PDFs to claims: the real ones against their plain text, and printed ones against what was printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportdiff
from reportdiff.model.change import Added, Dropped
from reportdiff.model.claim import Claim, ClaimKind
from reportdiff.model.document import Snapshot
from reportdiff.model.quantity import Quantity
from reportdiff.model.text import BlockKind, Text
from reportdiff.sources.pdf.pages import read_pages
from reportdiff.sources.pdf.reader import read_pdf
from reportdiff.sources.plain.reader import read_plain
from tests.sources.printing import set_columns

pytest.importorskip("pypdfium2")

EDITIONS = ("crs-us-2026-04-20-if10753v6", "crs-us-2026-04-23-if10753v7")
REPORTS = (*EDITIONS, "crs-mexico-2026-04-16-if11175v11", "crs-russia-2026-04-22-if12672v12")
PERU = ("state-2017-01-25", "usaid-2022-04-26", "crs-2024-01-10", "analysis-undated")
SETTINGS = [
    {},
    {"justified": True, "hyphenated": True, "heads": True},
    {"indent": 12.0, "justified": True},
    {"columns": 3, "size": 8.0, "gutter": 14.0, "hyphenated": True},
    {"columns": 1, "heads": True},
]


def figures(snapshot: Snapshot) -> Counter[tuple[object, ...]]:
    """The figures of a snapshot with unit, comparator and days, as the scorer counts them."""
    return Counter(
        (c.value.amount, c.value.unit, c.value.comparator, c.period.start, c.period.end)
        for c in snapshot.claims
        if isinstance(c.value, Quantity)
    )


def likeness(one: Snapshot, other: Snapshot) -> float:
    left, right = figures(one), figures(other)
    return 2 * sum((left & right).values()) / max(1, sum(left.values()) + sum(right.values()))


def read(path: Path) -> Snapshot:
    subject = path.name.split("-")[1]
    return reportdiff.normalize(path, subject=subject, publisher="crs", document=path.name.split("-")[-1][:7])


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_reads_as_its_plain_text_does(shared: Path, name: str) -> None:
    printed, plain = read(shared / "corpus" / f"{name}.pdf"), read(shared / "corpus" / f"{name}.pdftotext.txt")
    # One sentence of the Russian report is torn apart in the plain text, and its figure is dated otherwise there.
    assert likeness(printed, plain) >= (0.92 if "russia" in name else 0.99)
    assert printed.edition.published == plain.edition.published is not None
    assert printed.edition.label == plain.edition.label == f"version {name.rpartition('v')[2]}"
    assert printed.title


def test_two_editions_change_as_their_plain_texts_do(shared: Path) -> None:
    def changes(ending: str) -> Counter[tuple[str, object, object]]:
        old, new = (read(shared / "corpus" / f"{name}{ending}") for name in EDITIONS)
        return Counter(
            (c.kind, None if isinstance(c, Added) else amount(c.old), None if isinstance(c, Dropped) else amount(c.new))
            for c in reportdiff.diff(old, new).changes
        )

    assert changes(".pdf") == changes(".pdftotext.txt")


def amount(claim: Claim) -> object:
    return claim.value.amount if isinstance(claim.value, Quantity) else claim.value


@pytest.mark.parametrize("name", REPORTS)
def test_every_character_stands_on_its_page(shared: Path, name: str) -> None:
    data = (shared / "corpus" / f"{name}.pdf").read_bytes()
    text, pages = read_pdf(data), list(read_pages(data))
    held = 0
    for run in text.origin:
        assert run.part is not None
        here = text.content[run.start : run.start + run.length]
        there = pages[run.part - 1].text[run.source : run.source + run.length]
        assert here.replace("\n", " ").rstrip() == there.replace("\n", " ").replace("\r", " ").rstrip()
        held += run.length
    assert held > 0.97 * len(text.content.replace("|", "").replace("#", ""))


def test_every_claim_tells_its_page(shared: Path) -> None:
    path = shared / "corpus" / f"{EDITIONS[0]}.pdf"
    pages = list(read_pages(path.read_bytes()))
    claims = read(path).claims
    assert {claim.part for claim in claims} == {1, 2}
    for claim in claims:
        if claim.kind is ClaimKind.QUANTITY and " " not in claim.quote.exact:
            assert claim.part is not None
            assert claim.quote.exact in pages[claim.part - 1].text


def paragraphs_of(text: Text) -> Iterator[str]:
    marks = {BlockKind.HEADING: "# ", BlockKind.ITEM: "• "}
    for block in text.blocks:
        words = text.content[block.start : block.end].replace("\n", " ").lstrip("#- ")
        yield marks.get(block.kind, "") + words.encode("cp1252", "replace").decode("cp1252")


@pytest.mark.parametrize("interleaved", [False, True], ids=["in order", "across"])
@pytest.mark.parametrize("settings", SETTINGS, ids=lambda each: "-".join(each) or "plain")
def test_a_text_printed_in_columns_gives_equal_claims(
    shared: Path, tmp_path: Path, settings: dict[str, float], interleaved: bool
) -> None:
    found = total = 0
    for name in PERU:
        plain = shared / "sources" / f"{name}.txt"
        printed = tmp_path / f"{name}.pdf"
        press = set_columns(list(paragraphs_of(read_plain(plain.read_text("utf-8")))), **settings)  # type: ignore[arg-type]
        printed.write_bytes(press.print(interleaved=interleaved))
        told = {"subject": "peru", "publisher": "x", "published": "2024-01-10"}
        one, other = reportdiff.normalize(printed, **told), reportdiff.normalize(plain, **told)
        found += 2 * sum((figures(one) & figures(other)).values())
        total += sum(figures(one).values()) + sum(figures(other).values())
    assert found / total >= 0.99


def test_a_document_reads_alike_each_time(shared: Path) -> None:
    data = (shared / "corpus" / f"{EDITIONS[0]}.pdf").read_bytes()
    assert read_pdf(data) == read_pdf(data)
