"""The threat model is a table of one screen, and every test that it names is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "threat-model.md"
ROWS = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")][1:]
SUPPLIED = ("documents", "ids", "revisions", "settings", "repository", "addresses")


@pytest.mark.parametrize("row", ROWS)
def test_the_test_beside_a_threat_exists(row: str) -> None:
    named = re.search(r"`(tests/[^`:]+\.py)::(test_\w+)`", row)
    assert named is not None
    tree = ast.parse((ROOT / named[1]).read_text("utf-8"))
    assert named[2] in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_page_is_one_screen_and_names_who_supplies() -> None:
    assert len(PAGE.read_text("utf-8").splitlines()) <= 40
    assert all(word in PAGE.read_text("utf-8") for word in SUPPLIED)
