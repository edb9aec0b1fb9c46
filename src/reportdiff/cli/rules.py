"""``reportdiff rules``: what check and lint remark upon."""

from __future__ import annotations

import click

from reportdiff.checks.catalogue import RULES
from reportdiff.cli.options import color_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.text.findings import render_rules_text


@click.command("rules", epilog="Example: reportdiff rules")
@color_option
def command(*, color: str) -> None:
    """List every rule: its permanent code, its name, its levels, and what it says."""
    write(render_rules_text(RULES, read_screen(color)))
