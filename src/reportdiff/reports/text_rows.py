"""The rows of a diff: a name, what was said, what is said, what happened, and the quotes under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.compare.reasons import difference_of, move_of
from reportdiff.model.change import Added, Change, Changed, ChangeKind, Diff, Dropped
from reportdiff.model.claim import Claim, Holder, Membership
from reportdiff.reports.annotations import say_annotations
from reportdiff.reports.counts import changed_hands, has_expired
from reportdiff.reports.names import say_measure
from reportdiff.reports.quotes import quotes_of, say_source
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.sections import Group, claim_of
from reportdiff.reports.values import say_claim, say_holder_name

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
ASIDES = {ChangeKind.ADDED: "also new", ChangeKind.NOT_MENTIONED: "no longer told"}


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
        told = [change.reason for change in changes] if kind is ChangeKind.FRAMING else _values(changes)
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
    old, new, verdict = say_claim(change.old), say_claim(change.new), _verdict(change, diff)
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


def _verdict(change: Changed, diff: Diff) -> str:
    """What happened, in few words: ``update, up more than 57 %``."""
    if changed_hands(change):
        said = "office changed hands"
    elif change.kind is ChangeKind.NOT_COMPARABLE:
        said = f"not comparable: another {difference_of(change.old, change.new)}"
    elif change.kind is ChangeKind.FRAMING:
        said = printable(change.reason)
    else:
        move = "" if change.kind is ChangeKind.CONFIRMED else move_of(change.delta)
        said = ", ".join(part for part in (change.kind.value.replace("-", " "), move) if part)
    return f"{said}; the term told had expired" if has_expired(change, diff) else said


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
    return f"{_name_of(group)}: {'; '.join(_values(group.changes))}"


def _name_of(group: Group) -> str:
    """The measure's name; for memberships the members, each once."""
    claim = claim_of(group.lead)
    if not isinstance(claim.value, Membership):
        return say_measure(claim)
    members = dict.fromkeys(say_measure(claim_of(change)) for change in group.changes)
    first, *rest = members
    return ", ".join([first, *(name.removeprefix("memberships of ") for name in rest)])


def _values(changes: Sequence[Change]) -> list[str]:
    """The values in order, each once; of one person's terms of office the fullest."""
    fullest: dict[str, Claim] = {}
    for claim in map(claim_of, changes):
        who = say_holder_name(claim.value) if isinstance(claim.value, Holder) else claim.id
        fullest[who] = max((fullest.get(who, claim), claim), key=_dates_told)
    return list(dict.fromkeys(map(say_claim, fullest.values())))


def _dates_told(claim: Claim) -> int:
    return sum(map(bool, (claim.value.since, claim.value.until))) if isinstance(claim.value, Holder) else 0


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
