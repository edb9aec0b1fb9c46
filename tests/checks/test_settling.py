"""What the gate says of a baseline where it looked at everything, and where it did not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportdiff import api
from reportdiff.checks.baseline import known_of
from reportdiff.checks.gate import Looked, look_at_store, settle
from reportdiff.model.finding import BaselineState
from reportdiff.model.settings import DEFAULTS
from reportdiff.store.baseline import change_baseline
from reportdiff.store.snapshots import Store, find_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two reports that contradict each other."""
    tmp_path = tmp_path_factory.mktemp("store")
    api.init(tmp_path)
    for publisher, day, amount in (("state", "2017-01-25", "14"), ("census", "2018-03-01", "16.5")):
        text = f"Two-way trade was ${amount} billion in 2015."
        told = api.Told(subject="utopia", publisher=publisher, published=day)
        api.add(api.read_document(text.encode(), name=f"{publisher}.txt", told=told), text.encode(), folder=tmp_path)
    return find_store(tmp_path)


def test_it_is_judged_by_the_day_given_or_by_the_newest_report(store: Store) -> None:
    looked = look_at_store(store, DEFAULTS, as_of=None)
    assert (looked.day, looked.newest, looked.partial) == (date(2018, 3, 1), date(2018, 3, 1), False)
    later = look_at_store(store, DEFAULTS, as_of=date(2020, 1, 1))
    assert (later.day, later.newest) == (date(2020, 1, 1), date(2018, 3, 1))


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        ({}, True),
        ({"partial": True}, False),
        ({"day": date(2018, 2, 28)}, False),
        ({"partial": True, "day": date(2018, 2, 28)}, False),
        ({"day": None}, True),
        ({"day": date(2018, 3, 2)}, True),
    ],
)
def test_what_is_found_no_more_is_told_only_where_all_was_looked_at(
    store: Store, change: dict[str, object], gone: bool
) -> None:
    looked = look_at_store(store, DEFAULTS, as_of=None)
    (finding,) = looked.findings
    other = replace(known_of(finding, draft=None), fingerprint="0" * 16)
    change_baseline(store, lambda _: (known_of(finding, draft=None), other))
    found = settle(Looked(**{**looked._asdict(), **change}), store, DEFAULTS)
    assert [each.baseline_state for each in found if each.fingerprint == finding.fingerprint] == [
        BaselineState.UNCHANGED
    ]
    assert any(each.baseline_state is BaselineState.ABSENT for each in found) is gone
