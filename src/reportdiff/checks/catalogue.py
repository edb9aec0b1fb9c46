"""Every rule, with its permanent code; a code is never given to another rule."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from reportdiff.model.errors import NotFound
from reportdiff.model.rule import Rule
from reportdiff.model.settings import Level
from reportdiff.records.fields import nearest

CONTRADICTION_WITHIN = Rule(
    code="RD101",
    name="contradiction-within-edition",
    level=Level.ERROR,
    draft_level=Level.ERROR,
    summary="One edition gives two values for one thing at one time that cannot both be right.",
)
CONTRADICTION_ACROSS = Rule(
    code="RD102",
    name="contradiction-across-editions",
    level=Level.ERROR,
    draft_level=Level.ERROR,
    summary="Two documents give values for one thing at one time that cannot both be right.",
)
REVISION = Rule(
    code="RD201",
    name="revision",
    level=Level.WARNING,
    draft_level=Level.WARNING,
    summary="A later edition of a document restates a figure for a time that the earlier one had given otherwise.",
)
SPREAD = Rule(
    code="RD202",
    name="spread",
    level=Level.INFO,
    draft_level=Level.INFO,
    summary="Estimates, or figures credited to different sources, lie apart for one thing at one time.",
)
EVENT_YEAR = Rule(
    code="RD203",
    name="event-year",
    level=Level.INFO,
    draft_level=Level.INFO,
    summary="A thing is named by a year for which nobody else tells one of its events; others tell another year.",
)
UNDATED = Rule(
    code="RD204",
    name="undated",
    level=Level.INFO,
    draft_level=Level.INFO,
    summary="Two values for one thing differ, and nothing tells whether they are meant for the same time.",
)
UNIT_MISMATCH = Rule(
    code="RD205",
    name="unit-mismatch",
    level=Level.NONE,
    draft_level=Level.INFO,
    summary="A like measure is told in another currency, at other prices, or in another unit, and cannot be compared.",
)
SCOPE_MISMATCH = Rule(
    code="RD206",
    name="scope-mismatch",
    level=Level.NONE,
    draft_level=Level.INFO,
    summary="A draft tells a measure of other people, places or stages of a budget than any stored report does.",
)
CIRCULAR_SUPPORT = Rule(
    code="RD207",
    name="circular-support",
    level=Level.INFO,
    draft_level=Level.NONE,
    summary="Two publishers agree on a figure that one has from the other, or both from one source.",
)
STALE = Rule(
    code="RD301",
    name="stale",
    level=Level.INFO,
    draft_level=Level.WARNING,
    summary="What is told in the present tense, or undated, was overtaken by what came later and cannot agree with it.",
)
EXPIRED = Rule(
    code="RD302",
    name="expired",
    level=Level.INFO,
    draft_level=Level.WARNING,
    summary="A claim states until when it holds, and that day is past.",
)
CARRIED_OVER = Rule(
    code="RD303",
    name="carried-over",
    level=Level.INFO,
    draft_level=Level.NONE,
    summary="The next edition of a document repeats a figure as of today without having taken it anew.",
)
UNSUPPORTED = Rule(
    code="RD304",
    name="unsupported",
    level=Level.NONE,
    draft_level=Level.NONE,
    summary="A draft gives a figure of which no stored report speaks.",
)
DROPPED = Rule(
    code="RD305",
    name="dropped",
    level=Level.INFO,
    draft_level=Level.NONE,
    summary="The next edition of a document leaves out a figure or fact that the one before had told.",
)
FAILED_SUM = Rule(
    code="RD401",
    name="failed-sum",
    level=Level.WARNING,
    draft_level=Level.WARNING,
    summary="Parts do not make the whole that is stated, or the shares of a list do not make a hundred.",
)
FAILED_RATIO = Rule(
    code="RD402",
    name="failed-ratio",
    level=Level.WARNING,
    draft_level=Level.WARNING,
    summary="A stated change does not fit the two figures that it leads from and to.",
)
HEDGE_DROPPED = Rule(
    code="RD501",
    name="hedge-dropped",
    level=Level.INFO,
    draft_level=Level.INFO,
    summary="A figure is told as certain that an earlier text hedged, estimated or only planned.",
)
ATTRIBUTION_DROPPED = Rule(
    code="RD502",
    name="attribution-dropped",
    level=Level.INFO,
    draft_level=Level.INFO,
    summary="A figure is told on nobody's word that an earlier text credited to a source.",
)
PROVENANCE = Rule(
    code="RD901",
    name="provenance-broken",
    level=Level.ERROR,
    draft_level=Level.ERROR,
    summary="A stored snapshot is not as it was captured: a hash, the schema or a quote at its position does not fit.",
)

WAIVER_EXPIRED = Rule(
    code="RD911",
    name="waiver-expired",
    level=Level.ERROR,
    draft_level=Level.ERROR,
    summary="The last day of a waiver is past: what it waived counts again.",
)
WAIVER_LAPSED = Rule(
    code="RD912",
    name="waiver-lapsed",
    level=Level.ERROR,
    draft_level=Level.ERROR,
    summary="A value that a waiver was bound to has changed: the waiver no longer holds.",
)
WAIVER_UNUSED = Rule(
    code="RD913",
    name="waiver-unused",
    level=Level.ERROR,
    draft_level=Level.ERROR,
    summary="A waiver waives nothing that is found.",
)
IGNORE_UNUSED = Rule(
    code="RD914",
    name="ignore-unused",
    level=Level.NONE,
    draft_level=Level.INFO,
    summary="A draft sets a passage aside in which nothing is found.",
)

RULES = (
    CONTRADICTION_WITHIN,
    CONTRADICTION_ACROSS,
    REVISION,
    SPREAD,
    EVENT_YEAR,
    UNDATED,
    UNIT_MISMATCH,
    SCOPE_MISMATCH,
    CIRCULAR_SUPPORT,
    STALE,
    EXPIRED,
    CARRIED_OVER,
    UNSUPPORTED,
    DROPPED,
    FAILED_SUM,
    FAILED_RATIO,
    HEDGE_DROPPED,
    ATTRIBUTION_DROPPED,
    PROVENANCE,
    WAIVER_EXPIRED,
    WAIVER_LAPSED,
    WAIVER_UNUSED,
    IGNORE_UNUSED,
)

BINDING = frozenset({PROVENANCE, WAIVER_EXPIRED, WAIVER_LAPSED, WAIVER_UNUSED})
"""What no waiver, baseline or setting makes milder: it is mended."""


def find_rule(code_or_name: str) -> Rule:
    """The rule of a code (``RD301``) or a name (``stale``), in any case; :class:`NotFound` with the nearest else."""
    wanted = code_or_name.casefold()
    for rule in RULES:
        if wanted in (rule.code.casefold(), rule.name):
            return rule
    near = nearest(wanted, [rule.name for rule in RULES]) or nearest(wanted.upper(), [rule.code for rule in RULES])
    raise NotFound(f"no rule {code_or_name[:60]!r}{near}; reportdiff rules lists them")


def read_page(rule: Rule) -> str:
    """The page of a rule, in Markdown: what it says, why it matters, an example, when to waive it."""
    name = f"{rule.code}.md"
    packaged = files("reportdiff") / "rules" / name
    # An editable install leaves the pages where they are written, at the root of the project.
    in_project = Path(__file__).resolve().parents[3] / "docs" / "rules" / name
    return packaged.read_text("utf-8") if packaged.is_file() else in_project.read_text("utf-8")
