"""Passages of a draft that its writer sets aside, such as a quotation: ``<!-- reportdiff-ignore: the reason -->``.

The mark stands for the rest of the block that it is in, or before: a paragraph, an item, a row. With a mark
``<!-- reportdiff-ignore-end -->`` behind it, before the next such mark, it stands for all between the two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportdiff.checks import catalogue
from reportdiff.checks.findings import hash_of
from reportdiff.checks.places import Original, source_offset
from reportdiff.model.errors import InvalidSettings
from reportdiff.model.finding import Finding, Place, Waived
from reportdiff.model.text import OriginRun, Text

BY = "the draft"
_MARK = re.compile(r"<!--\s{0,20}reportdiff-ignore(?P<end>-end)?\b\s{0,20}(?::(?P<reason>[^<>]{0,500}?))?\s{0,20}-->")


class Ignore(NamedTuple):
    """A passage that is set aside: where its mark stands and where it begins and ends in the source, and why."""

    mark: int
    start: int
    end: int
    reason: str


def read_ignores(original: Original) -> list[Ignore]:
    """The passages that a draft sets aside, in order.

    Raises :class:`InvalidSettings` for a mark without a reason.
    """
    found = list(_MARK.finditer(original.source))
    ignores: list[Ignore] = []
    for number, mark in enumerate(found):
        if mark["end"]:
            continue
        reason = " ".join((mark["reason"] or "").split())
        if not reason:
            line = original.source.count("\n", 0, mark.start()) + 1
            raise InvalidSettings(
                f"{original.path}:{line}: an ignore tells no reason; write <!-- reportdiff-ignore: why -->"
            )
        following = found[number + 1] if number + 1 < len(found) else None
        ended = following is not None and following["end"]
        end = following.start() if following is not None and ended else _end_of_block(original.text, mark.end())
        ignores.append(Ignore(mark.start(), mark.end(), end, reason))
    return ignores


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
            yield _unused(ignore, original)


def _find_ignore(finding: Finding, ignores: Sequence[Ignore], text: Text) -> Ignore | None:
    """The passage that holds the draft's side of a finding."""
    if not ignores or finding.old is None or not finding.old.draft:
        return None
    at = source_offset(text.origin, finding.old.claim.position.start)
    return next((ignore for ignore in ignores if ignore.start <= at < ignore.end), None)


def _end_of_block(text: Text, at: int) -> int:
    """Where in the source the block ends whose characters come next behind *at*; *at* itself where none do."""
    following = min((run for run in text.origin if run.source + run.length > at), key=_source_of, default=None)
    if following is None:
        return at
    block = text.blocks[bisect_right(text.blocks, following.start, key=lambda block: block.start) - 1]
    return max(run.source + run.length for run in text.origin if block.start <= run.start < block.end)


def _source_of(run: OriginRun) -> int:
    return run.source


def _unused(ignore: Ignore, original: Original) -> Finding:
    rule = catalogue.IGNORE_UNUSED
    before = original.source[original.source.rfind("\n", 0, ignore.mark) + 1 : ignore.mark]
    line = original.source.count("\n", 0, ignore.mark) + 1
    column = len(before) + 1
    return Finding(
        rule=rule,
        level=rule.draft_level,
        subject=None,
        series=None,
        old=None,
        new=None,
        where=original.path,
        message=f"Nothing is found in the passage that the draft sets aside ({ignore.reason}): take the mark out",
        fingerprint=hash_of(rule.code, ignore.reason),
        place=Place(
            path=original.path, line=line, column=column, end_line=line, end_column=column + 1, before=before,
            end_before=before + "<",
        ),
    )  # fmt: skip
