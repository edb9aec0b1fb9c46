"""Series over all snapshots of a subject: what is joined, what is not, and that the order of adding plays no part."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from reportdiff.compare.joining.subject_series import align_subject, name_singles
from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.document import Snapshot
from reportdiff.model.series import SubjectSeries
from tests.compare.writing import snapshot

FIRST = snapshot(
    "Two-way trade rose from {$9 billion|9 USD 2009 measure=trade.total} in 2009 to "
    "{$14 billion|14 USD 2015 measure=trade.total} in 2015.\n"
    "The prison system held {94,235 inmates|94235 person 2019-06 measure=open:inmate} in {69 prisons|69 count 2019-06 measure=open:prison}.",
    published="2019-09-01",
    document="state/utopia",
)
SECOND = snapshot(
    "The country's prison system held {86,812 inmates|86812 person 2021-06 measure=open:prison-inmate} in "
    "{70 prisons|70 count 2021-06 measure=open:prison}.",
    published="2021-09-01",
    document="state/utopia",
)
THIRD = snapshot(
    "Two-way trade was {over $22 billion|22 USD more-than 2022 measure=trade.total} in 2022.\n"
    "The port handled {2 million containers|2000000 count 2022 measure=open:container} in 2022.\n"
    "The prison system held {91,003 inmates|91003 person 2023-06 measure=open:inmate} in {71 prisons|71 count 2023-06 measure=open:prison}.",
    published="2024-01-10",
    document="crs/utopia",
)
ALL = (FIRST, SECOND, THIRD)


def told(series: SubjectSeries, snapshots: tuple[Snapshot, ...] = ALL) -> list[str]:
    """The quotes of a series, in order."""
    quotes = {(each.id, claim.id): claim.quote.exact for each in snapshots for claim in each.claims}
    return [quotes[member.snapshot, member.claim] for member in series.members]


def joined(snapshots: tuple[Snapshot, ...]) -> dict[str, list[str]]:
    return {series.id: told(series, snapshots) for series in align_subject(snapshots)}


def test_keys_and_words_make_series_through_all_editions() -> None:
    assert joined(ALL) == {
        "open:container": ["2 million containers"],
        "open:inmate": ["94,235 inmates", "86,812 inmates", "91,003 inmates"],
        "open:prison": ["69 prisons", "70 prisons", "71 prisons"],
        "trade.total": ["$9 billion", "$14 billion", "over $22 billion"],
    }


def test_a_series_lists_the_keys_of_all_its_members() -> None:
    (inmates,) = (series for series in align_subject(ALL) if series.id == "open:inmate")
    assert inmates.keys == ("open:inmate", "open:prison-inmate")


@pytest.mark.parametrize("order", list(permutations(ALL)))
def test_the_order_of_adding_plays_no_part(order: tuple[Snapshot, ...]) -> None:
    assert align_subject(order) == align_subject(ALL)


def test_every_claim_is_in_exactly_one_series() -> None:
    members = [member for series in align_subject(ALL) for member in series.members]
    assert len(set(members)) == len(members) == sum(len(each.claims) for each in ALL)
    assert len({series.id for series in align_subject(ALL)}) == len(align_subject(ALL))


def test_a_figure_left_out_once_is_found_again() -> None:
    silent = snapshot("The president spoke.", published="2021-09-01", document="state/utopia")
    assert joined((FIRST, silent, THIRD))["open:prison"] == ["69 prisons", "71 prisons"]


def test_two_claims_of_one_edition_are_not_joined_by_way_of_another() -> None:
    one = snapshot("Floods killed {14 people|14 person 2019 measure=open:people} in the north.", published="2020-01-01")
    two = snapshot(
        "Floods killed {14 people|14 person 2019 measure=open:people} in the north.\n"
        "Floods killed {14 people|14 person 2019 measure=open:people} in the south.",
        published="2021-01-01",
    )
    for series in align_subject((one, two)):
        assert len({member.snapshot for member in series.members}) == len(series.members)


def test_an_edition_that_contradicts_itself_stays_out_of_the_key() -> None:
    doubtful = snapshot(
        "Trade was {$3 billion|3 USD 2015 measure=trade.total} by one count.\n"
        "Counted otherwise trade was {$30 billion|30 USD 2015 measure=trade.total}.",
        published="2020-09-01",
        document="census/utopia",
    )
    assert joined((FIRST, doubtful, THIRD))["trade.total"] == ["$9 billion", "$14 billion", "over $22 billion"]


def decided(kind: AnnotationKind, *quotes: str) -> tuple[Snapshot, ...]:
    """The three snapshots with a decision on the claims of these quotes."""
    annotation = Annotation(kind=kind, author="A", reason="B")
    return tuple(
        replace(
            each,
            claims=tuple(
                replace(claim, annotations=(annotation,)) if claim.quote.exact in quotes else claim
                for claim in each.claims
            ),
        )
        for each in ALL
    )


def test_what_people_decided_is_not_overruled() -> None:
    apart = joined(decided(AnnotationKind.DIFFERENT, "94,235 inmates", "86,812 inmates"))
    assert not any({"94,235 inmates", "86,812 inmates"} <= set(quotes) for quotes in apart.values())
    keyed = joined(decided(AnnotationKind.DIFFERENT, "$14 billion", "over $22 billion"))
    assert not any({"$14 billion", "over $22 billion"} <= set(quotes) for quotes in keyed.values())
    together = joined(decided(AnnotationKind.SAME, "69 prisons", "2 million containers"))
    assert any({"69 prisons", "2 million containers"} <= set(quotes) for quotes in together.values())


def test_series_of_one_claim_are_named_alike_whether_stored_or_made_anew() -> None:
    every = align_subject(ALL)
    several = [series for series in every if len(series.members) > 1]
    assert name_singles(several, ALL) == every
