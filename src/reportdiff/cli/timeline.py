"""``reportdiff timeline``: one figure through all editions and publishers."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import as_of_option, color_option, format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import TIMELINE_FORMATS, render_timelines


@click.command("timeline", epilog="Example: reportdiff timeline france poverty.rate")
@click.argument("subject")
@click.argument("measure", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Fold nothing away.")
@as_of_option
@format_option(*TIMELINE_FORMATS)
@output_option
@color_option
def command(
    *,
    subject: str,
    measure: tuple[str, ...],
    everything: bool,
    as_of: str | None,
    form: str,
    output: str | None,
    color: str,
) -> None:
    """Follow MEASURE (a key, part of one, or words) through all editions on SUBJECT; without it, list what there is."""
    found = api.timelines(subject, " ".join(measure) or None, as_of=as_of)
    write(render_timelines(found, form, read_screen(color, everything=everything)), output)
