"""How the times of two claims lie to each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportdiff.compare.reading.periods import (
    Relation,
    may_share_window,
    relate,
    same_length,
    same_start,
    same_window,
)
from reportdiff.model.period import Precision
from tests.compare.writing import period

MIRROR = {Relation.LATER: Relation.EARLIER, Relation.EARLIER: Relation.LATER}


@pytest.mark.parametrize(
    ("old", "new", "relation"),
    [
        ("2015", "2015", Relation.SAME),
        ("2015", "2015-01-01..2015-12-01", Relation.SAME),
        ("2015", "2015-03-01..2015-12-31", Relation.SAME),
        ("2015", "2015-03-31..2015-12-31", Relation.LATER),
        ("2015", "2022", Relation.LATER),
        ("2022", "2015", Relation.EARLIER),
        ("2019-06", "2019", Relation.LATER),
        ("2010..2015", "2015", Relation.LATER),
        ("2010-01-01..2010-06-30", "2010-06-30..2010-12-31", Relation.LATER),
        ("2010-01-01..2011-02-04", "2010-02-01..2011-02-04", Relation.LATER),
        ("2010-01-01..2011-02-05", "2010-02-01..2011-02-05", Relation.SAME),
        ("none", "2015", Relation.INCOMPARABLE),
        ("none", "none", Relation.INCOMPARABLE),
    ],
)
def test_relation_and_its_mirror(old: str, new: str, relation: Relation) -> None:
    told, retold = period(old), period(new)
    assert relate(told, retold) is relation
    assert relate(retold, told) is MIRROR.get(relation, relation)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("2015", "2022", True),
        ("2019-06", "2022", True),
        ("2017..2021", "2017..2023", True),
        ("2012..2015", "2016..2019", True),
        ("2022", "2002..2023", False),
        ("2021..2022", "2022", False),
        ("2013..2022", "2017", False),
        ("none", "2002..2023", True),
        ("2013..2022", "2014..2022", True),
        ("2013..2022", "2015..2022", False),
        ("2010-01-01..2012-12-31", "2010-02-01..2014-12-31", True),
        ("2010-01-01..2012-12-31", "2010-02-02..2014-12-31", False),
        ("2010-12-31..2011-12-31", "2010-12-31..2014-12-31", False),
        ("2010-01-01..2011-02-04", "2010-01-01..2014-12-31", False),
        ("2010-01-01..2011-02-05", "2010-01-01..2014-12-31", True),
        ("2010-01-01..2012-06-18", "2020-01-01..2022-09-26", True),
        ("2010-01-01..2012-06-17", "2020-01-01..2022-09-26", False),
    ],
)
def test_windows_of_one_make(one: str, other: str, *, alike: bool) -> None:
    assert same_window(period(one), period(other)) is alike
    assert same_window(period(other), period(one)) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("2013..2022", "2017", False),
        ("2013..2022", "2017-06", True),
        ("2013..2022", "2017-06-30", True),
        ("2013..2022", "2017-06-01..2017-07-01", True),
        ("2013..2022", "2017-06-01..2017-07-02", False),
        ("2013..2022", "2013..2023", True),
        ("none", "2013..2022", True),
        ("none", "none", True),
    ],
)
def test_a_state_may_be_what_a_span_has_led_to(one: str, other: str, *, alike: bool) -> None:
    assert may_share_window(period(one), period(other)) is alike
    assert may_share_window(period(other), period(one)) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("2015", "2015..2020", True),
        ("2015", "2015-02-01..2020-12-31", True),
        ("2015", "2015-02-02..2020-12-31", False),
        ("2015", "2016", False),
        ("2015", "published", False),
        ("2015", "none", False),
        ("published", "none", True),
        ("none", "none", True),
    ],
)
def test_stated_periods_begin_together_or_neither_is_stated(one: str, other: str, *, alike: bool) -> None:
    assert same_start(period(one), period(other)) is alike
    assert same_start(period(other), period(one)) is alike


@pytest.mark.parametrize(
    ("old", "new", "relation"),
    [
        ("2010-01-01..2012-12-31", "2010-02-01..2013-01-31", Relation.SAME),
        ("2010-01-01..2012-12-31", "2010-01-01..2013-02-01", Relation.LATER),
        ("2010..2019", "2010..2020", Relation.LATER),
        ("2015-01-01..2015-01-10", "2015-01-01..2015-01-08", Relation.SAME),
        ("2015-01-01..2015-01-10", "2015-01-01..2015-01-07", Relation.EARLIER),
        ("2014..2015", "2015", Relation.LATER),
    ],
)
def test_of_a_window_that_grows_the_end_tells(old: str, new: str, relation: Relation) -> None:
    assert relate(period(old), period(new)) is relation
    assert relate(period(new), period(old)) is MIRROR.get(relation, relation)


@pytest.mark.parametrize(
    ("old", "new", "relation"),
    [
        ("2021-01-01..2021-08-31", "2021-01-01..2021-09-30", Relation.LATER),
        ("2021-01-01..2021-08-31", "2021-01-01..2021-08-29", Relation.SAME),
        ("2020-07-01..2021-06-30", "2020-08-01..2021-07-31", Relation.LATER),
    ],
)
def test_windows_of_months_are_one_where_they_begin_and_end_together(old: str, new: str, relation: Relation) -> None:
    spans = [replace(period(each), precision=Precision.SPAN) for each in (old, new)]
    assert relate(*spans) is relation
    assert relate(*reversed(spans)) is MIRROR.get(relation, relation)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("2019-06", "2020-02", True),
        ("2019", "2020", True),
        ("2019-01-01..2019-03-31", "2020-04-01..2020-06-30", True),
        ("2019-01-01..2019-06-30", "2020-01-01..2020-03-31", False),
        ("2019", "2020-01-01..2020-11-26", True),
        ("2019", "2020-01-01..2020-11-23", False),
        ("2015..2019", "2016..2020", False),
        ("2019", "none", False),
        ("2019-06-30", "published", False),
    ],
)
def test_growth_over_periods_of_one_length_is_of_a_kind(one: str, other: str, *, alike: bool) -> None:
    assert same_length(period(one), period(other)) is alike
    assert same_length(period(other), period(one)) is alike
