"""No document commands a runner, moves a cursor, hides, reorders, marks up or reckons in any output."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from markdown_it import MarkdownIt

from reportdiff import api
from reportdiff.compare.blame import find_blame
from reportdiff.compare.joining.subject_series import align_subject, name_singles
from reportdiff.compare.timeline import Timeline, make_timelines
from reportdiff.model.change import Diff
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import ReportdiffError
from reportdiff.model.finding import Finding, Waived
from reportdiff.model.series import SubjectSeries
from reportdiff.reports.escapes import escape_cell, escape_xml, one_line
from reportdiff.reports.formats import (
    DIFF_FORMATS,
    FINDING_FORMATS,
    SNAPSHOT_FORMATS,
    TELLING_FORMATS,
    TIMELINE_FORMATS,
    render_diff,
    render_findings,
    render_snapshot,
    render_tellings,
    render_timelines,
)
from reportdiff.reports.markdown.findings import render_summary
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.text.blame import render_blame_text
from reportdiff.reports.text.snapshot import render_list_text
from tests.reports import findings_sample as sample
from tests.reports.hostile import TABLES, UNFIT, snapshot_with
from tests.reports.platforms import NAMES, read_commands
from tests.reports.sample import NEW, OLD

WIDE = Screen(width=100, everything=True)
NARROW = Screen(width=40, everything=True)
COLORED = Screen(width=100, everything=True, color=True)
OUR_COLORS = re.compile("\x1b\\[(?:0|1|2|1;31|3[2356])m")


@cache
def two(table: str) -> tuple[Snapshot, Snapshot]:
    words = TABLES[table][:: 3 if table == "markup" else 1]
    return snapshot_with(words), snapshot_with(words, newer=True)


@cache
def a_diff(table: str) -> Diff:
    return api.add_wording(api.add_framing(api.diff(*two(table)), ()))


@cache
def findings(table: str) -> tuple[Finding, ...]:
    made = [replace(sample.with_words(word), fingerprint=f"{n:016x}") for n, word in enumerate(TABLES[table])]
    waived = [
        replace(each, waived=Waived(by=word, reason=word, until=None), fingerprint=f"{n + 1000:016x}")
        for n, (each, word) in enumerate(zip(made[:5], TABLES[table], strict=False))
    ]
    return (*made, *waived)


def all_series(snapshots: tuple[Snapshot, ...]) -> tuple[SubjectSeries, ...]:
    several = align_subject(snapshots)
    return (*several, *name_singles(several, snapshots))


@cache
def made_timelines(table: str) -> list[Timeline]:
    snapshots = two(table)
    return list(make_timelines(all_series(snapshots), snapshots, date(2025, 1, 1)))


def timelines(table: str, form: str, screen: Screen) -> str:
    return render_timelines(made_timelines(table), form, screen)


def tellings(table: str, form: str, screen: Screen) -> str:
    told = [(snapshot, framing) for snapshot in two(table) if (framing := api.read_telling(snapshot)) is not None]
    return render_tellings(told, form, screen)


def blames(table: str, screen: Screen) -> str:
    return "".join(render_blame_text(find_blame(each), screen) for each in made_timelines(table)[:60])


Render = Callable[[str, Screen], str]
OUTPUTS: dict[str, Render] = {
    **{f"diff {f}": lambda t, s, f=f: render_diff(a_diff(t), f, s) for f in DIFF_FORMATS},  # type: ignore[misc]
    **{f"show {f}": lambda t, s, f=f: render_snapshot(two(t)[0], f, s) for f in SNAPSHOT_FORMATS},  # type: ignore[misc]
    **{f"timeline {f}": lambda t, s, f=f: timelines(t, f, s) for f in TIMELINE_FORMATS},  # type: ignore[misc]
    **{f"findings {f}": lambda t, s, f=f: render_findings(findings(t), f, s) for f in FINDING_FORMATS},  # type: ignore[misc]
    "summary": lambda t, s: render_summary(findings(t)),
    "list": lambda t, s: render_list_text(two(t), s),
    "blame": blames,
    **{f"framing {f}": lambda t, s, f=f: tellings(t, f, s) for f in TELLING_FORMATS},  # type: ignore[misc]
}


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("table", TABLES)
def test_nothing_moves_hides_reorders_or_commands(table: str, output: str) -> None:
    heeds_screen = output in ("list", "blame") or output.endswith("text")
    for screen in (WIDE, NARROW, COLORED) if heeds_screen else (WIDE,):
        text = OUR_COLORS.sub("", OUTPUTS[output](table, screen))
        assert len(text) > 100
        assert sorted(set(re.findall(UNFIT, text))) == []
        commands = read_commands(text)
        if output == "findings github":
            assert {name for name, _, _ in commands} <= set(NAMES)
            assert len(commands) == min(10, len(TABLES[table])) == text.count("\n")
        else:
            assert commands == []


@pytest.mark.parametrize("table", TABLES)
def test_an_annotation_has_the_properties_that_it_had_and_no_others(table: str) -> None:
    for finding in findings(table):
        commands = read_commands(render_findings([finding], "github", WIDE))
        if finding.waived is None:
            ((_, told, _),) = commands
            assert set(told) == {"file", "line", "col", "title"}
            assert told["title"] == "RD102 contradiction-across-editions"


@pytest.mark.parametrize("output", [name for name in OUTPUTS if name.endswith("csv")])
@pytest.mark.parametrize("table", TABLES)
def test_no_cell_is_a_formula_and_none_splits(table: str, output: str) -> None:
    text = OUTPUTS[output](table, WIDE)
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {len(rows[0])}
    for cell in (cell for row in rows for cell in row if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell)):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")), cell
    # Outside of quotation marks stand figures, days and our own words alone, whatever separates cells elsewhere.
    bare = re.sub(r'"(?:[^"]|"")*"', "", text.partition("\n")[2])
    assert re.fullmatch(r"[0-9a-z,.\n-]*", bare), set(bare)


def test_negative_figures_stay_figures() -> None:
    rows = list(csv.DictReader(io.StringIO(render_snapshot(NEW, "csv", WIDE))))
    assert "-11" in [row["amount"] for row in rows]
    assert ",-11,," in render_snapshot(NEW, "csv", WIDE)


@pytest.mark.parametrize("table", TABLES)
def test_junit_parses_to_the_same_elements(table: str) -> None:
    root = ET.fromstring(render_findings(findings(table), "junit", WIDE))
    plain = [replace(sample.with_words("plain"), waived=each.waived) for each in findings(table)]
    harmless = ET.fromstring(render_findings(plain, "junit", WIDE))
    assert [(e.tag, sorted(e.attrib)) for e in root.iter()] == [(e.tag, sorted(e.attrib)) for e in harmless.iter()]


@pytest.mark.parametrize("word", TABLES["markup"], ids=ascii)
def test_markdown_parses_to_the_same_tree(word: str) -> None:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough", "linkify"])

    def tree(words: str) -> list[str]:
        found = sample.with_words(words)
        waived = replace(found, waived=Waived(by=words, reason=words, until=None))
        page = render_findings([found, waived], "markdown", WIDE)
        tokens = [token for outer in parser.parse(page) for token in (outer, *(outer.children or []))]
        return [token.type for token in tokens if token.type not in ("text", "text_special")]

    assert tree(f"a{word}z") == tree("plain")
    assert tree(f"{word}z") == tree("plain")


@pytest.mark.parametrize("table", TABLES)
def test_json_keeps_every_character_of_the_document(table: str) -> None:
    shown = json.loads(render_snapshot(two(table)[0], "json", WIDE))
    assert shown["text"] == two(table)[0].text


@pytest.mark.parametrize("table", ["terminal", "hidden", "commands"])
def test_each_escape_is_harmless_by_itself(table: str) -> None:
    for word in TABLES[table]:
        for escaped in (printable(word), one_line(word), escape_cell(word), escape_xml(word)):
            assert not re.search(UNFIT + "|\n", escaped)
            assert read_commands(f"x\n{escaped}") == []
        ET.fromstring(f'<a b="{escape_xml(word)}">{escape_xml(word)}</a>')


def test_sarif_messages_hold_no_link_and_no_placeholder() -> None:
    for finding in findings("markup"):
        (result,) = json.loads(render_findings([finding], "sarif", WIDE))["runs"][0]["results"]
        said = result["message"]["text"].replace("\\\\", "")
        assert not re.search(r"(?<!\\)[\[\]]", said)
        assert not re.search(r"(?<!\{)\{(?!\{)", said.replace("{{", ""))
        assert re.fullmatch(
            r"[A-Za-z0-9._~/%-]+", result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        )


ORDER = "\x1b[31m\u202e::error::x ##[error]x\n::add-mask::x"


def soiled(value: object, path: tuple[object, ...], takes: Callable[[object], bool], whole: object) -> object:
    """*whole* with ORDER at the end of every text in it that is still taken with it."""
    if isinstance(value, dict | list):
        for key, each in list(value.items() if isinstance(value, dict) else enumerate(value)):
            if isinstance(each, str):
                value[key] = each + ORDER
                if not takes(whole):
                    value[key] = each
            else:
                soiled(each, (*path, key), takes, whole)
    return whole


def test_no_member_of_a_record_gives_an_order() -> None:
    """A snapshot's JSON may come from anybody, and hold anything that its decoder takes."""
    plain = json.loads(render_snapshot(NEW, "json", WIDE)) | {"sections": [], "reliability": []}

    def takes(record: object) -> bool:
        try:
            api.read_any(json.dumps(record).encode(), name="x.json")
        except ReportdiffError:
            return False
        return True

    record = soiled(plain, (), takes, plain)
    text = json.dumps(record)
    assert text.count("add-mask") > 15
    snapshot = api.read_any(text.encode(), name="x.json")
    diff = api.add_framing(api.diff(OLD, snapshot))
    shown = [render_snapshot(snapshot, form, COLORED) for form in SNAPSHOT_FORMATS]
    shown += [render_diff(diff, form, COLORED) for form in DIFF_FORMATS]
    shown.append(render_list_text([snapshot], COLORED))
    for each in (OUR_COLORS.sub("", report) for report in shown):
        assert sorted(set(re.findall(UNFIT, each))) == []
        assert read_commands(each) == []
