"""The share of branches that the tests took, held against a floor: ``python -m tests.house.branches NAME FLOOR [FILES]``.

What was measured lies in ``.coverage``; FILES are patterns with commas between them, every file where none are given.
Beside the branches every line must have run where the floor is 100. Exit code 1 below the floor.

The process that reads a document behind shut doors (``sources/child.py``) can write down nothing of what it ran: it
counts as not run, and what it runs counts by the tests that read in their own process.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from typing import Any

import coverage


def main(words: Sequence[str]) -> int:
    """Print the share of one group; 1 when it is below its floor."""
    name, floor, *files = words
    totals, left = measured(files[0].split(",") if files else None)
    share, whole = share_of(totals), totals["missing_lines"] == 0
    print(
        f"{name}: {share:.1f} % of {totals['num_branches']} branches, "
        f"{totals['missing_lines']} of {totals['num_statements']} lines not run; floor {floor} %"
    )
    reached = share >= float(floor) and (whole or float(floor) < 100)
    if not reached:
        print("\n".join(left))
    return 0 if reached else 1


def measured(files: Sequence[str] | None) -> tuple[dict[str, Any], list[str]]:
    """The totals of what ``.coverage`` holds of *files*, and one line for each file with what is left."""
    data = coverage.Coverage()
    data.load()
    told = io.StringIO()
    with redirect_stdout(told):
        data.json_report(outfile="-", include=files, ignore_errors=True)
    record = json.loads(told.getvalue())
    return record["totals"], [
        f"  {path}: lines {about['missing_lines']}, branches {about['missing_branches']}"
        for path, about in sorted(record["files"].items())
        if about["missing_lines"] or about["missing_branches"]
    ]


def share_of(totals: dict[str, Any]) -> float:
    """The percentage of the branches that were taken; 100 where there are none."""
    return 100 * totals["covered_branches"] / totals["num_branches"] if totals["num_branches"] else 100.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
