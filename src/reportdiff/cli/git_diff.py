"""``reportdiff git-diff``: what ``git diff`` calls for a stored snapshot, so that it reads as field changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from reportdiff import api
from reportdiff.cli.options import color_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.model.change import is_news
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import ReportdiffError
from reportdiff.records.files import read_bytes
from reportdiff.reports.formats import render_diff
from reportdiff.reports.screen import Screen, printable

NOTHING = "/dev/null"


@click.command(
    "git-diff",
    epilog="Example: reportdiff git-diff is what diff.reportdiff.command names; docs/ci.md",
)
@click.argument("path")
@click.argument("sides", nargs=-1)
@color_option
def command(*, path: str, sides: tuple[str, ...], color: str) -> None:
    """Tell the changes of the snapshot at PATH as git hands them over: OLD HEX MODE NEW HEX MODE.

    What cannot be read is told in a line and leaves the exit code 0: anything else would end the whole git diff.
    """
    head = f"reportdiff {printable(path)}\n"
    if len(sides) < 6:
        write(f"{head}  unmerged: settle the conflict, then look again\n")
        return
    try:
        told = _tell(sides[0], sides[3], read_screen(color, everything=True))
    except ReportdiffError as problem:
        told = f"  cannot be compared: {printable(str(problem))}\n"
    write(head + told)


def _tell(old: str, new: str, screen: Screen) -> str:
    if NOTHING in (old, new):
        there, word = (new, "added") if old == NOTHING else (old, "removed")
        snapshot = _read(there)
        count = len(snapshot.claims)
        return f"  {word}: {printable(snapshot.id)}, {count} claim{'s' * (count != 1)}\n"
    diff = api.diff(_read(old), _read(new), allow_empty=True)
    changes = tuple(change for change in diff.changes if is_news(change) or change.technical)
    return render_diff(replace(diff, changes=changes), "text", screen) if changes else "  no field changed\n"


def _read(path: str) -> Snapshot:
    return api.read_any(read_bytes(Path(path)), name=path)
