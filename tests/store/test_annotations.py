"""What people decide, applied over the reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.claim import Claim, EventDate
from reportdiff.model.correction import Addition, Annotations
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import InvalidSettings
from reportdiff.model.period import Basis, Precision
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.records.annotations import dump_annotations
from reportdiff.store.annotations import apply_annotations, find_stale, with_addition, with_correction, with_decision
from reportdiff.store.corrections import correction_of
from reportdiff.store.snapshots import Store, read_sealed, read_snapshot
from reportdiff.store.validation import validate_store
from tests.records.samples import SNAPSHOT
from tests.store.samples import small_store

PLAIN = replace(SNAPSHOT, claims=tuple(replace(claim, annotations=()) for claim in SNAPSHOT.claims))
TRADE = PLAIN.claims[0].id
WHO = Annotation(kind=AnnotationKind.CORRECT, author="Ann", reason="a slip", decided=date(2024, 2, 28))


def corrected(**members: str | Decimal) -> Claim:
    named = {name.replace("__", "."): value for name, value in members.items()}
    correction = correction_of(f"{PLAIN.id}#{TRADE}", named, WHO)
    found = apply_annotations(PLAIN, Annotations(corrections=(correction,)), name="a.toml")
    return next(claim for claim in found.claims if claim.id == TRADE)


def quantity(claim: Claim) -> Quantity:
    assert isinstance(claim.value, Quantity)
    return claim.value


def test_a_corrected_figure_has_the_interval_that_it_can_mean() -> None:
    claim = corrected(value__amount=Decimal(23000000000), value__comparator="exactly", value__upper="")
    assert quantity(claim).amount == 23000000000
    assert (quantity(claim).lower_bound, quantity(claim).upper_bound) == (22500000000, 23500000000)
    assert (claim.id, claim.quote) == (TRADE, PLAIN.claims[0].quote)
    assert [(each.kind, each.author, each.reason) for each in claim.annotations] == [
        (AnnotationKind.CORRECT, "Ann", "a slip")
    ]


@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [
        ("2021-01-01", "2021-12-31", Precision.YEAR),
        ("2021-02-01", "2021-02-28", Precision.MONTH),
        ("2021-02-03", "2021-02-03", Precision.DAY),
        ("2021-02-03", "2022-02-03", Precision.SPAN),
    ],
)
def test_a_corrected_period_is_stated_and_as_fine_as_its_days(start: str, end: str, precision: Precision) -> None:
    claim = corrected(period__start=start, period__end=end)
    assert (str(claim.period.start), str(claim.period.end)) == (start, end)
    assert (claim.period.precision, claim.period.basis) == (precision, Basis.STATED)


def test_measure_unit_and_dimensions_can_be_corrected() -> None:
    claim = corrected(measure="trade.goods", value__unit="EUR", dimensions__flow="imports", dimensions__partner="")
    assert (claim.measure, quantity(claim).unit, claim.dimensions) == ("trade.goods", "EUR", (("flow", "imports"),))


@pytest.mark.parametrize(
    ("member", "value", "told"),
    [
        ("id", "x", "'id' is no member of a quantity claim"),
        ("quote.exact", "x", "'quote.exact' is no member"),
        ("value.amont", Decimal(1), "did you mean 'value.amount'"),
        ("value.person", "x", "no member of a quantity claim"),
        ("value.amount", "x", "value.amount of claim .* is not a number"),
        ("value.unit", "", "value.unit of claim .* null is not a text"),
        ("period.start", "2022", "period.start of claim .* is not a day"),
    ],
)
def test_what_a_claim_cannot_hold_is_refused_with_file_and_key(member: str, value: str | Decimal, told: str) -> None:
    with pytest.raises(InvalidSettings, match=f"^a.toml: at /correct/0/set: .*{told}"):
        corrected(**{member.replace(".", "__"): value})


ADDITION = Addition(
    annotation=replace(WHO, kind=AnnotationKind.ADD), snapshot=PLAIN.id, quote="$9 billion", measure="trade.total",
    amount=Decimal(9000000000), unit="USD", start=date(2009, 1, 1), end=date(2009, 12, 31),
)  # fmt: skip


def test_a_missing_claim_stands_at_its_place() -> None:
    found = apply_annotations(PLAIN, Annotations(additions=(ADDITION,)), name="a.toml")
    (claim,) = [claim for claim in found.claims if claim.measure == "trade.total"]
    assert PLAIN.text is not None
    assert PLAIN.text[claim.position.start : claim.position.end] == claim.quote.exact == "$9 billion"
    assert PLAIN.text[claim.sentence.start : claim.sentence.end].startswith("Trade rose")
    assert claim.quote.prefix == "Trade rose from "
    assert quantity(claim).comparator is Comparator.EXACTLY
    assert claim.annotations[0].claims == (f"{PLAIN.id}#{claim.id}",)
    assert list(found.claims) == sorted(found.claims, key=lambda each: each.position)


def test_what_is_not_found_is_told_and_does_nothing() -> None:
    gone = replace(ADDITION, quote="$8 billion")
    twice = replace(ADDITION, quote="billion")
    decision = replace(WHO, kind=AnnotationKind.SAME, claims=(f"{PLAIN.id}#{TRADE}", f"{PLAIN.id}#nope"))
    annotations = Annotations(decisions=(decision,), additions=(gone, twice, replace(ADDITION, snapshot="peru/x-1")))
    found = apply_annotations(PLAIN, annotations, name="a.toml")
    assert len(found.claims) == len(PLAIN.claims)
    assert list(find_stale(annotations, {PLAIN.id: PLAIN})) == [
        (f"{PLAIN.id}#nope", "no such claim is read any more"),
        (PLAIN.id, "'$8 billion' does not stand once in the text"),
        (PLAIN.id, "'billion' does not stand once in the text"),
        ("peru/x-1", "no such snapshot is stored"),
    ]


def test_a_prefix_tells_two_places_apart() -> None:
    second = replace(ADDITION, quote="billion", prefix="$9 ")
    assert list(find_stale(Annotations(additions=(second,)), {PLAIN.id: PLAIN})) == []


def test_a_claim_named_by_its_id_alone_is_found_in_every_snapshot_that_has_it() -> None:
    decision = replace(WHO, kind=AnnotationKind.DIFFERENT, claims=(TRADE, PLAIN.claims[1].id))
    other = replace(PLAIN, id="peru/crs-2023-01-10")
    for snapshot in (PLAIN, other):
        found = apply_annotations(snapshot, Annotations(decisions=(decision,)), name="a.toml")
        assert {claim.id for claim in found.claims if claim.annotations} == {TRADE, PLAIN.claims[1].id}


def test_a_decision_bears_the_same_on_all_its_claims() -> None:
    names = tuple(f"{PLAIN.id}#{claim.id}" for claim in PLAIN.claims[:2])
    decision = replace(WHO, kind=AnnotationKind.SAME, claims=names)
    found = apply_annotations(PLAIN, Annotations(decisions=(decision,)), name="a.toml")
    assert [claim.annotations for claim in found.claims if claim.annotations] == [(decision,), (decision,)]


def test_a_later_word_takes_the_place_of_an_earlier_one() -> None:
    name = f"{PLAIN.id}#{TRADE}"
    first = correction_of(name, {"measure": "a", "value.unit": "EUR"}, WHO)
    second = correction_of(name, {"measure": "b"}, replace(WHO, author="B"))
    annotations = with_correction(with_correction(Annotations(), first), second)
    assert [each.members for each in annotations.corrections] == [(("measure", "b"), ("value.unit", "EUR"))]
    same = replace(WHO, kind=AnnotationKind.SAME, claims=("a", "b"))
    other = replace(WHO, kind=AnnotationKind.DIFFERENT, claims=("b", "a"))
    assert with_decision(with_decision(Annotations(), same), other).decisions == (other,)
    anew = replace(ADDITION, amount=Decimal(8))
    assert with_addition(with_addition(Annotations(), ADDITION), anew).additions == (anew,)


def measure_of(snapshot: Snapshot) -> str:
    return next(claim.measure for claim in snapshot.claims if claim.id == TRADE)


def write(store: Store, annotations: Annotations) -> Path:
    path = store.folder / "peru" / "annotations.toml"
    path.write_bytes(dump_annotations(annotations))
    return path


def test_a_stored_snapshot_is_read_as_people_say_and_stays_as_it_is(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    name = "peru/crs-2024-01-10"
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    write(store, Annotations(corrections=(correction_of(f"{name}#{TRADE}", {"measure": "trade.goods"}, WHO),)))
    assert measure_of(read_snapshot(store, name)) == "trade.goods"
    assert measure_of(read_sealed(store, name)) == "trade.two-way"
    assert measure_of(read_snapshot(store, "peru/state-2017-01-25")) == "trade.two-way"
    assert list(validate_store(store)) == []
    assert {path: path.read_bytes() for path in before} == before


def test_validate_tells_what_is_about_claims_that_are_gone(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    write(store, Annotations(corrections=(correction_of("peru/crs-2024-01-10#gone", {"measure": "x"}, WHO),)))
    (problem,) = validate_store(store)
    assert problem.snapshot == "peru/annotations.toml#peru/crs-2024-01-10#gone"
    assert problem.message.startswith("peru/annotations.toml: peru/crs-2024-01-10#gone: no such claim is read any more")


def test_an_invalid_file_is_refused_on_every_reading(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    path = store.folder / "peru" / "annotations.toml"
    path.write_text("[[same]]\nclaims = 3\n")
    for read in (lambda: read_snapshot(store, "peru/crs-2024-01-10"), lambda: list(validate_store(store))):
        with pytest.raises(InvalidSettings, match=f"^{path}: at /same/0: member 'author' is missing"):
            read()


def test_facts_can_be_corrected_too() -> None:
    event = next(claim for claim in PLAIN.claims if isinstance(claim.value, EventDate))
    correction = correction_of(event.id, {"value.date": "2010", "value.precision": "year"}, WHO)
    found = apply_annotations(PLAIN, Annotations(corrections=(correction,)), name="a.toml")
    assert [claim.value.date for claim in found.claims if isinstance(claim.value, EventDate)] == ["2010"]
