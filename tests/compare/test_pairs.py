"""Pairs of sentences for every kind of change: what must be called so, and what must not be joined.

A row holds two texts, when each was published, whether they are editions of one document (else they are two bare
texts), and the changes of their figures as kind, old words and new words. Every row is judged swapped as well.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportdiff import read_text
from reportdiff.api import diff, diff_texts, select_aspects
from reportdiff.model.change import Added, Change, ChangeKind, Diff, Dropped

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "pairs"
KNOWN_FAILURES = "known_failures"
MINIMUM = 100

Row = dict[str, Any]
Found = tuple[str, str | None, str | None]

MIRRORED = {
    "update": "earlier",
    "earlier": "update",
    "refinement": "coarsening",
    "coarsening": "refinement",
}
"""Kinds that turn into another when old and new are swapped; the rest stay as they are."""

JUDGED_APART = {ChangeKind.FRAMING}
"""A change in the telling stands beside the change of the figure."""


def rows_of(stem: str) -> list[Row]:
    lines = (FOLDER / f"{stem}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def parameters() -> list[Any]:
    """The cases by file and number; those known to fail must fail, so that a repair shows."""
    stems = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
    return [
        pytest.param(
            row,
            id=f"{stem}-{number:02}",
            marks=[pytest.mark.xfail(reason=row["note"], strict=True)] if stem == KNOWN_FAILURES else [],
        )
        for stem in stems
        for number, row in enumerate(rows_of(stem), 1)
    ]


def compare(old: str, new: str, row: Row, days: tuple[str | None, str | None]) -> Diff:
    if not row.get("same_document"):
        return diff_texts(old, new, old_published=days[0], new_published=days[1])
    one, other = (
        read_text(text, subject="utopia", publisher="agency", published=day)
        for text, day in zip((old, new), days, strict=True)
    )
    return diff(one, other)


def found_in(changes: Diff) -> list[Found]:
    figures = select_aspects(changes, ["figures"]).changes
    return sorted((told(change) for change in figures if change.kind not in JUDGED_APART), key=repr)


def told(change: Change) -> Found:
    old = None if isinstance(change, Added) else change.old.quote.exact
    new = None if isinstance(change, Dropped) else change.new.quote.exact
    return change.kind.value, old, new


def meets(found: Found, wanted: list[str | None]) -> bool:
    """True for the same kind, and quotes of which one holds the other on both sides."""
    sides = zip(found[1:], wanted[1:], strict=True)
    return found[0] == wanted[0] and all(
        one is other is None or (one is not None and other is not None and (one in other or other in one))
        for one, other in sides
    )


def assert_changes(found: list[Found], wanted: list[list[str | None]]) -> None:
    left = list(found)
    missing = []
    for each in wanted:
        match = next((one for one in left if meets(one, each)), None)
        if match is None:
            missing.append(each)
        else:
            left.remove(match)
    assert (missing, left) == ([], [])


def swapped(wanted: list[str | None], *, same_document: bool) -> list[str | None]:
    kind, old, new = wanted
    assert kind is not None
    gone = "dropped" if same_document else "not-mentioned"
    mirrored = (
        gone if kind == "added" else "added" if kind in ("dropped", "not-mentioned") else MIRRORED.get(kind, kind)
    )
    return [mirrored, new, old]


@pytest.mark.parametrize("row", parameters())
def test_a_pair_is_called_what_it_is(row: Row) -> None:
    days = row.get("old_published"), row.get("new_published")
    assert_changes(found_in(compare(row["old"], row["new"], row, days)), row["changes"])
    mirror = [swapped(each, same_document=bool(row.get("same_document"))) for each in row["changes"]]
    assert_changes(found_in(compare(row["new"], row["old"], row, days[::-1])), mirror)


def test_every_kind_has_its_cases() -> None:
    stems = {path.stem.replace("_", "-") for path in FOLDER.glob("*.jsonl")}
    judged_elsewhere = {"unverifiable", "framing"}
    assert {kind.value for kind in ChangeKind} - judged_elsewhere <= stems
    assert sum(len(rows_of(path.stem)) for path in FOLDER.glob("*.jsonl")) >= MINIMUM
