"""The door to the terminal: how wide it is, whether it takes colours, and writing to it or to a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from reportdiff.reports.screen import Screen


def read_screen(color: str, *, everything: bool = False) -> Screen:
    """The screen that standard output goes to: 80 columns unless the terminal or ``COLUMNS`` says otherwise.

    *color* is ``always``, ``never`` or ``auto``, which means a terminal, and neither ``NO_COLOR`` nor a dumb one.
    """
    return Screen(width=_columns(), color=_takes_color(color), everything=everything)


def write(report: str | bytes, path: str | None = None) -> None:
    """Write a report to standard output, or whole to the file, device or pipe at *path*.

    A reader who has seen enough and closes the pipe is no trouble: the rest goes nowhere and the exit code stands.
    """
    data = report.encode() if isinstance(report, str) else report
    if path is not None:
        from reportdiff.records.files import write_output

        write_output(Path(path), data)
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def append_summary(render: Callable[[int], str], most: int) -> None:
    """Append what *render* makes to the summary of a CI job's step, if the environment names its file.

    *render* is told for how many bytes there is room, of *most* in all. A summary that cannot be written is told on
    standard error, and changes nothing else.
    """
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        with Path(path).open("ab") as file:
            file.write(render(most - file.tell()).encode())
    except OSError as error:
        from reportdiff.records.files import reason_of

        say(f"reportdiff: the step summary {path} cannot be written: {reason_of(error)}")


def say(message: str) -> None:
    """Tell the user something that is not the result, on standard error."""
    from reportdiff.reports.screen import printable

    print(printable(message), file=sys.stderr)


def _columns() -> int:
    """The width that ``COLUMNS`` tells, else the terminal, else 80; ``shutil``, which knows it too, loads slowly."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and len(told) < 7 and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _takes_color(color: str) -> bool:
    if color != "auto":
        return color == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
