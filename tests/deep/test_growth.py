"""Cost grows with the length of the text: of every pattern alone, and of the whole road."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial

import pytest

from reportdiff import diff, read_text
from reportdiff.model.errors import UnreadableInput
from tests.deep.patterns import is_anchored, package_patterns
from tests.deep.tally import PATTERNS, READING, Tally

SHAPES = {
    "digits": "7",
    "digits and commas": "7,",
    "one comma": "1, ",
    "spaces": " ",
    "letters and spaces": "a ",
    "open brackets": "(",
    "hyphens": "-",
    "ands": "and ",
    "line feeds": "\n",
    "of the": "of the ",
    "ones and spaces": "1 ",
    "mixed": "about $1.5 million (2015 est.), 20% of the 3,000-\n",
}
PROSE = "The ministry said in its report that trade grew by 4 percent in 2019. Exports reached $5 billion. "
SIZES = (10_000, 20_000, 40_000)
LARGEST_FACTOR = 2.6
NOISE = 0.060
"""Seconds for the longest text below which a pattern is fast whatever the clock says: a tenth of what squares cost."""
LONG = 4.0
"""Seconds that no text of these lengths takes unless its cost grows with the square."""

pytestmark = pytest.mark.deep


def pump(shape: str, size: int) -> str:
    return pump_unit(SHAPES[shape], size)


def pump_unit(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def best_seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """Processor time of the best round; one round is enough to tell what takes long.

    The collector of garbage rests meanwhile: what it costs depends on all that the process holds.
    """
    best = float("inf")
    gc.disable()
    try:
        for _ in range(rounds):
            start = time.process_time()
            work()
            best = min(best, time.process_time() - start)
            if best > LONG:
                break
    finally:
        gc.enable()
    return best


def find_all(pattern: re.Pattern[str], text: str) -> None:
    """All matches from left to right."""
    for _ in pattern.finditer(text):
        pass


def match_whole(pattern: re.Pattern[str], text: str) -> None:
    """The attempts at the start and at the whole."""
    pattern.match(text)
    pattern.fullmatch(text)


def grows_too_fast(work: Callable[[str], object], text: Callable[[int], str], noise: float) -> str | None:
    """The times when doubling the text costs more than it may, measured again to be sure; else None."""
    finding = None
    for _ in range(2):
        finding = measure_doublings(work, text, noise)
        if finding is None or finding.startswith("surely"):
            break
    return finding


def measure_doublings(work: Callable[[str], object], text: Callable[[int], str], noise: float) -> str | None:
    """One measurement; it ends early with "surely" where a short text already takes long."""
    told: list[str] = []
    before = 0.0
    for size in SIZES:
        seconds = best_seconds(partial(work, text(size)))
        told.append(f"{size} characters {seconds:.3f} s")
        too_fast = seconds > noise and bool(before) and seconds > LARGEST_FACTOR * before
        if too_fast and (seconds > LONG or size == SIZES[-1]):
            return f"{'surely' if seconds > LONG else 'likely'}: {', '.join(told)}"
        before = seconds
    return None


@pytest.mark.parametrize(("name", "pattern"), package_patterns(), ids=[name for name, _ in package_patterns()])
def test_a_pattern_takes_twice_the_time_for_twice_the_text(name: str, pattern: re.Pattern[str], tally: Tally) -> None:
    works = [match_whole] if is_anchored(name) else [match_whole, find_all]
    slow = {
        (shape, work.__name__): grows_too_fast(partial(work, pattern), partial(pump, shape), NOISE)
        for shape in SHAPES
        for work in works
    }
    too_slow = {key: finding for key, finding in slow.items() if finding}
    tally(PATTERNS, 1, {"shapes of text": len(SHAPES), "too slow": len(too_slow)})
    assert too_slow == {}, f"{name}: {pattern.pattern[:200]}"


def document(shape: str, size: int) -> str:
    """Prose for one half, so that it is read as English, and the shape for the other."""
    return pump_unit(PROSE, size // 2) + "\n\n" + pump(shape, size // 2)


@pytest.mark.parametrize("shape", SHAPES)
def test_reading_takes_twice_the_time_for_twice_the_text(shape: str, tally: Tally) -> None:
    def read(text: str) -> None:
        with suppress(UnreadableInput):  # what is not English is refused, and that must not take long either
            read_text(text)

    finding = grows_too_fast(read, partial(document, shape), noise=0.2)
    tally(READING, 1, {"too slow": int(finding is not None)}, "read")
    assert finding is None


@pytest.mark.parametrize("shape", SHAPES)
def test_comparing_takes_twice_the_time_for_twice_the_text(shape: str, tally: Tally) -> None:
    def compare(text: str) -> None:
        with suppress(UnreadableInput):
            old = read_text(text, subject="growth", publisher="one", published=date(2020, 1, 1))
            new = read_text(text.replace("7", "8"), subject="growth", publisher="two", published=date(2021, 1, 1))
            diff(old, new)

    finding = grows_too_fast(compare, partial(document, shape), noise=0.4)
    tally(READING, 1, {"too slow": int(finding is not None)}, "compared")
    assert finding is None


def test_patterns_are_found_where_modules_keep_them() -> None:
    """The walk sees patterns at the top of modules; a package without one would mean that it is blind."""
    assert len(package_patterns()) > 10
