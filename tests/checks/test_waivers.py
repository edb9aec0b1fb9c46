"""Waivers and baselines held against what is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.api import read_text
from reportdiff.checks.aliases import fingerprints_of, keys_in
from reportdiff.checks.baseline import find_absent, finding_of, is_kept, known_of, mark_states
from reportdiff.checks.catalogue import BINDING
from reportdiff.checks.findings import trips
from reportdiff.checks.run import check_editions
from reportdiff.checks.waivers import WaiverState, check_waivers, judge_waivers, waive_findings, waiver_of
from reportdiff.model.finding import BaselineState, Finding, Waived
from reportdiff.model.settings import DEFAULTS, Level
from reportdiff.store.snapshots import find_store


def no_keys(finding: Finding) -> frozenset[str]:
    return frozenset()


def contradiction(amount: str) -> Finding:
    pair = [
        read_text(f"Two-way trade was ${each} billion in 2015.", subject="utopia", publisher=who, published=day)
        for each, who, day in (("14", "state", "2017-01-25"), (amount, "census", "2018-03-01"))
    ]
    (finding,) = check_editions(pair, DEFAULTS, as_of=None)
    return finding


FINDING = contradiction("16.5")
WAIVER = waiver_of(FINDING, owner="Ann", reason="other coverage", until=date(2018, 12, 31), draft=None)


def test_a_waiver_says_what_it_is_bound_to() -> None:
    assert (WAIVER.rule, WAIVER.subject, WAIVER.series) == ("RD102", "utopia", "trade.two-way")
    assert WAIVER.snapshots == ("utopia/state-2017-01-25", "utopia/census-2018-03-01")
    assert WAIVER.values == ("$14 billion (2015)", "$16.5 billion (2015)")


@pytest.mark.parametrize(
    ("finding", "until", "day", "state", "rule"),
    [
        (FINDING, date(2018, 12, 31), date(2018, 12, 31), WaiverState.HOLDS, None),
        (FINDING, date(2018, 12, 31), date(2019, 1, 1), WaiverState.EXPIRED, "waiver-expired"),
        (FINDING, date(2018, 12, 31), None, WaiverState.EXPIRED, "waiver-expired"),
        (FINDING, None, None, WaiverState.HOLDS, None),
        (FINDING, None, date(2999, 1, 1), WaiverState.HOLDS, None),
        (contradiction("17"), None, date(2018, 3, 1), WaiverState.LAPSED, "waiver-lapsed"),
        (contradiction("16.50001"), None, date(2018, 3, 1), WaiverState.LAPSED, "waiver-lapsed"),
        (None, None, date(2018, 3, 1), WaiverState.UNUSED, "waiver-unused"),
    ],
)
def test_the_state_of_a_waiver(
    finding: Finding | None, until: date | None, day: date | None, state: WaiverState, rule: str | None
) -> None:
    findings = [] if finding is None else [finding]
    judged = judge_waivers([replace(WAIVER, until=until)], findings, day=day, keys_of=no_keys)
    assert [each.state for each in judged] == [state]
    assert [each.rule.name for each in check_waivers(judged, day=day)] == ([rule] if rule else [])
    waived = list(waive_findings(findings, judged))
    assert [each.waived is not None for each in waived] == ([state is WaiverState.HOLDS] if findings else [])
    # Whatever does not hold makes the run fail, and so does what it was for.
    assert any(trips(each, Level.ERROR) for each in (*waived, *check_waivers(judged, day=day))) is (
        state is not WaiverState.HOLDS
    )


def test_a_lapsed_waiver_names_what_was_and_what_is() -> None:
    now = contradiction("17")
    judged = judge_waivers([WAIVER], [now], day=date(2018, 3, 1), keys_of=no_keys)
    (finding,) = check_waivers(judged, day=date(2018, 3, 1))
    assert finding.message == (
        "The waiver of $14 billion (2015) and $16.5 billion (2015) by Ann has lapsed, for it now reads "
        f"$14 billion (2015) and $17 billion (2015): decide anew with reportdiff waive {now.fingerprint}, or mend the figures"
    )


def test_what_another_waiver_holds_for_does_not_take_the_place() -> None:
    now = contradiction("17")
    both = [WAIVER, waiver_of(now, owner="Bo", reason="r", until=None, draft=None)]
    states = [each.state for each in judge_waivers(both, [now], day=None, keys_of=no_keys)]
    assert states == [WaiverState.UNUSED, WaiverState.HOLDS]


def test_what_is_waived_is_marked_and_otherwise_as_it_was() -> None:
    judged = judge_waivers([WAIVER], [FINDING], day=date(2018, 3, 1), keys_of=no_keys)
    (waived,) = waive_findings([FINDING], judged)
    assert waived.waived == Waived(by="Ann", reason="other coverage", until=date(2018, 12, 31))
    assert replace(waived, waived=None) == FINDING


@pytest.mark.parametrize("rule", sorted(BINDING, key=lambda rule: rule.code), ids=lambda rule: rule.code)
def test_what_must_be_mended_is_neither_waived_nor_taken_into_a_baseline(rule: object) -> None:
    broken = replace(FINDING, rule=rule, series=None)
    (judged,) = judge_waivers([replace(WAIVER, until=None)], [broken], day=None, keys_of=no_keys)
    assert judged.state is WaiverState.UNUSED
    assert not is_kept(broken)
    (marked,) = mark_states([broken], [known_of(broken, draft=None)], no_keys)
    assert marked.baseline_state is BaselineState.NEW


def test_a_baseline_tells_new_unchanged_and_absent() -> None:
    known, other = known_of(FINDING, draft=None), contradiction("17")
    assert [each.baseline_state for each in mark_states([FINDING, other], [known], no_keys)] == [
        BaselineState.UNCHANGED,
        BaselineState.NEW,
    ]
    assert find_absent([FINDING], [known], no_keys, draft=None) == ()
    assert find_absent([other], [known], no_keys, draft=None) == (known,)
    assert find_absent([other], [known], no_keys, draft="a.md") == ()
    gone = finding_of(known)
    assert gone is not None
    assert (gone.baseline_state, gone.fingerprint, gone.level) == (
        BaselineState.ABSENT,
        FINDING.fingerprint,
        Level.ERROR,
    )
    assert gone.message == f"No longer found: {FINDING.message}"
    assert not trips(gone, Level.INFO)
    assert finding_of(replace(known, rule="RD000")) is None


def test_a_waiver_under_any_open_key_of_a_series_holds(tmp_path: Path) -> None:
    """Adding an older edition gives an open series another id; what was waived before stays waived."""
    texts = [
        ("state", "2017-01-25", "The container terminal of the southern port handled 4.2 million boxes in 2015."),
        ("census", "2018-03-01", "The container terminal of the southern port handled 5.9 million boxes in 2015."),
    ]
    api.init(tmp_path)
    for publisher, day, text in texts:
        about = api.Told(subject="utopia", publisher=publisher, published=day)
        api.add(api.read_document(text.encode(), name="a.txt", told=about), text.encode(), folder=tmp_path)
    (finding,) = api.check(folder=tmp_path)
    assert finding.series is not None
    assert finding.series.startswith("open:")
    keys = keys_in(find_store(tmp_path))(finding)
    every = fingerprints_of(finding, lambda _: frozenset({*keys, "open:box-handled-terminal"}))
    assert {finding.fingerprint} < every
    renamed = replace(finding, series="open:box-handled-terminal", fingerprint="0" * 16)
    waiver = waiver_of(finding, owner="Ann", reason="r", until=None, draft=None)
    (judged,) = judge_waivers([waiver], [renamed], day=None, keys_of=lambda _: frozenset({str(finding.series)}))
    assert judged.state is WaiverState.HOLDS
    (judged,) = judge_waivers([waiver], [renamed], day=None, keys_of=keys_in(find_store(tmp_path)))
    assert judged.state is WaiverState.HOLDS
    strange = replace(renamed, series="trade.two-way")
    (judged,) = judge_waivers([waiver], [strange], day=None, keys_of=no_keys)
    assert judged.state is WaiverState.UNUSED


def test_an_older_edition_that_is_added_later_lapses_nothing(tmp_path: Path) -> None:
    """It gives the series another id and the contradiction another pair: the values are those that were waived."""
    texts = [
        ("state", "2017-01-25", "The container terminal of the southern port handled 4.2 million boxes in 2015."),
        ("census", "2018-03-01", "The container terminal of the southern port handled 5.9 million boxes in 2015."),
        (
            "port",
            "2016-03-01",
            "In 2015 the container terminal of the southern port handled 4.2 million boxes of freight.",
        ),
    ]
    api.init(tmp_path)

    def add(publisher: str, day: str, text: str) -> None:
        about = api.Told(subject="utopia", publisher=publisher, published=day)
        api.add(api.read_document(text.encode(), name="a.txt", told=about), text.encode(), folder=tmp_path)

    add(*texts[0])
    add(*texts[1])
    (finding,) = api.check(folder=tmp_path)
    api.waive(finding.fingerprint, owner="Ann", reason="r", folder=tmp_path)
    add(*texts[2])
    found = api.check(folder=tmp_path)
    conflicts = [each for each in found if each.rule.name == "contradiction-across-editions"]
    assert len({each.series for each in conflicts}) == len(conflicts) == 2
    assert all(each.waived is not None for each in conflicts)
    assert not api.fails(found, folder=tmp_path)
