"""The tables of `make bench` read the scorers' lines and line up."""

from __future__ import annotations

import pytest

from bench.scores import find_score
from bench.tables import render_rate, render_table

CLAIMS = (
    "claims d1-: gold 250  precision 0.912  recall 0.903  F1 0.907  whole F1 0.701  unit 0.990  period 0.801"
    "  series F1 0.655  traps 3/288  documents failed 0"
)
FACTBOOK = (
    "factbook: figures 1265  recall 0.998  year right 0.997  fields in both editions 700  joined 0.991"
    "  renamed labels joined 0.953 of 64  joined across labels 4"
)


@pytest.mark.parametrize(
    ("line", "name", "score"),
    [
        (CLAIMS, "F1", "0.907"),
        (CLAIMS, "whole F1", "0.701"),
        (CLAIMS, "series F1", "0.655"),
        (CLAIMS, "traps", "3/288"),
        (FACTBOOK, "recall", "0.998"),
        (FACTBOOK, "joined", "0.991"),
        (FACTBOOK, "renamed labels joined", "0.953"),
        (FACTBOOK, "joined across labels", "4"),
        ("facts peru-: 9 of 16", "", "9"),
        ("columns two-columns.txt: 0.957 of 120 neighbouring lines kept together", "", "0.957"),
        ("", "F1", None),
    ],
)
def test_a_score_is_found_behind_its_name(line: str, name: str, score: str | None) -> None:
    assert find_score(line, name) == score


def test_a_table_lines_up() -> None:
    assert render_table("Title", ("what", "rate"), [("a", "1"), ("longer", "1,200")]) == (
        "Title\n  what     rate\n  ------  -----\n  a           1\n  longer  1,200\n"
    )


@pytest.mark.parametrize(("rate", "text"), [(1234567.0, "1,230,000"), (21.4, "21"), (999.6, "1,000")])
def test_a_rate_is_printed_to_three_digits(rate: float, text: str) -> None:
    assert render_rate(rate) == text
