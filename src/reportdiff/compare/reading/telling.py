"""A snapshot's figures in order of place, with a text that they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from reportdiff.model.claim import Claim, ClaimKind
from reportdiff.model.document import Snapshot
from reportdiff.model.quantity import Quantity, is_currency
from reportdiff.model.span import Section, Span
from reportdiff.vocabulary.names import OPEN

if TYPE_CHECKING:
    from reportdiff.compare.joining.marks import Marks
    from reportdiff.compare.joining.parts import Parts
    from reportdiff.compare.reading.sentences import Sentence
    from reportdiff.compare.reading.tables import Table


class Notes:
    """What was found out about a telling alone, once for all that it is set against; by the index of the figure."""

    __slots__ = ("found", "happenings", "marks", "parts", "scopes", "sentences", "tables")

    def __init__(self) -> None:
        self.found: dict[object, object] = {}
        self.sentences: list[Sentence] | None = None
        self.happenings: dict[int, bool] = {}
        self.scopes: dict[int, frozenset[str]] = {}
        self.marks: dict[int, Marks] = {}
        self.parts: Parts | None = None
        self.tables: list[Table] | None = None


class Telling(NamedTuple):
    """Figures in order of place, and where each and its sentence stand in ``text`` (which may be the quotes alone).

    ``headings`` holds for each figure the title of the innermost section that it stands in, empty for none. ``facts``
    are the claims that are no figures, in order of place. ``notes`` follow from the rest.
    """

    text: str
    claims: tuple[Claim, ...]
    places: tuple[Span, ...]
    sentences: tuple[Span, ...]
    headings: tuple[str, ...]
    facts: tuple[Claim, ...]
    notes: Notes


LONGEST_LABEL, LONGEST_FIELD = 60, 4000
"""Characters of a label, and of a line with one."""

Tell = Callable[[Snapshot], "Telling"]
"""Gives the telling of a snapshot."""

Free = tuple[frozenset[int], frozenset[int]]
"""The indices of the figures that are still to be joined, of the old and of the new telling."""


Found = TypeVar("Found")


def once(telling: Telling, find: Callable[[Telling], Found]) -> Found:
    """What *find* finds in a telling alone, looked for once for all that it is set against."""
    found = telling.notes.found
    if find not in found:
        found[find] = find(telling)
    return cast("Found", found[find])


class Tellings:
    """The tellings of snapshots that are set against each other, each read once; what it lacks it asks of *tell*.

    A snapshot is known as the one that was handed in, not by what it says.
    """

    def __init__(self, tell: Tell | None = None) -> None:
        self._tell = telling_of if tell is None else tell
        self._kept: dict[int, tuple[Snapshot, Telling]] = {}

    def __call__(self, snapshot: Snapshot) -> Telling:
        """The telling of *snapshot*, always the same one."""
        known = self._kept.get(id(snapshot))
        if known is None:
            known = self._kept[id(snapshot)] = snapshot, self._tell(snapshot)
        return known[1]


def telling_of(snapshot: Snapshot) -> Telling:
    """The figures of *snapshot*; where its text is not at hand, each quote stands in for its sentence."""
    ordered = sorted(snapshot.claims, key=place_of)
    figures = tuple(claim for claim in ordered if claim.kind is ClaimKind.QUANTITY)
    facts = tuple(claim for claim in ordered if claim.kind is not ClaimKind.QUANTITY)
    headings = tuple(_headings(figures, snapshot.sections))
    if snapshot.text is None:
        return _telling_of_quotes(figures, headings)._replace(facts=facts)
    return Telling(
        text=snapshot.text,
        claims=figures,
        places=tuple(claim.position for claim in figures),
        sentences=tuple(claim.sentence for claim in figures),
        headings=headings,
        facts=facts,
        notes=Notes(),
    )


def _headings(figures: tuple[Claim, ...], sections: tuple[Section, ...]) -> Iterator[str]:
    """The title for each of *figures*, which stand in order of place: the last section begun counts, if still open."""
    waiting = sorted(sections, key=lambda section: (section.start, -section.end))
    reached, open_ones = 0, list[Section]()
    for claim in figures:
        while reached < len(waiting) and waiting[reached].start <= claim.position.start:
            open_ones.append(waiting[reached])
            reached += 1
        while open_ones and open_ones[-1].end <= claim.position.start:
            open_ones.pop()
        yield open_ones[-1].title if open_ones else ""


def place_of(claim: Claim) -> tuple[Span, str]:
    """Orders claims by their place in the text, and by id where several stand in one place."""
    return claim.position, claim.id


def is_open(claim: Claim) -> bool:
    """True for a measure that is made from a text's own words."""
    return claim.measure.startswith(OPEN)


def is_money(claim: Claim) -> bool:
    """True for a unit written as an ISO 4217 code."""
    return is_currency(unit_of(claim))


def unit_of(claim: Claim) -> str:
    """The unit of a figure, empty for another kind of claim."""
    return claim.value.unit if isinstance(claim.value, Quantity) else ""


def field_labels(telling: Telling) -> Sequence[str | None]:
    """Of each figure, by index, what :func:`field_label` tells of it."""
    return [field_label(telling, number) for number in range(len(telling.claims))]


def field_label(telling: Telling, number: int) -> str | None:
    """The label of the field line (``Birth rate: 19 births``) that a figure stands in; None in running text."""
    place = telling.places[number].start
    start = telling.text.rfind("\n", max(0, place - LONGEST_FIELD), place) + 1
    label, colon, _ = telling.text[start : start + LONGEST_LABEL].partition(": ")
    if not colon or start + len(label) >= place or not label[:1].isupper() or "." in label:
        return None
    return " ".join(label.casefold().split())


def printed(claim: Claim) -> str:
    """A figure's value and hedge in one form, however the text writes it; empty for another kind of claim."""
    value = claim.value
    if not isinstance(value, Quantity):
        return ""
    return f"{value.comparator} {value.amount.normalize()} {value.upper} {value.unit} {value.per}"


def is_same_amount(old: Claim, new: Claim) -> bool:
    """True for two figures that print one amount of one unit."""
    one, other = old.value, new.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.amount != other.amount:
        return False
    return one.unit == other.unit or {one.unit, other.unit} == {"person", "count"}


def _telling_of_quotes(figures: tuple[Claim, ...], headings: tuple[str, ...]) -> Telling:
    lines: list[str] = []
    places: list[Span] = []
    sentences: list[Span] = []
    start = 0
    for quote in (claim.quote for claim in figures):
        line = f"{quote.prefix}{quote.exact}{quote.suffix}".replace("\n", " ")
        exact = start + len(quote.prefix)
        places.append(Span(exact, exact + len(quote.exact)))
        sentences.append(Span(start, start + len(line)))
        lines.append(line)
        start += len(line) + 1
    return Telling(
        text="\n".join(lines),
        claims=figures,
        places=tuple(places),
        sentences=tuple(sentences),
        headings=headings,
        facts=(),
        notes=Notes(),
    )
