"""``reportdiff lint``: drafts held against the store."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import as_of_option, color_option, fail_on_option, format_option, output_option
from reportdiff.cli.sources import read_bytes_of
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import FINDING_FORMATS, render_findings


@click.command("lint", epilog="Example: reportdiff lint draft.md --subject france")
@click.argument("drafts", metavar="DRAFT...", nargs=-1, required=True)
@click.option("--subject", metavar="ID", help="What the draft is about, if its front matter does not tell.")
@click.option("--stdin-filename", metavar="NAME", default="stdin", help="What to call standard input.")
@as_of_option
@fail_on_option
@format_option(*FINDING_FORMATS)
@output_option
@color_option
def command(
    *,
    drafts: tuple[str, ...],
    subject: str | None,
    stdin_filename: str,
    as_of: str | None,
    fail_on: str | None,
    form: str,
    output: str | None,
    color: str,
) -> int:
    """Find what the store has overtaken or contradicts in each DRAFT (- for standard input). Exit 1 as for check."""
    read = [(stdin_filename if draft == "-" else draft, read_bytes_of(draft)[1]) for draft in drafts]
    findings = [each for name, data in read for each in api.lint(data, name=name, subject=subject, as_of=as_of)]
    write(render_findings(findings, form, read_screen(color)), output)
    return int(api.fails(findings, fail_on))
