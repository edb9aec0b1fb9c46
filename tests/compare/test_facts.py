"""Office holders, dates of events and memberships."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportdiff.compare.diff import diff_snapshots
from reportdiff.compare.verdicts.fact_kinds import compare_facts
from reportdiff.compare.verdicts.standing import Observation, judge_standing
from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.change import Added, Changed, Dropped
from reportdiff.model.claim import Claim, ClaimKind, EventDate, Holder, Membership, Modality, Quote, Value
from reportdiff.model.text import Span
from tests.compare.writing import period, snapshot

KINDS = {Holder: ClaimKind.HOLDER, EventDate: ClaimKind.DATE, Membership: ClaimKind.MEMBERSHIP}


def fact(value: Value, *, published: str, at: int = 0) -> Claim:
    kind = KINDS[type(value)]  # type: ignore[index]
    return Claim(
        id=f"{kind}-{at}",
        kind=kind,
        measure=f"{kind}.{at}",
        value=value,
        period=period("published", date.fromisoformat(published)),
        quote=Quote(exact=str(at)),
        position=Span(at, at + 1),
        sentence=Span(0, 40),
    )


def changes(old: list[Value], new: list[Value], *, document: str = "crs/peru") -> list[tuple[str, str]]:
    """Kind and reason of each change between facts told in 2017 and in 2024."""
    before = [fact(value, published="2017-01-25", at=at) for at, value in enumerate(old)]
    after = [fact(value, published="2024-01-10", at=at) for at, value in enumerate(new)]
    diff = diff_snapshots(
        snapshot("", published="2017-01-25", facts=tuple(before)),
        snapshot("", published="2024-01-10", facts=tuple(after), document=document),
    )
    return [(change.kind.value, change.reason) for change in diff.changes]


def president(person: str | None, **more: str | None) -> Holder:
    return Holder(office="president", person=person, **more)


def ruling(party: str) -> Holder:
    return Holder(office="ruling-party", person=None, organization=party)


def event(name: str, day: str) -> EventDate:
    return EventDate(event=name, date=day, precision="year")


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ([president("Pedro Pablo Kuczynski")], [president("Dina Boluarte")], ["update"]),
        ([president("Kuczynski")], [president("Pedro Pablo Kuczynski")], ["confirmed"]),
        (
            [president("Pedro Castillo")],
            [president("Pedro Castillo"), president("Dina Boluarte", since="2022-12")],
            ["confirmed", "update"],
        ),
        (
            [president("A", organization="Congress")],
            [president("B", organization="Supreme Court")],
            ["added", "not-mentioned"],
        ),
        ([event("tpa.in-force", "2009")], [event("tpa.in-force", "2009-02-01")], ["refinement"]),
        ([event("tpa.in-force", "2009-02-01")], [event("tpa.in-force", "2009")], ["coarsening"]),
        ([event("tpa.in-force", "2009")], [event("tpa.in-force", "2010")], ["contradiction"]),
        ([event("tpa.signed", "2006")], [event("tpa.in-force", "2009")], ["added", "not-mentioned"]),
        ([event("election.held", "2016")], [event("election.held", "2021")], ["added", "not-mentioned"]),
        (
            [Membership(member="Peru", set="APEC", state="belongs")],
            [Membership(member="Peru", set="APEC", state="joined")],
            ["confirmed"],
        ),
        (
            [Membership(member="Peru", set="UNASUR", state="belongs")],
            [Membership(member="Peru", set="UNASUR", state="left")],
            ["update"],
        ),
        ([], [Membership(member="Peru", set="OECD", state="joined")], ["added"]),
        ([president("A", since="2016")], [president("A", since="2016-07")], ["refinement"]),
        ([president("A", since="2016-07")], [president("A", since="2016")], ["coarsening"]),
        ([president("A", since="2016-07")], [president("A", since="2015-01")], ["contradiction"]),
        ([president("A", until="2021-07")], [president("A", until="2018-03")], ["update"]),
        ([president("A", since="2016")], [president("A", since="2016", until="2018")], ["confirmed"]),
        ([ruling("Free Party")], [ruling("Free Party")], ["confirmed"]),
        ([ruling("Free Party")], [ruling("Union")], ["update"]),
        (
            [Membership(member="Peru", set="APEC", state="left")],
            [Membership(member="Peru", set="APEC", state="belongs")],
            ["update"],
        ),
    ],
)
def test_kinds(old: list[Value], new: list[Value], kinds: list[str]) -> None:
    assert [kind for kind, _ in changes(old, new)] == kinds


def stated(value: Value, when: str, *, published: str, **more: object) -> Claim:
    return replace(fact(value, published=published), period=period(when), **more)  # type: ignore[arg-type]


def kind(old: Claim, new: Claim) -> str:
    return compare_facts(old, new).kind.value


SWAPPED = {"update": "earlier", "earlier": "update", "refinement": "coarsening", "coarsening": "refinement"}
APEC = Membership(member="Peru", set="APEC", state="joined")
OUT = Membership(member="Peru", set="APEC", state="left")
IN = Membership(member="Peru", set="APEC", state="belongs")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # a membership left after a day on which it is told to hold, and before such a day
        (fact(IN, published="2017-01-25"), stated(OUT, "2019", published="2024-01-10"), "update"),
        (fact(IN, published="2017-01-25"), stated(OUT, "2015", published="2024-01-10"), "contradiction"),
        (stated(APEC, "1998", published="2017-01-25"), stated(OUT, "2019", published="2024-01-10"), "update"),
        # two times of joining
        (stated(APEC, "1998", published="2017-01-25"), stated(APEC, "1998-11", published="2024-01-10"), "confirmed"),
        (stated(APEC, "1998", published="2017-01-25"), stated(APEC, "2001", published="2024-01-10"), "contradiction"),
        (stated(APEC, "1998", published="2017-01-25"), fact(IN, published="2024-01-10"), "confirmed"),
        # a date that was planned and moved
        (
            stated(event("tpa.in-force", "2025"), "2025", published="2024-01-10", modality=Modality.PLANNED),
            stated(event("tpa.in-force", "2026"), "2026", published="2026-02-10"),
            "update",
        ),
        (
            stated(event("tpa.in-force", "2025"), "2025", published="2024-01-10", modality=Modality.PLANNED),
            stated(event("tpa.in-force", "2025-03"), "2025-03", published="2026-02-10"),
            "refinement",
        ),
        (
            stated(event("tpa.in-force", "2025"), "2025", published="2025-06-10"),
            stated(event("tpa.in-force", "2026"), "2026", published="2026-02-10"),
            "contradiction",
        ),
        # a term that was running, and is over when it is told again
        (
            fact(president("A", since="2016"), published="2017-01-25"),
            stated(president("A", since="2016", until="2018"), "2016..2018", published="2024-01-10"),
            "update",
        ),
    ],
)
def test_kinds_by_time_and_swapped(old: Claim, new: Claim, expected: str) -> None:
    assert kind(old, new) == expected
    assert kind(new, old) == SWAPPED.get(expected, expected)


def test_signed_is_not_in_force_and_partners_are_told_apart() -> None:
    assert not pairs_of(event("tpa.signed", "2006"), event("tpa.in-force", "2009"))
    with_one = replace(
        fact(event("relations.established", "1827"), published="2017-01-25"), dimensions=(("partner", "USA"),)
    )
    with_other = replace(
        fact(event("relations.established", "1971"), published="2024-01-10"), dimensions=(("partner", "CHN"),)
    )
    diff = diff_snapshots(
        snapshot("", published="2017-01-25", facts=(with_one,)),
        snapshot("", published="2024-01-10", facts=(with_other,), document="crs/peru"),
    )
    assert not [change for change in diff.changes if isinstance(change, Changed)]


def pairs_of(old: Value, new: Value) -> list[str]:
    return [name for name, _ in changes([old], [new]) if name not in ("added", "not-mentioned")]


@pytest.mark.parametrize(
    ("claim", "later", "standing"),
    [
        (president("A"), president("B"), "stale"),
        (president("A"), president("A", since="2016"), "current"),
        (president("A", until="2021-07"), president("B"), "expired"),
        (president("A", until="2099"), president("B"), "current"),
        (IN, OUT, "stale"),
        (IN, APEC, "current"),
        (OUT, IN, "current"),
        (event("tpa.in-force", "2009"), event("tpa.in-force", "2010"), "current"),
    ],
)
def test_standings(claim: Value, later: Value, standing: str) -> None:
    known = Observation(claim=fact(later, published="2024-01-10"), known=date(2024, 1, 10))
    told = fact(claim, published="2017-01-25")
    assert judge_standing(told, [known], date(2024, 2, 1)).standing.value == standing
    assert judge_standing(told, [known], date(2020, 2, 1)).standing.value == "current"


def test_facts_that_people_join_or_part_are_joined_or_parted() -> None:
    def bearing(value: Value, published: str, kind: AnnotationKind) -> Claim:
        annotation = Annotation(kind=kind, author="Ann", reason="known", claims=("a", "b"))
        return replace(fact(value, published=published), annotations=(annotation,))

    def between(old: Value, new: Value, kind: AnnotationKind) -> list[str]:
        told = snapshot("", published="2017-01-25", facts=(bearing(old, "2017-01-25", kind),))
        anew = snapshot("", published="2024-01-10", facts=(bearing(new, "2024-01-10", kind),), document="crs/peru")
        return [change.kind.value for change in diff_snapshots(told, anew).changes]

    assert between(event("tpa.in-force", "2009"), event("agreement.in-force", "2009"), AnnotationKind.SAME) == [
        "confirmed"
    ]
    assert between(president("A"), president("B"), AnnotationKind.DIFFERENT) == ["added", "not-mentioned"]


def test_what_a_later_edition_leaves_out_is_dropped() -> None:
    assert [kind for kind, _ in changes([president("A")], [], document="state/peru")] == ["dropped"]


def test_an_expired_term_is_named() -> None:
    (change,) = changes([president("Kuczynski", until="2021-07")], [president("Boluarte")])
    assert change[1].endswith("the term stated before, to July 2021, has expired")


def test_a_self_diff_of_two_holders_confirms_both() -> None:
    told = (fact(president("A"), published="2017-01-25"), fact(president("B"), published="2017-01-25", at=1))
    one = snapshot("", facts=told)
    assert [change.kind.value for change in diff_snapshots(one, one).changes] == ["confirmed", "confirmed"]
    assert not [
        c for c in diff_snapshots(one, one).changes if isinstance(c, Added | Dropped) or not isinstance(c, Changed)
    ]
