"""Findings as pages show them: the sentence, how grave it is, how it stands, and both quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportdiff.model.document import Snapshot
from reportdiff.model.finding import BaselineState, Finding, Side
from reportdiff.reports.screen import printable
from reportdiff.reports.site.addresses import edition_path, link, name_claims
from reportdiff.reports.site.quotes import Quote, quote_claims
from reportdiff.reports.site.sources import name_publisher, view_source


class FindingQuote(NamedTuple):
    """Who is quoted, and what with."""

    source: str
    quotes: tuple[Quote, ...]


class FindingView(NamedTuple):
    """One finding; ``standing`` is ``open``, ``waived by …`` or ``in the baseline``."""

    anchor: str
    level: str
    code: str
    rule: str
    message: str
    where: str
    publishers: tuple[str, ...]
    standing: str
    quotes: tuple[FindingQuote, ...]


def view_findings(findings: Iterable[Finding], page: str) -> tuple[FindingView, ...]:
    """*findings* in their order, for *page*; their quotes lead to the editions."""
    places: dict[str, dict[str, str]] = {}
    return tuple(_view(finding, page, places) for finding in findings)


def findings_between(findings: Sequence[Finding], old: Snapshot, new: Snapshot) -> list[Finding]:
    """Those that these two editions alone are quoted in, one of them or both."""
    pair = {old.id, new.id}
    return [finding for finding in findings if (ids := _ids_of(finding)) and ids <= pair]


def _ids_of(finding: Finding) -> set[str]:
    return {side.snapshot.id for side in (finding.old, finding.new) if side is not None and not side.draft}


def _view(finding: Finding, page: str, places: dict[str, dict[str, str]]) -> FindingView:
    sides = [side for side in (finding.old, finding.new) if side is not None and not side.draft]
    return FindingView(
        anchor=f"finding-{printable(finding.fingerprint)}",
        level=finding.level.value,
        code=finding.rule.code,
        rule=finding.rule.name.replace("-", " "),
        message=printable(finding.message),
        where=printable(finding.where),
        publishers=tuple(sorted({name_publisher(side.snapshot) for side in sides})),
        standing=_standing(finding),
        quotes=tuple(_quote(side, page, places) for side in sides),
    )


def _quote(side: Side, page: str, places: dict[str, dict[str, str]]) -> FindingQuote:
    snapshot = side.snapshot
    if snapshot.id not in places:
        there = link(page, edition_path(snapshot))
        places[snapshot.id] = {claim: f"{there}#{name}" for claim, name in name_claims(snapshot).items()}
    return FindingQuote(view_source(snapshot).label, quote_claims([side.claim], snapshot, places[snapshot.id]))


def _standing(finding: Finding) -> str:
    if finding.waived is not None:
        until = f" until {finding.waived.until.isoformat()}" if finding.waived.until else ""
        return printable(f"waived by {finding.waived.by}{until}: {finding.waived.reason}")
    return {
        BaselineState.NEW: "open",
        BaselineState.UNCHANGED: "in the baseline",
        BaselineState.ABSENT: "no longer found",
    }[finding.baseline_state]
