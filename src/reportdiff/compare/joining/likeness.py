"""How surely two figures measure the same thing, judged by the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportdiff.compare.joining.contexts import Context, Weights
from reportdiff.compare.reading.decisions import are_apart
from reportdiff.compare.reading.periods import (
    Relation,
    days_of,
    is_stated,
    may_share_window,
    relate,
    same_length,
    same_start,
)
from reportdiff.compare.reading.sentences import Sentence
from reportdiff.compare.reading.telling import is_open, is_same_amount
from reportdiff.compare.reading.words import SILENT, stem_of
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity
from reportdiff.vocabulary.names import OPEN

FULL = 1000
"""A likeness is a whole number from 0 to this, and a little more where value and time agree too."""

NEAR, WHOLE, WIDE = 50, 35, 15
"""Shares, in hundredths, of the words near the figure, of its sentence and of the lines around it."""

LEAST_WHOLE = 150
"""Sentences that share less than this are not looked at further."""

PARTNERS = 10
"""No more than this many sentences are looked at for one, the most like first."""

SAME_HEAD, OTHER_HEAD = 60, -120
SAME_TIME = 40

SAME_VALUE, PER_DIGIT, MOST_DIGITS = 30, 30, 4
"""What one amount proves, and the more with each digit: many things are five, few are 9,945."""

SAME_SECTION, OTHER_SECTION = 20, -120
"""What standing under titles of one sense adds, and under titles that share no word."""

SAME_KEY, SAME_NAME = 60, 100
"""Open measures that share most of their words are likely one, and those called by one telling name even more so."""

BLAND = frozenset(
    map(
        stem_of,
        """fund funding assistance aid support program programme project investment money financing grant package
        contribution commitment resource resources budget figure share total amount cost initiative value loan
        agreement deal sale market person place case member group area field term period children""".split(),
    )
)
"""Names that fit many things: alone they tell nothing."""

COMMON_HEAD = 220
"""Counting something this common (a ninth of the sentences name it) proves nothing."""

FREELY_SWAPPED, PER_SWAPPED = 200, 60
"""Of a figure that moved, a fifth of the words near it may be others; each further hundredth of them costs six."""

COMMON = 30
"""A stem that more sentences use brings no two of them together by itself."""

SCOPES = frozenset({"flow", "partner", "sector", "population", "area", "programme", "window_start", "stage"})
"""Dimensions in which two claims of one series cannot differ."""


def similar_sentences(
    old: Sequence[Sentence], new: Sequence[Sentence], rarity: Weights
) -> Iterator[tuple[Sentence, Sentence, int]]:
    """Pairs of sentences that share much of their words, with their likeness from 0 to 1000."""
    weigh = rarity.__getitem__
    totals = [sum(map(weigh, sentence.stems)) for sentence in new]
    users: dict[str, list[int]] = {}
    for number, sentence in enumerate(new):
        for stem in sentence.stems:
            users.setdefault(stem, []).append(number)
    for sentence in old:
        total = sum(map(weigh, sentence.stems))
        shared: dict[int, int] = {}
        for stem in sentence.stems:
            known = users.get(stem, ())
            if len(known) <= COMMON:
                for number in known:
                    shared[number] = shared.get(number, 0) + rarity[stem]
        likenesses = ((2 * FULL * weight // (total + totals[number]), -number) for number, weight in shared.items())
        ranked = sorted((pair for pair in likenesses if pair[0] >= LEAST_WHOLE), reverse=True)
        for likeness, negated in ranked[:PARTNERS]:
            yield sentence, new[-negated], likeness


def swapped_share(one: Weights, other: Weights) -> int:
    """How much of the lesser side is words that the other lacks, from 0 to 1000: words put in the place of others.

    Words that one side merely adds do not count.
    """
    return min(_lacking(one, other), _lacking(other, one))


def _lacking(one: Weights, other: Weights) -> int:
    total = sum(one.values())
    return FULL * sum([one[stem] for stem in one.keys() - other.keys()]) // total if total else 0


def overlap_of(one: Weights, other: Weights) -> int:
    """The weight that both hold against all that they hold (Dice 1945), from 0 to 1000."""
    shared = sum([min(one[stem], other[stem]) for stem in one.keys() & other.keys()])
    total = sum(one.values()) + sum(other.values())
    return 2 * FULL * shared // total if total else 0


def likeness_of(old: Claim, new: Claim, contexts: tuple[Context, Context], whole: int, *, least: int = 0) -> int:
    """How surely *old* and *new* measure the same; 0 for less than *least*. *whole* is the likeness of their sentences.

    The lines around are compared only where they can tip the scales.
    """
    one, other = contexts
    beside = _by_head(one, other) + _by_value(old, new) + _by_time(old, new) + _by_section(one.topic, other.topic)
    beside += _by_key(old, new) if _may_share_head(one, other) else 0
    words = NEAR * overlap_of(one.near, other.near) + WHOLE * whole
    if (words + WIDE * FULL) // 100 + beside < least:
        return 0
    likeness = (words + WIDE * overlap_of(one.wide, other.wide)) // 100 + beside
    return max(0, likeness if is_same_amount(old, new) else likeness - _by_swapped_words(one, other))


def _by_swapped_words(one: Context, other: Context) -> int:
    return max(0, swapped_share(one.near, other.near) - FREELY_SWAPPED) * PER_SWAPPED // 100


def can_be_one(old: Claim, new: Claim) -> bool:
    """False for another unit family or denominator, another scope or window of counting, and where people say so."""
    one, other = old.value, new.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    if one.per != other.per or (one.unit != other.unit and one.family != other.family):
        return False
    if measures_clash(old, new) or scopes_clash(old, new):
        return False
    if old.annotations and are_apart(old, new):
        return False
    if one.family == "change" and not (same_start(old.period, new.period) or same_length(old.period, new.period)):
        return is_same_amount(old, new) and not (is_stated(old.period) and is_stated(new.period))
    if is_same_amount(old, new):
        return True
    return may_share_window(old.period, new.period)


def measures_clash(old: Claim, new: Claim) -> bool:
    """True for two measures of the vocabulary; a text's own words may mean either."""
    return old.measure != new.measure and not is_open(old) and not is_open(new)


