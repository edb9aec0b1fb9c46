"""``reportdiff lint``: drafts held against the store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reportdiff import api
from reportdiff.cli.findings import write_findings
from reportdiff.cli.options import color_option, format_option, gate, gate_options, output_option
from reportdiff.cli.sources import read_bytes_of
from reportdiff.cli.terminal import write
from reportdiff.model.errors import UsageProblem
from reportdiff.model.finding import Finding
from reportdiff.reports.formats import FINDING_FORMATS


@click.command("lint", epilog="Example: reportdiff lint draft.md --subject france")
@click.argument("drafts", metavar="DRAFT...", nargs=-1, required=True)
@click.option("--subject", metavar="ID", help="What the draft is about, if its front matter does not tell.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input (-).")
@click.option("--annotate", metavar="OUT", help="Write the Word DRAFT there, with its findings as comments.")
@gate_options
@format_option(*FINDING_FORMATS)
@output_option
@color_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    drafts: tuple[str, ...],
    subject: str | None,
    stdin_filename: str | None,
    annotate: str | None,
    form: str,
    output: str | None,
    color: str,
) -> int:
    """Find what the store has overtaken or contradicts in each DRAFT (- for standard input). Exit 1 as for check."""
    told = gate(ctx)
    if stdin_filename is not None and "-" not in drafts:
        raise UsageProblem("--stdin-filename names standard input, and no DRAFT is -; give - or leave the option out")
    read = [
        ((stdin_filename or "stdin") if draft == "-" else draft, read_bytes_of(draft)[1])
        for draft in dict.fromkeys(drafts)
    ]
    findings = [
        each
        for name, data in read
        for each in api.lint(
            data,
            name=name,
            subject=subject,
            as_of=told.as_of,
            new_only=told.new_only,
            allow_empty=told.allow_empty,
        )
    ]
    if annotate is not None:
        _annotate(read, findings, annotate)
    level = api.failing_level(told.fail_on)
    write_findings(findings, form, output, color, level, everything=told.everything)
    return int(api.fails(findings, level))


def _annotate(read: Sequence[tuple[str, bytes]], findings: Sequence[Finding], target: str) -> None:
    """Write the one Word draft to *target*, with *findings* as comments."""
    from reportdiff.reports.word.comments import annotate_docx
    from reportdiff.sources.registry import DOCX, reader_of

    name, data = read[0]
    if len(read) > 1 or reader_of(name, data) is not DOCX:
        raise UsageProblem("--annotate takes one Word draft: reportdiff lint draft.docx --annotate noted.docx")
    if Path(target).resolve() == Path(name).resolve():
        raise UsageProblem(f"--annotate {target}: this is the draft itself; name another file")
    write(annotate_docx(data, findings), target)
