"""Facts beside figures: what overtakes them, and what is not asked of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportdiff.checks.support import check_support
from reportdiff.compare.verdicts.standing import Observation, Standing, judge_standing
from reportdiff.model.claim import Claim, ClaimKind, Membership
from tests.compare.writing import figure, period, snapshot


def member(state: str, when: str) -> Claim:
    value = Membership(member="Utopia", set="OECD", state=state)
    return replace(
        figure("1"),
        id=f"{state}-{when}",
        kind=ClaimKind.MEMBERSHIP,
        measure="membership",
        value=value,
        period=period(when),
    )


def test_a_stated_membership_ends_where_a_later_report_says_so() -> None:
    left = Observation(claim=member("left", "2022"), known=date(2023, 1, 1))
    for when in ("2015", "published", "none"):
        judged = judge_standing(member("belongs", when), [left], date(2024, 1, 1))
        assert (judged.standing, judged.overtaken_by) == (Standing.STALE, left)
    assert judge_standing(member("belongs", "2023"), [left], date(2024, 1, 1)).standing is Standing.CURRENT
    assert judge_standing(member("belongs", "2015"), [left], date(2022, 12, 31)).standing is Standing.CURRENT
    assert judge_standing(member("joined", "2015"), [left], date(2024, 1, 1)).standing is Standing.CURRENT


def test_only_a_figure_needs_support() -> None:
    draft = snapshot("Told.", facts=(member("belongs", "2015"), figure("5", when="2015")))
    assert [each.old.claim.id for each in check_support(draft, [], frozenset()) if each.old] == ["5-2015"]
    assert list(check_support(draft, [], {"5-2015"})) == []
