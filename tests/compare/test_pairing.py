"""Which observations of one series are set against each other, told from all that could be."""

from __future__ import annotations

from hypothesis import given
from hypothesis.strategies import lists, sampled_from

from reportdiff.compare.joining.pairing import pair_observations
from reportdiff.compare.reading.periods import Relation, days_of, relate
from reportdiff.model.claim import Claim
from tests.compare.writing import figure

TIMES = ["none", "published", "2018", "2019", "2019-06", "2019-01-01..2019-11-30", "2017..2019", "2018..2020", "2020"]


def told(times: list[str], first: int) -> tuple[Claim, ...]:
    return tuple(figure(str(first + number), when=when) for number, when in enumerate(times))


def of_one_period(one: Claim, other: Claim) -> bool:
    if days_of(one.period) is None or days_of(other.period) is None:
        return days_of(one.period) is days_of(other.period)
    return relate(one.period, other.period) is Relation.SAME


@given(lists(sampled_from(TIMES), max_size=8), lists(sampled_from(TIMES), max_size=8))
def test_each_period_of_both_sides_has_one_pair_and_no_more(old: list[str], new: list[str]) -> None:
    olds, news = told(old, 10), told(new, 50)
    found = pair_observations(olds, news, lambda _one, _other: 0)
    same = [pair for pair in found.pairs if of_one_period(*pair)]
    for number, (one, other) in enumerate(same):
        rest = same[:number] + same[number + 1 :]
        assert not any(of_one_period(one, each) or of_one_period(other, counter) for each, counter in rest)
    covered = [{claim.id for claim in side} for side in zip(*found.pairs, strict=True)] or [set(), set()]
    for one in olds:
        for other in news:
            if of_one_period(one, other):
                near = [each for pair in same for each in pair]
                assert any(of_one_period(one, each) or of_one_period(other, each) for each in near)
    assert covered[0].isdisjoint(claim.id for claim in found.old_left)
    assert covered[1].isdisjoint(claim.id for claim in found.new_left)


def test_a_month_is_paired_with_the_same_month_of_many() -> None:
    months = [f"{year}-{month:02}" for year in range(1990, 2020) for month in range(1, 13)]
    found = pair_observations(told(months, 100), told(months[::-1], 900), lambda _one, _other: 0)
    assert len(found.pairs) == len(months)
    assert all(one.period == other.period for one, other in found.pairs)
    assert not found.old_left
    assert not found.new_left
