"""Whether neighbouring lines of plain text are one wrapped paragraph; decided for each paragraph from its own lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportdiff.sources.dates import read_date_line

_LONGEST_WRAP = 160
"""Lines beyond this were not wrapped by anybody: each is a paragraph."""
_NARROWEST_WRAP = 40
_LOOSE = 0.93
"""Where a sentence ends and the next word would fill no more than this part of the width, the paragraph ends."""
_SHORT = 0.72
"""Below this it was ended, whatever stands there."""
_CLOSED = re.compile(r"[.!?:…;][\"'”’)\]]*[0-9⁰¹²³⁴-⁹]{0,2}$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*[0-9⁰¹²³⁴-⁹]{0,2}$")
_DEMANDS_MORE = re.compile(
    r"(?:,|[\w.]-|[—–(]|\b(?:the|an?|of|to|in|on|for|and|or|with|by|from|at|as|that|which|its|their|his|her|than|into"
    r"|is|are|was|were|has|have|had|will|would|between|under|over|about|including|more|not))$"
)
_FIELD = re.compile(r"([A-Z0-9\[(][^:;!?|]{0,80}): \S")
_LONGEST_LABEL = 84
_TWO = 2
_GAP = re.compile(r"(?<=\S) {2,}(?=[A-Z])")
_WIDE_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_COUNT = re.compile(
    r"(?:[A-Z]{2,3} ?)?[$€£¥]?[0-9][0-9.,]{0,20}(?: ?%| ?[KkMmBb]n?\b| (?:thousand|[mb]illion)\b)? [A-Za-z]{2}"
)
"""How a line begins that tells a figure of what it counts."""
_SAYING = re.compile(r" (?:is|are|was|were|has|have|had|will) (?:.* )?[0-9]")
_CAPITALS = bytes(range(65, 91)) + b"mw%&@"
_THIN = b"ijltfrI.,;:'!|()[] "


def is_field(line: str) -> bool:
    """Whether a line reads ``Label: value``.

    >>> is_field("Birth rate: 24.48 births/1,000 population"), is_field("He said this. Then: nothing")
    (True, False)
    """
    found = _FIELD.match(line) if line.find(": ", 0, _LONGEST_LABEL) > 0 else None
    return found is not None and found[1].count(" ") <= 9 and ". " not in found[1] and is_label(found[1])


def fields_beside(line: str) -> list[tuple[int, int]]:
    """Where the fields of a line stand that has several, with wide gaps between them; none for any other line.

    So stand figures, too, each before what it counts ("1,204 pupils    38 teachers").

    >>> fields_beside("Berths: 42   Land area: 1,210 ha"), fields_beside("Berths: 42")
    ([(0, 10), (13, 32)], [])
    """
    if "  " not in line:
        return []
    if line.count(": ") >= _TWO:
        places = _parted(line, _GAP)
        return places if len(places) >= _TWO and all(is_field(line[start:end]) for start, end in places) else []
    places = _parted(line, _WIDE_GAP)
    return places if len(places) >= _TWO and all(_COUNT.match(line, *place) for place in places) else []


def _parted(line: str, gaps: re.Pattern[str]) -> list[tuple[int, int]]:
    places, at = [], len(line) - len(line.lstrip())
    for gap in gaps.finditer(line, at, len(line.rstrip())):
        places.append((at, gap.start()))
        at = gap.end()
    return [*places, (at, len(line.rstrip()))]


def is_label(words: str) -> bool:
    """Whether the words before a colon name something; a verb with a figure says something already.

    >>> is_label("Life expectancy at birth"), is_label("Life expectancy is 69.6 years")
    (True, False)
    """
    return _SAYING.search(words) is None


def breadth(line: str) -> float:
    """About how much room *line* takes in print, in letters of middle width."""
    data = line.encode("ascii", "replace")
    wide = len(data) - len(data.translate(None, _CAPITALS))
    thin = len(data) - len(data.translate(None, _THIN))
    return len(data) + 0.4 * wide - 0.4 * thin


def joints(lines: Sequence[str]) -> list[bool]:
    """For each of *lines* but the first: whether it goes on with the paragraph of the line before."""
    if len(lines) == 1:
        return []
    if all(len(line) > _LONGEST_WRAP for line in lines):
        return [_goes_on_at_length(line, following) for line, following in pairwise(lines)]
    sizes = [breadth(line) for line in lines]
    wrapped = sorted(size for size, line in zip(sizes, lines, strict=True) if len(line) <= _LONGEST_WRAP)
    # Of eight lines the broadest does not count: a hyphen undone by another program makes such a line.
    width = wrapped[-1 - len(wrapped) // 8] if wrapped else 1.0
    room = [_room(sizes[i], lines[i + 1]) / width for i in range(len(lines) - 1)]
    gaps = sum(share <= _LOOSE for share in room)
    ragged = max(map(len, lines)) > _LONGEST_WRAP or width < _NARROWEST_WRAP or gaps > 0.4 * len(room)
    room.append(0.0)
    return [
        _goes_on(lines[i], lines[i + 1], room=room[i], next_room=room[i + 1], ragged=ragged)
        for i in range(len(lines) - 1)
    ]


def _room(size: float, following: str) -> float:
    """How broad the line would have been with the first word of the next one."""
    end = following.find(" ")
    return size + 0.6 + breadth(following if end < 0 else following[:end])


def _goes_on_at_length(line: str, following: str) -> bool:
    return following[0].islower() and not is_closed(line) and not is_field(following)


def _goes_on(line: str, following: str, *, room: float, next_room: float, ragged: bool) -> bool:
    """*room*: what part of the full width *line* would fill with the next word; *ragged*: it does not look wrapped."""
    if len(line) > _LONGEST_WRAP:
        return _goes_on_at_length(line, following)
    ended = not line[-1].isalpha() and _SENTENCE_END.search(line[-12:]) is not None
    if following[0].islower() and not is_field(following):
        return not ended or room > _LOOSE
    if demands_more(line):
        return not (ragged and is_field(following))
    if _is_date(line) or _is_date(following):
        return False
    if ragged or room <= (_LOOSE if ended else _SHORT):
        return False
    if ended and next_room <= _SHORT and not is_closed(following) and not demands_more(following):
        return False
    return not (is_field(line) and is_field(following))


def _is_date(line: str) -> bool:
    return line[-4:].isdigit() and read_date_line(line) is not None


def demands_more(line: str) -> bool:
    """Whether *line* cannot be the end of a paragraph: a comma, a hyphen, an article or the like stands last."""
    return _DEMANDS_MORE.search(line[-12:]) is not None


def is_closed(line: str) -> bool:
    """Whether a mark stands last that ends or announces something."""
    return _CLOSED.search(line[-12:]) is not None
