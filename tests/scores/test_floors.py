"""The scores that were reached are floors: a reading or a joining that gets worse fails here.

The documents and the scorers stand beside the project; where they are missing, these tests are skipped. The annotations in
``tests/gold`` are facts about documents that the design was not made on.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

FLOORS = [
    ("claims gold sources", {"F1": 0.98, "whole F1": 0.95}),
    ("changes gold sources", {"precision": 1.0, "recall": 1.0, "whole F1": 1.0}),
    ("columns gold sources", {"": 0.98}),
    ("claims gold corpus --set d1", {"F1": 0.98, "whole F1": 0.97, "series F1": 0.95}),
    ("changes gold corpus --set d1", {"precision": 1.0, "recall": 0.95}),
    ("changes gold corpus --set d2", {"precision": 0.99, "recall": 0.85, "whole F1": 0.91}),
    ("claims tests/gold corpus/unlabelled --set fresh", {"F1": 0.96, "whole F1": 0.95}),
    ("claims tests/gold corpus/unlabelled --set later", {"F1": 0.97, "whole F1": 0.92}),
]
FACTBOOK_FLOORS = {
    "recall": 0.992,
    "year right": 0.998,
    "joined": 0.99,
    "renamed labels joined": 0.95,
}
PROGRAM = f"{Path(sys.executable).parent / 'reportdiff'}"


def run_scorer(root: Path, shared: Path, script: str, *words: str) -> str:
    places = [str((root if word.startswith("tests/") else shared) / word) if is_place(word) else word for word in words]
    command = [sys.executable, str(shared / "score" / script), *places, "--run", f"'{PROGRAM}'"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return done.stdout


def is_place(word: str) -> bool:
    return word.startswith(("gold", "sources", "corpus", "tests/"))


def score_of(said: str, name: str) -> float:
    found = re.search(rf"(?:^|\s{{2}}){re.escape(name)} ([0-9.]+)" if name else r": ([0-9.]+) of", said)
    assert found, f"no {name!r} in {said!r}"
    return float(found[1])


@pytest.mark.parametrize(("call", "floors"), FLOORS, ids=[call for call, _ in FLOORS])
def test_a_score_does_not_fall(root: Path, shared: Path, call: str, floors: dict[str, float]) -> None:
    said = run_scorer(root, shared, "score.py", *call.split())
    assert {name: score_of(said, name) for name, floor in floors.items() if score_of(said, name) < floor} == {}


def test_facts_do_not_get_fewer(root: Path, shared: Path) -> None:
    assert "facts peru-: 16 of 16" in run_scorer(root, shared, "score.py", "facts", "gold", "sources")


def test_factbook_scores_do_not_fall(root: Path, shared: Path) -> None:
    said = run_scorer(root, shared, "factbook.py", "corpus", "peru", "ghana")
    assert {name: score_of(said, name) for name, floor in FACTBOOK_FLOORS.items() if score_of(said, name) < floor} == {}
    assert int(re.search(r"joined across labels ([0-9]+)", said)[1]) <= 4  # type: ignore[index]
