"""The rows of a comparison: a name, what was said, what is said, what happened, and the quotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportdiff.model.change import Added, Change, Changed, ChangeKind, Diff, Dropped, claim_of
from reportdiff.model.claim import ClaimKind
from reportdiff.reports.screen import printable
from reportdiff.reports.sections import Group, is_small, sort_into_sections
from reportdiff.reports.site.addresses import Names, name_series
from reportdiff.reports.site.charts import move_chart
from reportdiff.reports.site.quotes import Places, Quote, quote_claims
from reportdiff.reports.site.svg import Svg
from reportdiff.reports.words.annotations import say_annotations
from reportdiff.reports.words.periods import say_period
from reportdiff.reports.words.values import say_claim
from reportdiff.reports.words.verdicts import ASIDES, name_group, say_verdict, values_of

KINDS = {
    "alarms": ("contradicted", "Contradicted"),
    "moved": ("changed", "Changed"),
    "added": ("added", "Added"),
    "gone": ("gone", "No longer told"),
    "quiet": ("confirmed", "Confirmed"),
    "technical": ("technical", "Read anew"),
}
"""Section → the kind of its rows, and its words."""

WORDED = frozenset({ChangeKind.FRAMING, ChangeKind.NOT_COMPARABLE, ChangeKind.CONFIRMED, ChangeKind.CARRIED_OVER})
"""Kinds that words tell better than a chart."""


class Line(NamedTuple):
    """One pair of values, or the values of one side; ``anchor`` is its address on the page."""

    anchor: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    verdict: str
    chart: Svg | None = None


class Aside(NamedTuple):
    """What else either side says of a series, all of one kind; ``anchor`` is its address on the page."""

    anchor: str
    words: str


class Row(NamedTuple):
    """All that is said of one series. ``claims`` are the ids of its claims, the old side's and the new one's."""

    anchor: str
    name: str
    kind: str
    words: str
    fact: bool
    small: bool
    lines: tuple[Line, ...]
    asides: tuple[Aside, ...]
    notes: tuple[str, ...]
    old_quotes: tuple[Quote, ...]
    new_quotes: tuple[Quote, ...]
    claims: tuple[tuple[str, ...], tuple[str, ...]]
    group: Group


class Sides(NamedTuple):
    """A diff with the places of its claims in the two texts."""

    diff: Diff
    old_places: Places
    new_places: Places


def view_rows(sides: Sides, names: Names) -> tuple[Row, ...]:
    """A row for each series of a diff, what matters most first."""
    sections = sort_into_sections(sides.diff)
    groups = ((section, group) for section in KINDS for group in getattr(sections, section))
    return tuple(_view_row(group, section, sides, names) for section, group in groups)


def _view_row(group: Group, section: str, sides: Sides, names: Names) -> Row:
    kind, words = KINDS[section]
    claim = claim_of(group.lead)
    anchor = names.take(name_series(claim))
    olds = [change.old for change in group.changes if isinstance(change, Changed | Dropped)]
    news = [change.new for change in group.changes if isinstance(change, Changed | Added)]
    name = name_group(group)
    return Row(
        anchor=anchor,
        name=name[:1].upper() + name[1:],
        kind=kind,
        words=group.lead.kind.value.replace("-", " ") if group.is_pair else words,
        fact=claim.kind is not ClaimKind.QUANTITY,
        small=is_small(group),
        lines=_lines(group, anchor, sides.diff, names),
        asides=_asides(group, anchor, names),
        notes=tuple(say_annotations((*olds, *news))),
        old_quotes=quote_claims(olds, sides.diff.old, sides.old_places),
        new_quotes=quote_claims(news, sides.diff.new, sides.new_places),
        claims=(tuple(each.id for each in olds), tuple(each.id for each in news)),
        group=group,
    )


def _lines(group: Group, anchor: str, diff: Diff, names: Names) -> tuple[Line, ...]:
    """A line for each pair of the leading kind; one for all that a single side says."""
    if not isinstance(group.lead, Changed):
        values = tuple(values_of(group.changes))
        address = names.take(f"{anchor} {group.lead.kind.value}")
        words = group.lead.kind.value.replace("-", " ")
        sides: tuple[tuple[str, ...], tuple[str, ...]] = (values, ())
        if not isinstance(group.lead, Dropped):
            sides = ((), values)
        return (Line(address, sides[0], sides[1], words),)
    pairs = [each for each in group.changes if isinstance(each, Changed) and each.kind is group.lead.kind]
    return tuple(_line(change, anchor, diff, names) for change in pairs)


def _line(change: Changed, anchor: str, diff: Diff, names: Names) -> Line:
    when = say_period(change.new.period)
    return Line(
        anchor=names.take(f"{anchor} {change.kind.value} {when}"),
        old=(free(say_claim(change.old)),),
        new=(free(say_claim(change.new)),),
        verdict=free(say_verdict(change, diff)),
        chart=_chart(change),
    )


def _chart(change: Changed) -> Svg | None:
    if change.kind in WORDED:
        return None
    return move_chart(change.old, change.new, change.series)


def _asides(group: Group, anchor: str, names: Names) -> tuple[Aside, ...]:
    """What else either side says of the series, kind by kind."""
    others: dict[ChangeKind, list[Change]] = {}
    for change in group.changes:
        if isinstance(group.lead, Changed) and not (isinstance(change, Changed) and change.kind is group.lead.kind):
            others.setdefault(change.kind, []).append(change)
    return tuple(
        Aside(names.take(f"{anchor} {kind.value}"), _say_aside(kind, changes)) for kind, changes in others.items()
    )


def _say_aside(kind: ChangeKind, changes: Sequence[Change]) -> str:
    told = [each.reason for each in changes] if kind is ChangeKind.FRAMING else values_of(changes)
    return f"{ASIDES.get(kind, kind.value.replace('-', ' '))}: {printable(free('; '.join(told)))}"


def free(said: str) -> str:
    """Words that a terminal would hold together, free to wrap."""
    return said.replace("\N{NO-BREAK SPACE}", " ")


def place_rows(rows: Sequence[Row]) -> tuple[dict[str, str], dict[str, str]]:
    """Id of a claim → the row that tells of it, for the old side and for the new one."""
    maps: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for row in rows:
        for known, claims in zip(maps, row.claims, strict=True):
            for claim in claims:
                known.setdefault(claim, row.anchor)
    return maps
