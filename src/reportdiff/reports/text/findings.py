"""Findings for the terminal, and one a line for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportdiff.model.finding import BaselineState, Finding, Side, Waived
from reportdiff.model.rule import Rule
from reportdiff.model.settings import Level
from reportdiff.reports.screen import NARROW, Screen, printable
from reportdiff.reports.words.annotations import say_annotations
from reportdiff.reports.words.quotes import quotes_of, say_source

INDENT = "  "
ROLES = {Level.ERROR: "alarm", Level.WARNING: "news", Level.INFO: "label", Level.NONE: "quiet"}
NOUNS = {Level.ERROR: ("error", "errors"), Level.WARNING: ("warning", "warnings"), Level.INFO: ("remark", "remarks")}

WAIVED, GONE = "waived", "gone"

SHOWN = {"error": 100, "warning": 50}
SHOWN_OF_OTHERS = 20
"""So many findings of a level, or of those that do not weigh, stand on the short screen; the rest is counted."""


def render_findings_text(findings: Sequence[Finding], screen: Screen) -> str:
    """Each finding with its sentence and the quotes of both sides; how many of each level at the end.

    Unless the screen shows all, the first of each level stand for those of many, and the rest is counted by rule.
    """
    shown, rest = (findings, ()) if screen.everything else _part(findings)
    lines = [line for finding in shown for line in (*_finding(finding, screen), "")]
    return "\n".join([*lines, *_counted(rest, screen), *screen.fold(say_levels(findings)), ""])


def render_findings_line(findings: Sequence[Finding], screen: Screen) -> str:
    """``path:line:column: level code name: sentence``, one line a finding; nothing for none."""
    return "".join(f"{screen.settle(_one_line(finding))}\n" for finding in findings)


def render_rules_text(rules: Sequence[Rule], screen: Screen) -> str:
    """Code, name, level in the store and in a draft, and the summary of each rule."""
    lines = [line for rule in rules for line in _rule(rule, screen)]
    return "\n".join([*lines, ""])


def say_levels(findings: Sequence[Finding]) -> str:
    """``1 error, 2 warnings, 1 waived.`` or ``Nothing found.``; the gravest first, what does not count last."""
    counts = Counter(finding.level for finding in findings if weighs(finding))
    parts = [f"{counts[level]} {nouns[counts[level] != 1]}" for level, nouns in NOUNS.items() if counts[level]]
    states = Counter(state_of(finding) for finding in findings if not weighs(finding))
    parts += [f"{states[state]} {state}" for state in (WAIVED, GONE) if states[state]]
    known = sum(finding.baseline_state is BaselineState.UNCHANGED and weighs(finding) for finding in findings)
    parts += [f"{known} of them in the baseline"] if known else []
    return f"{', '.join(parts)}." if parts else "Nothing found."


def weighs(finding: Finding) -> bool:
    """False for what is shown and never makes a run fail: what is waived, or found no more."""
    return finding.waived is None and finding.baseline_state is not BaselineState.ABSENT


def state_of(finding: Finding) -> str:
    """The level of a finding that weighs, else why it does not: ``waived``, or ``gone``."""
    if finding.waived is not None:
        return WAIVED
    return finding.level.value if weighs(finding) else GONE


def say_waived(waived: Waived) -> str:
    """Who lets it pass, until when, and why."""
    end = f" until {waived.until}" if waived.until else ""
    return printable(f"waived by {waived.by}{end}: {waived.reason}")


def place_of(finding: Finding) -> str:
    """Where a finding stands: the place in a draft, or the snapshot."""
    if finding.place is not None:
        return f"{finding.place.path}:{finding.place.line}:{finding.place.column}"
    return finding.where


def _part(findings: Sequence[Finding]) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """The findings that stand on the short screen, and the others."""
    told: Counter[str] = Counter()
    sides: tuple[list[Finding], list[Finding]] = [], []
    for finding in findings:
        state = state_of(finding)
        told[state] += 1
        sides[told[state] > SHOWN.get(state, SHOWN_OF_OTHERS)].append(finding)
    return sides


def _counted(findings: Sequence[Finding], screen: Screen) -> Iterator[str]:
    """How many findings of each rule are folded away; nothing where none is."""
    if not findings:
        return
    yield from screen.fold(f"And {len(findings)} more; --all shows them:")
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(f"{finding.rule.code} {finding.rule.name}", []).append(finding)
    for name, members in rules.items():
        yield from screen.fold(f"{name}: {say_levels(members).removesuffix('.')}", INDENT, INDENT * 2)
    yield ""


def _finding(finding: Finding, screen: Screen) -> Iterator[str]:
    level = screen.paint(ROLES[finding.level] if weighs(finding) else "quiet", state_of(finding))
    place, rule = printable(place_of(finding)), f"{finding.rule.code} {finding.rule.name}"
    if screen.narrow:
        yield screen.paint("name", place)
        yield f"{INDENT}{level}  {rule}"
    else:
        yield f"{screen.paint('name', place)}  {level}  {rule}"
    yield from screen.fold(printable(finding.message), INDENT, INDENT)
    for side in (finding.old, finding.new):
        if side is not None:
            yield from _quoted(side, screen)
    if finding.waived is not None:
        yield from screen.fold(say_waived(finding.waived), INDENT, INDENT * 2)
    known = ", in the baseline" if finding.baseline_state is BaselineState.UNCHANGED else ""
    yield INDENT + screen.paint("quiet", f"fingerprint {finding.fingerprint}{known}")


def _quoted(side: Side, screen: Screen) -> Iterator[str]:
    label = "the draft" if side.draft else say_source(side.snapshot)
    (quote,) = quotes_of([side.claim], side.snapshot.text)
    yield from screen.fold(f"{label}: {quote}", INDENT * 2, INDENT * 3)
    for line in say_annotations([side.claim]):
        yield from screen.fold(line, INDENT * 3, INDENT * 4)


def _one_line(finding: Finding) -> str:
    message = " ".join(printable(finding.message).split())
    waived = "" if finding.waived is None else f" ({say_waived(finding.waived)})"
    head = f"{printable(place_of(finding))}: {state_of(finding)} {finding.rule.code} {finding.rule.name}"
    return f"{head}: {message}{waived}"


def _rule(rule: Rule, screen: Screen) -> Iterator[str]:
    levels = f"{rule.level.value} in a store, {rule.draft_level.value} in a draft"
    head = f"{rule.code}  {rule.name}"
    if screen.columns < NARROW:
        yield screen.paint("name", head)
        yield from screen.fold(levels, INDENT, INDENT)
    else:
        yield f"{screen.paint('name', f'{head:<38}')}{levels}"
    yield from screen.fold(rule.summary, INDENT, INDENT)
