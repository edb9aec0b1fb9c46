"""How two texts are worded: what became of each sentence, and which words changed in it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.compare.prose.wording import compare_texts
from reportdiff.model.span import Section, Span
from reportdiff.model.wording import Hunk, SentenceChange, Share, WordingDiff, WordingKind

SWAPPED = {
    WordingKind.ADDED: WordingKind.DROPPED,
    WordingKind.DROPPED: WordingKind.ADDED,
    WordingKind.SPLIT: WordingKind.JOINED,
    WordingKind.JOINED: WordingKind.SPLIT,
}
TRADE = "The volume of trade in both directions has grown from $9 billion in 2009 to $14 billion in 2015."
RIGHTS = "The constitution provides for freedom of expression, and the government generally respected this right."
PRISONS = "Prison conditions were harsh due to overcrowding, poor sanitation and a lack of medical care."
WATER = "Inmates had only intermittent access to water, and bathing facilities were inadequate."
CORRUPTION = "Frequent corruption scandals have shaken public trust in the political leadership."


def told(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """What a diff of lines says, a line each: kind, and the sentences with the changed words marked."""
    one, other = "\n".join(old), "\n".join(new)
    return [
        f"{change.kind}{' elsewhere' if change.moved and change.kind != 'moved' else ''}: {marked(change, one, other)}"
        for change in compare_texts(one, other).changes
    ]


def marked(change: SentenceChange, old: str, new: str) -> str:
    if not change.hunks:
        return (
            " ".join(text[a:b] for text, spans in ((old, change.old or ()),) for a, b in spans)
            or new[slice(*change.new[0])]
        )
    place, parts = change.old[0].start, []
    for hunk in change.hunks:
        parts.append(f"{old[place : hunk.old.start]}[{old[slice(*hunk.old)]}|{new[slice(*hunk.new)]}]")
        place = hunk.old.end
    return "".join([*parts, old[place : change.old[-1].end]])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([TRADE, RIGHTS], [TRADE, RIGHTS], []),
        (
            [TRADE, RIGHTS],
            [TRADE.replace("$14 billion in 2015", "$22 billion in 2022"), RIGHTS],
            [
                "reworded: The volume of trade in both directions has grown from $9 billion in 2009 to "
                "[$14 billion|$22 billion] in [2015|2022]."
            ],
        ),
        (
            ["About 20 percent live in poverty."],
            ["About 25 percent live in poverty."],
            ["reworded: About [20 percent|25 percent] live in poverty."],
        ),
        (
            ["Exports were 2,290 tons in the year."],
            ["Exports were 2,300 tons in the year."],
            ["reworded: Exports were [2,290 tons|2,300 tons] in the year."],
        ),
        ([RIGHTS], [RIGHTS, PRISONS], [f"added: {PRISONS}"]),
        ([RIGHTS, PRISONS], [PRISONS], [f"dropped: {RIGHTS}"]),
        ([TRADE, RIGHTS, PRISONS], [RIGHTS, PRISONS, TRADE], [f"moved: {TRADE}"]),
        (
            [TRADE, RIGHTS, PRISONS],
            [RIGHTS, PRISONS, TRADE.replace("both", "all")],
            [f"reworded elsewhere: {TRADE.replace('both', '[both|all]')}"],
        ),
        (
            [RIGHTS, WATER],
            [RIGHTS, "Inmates had only intermittent access to water.", "Bathing facilities were inadequate."],
            [
                "split: Inmates had only intermittent access to water[, and bathing|.\nBathing] facilities were inadequate."
            ],
        ),
        (
            ["Inmates had only intermittent access to water.", "Bathing facilities were inadequate.", RIGHTS],
            [WATER, RIGHTS],
            [
                "joined: Inmates had only intermittent access to water[.\nBathing|, and bathing] facilities were inadequate."
            ],
        ),
        (["Yes.", TRADE], [TRADE, "Yes."], ["dropped: Yes.", "added: Yes."]),
        (["Trade grew.", RIGHTS], ["Foreign Trade grew.", RIGHTS], ["reworded: [|Foreign ]Trade grew."]),
        ([CORRUPTION], [TRADE], [f"dropped: {CORRUPTION}", f"added: {TRADE}"]),
        ([], [TRADE], [f"added: {TRADE}"]),
        ([], [], []),
    ],
)
def test_what_became_of_each_sentence(old: list[str], new: list[str], expected: list[str]) -> None:
    assert told(old, new) == expected


def test_the_share_of_change_counts_both_sides_and_no_moves() -> None:
    old, new = f"{RIGHTS}\n{TRADE}\n{PRISONS}", f"{TRADE}\n{PRISONS.replace('poor', 'bad')}\n{RIGHTS}"
    diff = compare_texts(old, new)
    assert diff.share == Share(len("poor") + len("bad"), len(old) + len(new) - 4)
    assert [change.kind for change in diff.changes] == [WordingKind.REWORDED, WordingKind.MOVED]
    assert diff.equal == 1


def test_sections_are_joined_by_title_and_carry_their_own_share() -> None:
    old = f"Rights\n\n{RIGHTS}\n\nPrisons\n\n{PRISONS}"
    new = f"{TRADE}\n\nRIGHTS\n\n{RIGHTS}\n\nTrade\n\n{CORRUPTION}"
    old_sections = (heading("Rights", old), heading("Prisons", old))
    new_sections = (heading("RIGHTS", new), heading("Trade", new))
    diff = compare_texts(old, new, old_sections, new_sections)
    found = [(part.title, part.old is not None, part.new is not None, part.share.changed) for part in diff.sections]
    assert found == [
        ("", False, True, len(TRADE)),
        ("RIGHTS", True, True, len("Rights") * 2),
        ("Trade", False, True, len("Trade") + len(CORRUPTION)),
        ("Prisons", True, False, len("Prisons") + len(PRISONS)),
    ]
    assert sum(part.share.changed for part in diff.sections) == diff.share.changed
    assert sum(part.share.total for part in diff.sections) == diff.share.total


def heading(title: str, text: str) -> Section:
    start = text.index(f"{title}\n")
    return Section(title=title, level=2, start=start, end=len(text))


def test_a_sentence_too_large_for_the_engine_is_still_compared() -> None:
    words = [f"w{number % 7}" for number in range(4000)]
    old, new = " ".join(words), " ".join(["x", *words[::-1], "y"])
    (change,) = compare_texts(old, new).changes
    assert applied(change, old, new) == new


PIECES = st.sampled_from(
    """trade grew from to in 2009 2015 $9 $14 billion percent 20 and, the of prison water right; government respected
    U.S. – (two) “strong” 2,290 −11% COVID-19 people’s Ünïcode e\u0301te\u0301 2015and""".split()
)
SENTENCES = st.lists(PIECES, min_size=1, max_size=14).map(" ".join)
LINES = st.lists(SENTENCES | st.sampled_from([TRADE, RIGHTS, PRISONS, WATER, CORRUPTION]) | st.just(""), max_size=12)
TEXTS = LINES.map("\n".join) | st.text("ab. \n\t1$é\u0301_-,", max_size=60)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and a copy whose lines are mixed with others, changed in places, and shuffled."""
    old = draw(LINES)
    new = draw(st.permutations(old)) if draw(st.booleans()) else list(old)
    new = [draw(SENTENCES) if draw(st.integers(0, 4)) == 0 else line.replace("grew", "fell") for line in new]
    return "\n".join(old), "\n".join(new)


