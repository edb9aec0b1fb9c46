"""``reportdiff validate``: is the store sound?"""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.terminal import say, write

BROKEN = 3


@click.command("validate", epilog="Example: reportdiff validate")
def command() -> int:
    """Check every stored snapshot: schema, hashes, and each quote at its position. Exit 3 names what is broken."""
    problems = list(api.validate())
    for problem in problems:
        say(f"reportdiff: {problem.message}")
    count = len(api.list_ids())
    if problems:
        say(f"reportdiff: {len(problems)} broken; what is in git is restored with: git checkout -- snapshots")
        return BROKEN
    write(f"{count} snapshot{'' if count == 1 else 's'}: schema, hashes and quotes hold.\n")
    return 0
