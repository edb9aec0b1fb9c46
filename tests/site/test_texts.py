"""Two texts side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportdiff.compare.prose.wording import diff_wording
from reportdiff.model.change import Diff
from reportdiff.reports.site.texts import Block, Places, view_texts
from tests.compare.writing import snapshot

NOWHERE = Places({}, {}, {})


def blocks(old: str, new: str, places: Places = NOWHERE) -> tuple[Block, ...]:
    sides = snapshot(old), snapshot(new, published="2021-01-01")
    return view_texts(Diff(old=sides[0], new=sides[1], wording=diff_wording(*sides)), places, places)


def told(block: Block) -> tuple[str, str, str]:
    """Kind and both sides; what changed stands in brackets."""
    sides = []
    for sentences in (block.old, block.new):
        runs = [run for s in sentences for stretch in s.stretches for run in stretch.runs]
        sides.append("".join(f"[{run.text}]" if run.changed else run.text for run in runs))
    return block.kind, sides[0], sides[1]


A, B, C = (
    "Ports grew fast last year.",
    "The mines of the north are closed.",
    "Farmers sold more coffee than ever before.",
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([A, B], [A, B], [("equal", A, A), ("equal", B, B)]),
        ([A, B], [A, C], [("equal", A, A), ("apart", B, C)]),
        ([A], [A, C], [("equal", A, A), ("apart", "", C)]),
        ([A, B], [B], [("apart", A, ""), ("equal", B, B)]),
        (
            [A, B],
            [A, "The mines of the south are closed."],
            [
                ("equal", A, A),
                ("reworded", "The mines of the [north] are closed.", "The mines of the [south] are closed."),
            ],
        ),
    ],
)
def test_sentences_stand_beside_their_like(
    old: list[str], new: list[str], expected: list[tuple[str, str, str]]
) -> None:
    assert [told(block) for block in blocks("\n".join(old), "\n".join(new))] == expected


def test_every_sentence_stands_once_whatever_moved() -> None:
    found = blocks("\n".join([A, B, C]), "\n".join([C, A, B]))
    assert "".join(told(block)[1] for block in found) == A + B + C
    assert "".join(told(block)[2] for block in found) == C + A + B
    assert "moved" in {sentence.note for block in found for sentence in (*block.old, *block.new)}


def test_a_claim_leads_to_its_row_and_bears_its_address() -> None:
    text = "Trade was {$14 billion|14 USD 2015} then."
    (claim,) = snapshot(text).claims
    places = Places({claim.id: "here"}, {claim.id: "row"}, {claim.id: "Trade: $14"})
    (block,) = blocks(text, text, places)
    (stretch,) = [each for each in block.new[0].stretches if each.anchor]
    assert (stretch.anchor, stretch.href, stretch.title) == ("here", "row", "Trade: $14")
    assert [run.text for run in stretch.runs] == ["$14 billion"]
    assert "".join(run.text for each in block.new[0].stretches for run in each.runs) == "Trade was $14 billion then."


def test_claims_within_claims_keep_their_addresses() -> None:
    base = snapshot("Trade was {$14 billion|14 USD 2015} then.")
    (claim,) = base.claims
    inner = replace(claim, id="inner", position=claim.position._replace(start=claim.position.start + 1))
    side = replace(base, claims=(claim, inner))
    places = Places({claim.id: "outer", "inner": "inner"}, {"inner": "row"}, {})
    found = view_texts(Diff(old=side, new=side, wording=diff_wording(side, side)), places, places)
    assert [each.anchor for each in found[0].new[0].extra] == ["inner"]


def test_markers_become_roles() -> None:
    (first, second, _) = blocks("# Trade\n- Ports grew.\nEnd.", "# Trade\n- Ports grew.\nEnd.")
    assert [sentence.role for block in (first, second) for sentence in block.new] == ["heading", "item"]
    assert told(first)[2] == "Trade"
    assert told(second)[2] == "Ports grew."


def test_without_wording_there_is_nothing_to_set() -> None:
    side = snapshot(A)
    assert view_texts(Diff(old=side, new=side), NOWHERE, NOWHERE) == ()
