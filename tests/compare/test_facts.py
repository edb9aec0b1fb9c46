"""Office holders, dates of events and memberships."""

from __future__ import annotations

from datetime import date

import pytest

from reportdiff.compare.diff import diff_snapshots
from reportdiff.model.change import Added, Changed, Dropped
from reportdiff.model.claim import Claim, ClaimKind, EventDate, Holder, Membership, Quote, Value
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
    ],
)
def test_kinds(old: list[Value], new: list[Value], kinds: list[str]) -> None:
    assert [kind for kind, _ in changes(old, new)] == kinds


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
