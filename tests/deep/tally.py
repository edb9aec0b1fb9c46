"""What a deep run tried and what came of it: tests hand over what they counted, and the run ends with one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import pytest
from hypothesis import settings

NAME = "tally"
"""The property of a test's report under which a count travels, from one process to another too."""

KILLS = "writers killed at random moments"
AT_ONCE = "snapshots by writers at once"
DAMAGE = "bits flipped, files cut short"
OBJECTS = "answers over damaged git objects"
FAULTS = "calls to the system that failed"
BAD_INPUTS = "bad inputs"
LAWS = "laws, by examples of each"
SAME_BYTES = "outputs under other environments"
PATTERNS = "patterns on twice the text"
READING = "documents of twice the text"
WORDING = "wordings of twice the text"
MANY_FINDINGS = "formats of 30,000 findings"
PARTS = (
    KILLS, AT_ONCE, DAMAGE, OBJECTS, FAULTS, BAD_INPUTS, LAWS, SAME_BYTES, PATTERNS, READING, WORDING, MANY_FINDINGS,
)  # fmt: skip
"""The parts of a deep run in the order of the table."""

Tally = Callable[..., None]
"""``tally(part, tried, outcomes, row)``: how many a test tried, what became of how many, in which row of its part."""


@dataclass
class Line:
    """A line of the table: how many were tried, what became of them, and how long it took in seconds."""

    tried: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, tried: int, outcomes: Mapping[str, int], seconds: float) -> None:
        self.tried += tried
        self.seconds += seconds
        for name, number in outcomes.items():
            self.outcomes[name] += number


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Tally:
    """Hand over what this test counted, before it asserts that nothing among it is wrong."""

    def hand_over(part: str, tried: int, outcomes: Mapping[str, int], row: str = "") -> None:
        _hand_over(request.node, part, tried, outcomes, row)

    return hand_over


def _hand_over(item: pytest.Item, part: str, tried: int, outcomes: Mapping[str, int], row: str = "") -> None:
    assert part in PARTS
    item.user_properties.append((NAME, [part, row, tried, dict(outcomes)]))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Count the examples that hold a law of hypothesis; what is assumed away and what fails is none."""
    law = getattr(getattr(item, "obj", None), "hypothesis", None)
    if law is None:
        return (yield)
    inner, held = law.inner_test, Counter[str]()

    @wraps(inner)
    def counted(*arguments: Any, **named: Any) -> Any:
        result = inner(*arguments, **named)
        held["examples"] += 1
        return result

    law.inner_test = counted
    try:
        return (yield)
    finally:
        law.inner_test = inner
        # Those beyond what is asked for are cases that the law names.
        _hand_over(item, LAWS, 1, {}, f"{min(held['examples'], settings().max_examples):,}")


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print the table where the profile of the run is the deep one, or a deep test handed over a count."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    called = [report for report in reports if getattr(report, "when", None) == "call"]
    counted = [report for report in called if any(name == NAME for name, _ in report.user_properties)]
    if config.getoption("--hypothesis-profile", None) == "deep" or any("deep" in each.keywords for each in counted):
        terminalreporter.section("what was tried and what came of it")
        for line in table(gather(counted)):
            terminalreporter.write_line(line)


def gather(reports: Iterable[Any]) -> dict[tuple[str, str], Line]:
    """The lines by part and row; the time of a test is shared among the counts that it handed over."""
    lines: dict[tuple[str, str], Line] = {}
    for report in reports:
        counts = [count for name, count in report.user_properties if name == NAME]
        for part, row, tried, outcomes in [] if report.skipped else counts:
            told = {"broken": int(report.failed)} if part == LAWS else outcomes
            lines.setdefault((part, row), Line()).add(tried, told, report.duration / len(counts))
    return lines


def table(lines: Mapping[tuple[str, str], Line]) -> Iterator[str]:
    """The parts in their order, each with its sum and, indented, its rows without what is nought; a part without a count
    says so.
    """
    yield _columns("part", "tried", "seconds", "what came of it")
    for part in PARTS:
        rows = [(row, line) for (of, row), line in lines.items() if of == part]
        if not rows:
            yield _columns(part, "-", "-", "not run to its end")
            continue
        total = Line()
        for _, line in rows:
            total.add(line.tried, line.outcomes, line.seconds)
        yield _line(part, total, total.outcomes)
        yield from (_line(f"  {row}", line, +line.outcomes) for row, line in _ordered(rows) if row)


def _ordered(rows: Sequence[tuple[str, Line]]) -> list[tuple[str, Line]]:
    """The rows by name; those that are named by a number alone with the greatest first."""
    numbers = {row: int(row.replace(",", "")) for row, _ in rows if row.replace(",", "").isdigit()}
    return sorted(rows, key=lambda row: (-numbers.get(row[0], 0), row[0]))


def _line(name: str, line: Line, outcomes: Mapping[str, int]) -> str:
    told = ", ".join(f"{what} {number:,}" for what, number in outcomes.items())
    return _columns(name, f"{line.tried:,}", f"{line.seconds:,.0f}", told)


def _columns(name: str, tried: str, seconds: str, told: str) -> str:
    return f"{name:34}{tried:>8}{seconds:>9}  {told}"
