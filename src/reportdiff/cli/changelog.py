"""``reportdiff changelog``: what changed on a subject, in plain sentences."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import color_option, format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import CHANGELOG_FORMATS, render_changelog


@click.command("changelog", epilog="Example: reportdiff changelog france --format markdown")
@click.argument("subject")
@click.option("--all", "everything", is_flag=True, help="Fold nothing away.")
@format_option(*CHANGELOG_FORMATS)
@output_option
@color_option
def command(*, subject: str, everything: bool, form: str, output: str | None, color: str) -> None:
    """Tell what each edition on SUBJECT changed, in order of publication, each sentence with the claims behind it."""
    write(render_changelog(api.changelog(subject), form, read_screen(color, everything=everything)), output)
