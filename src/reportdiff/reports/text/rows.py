"""The rows of a diff: a name, what was said, what is said, what happened, and the quotes under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.model.change import Added, Change, Changed, ChangeKind, Diff, Dropped, claim_of
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.sections import Group
from reportdiff.reports.words.annotations import say_annotations
from reportdiff.reports.words.names import say_measure
from reportdiff.reports.words.quotes import quotes_of, say_source
from reportdiff.reports.words.values import say_claim
from reportdiff.reports.words.verdicts import ASIDES, name_group, say_verdict, values_of

INDENT = "  "

VERDICT_COLUMN = 100
"""Verdicts end here at the latest: the eye should not have to travel further."""

ROLES = {
    ChangeKind.CONTRADICTION: "alarm",
    ChangeKind.REVISION: "alarm",
    ChangeKind.ADDED: "plus",
    ChangeKind.DROPPED: "minus",
    ChangeKind.NOT_MENTIONED: "minus",
    ChangeKind.CONFIRMED: "quiet",
    ChangeKind.CARRIED_OVER: "quiet",
}


def pair_row(group: Group, diff: Diff, screen: Screen) -> Iterator[str]:
    """A series that both sides speak of: its name, each pair, what else either says of it, and the quotes."""
    name = say_measure(claim_of(group.lead))
    yield from (screen.paint("name", line) for line in screen.fold(_sentence_case(name)))
    asides: dict[ChangeKind, list[Change]] = {}
    for change in group.changes:
        if isinstance(change, Changed) and change.kind is group.lead.kind:
            yield from _pair(change, diff, screen)
        else:
            asides.setdefault(change.kind, []).append(change)
    for kind, changes in asides.items():
        words = ASIDES.get(kind, kind.value.replace("-", " "))
        told = [change.reason for change in changes] if kind is ChangeKind.FRAMING else values_of(changes)
        yield from screen.fold(f"{words}: {printable('; '.join(told))}", INDENT, INDENT * 2)
    yield from _quotes(group.changes, diff, screen)


def single_rows(groups: Sequence[Group], diff: Diff, screen: Screen) -> Iterator[str]:
    """Series that one side alone speaks of: name and values of each, and their common quotes."""
    for group in groups:
        first, *rest = screen.fold(_sentence_case(name_and_values(group)), "", INDENT)
        name, colon, values = first.partition(":")
        yield f"{screen.paint('name', name)}{colon}{values}"
        yield from rest
    yield from _quotes([change for group in groups for change in group.changes], diff, screen)


def _pair(change: Changed, diff: Diff, screen: Screen) -> Iterator[str]:
    old, new, verdict = say_claim(change.old), say_claim(change.new), say_verdict(change, diff)
    role = ROLES.get(change.kind, "news")
    line = f"{INDENT}{new}" if old == new else f"{INDENT}{old} → {new}"
    gap = min(screen.columns, VERDICT_COLUMN) - len(line) - len(verdict)
    if gap >= len(INDENT):
        yield f"{screen.settle(line)}{' ' * gap}{screen.paint(role, verdict)}"
        return
    if len(line) <= screen.columns:
        yield screen.settle(line)
    else:
        yield from screen.fold(old, INDENT, INDENT * 2)
        yield from screen.fold(new, f"{INDENT}→ ", INDENT * 2)
    yield from (screen.paint(role, text) for text in screen.fold(verdict, INDENT, INDENT))


def _quotes(changes: Sequence[Change], diff: Diff, screen: Screen) -> Iterator[str]:
    olds = [change.old for change in changes if isinstance(change, Changed | Dropped)]
    news = [change.new for change in changes if isinstance(change, Changed | Added)]
    for line in say_annotations((*olds, *news)):
        yield from screen.fold(line, INDENT, INDENT * 2)
    sides = [(snapshot, claims) for snapshot, claims in ((diff.old, olds), (diff.new, news)) if claims]
    width = max(len(say_source(snapshot)) for snapshot, _ in sides) + len(INDENT)
    for snapshot, claims in sides:
        label = say_source(snapshot)
        for quote in quotes_of(claims, snapshot.text):
            yield from labelled(label, quote, width, screen)
            label = ""


def labelled(label: str, quote: str, width: int, screen: Screen) -> Iterator[str]:
    """A quote beside who says it, or below where there is no room; the quotes of one row share their *width*."""
    if screen.narrow or width * 3 > screen.columns:
        yield from (screen.paint("label", line) for line in screen.fold(label, INDENT, INDENT * 2))
        yield from screen.fold(quote, INDENT * 2, INDENT * 2)
        return
    margin = INDENT * 2 + " " * width
    first, *rest = screen.fold(quote, margin, margin)
    yield f"{INDENT * 2}{screen.paint('label', label)}{' ' * (width - len(label))}{first[len(margin) :]}"
    yield from rest


def name_and_values(group: Group) -> str:
    """A series that one side alone speaks of, in one line: ``GDP growth: −11 % (2020); 13.3 % (2021)``."""
    return f"{name_group(group)}: {'; '.join(values_of(group.changes))}"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
