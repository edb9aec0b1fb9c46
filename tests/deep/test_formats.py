"""Every format under many environments, and under a load that no platform shows in full."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from reportdiff.reports.formats import FINDING_FORMATS, render_findings
from reportdiff.reports.markdown.findings import SUMMARY_BYTES, render_summary
from reportdiff.reports.screen import Screen
from tests.cli.identical import outputs
from tests.reports import findings_sample as sample
from tests.reports.platforms import read_commands
from tests.reports.test_finding_formats import check_all_are_there

pytestmark = pytest.mark.deep

SEEDS = ("0", "1", "4711")
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8")
ZONES = ("UTC", "Pacific/Kiritimati")
MANY = 30_000


def test_every_format_has_the_same_bytes_everywhere(root: Path, tmp_path: Path) -> None:
    first: dict[str, bytes] = {}
    for number, (seed, locale, zone) in enumerate(product(SEEDS, LOCALES, ZONES)):
        found = outputs(root, tmp_path / str(number), {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone})
        first = first or found
        assert [call for call in first if first[call] != found[call]] == []


@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_thirty_thousand_findings(form: str) -> None:
    findings = sample.many(MANY)
    if form == "sarif":
        (run,) = json.loads(render_findings(findings, form, Screen()))["runs"]
        assert len(run["results"]) == 5_000
        assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("25000 more")
    elif form == "github":
        assert len(read_commands(render_findings(findings, form, Screen()))) == 30
        assert len(render_summary(findings).encode()) <= SUMMARY_BYTES
    else:
        check_all_are_there(form, findings)
