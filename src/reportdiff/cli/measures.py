"""``reportdiff measures``: the vocabulary, and what the store's own words could add to it."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import color_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.text.measures import render_measures_text


@click.command("measures", epilog="Example: reportdiff measures --subject france")
@click.option("--subject", metavar="ID", help="Only what the snapshots on this subject speak of.")
@output_option
@color_option
def command(*, subject: str | None, output: str | None, color: str) -> None:
    """List the vocabulary: key, name, unit families, number of synonyms; and propose entries for what it lacks."""
    measures, proposals = api.list_measures(subject), api.propose_measures(subject)
    write(render_measures_text(measures, proposals, read_screen(color)), output)
