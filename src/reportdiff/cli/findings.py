"""How findings leave the program, whichever command found them."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff import api
from reportdiff.cli.terminal import append_summary, read_screen, write
from reportdiff.model.finding import Finding
from reportdiff.model.settings import Level
from reportdiff.reports.formats import PLATFORM_FORMATS, render_findings


def write_findings(
    findings: Sequence[Finding],
    form: str,
    output: str | None,
    color: str,
    fail_on: Level,
    *,
    everything: bool = False,
) -> None:
    """Write *findings* in a format of ``FINDING_FORMATS``; as annotations they make a step summary too.

    With *everything* the text folds nothing away. What a platform reads names files from the root of the repository.
    """
    if form in PLATFORM_FORMATS:
        findings = api.seen_from_repository(findings)
    write(render_findings(findings, form, read_screen(color, everything=everything), fail_on=fail_on), output)
    if form == "github":
        from reportdiff.reports.markdown.findings import SUMMARY_BYTES, render_summary

        append_summary(lambda room: render_summary(findings, room), SUMMARY_BYTES)
