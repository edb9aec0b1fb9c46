"""``reportdiff validate``: is the store sound?"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote

import click

from reportdiff import api
from reportdiff.cli.options import format_option, output_option
from reportdiff.cli.terminal import say, write
from reportdiff.store.ids import is_id
from reportdiff.store.snapshots import find_store

BROKEN = 3


@click.command("validate", epilog="Example: reportdiff validate")
@format_option("text", "json")
@output_option
def command(*, form: str, output: str | None) -> int:
    """Check every stored snapshot: schema, hashes, and each quote at its position. Exit 3 names what is broken."""
    problems = list(api.validate())
    if form == "json":
        from reportdiff.reports.json.store import render_problems_json

        write(render_problems_json(problems, len(api.list_ids())), output)
        return BROKEN if problems else 0
    for problem in problems:
        say(f"reportdiff: {problem.message}")
    count = len(api.list_ids())
    if problems:
        for line in _advise([problem.snapshot for problem in problems]):
            say(f"reportdiff: {line}")
        return BROKEN
    write(f"{count} snapshot{'' if count == 1 else 's'}: schema, hashes and quotes hold.\n", output)
    return 0


def _advise(broken: Sequence[str]) -> Iterator[str]:
    """How many places are broken, and for each snapshot among them the way back that there is."""
    places = dict.fromkeys(broken)
    yield f"{len(places)} broken, as told above."
    snapshots = [name for name in places if is_id(name)]
    whole = api.find_whole_in_git(snapshots)
    if whole:
        yield f"The last commit has {_named(whole)} whole: git checkout HEAD -- {' '.join(map(_folder, whole))}"
    lost = [name for name in snapshots if name not in whole]
    if lost:
        todo = "restore a copy, or remove the folder and add it anew"
        yield f"The last commit does not have {_named(lost)} whole: {todo}."


def _named(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} of them"


def _folder(snapshot: str) -> str:
    """The folder of a snapshot as it is named from here, quoted for a shell."""
    return quote(os.path.relpath(find_store(Path()).path_of(snapshot)))
