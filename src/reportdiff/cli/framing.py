"""``reportdiff framing``: how the reports on a subject tell it."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import color_option, format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import TELLING_FORMATS, render_tellings


@click.command("framing", epilog="Example: reportdiff framing france")
@click.argument("subject")
@click.option("--all", "everything", is_flag=True, help="Show the sentences behind the numbers.")
@format_option(*TELLING_FORMATS)
@output_option
@color_option
def command(*, subject: str, everything: bool, form: str, output: str | None, color: str) -> None:
    """Show how each report on SUBJECT tells it: aspects, tone, hedges, sources, and what it sums up in words."""
    write(render_tellings(api.tellings(subject), form, read_screen(color, everything=everything)), output)
