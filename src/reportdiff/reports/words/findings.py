"""What every format says of a finding besides its sentence: both quotes, who waived it, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportdiff.checks import catalogue
from reportdiff.checks.findings import GRAVITY
from reportdiff.compare.reading.decisions import is_told_by_people
from reportdiff.compare.verdicts.amounts import part_digits
from reportdiff.model.finding import BaselineState, Finding, Side
from reportdiff.model.quantity import Quantity
from reportdiff.reports.escapes import one_line
from reportdiff.reports.text.findings import say_waived, weighs
from reportdiff.reports.words.quotes import quotes_of, say_source
from reportdiff.reports.words.values import say_quantity

REPLACED = frozenset({catalogue.CONTRADICTION_ACROSS.code, catalogue.REVISION.code, catalogue.STALE.code})
"""The rules whose findings say which figure takes the place of the draft's: of the same time, or of no stated time."""


_SCALED = re.compile(r"\b(?:(?:m|b|tr)illion|bn|mn|tn)\b", re.IGNORECASE)


class Gravest(NamedTuple):
    """The findings that a platform has room for, and how many there are besides."""

    kept: Sequence[Finding]
    left_out: int


def say_sides(finding: Finding) -> list[str]:
    """Both statements, each as ``publisher, day: “quote”`` in one line; the one held against comes last."""
    return [f"{say_speaker(side)}: {quote_side(side)}" for side in (finding.old, finding.new) if side is not None]


def say_speaker(side: Side) -> str:
    """Who makes a statement: ``crs, 10 Jan 2024``, or the draft."""
    return "the draft" if side.draft else one_line(say_source(side.snapshot))


def quote_side(side: Side) -> str:
    """The sentence that makes a statement, in quotation marks, cut to size."""
    (quote,) = quotes_of([side.claim], side.snapshot.text)
    return one_line(quote)


def say_title(finding: Finding) -> str:
    """The rule by code and name: ``RD301 stale``."""
    return f"{finding.rule.code} {finding.rule.name}"


def say_state(finding: Finding) -> str:
    """What sets a finding apart: ``waived by ann until 2027-01-01: both stay``; empty for most."""
    if finding.waived is not None:
        return one_line(say_waived(finding.waived))
    return {
        BaselineState.NEW: "",
        BaselineState.UNCHANGED: "known to the baseline",
        BaselineState.ABSENT: "in the baseline, found no more",
    }[finding.baseline_state]


def find_replacement(finding: Finding) -> str | None:
    """The newer figure that is to stand in the draft, in its own words; None where the finding does not tell one.

    Long digits without groups are written as the figure is that they take the place of, or in groups of three.
    """
    old, new = finding.old, finding.new
    if finding.place is None or old is None or new is None or new.draft or finding.rule.code not in REPLACED:
        return None
    if not (isinstance(old.claim.value, Quantity) and isinstance(new.claim.value, Quantity)):
        return None
    if is_told_by_people(new.claim):
        return say_quantity(new.claim.value)
    words = one_line(new.claim.quote.exact)
    parted = part_digits(words)
    return say_quantity(new.claim.value) if parted != words and _SCALED.search(old.claim.quote.exact) else parted


def take_gravest(findings: Sequence[Finding], most: int) -> Gravest:
    """At most *most* of *findings*, those that weigh first, the gravest first of these; ties stay in order."""
    ordered = sorted(findings, key=lambda finding: (not weighs(finding), GRAVITY[finding.level]))
    return Gravest(ordered[:most], max(0, len(ordered) - most))
