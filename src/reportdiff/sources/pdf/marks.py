"""Small pieces above or below a line: the marks of notes go, all else returns to the line that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdiff.sources.pdf.pieces import Piece, joined

_MARK = re.compile(r"(?:[0-9]{1,3}(?:[,;–-] ?[0-9]{1,3}){0,4}|[a-z]|[*†‡§¶#]{1,3})[,.]?$|[\[(][0-9a-z]{1,3}[\])]$")
_MEASURED = re.compile(r"(?:^|[^A-Za-z])(?:[kcm]?m|mi|ft|in|yd|sq|10)$")
"""What a raised number is an exponent of."""
_SMALLER = 0.87
_LONGEST = 14


def settle_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without the marks of notes; a raised "th" or a lowered "2" is joined to the word that it follows."""
    if not any(len(piece.text) <= _LONGEST for piece in pieces):
        return list(pieces)
    kept: dict[int, Piece] = {piece.order: piece for piece in pieces}
    ranked = sorted(pieces, key=lambda p: p.order)
    for place, small in enumerate(ranked):
        if len(small.text) > _LONGEST:
            continue
        near = [kept.get(other.order) for other in (*ranked[max(0, place - 3) : place], *ranked[place + 1 : place + 4])]
        before = next((p for p in near if p is not None and _follows(p, small)), None)
        after = next((p for p in near if p is not None and _precedes(small, p)), None)
        raised = any(p is not None and small.y < p.y - 0.15 * p.size for p in (before, after))
        if _MARK.match(small.text) and raised and not (before is not None and _is_exponent(before, small)):
            if before is not None or after is not None:
                del kept[small.order]
        elif before is not None:
            del kept[small.order]
            kept[before.order] = joined(before, small)._replace(size=before.size, y=before.y, face=before.face)
    return list(kept.values())


def _follows(line: Piece, small: Piece) -> bool:
    """Whether *small* hangs on to the end of *line*, raised or lowered."""
    return _is_beside(line, small) and -0.3 * line.size <= small.x0 - line.x1 <= 0.3 * line.size


def _precedes(small: Piece, line: Piece) -> bool:
    return _is_beside(line, small) and -0.3 * line.size <= line.x0 - small.x1 <= 0.6 * line.size


def _is_beside(line: Piece, small: Piece) -> bool:
    return small.size < _SMALLER * line.size and -0.75 * line.size < small.y - line.y < 0.4 * line.size


def _is_exponent(line: Piece, small: Piece) -> bool:
    return bool(_MEASURED.search(line.text[-8:])) and small.text.rstrip(",.") in ("2", "3", "6", "9")
