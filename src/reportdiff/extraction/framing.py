"""How a text tells: each sentence's aspect, tone, hedges, boosters and attributions, and the actors named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportdiff.extraction.actors import find_actors
from reportdiff.model.framing import Framing, Passage
from reportdiff.model.span import Span
from reportdiff.vocabulary.framing import (
    DEED,
    MANNER,
    TONE,
    Entry,
    FramingWords,
    Lexicon,
    Mark,
    Phrase,
    Role,
    fits,
    load_framing_words,
)

_TOKEN = re.compile(r"[^\W_]+|[,;:()]")
_BREAKS = frozenset(",;:()")
_ENDS_REACH = frozenset({"but", "which", "that", "while", "although", "though", "because"})
_ENDS_REACH_AHEAD = _ENDS_REACH | {"and", "or", "to", "by", "as", "with", "for"}
_REACH, _REACH_AHEAD = 4, 4
"""Words before and behind a thing in which it can be turned round."""

_ENDS = (".", "!", "?", ":", ";", "…")
_BARE = 9
"""A line of so few words that does not end as a sentence is none."""

_MARKERS = ("- ", "| ")
_LINE = re.compile(r"[^\s][^\n]*")
_LEGAL_HEADINGS = frozenset(
    {
        "disclaimer",
        "disclaimers",
        "legal notice",
        "legal notices",
        "copyright",
        "copyright notice",
        "terms of use",
        "privacy policy",
    }
)

_CLEAR = 2
"""What an aspect must weigh in a sentence to be clear, if no other comes near it."""

_ASPECTS = 1

_DEED, _DEED_REACH = 8, 7
"""What it weighs that an aid agency or a program helps: more than most of what it helps with; and how many words on."""


class _Hit(NamedTuple):
    """A word or phrase that tells something: its first token, the one behind its last, and what it tells."""

    start: int
    end: int
    mark: Mark


def read_framing(text: str) -> Framing:
    """The telling of *text*, which breaks its line after each sentence; headings and notices are no part of it."""
    words = load_framing_words()
    spans = list(told_sentences(text))
    content = _plain(text)
    return Framing(
        passages=tuple(read_passage(content, span, words) for span in spans),
        actors=find_actors(text, spans),
    )


def told_sentences(text: str) -> Iterator[Span]:
    """The lines of *text* that tell something, in order: no heading, no name alone, nothing under a legal heading."""
    legal = False
    for line in _LINE.finditer(text):
        said = line[0].rstrip()
        if said[0] == "#" or _is_bare(said):
            legal = said.strip("#: ").casefold() in _LEGAL_HEADINGS
        elif not legal:
            yield Span(line.start(), line.start() + len(said))


def _is_bare(line: str) -> bool:
    """Whether a line is short and does not end as a sentence does: a heading, the title of a page, a name, a number."""
    return line.count(" ") < _BARE and not line.startswith(_MARKERS) and not line.rstrip("\"”’') ").endswith(_ENDS)


def _plain(content: str) -> str:
    """*content* in lower case, character by character: possessive endings blanked, the month of May made no verb."""
    folded = content.replace("May", "mai").replace("’s ", "   ").replace("'s ", "   ")
    lower = folded.lower()
    return lower if len(lower) == len(content) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def read_passage(content: str, span: Span, words: FramingWords) -> Passage:
    """The sentence at *span* of *content*, which is in lower case, as it is told."""
    tokens = _TOKEN.findall(content, span.start, span.end)
    hits = list(_find_hits(tokens, words.lexicon))
    positive, negative = _read_tone(tokens, hits)
    return Passage(
        span=span,
        words=sum(token not in _BREAKS for token in tokens),
        aspect=clear_aspect((*(hit.mark for hit in hits), *_deeds(hits, words))),
        positive=positive,
        negative=negative,
        hedges=_with_role(tokens, hits, Role.HEDGE),
        boosters=_with_role(tokens, hits, Role.BOOSTER),
        attributions=_with_role(tokens, hits, Role.ATTRIBUTION),
    )


def aspect_of(content: str, span: Span) -> str | None:
    """The clear aspect of the words at *span*; None where there is none."""
    tokens = _TOKEN.findall(_plain(content[span.start : span.end]))
    return clear_aspect(hit.mark for hit in _find_hits(tokens, load_framing_words().lexicon))


def _deeds(hits: Sequence[_Hit], words: FramingWords) -> Iterator[Mark]:
    """The aspect of help, once, where somebody whose work that is goes on to help."""
    givers = [hit.end for hit in hits if hit.mark.roles & Role.GIVER]
    giving = [hit.start for hit in hits if hit.mark.roles & Role.GIVING]
    if words.deed and any(end <= start < end + _DEED_REACH for end in givers for start in giving):
        yield Mark(aspects=((words.deed, _DEED),))


def clear_aspect(marks: Iterable[Mark]) -> str | None:
    """The aspect that the marks weigh most for; None where nothing is clear or two come near each other."""
    weights: dict[str, int] = {}
    for mark in marks:
        for aspect, weight in mark.aspects:
            weights[aspect] = weights.get(aspect, 0) + weight
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _CLEAR:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] > second else None


def _find_hits(tokens: Sequence[str], lexicon: Lexicon) -> Iterator[_Hit]:
    """What tells something among *tokens*: a phrase takes the words in it out for its own kind of telling only."""
    covered = [0] * len(tokens)
    for at, entry in [(at, entry) for at, token in enumerate(tokens) if (entry := lexicon[token]) is not None]:
        for rest, mark in _phrases_at(at, entry, tokens):
            if kinds := _kinds(mark) & ~covered[at]:
                end = at + 1 + len(rest)
                yield _Hit(at, end, _of_kinds(mark, kinds))
                for inside in range(at, end):
                    covered[inside] |= kinds
        if entry.mark is not None and (kinds := _kinds(entry.mark) & ~covered[at]):
            yield _Hit(at, at + 1, _of_kinds(entry.mark, kinds))


def _phrases_at(at: int, entry: Entry, tokens: Sequence[str]) -> list[Phrase]:
    """The phrases of the entry at *at* that go on as the tokens do, the longest first."""
    if not entry.phrases or at + 1 == len(tokens):
        return []
    initial = tokens[at + 1][0]
    near = [phrase for phrase in entry.phrases if phrase[0][0][0] == initial]
    return [phrase for phrase in near if _goes_on(phrase[0], tokens, at + 1)]


def _goes_on(parts: Sequence[str], tokens: Sequence[str], start: int) -> bool:
    end = start + len(parts)
    return end <= len(tokens) and all(map(fits, parts, tokens[start:end]))


def _kinds(mark: Mark) -> int:
    kinds = (mark.roles & TONE and 2) | (mark.roles & MANNER and 4) | (mark.roles & DEED and 8)
    return kinds | _ASPECTS if mark.aspects else kinds


def _of_kinds(mark: Mark, kinds: int) -> Mark:
    if kinds == _kinds(mark):
        return mark
    kept = (TONE if kinds & 2 else 0) | (MANNER if kinds & 4 else 0) | (DEED if kinds & 8 else 0)
    roles = mark.roles & kept
    return Mark(aspects=mark.aspects if kinds & _ASPECTS else (), roles=roles)


def _with_role(tokens: Sequence[str], hits: Sequence[_Hit], role: int) -> tuple[str, ...]:
    return tuple(" ".join(tokens[hit.start : hit.end]) for hit in hits if hit.mark.roles & role)


def _read_tone(tokens: Sequence[str], hits: Sequence[_Hit]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of praise and of trouble; less of a bad thing is praise, and less of a good one trouble."""
    told = [hit for hit in hits if hit.mark.roles & TONE]
    if not told:
        return (), ()
    spent: set[int] = set()
    verdicts: dict[int, bool | None] = {}
    for number, hit in enumerate(told):
        if hit.mark.roles & (Role.GOOD | Role.BAD):
            turner, verdicts[number] = _judge(tokens, told, number)
            if turner is not None:
                spent.add(turner)
    said = [(hit, verdicts.get(number)) for number, hit in enumerate(told) if number not in spent]
    words = [(" ".join(tokens[hit.start : hit.end]), good) for hit, good in said if good is not None]
    return tuple(word for word, good in words if good), tuple(word for word, good in words if not good)


