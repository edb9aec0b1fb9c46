"""On copies edited by a script, sentences are aligned as they were edited."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bench.copies import edit_copy, f1, found_in
from reportdiff.compare.prose.wording import compare_texts
from reportdiff.model.wording import WordingKind
from reportdiff.sources.registry import read_source

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "corpus"
SHIPPED = sorted((ROOT / "snapshots").glob("*/*/text.md"))
BESIDE = [
    SHARED / name
    for name in (
        "state-hrr-peru-2021.txt",
        "state-hrr-ghana-2019.txt",
        "crs-us-2026-04-20-if10753v6.pdftotext.txt",
        "state-libya-2021-06-23-the-united-states-and-libya.txt",
        "whitehouse-india-2021-09-24-fact-sheet-the-united-states-and-india-globa.md",
        "factbook-ghana-2015.txt",
    )
]
SEEDS = range(6)


@cache
def text_of(path: Path) -> str:
    """The document with a sentence a line."""
    if not path.is_file():
        pytest.skip("needs the documents in ../shared, which are not beside the project")
    return read_source(path.read_bytes(), name=path.name).content.strip("\n")


def score(paths: list[Path], share: float) -> float:
    """F1 over all edits of all copies; two paragraphs are moved in every other copy."""
    found = done = right = 0
    for path in paths:
        for seed in SEEDS:
            copy = edit_copy(text_of(path), share=share, moved=2 * (seed % 2), seed=seed)
            differences = found_in(compare_texts(copy.old, copy.new), copy)
            found, done, right = found + len(differences), done + len(copy.done), right + len(differences & copy.done)
    return 2 * right / (found + done)


@pytest.mark.parametrize(("share", "floor"), [(0.01, 0.98), (0.1, 0.98), (0.3, 0.95)])
@pytest.mark.parametrize("paths", [SHIPPED, BESIDE], ids=["shipped", "beside"])
def test_edited_sentences_are_aligned(paths: list[Path], share: float, floor: float) -> None:
    assert score(paths, share) >= floor


def test_the_script_edits_in_every_way() -> None:
    """A score over edits that are not there would say nothing."""
    done = [
        edit
        for path in SHIPPED
        for seed in SEEDS
        for edit in edit_copy(text_of(path), share=0.3, moved=2, seed=seed).done
    ]
    assert {kind for kind, *_ in done} == set(WordingKind)
    assert any(kind is WordingKind.REWORDED and moved for kind, *_, moved in done)


def test_a_score_counts_what_was_missed_and_what_was_made_up() -> None:
    one, other, third = ((WordingKind.ADDED, (), (number,), False) for number in range(3))
    assert f1(frozenset({one, other}), frozenset({one, third})) == 0.5
    assert f1(frozenset(), frozenset()) == 1
