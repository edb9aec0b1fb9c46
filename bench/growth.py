"""How cost grows with the text: each row doubles the one before, for reading and for comparing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bench.speed import corpus_text, cpu_seconds
from bench.tables import render_table
from reportdiff import diff, read_text
from reportdiff.model.document import Snapshot

SMALLEST = 10_000
DOUBLINGS, LARGE_DOUBLINGS = 7, 10
OTHER_FIGURES = str.maketrans("345", "453")
LIMIT = 2.3


def measure_growth(*, large: bool) -> Iterator[str]:
    """A table from 10 KB to 1.3 MB, or to 10 MB; a factor over 2.3 is marked."""
    rows = []
    before: tuple[float, float] | None = None
    for doubling in range((LARGE_DOUBLINGS if large else DOUBLINGS) + 1):
        size = SMALLEST << doubling
        now = _measure(corpus_text(size), repeats=3 if doubling < 5 else 1)
        factors = ("", "") if before is None else tuple(_factor(a, b) for a, b in zip(before, now, strict=True))
        rows.append((f"{size:,}", f"{now[0]:.3f}", factors[0], f"{now[1]:.3f}", factors[1]))
        before = now
    head = ("characters", "read, s", "factor", "diff, s", "factor")
    yield render_table(f"Growth: twice the text in less than {LIMIT} times the processor time", head, rows)


def _measure(text: str, repeats: int) -> tuple[float, float]:
    old, new = _read(text, 2020), _read(text.translate(OTHER_FIGURES), 2021)
    return (
        min(cpu_seconds(lambda: _read(text, 2020)) for _ in range(repeats)),
        min(cpu_seconds(lambda: diff(old, new)) for _ in range(repeats)),
    )


def _read(text: str, year: int) -> Snapshot:
    return read_text(text, subject="growth", publisher="bench", published=date(year, 1, 1))


def _factor(before: float, now: float) -> str:
    factor = now / before
    return f"{factor:.2f}{' !' if factor > LIMIT else ''}"
