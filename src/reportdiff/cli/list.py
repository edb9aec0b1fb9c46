"""``reportdiff list``: what is stored."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import color_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.text.snapshot import render_list_text


@click.command("list", epilog="Example: reportdiff list")
@click.argument("subject", required=False)
@output_option
@color_option
def command(*, subject: str | None, output: str | None, color: str) -> None:
    """List the stored snapshots, all or of one SUBJECT, with the number of their claims."""
    write(render_list_text(tuple(api.list_snapshots(subject)), read_screen(color)), output)
