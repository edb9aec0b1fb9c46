"""docs/exports.md lists every table with the very columns that the program writes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from reportdiff.api.arrow import READING_COLUMNS
from reportdiff.api.tables import CHANGE_COLUMNS, OBSERVATION_COLUMNS
from reportdiff.model.table import Column
from reportdiff.records.claim_rows import CLAIM_COLUMNS
from reportdiff.store.dataset import DATASET_COLUMNS, DATASET_VERSION, SNAPSHOT_COLUMNS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "exports.md").read_text("utf-8")
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def chapter(head: str) -> str:
    return PAGE.partition(f"\n{head}\n")[2].partition("\n#")[0]


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("## claims", CLAIM_COLUMNS),
        ("## observations", OBSERVATION_COLUMNS),
        ("## changes", CHANGE_COLUMNS),
        ("### claims", DATASET_COLUMNS),
        ("### snapshots", SNAPSHOT_COLUMNS),
        ("## Arrow", READING_COLUMNS),
    ],
)
def test_the_page_has_the_columns_in_their_order(head: str, columns: Sequence[Column]) -> None:
    told = [(column.name, column.kind.value, column.meaning) for column in columns]
    assert ROW.findall(chapter(head)) == told


def test_the_page_tells_the_version_of_the_dataset() -> None:
    assert f"writes, version {DATASET_VERSION}:" in PAGE
