"""One report as plain text, web page, Word file and Markdown gives the same claims."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.model.document import Snapshot
from reportdiff.model.quantity import Quantity
from reportdiff.model.text import BlockKind, Text
from reportdiff.sources.markdown.reader import read_markdown
from tests.making import docx_files, html_pages

ENOUGH = 0.97
REPORTS = {"state-2017-01-25": "state", "usaid-2022-04-26": "usaid", "crs-2024-01-10": "crs"}


def figures(snapshot: Snapshot) -> Counter[tuple[object, ...]]:
    return Counter(
        (claim.value.amount, claim.value.unit, claim.value.comparator, claim.period.start, claim.period.end)
        for claim in snapshot.claims
        if isinstance(claim.value, Quantity)
    )


def likeness(one: Snapshot, other: Snapshot) -> float:
    """F1 of the figures of two snapshots, taken as multisets."""
    here, there = figures(one), figures(other)
    return 2 * (here & there).total() / max(1, here.total() + there.total())


def markdown(text: Text) -> str:
    lines: list[str] = []
    for block in text.blocks:
        words = text.content[block.start : block.end].replace("\n", " ").strip()
        lines.append(f"{'#' * block.level} {words.lstrip('# ')}" if block.kind is BlockKind.HEADING else words)
    return "\n\n".join(lines)


@pytest.mark.parametrize("name", REPORTS)
def test_a_stored_report_in_other_formats(name: str, root: Path) -> None:
    stored = api.open_snapshot(f"peru/{name}", folder=root)
    text = read_markdown((root / "snapshots" / "peru" / name / "text.md").read_text("utf-8"))
    day = stored.edition.published
    told = api.Told(subject="peru", publisher=REPORTS[name], published=day)
    rendered = {
        f"{shape}.html": make(html_pages.body_of(text), text.title or "Utopia", "2020-01-01").encode()
        for shape, make in html_pages.PAGES.items()
    }
    rendered["report.docx"] = docx_files.docx(docx_files.body_of(text))
    rendered["report.md"] = markdown(text).encode()
    for file, data in rendered.items():
        found = likeness(stored, api.read_document(data, name=file, told=told))
        assert found >= ENOUGH, (file, found)
