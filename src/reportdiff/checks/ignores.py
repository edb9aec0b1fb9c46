"""Passages of a draft that its writer sets aside, such as a quotation: ``<!-- reportdiff-ignore: the reason -->``.

The mark stands for the rest of the block that it is in, or before: a paragraph, an item, a row. With a mark
``<!-- reportdiff-ignore-end -->`` behind it, before the next such mark, it stands for all between the two.

In a Word file the mark is a comment that begins with ``reportdiff-ignore: the reason``; it stands for the words that
the comment is fastened to.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportdiff.checks import catalogue
from reportdiff.checks.findings import hash_of
from reportdiff.checks.places import Original, source_place
from reportdiff.model.errors import InvalidSettings
from reportdiff.model.finding import Finding, Place, Waived
from reportdiff.model.text import OriginRun, Remark, Stretch, Text

BY = "the draft"
_MARK = re.compile(r"<!--\s{0,20}reportdiff-ignore(?P<end>-end)?\b\s{0,20}(?::(?P<reason>[^<>]{0,500}?))?\s{0,20}-->")
# Word makes the first letter of a sentence a capital, and offers hyphens that do not break.
_REMARK = re.compile(r"(?is)\s{0,20}reportdiff[-\u2010\u2011]ignore\b\s{0,20}(?::(?P<reason>.{0,500}))?")


class Ignore(NamedTuple):
    """What is set aside: the stretches of the source, why, and where its mark stands."""

    stretches: tuple[Stretch, ...]
    reason: str
    place: Place


def read_ignores(original: Original) -> list[Ignore]:
    """The passages that a draft sets aside, in order.

    Raises :class:`InvalidSettings` for a mark without a reason.
    """
    return [*_written(original), *_remarked(original)]


def apply_ignores(findings: Iterable[Finding], original: Original) -> Iterator[Finding]:
    """The findings, those in a passage that is set aside marked as waived, and one for each mark without use."""
    ignores = read_ignores(original)
    used: set[Ignore] = set()
    for finding in findings:
        ignore = _find_ignore(finding, ignores, original.text)
        if ignore is None:
            yield finding
        else:
            used.add(ignore)
            yield replace(finding, waived=Waived(by=BY, reason=ignore.reason, until=None))
    for ignore in ignores:
        if ignore not in used:
            yield _unused(ignore)


def _written(original: Original) -> Iterator[Ignore]:
    """The marks in the source of a text."""
    found = list(_MARK.finditer(original.source))
    for number, mark in enumerate(found):
        if mark["end"]:
            continue
        place = _place_of(mark, original)
        reason = _reason_in(mark, place, "write <!-- reportdiff-ignore: why -->")
        following = found[number + 1] if number + 1 < len(found) else None
        ended = following is not None and following["end"]
        end = following.start() if following is not None and ended else _end_of_block(original.text, mark.end())
        yield Ignore((Stretch((0, mark.end()), (0, end)),), reason, place)


def _remarked(original: Original) -> Iterator[Ignore]:
    """The comments that are marks."""
    for remark in original.text.remarks:
        mark = _REMARK.match(remark.words)
        if mark is not None:
            place = _place_of_remark(remark, original)
            yield Ignore(remark.stretches, _reason_in(mark, place, "begin it with reportdiff-ignore: why"), place)


def _reason_in(mark: re.Match[str], place: Place, hint: str) -> str:
    reason = " ".join((mark["reason"] or "").split())
    if not reason:
        raise InvalidSettings(f"{place.path}:{place.line}: an ignore tells no reason; {hint}")
    return reason


def _find_ignore(finding: Finding, ignores: Sequence[Ignore], text: Text) -> Ignore | None:
    """The passage that holds some of the draft's side of a finding."""
    if not ignores or finding.old is None or not finding.old.draft:
        return None
    position = finding.old.claim.position
    start = source_place(text.origin, position.start)
    last = source_place(text.origin, max(position.start, position.end - 1))
    return next(
        (each for each in ignores if any(start < stretch.end and last >= stretch.start for stretch in each.stretches)),
        None,
    )


def _end_of_block(text: Text, at: int) -> int:
    """Where in the source the block ends whose characters come next behind *at*; *at* itself where none do."""
    following = min((run for run in text.origin if run.source + run.length > at), key=_source_of, default=None)
    if following is None:
        return at
    block = text.blocks[bisect_right(text.blocks, following.start, key=lambda block: block.start) - 1]
    return max(run.source + run.length for run in text.origin if block.start <= run.start < block.end)


def _source_of(run: OriginRun) -> int:
    return run.source


def _place_of(mark: re.Match[str], original: Original) -> Place:
    before = original.source[original.source.rfind("\n", 0, mark.start()) + 1 : mark.start()]
    line = original.source.count("\n", 0, mark.start()) + 1
    column = len(before) + 1
    return Place(
        path=original.path, line=line, column=column, end_line=line, end_column=column + 1, before=before,
        end_before=before + "<",
    )  # fmt: skip


def _place_of_remark(remark: Remark, original: Original) -> Place:
    (line, start), (end_line, end) = remark.stretches[0]
    return Place(path=original.path, line=line, column=start + 1, end_line=end_line, end_column=end + 1)


def _unused(ignore: Ignore) -> Finding:
    rule = catalogue.IGNORE_UNUSED
    return Finding(
        rule=rule,
        level=rule.draft_level,
        subject=None,
        series=None,
        old=None,
        new=None,
        where=ignore.place.path,
        message=f"Nothing is found in the passage that the draft sets aside ({ignore.reason}): take the mark out",
        fingerprint=hash_of(rule.code, ignore.reason),
        place=ignore.place,
    )
