"""Edited copies of short reports, each with what a reader sees: a hedge dropped, the tone turned, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from reportdiff.compare.framing.compared import compare_framing
from reportdiff.extraction.framing import read_framing
from reportdiff.model.document import Edition, Extractor, Publisher, Snapshot, Source, Subject
from reportdiff.model.framing import MANNERS, Facet, FramingDiff
from reportdiff.sources.plain.reader import read_plain

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "framing"
NOTHING = "no change"
NAMES = {Facet.HEDGING: "hedge", Facet.ATTRIBUTION: "attribution", Facet.BOOSTING: "booster"}
MINIMUM = 60
GOAL = 0.9

Row = dict[str, Any]


def rows_of(stem: str) -> list[Row]:
    return [json.loads(line) for line in (FOLDER / f"{stem}.jsonl").read_text("utf-8").splitlines()]


@cache
def bases() -> dict[str, str]:
    return {row["id"]: row["text"] for row in rows_of("bases")}


def all_cases() -> Iterator[tuple[str, Row]]:
    for path in sorted(FOLDER.glob("*.jsonl")):
        if path.stem != "bases":
            yield from ((f"{path.stem}-{number:02}", row) for number, row in enumerate(rows_of(path.stem), 1))


def edited(row: Row) -> tuple[str, str]:
    old = new = bases()[row["base"]]
    for before, after in row["edits"]:
        assert new.count(before) == 1, before
        new = new.replace(before, after)
    return old, new


def compare(old: str, new: str) -> FramingDiff:
    texts = read_plain(old), read_plain(new)
    first, second = (
        Snapshot(
            id=name,
            subject=Subject(id="utopia"),
            document="state/utopia",
            edition=Edition(),
            publisher=Publisher(id="state"),
            source=Source(file="source.txt", media_type="text/plain", sha256=name, bytes=0),
            extractor=Extractor(name="hand", version="1"),
            text=text.content,
        )
        for name, text in zip(("old", "new"), texts, strict=True)
    )
    return compare_framing(first, second, *(read_framing(text.content) for text in texts))


def verdicts(diff: FramingDiff) -> set[str]:
    """What the comparison says, in the words of the cases."""
    found = set()
    for shift in diff.shifts:
        assert shift.old is not None
        assert shift.new is not None
        if shift.facet is Facet.TONE:
            found.add("tone turned")
        elif shift.facet is Facet.SALIENCE:
            found.add(
                "aspect gone"
                if shift.new < shift.old / 3
                else "aspect new"
                if shift.old < shift.new / 3
                else "aspect moved"
            )
        else:
            found.add(f"{NAMES[shift.facet]} {'added' if shift.new > shift.old else 'dropped'}")
    for each in diff.retellings:
        for facet in each.facets:
            if facet is Facet.TONE:
                found.add("tone turned")
            else:
                found.add(f"{NAMES[facet]} {'added' if MANNERS[facet](each.new) else 'dropped'}")
    return found


def is_right(row: Row) -> bool:
    found = verdicts(compare(*edited(row)))
    return not found if row["expect"] == NOTHING else row["expect"] in found


def test_there_are_enough_cases_of_every_kind() -> None:
    kinds = [row["expect"] for _, row in all_cases()]
    assert len(kinds) >= MINIMUM
    for kind in ("hedge dropped", "attribution dropped", "tone turned", "aspect gone", NOTHING):
        assert kinds.count(kind) >= 8, kind


def test_nine_of_ten_are_judged_right() -> None:
    wrong = {name: verdicts(compare(*edited(row))) for name, row in all_cases() if not is_right(row)}
    total = sum(1 for _ in all_cases())
    assert 1 - len(wrong) / total >= GOAL, wrong


def test_nothing_is_flagged_where_nothing_changed() -> None:
    flagged = {name: verdicts(compare(*edited(row))) for name, row in all_cases() if row["expect"] == NOTHING}
    assert {name: found for name, found in flagged.items() if found} == {}


def test_swapping_the_sides_swaps_what_is_said() -> None:
    opposite = {"dropped": "added", "added": "dropped", "gone": "new", "new": "gone"}
    for name, row in all_cases():
        old, new = edited(row)
        there, back = verdicts(compare(old, new)), verdicts(compare(new, old))
        swapped = {" ".join([*each.split()[:-1], opposite.get(each.split()[-1], each.split()[-1])]) for each in there}
        assert swapped == back, name
