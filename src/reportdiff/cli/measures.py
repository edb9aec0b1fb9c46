"""``reportdiff measures``: the vocabulary, and what the store's own words could add to it."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import color_option, format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import MEASURE_FORMATS, render_measures


@click.command("measures", epilog="Example: reportdiff measures --subject france")
@click.option("--subject", metavar="ID", help="Only what the snapshots on this subject speak of.")
@format_option(*MEASURE_FORMATS)
@output_option
@color_option
def command(*, subject: str | None, form: str, output: str | None, color: str) -> None:
    """List the vocabulary: key, name, unit families, number of synonyms; and propose entries for what it lacks."""
    measures, proposals = api.list_measures(subject), api.propose_measures(subject)
    write(render_measures(measures, proposals, form, read_screen(color)), output)
