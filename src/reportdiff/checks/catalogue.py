"""Every rule, with its permanent code; a code is never given to another rule."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from reportdiff.model.errors import NotFound
from reportdiff.model.rule import Rule
from reportdiff.model.settings import Level

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
PROVENANCE = Rule(
    code="RD901",
    name="provenance-broken",
    level=Level.ERROR,
    draft_level=Level.ERROR,
    summary="A stored snapshot is not as it was captured: a hash, the schema or a quote at its position does not fit.",
)

RULES = (
    CONTRADICTION_WITHIN,
    CONTRADICTION_ACROSS,
    REVISION,
    SPREAD,
    EVENT_YEAR,
    STALE,
    EXPIRED,
    FAILED_SUM,
    FAILED_RATIO,
    PROVENANCE,
)


def find_rule(code_or_name: str) -> Rule:
    """The rule of a code (``RD301``) or a name (``stale``), in any case; :class:`NotFound` with the list otherwise."""
    wanted = code_or_name.casefold()
    for rule in RULES:
        if wanted in (rule.code.casefold(), rule.name):
            return rule
    known = ", ".join(f"{rule.code} {rule.name}" for rule in RULES)
    raise NotFound(f"no rule {code_or_name[:60]!r}; the rules are {known}")


def read_page(rule: Rule) -> str:
    """The page of a rule, in Markdown: what it says, why it matters, an example, when to waive it."""
    name = f"{rule.code}.md"
    packaged = files("reportdiff") / "rules" / name
    # An editable install leaves the pages where they are written, at the root of the project.
    in_project = Path(__file__).resolve().parents[3] / "docs" / "rules" / name
    return packaged.read_text("utf-8") if packaged.is_file() else in_project.read_text("utf-8")
