"""``reportdiff normalize``: a document's snapshot, printed and not stored."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import (
    color_option,
    encoding_option,
    force_option,
    format_option,
    mapping_option,
    output_option,
    read_mapping_file,
    told,
    told_options,
)
from reportdiff.cli.sources import read_bytes_of
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import SNAPSHOT_FORMATS, render_snapshot


@click.command("normalize", epilog="Example: reportdiff normalize report.txt --publisher crs --format text")
@click.argument("source")
@told_options
@encoding_option
@force_option
@mapping_option
@click.option("--original", is_flag=True, help="A Word file as it was before its tracked changes.")
@format_option(*sorted(SNAPSHOT_FORMATS, key="json".__ne__))
@output_option
@color_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    source: str,
    encoding: str | None,
    force: bool,
    mapping: str | None,
    original: bool,
    form: str,
    output: str | None,
    color: str,
) -> None:
    """Print what SOURCE (a file, or - for standard input) claims; store nothing."""
    name, data = read_bytes_of(source)
    if original:
        snapshot = api.read_original(data, name=name, told=told(ctx), force=force, conventions=api.conventions())
    else:
        snapshot = api.read_document(
            data,
            name=name,
            told=told(ctx),
            encoding=encoding,
            force=force,
            mapping=read_mapping_file(mapping),
            conventions=api.conventions(),
        )
    write(render_snapshot(snapshot, form, read_screen(color)), output)
