"""Two snapshots set against each other: cases, and the laws that hold for any two."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reportdiff.compare.diff import diff_snapshots
from reportdiff.model.change import Added, Change, Changed, ChangeKind, Diff, Dropped, is_news
from reportdiff.model.document import Snapshot
from tests.compare.writing import snapshot

OLD = """Two-way trade increased from {$9 billion|9 USD 2009 measure=trade.total} in 2009 to \
{$14 billion|14 USD 2015 measure=trade.total} in 2015.
Total exports were {$8.8 billion|8.8 USD 2015 measure=trade.exports} in 2015.
Approximately {one quarter|25 percent approximately measure=poverty.rate} of the population lives in poverty."""

NEW = """Trade more than doubled, from {$9 billion|9 USD 2009 measure=trade.total} in 2009 to \
{over $22 billion|22 USD more-than 2022 measure=trade.total} in 2022.
Poverty fell from {42%|42 percent 2007 measure=poverty.rate} in 2007 to {20%|20 percent 2019 measure=poverty.rate} in 2019.
Growth was {2.7%|2.7 percent 2022 measure=gdp.growth} in 2022."""


def told(diff: Diff) -> list[tuple[str, str | None, str | None]]:
    return [(change.kind.value, *quotes(change)) for change in diff.changes]


def quotes(change: Change) -> tuple[str | None, str | None]:
    old = None if isinstance(change, Added) else change.old.quote.exact
    new = None if isinstance(change, Dropped) else change.new.quote.exact
    return old, new


def test_each_key_and_the_latest_observations() -> None:
    old, new = snapshot(OLD, published="2017-01-25"), snapshot(NEW, published="2024-01-10", document="crs/peru")
    assert told(diff_snapshots(old, new)) == [
        ("confirmed", "$9 billion", "$9 billion"),
        ("update", "$14 billion", "over $22 billion"),
        ("added", None, "42%"),
        ("update", "one quarter", "20%"),
        ("added", None, "2.7%"),
        ("not-mentioned", "$8.8 billion", None),
    ]


def test_a_later_edition_drops_what_another_document_does_not_mention() -> None:
    old, new = snapshot(OLD, published="2017-01-25"), snapshot(NEW, published="2024-01-10")
    assert ("dropped", "$8.8 billion", None) in told(diff_snapshots(old, new))


def test_another_currency_is_shown_as_not_comparable() -> None:
    old = snapshot("Exports were worth {$8 billion|8 USD 2015 measure=trade.exports} in 2015.")
    new = snapshot(
        "Exports were worth {7 billion euros|7 EUR 2016 measure=trade.exports} in 2016.", published="2021-01-01"
    )
    (change,) = diff_snapshots(old, new).changes
    assert (change.kind, change.reason.endswith("which differ in unit (USD against EUR)")) == (
        ChangeKind.NOT_COMPARABLE,
        True,
    )


def test_what_a_newer_extractor_reads_in_one_source_is_technical() -> None:
    old = snapshot(OLD, sha256="a")
    new = replace(snapshot(OLD, sha256="a"), claims=old.claims[1:], extractor=replace(old.extractor, version="2"))
    changes = diff_snapshots(old, new).changes
    assert all(change.technical for change in changes)
    assert not any(map(is_news, changes))


AMOUNTS = st.sampled_from(["2", "3", "14", "14", "25", "400", "4..12"])
UNITS = st.sampled_from(["USD", "EUR", "percent", "person", "count", "multiple", "year"])
COMPARATORS = st.sampled_from(["", "", "more-than", "approximately", "at-most", "nearly"])
TIMES = st.sampled_from(
    ["published", "published", "none", "2015", "2015-03..2015-12", "2016", "2015-03-02", "2009..2016"]
)
MEASURES = st.sampled_from(["", "", "measure=trade.total", "measure=poverty.rate", "measure=open:thing"])
SCOPES = st.sampled_from(["", "", "flow=exports", "prices=constant", "counted=prisoners", "per=capita"])
WORDS = st.lists(
    st.sampled_from(
        ["prison", "held", "since", "rural", "trade", "announced", "new", "women", "rate", "court", ";", "in"]
    ),
    min_size=1,
    max_size=6,
)


@st.composite
def figures(draw: st.DrawFn) -> str:
    amount = draw(AMOUNTS)
    comparator = "between" if ".." in amount else draw(COMPARATORS)
    unit, time, measure, scope = draw(UNITS), draw(TIMES), draw(MEASURES), draw(SCOPES)
    return f"{{{amount} {unit}|{amount} {unit} {time} {comparator} {measure} {scope}}}"


SENTENCES = st.tuples(WORDS, figures(), WORDS, st.one_of(st.just(""), figures())).map(
    lambda parts: f"{' '.join(parts[0])} {parts[1]} {' '.join(parts[2])} {parts[3]}."
)
TEXTS = st.lists(SENTENCES, max_size=6).map("\n".join)
DAYS = st.sampled_from(["2017-01-25", "2020-01-01", None])
SNAPSHOTS = st.builds(
    lambda text, day, document: snapshot(text, published=day, document=document),
    TEXTS,
    DAYS,
    st.sampled_from(["a/x", "b/x"]),
)

MIRROR = {
    ChangeKind.UPDATE: ChangeKind.EARLIER,
    ChangeKind.EARLIER: ChangeKind.UPDATE,
    ChangeKind.REFINEMENT: ChangeKind.COARSENING,
    ChangeKind.COARSENING: ChangeKind.REFINEMENT,
}


def identities(diff: Diff) -> list[tuple[str, str, str, str, bool]]:
    return sorted(
        (
            change.kind.value,
            "" if isinstance(change, Added) else change.old.id,
            "" if isinstance(change, Dropped) else change.new.id,
            change.series,
            isinstance(change, Changed),
        )
        for change in diff.changes
    )


def mirrored(diff: Diff) -> list[tuple[str, str, str, str, bool]]:
    absent = ChangeKind.DROPPED if diff.old.document == diff.new.document else ChangeKind.NOT_MENTIONED
    found = []
    for change in diff.changes:
        match change:
            case Added(new=new):
                found.append((absent.value, new.id, "", change.series, False))
            case Dropped(old=old):
                found.append(("added", "", old.id, change.series, False))
            case _:
                kind = MIRROR.get(change.kind, change.kind)
                found.append((kind.value, change.new.id, change.old.id, change.series, True))
    return sorted(found)


@given(SNAPSHOTS)
def test_a_self_diff_holds_no_news(one: Snapshot) -> None:
    assert [change for change in diff_snapshots(one, one).changes if is_news(change)] == []


@given(SNAPSHOTS, SNAPSHOTS)
def test_swapping_swaps_each_change(old: Snapshot, new: Snapshot) -> None:
    assert identities(diff_snapshots(new, old)) == mirrored(diff_snapshots(old, new))


@given(SNAPSHOTS, SNAPSHOTS, st.integers(0, 99))
def test_the_order_of_claims_does_not_matter(old: Snapshot, new: Snapshot, seed: int) -> None:
    shuffled = [
        replace(one, claims=tuple(random.Random(seed).sample(one.claims, len(one.claims)))) for one in (old, new)
    ]
    assert diff_snapshots(*shuffled).changes == diff_snapshots(old, new).changes


@given(SNAPSHOTS, SNAPSHOTS)
def test_no_claim_is_both_paired_and_left_over(old: Snapshot, new: Snapshot) -> None:
    changes = diff_snapshots(old, new).changes
    paired = {id(claim) for change in changes if isinstance(change, Changed) for claim in (change.old, change.new)}
    left = {id(change.new) for change in changes if isinstance(change, Added)} | {
        id(change.old) for change in changes if isinstance(change, Dropped)
    }
    assert not paired & left
