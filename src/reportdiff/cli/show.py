"""``reportdiff show``: the claims of one snapshot."""

from __future__ import annotations

import click

from reportdiff.cli.options import color_option, format_option, output_option
from reportdiff.cli.sources import open_snapshot
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import SNAPSHOT_FORMATS, render_snapshot


@click.command("show", epilog="Example: reportdiff show crs-2024")
@click.argument("snapshot")
@format_option(*SNAPSHOT_FORMATS)
@output_option
@color_option
def command(*, snapshot: str, form: str, output: str | None, color: str) -> None:
    """Show what SNAPSHOT claims: an id, part of one, a snapshot file, a document, or -."""
    write(render_snapshot(open_snapshot(snapshot), form, read_screen(color)), output)
