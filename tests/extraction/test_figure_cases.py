"""Sentences by origin, each with every figure that a reader finds in it: amount, unit, hedge, period, modality."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reportdiff import read_text
from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.period import Basis, Period
from reportdiff.model.quantity import Quantity

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "figures"
KNOWN_FAILURES = "known_failures"
MINIMUM = 700

ALIKE = ({"percent", "percent-change"}, {"person", "count"}, {"ton", "metric-ton"})
"""Units that may stand for each other: readers differ over them."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A quantity claim with its value at hand."""

    claim: Claim
    value: Quantity

    def meets(self, place: tuple[int, int]) -> bool:
        """True when the quote shares a character with *place*."""
        return self.claim.position.start < place[1] and place[0] < self.claim.position.end


def rows_of(stem: str) -> list[Row]:
    """The rows of one file."""
    lines = (FOLDER / f"{stem}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def all_cases() -> Iterator[tuple[str, Row]]:
    """Every case with its id, ``<file>-<number>``, counted from 1."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        if path.stem != KNOWN_FAILURES:
            for number, row in enumerate(rows_of(path.stem), 1):
                yield f"{path.stem}-{number:03}", row


def parameters() -> Iterator[Any]:
    """The cases as parameters; those known to fail must fail, so that a repair shows."""
    known = {row["id"]: row["reason"] for row in rows_of(KNOWN_FAILURES)}
    for case_id, row in all_cases():
        marks = [pytest.mark.xfail(strict=True, reason=known[case_id])] if case_id in known else []
        yield pytest.param(row, id=case_id, marks=marks)


def all_places_of(text: str, quote: str) -> list[tuple[int, int]]:
    """Every place of *quote* in *text*, white space of any kind taken alike."""
    pattern = r"\s*".join(re.escape(word) for word in quote.split())
    return [found.span() for found in re.finditer(pattern, text)]


def place_of(text: str, quote: str, start: int = 0) -> tuple[int, int]:
    """Where *quote* first stands in *text* from *start* on."""
    place = next((place for place in all_places_of(text, quote) if place[0] >= start), None)
    assert place, f"{quote!r} is not in the text that was read: {text!r}"
    return place


def places_of(text: str, row: Row) -> list[tuple[int, int]]:
    """The places of the row's figures, in order."""
    places: list[tuple[int, int]] = []
    for figure in row["figures"]:
        places.append(place_of(text, figure["quote"], places[-1][1] if places else 0))
    return places


def readings_of(snapshot: Snapshot) -> list[Reading]:
    """The figures that were read, in order of place."""
    found = [Reading(claim=c, value=c.value) for c in snapshot.claims if isinstance(c.value, Quantity)]
    return sorted(found, key=lambda reading: reading.claim.position)


def same_unit(wanted: str, found: str) -> bool:
    """Equal, or two names that readers use for one thing."""
    return wanted == found or any({wanted, found} == pair for pair in ALIKE)


def same_number(wanted: str | None, found: Decimal | None) -> bool:
    """Equal but for the rounding of a worded fraction, sign included."""
    if wanted is None or found is None:
        return wanted is None and found is None
    return abs(Decimal(wanted) - found) <= Decimal("1e-5") * max(Decimal(1), abs(found))


def same_period(wanted: list[str | None] | str | None, found: Period, published: date | None) -> bool:
    """*wanted*: two days, ``published``, or None where nothing tells (the publication date is then no error).

    Of a span that an undated text leaves open, the last day is None.
    """
    if wanted is None:
        return found.basis is not Basis.STATED
    if wanted == "published":
        return found.start == found.end == published
    begin, until = (None if day is None else date.fromisoformat(day) for day in wanted)
    if begin is None or until is None or found.start is None or found.end is None:
        return (found.start, found.end) == (begin, until)
    first, last = begin.toordinal(), until.toordinal()
    start, end = found.start.toordinal(), found.end.toordinal()
    return min(last, end) - max(first, start) + 1 >= 0.8 * (max(last, end) - min(first, start) + 1)


def faults_of(figure: Row, reading: Reading, published: date | None) -> list[str]:
    """What is wrong with *reading*, told as ``unit USD for EUR``; empty when all is right."""
    value, claim = reading.value, reading.claim
    faults = []
    if not same_number(figure["amount"], value.amount):
        faults.append(f"amount {value.amount} for {figure['amount']}")
    if not same_unit(figure["unit"], value.unit):
        faults.append(f"unit {value.unit} for {figure['unit']}")
    if figure["comparator"] != value.comparator:
        faults.append(f"comparator {value.comparator} for {figure['comparator']}")
    if not any(same_period(p, claim.period, published) for p in (figure["period"], *figure.get("period_also", []))):
        when = f"{claim.period.start} to {claim.period.end}" if claim.period.start else "none"
        faults.append(f"period {when} for {figure['period']}")
    if "upper" in figure and not same_number(figure["upper"], value.upper):
        faults.append(f"upper {value.upper} for {figure['upper']}")
    if "per" in figure and figure["per"] != value.per:
        faults.append(f"per {value.per} for {figure['per']}")
    if "modality" in figure and figure["modality"] != claim.modality:
        faults.append(f"modality {claim.modality} for {figure['modality']}")
    return faults


def inexact_in(figure: Row, reading: Reading) -> list[str]:
    """What is right but not to the letter: the quote, but for its white space, and both days of a stated period."""
    quote, period = " ".join(reading.claim.quote.exact.split()), reading.claim.period
    said = [] if quote == " ".join(figure["quote"].split()) else [f"quote {quote!r}"]
    days = [str(period.start), str(period.end)]
    if isinstance(figure["period"], list) and days not in (figure["period"], *figure.get("period_also", [])):
        said.append(f"period {' to '.join(days)} for {figure['period']}")
    return said


def matched(figure: Row, place: tuple[int, int], free: list[Reading]) -> Reading | None:
    """The reading at *place* that fits best, taken out of *free*; None when nothing was read there."""
    near = [reading for reading in free if reading.meets(place)]
    near.sort(
        key=lambda r: (not same_number(figure["amount"], r.value.amount), not same_unit(figure["unit"], r.value.unit))
    )
    if not near:
        return None
    free.remove(near[0])
    return near[0]


def judge(row: Row) -> list[str]:
    """Every fault of the reading of one case."""
    snapshot = read_text(row["text"], published=row["published"])
    published = date.fromisoformat(row["published"]) if row["published"] else None
    text, free, faults = snapshot.text or "", readings_of(snapshot), []
    for figure, place in zip(row["figures"], places_of(text, row), strict=True):
        reading = matched(figure, place, free)
        said = ["not read"] if reading is None else faults_of(figure, reading, published)
        if reading is not None and row.get("exact"):
            said += inexact_in(figure, reading)
        faults += [f"{figure['quote']!r}: {fault}" for fault in said]
    allowed = [place for quote in row.get("optional", []) for place in all_places_of(text, quote)]
    extra = [reading for reading in free if not any(reading.meets(place) for place in allowed)]
    return faults + [f"{e.claim.quote.exact!r}: no figure, read as {e.value.amount} {e.value.unit}" for e in extra]


@pytest.mark.parametrize("row", list(parameters()))
def test_every_figure_of_the_sentence_is_read_and_nothing_else(row: Row) -> None:
    assert judge(row) == []


def test_the_cases_are_many_and_none_is_told_twice() -> None:
    texts = Counter((row["text"], row["published"]) for _, row in all_cases())
    assert [text for text, count in texts.items() if count > 1] == []
    assert len(texts) >= MINIMUM


def test_known_failures_name_cases_and_reasons() -> None:
    ids = {case_id for case_id, _ in all_cases()}
    for row in rows_of(KNOWN_FAILURES):
        assert row["id"] in ids
        assert row["reason"]
