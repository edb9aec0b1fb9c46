"""``reportdiff blame``: who said it first, who said it again, and who said otherwise."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import as_of_option, color_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.text.blame import render_blame_text


@click.command("blame", epilog="Example: reportdiff blame france poverty rate")
@click.argument("subject")
@click.argument("measure", nargs=-1, required=True)
@as_of_option
@output_option
@color_option
def command(*, subject: str, measure: tuple[str, ...], as_of: str | None, output: str | None, color: str) -> None:
    """Tell who first said the current value of MEASURE on SUBJECT, who last confirmed it, and who said otherwise."""
    write(render_blame_text(api.blame(subject, " ".join(measure), as_of=as_of), read_screen(color)), output)
