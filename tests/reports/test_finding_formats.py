"""Findings as each platform reads them: its members, its levels, its columns, its limits."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import junitparser
import pytest

from reportdiff.checks.catalogue import RULES, read_page
from reportdiff.checks.findings import trips
from reportdiff.model.finding import Finding
from reportdiff.model.settings import Level
from reportdiff.records.schema import build_validator
from reportdiff.reports.formats import FINDING_FORMATS, render_findings
from reportdiff.reports.markdown.findings import SUMMARY_BYTES, render_summary
from reportdiff.reports.screen import Screen
from tests.reports import findings_sample as sample
from tests.reports.platforms import GITLAB, RDJSON, SARIF, read_commands

SCREEN = Screen()
FIGURE = "$16.5 billion"


def render(form: str, *findings: Finding) -> str:
    return render_findings(findings, form, SCREEN)


def check(schema: object, text: str) -> object:
    value = json.loads(text)
    errors = [
        f"{list(error.absolute_path)}: {error.message:.200}" for error in build_validator(schema).iter_errors(value)
    ]
    assert errors == []
    return value


def results(*findings: Finding) -> list[dict]:
    return check(SARIF, render("sarif", *findings))["runs"][0]["results"]  # type: ignore[index]


def test_sarif_fits_and_tells_levels_places_states_and_rules() -> None:
    found = results(*sample.FINDINGS)
    assert [each["level"] for each in found] == [
        *("error", "error", "error", "error", "warning", "warning", "note"),
        *("error", "error"),
    ]
    assert [each["baselineState"] for each in found].count("unchanged") == 1
    assert [each["baselineState"] for each in found].count("absent") == 1
    (suppressed,) = [each for each in found if each["suppressions"]]
    assert suppressed["suppressions"][0]["justification"] == "waived by ann until 2027-01-01: both stay"
    assert suppressed["suppressions"][0]["kind"] == "external"
    rules = json.loads(render("sarif"))["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert [rule["help"]["markdown"] for rule in rules] == [read_page(rule) for rule in RULES]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in found)


def test_sarif_columns_count_code_points() -> None:
    (result,) = results(sample.ON_DRAFT)
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 7
    assert sample.LINE[region["startColumn"] - 1 : region["endColumn"] - 1] == FIGURE
    assert json.loads(render("sarif"))["runs"][0]["columnKind"] == "unicodeCodePoints"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "drafts/brief%20ing.md"
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "$14 billion"}


def test_what_is_stored_is_pointed_at_in_its_text_or_else_in_its_record() -> None:
    stored, broken, annotation = results(sample.ON_STORED, sample.ON_FILE, sample.ON_ANNOTATION)
    place = stored["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "snapshots/utopia/census-2018-03-01/text.md"
    line = sample.STORED_TEXT.split("\n")[place["region"]["startLine"] - 1]
    assert line[place["region"]["startColumn"] - 1 : place["region"]["endColumn"] - 1] == FIGURE
    other = stored["relatedLocations"][0]["physicalLocation"]
    assert other == {
        "artifactLocation": {"uri": "snapshots/utopia/crs-2024-01-10/snapshot.json", "uriBaseId": "%SRCROOT%"}
    }
    assert broken["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "snapshots/utopia/state-2017-01-25/snapshot.json"
    )
    assert annotation["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "snapshots/utopia/annotations.toml"
    )


def test_rdjson_fits_and_its_columns_count_bytes() -> None:
    found = check(RDJSON, render("rdjson", *sample.FINDINGS))["diagnostics"]  # type: ignore[index]
    span = found[0]["location"]["range"]
    line = sample.LINE.encode()
    assert line[span["start"]["column"] - 1 : span["end"]["column"] - 1].decode() == FIGURE
    assert span["start"]["column"] == len(sample.BEFORE) + 1 + 1 + 3
    assert found[0]["suggestions"] == [{"range": span, "text": "$14 billion"}]
    assert found[1]["suggestions"] == []
    assert [each["severity"] for each in found] == ["ERROR"] * 4 + ["WARNING", "INFO", "INFO", "WARNING", "INFO"]
    stored = found[1]["location"]
    line = sample.STORED_TEXT.split("\n")[stored["range"]["start"]["line"] - 1].encode()
    assert line[stored["range"]["start"]["column"] - 1 : stored["range"]["end"]["column"] - 1].decode() == FIGURE


def test_gitlab_fits_and_no_two_fingerprints_are_the_same() -> None:
    twice = [*sample.FINDINGS, sample.ON_DRAFT, replace(sample.ON_DRAFT, place=sample.a_place("other.md"))]
    found = check(GITLAB, render("gitlab", *twice))
    assert isinstance(found, list)
    assert len({each["fingerprint"] for each in found}) == len(twice)
    assert [each["severity"] for each in found[:7]] == ["major"] * 4 + ["minor", "info", "info"]
    assert "waived by ann" in found[6]["description"]
    assert found[0]["location"] == {"path": "drafts/brief ing.md", "lines": {"begin": 7, "end": 7}}


def test_a_gitlab_fingerprint_does_not_depend_on_the_line() -> None:
    moved = replace(sample.ON_DRAFT, place=sample.a_place(line=90))
    one, other = (json.loads(render("gitlab", each))[0]["fingerprint"] for each in (sample.ON_DRAFT, moved))
    assert one == other


@pytest.mark.parametrize(
    ("fail_on", "kinds"),
    [
        (Level.ERROR, ["Failure"] * 4 + ["SystemOut"] * 2 + ["Skipped", "SystemOut", "Skipped"]),
        (Level.WARNING, ["Failure"] * 5 + ["SystemOut", "Skipped", "Failure", "Skipped"]),
        (Level.INFO, ["Failure"] * 6 + ["Skipped", "Failure", "Skipped"]),
        (Level.NONE, ["SystemOut"] * 2 + ["Failure"] * 2 + ["SystemOut"] * 2 + ["Skipped", "SystemOut", "Skipped"]),
    ],
)
def test_junit_fails_where_the_run_fails(tmp_path: Path, fail_on: Level, kinds: list[str]) -> None:
    text = render_findings(sample.FINDINGS, "junit", SCREEN, fail_on=fail_on)
    (tmp_path / "report.xml").write_text(text, "utf-8")
    (suite,) = list(junitparser.JUnitXml.fromfile(str(tmp_path / "report.xml")))
    found = [type(case.result[0]).__name__ if case.result else "SystemOut" for case in suite]
    assert found == kinds
    assert [bool(case.system_out) for case in suite] == [kind == "SystemOut" for kind in kinds]
    failures = kinds.count("Failure")
    assert (suite.tests, suite.failures, suite.skipped, suite.errors) == (9, failures, 2, 0)
    assert failures == sum(trips(finding, fail_on) for finding in sample.FINDINGS)
    assert [case.result[0].type for case in suite if case.result and case.is_failure][:5] == (
        ["error"] * 4 + ["warning"]
    )[:failures]
    suite.update_statistics()
    assert (suite.tests, suite.failures, suite.skipped) == (9, failures, 2)


def test_github_annotates_what_counts_at_its_place() -> None:
    commands = read_commands(render("github", *sample.FINDINGS))
    assert [name for name, _, _ in commands] == ["error"] * 4 + ["warning"] * 2 + ["notice"]
    _, told, message = commands[0]
    assert told == {
        "file": "drafts/brief ing.md",
        "line": "7",
        "col": str(len(sample.BEFORE) + 1),
        "title": "RD102 contradiction-across-editions",
    }
    assert message.startswith(
        "Not both.\nthe draft: “In Perú \N{RACING MOTORCYCLE} trade was $16.5 billion in 2015.”\n"
    )


def test_csv_holds_a_row_a_finding() -> None:
    rows = list(csv.DictReader(io.StringIO(render("csv", *sample.FINDINGS))))
    assert len(rows) == len(sample.FINDINGS)
    assert rows[0]["old_amount"] == "16500000000"
    assert rows[0]["old_snapshot"] == ""
    assert rows[0]["path"] == "drafts/brief ing.md"
    assert rows[6]["waived_by"] == "ann"
    assert rows[6]["waived_until"] == "2027-01-01"


def test_markdown_sets_apart_what_does_not_count() -> None:
    page = render("markdown", *sample.FINDINGS)
    counted, aside = page.split("Waived, or found no more:")
    assert counted.count("\n| error |") == 4
    assert "waived by ann until 2027-01-01: both stay" in aside
    assert "found no more" in aside


@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_nothing_found_is_valid_too(form: str) -> None:
    text = render(form)
    match form:
        case "sarif":
            assert check(SARIF, text)["runs"][0]["results"] == []  # type: ignore[index]
        case "rdjson":
            assert check(RDJSON, text)["diagnostics"] == []  # type: ignore[index]
        case "gitlab":
            assert check(GITLAB, text) == []
        case "junit":
            assert ET.fromstring(text).get("failures") == "0"
        case "csv":
            assert text.count("\n") == 1
        case "github" | "line":
            assert text == ""
        case "json":
            assert json.loads(text)["findings"] == []
        case _:
            assert "Nothing found." in text


MANY = 6_000


@pytest.fixture(scope="module")
def many() -> list[Finding]:
    return sample.many(MANY)


def test_sarif_keeps_the_gravest_and_says_how_many_are_left_out(many: list[Finding]) -> None:
    run = check(SARIF, render_findings(many, "sarif", SCREEN))["runs"][0]  # type: ignore[index]
    assert len(run["results"]) == 5_000
    assert [each["level"] for each in run["results"][:100]] == ["error"] * 99 + ["warning"]
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith("1000 more findings are left out")


def test_github_shows_ten_of_a_kind_and_the_last_says_how_many_more(many: list[Finding]) -> None:
    commands = read_commands(render_findings(many, "github", SCREEN))
    assert [name for name, _, _ in commands] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert commands[9][2].startswith("and 90 more of level error")
    assert commands[19][2].startswith("and 2942 more of level warning")
    ten = [replace(sample.ON_DRAFT, fingerprint=f"{index:016x}") for index in range(10)]
    assert all("more of level" not in message for _, _, message in read_commands(render("github", *ten)))


def test_a_step_summary_stays_within_its_room_and_says_how_many_are_left_out(many: list[Finding]) -> None:
    page = render_summary(many)
    size = len(page.encode())
    assert 0.9 * SUMMARY_BYTES < size <= SUMMARY_BYTES
    assert page.count("\n| error |") == 99
    shown = page.count("\n| error |") + page.count("\n| warning |") + page.count("\n| info |")
    assert f"And {MANY - shown} more" in page
    assert 2_000 < len(render_summary(many, 5_000).encode()) <= 5_000
    assert render_summary(many, 100) == ""
    assert render_summary(sample.FINDINGS) == render("markdown", *sample.FINDINGS)


@pytest.mark.parametrize("form", [form for form in FINDING_FORMATS if form not in ("sarif", "github")])
def test_other_formats_cut_nothing(form: str, many: list[Finding]) -> None:
    check_all_are_there(form, many[:600])


def check_all_are_there(form: str, findings: list[Finding]) -> None:
    text = render_findings(findings, form, Screen(everything=True))
    match form:
        case "junit":
            number = len(ET.fromstring(text).findall(".//testcase"))
        case "gitlab":
            number = len({each["fingerprint"] for each in json.loads(text)})
        case "rdjson":
            number = len(json.loads(text)["diagnostics"])
        case "csv":
            number = len(list(csv.reader(io.StringIO(text)))) - 1
        case "json":
            number = len(json.loads(text)["findings"])
        case _:
            number = (
                text.count(": error RD" if form == "line" else "Not both.")
                + text.count(": warning RD")
                + text.count(": info RD")
            )
    assert number == len(findings)
