"""What the sentences before tell a sentence that names no time of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportdiff.extraction.figures.figure import Figure
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.grammar.wordlists import any_of, word_list

_ANAPHORA = re.compile(rf"{any_of(word_list('anaphora', 'openings'))}\b")
_BREAKDOWN = re.compile(rf"\b{any_of(word_list('anaphora', 'breakdown'))} ")
_MOVED = [word for kind in ("rise", "fall") for word in word_list(kind, "direct") if word.endswith("ed")]
_PAST = re.compile(
    rf"\b(?:{any_of([*_MOVED, 'fell', 'rose', 'grew', 'shrank', 'sank'])}\b"
    rf"|(?:{any_of(word_list('anaphora', 'past'))}|[a-z]{{2,}}ed)\b(?! by\b))"
)
_NOT_PAST = re.compile(rf"\b(?:{any_of(word_list('anaphora', 'not-past'))}|to [a-z]+)\b")
_LISTED = re.compile(r"(?: [a-z-]+){1,3}(?:,| and|, and) ")
_LEAST_LISTED = 2
_MOST_BEFORE = 120


@dataclass(slots=True)
class Frame:
    """What the text before has told: the last stated days, the last pair of "from … to", and the heading's days."""

    last: TimeExpression | None = None
    pair: tuple[Days, Days] | None = None
    heading: TimeExpression | None = None


def inherited_time(text: str, start: int, figures: Sequence[Figure], frame: Frame) -> TimeExpression | None:
    """The expression before the sentence that begins at *start* that its *figures* are about; None where none is."""
    last = frame.last
    if last is not None and last.days is not None and _leans_back(text, start, figures):
        return last
    if last is not None and last.role is Role.POINT and _tells_past(text, start, figures):
        return last
    if last is not None and last.days is not None and _only_lists(text, start, figures):
        return last
    return frame.heading


def scene_of(text: str, start: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression by which a sentence without figures, which begins at *start*, dates those behind it.

    It opens the sentence and a comma follows: "In 2019, the economy recovered. Inflation was 5 percent."
    """
    first = times[0] if times else None
    if first is None or first.weak or first.days is None or first.role is not Role.POINT:
        return None
    return first if first.start == start and text.startswith(",", first.end) else None


def goes_on(text: str, start: int, end: int) -> bool:
    """True for a short sentence without figures in the simple past, which leaves the time as it is."""
    if end - start >= _MOST_BEFORE:
        return False
    return bool(_PAST.search(text, start, end)) and not _NOT_PAST.search(text, start, end)


def _leans_back(text: str, start: int, figures: Sequence[Figure]) -> bool:
    """True for a sentence about the figure before it: "Of this …", "Exports included cars ($2 billion)"."""
    if _ANAPHORA.match(text, start):
        return True
    if any(text[max(start, figure.quote_start - 1)] != "(" for figure in figures):
        return False
    return bool(_BREAKDOWN.search(text, start, figures[0].start))


def _tells_past(text: str, start: int, figures: Sequence[Figure]) -> bool:
    """True for a clause in the simple past, which goes on with the time of the sentence before."""
    stop = figures[0].quote_start
    if stop - start >= _MOST_BEFORE:
        return False
    return bool(_PAST.search(text, start, stop)) and not _NOT_PAST.search(text, start, stop)


def _only_lists(text: str, start: int, figures: Sequence[Figure]) -> bool:
    """True for a sentence without a verb that lists what was told: "Six million men, 3.4 million women."."""
    if len(figures) < _LEAST_LISTED or figures[0].quote_start != start:
        return False
    return all(_LISTED.fullmatch(text, a.end, b.quote_start) for a, b in pairwise(figures))
