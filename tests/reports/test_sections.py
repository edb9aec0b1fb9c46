"""What stands together in a diff's report."""

from __future__ import annotations

from dataclasses import replace

from reportdiff.model.change import Added, Changed, ChangeKind, Dropped
from reportdiff.reports.formats import render_diff
from reportdiff.reports.screen import Screen
from reportdiff.reports.sections import group_changes, sort_into_sections
from tests.reports.sample import DIFF

PAIR = next(each for each in DIFF.changes if isinstance(each, Changed) and each.series.startswith("trade"))
CAME = next(each for each in DIFF.changes if isinstance(each, Added))
GONE = next(each for each in DIFF.changes if isinstance(each, Dropped))
LATER = replace(CAME, series=PAIR.series, new=PAIR.new)
EARLIER = replace(GONE, series=PAIR.series, old=PAIR.old)
UNPAIRED = replace(DIFF, changes=(LATER, EARLIER))


def test_what_came_and_what_went_of_an_unpaired_series_stand_on_their_own_sides() -> None:
    sections = sort_into_sections(UNPAIRED)
    assert [group.changes for group in sections.added] == [(LATER,)]
    assert [group.changes for group in sections.gone] == [(EARLIER,)]


def test_a_pair_holds_together_all_that_is_told_of_its_series() -> None:
    (group,) = group_changes((EARLIER, PAIR, LATER))
    assert set(group.changes) == {PAIR, LATER, EARLIER}


def test_what_cannot_be_verified_is_no_news_where_both_sides_say_the_same() -> None:
    same = replace(PAIR, kind=ChangeKind.UNVERIFIABLE, new=PAIR.old)
    other = replace(PAIR, kind=ChangeKind.UNVERIFIABLE)
    for change, section in ((same, "quiet"), (other, "moved")):
        (group,) = getattr(sort_into_sections(replace(DIFF, changes=(change,))), section)
        assert group.changes == (change,)


def test_no_report_tells_an_old_value_as_one_of_the_new_text() -> None:
    for form in ("text", "markdown"):
        added = (
            render_diff(UNPAIRED, form, Screen(width=120)).lower().partition("added by")[2].partition("not mentioned")
        )
        assert "$22 billion" in added[0] and "$14 billion" not in added[0], form
        assert "$14 billion" in added[2], form
