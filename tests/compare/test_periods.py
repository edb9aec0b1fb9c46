"""How the times of two claims lie to each other."""

from __future__ import annotations

import pytest

from reportdiff.compare.periods import Relation, relate, same_window
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
    ],
)
def test_windows_of_one_make(one: str, other: str, *, alike: bool) -> None:
    assert same_window(period(one), period(other)) is alike
    assert same_window(period(other), period(one)) is alike
