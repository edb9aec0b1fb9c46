"""Which pairs of a subject's editions are worth a page."""

from __future__ import annotations

import pytest

from reportdiff.compare.dossier import choose_pairs
from tests.compare.writing import snapshot


def pairs(*documents: str) -> list[tuple[int, int]]:
    """The chosen pairs of editions of these documents, by number; the publisher stands before the slash."""
    editions = tuple(
        snapshot("", document=document, published=f"20{number:02}-01-01") for number, document in enumerate(documents)
    )
    numbers = {id(each): number for number, each in enumerate(editions)}
    return [(numbers[id(old)], numbers[id(new)]) for old, new in choose_pairs(editions)]


@pytest.mark.parametrize(
    ("documents", "chosen"),
    [
        ("", []),
        ("a/x", []),
        ("a/x b/x", [(0, 1)]),
        ("a/x b/x a/x b/x", [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]),
        ("a/x a/x a/x a/x a/x", [(0, 1), (0, 4), (1, 2), (2, 3), (3, 4)]),
        ("a/x b/x a/x b/x a/x a/x", [(0, 1), (0, 2), (0, 5), (1, 2), (1, 3), (2, 3), (2, 4), (3, 4), (3, 5), (4, 5)]),
        ("a/x b/x c/x d/x d/x d/x", [(0, 1), (0, 5), (1, 2), (1, 5), (2, 3), (2, 5), (3, 4), (4, 5)]),
        ("a/x a/y a/x a/y a/x", [(0, 1), (0, 2), (0, 4), (1, 2), (1, 3), (2, 3), (2, 4), (3, 4)]),
    ],
)
def test_the_pairs_that_a_reader_would_ask_for(documents: str, chosen: list[tuple[int, int]]) -> None:
    assert pairs(*documents.split()) == chosen
