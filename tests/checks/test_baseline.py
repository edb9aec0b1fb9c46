"""What a baseline may hold, and what it makes of a finding that it has or that is found no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportdiff.api import read_text
from reportdiff.checks.baseline import find_absent, finding_of, is_kept, known_of, mark_states
from reportdiff.checks.catalogue import BINDING
from reportdiff.checks.run import check_editions
from reportdiff.model.finding import BaselineState, Finding, Waived
from reportdiff.model.settings import DEFAULTS


@pytest.fixture(scope="module")
def finding() -> Finding:
    texts = ("The population was 30 million in 2015.", "The population was 36 million in 2015.")
    pair = [
        read_text(text, subject="utopia", publisher=publisher, published=f"201{day}-01-01")
        for text, publisher, day in zip(texts, ("state", "crs"), (6, 7), strict=True)
    ]
    (found,) = check_editions(pair, DEFAULTS, as_of=None)
    return found


def keys_of(finding: Finding) -> frozenset[str]:
    return frozenset()


def test_only_what_is_neither_waived_nor_binding_nor_gone_is_kept(finding: Finding) -> None:
    waived = replace(finding, waived=Waived(by="Ann", reason="other coverage", until=None))
    binding = replace(finding, rule=min(BINDING, key=lambda rule: rule.code))
    gone = replace(finding, baseline_state=BaselineState.ABSENT)
    seen = replace(finding, baseline_state=BaselineState.UNCHANGED)
    assert [is_kept(each) for each in (finding, seen, waived, binding, gone)] == [True, True, False, False, False]


def test_a_known_finding_is_unchanged_unless_it_must_be_mended(finding: Finding) -> None:
    binding = replace(finding, rule=min(BINDING, key=lambda rule: rule.code))
    known = (known_of(finding, draft=None),)
    states = [each.baseline_state for each in mark_states([finding, binding], known, keys_of)]
    assert states == [BaselineState.UNCHANGED, BaselineState.NEW]
    assert [each.baseline_state for each in mark_states([finding], (), keys_of)] == [BaselineState.NEW]


def test_what_is_found_no_more_is_looked_for_among_its_own(finding: Finding) -> None:
    stored, drafted = known_of(finding, draft=None), known_of(finding, draft="a.md")
    assert find_absent([], [stored, drafted], keys_of, draft=None) == (stored,)
    assert find_absent([], [stored, drafted], keys_of, draft="a.md") == (drafted,)
    assert find_absent([finding], [stored, drafted], keys_of, draft=None) == ()


def test_a_known_finding_comes_back_as_absent(finding: Finding) -> None:
    gone = finding_of(known_of(finding, draft=None))
    assert gone is not None
    assert (gone.baseline_state, gone.message) == (BaselineState.ABSENT, f"No longer found: {finding.message}")
    assert (gone.rule, gone.level, gone.series, gone.where, gone.fingerprint) == (
        finding.rule,
        finding.level,
        finding.series,
        finding.where,
        finding.fingerprint,
    )
    assert finding_of(replace(known_of(finding, draft=None), rule="RD999")) is None