def scopes_clash(old: Claim, new: Claim) -> bool:
    """True when both tell a dimension that pins a series down, and tell it differently."""
    if old.dimensions == new.dimensions:
        return False
    scopes = dict(old.dimensions)
    return any(name in SCOPES and scopes.get(name, value) != value for name, value in new.dimensions)


def _may_share_head(one: Context, other: Context) -> bool:
    return one.head is None or other.head is None or one.head == other.head


def _by_head(one: Context, other: Context) -> int:
    """Counting the same proves the more, the fewer figures of the two texts count that."""
    if one.head is None or other.head is None:
        return 0
    if one.head != other.head:
        return OTHER_HEAD
    return min(SAME_HEAD, max(0, one.head_rarity - COMMON_HEAD) // 3)


def _by_section(one: frozenset[str], other: frozenset[str]) -> int:
    """Sections are of one sense when half of the shorter title recurs in the other."""
    if not one or not other:
        return 0
    shared = len(one & other)
    if shared * 2 >= min(len(one), len(other)):
        return SAME_SECTION
    return 0 if shared else OTHER_SECTION


def _by_value(old: Claim, new: Claim) -> int:
    if not is_same_amount(old, new) or not isinstance(old.value, Quantity):
        return 0
    digits = len(old.value.amount.normalize().as_tuple().digits)
    return SAME_VALUE + PER_DIGIT * min(digits, MOST_DIGITS)


def _by_key(old: Claim, new: Claim) -> int:
    """Two open measures of one name, or that share two words at least, and two thirds of the shorter one."""
    if not is_open(old) or not is_open(new):
        return 0
    one, other = _key_words(old.measure), _key_words(new.measure)
    if one and one == other:
        return 0 if len(one) == 1 and _is_bland(old, one) else SAME_NAME
    shared = len(one & other)
    return SAME_KEY if shared >= 2 and shared * 3 >= 2 * min(len(one), len(other)) else 0


def _is_bland(claim: Claim, name: frozenset[str]) -> bool:
    """True for a name of one word that fits many things: what is counted, or a term of years."""
    lasting = isinstance(claim.value, Quantity) and claim.value.family == "duration"
    return name <= BLAND or lasting or "counted" in dict(claim.dimensions)


@lru_cache(maxsize=1 << 12)
def _key_words(measure: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in measure.removeprefix(OPEN).split("-") if word not in SILENT)


def _by_time(old: Claim, new: Claim) -> int:
    if not is_stated(old.period) or not is_stated(new.period) or days_of(old.period) is None:
        return 0
    return SAME_TIME if relate(old.period, new.period) is Relation.SAME else 0
