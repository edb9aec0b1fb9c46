"""``reportdiff check``: the gate over a store."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import as_of_option, color_option, fail_on_option, format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import FINDING_FORMATS, render_findings


@click.command("check", epilog="Example: reportdiff check --against main")
@click.option("--against", metavar="REV", help="Only what the working tree has and REV had not.")
@as_of_option
@fail_on_option
@format_option(*FINDING_FORMATS)
@output_option
@color_option
def command(
    *, against: str | None, as_of: str | None, fail_on: str | None, form: str, output: str | None, color: str
) -> int:
    """Check the stored snapshots against all earlier ones. Exit 1 if there is a finding at or above --fail-on."""
    findings = api.check(against=against, as_of=as_of)
    write(render_findings(findings, form, read_screen(color)), output)
    return int(api.fails(findings, fail_on))
