"""Tables of comma-separated values: the columns that are documented, a line each, figures that add up again."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

from reportdiff import api
from reportdiff.model.change import Changed
from reportdiff.reports.csv import diff as csv_diff
from reportdiff.reports.csv import findings as csv_findings
from reportdiff.reports.csv import snapshot as csv_snapshot
from reportdiff.reports.csv import timeline as csv_timeline
from reportdiff.reports.csv.claims import CLAIM_COLUMNS
from reportdiff.reports.formats import render_diff, render_snapshot
from reportdiff.reports.screen import Screen
from tests.reports.sample import DIFF, NEW


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_column_is_documented(root: Path) -> None:
    page = (root / "docs" / "formats.md").read_text("utf-8")
    tables = {
        "show": csv_snapshot.COLUMNS,
        "timeline": csv_timeline.COLUMNS,
        "diff": csv_diff.COLUMNS,
        "findings": csv_findings.COLUMNS,
    }
    of_claims = set(re.findall("`([a-z_]+)`", page.partition("columns of a claim")[2].partition("| table |")[0]))
    assert set(CLAIM_COLUMNS) <= of_claims
    for name, columns in tables.items():
        told = next(
            line for line in page.partition("| table |")[2].splitlines() if re.match(f"\\| `?{name}`? \\| `", line)
        )
        documented = set(re.findall("`([a-z_]+)`", told)) | of_claims
        assert [each for each in columns if re.sub("^(?:old|new)_", "", each) not in documented] == []


def test_a_diff_has_a_line_a_change_with_both_sides_and_the_delta() -> None:
    found = rows(render_diff(DIFF, "csv", Screen()))
    assert [row["kind"] for row in found] == [change.kind.value for change in DIFF.changes]
    first, change = found[0], DIFF.changes[0]
    assert isinstance(change, Changed)
    assert change.delta is not None
    assert (first["old_amount"], first["new_amount"]) == ("14000000000", "22000000000")
    assert Decimal(first["new_amount"]) - Decimal(first["old_amount"]) == Decimal(first["delta_absolute"])
    assert (first["news"], first["old_snapshot"], first["new_period_end"]) == (
        "true",
        "utopia/state-2017-01-25",
        "2022-12-31",
    )
    assert found[-1]["new_claim"] == ""


def test_the_telling_and_the_wording_have_lines_of_their_own() -> None:
    diff = api.add_wording(api.add_framing(DIFF))
    found = rows(render_diff(diff, "csv", Screen()))
    assert diff.wording is not None
    assert len([row for row in found if row["aspect"] == "text"]) == len(diff.wording.changes)
    assert {row["aspect"] for row in found} >= {"figures", "facts", "text"}
    assert found[-1]["new_sentence"] + found[-1]["old_sentence"]


def test_a_snapshot_has_a_line_a_claim_in_order_of_place() -> None:
    found = rows(render_snapshot(NEW, "csv", Screen()))
    assert len(found) == len(NEW.claims)
    starts = [int(row["start"]) for row in found]
    assert starts == sorted(starts)
    crowd = next(row for row in found if row["name"] == "supporters")
    assert crowd["quote"] == "Tens of thousands of supporters <U+001B>[31mmarched<U+202E>"
