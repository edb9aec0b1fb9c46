"""``reportdiff explain``: one rule's page."""

from __future__ import annotations

import click

from reportdiff.checks.catalogue import find_rule, read_page
from reportdiff.cli.terminal import write


@click.command("explain", epilog="Example: reportdiff explain RD301")
@click.argument("code")
def command(*, code: str) -> None:
    """Explain the rule of a CODE or name: what it means, why it matters, an example, when to waive it."""
    write(read_page(find_rule(code)))
