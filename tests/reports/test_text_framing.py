"""The framing of a diff as it is shown, and as JSON."""

from __future__ import annotations

import pytest

from reportdiff.api import add_framing, diff, read_telling, read_text
from reportdiff.model.change import Diff
from reportdiff.model.framing import WatchedTerm
from reportdiff.records.diff import encode_diff
from reportdiff.records.json import load_json
from reportdiff.records.schema import validate
from reportdiff.reports.formats import render_diff, render_tellings, render_uses
from reportdiff.reports.screen import Screen
from tests.compare.test_framing_cases import bases

OLD, NEW = bases()["norway-relations"], bases()["haiti-crisis"]


@pytest.fixture
def told() -> Diff:
    old = read_text(OLD, subject="utopia", publisher="state", published="2017-01-25")
    new = read_text(NEW, subject="utopia", publisher="crs", published="2024-01-10")
    return add_framing(diff(old, new), [WatchedTerm(parts=("police",))])


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen(told: Diff, width: int) -> None:
    report = render_diff(told, "text", Screen(width=width))
    assert "FRAMING" in report
    assert max(map(len, report.splitlines())) <= width


def test_a_shift_has_its_numbers_and_a_quote_from_each_side(told: Diff) -> None:
    report = render_diff(told, "text", Screen(width=100, everything=True))
    framing = report[report.index("FRAMING") :]
    assert "The whole text\n  tone +1.00 → −" in framing
    assert "state, 25 Jan 2017" in framing
    assert "crs, 10 Jan 2024" in framing
    assert "have enjoyed close and cooperative relations" in framing
    assert "Watched: police 0 → 1" in framing


def test_json_fits_the_schema(told: Diff) -> None:
    record = encode_diff(told)
    validate(record, "diff", name="x")
    validate(load_json(render_diff(told, "json", Screen()).encode(), name="x"), "diff", name="x")


def test_tellings_stand_side_by_side(told: Diff) -> None:
    pairs = [(side, read_telling(side)) for side in (told.old, told.new)]
    tellings = [(side, framing) for side, framing in pairs if framing is not None]
    for width in (40, 80):
        report = render_tellings(tellings, "text", Screen(width=width))
        assert max(map(len, report.splitlines())) <= width
        assert "success; mostly relations" in report.replace("\n  ", " ")
    assert '"tellings"' in render_tellings(tellings, "json", Screen())


def test_uses_name_the_first_and_the_last(told: Diff) -> None:
    assert told.framing is not None
    ((old, new),) = told.framing.watched
    report = render_uses([[(told.old, old), (told.new, new)]], "text", Screen())
    assert "first used: crs, 10 Jan 2024" in report
    assert '"count": 1' in render_uses([[(told.old, old), (told.new, new)]], "json", Screen())
