"""Copies of a text edited by a script, with a record of what was done: what an alignment should find."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportdiff.model.wording import SentenceChange, WordingDiff, WordingKind

FIGURE = re.compile(r"[0-9]+")
FEWEST_WORDS = 8
"""Shorter sentences, such as headings, are left as they are."""

Expected = tuple[WordingKind, tuple[int, ...], tuple[int, ...], bool]
"""Kind, the numbers of the sentences on either side, and whether they stand elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A text with a sentence a line, an edited copy, and what differs between the two."""

    old: str
    new: str
    done: frozenset[Expected]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Old sentences by number, and the sentences that tell them in the copy."""

    numbers: tuple[int, ...]
    lines: tuple[str, ...]
    kind: WordingKind | None


Paragraph = list[str]


def edit_copy(text: str, *, share: float, moved: int = 0, seed: int = 0) -> Copy:
    """A copy with that share of the sentences edited, and so many paragraphs in another place."""
    dice = random.Random(seed)
    paragraphs = [part.split("\n") for part in text.split("\n\n") if part.strip()]
    vocabulary = sorted(set(re.findall(r"[a-z]{4,}", text)))
    told, number = [], 0
    for paragraph in paragraphs:
        told.append(list(_edit_paragraph(paragraph, number, share, vocabulary, dice)))
        number += len(paragraph)
    places = _move(paragraphs, moved, dice)
    return Copy(
        old="\n\n".join(map("\n".join, paragraphs)),
        new="\n\n".join("\n".join(line for item in told[place] for line in item.lines) for place, _ in places),
        done=frozenset(_record(told, places)),
    )


def found_in(diff: WordingDiff, copy: Copy) -> frozenset[Expected]:
    """What a diff found, in the form of what was done."""
    old, new = _numbers(copy.old), _numbers(copy.new)
    return frozenset(_as_expected(change, old, new) for change in diff.changes)


def f1(found: frozenset[Expected], done: frozenset[Expected]) -> float:
    """Of what was found and what was done, twice the common part by the sum; 1 where nothing was to be found."""
    return 2 * len(found & done) / (len(found) + len(done)) if found or done else 1.0


def _as_expected(change: SentenceChange, old: dict[int, int], new: dict[int, int]) -> Expected:
    numbers = tuple(old[span.start] for span in change.old), tuple(new[span.start] for span in change.new)
    return change.kind, *numbers, change.moved


def _numbers(text: str) -> dict[int, int]:
    """The start of each line that holds something → its number."""
    return {found.start(): number for number, found in enumerate(re.finditer(r".+", text))}


def _record(told: Sequence[Sequence[Told]], places: Iterable[tuple[int, bool]]) -> Iterable[Expected]:
    number = 0
    for place, moved in places:
        for item in told[place]:
            new = tuple(range(number, number + len(item.lines)))
            number += len(new)
            kind = item.kind or (WordingKind.MOVED if moved else None)
            if kind is not None:
                yield kind, item.numbers, new, moved and bool(new) and bool(item.numbers)


def _edit_paragraph(
    paragraph: Paragraph, start: int, share: float, vocabulary: Sequence[str], dice: random.Random
) -> Iterable[Told]:
    place = 0
    while place < len(paragraph):
        line, number = paragraph[place], start + place
        place += 1
        if len(line.split()) < FEWEST_WORDS or dice.random() >= share:
            yield Told(numbers=(number,), lines=(line,), kind=None)
            continue
        choice = dice.choice(("figure", "words", "words", "clause", "split", "join", "drop", "add"))
        if choice == "join" and place < len(paragraph) and len(paragraph[place].split()) >= FEWEST_WORDS:
            joined = f"{line.rstrip('.')}; {paragraph[place][:1].lower()}{paragraph[place][1:]}"
            yield Told(numbers=(number, number + 1), lines=(joined,), kind=WordingKind.JOINED)
            place += 1
        elif choice == "split" and (halves := _split(line)):
            yield Told(numbers=(number,), lines=halves, kind=WordingKind.SPLIT)
        elif choice == "drop":
            yield Told(numbers=(number,), lines=(), kind=WordingKind.DROPPED)
        elif choice == "add":
            yield Told(numbers=(number,), lines=(line,), kind=None)
            fresh = " ".join(dice.choices(vocabulary, k=dice.randint(8, 20))).capitalize() + "."
            yield Told(numbers=(), lines=(fresh,), kind=WordingKind.ADDED)
        else:
            edited = REWORDINGS.get(choice, _replace_words)(line, vocabulary, dice)
            yield Told(numbers=(number,), lines=(edited,), kind=WordingKind.REWORDED if edited != line else None)


def _move(paragraphs: Sequence[Paragraph], count: int, dice: random.Random) -> list[tuple[int, bool]]:
    """The paragraphs in their new order, each with whether it is one that moved.

    It moves past more text than it has, or it would be as right to say that the other text moved.
    """
    every = [line for paragraph in paragraphs for line in paragraph]
    movable = [
        place
        for place, lines in enumerate(paragraphs)
        if 1 <= len(lines) <= 4 and all(len(line.split()) >= FEWEST_WORDS and every.count(line) == 1 for line in lines)
    ]
    moving = set(dice.sample(movable, min(count, len(movable))))
    order = [(place, False) for place in range(len(paragraphs)) if place not in moving]
    sizes = [sum(map(len, paragraph)) for paragraph in paragraphs]
    for place in sorted(moving):
        here = next((at for at, (other, _) in enumerate(order) if other > place), len(order))
        passed = [
            sum(sizes[other] for other, _ in order[min(at, here) : max(at, here)]) for at in range(len(order) + 1)
        ]
        far = [at for at, size in enumerate(passed) if size > 3 * sizes[place]]
        order.insert(dice.choice(far or [here]), (place, bool(far)))
    return order


def _split(line: str) -> tuple[str, ...]:
    for mark in ("; ", ", and ", ", which ", " and ", ", "):
        places = [found.start() for found in re.finditer(re.escape(mark), line)]
        places = [at for at in places if min(len(line[:at].split()), len(line[at:].split())) >= 4]
        if places:
            at = min(places, key=lambda place: abs(place - len(line) // 2))
            rest = line[at + len(mark) :]
            return f"{line[:at]}.", f"{rest[:1].upper()}{rest[1:]}"
    return ()


def _change_figure(line: str, vocabulary: Sequence[str], dice: random.Random) -> str:
    found = list(FIGURE.finditer(line))
    if not found:
        return _replace_words(line, vocabulary, dice)
    figure = dice.choice(found)
    other = str(int(figure.group()[:6]) + dice.randint(1, 9))
    return line[: figure.start()] + other + line[figure.end() :]


def _replace_words(line: str, vocabulary: Sequence[str], dice: random.Random) -> str:
    words = line.split(" ")
    for place in dice.sample(range(len(words)), dice.randint(1, 3)):
        words[place] = dice.choice(vocabulary)
    return " ".join(words)


def _drop_clause(line: str, vocabulary: Sequence[str], dice: random.Random) -> str:
    clauses = line.split(", ")
    short = [place for place, clause in enumerate(clauses[:-1]) if place and len(clause) * 2 < len(line)]
    if not short:
        return _replace_words(line, vocabulary, dice)
    del clauses[dice.choice(short)]
    return ", ".join(clauses)


Rewording = Callable[[str, Sequence[str], random.Random], str]
REWORDINGS: dict[str, Rewording] = {"figure": _change_figure, "words": _replace_words, "clause": _drop_clause}
