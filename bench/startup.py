"""How soon it starts: whole processes, run in turn with a click program that prints hello."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median

from bench.places import PROGRAM, ROOT
from bench.tables import render_table

ROUNDS = 15
HELLO = """import click

@click.command()
@click.option("--name", default="hello", help="what to say")
def main(name):
    click.echo(name)

main()
"""
GOALS = {"reportdiff --help": ("1.3 x", "1.1 x"), "reportdiff diff": ("+100 ms", "+50 ms")}


def measure_startup() -> Iterator[str]:
    """One table: medians, and how much each is over the hello program."""
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, "utf-8")
        times = _measure(_commands(hello))
    base = median(times["click hello"])
    rows = []
    for name, seconds in times.items():
        middle = median(seconds)
        ratio, over = f"{middle / base:.2f} x", f"{(middle - base) * 1e3:+.0f} ms"
        rows.append((name, f"{middle * 1e3:.0f}", ratio, over, *GOALS.get(name, ("", ""))))
    head = ("process", "median, ms", "by hello", "over hello", "first goal", "aim")
    yield render_table(f"Start: {ROUNDS} rounds, one process of each kind a round", head, rows)


def _commands(hello: Path) -> dict[str, list[str]]:
    commands = {
        "python -c pass": ["-c", "pass"],
        "click hello": [str(hello)],
        "reportdiff --help": [str(PROGRAM), "--help"],
    }
    pair = _stored_pair()
    if pair:
        commands["reportdiff diff"] = [str(PROGRAM), "diff", *pair]
    return {name: [sys.executable, *words] for name, words in commands.items()}


def _stored_pair() -> tuple[str, str] | None:
    """The ids of the first two stored snapshots of one subject."""
    store = ROOT / "snapshots"
    folders = sorted(path.parent for path in store.glob("*/*/snapshot.json"))
    pairs = [(a, b) for a, b in pairwise(folders) if a.parent == b.parent]
    if not pairs:
        return None
    old, new = (path.relative_to(store).as_posix() for path in pairs[0])
    return old, new


def _measure(commands: dict[str, list[str]]) -> dict[str, list[float]]:
    """Seconds of each run; a first round, which may have to compile what an installed program has compiled, is free."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=environment)
            if number:
                times[name].append(time.perf_counter() - start)
    return times
