"""``reportdiff rules``: what check and lint remark upon."""

from __future__ import annotations

import click

from reportdiff.checks.catalogue import RULES
from reportdiff.cli.options import color_option, format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import RULE_FORMATS, render_rules


@click.command("rules", epilog="Example: reportdiff rules")
@format_option(*RULE_FORMATS)
@output_option
@color_option
def command(*, form: str, output: str | None, color: str) -> None:
    """List every rule: its permanent code, its name, its levels, and what it says."""
    write(render_rules(RULES, form, read_screen(color)), output)
