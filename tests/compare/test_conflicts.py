"""Figures that cannot all be right."""

from __future__ import annotations

from reportdiff.compare.conflicts import find_conflicts_within
from reportdiff.compare.diff import diff_snapshots
from tests.compare.writing import snapshot

TRADE = "Two-way trade in goods reached {%s|%s USD 2022 measure=trade.total} in 2022, the ministry said."


def told(amount: str) -> str:
    return TRADE % (f"${amount} billion", amount)


def test_across_publishers_a_contradiction_and_across_editions_a_revision() -> None:
    old = snapshot(told("22"))
    other = snapshot(told("31"), published="2022-01-01", document="crs/peru")
    later = snapshot(told("31"), published="2022-01-01")
    assert [change.kind.value for change in diff_snapshots(old, other).changes] == ["contradiction"]
    assert [change.kind.value for change in diff_snapshots(old, later).changes] == ["revision"]
    assert [change.kind.value for change in diff_snapshots(old, old).changes] == ["confirmed"]


def test_within_one_edition() -> None:
    (conflict,) = find_conflicts_within(snapshot(f"{told('22')}\n{told('31')}"))
    assert (conflict.old.quote.exact, conflict.new.quote.exact) == ("$22 billion", "$31 billion")
    assert find_conflicts_within(snapshot(f"{told('22')}\n{told('22')}")) == ()


def test_one_key_alone_is_no_proof_within_an_edition() -> None:
    text = (
        "The system held {15,461 inmates|15461 person 2019 measure=prison.population} in all regions together.\n"
        "After works the women's wing at Nsawam housed {800|800 person 2019 measure=prison.population}."
    )
    assert find_conflicts_within(snapshot(text)) == ()
