"""Figures that do not add up, as findings."""

from __future__ import annotations

import pytest

from reportdiff.api import read_text
from reportdiff.checks.run import check_draft, check_editions
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding
from reportdiff.model.settings import DEFAULTS, Level


def edition(publisher: str, day: str, text: str) -> Snapshot:
    return read_text(text, subject="utopia", publisher=publisher, published=day)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.rule.name, finding.message) for finding in findings]


DOUBLED = "Trade more than doubled, from $9 billion in 2009 to $14 billion in 2015."


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        (
            DOUBLED,
            "failed-ratio",
            "more than doubled does not fit its two ends: from $9 billion to $14 billion is 1.56 times (crs, 2024-01-10)",
        ),
        (
            "Some $82 million went to Utopia, including $61 million for food and $31 million for health.",
            "failed-sum",
            "Some $82 million does not fit its parts: $61 million + $31 million make USD 92 million (crs, 2024-01-10)",
        ),
        (
            "Religions: Catholic 66.4%, Protestant 22.4%, other 31.2%",
            "failed-sum",
            "The shares of one list, 66.4% + 22.4% + 31.2%, make 120 % together, not 100 % (crs, 2024-01-10)",
        ),
        (
            "Exports fell by 20 percent, from $10.2 billion in 2019 to $5.1 billion in 2020.",
            "failed-ratio",
            "20 percent does not fit its two ends: from $10.2 billion to $5.1 billion is −50 % (crs, 2024-01-10)",
        ),
        (
            "The poverty rate fell by 5 percentage points, from 30 percent in 2009 to 28 percent in 2015.",
            "failed-ratio",
            "5 percentage points does not fit its two ends: from 30 percent to 28 percent is −2 points (crs, 2024-01-10)",
        ),
        (
            "Utopia received 12 tons of aid, including 9 tons of rice and 7 tons of oil.",
            "failed-sum",
            "12 tons does not fit its parts: 9 tons + 7 tons make 16 tons (crs, 2024-01-10)",
        ),
    ],
)  # fmt: skip
def test_one_text(text: str, name: str, message: str) -> None:
    (finding,) = check_editions([edition("crs", "2024-01-10", text)], DEFAULTS, as_of=None)
    assert (finding.rule.name, finding.message) == (name, message)
    assert finding.level is Level.WARNING
    assert finding.old is not None
    assert finding.where == "utopia/crs-2024-01-10"


def test_two_texts() -> None:
    old = edition("state", "2017-01-25", "Two-way trade was $9 billion in 2009.")
    new = edition(
        "crs", "2024-01-10", "Two-way trade was $14 billion in 2015. Two-way trade doubled between 2009 and 2015."
    )
    (finding,) = check_editions([old, new], DEFAULTS, as_of=None)
    assert told((finding,)) == [
        (
            "failed-ratio",
            "doubled does not fit its two ends: from $9 billion to $14 billion is 1.56 times "
            "(crs, 2024-01-10; state, 2017-01-25)",
        )
    ]


def test_a_draft() -> None:
    stored = edition("state", "2017-01-25", "The population was 30 million in 2015.")
    draft = read_text(DOUBLED, subject="utopia")
    (finding,) = check_draft(draft, [stored], DEFAULTS, as_of=None)
    assert finding.rule.name == "failed-ratio"
    assert finding.old is not None
    assert finding.old.draft
    assert finding.message.endswith("(the draft)")


def test_a_draft_against_what_is_stored() -> None:
    """What the draft says comes first, wherever the level that it does not fit stands."""
    stored = edition("state", "2017-01-25", "Two-way trade was $9 billion in 2009.")
    draft = read_text(
        "Two-way trade was $14 billion in 2015. Two-way trade doubled between 2009 and 2015.", subject="utopia"
    )
    (finding,) = check_draft(draft, [stored], DEFAULTS, as_of=None)
    assert finding.old is not None
    assert (finding.old.draft, finding.where) == (True, draft.id)
    assert finding.message.endswith("(the draft; state, 2017-01-25)")


def test_where_the_later_level_stands_in_another_text() -> None:
    state = edition("state", "2017-01-25", "Two-way trade was $14 billion in 2015.")
    text = "Two-way trade was $9 billion in 2009. Two-way trade doubled between 2009 and 2015."
    (finding,) = check_editions([state, edition("crs", "2024-01-10", text)], DEFAULTS, as_of=None)
    assert (finding.rule.name, finding.where) == ("failed-ratio", "utopia/state-2017-01-25")
    draft = read_text(text, subject="utopia")
    (finding,) = check_draft(draft, [state], DEFAULTS, as_of=None)
    assert finding.where == draft.id
    assert finding.new is not None
    assert not finding.new.draft


@pytest.mark.parametrize(
    ("less", "level", "made"),
    [
        ("$1.5 million", "$119 million", "USD 109.1 million"),
        ("more than $1.5 million", "$90 million", "about USD 109 million"),
    ],
)
def test_a_level_against_another_and_the_difference(less: str, level: str, made: str) -> None:
    old = edition("state", "2023-01-25", f"Bilateral foreign assistance for Utopia was {level} in 2022.")
    text = f"Bilateral foreign assistance for Utopia was $107.6 million in 2023, {less} less than in 2022."
    (finding,) = check_editions([old, edition("crs", "2024-01-10", text)], DEFAULTS, as_of=None)
    assert finding.message.startswith(f"{level} does not fit what $107.6 million and {less}")
    assert finding.message.endswith(f"away from it make: {made} (state, 2023-01-25; crs, 2024-01-10)")
