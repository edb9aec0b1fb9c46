"""How far the gate looks: a store without a claim, and which waivers it can judge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.checks.catalogue import STALE
from reportdiff.checks.gate import Looked, is_concerned, look_at_store
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.settings import DEFAULTS
from reportdiff.model.waiver import Waiver
from reportdiff.store.snapshots import find_store

OF_STORE = Waiver(
    fingerprint="0" * 16,
    owner="Ann",
    reason="other coverage",
    until=None,
    rule="RD102",
    subject="utopia",
    series="trade.two-way",
    snapshots=("utopia/state-2017-01-25", "utopia/census-2018-03-01"),
    draft=None,
    values=(),
)
OF_DRAFT = replace(OF_STORE, draft="a.md", snapshots=("utopia/state-2017-01-25",))
NEWEST = date(2018, 3, 1)
STORE = Looked(findings=(), day=NEWEST, newest=NEWEST)
DRAFT = Looked(findings=(), day=NEWEST, newest=NEWEST, draft="a.md", subjects=("utopia",))
EARLY = {"day": date(2018, 2, 28)}


def test_a_store_without_a_claim_is_refused_unless_it_may_be_empty(tmp_path: Path) -> None:
    api.init(tmp_path)
    store = find_store(tmp_path)
    with pytest.raises(UnreadableInput, match="no snapshot with a claim"):
        look_at_store(store, DEFAULTS, as_of=None)
    looked = look_at_store(store, DEFAULTS, as_of=None, allow_empty=True)
    assert (looked.findings, looked.day, looked.newest) == ((), None, None)


@pytest.mark.parametrize(
    ("waiver", "looked", "concerned"),
    [
        (OF_STORE, STORE, True),
        (OF_STORE, STORE._replace(**EARLY), True),
        (replace(OF_STORE, rule=STALE.code), STORE, True),
        (replace(OF_STORE, rule=STALE.code), STORE._replace(**EARLY), False),
        (OF_STORE, STORE._replace(partial=True), True),
        (OF_STORE, STORE._replace(partial=True, passed_over=frozenset(OF_STORE.snapshots[:1])), True),
        (OF_STORE, STORE._replace(partial=True, passed_over=frozenset(OF_STORE.snapshots)), False),
        (OF_STORE, DRAFT, False),
        (OF_DRAFT, STORE, False),
        (OF_DRAFT, DRAFT, True),
        (OF_DRAFT, DRAFT._replace(draft="b.md"), False),
        (OF_DRAFT, DRAFT._replace(subjects=("atlantis",)), False),
        (replace(OF_DRAFT, subject=None), DRAFT._replace(subjects=("atlantis",)), True),
        (OF_DRAFT, DRAFT._replace(**EARLY), False),
        (OF_DRAFT, DRAFT._replace(day=None), True),
    ],
)
def test_a_waiver_is_judged_only_where_enough_was_looked_at(waiver: Waiver, looked: Looked, *, concerned: bool) -> None:
    assert is_concerned(waiver, looked) is concerned
