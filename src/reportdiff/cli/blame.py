"""``reportdiff blame``: who said it first, who said it again, and who said otherwise."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import as_of_option, color_option, format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import BLAME_FORMATS, render_blame


@click.command("blame", epilog="Example: reportdiff blame france poverty rate")
@click.argument("subject")
@click.argument("measure", nargs=-1, required=True)
@as_of_option
@format_option(*BLAME_FORMATS)
@output_option
@color_option
def command(
    *, subject: str, measure: tuple[str, ...], as_of: str | None, form: str, output: str | None, color: str
) -> None:
    """Tell who first said the current value of MEASURE on SUBJECT, who last confirmed it, and who said otherwise."""
    write(render_blame(api.blame(subject, " ".join(measure), as_of=as_of), form, read_screen(color)), output)
