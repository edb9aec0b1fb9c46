"""A bar on standard error while many things are done, where that is a terminal; nothing where it is not."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

Thing = TypeVar("Thing")


def with_bar(things: Iterable[Thing], length: int, what: str) -> Iterator[Thing]:
    """*things* as they come, *length* in all; *what* names them beside the bar."""
    if not sys.stderr.isatty():
        yield from things
        return
    with click.progressbar(length=length, label=what, file=sys.stderr, show_pos=True, update_min_steps=1) as bar:
        for thing in things:
            bar.update(1)
            yield thing


def clear_line() -> None:
    """Take the bar away, where there is one, before a line is written in its place."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
