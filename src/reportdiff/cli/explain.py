"""``reportdiff explain``: one rule's page."""

from __future__ import annotations

import click

from reportdiff.checks.catalogue import find_rule, read_page
from reportdiff.cli.options import format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import render_rules


@click.command("explain", epilog="Example: reportdiff explain RD301")
@click.argument("code")
@format_option("text", "json")
@output_option
def command(*, code: str, form: str, output: str | None) -> None:
    """Explain the rule of a CODE or name: what it means, why it matters, an example, when to waive it."""
    rule = find_rule(code)
    page = read_page(rule) if form == "text" else render_rules((rule,), form, read_screen("never"))
    write(page, output)
