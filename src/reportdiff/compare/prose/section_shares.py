"""How much of two texts changed in its words, as a whole and section by section."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from reportdiff.compare.prose.lines import Lines
from reportdiff.model.span import Section, Span
from reportdiff.model.wording import SectionWording, SentenceChange, Share

Sizes = tuple[int, int]
"""Characters of the old text and of the new."""


class _Stretch(NamedTuple):
    """A heading with the text up to the next one."""

    title: str
    span: Span
    share: Share


def share_of(changes: Iterable[SentenceChange], old: Lines, new: Lines) -> Share:
    """The share of all sentences of both texts that is in *changes*."""
    total = sum(map(len, old.sentences)) + sum(map(len, new.sentences))
    return Share(sum(sum(_changed_sizes(change)) for change in changes), total)


def shares_by_section(
    changes: Sequence[SentenceChange],
    old: Lines,
    new: Lines,
    old_sections: Sequence[Section],
    new_sections: Sequence[Section],
) -> tuple[SectionWording, ...]:
    """The share of each section, joined across the texts by its title; none where neither text has sections."""
    if not old_sections and not new_sections:
        return ()
    sizes = [(change, *_changed_sizes(change)) for change in changes]
    one = _stretches(old_sections, old, ((change.old[0].start, size) for change, size, _ in sizes if size))
    other = _stretches(new_sections, new, ((change.new[0].start, size) for change, _, size in sizes if size))
    return tuple(_join(one.get(key), other.get(key)) for key in dict.fromkeys((*other, *one)))


def _join(old: _Stretch | None, new: _Stretch | None) -> SectionWording:
    found = [side for side in (new, old) if side is not None]
    return SectionWording(
        title=found[0].title,
        old=old.span if old else None,
        new=new.span if new else None,
        share=Share(sum(side.share.changed for side in found), sum(side.share.total for side in found)),
    )


def _stretches(
    sections: Iterable[Section], lines: Lines, changed: Iterable[tuple[int, int]]
) -> dict[tuple[str, int], _Stretch]:
    """The text cut at every heading, by title and how often that occurred before; *changed*: where, and how much.

    What stands before the first heading has an empty title, and is left out where there is nothing.
    """
    titles = {section.start: section.title for section in sections}
    starts = sorted({0, *titles})
    spans = [Span(start, end) for start, end in pairwise([*starts, max(len(lines.text), starts[-1])])]
    sizes = [0] * len(starts)
    for place, size in changed:
        sizes[bisect_right(starts, place) - 1] += size
    stretches: dict[tuple[str, int], _Stretch] = {}
    seen: dict[str, int] = {}
    for span, size, total in zip(spans, sizes, _totals(starts, lines), strict=True):
        title = titles.get(span.start, "")
        name = title.casefold()
        seen[name] = seen.get(name, -1) + 1
        if total:
            stretches[name, seen[name]] = _Stretch(title, span, Share(size, total))
    return stretches


def _totals(starts: Iterable[int], lines: Lines) -> list[int]:
    """The characters of the sentences from each start to the next."""
    sums = list(accumulate(map(len, lines.sentences), initial=0))
    edges = [bisect_left(lines.starts, start) for start in starts]
    return [sums[end] - sums[start] for start, end in pairwise([*edges, len(lines.starts)])]


def _changed_sizes(change: SentenceChange) -> Sizes:
    """The characters that changed on either side: those of hunks, or the whole of what one side alone has."""
    if change.old and change.new:
        return (
            sum(hunk.old.end - hunk.old.start for hunk in change.hunks),
            sum(hunk.new.end - hunk.new.start for hunk in change.hunks),
        )
    return sum(end - start for start, end in change.old), sum(end - start for start, end in change.new)
