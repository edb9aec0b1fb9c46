"""``reportdiff export``: the store as tables for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from reportdiff import api
from reportdiff.cli.terminal import say, write
from reportdiff.model.errors import UsageProblem
from reportdiff.model.table import Table

TABLES = ("claims", "observations", "changes")


@click.command("export", epilog="Example: reportdiff export --format xlsx -o france.xlsx --subject france")
@click.option(
    "--format", "form", type=click.Choice(["csv", "xlsx", "sqlite", "parquet"]), default="csv", show_default=True,
    help="How to write it.",
)  # fmt: skip
@click.option("-o", "--output", metavar="PATH", help="The file; for parquet and for csv without --table, a folder.")
@click.option("--table", type=click.Choice(TABLES), help="This table alone.")
@click.option("--subject", metavar="ID", help="This subject alone.")
def command(*, form: str, output: str | None, table: str | None, subject: str | None) -> None:
    """Write claims, observations and changes. parquet makes or renews a dataset, which query asks."""
    from reportdiff.store.snapshots import refuse_inside

    if output is not None:
        refuse_inside(Path(), Path(output))
    if form == "parquet":
        _write_dataset(output, table, subject)
        return
    tables = [each for each in api.list_tables(subject) if table in (None, each.name)]
    if form == "csv":
        _write_csv(tables, output, alone=table is not None)
        return
    if output is None:
        raise UsageProblem(f"--format {form} makes a file of bytes; name it with -o")
    write(_render(form, tables), output)


def _render(form: str, tables: list[Table]) -> bytes:
    if form == "xlsx":
        from reportdiff.reports.export.workbook import render_workbook

        return render_workbook(tables)
    from reportdiff.reports.export.sqlite import render_database

    return render_database(tables)


def _write_csv(tables: list[Table], output: str | None, *, alone: bool) -> None:
    from reportdiff.records.files import make_folder
    from reportdiff.reports.export.tables import render_table_csv

    if alone:
        write(render_table_csv(tables[0]), output)
        return
    if output is None:
        raise UsageProblem("three tables do not fit into one CSV; name a folder with -o, or one with --table")
    make_folder(Path(output))
    for each in tables:
        write(render_table_csv(each), str(Path(output) / f"{each.name}.csv"))


def _write_dataset(output: str | None, table: str | None, subject: str | None) -> None:
    if table or subject:
        raise UsageProblem("--format parquet writes the whole store; leave --table and --subject out")
    written = [name for name, is_new in api.write_dataset(output) if is_new]
    count = len(written)
    say(f"{count} subject{'s' * (count != 1)} written" if count else "nothing has changed")
