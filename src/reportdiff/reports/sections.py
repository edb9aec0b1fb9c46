"""What stands together in a diff's report, and in what order: news first, by what it means to a reader."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from reportdiff.compare.reading.telling import is_open
from reportdiff.compare.reading.units import SMALL_UNITS
from reportdiff.model.change import BY_IMPORTANCE, Added, Change, Changed, ChangeKind, Diff, Dropped, claim_of, is_news
from reportdiff.model.claim import Claim, ClaimKind
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.model.span import Span

IMPORTANCE = {kind: rank for rank, kind in enumerate(BY_IMPORTANCE)}
SINGLE = frozenset({ChangeKind.ADDED, ChangeKind.DROPPED, ChangeKind.NOT_MENTIONED})
PERCENTS = frozenset({"percent", "percent-change"})


class Group(NamedTuple):
    """The changes of one series that a report shows together; the first leads and names the group."""

    changes: tuple[Change, ...]

    @property
    def lead(self) -> Change:
        """The change that matters most."""
        return self.changes[0]

    @property
    def is_pair(self) -> bool:
        """True where both sides speak of the series."""
        return isinstance(self.lead, Changed)


class Sections(NamedTuple):
    """A diff's groups by the part of the report that they stand in, each part in order of importance."""

    alarms: tuple[Group, ...] = ()
    moved: tuple[Group, ...] = ()
    added: tuple[Group, ...] = ()
    gone: tuple[Group, ...] = ()
    quiet: tuple[Group, ...] = ()
    technical: tuple[Group, ...] = ()


def sort_into_sections(diff: Diff) -> Sections:
    """Every change of *diff* in exactly one group of exactly one section."""
    news = group_changes(change for change in diff.changes if not change.technical)
    by_section: dict[str, list[Group]] = {name: [] for name in ("alarms", "moved", "added", "gone", "quiet")}
    for group in news:
        by_section[_section_of(group)].append(group)
    technical = group_changes(change for change in diff.changes if change.technical)
    return Sections(
        alarms=tuple(by_section["alarms"]),
        moved=tuple(by_section["moved"]),
        added=tuple(by_section["added"]),
        gone=tuple(by_section["gone"]),
        quiet=tuple(by_section["quiet"]),
        technical=tuple(technical),
    )


def group_changes(changes: Iterable[Change]) -> list[Group]:
    """Changes of one series together, the groups and the changes in each in order of importance."""
    by_series: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        by_series.setdefault(_key(change), []).append(change)
    parts = (part for members in by_series.values() for part in _by_side(members))
    groups = [Group(changes=tuple(sorted(part, key=_weight))) for part in parts]
    return sorted(groups, key=_group_weight)


def _by_side(members: list[Change]) -> list[list[Change]]:
    """What came and what went apart, where no pair of the series says which side told what."""
    if any(isinstance(change, Changed) for change in members):
        return [members]
    came: list[Change] = [change for change in members if isinstance(change, Added)]
    gone: list[Change] = [change for change in members if isinstance(change, Dropped)]
    return [side for side in (came, gone) if side]


def gather_by_sentence(groups: Iterable[Group]) -> list[list[Group]]:
    """Groups that are told in the very same sentences together, in the place of the first of them."""
    blocks: dict[frozenset[Span], list[Group]] = {}
    for group in groups:
        sentences = frozenset(claim_of(change).sentence for change in group.changes)
        blocks.setdefault(sentences, []).append(group)
    return list(blocks.values())


def is_small(group: Group) -> bool:
    """True for a figure of little worth on its own: a count without a name in the vocabulary, or a vague one."""
    claim = claim_of(group.lead)
    if not isinstance(claim.value, Quantity):
        return False
    vague = claim.value.comparator is Comparator.ORDER_OF_MAGNITUDE
    return is_open(claim) and (vague or claim.value.unit in SMALL_UNITS)


def _key(change: Change) -> tuple[str, ...]:
    """The series with all that pins it down; members of one set stand together however many they are."""
    claim = claim_of(change)
    if claim.kind is ClaimKind.MEMBERSHIP:
        return claim.kind.value, change.kind.value
    scope = [f"{name}={value}" for name, value in claim.dimensions]
    return claim.kind.value, change.series, _unit_of(claim), *scope


def _unit_of(claim: Claim) -> str:
    """The unit family; to a reader a rate of growth is the same told as a share or as a change."""
    if not isinstance(claim.value, Quantity):
        return ""
    return "percent" if claim.value.unit in PERCENTS else claim.value.family


def _section_of(group: Group) -> str:
    """The section of a group; what is no news, though it cannot be verified, stands with the quiet ones."""
    kind = group.lead.kind
    if kind is ChangeKind.CONTRADICTION:
        return "alarms"
    if kind is ChangeKind.ADDED:
        return "added"
    if kind in SINGLE:
        return "gone"
    quiet = IMPORTANCE[kind] >= IMPORTANCE[ChangeKind.CONFIRMED] or not any(map(is_news, group.changes))
    return "quiet" if quiet else "moved"


def _group_weight(group: Group) -> tuple[int, bool, bool, int, Decimal, int]:
    """Kind, named measures before open ones, figures before facts, the longest and largest move first, then place."""
    lead = group.lead
    claim = claim_of(lead)
    moved = lead.delta.percent if isinstance(lead, Changed) and lead.delta else None
    long = len(group.changes) if lead.kind in SINGLE and claim.kind is ClaimKind.QUANTITY else 1
    return (
        IMPORTANCE[lead.kind],
        is_open(claim),
        claim.kind is not ClaimKind.QUANTITY,
        -long,
        -abs(moved) if moved is not None else Decimal(0),
        claim.position.start,
    )


def _weight(change: Change) -> tuple[int, int]:
    return IMPORTANCE[change.kind], claim_of(change).position.start
