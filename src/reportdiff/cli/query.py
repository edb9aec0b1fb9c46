"""``reportdiff query``: questions over a dataset."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import format_option, output_option
from reportdiff.cli.terminal import read_screen, write


@click.command("query", epilog="Example: reportdiff query contradictions --dataset out")
@click.argument("question", required=False)
@click.option("--sql", metavar="SQL", help="A query of your own over the tables claims, latest and snapshots.")
@click.option(
    "--dataset", metavar="DIR", help="The folder that export --format parquet wrote; without it, that of the settings."
)
@click.option("--list", "listed", is_flag=True, help="List the questions that have a name.")
@format_option("text", "csv", "json")
@output_option
def command(
    *, question: str | None, sql: str | None, dataset: str | None, listed: bool, form: str, output: str | None
) -> None:
    """Ask a dataset: latest, revisions, contradictions, carried-over, coverage, or SQL that only reads."""
    from reportdiff.reports.export.tables import render_questions, render_table

    if listed:
        write(render_questions(api.list_questions(), form), output)
        return
    write(render_table(api.ask(question, sql=sql, dataset=dataset), form, read_screen("never")), output)
