"""The verbs from Python."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reportdiff
from reportdiff import api
from reportdiff.model.change import Changed, ChangeKind, is_news
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import NotFound, UnreadableInput, UsageProblem
from reportdiff.model.quantity import Quantity

OLD = "Two-way trade with the United States was $14 billion in 2015. The population was 30 million in 2015."
NEW = "Two-way trade with the United States was over $22 billion in 2022. The population was 34 million in 2022."


def test_the_package_offers_its_first_verbs() -> None:
    assert reportdiff.read_text is api.read_text
    assert reportdiff.normalize is api.normalize
    assert reportdiff.diff is api.diff


def test_a_text_becomes_a_snapshot_with_quotes() -> None:
    snapshot = api.read_text(OLD, subject="Utopia", publisher="State Department", published="2017-01-25")
    assert snapshot.id == "utopia/state-department-2017-01-25"
    assert (snapshot.publisher.id, snapshot.publisher.name) == ("state-department", "State Department")
    assert snapshot.edition.published == date(2017, 1, 25)
    assert snapshot.text is not None
    for claim in snapshot.claims:
        assert snapshot.text[claim.position.start : claim.position.end] == claim.quote.exact
    amounts = [claim.value.amount for claim in snapshot.claims if isinstance(claim.value, Quantity)]
    assert amounts == [Decimal(14000000000), Decimal(30000000)]


def test_a_file_reads_as_its_text_does(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(OLD, "utf-8")
    assert api.normalize(path, publisher="state").claims == api.read_text(OLD, publisher="state").claims


def test_two_texts_compared() -> None:
    kinds = [change.kind for change in api.diff_texts(OLD, NEW).changes]
    assert kinds == [ChangeKind.UPDATE, ChangeKind.UPDATE]


def test_two_bare_texts_are_different_documents() -> None:
    assert api.read_text(OLD).document != api.read_text(NEW).document


def test_a_document_tells_its_own_date_subject_and_publisher(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(f"---\nsubject: utopia\npublisher: crs\ndate: 2024-01-10\n---\n\n{NEW}\n", "utf-8")
    assert api.normalize(path).id == "utopia/crs-2024-01-10"
    assert api.normalize(path, publisher="me").id == "utopia/me-2024-01-10"


@given(st.sampled_from([OLD, NEW, "Words alone.", f"{OLD} {NEW}"]))
def test_a_self_diff_holds_no_news(text: str) -> None:
    snapshot = api.read_text(text, publisher="state", published="2024-01-10")
    assert not any(map(is_news, api.diff(snapshot, snapshot).changes))


def test_an_empty_side_is_refused_unless_it_is_allowed() -> None:
    full = api.read_text(OLD)
    empty = Snapshot(
        id="utopia/none-2020-01-01",
        subject=full.subject,
        document="none/utopia",
        edition=full.edition,
        publisher=full.publisher,
        source=full.source,
        extractor=full.extractor,
        text="  \n",
    )
    with pytest.raises(UnreadableInput, match="--allow-empty"):
        api.diff(full, empty)
    assert len(api.diff(full, empty, allow_empty=True).changes) == 2


def test_aspects_are_selected() -> None:
    diff = api.diff_texts(OLD, NEW)
    assert api.select_aspects(diff, ["figures"]) == diff
    assert api.select_aspects(diff, ["facts"]).changes == ()
    with pytest.raises(UsageProblem, match="figures"):
        api.select_aspects(diff, ["numbers"])


@pytest.mark.parametrize("day", ["2024-1-10", "20240110", "2024-02-30", "yesterday", ""])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(UsageProblem, match="YYYY-MM-DD"):
        api.read_text(OLD, published=day)


@pytest.mark.parametrize("name", ["../up", "a/b", "..", "a\\b", "a\0b", "¡!", "\n"])
def test_a_name_that_no_id_can_hold_is_refused(name: str) -> None:
    with pytest.raises(UsageProblem, match="--subject"):
        api.read_text(OLD, subject=name)


def test_a_store_from_python(tmp_path: Path) -> None:
    api.init(tmp_path)
    data = OLD.encode()
    snapshot = api.read_document(
        data, name="a.txt", told=api.Told(subject="utopia", publisher="state", published="2017-01-25")
    )
    assert api.add(snapshot, data, folder=tmp_path).is_new
    assert api.open_snapshot("state", folder=tmp_path).claims == snapshot.claims
    assert [each.id for each in api.list_snapshots(folder=tmp_path)] == [snapshot.id]
    assert list(api.validate(folder=tmp_path)) == []
    assert api.check(folder=tmp_path) == ()
    with pytest.raises(NotFound, match="atlantis"):
        api.list_snapshots("atlantis", folder=tmp_path)


def test_the_draft_check_names_the_place(tmp_path: Path) -> None:
    api.init(tmp_path)
    data = OLD.encode()
    told = api.Told(subject="utopia", publisher="state", published="2017-01-25")
    api.add(api.read_document(data, name="a.txt", told=told), data, folder=tmp_path)
    draft = b"# Utopia\n\nTwo-way trade with the United States was $16.5 billion in 2015.\n"
    (finding,) = api.lint(draft, name="draft.md", folder=tmp_path)
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (3, 42)
    assert api.fails([finding], folder=tmp_path)
    with pytest.raises(NotFound, match="atlantis"):
        api.lint(draft, name="draft.md", folder=tmp_path, subject="atlantis")


def test_a_store_without_claims_answers_nothing(tmp_path: Path) -> None:
    api.init(tmp_path)
    with pytest.raises(UnreadableInput, match="no snapshot with a claim"):
        api.check(folder=tmp_path)
    with pytest.raises(UnreadableInput, match="no claim to hold a draft against"):
        api.lint(b"Exports were $5 billion.", name="draft.md", folder=tmp_path)


def test_a_delta_carries_the_hedge() -> None:
    change = api.diff_texts(OLD, NEW).changes[0]
    assert isinstance(change, Changed)
    assert change.delta is not None
    assert (change.delta.absolute, change.delta.comparator.value) == (Decimal(8000000000), "more-than")
