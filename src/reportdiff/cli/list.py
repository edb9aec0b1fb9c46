"""``reportdiff list``: what is stored."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import color_option, format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import LIST_FORMATS, render_list


@click.command("list", epilog="Example: reportdiff list")
@click.argument("subject", required=False)
@format_option(*LIST_FORMATS)
@output_option
@color_option
def command(*, subject: str | None, form: str, output: str | None, color: str) -> None:
    """List the stored snapshots, all or of one SUBJECT, with the number of their claims."""
    write(render_list(tuple(api.list_snapshots(subject)), form, read_screen(color)), output)
