"""The catalogue of rules and their pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportdiff.checks.catalogue import RULES, find_rule, read_page
from reportdiff.model.errors import NotFound
from reportdiff.model.rule import Rule


def test_codes_and_names_are_unique_and_in_order() -> None:
    assert [rule.code for rule in RULES] == sorted({rule.code for rule in RULES})
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_that_names_it_and_its_parts(rule: Rule) -> None:
    page = read_page(rule)
    assert page.startswith(f"# {rule.code} {rule.name}\n\n{rule.summary} ")
    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        "## Why it matters",
        "## Example",
        "## What to do",
        "## When to waive",
    ]


def test_every_page_is_of_a_rule(root: Path) -> None:
    assert sorted(path.stem for path in (root / "docs" / "rules").glob("*.md")) == [rule.code for rule in RULES]


def test_a_rule_is_found_by_code_and_name() -> None:
    assert find_rule("rd301") is find_rule("stale") is find_rule("RD301")
    with pytest.raises(NotFound, match="reportdiff rules lists them"):
        find_rule("nope")
