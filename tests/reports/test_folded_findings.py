"""The text of many findings: the first of each level stand for the rest, which is counted by rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportdiff.checks import catalogue
from reportdiff.model.finding import Finding
from reportdiff.model.settings import Level
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.findings import SHOWN, SHOWN_OF_OTHERS, render_findings_text
from tests.reports.findings_sample import ON_DRAFT, finding


def many(number: int, level: Level) -> list[Finding]:
    rule = catalogue.DROPPED if level is Level.INFO else catalogue.CONTRADICTION_ACROSS
    one = finding(None, None, "utopia/crs-2024-01-10", "Not both.", "a" * 16)
    return [replace(one, rule=rule, level=level, fingerprint=f"{index:016x}") for index in range(number)]


def shown(text: str) -> int:
    return text.count("fingerprint ")


@pytest.mark.parametrize("level", [Level.ERROR, Level.WARNING, Level.INFO])
def test_as_many_as_fit_are_shown_whole(level: Level) -> None:
    most = SHOWN.get(level.value, SHOWN_OF_OTHERS)
    text = render_findings_text(many(most, level), Screen())
    assert shown(text) == most
    assert "--all" not in text


def test_of_more_the_rest_is_counted_by_rule() -> None:
    findings = [*many(101, Level.ERROR), *many(53, Level.WARNING), *many(25, Level.INFO)]
    text = render_findings_text(findings, Screen())
    assert shown(text) == 100 + 50 + 20
    assert text.endswith(
        "And 9 more; --all shows them:\n"
        "  RD102 contradiction-across-editions: 1 error, 3 warnings\n"
        "  RD305 dropped: 5 remarks\n"
        "\n"
        "101 errors, 53 warnings, 25 remarks.\n"
    )


def test_a_screen_that_shows_all_folds_nothing() -> None:
    findings = [*many(150, Level.ERROR), *many(90, Level.INFO)]
    text = render_findings_text(findings, Screen(everything=True))
    assert shown(text) == 240
    assert "--all" not in text


def test_what_is_shown_keeps_its_order() -> None:
    findings = [*many(30, Level.INFO), ON_DRAFT]
    text = render_findings_text(findings, Screen())
    assert text.index("0" * 15 + "1") < text.index("drafts/brief")
    assert "0000000000000013" in text
    assert "0000000000000014" not in text
    assert "And 10 more; --all shows them:" in text
