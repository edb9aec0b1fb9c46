"""How well it reads and joins: the scorers' words as one table beside the goals."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bench.places import PROGRAM, ROOT, SHARED
from bench.tables import Row, render_table

HEAD = ("set", "what", "score", "floor", "first goal", "aim")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One run of a scorer: its call, and the goals for the figures that it prints (name, floor, first goal, aim)."""

    set: str
    call: tuple[str, ...]
    goals: tuple[tuple[str, str, str, str], ...]


GOLD, SOURCES, CORPUS = "gold", "sources", "corpus"
D1 = (GOLD, CORPUS, "--set", "d1")
D2 = (GOLD, CORPUS, "--set", "d2")
MEASUREMENTS = (
    Measurement(
        set="Peru",
        call=("score.py", "claims", GOLD, SOURCES),
        goals=(
            ("F1", ".84", ".98", "1.00"),
            ("whole F1", ".43", ".95", "1.00"),
            ("period", "", "", ""),
            ("traps", "", "", ""),
        ),
    ),
    Measurement(
        set="Peru",
        call=("score.py", "changes", GOLD, SOURCES),
        goals=(("F1", "", "", ""), ("whole F1", ".00", "1.00", "1.00")),
    ),
    Measurement(set="Peru", call=("score.py", "facts", GOLD, SOURCES), goals=(("", "0", "14", "16"),)),
    Measurement(set="Peru", call=("score.py", "columns", GOLD, SOURCES), goals=(("", ".00", ".95", ".99"),)),
    Measurement(
        set="D1",
        call=("score.py", "claims", *D1),
        goals=(
            ("F1", ".66", ".97", ".99"),
            ("whole F1", ".24", ".90", ".96"),
            ("period", "", "", ""),
            ("series F1", ".00", ".90", ".97"),
            ("traps", "", "4", "0"),
        ),
    ),
    Measurement(
        set="D1",
        call=("score.py", "changes", *D1),
        goals=(("precision", "1.00", ".97", "1.00"), ("recall", ".19", ".95", ".98")),
    ),
    Measurement(
        set="D2",
        call=("score.py", "changes", *D2),
        goals=(
            ("precision", ".90", ".97", ".99"),
            ("recall", ".37", ".85", ".95"),
            ("whole F1", ".53", ".90", ".96"),
        ),
    ),
    Measurement(
        set="Factbook",
        call=("factbook.py", CORPUS, "peru", "ghana", "indonesia", "ukraine"),
        goals=(
            ("recall", ".81", ".998", "1.000"),
            ("year right", ".11", ".998", "1.000"),
            ("joined", ".69", ".99", ".999"),
            ("renamed labels joined", ".46", ".95", "1.00"),
            ("joined across labels", "116", "4", "0"),
        ),
    ),
)


def measure_scores() -> Iterator[str]:
    """The table of scores; a sentence where the scorers are not at hand."""
    if not (SHARED / "score" / "score.py").is_file():
        yield f"Scores: none, {SHARED.name}/score is not beside the project.\n"
        return
    rows = [row for measurement in MEASUREMENTS for row in _rows(measurement)]
    title = "Scores on the development sets; others score lower (of traps and label pairs fewer is better)"
    yield render_table(title, HEAD, rows)


def _rows(measurement: Measurement) -> Iterator[Row]:
    said = _run_scorer(measurement.call)
    what = measurement.call[1] if measurement.call[0] == "score.py" else "fields"
    for name, *goals in measurement.goals:
        yield (measurement.set, f"{what} {name}".strip(), find_score(said, name) or "failed", *goals)


def find_score(said: str, name: str) -> str | None:
    """The figure that stands behind *name*, or behind the colon for an empty name.

    >>> find_score("claims d1-: gold 9  F1 0.900  whole F1 0.500  traps 1/20", "whole F1")
    '0.500'
    >>> find_score("facts peru-: 9 of 16", "")
    '9'
    """
    found = re.search(rf"(?::|  ) ?{re.escape(name)}{' ' if name else ''}([0-9][0-9./]*)", said)
    return found.group(1) if found else None


@cache
def _run_scorer(call: tuple[str, ...]) -> str:
    script, *rest = call
    words = [str(SHARED / word) if word in {GOLD, SOURCES, CORPUS} else word for word in rest]
    command = [sys.executable, str(SHARED / "score" / script), *words, "--run", shlex.quote(str(PROGRAM))]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False)
    for problem in [line for line in done.stdout.splitlines() if line.startswith("FAILED")]:
        print(problem, file=sys.stderr)
    if done.returncode:
        print(f"{shlex.join(call)}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return ""
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