PAIRS = edited() | st.tuples(TEXTS, TEXTS)


def applied(change: SentenceChange, old: str, new: str) -> str:
    """The old sentences with the hunks put in."""
    place, parts = change.old[0].start, []
    for hunk in change.hunks:
        parts += [old[place : hunk.old.start], new[slice(*hunk.new)]]
        place = hunk.old.end
    return "".join([*parts, old[place : change.old[-1].end]])


@given(PAIRS)
def test_the_hunks_make_the_new_sentences_of_the_old_ones(pair: tuple[str, str]) -> None:
    old, new = pair
    for change in compare_texts(old, new).changes:
        if change.old and change.new:
            assert applied(change, old, new) == new[change.new[0].start : change.new[-1].end]


@given(PAIRS)
def test_every_sentence_is_told_once(pair: tuple[str, str]) -> None:
    """What is not changed stands in both texts, in one order: so the diff makes the new text of the old one."""
    old, new = pair
    diff = compare_texts(old, new)
    rest_old, rest_new = (
        [span for span in lines(text) if span not in {each for change in diff.changes for each in of(change)}]
        for text, of in ((old, lambda change: change.old), (new, lambda change: change.new))
    )
    assert [old[slice(*span)] for span in rest_old] == [new[slice(*span)] for span in rest_new]
    assert len(rest_old) == diff.equal
    for side in ("old", "new"):
        spans = [span for change in diff.changes for span in getattr(change, side)]
        assert len(spans) == len(set(spans))


def lines(text: str) -> list[Span]:
    place, spans = 0, []
    for line in text.split("\n"):
        spans += [Span(place, place + len(line))] if line else []
        place += len(line) + 1
    return spans


@given(PAIRS)
def test_swapping_the_texts_swaps_each_change(pair: tuple[str, str]) -> None:
    old, new = pair
    one, other = compare_texts(old, new), compare_texts(new, old)
    assert sorted(map(repr, map(swapped, one.changes))) == sorted(map(repr, other.changes))
    assert (one.equal, one.share) == (other.equal, other.share)


def swapped(change: SentenceChange) -> SentenceChange:
    return SentenceChange(
        kind=SWAPPED.get(change.kind, change.kind),
        old=change.new,
        new=change.old,
        hunks=tuple(Hunk(hunk.new, hunk.old) for hunk in change.hunks),
        moved=change.moved,
    )


@given(TEXTS)
def test_a_text_against_itself_has_no_change(text: str) -> None:
    sentences = lines(text)
    total = 2 * sum(end - start for start, end in sentences)
    assert compare_texts(text, text) == WordingDiff(changes=(), equal=len(sentences), share=Share(0, total))


@given(PAIRS)
def test_hunks_end_at_words_and_come_in_order(pair: tuple[str, str]) -> None:
    old, new = pair
    for change in compare_texts(old, new).changes:
        for text, spans in ((old, [hunk.old for hunk in change.hunks]), (new, [hunk.new for hunk in change.hunks])):
            edges = [edge for span in spans for edge in span]
            assert edges == sorted(edges)
            assert [edge for edge in edges if is_inside_a_word(text, edge)] == []


def is_inside_a_word(text: str, edge: int) -> bool:
    return 0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum()


@given(PAIRS)
def test_a_hunk_changes_something(pair: tuple[str, str]) -> None:
    old, new = pair
    for change in compare_texts(old, new).changes:
        assert all(old[slice(*hunk.old)] != new[slice(*hunk.new)] for hunk in change.hunks)
