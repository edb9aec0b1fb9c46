"""The comment on a pull request: headline first, every quote at hand, below 60 KB, and no word of a document commands it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportdiff import api
from reportdiff.model.change import Added, Diff
from reportdiff.model.claim import Holder
from reportdiff.model.document import Snapshot
from reportdiff.model.framing import WatchedTerm
from reportdiff.model.quantity import Quantity
from reportdiff.reports.formats import render_diff, render_snapshot
from reportdiff.reports.screen import Screen
from tests.reports.test_markdown import HOSTILE, PARSER, shape

FILLER = "x" * 60
OLD = (
    f"Two-way trade increased from $9 billion in 2009 to $14 billion in 2015 {FILLER}. "
    "President Thomas More has been in office since July 2016. The economy was a success. "
    "Analysts say the port may grow quickly and steadily."
)
NEW = (
    f"Trade more than doubled, from $9 billion in 2009 to over $22 billion in 2022 {FILLER}. "
    "President Raphael Hythloday came to office in 2022. GDP grew by 13.3% in 2021. "
    "The port will grow quickly and steadily."
)
LIMIT = 60_000


def side(text: str, publisher: str, day: str) -> Snapshot:
    return replace(api.read_text(text, publisher=publisher, published=day), title=FILLER)


def compared() -> Diff:
    diff = api.diff(side(OLD, "state", "2017-01-25"), side(NEW, "crs", "2024-01-10"))
    return api.add_wording(api.add_framing(diff, (WatchedTerm(parts=("port",)),)))


def spoken(snapshot: Snapshot, word: str) -> Snapshot:
    """The snapshot with *word*, brought to the same length, wherever the filler stands, and as a person's name."""
    word = word[:60].ljust(60, "x")
    claims = tuple(
        replace(claim, value=replace(claim.value, person=word)) if isinstance(claim.value, Holder) else claim
        for claim in snapshot.claims
    )
    text = (snapshot.text or "").replace(FILLER, word)
    return replace(snapshot, text=text, title=word, claims=claims, publisher=replace(snapshot.publisher, name=word))


def with_word(diff: Diff, word: str) -> Diff:
    old, new = spoken(diff.old, word), spoken(diff.new, word)
    people = {claim.id: claim for side in (old, new) for claim in side.claims}
    changes = []
    for change in diff.changes:
        sides = {name: people[getattr(change, name).id] for name in ("old", "new") if hasattr(change, name)}
        changes.append(replace(change, **sides, reason=f"{change.reason} {word}"))
    return replace(diff, old=old, new=new, changes=tuple(changes))


def test_the_headline_tells_counts_and_the_biggest_move_first() -> None:
    lines = render_diff(compared(), "markdown", Screen()).splitlines()
    assert lines[0] == "## crs, 10 Jan 2024 against state, 25 Jan 2017"
    assert lines[2].startswith("**1 update, 2 added, 1 not mentioned, 1 confirmed; ")
    assert "rose from \\$14 billion (2015) to over \\$22 billion (2022), up more than 57 %." in lines[4]


def test_each_row_has_its_values_and_its_quotes_are_folded_below() -> None:
    said = render_diff(compared(), "markdown", Screen())
    assert "| \\$14 billion (2015) | over \\$22 billion (2022) | update, up more than 57 %; confirmed:" in said
    fold = said[said.index("<summary>Quotes</summary>") :]
    assert "state, 25 Jan 2017: “Two-way trade increased from **\\$9 billion** in 2009 to **\\$14 billion**" in fold
    assert "<ins>will</ins>" in said
    assert said.count("<details>") == said.count("</details>") == said.count("<summary>")


@pytest.mark.parametrize("word", HOSTILE, ids=ascii)
def test_hostile_words_leave_the_tree_as_it_is(word: str) -> None:
    diff = compared()
    harmless = PARSER.parse(render_diff(with_word(diff, "harmless words"), "markdown", Screen()))
    assert shape(PARSER.parse(render_diff(with_word(diff, word), "markdown", Screen()))) == shape(harmless)


@pytest.mark.parametrize("word", HOSTILE, ids=ascii)
def test_so_they_do_in_a_snapshot(word: str) -> None:
    snapshot = compared().new
    harmless = PARSER.parse(render_snapshot(spoken(snapshot, "harmless words"), "markdown", Screen()))
    assert shape(PARSER.parse(render_snapshot(spoken(snapshot, word), "markdown", Screen()))) == shape(harmless)


def large_diff(number: int) -> Diff:
    diff = compared()
    figures = [
        change.new for change in diff.changes if hasattr(change, "new") and isinstance(change.new.value, Quantity)
    ]
    added = []
    for each in range(number):
        value = replace(figures[0].value, amount=Decimal(each))
        claim = replace(figures[0], id=f"c{each}", measure=f"measure.m{each}", value=value)
        added.append(Added(series=claim.measure, new=claim, reason="Only the newer text gives it"))
    return replace(diff, changes=(*diff.changes, *added))


def test_a_long_diff_is_cut_by_importance_and_says_so() -> None:
    said = render_diff(large_diff(3000), "markdown", Screen())
    assert LIMIT * 0.7 < len(said.encode()) < LIMIT
    assert "| \\$14 billion (2015) | over \\$22 billion (2022) |" in said
    assert "more left out here for want of room._" in said
    left = int(said.rpartition("Left out for want of room: ")[2].partition(" ")[0])
    assert left > 2000


def test_everything_is_written_where_it_is_asked_for() -> None:
    said = render_diff(large_diff(600), "markdown", Screen(everything=True))
    assert len(said.encode()) > LIMIT
    assert "want of room" not in said


def test_two_equal_texts_give_a_comment_without_tables() -> None:
    snapshot = side("The port is old.", "state", "2017-01-25")
    assert "| " not in render_diff(api.diff(snapshot, snapshot), "markdown", Screen())
