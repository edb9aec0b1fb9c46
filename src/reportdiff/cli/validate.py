"""``reportdiff validate``: is the store sound?"""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import format_option, output_option
from reportdiff.cli.terminal import say, write

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
        say(f"reportdiff: {len(problems)} broken; what is in git is restored with: git checkout -- snapshots")
        return BROKEN
    write(f"{count} snapshot{'' if count == 1 else 's'}: schema, hashes and quotes hold.\n", output)
    return 0
