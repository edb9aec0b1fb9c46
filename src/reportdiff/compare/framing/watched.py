"""How often watched terms stand in a text."""

from __future__ import annotations

import re
from functools import cache

from reportdiff.compare.reading.words import WORD
from reportdiff.model.framing import TermUse, WatchedTerm
from reportdiff.model.span import Span

_LINE = re.compile(r"[^\n]+")


def find_uses(term: WatchedTerm, text: str) -> TermUse:
    """The uses of *term* in *text*, in any case, singular or plural.

    Each place counts for a word or phrase, each sentence that holds all parts for a pair. A text breaks its line after
    each sentence.
    """
    patterns = [_pattern(part) for part in term.parts]
    count, places = 0, []
    for line in _LINE.finditer(text):
        found = [sum(1 for _ in pattern.finditer(text, line.start(), line.end())) for pattern in patterns]
        if all(found):
            count += found[0] if len(found) == 1 else 1
            places.append(Span(line.start(), line.end()))
    return TermUse(term=term, count=count, words=sum(1 for _ in WORD.finditer(text)), places=tuple(places))


@cache
def _pattern(part: str) -> re.Pattern[str]:
    """The words of a part one after the other, the last in the plural too."""
    words = " ".join(part.split())
    return re.compile(rf"(?<!\w){re.escape(words)}(?:e?s)?(?!\w)", re.IGNORECASE)
