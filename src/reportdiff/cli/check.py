"""``reportdiff check``: the gate over a store."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.findings import write_findings
from reportdiff.cli.interruption import stoppable
from reportdiff.cli.options import color_option, format_option, gate, gate_options, jobs_option, output_option
from reportdiff.reports.formats import FINDING_FORMATS


@click.command("check", epilog="Example: reportdiff check --against main")
@click.option("--against", metavar="REV", help="Only what the working tree has and REV had not.")
@gate_options
@jobs_option
@format_option(*FINDING_FORMATS)
@output_option
@color_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    against: str | None,
    jobs: int,
    form: str,
    output: str | None,
    color: str,
) -> int:
    """Check the stored snapshots against all earlier ones. Exit 1 if there is a finding at or above --fail-on.

    What is waived is shown and does not count.
    """
    told = gate(ctx)
    with stoppable():
        findings = api.check(
            against=against, as_of=told.as_of, new_only=told.new_only, allow_empty=told.allow_empty, jobs=jobs
        )
    level = api.failing_level(told.fail_on)
    write_findings(findings, form, output, color, level, everything=told.everything)
    return int(api.fails(findings, level))
