"""Where a claim of a draft stands in the draft as it lies on disk."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportdiff.model.finding import Finding, Place
from reportdiff.model.text import OriginRun, Span, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A draft's path as the user gave it, its decoded characters, and the text that was read from them."""

    path: str
    source: str
    text: Text


def locate_findings(findings: Iterable[Finding], original: Original) -> Iterator[Finding]:
    """The findings with the places in the draft of the claims that they are about."""
    for finding in findings:
        side = finding.old if finding.old is not None and finding.old.draft else None
        yield finding if side is None else replace(finding, place=find_place(original, side.claim.position))


def find_place(original: Original, span: Span) -> Place:
    """The lines and columns of a stretch of the text.

    Characters that the reading added have no place of their own: they take that of the next one that has. In a format
    without lines (its ``source`` is empty) a line is a part of the document as its reader counts them: a paragraph, a
    page.
    """
    if not original.source:
        return _place_in_parts(original, span)
    start = source_offset(original.text.origin, span.start)
    end = source_offset(original.text.origin, max(span.start, span.end - 1)) + 1
    line, column = _line_and_column(original.source, start)
    end_line, end_column = _line_and_column(original.source, max(start + 1, end))
    return Place(
        path=original.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        before=original.source[start - column + 1 : start],
        end_before=original.source[max(start + 1, end) - end_column + 1 : max(start + 1, end)],
    )


def source_offset(origin: tuple[OriginRun, ...], index: int) -> int:
    """Where the character at *index* of the text stands in the source; 0 where nothing tells."""
    return _origin_at(origin, index)[0]


def source_place(origin: tuple[OriginRun, ...], index: int) -> tuple[int, int]:
    """The part, 0 where the source has none, and the place in it of the character at *index* of the text."""
    place, part = _origin_at(origin, index)
    return part or 0, place


def _place_in_parts(original: Original, span: Span) -> Place:
    start, part = _origin_at(original.text.origin, span.start)
    end, end_part = _origin_at(original.text.origin, max(span.start, span.end - 1))
    return Place(
        path=original.path, line=part or 1, column=start + 1, end_line=end_part or part or 1, end_column=end + 2
    )


def _origin_at(origin: tuple[OriginRun, ...], index: int) -> tuple[int, int | None]:
    """Where the character at *index* of the text stands in the source, and in which part."""
    after = bisect_right(origin, index, key=lambda run: run.start)
    run = origin[after - 1] if after else None
    if run is not None and index < run.start + run.length:
        return run.source + index - run.start, run.part
    if after < len(origin):
        return origin[after].source, origin[after].part
    return (run.source + run.length - 1, run.part) if run is not None else (0, None)


def _line_and_column(source: str, offset: int) -> tuple[int, int]:
    return source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset)
