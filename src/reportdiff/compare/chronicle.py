"""What each edition on a subject changed, in plain sentences with the claims that they rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportdiff.compare.diff import diff_snapshots
from reportdiff.compare.reading.periods import is_published
from reportdiff.compare.reading.telling import Tell, Tellings, is_open
from reportdiff.compare.reading.units import SMALL_UNITS
from reportdiff.compare.verdicts.reasons import figure_of, gist_of, name_of, time_of
from reportdiff.model.change import (
    BY_IMPORTANCE,
    CONFLICTS,
    Added,
    Change,
    Changed,
    ChangeKind,
    Dropped,
    claim_of,
    is_news,
)
from reportdiff.model.claim import Claim, Holder, Membership, Modality
from reportdiff.model.document import Snapshot, Statement
from reportdiff.model.quantity import Quantity

MOST_OTHERS = 6
"""Other publishers' documents that an edition is held against, at most: the newest."""

SMALL = ""
"""The name under which small figures are gathered."""

MOST_NAMED = 8
"""Names in one list, at most; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence, what kind of change it tells, and the claims behind it, the older side first."""

    sentence: str
    kind: ChangeKind
    series: str
    claims: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What one edition changed against those before it: its own last one, and the last ones of other publishers.

    Without any before it there is nothing to compare, and no line.
    """

    snapshot: Snapshot
    against: tuple[Snapshot, ...]
    lines: tuple[Line, ...]


def make_chronicle(snapshots: Sequence[Snapshot]) -> Iterator[Chapter]:
    """A chapter for each of *snapshots*, which are of one subject and in order of publication.

    What only the program read otherwise, and what was merely confirmed, is left out.
    """
    tell = Tellings()
    told_by: dict[object, set[str]] = {}
    for number, snapshot in enumerate(snapshots):
        against = _before(snapshot, snapshots[:number])
        found = _news(snapshot, against, tell)
        news = [(old, change) for old, change in found if not _is_known(change, snapshot.document, told_by)]
        yield Chapter(snapshot=snapshot, against=against, lines=tuple(_lines(snapshot, news)))
        for claim in snapshot.claims:
            told_by.setdefault(_told(claim), set()).add(snapshot.document)


def _is_known(change: Change, document: str, told_by: Mapping[object, Collection[str]]) -> bool:
    """Whether a claim that the last editions lack was told by an older one of another document than *document*."""
    return isinstance(change, Added) and any(each != document for each in told_by.get(_told(change.new), ()))


def _told(claim: Claim) -> object:
    """What a claim says of what and when, by which the very same can be known again."""
    value = claim.value
    told = (value.amount, value.upper, value.unit, value.per) if isinstance(value, Quantity) else value
    return claim.measure, claim.dimensions, told, claim.period.start, claim.period.end


def _before(snapshot: Snapshot, earlier: Sequence[Snapshot]) -> tuple[Snapshot, ...]:
    """The last edition of the same document, then the last one of the others, the newest first."""
    newest: dict[str, Snapshot] = {}
    for each in reversed(earlier):
        newest.setdefault(each.document, each)
    own = newest.pop(snapshot.document, None)
    others = list(newest.values())[:MOST_OTHERS]
    return tuple(each for each in (own, *others) if each is not None)


def _lines(snapshot: Snapshot, news: Sequence[tuple[Snapshot, Change]]) -> Iterator[Line]:
    for kind in BY_IMPORTANCE:
        changes = [(old, change) for old, change in news if change.kind is kind]
        if kind is ChangeKind.NOT_MENTIONED:
            yield from _silence(changes)
        elif kind in (ChangeKind.ADDED, ChangeKind.DROPPED):
            yield from _single_lines(kind, snapshot, changes)
        else:
            yield from (_pair_line(snapshot, old, change) for old, change in changes if isinstance(change, Changed))


def _news(snapshot: Snapshot, against: Sequence[Snapshot], tell: Tell) -> Iterator[tuple[Snapshot, Change]]:
    """What is new against all of *against*, each new claim with the first of them that has its like.

    What cannot both be true is told of each pair. Only the first can be silent on something that is worth a word.
    """
    settled: set[str] = set()
    added: dict[str, tuple[Snapshot, Change]] = {}
    for number, old in enumerate(against):
        changes = [change for change in diff_snapshots(old, snapshot, tell=tell).changes if not change.technical]
        for change in changes:
            if isinstance(change, Added):
                added.setdefault(change.new.id, (old, change))
            elif isinstance(change, Dropped):
                yield from [(old, change)] if number == 0 else []
            elif is_news(change) and (change.kind in CONFLICTS or change.new.id not in settled):
                yield old, change
        settled.update(change.new.id for change in changes if isinstance(change, Changed))
    yield from (told for claim, told in added.items() if claim not in settled)


def _pair_line(snapshot: Snapshot, old: Snapshot, change: Changed) -> Line:
    claims = (old, change.old), (snapshot, change.new)
    return Line(sentence=f"{change.reason}.", kind=change.kind, series=change.series, claims=claims)


def _single_lines(kind: ChangeKind, snapshot: Snapshot, changes: Sequence[tuple[Snapshot, Change]]) -> Iterator[Line]:
    """A sentence for all that is told of one thing, and at the end one for small figures together."""
    groups: dict[str, list[Statement]] = {}
    series: dict[str, str] = {}
    for old, change in changes:
        claim = claim_of(change)
        name = SMALL if _is_small(claim) else name_of(claim)
        series.setdefault(name, change.series)
        groups.setdefault(name, []).append((snapshot if isinstance(change, Added) else old, claim))
    for name, members in sorted(groups.items(), key=lambda item: item[0] == SMALL):
        sentence = _small_sentence(kind, members) if name == SMALL else _single_sentence(kind, name, members)
        yield Line(sentence=sentence, kind=kind, series=series[name], claims=tuple(members))


def _single_sentence(kind: ChangeKind, name: str, members: Sequence[Statement]) -> str:
    values = _listed(_value(*member) for member in members)
    if kind is ChangeKind.DROPPED:
        return f"No longer given: {name}, before {values}."
    match members[0][1].value:
        case Membership():
            return f"New: {values}."
        case Holder():
            return f"New on the office of {name}: {values}."
        case _:
            return f"New on {name}: {values}."


def _value(snapshot: Snapshot, claim: Claim) -> str:
    """What a claim says, with its time where that is not the day of its edition, its stage, modality and source."""
    if not isinstance(claim.value, Quantity):
        return gist_of(claim).removesuffix(f" ({time_of(claim.period)})" if _is_of_the_day(snapshot, claim) else "")
    stage = dict(claim.dimensions).get("stage")
    modality = None if claim.modality is Modality.REPORTED else claim.modality.value
    day = None if _is_of_the_day(snapshot, claim) else time_of(claim.period)
    around = ", ".join(part for part in dict.fromkeys((day, stage, modality, claim.attribution)) if part)
    return f"{figure_of(claim)} ({around})" if around else figure_of(claim)


def _is_of_the_day(snapshot: Snapshot, claim: Claim) -> bool:
    return is_published(claim.period) and claim.period.end == snapshot.edition.published


def _small_sentence(kind: ChangeKind, members: Sequence[Statement]) -> str:
    words = _listed(f"“{' '.join(claim.quote.exact.split())}”" for _, claim in members)
    plural = "" if len(members) == 1 else "s"
    return f"{'New' if kind is ChangeKind.ADDED else 'No longer given'}, smaller figure{plural}: {words}."


def _silence(changes: Sequence[tuple[Snapshot, Change]]) -> Iterator[Line]:
    """One sentence on all that the report before, of another publisher, spoke of and this one does not."""
    large = [(old, change) for old, change in changes if not _is_small(claim_of(change))]
    claims = tuple((old, claim_of(change)) for old, change in large)
    if large:
        names = _listed(name_of(claim) for _, claim in claims)
        series, kind = large[0][1].series, ChangeKind.NOT_MENTIONED
        yield Line(sentence=f"Not spoken of here: {names}.", kind=kind, series=series, claims=claims)


def _is_small(claim: Claim) -> bool:
    """Whether a figure is of little worth on its own: a count that the vocabulary has no name for."""
    return isinstance(claim.value, Quantity) and is_open(claim) and claim.value.unit in SMALL_UNITS


def _listed(items: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; of many the first, and how many others.

    >>> _listed("abc"), _listed(["a; b", "c"]), _listed("abcdefghijk")
    ('a, b and c', 'a; b and c', 'a, b, c, d, e, f, g, h and 3 others')
    """
    words = list(dict.fromkeys(items))
    if len(words) > MOST_NAMED + 1:
        words = [*words[:MOST_NAMED], f"{len(words) - MOST_NAMED} others"]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