def _judge(tokens: Sequence[str], told: Sequence[_Hit], number: int) -> tuple[int | None, bool | None]:
    """The word that turns this one round, if any, and whether it is good in the end; None for neither."""
    hit = told[number]
    good = bool(hit.mark.roles & Role.GOOD)
    thing = bool(hit.mark.roles & Role.THING)
    before = _turner_before(tokens, told, number)
    after = _turner_after(tokens, told, number) if thing else None
    if good:
        turner = _first_with(told, (before, after), Role.TAKING)
        return (
            (turner, False)
            if turner is not None and (thing or told[turner].mark.roles == Role.TAKING)
            else (None, True)
        )
    if thing and (turner := _first_with(told, (before, after), Role.FALLING)) is not None:
        return turner, True
    if thing and before is not None and told[before].mark.roles & (Role.FIGHTING | Role.TAKING):
        return before, None
    negated = before is not None and told[before].mark.roles == Role.TAKING
    return None, None if negated else False


def _first_with(told: Sequence[_Hit], numbers: Iterable[int | None], role: int) -> int | None:
    return next((number for number in numbers if number is not None and told[number].mark.roles & role), None)


_TURNING = Role.FALLING | Role.FIGHTING | Role.TAKING


def _turner_before(tokens: Sequence[str], told: Sequence[_Hit], number: int) -> int | None:
    """The nearest turning word within reach before a word, in the same clause."""
    start = told[number].start
    for other in range(number - 1, -1, -1):
        gap = tokens[told[other].end : start]
        if len(gap) >= _REACH or not _BREAKS.isdisjoint(gap) or not _ENDS_REACH.isdisjoint(gap):
            return None
        if told[other].mark.roles & _TURNING:
            return other
    return None


def _turner_after(tokens: Sequence[str], told: Sequence[_Hit], number: int) -> int | None:
    """The nearest word of falling behind a thing, in the same clause: "poverty has fallen"."""
    end = told[number].end
    for other in range(number + 1, len(told)):
        gap = tokens[end : told[other].start]
        if len(gap) >= _REACH_AHEAD or not _BREAKS.isdisjoint(gap) or not _ENDS_REACH_AHEAD.isdisjoint(gap):
            return None
        if told[other].mark.roles & (Role.FALLING | Role.TAKING):
            return other
    return None
