"""Charts: where marks, bars and ticks stand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from reportdiff.compare.joining.subject_series import align_subject
from reportdiff.compare.timeline import Timeline, make_timelines
from reportdiff.reports.site.charts import move_chart, points_of, spark, timeline_chart
from reportdiff.reports.site.scales import Scale, ticks_between, year_of, year_ticks
from tests.compare.writing import figure, snapshot

SHAPES = {"state": 0, "crs": 1}


def timeline(*told: str) -> Timeline:
    """One series told by two publishers in turn; ``14 2015 more-than``."""
    snapshots = [
        replace(
            snapshot(
                f"Trade was {{{words}|{words.split()[0]} USD {' '.join(words.split()[1:])} measure=trade.total}}.",
                published=f"20{20 + number}-01-01",
                document=f"{'state' if number % 2 == 0 else 'crs'}/peru",
            ),
            id=f"peru/{number}",
        )
        for number, words in enumerate(told)
    ]
    (found,) = make_timelines(align_subject(snapshots), snapshots, date(2030, 1, 1))
    return found


def numbers(chart: str | None, pattern: str) -> list[tuple[float, ...]]:
    assert chart is not None
    return [tuple(map(float, found)) for found in re.findall(pattern, chart)]


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 22, [0, 10, 20, 30]),
        (9, 22, [5, 10, 15, 20, 25]),
        (-11, 13.3, [-20, -10, 0, 10, 20]),
        (1.1, 1.4, [1.1, 1.2, 1.3, 1.4]),
        (0, 0, [0, 1]),
        (5e9, 5e9, [4e9, 6e9]),
    ],
)
def test_ticks_are_round_and_enclose(low: float, high: float, ticks: list[float]) -> None:
    found = ticks_between(low, high, 4)
    assert found[0] <= low
    assert found[-1] >= high
    assert len(found) <= 7
    if low != high:
        assert found == ticks


@pytest.mark.parametrize(
    ("low", "high", "years"),
    [
        (2009, 2022.5, [2010, 2012, 2014, 2016, 2018, 2020, 2022]),
        (2015.2, 2017.9, [2016, 2017]),
        (1850, 2020, [1850, 1900, 1950, 2000]),
    ],
)
def test_years_are_whole_and_few(low: float, high: float, years: list[int]) -> None:
    assert year_ticks(low, high, 8) == years


def test_a_scale_is_straight_and_keeps_inside() -> None:
    scale = Scale(0, 10, 100, 0)
    assert [scale.place(value) for value in (0, 5, 10, 12, -1)] == [100, 50, 0, 0, 100]


def test_days_are_told_in_years() -> None:
    assert year_of(date(2015, 1, 1)) == 2015
    assert 2015.49 < year_of(date(2015, 7, 1)) < 2015.51


def test_each_observation_has_a_mark_shaped_by_its_publisher() -> None:
    chart = timeline_chart(timeline("9 2009", "14 2015", "22 2022"), SHAPES)
    assert chart is not None
    assert chart.count('class="s0 dot"') == 2
    assert chart.count('class="s1 dot"') == 1
    places = numbers(chart, r"dot\" transform=\"translate\(([0-9.]+) ([0-9.]+)\)")
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    assert [y for _, y in places] == sorted((y for _, y in places), reverse=True)


def test_marks_of_one_place_stand_beside_each_other() -> None:
    chart = timeline_chart(timeline("9 2009", "9 2009", "14 2015"), SHAPES)
    places = numbers(chart, r"dot\" transform=\"translate\(([0-9.]+) ([0-9.]+)\)")
    assert places[0][1] == places[1][1]
    assert places[1][0] - places[0][0] == 9


@pytest.mark.parametrize(
    ("hedge", "bars", "arrows"),
    [("", 0, 0), ("approximately", 1, 0), ("more-than", 1, 1), ("at-most", 1, 1), ("nearly", 1, 0)],
)
def test_a_hedged_figure_is_drawn_as_its_interval(hedge: str, bars: int, arrows: int) -> None:
    chart = timeline_chart(timeline("9 2009", f"14 2015 {hedge}"), {"crs": 1, "state": 0})
    assert chart is not None
    assert chart.count('class="s1 range"') == bars
    assert chart.count('class="s1 arrow"') == arrows


def test_what_cannot_both_be_right_is_ringed() -> None:
    chart = timeline_chart(timeline("9 2015", "14 2015"), SHAPES)
    assert chart is not None
    assert chart.count('class="ring"') == 2


def test_one_value_throughout_stands_in_the_middle() -> None:
    chart = timeline_chart(timeline("9 2015", "9 2020"), SHAPES)
    places = numbers(chart, r"dot\" transform=\"translate\(([0-9.]+) ([0-9.]+)\)")
    assert len({y for _, y in places}) == 1
    assert 20 < places[0][1] < 190


@pytest.mark.parametrize("told", [("9 2015",), ("9 none", "14 none"), ("1e400 2015", "2e400 2016")])
def test_what_cannot_be_drawn_is_not(told: tuple[str, ...]) -> None:
    assert timeline_chart(timeline(*told), SHAPES) is None
    assert spark(points_of(timeline(*told))) is None


def test_figures_of_one_day_have_no_course() -> None:
    assert spark(points_of(timeline("9 2015", "14 2015"))) is None
    assert spark(points_of(timeline("9 2014", "14 2015"))) is not None


def test_a_move_stands_on_one_scale() -> None:
    chart = move_chart(figure("14", when="2015"), figure("22", "USD", "more-than", when="2022"), "trade")
    (old, _), (new, _) = numbers(chart, r"dot\" transform=\"translate\(([0-9.]+) ([0-9.]+)\)")
    assert old < new
    assert chart is not None
    assert chart.count("arrow") == 1
    assert "before $14 (2015), after over $22 (2022)" in chart


@pytest.mark.parametrize(("old", "new"), [(("14", "USD"), ("14", "percent")), (("1e400", "USD"), ("2", "USD"))])
def test_what_stands_on_no_common_scale_is_not_drawn(old: tuple[str, str], new: tuple[str, str]) -> None:
    assert move_chart(figure(*old), figure(*new), "x") is None
