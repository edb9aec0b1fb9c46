"""How a text tells: what its sentences speak of, in what tone, how firmly, and on whose word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reportdiff.model.claim import Claim
from reportdiff.model.noun import Noun
from reportdiff.model.span import Span

FEWEST_SENTENCES = 3
"""From fewer sentences no tone is told."""


class Facet(StrEnum):
    """What can shift in the telling.

    ``salience`` is a share of all words in percent; ``tone`` lies between −1 and 1; the others count in 1,000 words.
    """

    SALIENCE = "salience"
    TONE = "tone"
    HEDGING = "hedging"
    BOOSTING = "boosting"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Passage(Noun):
    """One sentence as it is told.

    ``words`` counts them; ``aspect`` is None where none is clear; the other members hold the words that were found, in
    lower case: praise, trouble, hedges, boosters and attributions.
    """

    span: Span
    words: int
    aspect: str | None = None
    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    boosters: tuple[str, ...] = ()
    attributions: tuple[str, ...] = ()


MANNERS: dict[Facet, Callable[[Passage], tuple[str, ...]]] = {
    Facet.HEDGING: lambda passage: passage.hedges,
    Facet.BOOSTING: lambda passage: passage.boosters,
    Facet.ATTRIBUTION: lambda passage: passage.attributions,
}
"""The words of a passage behind each facet that is counted in 1,000 words."""


def count_words(passages: Sequence[Passage]) -> int:
    """The words of all passages."""
    return sum(passage.words for passage in passages)


def count_tones(passages: Sequence[Passage]) -> tuple[int, int]:
    """How many words of praise and of trouble stand in all passages."""
    return sum(len(p.positive) for p in passages), sum(len(p.negative) for p in passages)


def count_manner(facet: Facet, passages: Sequence[Passage]) -> int:
    """How many hedges, boosters or attributions stand in all passages."""
    return sum(len(MANNERS[facet](passage)) for passage in passages)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Actor(Noun):
    """Somebody or something that acts, by its fullest name, and the sentences that name it, in order."""

    name: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Framing(Noun):
    """The telling of one text: its sentences in order, and whom it names.

    Every number comes from passages, which are the evidence for it.
    """

    passages: tuple[Passage, ...] = ()
    actors: tuple[Actor, ...] = ()

    def about(self, aspect: str | None) -> tuple[Passage, ...]:
        """The passages that speak of *aspect*; all of them for None."""
        return self.passages if aspect is None else tuple(p for p in self.passages if p.aspect == aspect)

    def measure(self, facet: Facet, aspect: str | None = None) -> Decimal | None:
        """A facet of what is said of *aspect*, or of everything; :class:`Facet` says what it counts in.

        None where nothing speaks of the aspect, and for a tone that fewer than three sentences or no word would tell.
        """
        passages = self.about(aspect)
        if facet is Facet.SALIENCE:
            return _rounded(100 * count_words(passages), count_words(self.passages), 1)
        if facet is Facet.TONE:
            good, bad = count_tones(passages)
            return None if len(passages) < FEWEST_SENTENCES else _rounded(good - bad, good + bad, 2)
        return _rounded(1000 * count_manner(facet, passages), count_words(passages), 1)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Shift(Noun):
    """One facet of the telling moved between two texts, of one aspect or, for None, of the whole.

    ``old`` and ``new`` are measured as :class:`Facet` says, None where too few sentences tell; ``weight`` is how sure
    the move is, in standard deviations. ``old_passages`` and ``new_passages`` are the sentences behind it, the most
    telling first.
    """

    aspect: str | None
    facet: Facet
    old: Decimal | None
    new: Decimal | None
    weight: Decimal
    old_passages: tuple[Passage, ...] = ()
    new_passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Retelling(Noun):
    """One sentence told again with other words of framing: ``facets`` names what was put in, taken out or turned."""

    old: Passage
    new: Passage
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Recharacterization(Noun):
    """How two texts sum up one aspect, where they do not do so in the same words; either side may be empty."""

    aspect: str
    old: tuple[Claim, ...]
    new: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class DistinctiveTerm(Noun):
    """A term that sets two texts apart: counts on both sides, and z, negative where the old text prefers it."""

    term: str
    old: int
    new: int
    z: Decimal


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class WatchedTerm(Noun):
    """What somebody keeps an eye on: one word or phrase, or several that occur together in a sentence."""

    parts: tuple[str, ...]

    def __str__(self) -> str:
        return " + ".join(self.parts)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TermUse(Noun):
    """How often a watched term stands in one text: ``count`` times, in the sentences ``places``, among ``words`` words.

    A pair counts once in each sentence that holds both.
    """

    term: WatchedTerm
    count: int
    words: int
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FramingDiff(Noun):
    """How two texts tell differently.

    ``old`` and ``new`` are None where a text is not at hand: then nothing is compared but the characterizations.
    ``gone`` and ``arrived`` are actors of one side alone; ``watched`` holds each watched term with its use on both.
    """

    old: Framing | None
    new: Framing | None
    shifts: tuple[Shift, ...] = ()
    retellings: tuple[Retelling, ...] = ()
    characterizations: tuple[Recharacterization, ...] = ()
    gone: tuple[Actor, ...] = ()
    arrived: tuple[Actor, ...] = ()
    terms: tuple[DistinctiveTerm, ...] = ()
    watched: tuple[tuple[TermUse, TermUse], ...] = ()


def _rounded(share: int, whole: int, places: int) -> Decimal | None:
    return round(Decimal(share) / Decimal(whole), places) if whole else None
