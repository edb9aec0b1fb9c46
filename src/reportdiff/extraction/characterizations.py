"""The words by which a text sums something up: "a vital ally", "endemic corruption", "is highly fragmented"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reportdiff.extraction.drafts import FactDraft, Page
from reportdiff.extraction.framing import aspect_of
from reportdiff.model.claim import Characterization, ClaimKind
from reportdiff.model.span import Span
from reportdiff.model.text import BlockKind
from reportdiff.vocabulary.framing import Evaluation, load_evaluation

GENERAL = "general"
"""The aspect of what is summed up under none."""

_WORD = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[’'-][^\W_]+)*|[^\w\s]")
_SMALL = frozenset(
    """of in on at to for from by with and or but as than that which who whose while when if is are was were be been has
    have had will would may might can could should not the a an its their his her our this these those it they
    also after before since until during under over into within among between through against across despite because
    where then now today so toward towards throughout without upon per""".split()
)
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "our", "such"})
_JOINTS = frozenset({",", "and"})
_COPULAS = frozenset("is are was were remain remains remained become becomes became been seems".split())
_HAVE = frozenset({"has", "have", "had"})
_LEADING_ON = frozenset({"for", "to", "in", "on"})
_VERB_ENDINGS = ("s", "ed", "ly", "ing")
_MOST_ADJECTIVES, _MOST_BETWEEN, _AIM_REACH = 5, 3, 6


class _Token(NamedTuple):
    """A word or mark of a sentence, in lower case too, and where it stands."""

    word: str
    lower: str
    start: int
    end: int


class _Run(NamedTuple):
    """Tokens of a sentence that sum something up: the first, and the one behind the last."""

    first: int
    end: int


class _Cues(NamedTuple):
    """Words that a phrase begins with, in lower case; and, as printed, those without which a sentence holds none."""

    openers: frozenset[str]
    needed: frozenset[str]


@cache
def _cues() -> _Cues:
    words = load_evaluation()
    needed = words.praise | words.blame | words.troubles
    return _Cues(words.praise | words.blame | words.fields, needed | {word.capitalize() for word in needed})


def extract_characterizations(page: Page) -> Iterator[FactDraft]:
    """What *page* sums up, in order of place; aims, headings and page furniture are left out."""
    needed = _cues().needed
    places = [found.start() for found in _WORD.finditer(page.content) if found[0] in needed]
    headings = iter([block for block in page.text.blocks if block.kind is BlockKind.HEADING])
    heading = next(headings, None)
    done = 0
    for place in places:
        sentence = page.sentence_at(place) if place >= done else None
        if sentence is None:
            continue
        done = sentence.end
        while heading is not None and heading.end <= sentence.start:
            heading = next(headings, None)
        if heading is None or sentence.start < heading.start:
            for span in _spans_in(page.content, sentence):
                yield _draft(page, span, sentence)


def _spans_in(content: str, sentence: Span) -> Iterator[Span]:
    openers, words = _cues().openers, load_evaluation()
    tokens = [_Token(m[0], m[0].lower(), *m.span()) for m in _TOKEN.finditer(content, sentence.start, sentence.end)]
    done = 0
    for at in [number for number, token in enumerate(tokens) if token.lower in openers]:
        run = _read_run(tokens, at, words) if at >= done else None
        if run is not None:
            done = run.end
            yield Span(tokens[run.first].start, tokens[run.end - 1].end)


def _read_run(tokens: Sequence[_Token], at: int, words: Evaluation) -> _Run | None:
    """What is summed up by the words from *at* on; None where nothing is, or where it is but an aim."""
    lower = tokens[at].lower
    end = None
    if lower in words.praise or lower in words.blame:
        end = _noun_phrase(tokens, at, words)
        if end is None:
            return _predicate(tokens, at, words)
    elif lower in words.fields:
        end = _trouble(tokens, at, words)
    if end is None or _is_name(tokens, at, end) or _is_aim(tokens, at, words):
        return None
    return _Run(_lead(tokens, at, words), _led_on(tokens, end, words))


def _noun_phrase(tokens: Sequence[_Token], at: int, words: Evaluation) -> int | None:
    """The token behind a noun phrase that begins with the adjective at *at*."""
    evaluative = words.praise | words.blame | words.adverbs
    place = at + 1
    for _ in range(_MOST_ADJECTIVES):
        joined = place
        while joined < len(tokens) and joined < place + 2 and tokens[joined].lower in _JOINTS:
            joined += 1
        if joined >= len(tokens) or tokens[joined].lower not in evaluative:
            break
        place = joined + 1
    return _head(tokens, place, words)


def _head(tokens: Sequence[_Token], place: int, words: Evaluation) -> int | None:
    """The token behind the noun that is summed up, at most a few words behind *place*; the last of several in a row."""
    nouns = words.summed | words.troubles
    for head in range(place, min(len(tokens), place + _MOST_BETWEEN + 1)):
        lower = tokens[head].lower
        if lower in nouns:
            end = _last_of_row(tokens, head, nouns)
            return end if _can_end(tokens, end, strictly=tokens[end - 1].lower in words.modifying) else None
        if lower in _SMALL or lower in words.praise or lower in words.blame or not tokens[head].word[0].isalpha():
            return None
    return None


def _last_of_row(tokens: Sequence[_Token], head: int, nouns: frozenset[str]) -> int:
    """The token behind the last of the nouns that follow each other from *head* on."""
    while head + 1 < len(tokens) and tokens[head + 1].lower in nouns:
        head += 1
    return head + 1


def _can_end(tokens: Sequence[_Token], place: int, *, strictly: bool = False) -> bool:
    """Whether a noun phrase can end before *place*: no other noun goes on with it; *strictly*, nor what may be one."""
    if place >= len(tokens) or not tokens[place].word[0].isalpha():
        return True
    return tokens[place].lower in _SMALL or (not strictly and tokens[place].lower.endswith(_VERB_ENDINGS))


def _trouble(tokens: Sequence[_Token], at: int, words: Evaluation) -> int | None:
    """The token behind "political instability", "economic and social crisis"."""
    place = at + 1
    if place + 1 < len(tokens) and tokens[place].lower == "and" and tokens[place + 1].lower in words.fields:
        place += 2
    return (
        place + 1
        if place < len(tokens) and tokens[place].lower in words.troubles and _can_end(tokens, place + 1)
        else None
    )


def _predicate(tokens: Sequence[_Token], at: int, words: Evaluation) -> _Run | None:
    """A noun with what it is said to be: "congress is highly fragmented"."""
    place = at - 1
    if tokens[at].lower in words.stressing:
        return None
    if place >= 0 and tokens[place].lower in words.adverbs:
        place -= 1
    if place < 1 or tokens[place].lower not in _COPULAS:
        return None
    place -= 2 if tokens[place - 1].lower in _HAVE and place > 1 else 1
    ends = at + 1 >= len(tokens) or tokens[at + 1].lower in _SMALL or not tokens[at + 1].word[0].isalpha()
    if (
        not ends
        or tokens[place].lower not in words.summed
        or (at + 1 < len(tokens) and tokens[at + 1].lower in ("to", "of"))
    ):
        return None
    return _Run(place, at + 1)


def _is_name(tokens: Sequence[_Token], at: int, end: int) -> bool:
    """Whether the phrase is the name of something: its noun has a capital of its own."""
    return tokens[end - 1].word[0].isupper() and (at > 0 or end - at > 1)


def _is_aim(tokens: Sequence[_Token], at: int, words: Evaluation) -> bool:
    """Whether the phrase is what somebody works for, doubts or denies."""
    before = at - 1
    while before >= 0 and (tokens[before].lower in _ARTICLES or tokens[before].lower in words.adverbs):
        before -= 1
    if before >= 0 and tokens[before].lower in words.before:
        return True
    for place in range(before, max(-1, before - _AIM_REACH), -1):
        if tokens[place].word in ";:":
            return False
        if tokens[place].lower in words.aims:
            return True
    return False


def _lead(tokens: Sequence[_Token], at: int, words: Evaluation) -> int:
    """Where the quote begins: with an adverb, a verb of holding, or "one of the" before it."""
    first = at
    if first > 0 and tokens[first - 1].lower in words.adverbs:
        first -= 1
    if first > 2 and [token.lower for token in tokens[first - 3 : first]] == ["one", "of", "the"]:
        return first - 3
    verb = first - 1
    if verb >= 0 and tokens[verb].lower in _ARTICLES:
        verb -= 1
    if verb < 0 or tokens[verb].lower not in words.holding:
        return first
    return verb - 1 if verb > 0 and tokens[verb - 1].lower in _HAVE else verb


def _led_on(tokens: Sequence[_Token], end: int, words: Evaluation) -> int:
    """Where the quote ends: behind "support" comes what is supported."""
    if tokens[end - 1].lower not in words.led_on or end + 1 >= len(tokens) or tokens[end].lower not in _LEADING_ON:
        return end
    place = end + 2 if tokens[end + 1].lower in _ARTICLES else end + 1
    if place >= len(tokens) or not tokens[place].word[0].isalpha() or tokens[place].lower in _SMALL:
        return end
    return place + 1


def _draft(page: Page, span: Span, sentence: Span) -> FactDraft:
    aspect = aspect_of(page.content, span) or aspect_of(page.content, sentence) or GENERAL
    return FactDraft(
        kind=ClaimKind.CHARACTERIZATION,
        measure=f"characterization.{aspect}",
        value=Characterization(aspect=aspect, text=" ".join(page.content[span.start : span.end].split())),
        period=page.as_published(),
        span=span,
        sentence=sentence,
    )
