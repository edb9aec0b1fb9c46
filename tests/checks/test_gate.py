"""How far the gate looks: a store without a claim, and which waivers it can judge."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.checks.catalogue import PROVENANCE, STALE
from reportdiff.checks.gate import Looked, is_concerned, look_at_store, look_since
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


def commit_all(folder: Path) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "--allow-empty", "-m", "all")):
        subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


def keep_census(folder: Path) -> None:
    text = "Inflation was 5.1% in 2015."
    edition = api.read_text(text, subject="utopia", publisher="census", published="2016-01-01")
    api.add(edition, text.encode(), folder=folder)


def test_nothing_since_a_revision_is_refused_only_where_the_store_has_no_claim_at_all(tmp_path: Path) -> None:
    api.init(tmp_path)
    commit_all(tmp_path)
    store = find_store(tmp_path)
    with pytest.raises(UnreadableInput, match="no snapshot with a claim"):
        look_since(store, "HEAD", DEFAULTS, as_of=None)
    assert look_since(store, "HEAD", DEFAULTS, as_of=None, allow_empty=True).findings == ()

    keep_census(tmp_path)
    commit_all(tmp_path)
    looked = look_since(store, "HEAD", DEFAULTS, as_of=None)
    assert (looked.findings, looked.passed_over) == ((), {"utopia/census-2016-01-01"})
    assert looked.day == looked.newest == date(2016, 1, 1)
    later = look_since(store, "HEAD", DEFAULTS, as_of=NEWEST)
    assert (later.day, later.newest) == (NEWEST, date(2016, 1, 1))


def test_a_store_with_nothing_but_damage_tells_the_damage(tmp_path: Path) -> None:
    api.init(tmp_path)
    commit_all(tmp_path)
    keep_census(tmp_path)
    record = tmp_path / "snapshots" / "utopia" / "census-2016-01-01" / "snapshot.json"
    record.write_text(record.read_text("utf-8")[:-20], "utf-8")
    store = find_store(tmp_path)
    for looked in (
        look_at_store(store, DEFAULTS, as_of=None),
        look_since(store, "HEAD", DEFAULTS, as_of=None),
    ):
        assert {finding.rule.code for finding in looked.findings} == {PROVENANCE.code}


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
