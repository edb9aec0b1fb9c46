"""The words by which a text sums something up: "a vital ally", "endemic corruption", "is highly fragmented"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reportdiff.extraction.facts.drafts import FactDraft, Page
from reportdiff.extraction.framing import aspect_of
from reportdiff.model.claim import Characterization, ClaimKind
from reportdiff.model.span import Span
from reportdiff.model.text import HEADING
from reportdiff.vocabulary.framing import Evaluation, load_evaluation

GENERAL = "general"
"""The aspect of what is summed up under none."""

_WORD = re.compile(r"[a-z]+(?=[ ,])|(?:[A-Za-z]\.){2,}|[^\W_]+(?:[’'-][^\W_]+)*|[^\w\s]")
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
_OF_THE_NOUN = frozenset({"between", "with", "among", "in"})
_OF_ANOTHER = frozenset({"of", "in", "for", "on", "to"})
_MOST_ADJECTIVES, _MOST_BETWEEN, _AIM_REACH, _MOST_BEHIND_NOUN = 5, 3, 6, 7


class _Run(NamedTuple):
    """Words of a sentence that sum something up: the first, and the one behind the last."""

    first: int
    end: int


class _Cues(NamedTuple):
    """Words by what they do in a phrase, in lower case; ``needed``, as printed: without them a sentence holds none."""

    openers: frozenset[str]
    needed: frozenset[str]
    adjectives: frozenset[str]
    evaluative: frozenset[str]
    nouns: frozenset[str]
    no_part: frozenset[str]


@cache
def _cues() -> _Cues:
    words = load_evaluation()
    adjectives = words.praise | words.blame
    needed = adjectives | words.troubles
    return _Cues(
        openers=adjectives | words.fields,
        needed=needed | {word.capitalize() for word in needed},
        adjectives=adjectives,
        evaluative=adjectives | words.adverbs,
        nouns=words.summed | words.troubles,
        no_part=adjectives | _SMALL,
    )


def load_cues() -> frozenset[str]:
    """The words whose places tell where something may be summed up."""
    return _cues().needed


def extract_characterizations(page: Page) -> Iterator[FactDraft]:
    """What *page* sums up, in order of place; aims, headings and page furniture are left out."""
    headings = iter([block for block in page.text.blocks if block.kind is HEADING])
    heading = next(headings, None)
    done = 0
    for place in page.places_of(load_cues()):
        sentence = page.sentence_at(place) if place >= done else None
        if sentence is None:
            continue
        done = sentence.end
        while heading is not None and heading.end <= sentence.start:
            heading = next(headings, None)
        if heading is None or sentence.start < heading.start:
            yield from _drafts_in(page, sentence)


def _drafts_in(page: Page, sentence: Span) -> Iterator[FactDraft]:
    """What *sentence* sums up; what has no clear aspect of its own has that of the sentence."""
    around = ""
    for span in _spans_in(page.content, sentence):
        aspect = aspect_of(page.content, span)
        if aspect is None:
            aspect = around = around or aspect_of(page.content, sentence) or GENERAL
        yield _draft(page, aspect, span, sentence)


def _spans_in(content: str, sentence: Span) -> Iterator[Span]:
    openers, told = _cues().openers, load_evaluation()
    printed = _WORD.findall(content, sentence.start, sentence.end)
    words = [word.lower() for word in printed]
    runs: list[_Run] = []
    for at in [number for number, word in enumerate(words) if word in openers]:
        run = _read_run(words, printed, at, told) if not runs or at >= runs[-1].end else None
        if run is not None:
            runs.append(run)
    starts = list(_starts(content, sentence.start, printed)) if runs else []
    for run in runs:
        yield Span(starts[run.first], starts[run.end - 1] + len(printed[run.end - 1]))


def _starts(content: str, at: int, printed: Sequence[str]) -> Iterator[int]:
    """Where each of the *printed* words stands that follow each other from *at* on, nothing but blanks between them."""
    for word in printed:
        at = content.index(word, at)
        yield at
        at += len(word)


def _read_run(words: Sequence[str], printed: Sequence[str], at: int, told: Evaluation) -> _Run | None:
    """What is summed up by the *words* from *at* on; None where nothing is, or where it is but an aim.

    *words* are in lower case, *printed* the same as they stand in the text.
    """
    end = None
    if words[at] in _cues().adjectives:
        end = _noun_phrase(words, at, told)
        if end is None:
            return _predicate(words, at, told)
    elif words[at] in told.fields:
        end = _trouble(words, at, told)
    if end is None or _is_name(printed, at, end) or _is_aim(words, at, told):
        return None
    return _Run(_lead(words, at, told), _led_on(words, end, told))


def _noun_phrase(words: Sequence[str], at: int, told: Evaluation) -> int | None:
    """The word behind a noun phrase that begins with the adjective at *at*."""
    evaluative = _cues().evaluative
    place = at + 1
    for _ in range(_MOST_ADJECTIVES):
        joined = place
        while joined < len(words) and joined < place + 2 and words[joined] in _JOINTS:
            joined += 1
        if joined >= len(words) or words[joined] not in evaluative:
            break
        place = joined + 1
    return _head(words, place, told)


def _head(words: Sequence[str], place: int, told: Evaluation) -> int | None:
    """The word behind the noun that is summed up, at most a few words behind *place*; the last of several in a row."""
    cues = _cues()
    for head in range(place, min(len(words), place + _MOST_BETWEEN + 1)):
        if words[head] in cues.nouns:
            end = _last_of_row(words, head, cues.nouns)
            return end if _can_end(words, end, strictly=words[end - 1] in told.modifying) else None
        if words[head] in cues.no_part or not words[head][0].isalpha():
            return None
    return None


def _last_of_row(words: Sequence[str], head: int, nouns: frozenset[str]) -> int:
    """The word behind the last of the nouns that follow each other from *head* on."""
    while head + 1 < len(words) and words[head + 1] in nouns:
        head += 1
    return head + 1


def _can_end(words: Sequence[str], place: int, *, strictly: bool = False) -> bool:
    """Whether a noun phrase can end before *place*: no other noun goes on with it; *strictly*, nor what may be one."""
    if place >= len(words) or not words[place][0].isalpha():
        return True
    return words[place] in _SMALL or (not strictly and words[place].endswith(_VERB_ENDINGS))


def _trouble(words: Sequence[str], at: int, told: Evaluation) -> int | None:
    """The word behind "political instability", "economic and social crisis"."""
    place = at + 1
    if place + 1 < len(words) and words[place] == "and" and words[place + 1] in told.fields:
        place += 2
    return place + 1 if place < len(words) and words[place] in told.troubles and _can_end(words, place + 1) else None


def _predicate(words: Sequence[str], at: int, told: Evaluation) -> _Run | None:
    """A noun with what it is said to be: "congress is highly fragmented"."""
    place = at - 1
    if words[at] in told.stressing:
        return None
    if place >= 0 and words[place] in told.adverbs:
        place -= 1
    if place < 1 or words[place] not in _COPULAS:
        return None
    place -= 2 if words[place - 1] in _HAVE and place > 1 else 1
    noun = _subject(words, place, told)
    end = _joined(words, at + 1)
    ends = end >= len(words) or words[end] in _SMALL or not words[end][0].isalpha()
    if not ends or noun is None or (end < len(words) and words[end] in ("to", "of")):
        return None
    return _Run(noun, end)


def _subject(words: Sequence[str], place: int, told: Evaluation) -> int | None:
    """The noun that is summed up: at *place*, or before a preposition that leads there ("ties with its neighbors")."""
    if words[place] in told.summed:
        return place
    for joint in range(place - 1, max(0, place - _MOST_BEHIND_NOUN), -1):
        if words[joint] in _OF_THE_NOUN:
            found = words[joint - 1] in told.summed and (joint < 2 or words[joint - 2] not in _OF_ANOTHER)
            return joint - 1 if found else None
        if not words[joint][0].isalpha() or words[joint] in _COPULAS:
            return None
    return None


def _joined(words: Sequence[str], end: int) -> int:
    """Where the words end that are said of the noun: behind a second adjective too ("warm and cooperative")."""
    joint = end
    while joint < len(words) and joint < end + 2 and words[joint] in _JOINTS:
        joint += 1
    return joint + 1 if end < joint < len(words) and words[joint] in _cues().adjectives else end


def _is_name(printed: Sequence[str], at: int, end: int) -> bool:
    """Whether the phrase is the name of something: its noun has a capital of its own."""
    return printed[end - 1][0].isupper() and (at > 0 or end - at > 1)


def _is_aim(words: Sequence[str], at: int, told: Evaluation) -> bool:
    """Whether the phrase is what somebody works for, doubts or denies."""
    before = at - 1
    while before >= 0 and (words[before] in _ARTICLES or words[before] in told.adverbs):
        before -= 1
    if before >= 0 and words[before] in told.before:
        return True
    for place in range(before, max(-1, before - _AIM_REACH), -1):
        if words[place] in ";:":
            return False
        if words[place] in told.aims:
            return True
    return False


def _lead(words: Sequence[str], at: int, told: Evaluation) -> int:
    """Where the quote begins: with an adverb, a verb of holding, or "one of the" before it."""
    first = at
    if first > 0 and words[first - 1] in told.adverbs:
        first -= 1
    if first > 2 and list(words[first - 3 : first]) == ["one", "of", "the"]:
        return first - 3
    verb = first - 1
    if verb >= 0 and words[verb] in _ARTICLES:
        verb -= 1
    if verb < 0 or words[verb] not in told.holding:
        return first
    return verb - 1 if verb > 0 and words[verb - 1] in _HAVE else verb


def _led_on(words: Sequence[str], end: int, told: Evaluation) -> int:
    """Where the quote ends: behind "support" comes what is supported."""
    if words[end - 1] not in told.led_on or end + 1 >= len(words) or words[end] not in _LEADING_ON:
        return end
    place = end + 2 if words[end + 1] in _ARTICLES else end + 1
    if place >= len(words) or not words[place][0].isalpha() or words[place] in _SMALL:
        return end
    return place + 1


def _draft(page: Page, aspect: str, span: Span, sentence: Span) -> FactDraft:
    return FactDraft(
        kind=ClaimKind.CHARACTERIZATION,
        measure=f"characterization.{aspect}",
        value=Characterization(aspect=aspect, text=" ".join(page.content[span.start : span.end].split())),
        period=page.as_published(),
        span=span,
        sentence=sentence,
    )
