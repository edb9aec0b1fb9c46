"""Print the measurements: ``python -m bench [scores|speed|startup|pages …] [--large]``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module

PARTS = ("scores", "speed", "startup", "wording", "growth", "pages", "archive", "dataset", "history", "editions")
LARGE = frozenset({"wording", "growth", "archive", "dataset"})
"""The parts that measure more when they are told to."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure reportdiff beside its peers.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one or more of {', '.join(PARTS)}; all without")
    parser.add_argument("--large", action="store_true", help="growth and wording to 10 MB, archive and dataset whole")
    options = parser.parse_args()
    unknown = sorted(set(options.parts) - set(PARTS))
    if unknown:
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    for part in options.parts or PARTS:
        for table in _measure(part, large=options.large):
            print(table, flush=True)


def _measure(part: str, *, large: bool) -> Iterator[str]:
    # what measures in this process imports the package, so it comes late: the scorers must not wait for it
    measure = getattr(import_module(f"bench.{part}"), f"measure_{part}")
    tables: Iterator[str] = measure(large=large) if part in LARGE else measure()
    return tables


main()
