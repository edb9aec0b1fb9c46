"""Findings as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from reportdiff import __version__
from reportdiff.checks.catalogue import RULES, read_page
from reportdiff.model.finding import Finding, Place, Waived
from reportdiff.model.rule import Rule
from reportdiff.model.settings import Level
from reportdiff.records.fields import Record
from reportdiff.records.json import JsonValue, dump_json
from reportdiff.reports.escapes import one_line
from reportdiff.reports.platforms.locations import Location, locate, locate_other, other_side
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.findings import say_waived
from reportdiff.reports.words.findings import find_replacement, quote_side, say_sides, say_speaker, take_gravest

MOST_RESULTS = 5_000
"""So many results of a run are shown by code scanning; the rest would be dropped without a word."""

LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note", Level.NONE: "none"}
BASE = "%SRCROOT%"
ROOT = "The root of the repository; without one, the folder that holds the store."
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_findings_sarif(findings: Sequence[Finding], _screen: Screen) -> str:
    """One run with all rules and their pages, and the gravest findings, as many as are shown.

    What is left out is told as a notification of the run. Columns count code points; what is waived is suppressed.
    """
    kept, left_out = take_gravest(findings, MOST_RESULTS)
    rules = list({rule.code: rule for rule in (*RULES, *(finding.rule for finding in kept))}.values())
    places = {rule.code: index for index, rule in enumerate(rules)}
    run: Record = {
        "tool": {"driver": {"name": "reportdiff", "version": __version__, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": ROOT}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notify(left_out)}],
        "results": [_result(finding, places[finding.rule.code]) for finding in kept],
    }
    return dump_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}).decode()


def _rule(rule: Rule) -> Record:
    page = read_page(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ")},
        "fullDescription": {"text": rule.summary},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": LEVELS[rule.level]},
    }


def _notify(left_out: int) -> list[JsonValue]:
    if not left_out:
        return []
    said = f"{left_out} more findings are left out, the least grave ones: {MOST_RESULTS} are shown at most."
    return [{"level": "warning", "message": {"text": said}}]


def _result(finding: Finding, index: int) -> Record:
    location, words = locate(finding), find_replacement(finding)
    result: Record = {
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": LEVELS[finding.level],
        "message": _message("\n".join([finding.message.replace("\n", " "), *say_sides(finding)])),
        "locations": [_location(location)],
        "relatedLocations": _related(finding),
        "partialFingerprints": {"reportdiff/v1": finding.fingerprint},
        "baselineState": finding.baseline_state.value,
        "suppressions": [] if finding.waived is None else [_suppression(finding.waived)],
        "properties": {"subject": finding.subject, "series": finding.series},
    }
    if location.place is not None and words is not None:
        result["fixes"] = [_fix(location, location.place, words)]
    return result


def _message(text: str) -> Record:
    r"""A message in which nothing is a link or a placeholder: ``[`` becomes ``\[`` and ``{`` is doubled."""
    said = "\n".join(one_line(line) for line in text.split("\n"))
    for plain, escaped in (("\\", "\\\\"), ("[", "\\["), ("]", "\\]"), ("{", "{{"), ("}", "}}")):
        said = said.replace(plain, escaped)
    return {"text": said}


def _location(location: Location) -> Record:
    physical: Record = {"artifactLocation": _artifact(location.path)}
    if location.place is not None:
        physical["region"] = _region(location.place)
    return {"physicalLocation": physical}


def _artifact(path: str) -> Record:
    uri = quote(path, errors="surrogatepass")
    return {"uri": uri} if path.startswith("/") else {"uri": uri, "uriBaseId": BASE}


def _region(place: Place) -> Record:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _related(finding: Finding) -> list[JsonValue]:
    """The statement that the one remarked upon is held against."""
    location, side = locate_other(finding), other_side(finding)
    if location is None or side is None:
        return []
    return [{"id": 1, **_location(location), "message": _message(f"{say_speaker(side)}: {quote_side(side)}")}]


def _suppression(waived: Waived) -> Record:
    return {"kind": "external", "status": "accepted", "justification": one_line(say_waived(waived))}


def _fix(location: Location, place: Place, words: str) -> Record:
    replacement: Record = {"deletedRegion": _region(place), "insertedContent": {"text": words}}
    return {
        "description": {"text": "Write the newer figure."},
        "artifactChanges": [{"artifactLocation": _artifact(location.path), "replacements": [replacement]}],
    }
