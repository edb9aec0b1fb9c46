"""``reportdiff waivers``: what is let pass, and whether it still may."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import as_of_option, color_option, format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.waivers import WAIVER_FORMATS, render_waivers

NOTHING_PRUNED = "Nothing to prune.\n"


@click.command("waivers", epilog="Example: reportdiff waivers --as-of 2025-01-01")
@click.option("--prune", is_flag=True, help="Remove those that do not hold, and list them alone.")
@as_of_option
@format_option(*WAIVER_FORMATS)
@output_option
@color_option
def command(*, prune: bool, as_of: str | None, form: str, output: str | None, color: str) -> None:
    """List the waivers with their state: holds, expired, lapsed (a value changed) or unused."""
    judged = api.prune_waivers(as_of=as_of) if prune else api.list_waivers(as_of=as_of)
    if prune and not judged and form == "text":
        write(NOTHING_PRUNED, output)
        return
    write(render_waivers(judged, form, read_screen(color)), output)
