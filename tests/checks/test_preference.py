"""Which source a draft is held against where two disagree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportdiff.api import read_text
from reportdiff.checks.preference import say_preferred
from reportdiff.checks.run import check_draft
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Side
from reportdiff.model.settings import DEFAULTS


def edition(publisher: str, day: str, text: str) -> Snapshot:
    return read_text(text, subject="utopia", publisher=publisher, published=day)


TRADE = "Two-way trade was ${} billion in 2015."
STATE = edition("state", "2017-01-25", TRADE.format("14"))
CENSUS = edition("census", "2018-03-01", TRADE.format("16.5"))


@pytest.mark.parametrize(
    ("amount", "prefer", "offered"),
    [
        ("14", (), ["census"]),
        ("14", ("state",), []),
        ("14", ("census",), ["census"]),
        ("16.5", (), []),
        ("16.5", ("state", "census"), ["state"]),
        ("20", (), ["census"]),
        ("20", ("state",), ["state"]),
    ],
)
def test_the_preferred_sources_figure_is_the_one_offered(
    amount: str, prefer: tuple[str, ...], offered: list[str]
) -> None:
    draft = read_text(TRADE.format(amount), subject="utopia")
    findings = check_draft(draft, [STATE, CENSUS], replace(DEFAULTS, prefer=prefer), as_of=None)
    assert [each.new.snapshot.publisher.id for each in findings if each.new] == offered


@pytest.mark.parametrize(
    ("prefer", "said"),
    [
        ((), ""),
        (("state",), "; state is preferred"),
        (("census",), "; census is preferred"),
        (("census", "state"), "; census is preferred"),
        (("crs",), ""),
    ],
)
def test_of_two_stored_the_one_named_first_is_preferred(prefer: tuple[str, ...], said: str) -> None:
    sides = [Side(claim=snapshot.claims[0], snapshot=snapshot) for snapshot in (STATE, CENSUS)]
    assert say_preferred(*sides, prefer) == say_preferred(*reversed(sides), prefer) == said
    assert say_preferred(replace(sides[0], draft=True), sides[1], prefer) == ""
    assert say_preferred(sides[0], replace(sides[1], draft=True), prefer) == ""
    assert say_preferred(sides[0], replace(sides[0], claim=sides[1].claim), prefer) == ""


@pytest.mark.parametrize(("prefer", "heard"), [((), ["a", "b"]), (("a",), ["a"]), (("b",), []), (("b", "a"), [])])
def test_of_two_that_overtake_at_one_time_the_preferred_alone_is_heard(
    prefer: tuple[str, ...], heard: list[str]
) -> None:
    """Without a preference either may be the one that is quoted; with b, who agrees with the draft, none is."""
    stored = [
        edition("a", "2022-04-26", "The poverty rate was 20 percent in 2021."),
        edition("b", "2022-04-26", "The poverty rate was 33 percent in 2021."),
    ]
    draft = read_text("About a third of the population lives in poverty.", subject="utopia")
    findings = check_draft(draft, stored, replace(DEFAULTS, prefer=prefer), as_of=None)
    told = [each.new.snapshot.publisher.id for each in findings if each.rule.name == "stale" and each.new]
    assert set(told) <= set(heard)
    assert bool(told) is bool(heard) or not prefer
