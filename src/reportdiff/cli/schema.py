"""``reportdiff schema``: the JSON Schemas of what the program writes and reads."""

from __future__ import annotations

import click

from reportdiff.cli.options import output_option
from reportdiff.cli.terminal import write
from reportdiff.records.schema import SCHEMAS, schema_text


@click.command("schema", epilog="Example: reportdiff schema snapshot")
@click.argument("name", required=False)
@output_option
def command(*, name: str | None, output: str | None) -> None:
    """Print the JSON Schema called NAME; without a name, the names."""
    write(schema_text(name) if name else "\n".join([*SCHEMAS, ""]), output)
