"""What people decided about series stands above keys and words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportdiff.compare.conflicts import find_conflicts_within
from reportdiff.compare.diff import diff_snapshots
from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.change import Added, Changed, Dropped
from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from tests.compare.writing import snapshot

OLD = snapshot("Trade was {$14 billion|14 USD 2015 measure=trade.total} in 2015.", published="2017-01-25")
NEW = snapshot(
    "Trade was {$22 billion|22 USD 2022 measure=trade.total} in 2022.\n"
    "Ferries carried {3 million passengers|3 person 2022 measure=open:ferry-passenger}.",
    published="2024-01-10",
    document="crs/peru",
)


def decided(kind: AnnotationKind, *names: str) -> Annotation:
    return Annotation(kind=kind, author="Ann", reason="known", claims=names)


def bearing(told: Snapshot, annotation: Annotation, *amounts: str) -> Snapshot:
    """*told*, with the claims of some amounts bearing a decision."""

    def bears(claim: Claim) -> Claim:
        return replace(claim, annotations=(annotation,)) if claim.id.split("@")[0] in amounts else claim

    return replace(told, claims=tuple(map(bears, told.claims)))


def pairs(old: Snapshot, new: Snapshot) -> list[tuple[str, str]]:
    changes = (change for change in diff_snapshots(old, new).changes if isinstance(change, Changed))
    return [(change.old.quote.exact, change.new.quote.exact) for change in changes]


def test_claims_of_one_key_that_are_different_are_not_paired() -> None:
    assert pairs(OLD, NEW) == [("$14 billion", "$22 billion")]
    apart = decided(AnnotationKind.DIFFERENT, "a", "b")
    old, new = bearing(OLD, apart, "14"), bearing(NEW, apart, "22")
    assert pairs(old, new) == pairs(new, old) == []
    kinds = [type(change) for change in diff_snapshots(old, new).changes]
    assert sorted(kinds, key=str) == [Added, Added, Dropped]


def test_claims_of_other_words_that_are_the_same_are_paired() -> None:
    old = snapshot("Boats took {2 million people|2 person 2015 measure=open:boat}.", published="2017-01-25")
    assert pairs(old, NEW) == []
    joined = decided(AnnotationKind.SAME, "a", "b")
    old, new = bearing(old, joined, "2"), bearing(NEW, joined, "3")
    assert pairs(old, new) == [("2 million people", "3 million passengers")]
    (change,) = [each for each in diff_snapshots(old, new).changes if isinstance(each, Changed)]
    assert change.kind.value == "update"


@pytest.mark.parametrize(("kind", "count"), [(None, 1), (AnnotationKind.DIFFERENT, 0)])
def test_what_is_different_is_no_contradiction_in_one_text(kind: AnnotationKind | None, count: int) -> None:
    told = snapshot(
        "The poverty rate was {20 percent|20 percent 2019 measure=poverty.rate} in 2019.\n"
        "The poverty rate was {31 percent|31 percent 2019 measure=poverty.rate} in 2019."
    )
    told = bearing(told, decided(kind, "a", "b"), "20", "31") if kind else told
    assert len(find_conflicts_within(told)) == count


def test_what_a_person_reads_otherwise_in_one_edition_is_technical() -> None:
    fixed = replace(OLD, claims=(replace(OLD.claims[0], value=NEW.claims[0].value),))
    (change,) = diff_snapshots(OLD, fixed).changes
    assert (change.kind.value, change.technical) == ("revision", True)
    (same,) = diff_snapshots(OLD, OLD).changes
    assert (same.kind.value, same.technical) == ("confirmed", False)
