"""The text form of a diff: what stands in it, in which order, and that it fits."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from reportdiff.model.change import Diff
from reportdiff.model.document import Publisher
from reportdiff.records.json import load_json
from reportdiff.records.schema import validate
from reportdiff.reports.formats import DIFF_FORMATS, SNAPSHOT_FORMATS, render_diff, render_snapshot
from reportdiff.reports.screen import Screen
from tests.reports.sample import DIFF, NEW, OLD

WIDTHS = (40, 60, 80, 120, 200)
HEADLINE = "$14 billion (2015) → over $22 billion (2022)"


def text_of(width: int = 80, *, everything: bool = False, color: bool = False, diff: Diff = DIFF) -> str:
    return render_diff(diff, "text", Screen(width=width, everything=everything, color=color))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("everything", [False, True])
def test_no_line_is_wider_than_the_screen(width: int, everything: bool) -> None:
    assert max(map(len, text_of(width, everything=everything).splitlines())) <= min(width, 120)


def test_the_headline_comes_first_with_what_happened_in_words() -> None:
    lines = text_of().splitlines()
    at = next(i for i, line in enumerate(lines) if HEADLINE in line)
    assert lines[at].endswith("update, up more than 57 %")
    assert lines[at - 1] == "Trade total with the United States (two-way)" or "rade" in lines[at - 1]
    assert lines[at + 1].strip() == "confirmed: $9 billion (2009)"


@pytest.mark.parametrize("width", WIDTHS)
def test_every_section_stands_in_order_of_importance(width: int) -> None:
    found = re.findall(r"^(CHANGED|ADDED BY CRS|NOT MENTIONED BY CRS)", text_of(width), flags=re.MULTILINE)
    assert found == ["CHANGED", "ADDED BY CRS", "NOT MENTIONED BY CRS"]


def test_every_claim_of_a_change_is_quoted_with_publisher_and_date() -> None:
    text = " ".join(text_of().split())
    for quote in (
        "from $9 billion in 2009 to $14 billion in 2015",
        "from $9 billion in 2009 to over $22 billion in 2022",
        "his term expires in July 2021",
        "An 11% contraction in gross domestic product",
        "Total exports were $8.8 billion in 2015",
    ):
        assert quote in text
    assert "state, 25 Jan 2017" in text
    assert "crs, 10 Jan 2024" in text


def test_an_office_that_changed_hands_is_said_with_the_term_that_had_expired() -> None:
    text = text_of()
    assert "Thomas More (since Jul 2016 until Jul 2021) → Hythloday (since 2022)" in text
    assert "office changed hands; the term told had expired" in text
    assert "1 expired term" in text


def test_the_counts_stand_at_the_top_and_at_the_bottom() -> None:
    text = " ".join(text_of().split())
    counts = "1 office changed hands · 1 update · 3 added · 1 not mentioned · 1 confirmed · 1 expired term"
    assert text.count(counts) == 2


def test_what_is_folded_is_shown_with_everything() -> None:
    folded, whole = text_of(), text_of(everything=True)
    assert "Small figures (1)" in folded
    assert "Small figures" not in whole
    assert "--all" in folded
    assert "--all" not in whole


@pytest.mark.parametrize("color", [False, True])
def test_no_escape_of_a_document_reaches_the_terminal(color: bool) -> None:
    text = text_of(color=color)
    assert not re.search("\x1b(?!\\[[0-9;]+m)", text)
    assert "\u202e" not in text
    assert ("\x1b" in text) is color


def test_without_their_texts_the_stored_quotes_are_shown() -> None:
    diff = replace(DIFF, old=replace(OLD, text=None), new=replace(NEW, text=None))
    assert "over $22 billion in 2022" in " ".join(text_of(diff=diff).split())


@pytest.mark.parametrize("width", WIDTHS)
def test_a_publisher_with_a_long_name_leaves_room_for_the_quotes(width: int) -> None:
    long = Publisher(id="long", name="A Very Long Name For A Publisher Who Has Many Departments")
    lines = text_of(width, diff=replace(DIFF, old=replace(OLD, publisher=long))).splitlines()
    assert max(map(len, lines)) <= min(width, 120)
    assert len(lines) < 120


def test_nothing_to_compare_is_not_no_changes() -> None:
    assert "nothing to compare" in text_of(diff=replace(DIFF, changes=()))


def test_only_quiet_changes_are_no_news() -> None:
    quiet = replace(DIFF, changes=(DIFF.changes[1],))
    assert "no news: 1 confirmed" in text_of(diff=quiet)


@pytest.mark.parametrize("form", DIFF_FORMATS)
def test_a_report_is_the_same_each_time(form: str) -> None:
    assert render_diff(DIFF, form, Screen()) == render_diff(DIFF, form, Screen())


def test_the_json_of_a_diff_fits_its_schema_and_holds_whole_claims() -> None:
    data = render_diff(DIFF, "json", Screen()).encode()
    validate(load_json(data, name="diff"), "diff", name="diff")
    changes = json.loads(data)["changes"]
    assert [change["kind"] for change in changes][:2] == ["update", "confirmed"]
    assert changes[0]["new"]["quote"]["exact"] == "over $22 billion"
    assert changes[3]["old"] is None


@pytest.mark.parametrize("width", WIDTHS)
def test_a_snapshot_fits_the_screen_with_every_claim_quoted(width: int) -> None:
    text = render_snapshot(NEW, "text", Screen(width=width))
    assert max(map(len, text.splitlines())) <= min(width, 120)
    assert "over $22 billion" in " ".join(text.split())


def test_the_json_of_a_snapshot_fits_its_schema() -> None:
    assert list(SNAPSHOT_FORMATS) == ["text", "json", "markdown", "csv"]
    data = render_snapshot(NEW, "json", Screen()).encode()
    validate(load_json(data, name="snapshot"), "snapshot", name="snapshot")
