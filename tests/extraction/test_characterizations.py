"""What a sentence sums up, and what only looks like it."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.model.claim import Characterization, ClaimKind


def summed_up(text: str) -> list[tuple[str, str]]:
    claims = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.CHARACTERIZATION]
    return [(c.value.aspect, c.value.text) for c in claims if isinstance(c.value, Characterization)]


@pytest.mark.parametrize(
    "sentence, aspect, words",
    [
        ("The country is a key U.S. partner in the region.", "relations", "key U.S. partner"),
        ("It has emerged as a vital ally to the United States.", "relations", "vital ally"),
        ("The two have strong, positive, and cooperative relations.", "relations", "have strong, positive, and cooperative relations"),
        ("The state has maintained close bilateral ties with its neighbors.", "relations", "has maintained close bilateral ties"),
        ("The people built a robust democracy after the war.", "governance", "robust democracy"),
        ("The decade saw broad support for democracy.", "governance", "broad support for democracy"),
        ("Political instability also appears to slow growth.", "governance", "Political instability"),
        ("Some observers argue that endemic corruption threatens the state.", "governance", "endemic corruption"),
        ("The congress is highly fragmented.", "governance", "congress is highly fragmented"),
        ("The land was one of the strongest economies in the world.", "economy", "one of the strongest economies"),
        ("The transformation was a remarkable success story.", "general", "remarkable success story"),
        ("In those years weak and inefficient state institutions failed.", "governance", "weak and inefficient state institutions"),
        ("Relations between the two are warm and cooperative, disputes aside.", "relations", "Relations between the two are warm and cooperative"),
        ("Ties with the north are strong.", "relations", "Ties with the north are strong"),
    ],
)  # fmt: skip
def test_evaluations_are_read_with_their_aspect(sentence: str, aspect: str, words: str) -> None:
    assert (aspect, words) in summed_up(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The aid is meant to strengthen democratic institutions and promote strong economic growth.",
        "The program supports effective governance in the regions.",
        "There is no robust democracy in the country.",
        "The Strategic Partnership Agreement was signed in the capital.",
        "A key officers list is kept at the embassy.",
        "Addressing these challenges is crucial for both of the countries.",
        "There were limited government funds for the roads that year.",
        "The cost of relations with the north is fragile.",
        "The minister spoke to the press about the new law.",
    ],
)
def test_aims_names_and_denials_are_left_out(sentence: str) -> None:
    assert summed_up(sentence) == []


def test_a_heading_sums_up_nothing() -> None:
    text = "# A Vital Ally\n\nThe two countries signed an agreement in the spring, and it entered into force in the fall.\n"
    assert summed_up(text) == []


def test_the_quote_stands_at_its_position() -> None:
    snapshot = read_text("The country is a vital ally to its neighbors.\n\nIt has a robust democracy of its own.")
    for claim in snapshot.claims:
        assert snapshot.text is not None
        assert snapshot.text[claim.position.start : claim.position.end] == claim.quote.exact
        assert claim.sentence.start <= claim.position.start < claim.position.end <= claim.sentence.end
