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
from tests.deep.tally import MANY_FINDINGS, SAME_BYTES, Tally
from tests.reports import findings_sample as sample
from tests.reports.platforms import read_commands
from tests.reports.test_finding_formats import check_all_are_there

pytestmark = pytest.mark.deep

SEEDS = ("0", "1", "4711")
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8")
ZONES = ("UTC", "Pacific/Kiritimati")
MANY = 30_000


def test_every_format_has_the_same_bytes_everywhere(root: Path, tmp_path: Path, tally: Tally) -> None:
    environments = [
        {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone} for seed, locale, zone in product(SEEDS, LOCALES, ZONES)
    ]
    first, *others = (outputs(root, tmp_path / str(n), each) for n, each in enumerate(environments))
    different = [(n, call) for n, found in enumerate(others, 1) for call in first if first[call] != found[call]]
    tried = len(first) * len(others)
    counts = {"the same bytes": tried - len(different), "different": len(different)}
    tally(SAME_BYTES, tried, counts, f"{len(first)} outputs, {len(environments)} environments")
    assert different == []


@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_thirty_thousand_findings(form: str, tally: Tally) -> None:
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
    tally(MANY_FINDINGS, 1, {"valid, within its limit": 1})
