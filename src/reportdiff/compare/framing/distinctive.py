"""The terms that set two texts apart."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from reportdiff.compare.reading.words import SILENT, WORD
from reportdiff.model.framing import DistinctiveTerm, Framing
from reportdiff.vocabulary.inflection import singular

SURE = 1.5
"""Standard deviations: reports are short, and what is listed is a hint where to look, no verdict."""

FEWEST = 3
MOST_A_SIDE = 12
PRIOR_WORDS = 200
"""How many words of prior a text is weighed against: the more, the less a rare word can say."""


def find_distinctive_terms(old: Framing, new: Framing, old_text: str, new_text: str) -> Iterator[DistinctiveTerm]:
    """The terms that one text prefers beyond chance, the surest first, at most a dozen a side.

    Log-odds ratios with an informative Dirichlet prior: B. L. Monroe, M. P. Colaresi and K. M. Quinn, "Fightin' Words:
    Lexical Feature Selection and Evaluation for Identifying the Content of Political Conflict", Political Analysis 16
    (2008), equations 15, 16, 18, 19 and 22. The prior of a word is its share of both texts together.
    """
    counts = _count(old, old_text), _count(new, new_text)
    totals = counts[0].total(), counts[1].total()
    both = counts[0] + counts[1]
    # A text of one word, told again and again, prefers nothing to it.
    if not all(totals) or len(both) < 2:
        return
    found = [
        DistinctiveTerm(term=term, old=counts[0][term], new=counts[1][term], z=_z(term, counts, totals, both[term]))
        for term in both
        if both[term] >= FEWEST
    ]
    sure = sorted((each for each in found if abs(each.z) >= SURE), key=lambda each: (-abs(each.z), each.term))
    yield from [each for each in sure if each.z < 0][:MOST_A_SIDE]
    yield from [each for each in sure if each.z > 0][:MOST_A_SIDE]


def _z(term: str, counts: tuple[Counter[str], Counter[str]], totals: tuple[int, int], both: int) -> Decimal:
    prior = PRIOR_WORDS * both / sum(totals)
    was, now = (
        math.log((count[term] + prior) / (total + PRIOR_WORDS - count[term] - prior))
        for count, total in zip(counts, totals, strict=True)
    )
    variance = 1 / (counts[0][term] + prior) + 1 / (counts[1][term] + prior)
    return Decimal(str(round((now - was) / math.sqrt(variance), 2)))


def _count(framing: Framing, text: str) -> Counter[str]:
    """Singulars of the words that carry meaning, in the sentences of a text."""
    words: Counter[str] = Counter()
    for passage in framing.passages:
        lower = map(str.lower, WORD.findall(text, passage.span.start, passage.span.end))
        words.update(singular(word) for word in lower if len(word) > 2 and word not in SILENT and word.isalpha())
    return words
