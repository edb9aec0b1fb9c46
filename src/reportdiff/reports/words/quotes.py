"""Quotes as a report shows them: the sentence around a claim, cut to size, with the claim's own words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.span import Span
from reportdiff.reports.screen import emphasize, printable
from reportdiff.reports.words.periods import say_date

UNKNOWN = "unknown"
"""The id of a publisher that nobody told."""

LONGEST_NAME = 40

LIMIT = 180
"""A quote longer than this many characters is cut around the claim's own words."""

CONTEXT = 32
"""What a stored quote holds before and after its words, at most."""


def quotes_of(claims: Iterable[Claim], text: str | None) -> list[str]:
    """The quotes behind *claims*, in order of place; claims of one sentence share one quote.

    *text* is the text of their snapshot; without it each claim's words stand between its prefix and suffix.
    """
    ordered = sorted(claims, key=lambda claim: (claim.sentence, claim.position))
    if text is None:
        return list(dict.fromkeys(_stored_quote(claim) for claim in ordered))
    return [_sentence_quote(list(group), text) for _, group in groupby(ordered, key=lambda claim: claim.sentence)]


def cut_quote(text: str, sentence: Span, words: Span) -> str:
    """A sentence in quotation marks, cut to size around *words* in it, which stand out."""
    said = emphasize(_clean(text[words.start : words.end]))
    before, after = text[sentence.start : words.start], text[words.end : sentence.end]
    room = max(0, LIMIT - len(said))
    left = min(len(before), max(room // 2, room - len(after)))
    return f"“{_tail(before, left)}{said}{_head(after, min(len(after), room - left))}”"


def say_source(snapshot: Snapshot) -> str:
    """Who says it, and when: ``crs, 10 Jan 2024``; ``undated`` where nothing tells the date."""
    published = snapshot.edition.published
    return f"{say_publisher(snapshot)}, {say_date(published) if published else 'undated'}"


def say_publisher(snapshot: Snapshot) -> str:
    """The publisher by its name, else by its id; where nobody told it, the file."""
    publisher = snapshot.publisher
    file = snapshot.source.file if publisher.id == UNKNOWN and snapshot.source.file.split(".")[0] != "source" else None
    return _shortened(printable(publisher.name or file or publisher.id))


def _shortened(name: str) -> str:
    """A long name by its two ends."""
    half = LONGEST_NAME // 2
    return name if len(name) <= LONGEST_NAME else f"{name[:half]}…{name[-half + 1 :]}"


def _sentence_quote(claims: Sequence[Claim], text: str) -> str:
    """One sentence, cut to size around all the words that its claims stand on."""
    words, end = "", claims[0].position.start
    for claim in claims:
        if claim.position.start < end:
            continue
        gap = _clean(text[end : claim.position.start], keep_start=True, keep_end=True)
        words, end = f"{words}{gap}{emphasize(_clean(claim.quote.exact))}", claim.position.end
    before = text[claims[0].sentence.start : claims[0].position.start]
    after = text[end : claims[0].sentence.end]
    room = max(0, LIMIT - len(words))
    left = min(len(before), max(room // 2, room - len(after)))
    return f"“{_tail(before, left)}{words}{_head(after, min(len(after), room - left))}”"


def _stored_quote(claim: Claim) -> str:
    before, after = claim.quote.prefix, claim.quote.suffix
    words = emphasize(_clean(claim.quote.exact))
    return f"“{_tail(before, CONTEXT - 1)}{words}{_head(after, CONTEXT - 1)}”"


def _tail(text: str, limit: int) -> str:
    if len(text) <= limit:
        return _clean(text, keep_end=True)
    _, space, rest = text[len(text) - limit :].partition(" ")
    return "… " + _clean(rest if space else "", keep_end=True)


def _head(text: str, limit: int) -> str:
    if len(text) <= limit:
        return _clean(text, keep_start=True)
    kept, space, _ = text[:limit].rpartition(" ")
    return _clean(kept if space else "", keep_start=True) + " …"


def _clean(text: str, *, keep_start: bool = False, keep_end: bool = False) -> str:
    """*text* fit for a terminal, its white space folded; a space at an end stays where the ends are told to be kept."""
    words = " ".join(printable(text).split())
    if not words:
        return " " if keep_start and keep_end and text else ""
    lead = " " if keep_start and text[0].isspace() else ""
    trail = " " if keep_end and text[-1].isspace() else ""
    return f"{lead}{words}{trail}"
