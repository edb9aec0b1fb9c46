"""Tellings read once and changes of pairs alone: less work, and the very same outcome."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from reportdiff import api
from reportdiff.compare.chronicle import make_chronicle
from reportdiff.compare.diff import diff_shared, diff_snapshots
from reportdiff.compare.joining.subject_series import align_subject
from reportdiff.compare.reading.telling import Telling, Tellings, once, telling_of
from reportdiff.compare.reckoning.arithmetic import reckon_between
from reportdiff.model.change import Changed
from reportdiff.model.document import Snapshot
from tests.conftest import ROOT

IDS = ("peru/state-2017-01-25", "peru/usaid-2022-04-26", "peru/crs-2024-01-10")


@pytest.fixture(scope="module")
def shipped() -> tuple[Snapshot, ...]:
    told = [api.open_snapshot(name, folder=ROOT) for name in IDS]
    again = replace(told[0], id="peru/state-2018-01-25", claims=told[0].claims[: len(told[0].claims) // 2])
    return (*told, again, replace(told[2], text=None))


def test_kept_tellings_change_no_diff(shipped: tuple[Snapshot, ...]) -> None:
    tell = Tellings()
    for old, new in permutations(shipped, 2):
        assert diff_snapshots(old, new, tell=tell) == diff_snapshots(old, new)
        assert reckon_between(old, new, tell=tell) == reckon_between(old, new)
    assert align_subject(shipped[:3], tell=tell) == align_subject(shipped[:3])


def test_the_shared_changes_are_those_of_the_whole_diff_in_their_order(shipped: tuple[Snapshot, ...]) -> None:
    for old, new in permutations(shipped, 2):
        whole = diff_snapshots(old, new)
        pairs = tuple(change for change in whole.changes if isinstance(change, Changed))
        assert pairs
        assert diff_shared(old, new).changes == pairs


def test_a_snapshot_is_told_once_and_known_as_itself(shipped: tuple[Snapshot, ...]) -> None:
    asked: list[str] = []

    def tell(snapshot: Snapshot) -> Telling:
        asked.append(snapshot.id)
        return telling_of(snapshot)

    kept = Tellings(tell)
    twin = replace(shipped[0], claims=())
    assert kept(shipped[0]) is kept(shipped[0])
    assert kept(twin).claims == ()
    assert asked == [shipped[0].id, shipped[0].id]


def test_what_is_found_in_a_telling_is_looked_for_once(shipped: tuple[Snapshot, ...]) -> None:
    looked: list[int] = []

    def count(telling: Telling) -> int:
        looked.append(len(telling.claims))
        return len(telling.claims)

    telling, other = telling_of(shipped[0]), telling_of(shipped[1])
    assert [once(telling, count), once(telling, count), once(other, count)] == [*looked[:1], *looked]
    assert looked == [len(telling.claims), len(other.claims)]


def test_a_chronicle_does_not_depend_on_what_was_told_before(shipped: tuple[Snapshot, ...]) -> None:
    assert list(make_chronicle(shipped[:3])) == list(make_chronicle(shipped[:3]))
