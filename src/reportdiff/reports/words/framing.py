"""Framing in words: names of aspects and facets, numbers, and the quotes behind them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportdiff.model.framing import MANNERS, Facet, Passage, Retelling
from reportdiff.model.span import Span
from reportdiff.reports.screen import printable
from reportdiff.reports.words.quotes import cut_quote

WHOLE = "the whole text"
NAMES = {
    Facet.SALIENCE: "share of the text",
    Facet.TONE: "tone",
    Facet.HEDGING: "hedges",
    Facet.BOOSTING: "boosters",
    Facet.ATTRIBUTION: "attributions",
}
UNITS = {Facet.SALIENCE: "\N{NO-BREAK SPACE}%", Facet.TONE: ""}
PER = " per 1,000 words"


def name_aspect(aspect: str | None) -> str:
    """An aspect by the name that people use: ``human rights``; ``the whole text`` for None."""
    from reportdiff.vocabulary.tables import load_table

    if aspect is None:
        return WHOLE
    row = load_table("aspects")["aspects"].get(aspect)
    return str(row["name"]) if row else printable(aspect)


def say_measure(facet: Facet, value: Decimal | None) -> str:
    """One number of a facet: ``22 %``, ``+0.61``, ``7.6``; a dash where nothing tells.

    >>> say_measure(Facet.TONE, Decimal("-0.51")), say_measure(Facet.HEDGING, None)
    ('−0.51', '–')
    """
    if value is None:
        return "–"
    if facet is Facet.TONE:
        return f"{value:+.2f}".replace("-", "−")
    if facet is Facet.SALIENCE:
        return f"{round(value)}{UNITS[facet]}"
    return f"{value:.1f}"


def say_move(facet: Facet, old: Decimal | None, new: Decimal | None) -> str:
    """What a facet was and is: ``tone +0.61 → −0.51``."""
    unit = PER if facet in MANNERS else ""
    return f"{NAMES[facet]} {say_measure(facet, old)} → {say_measure(facet, new)}{unit}"


def words_behind(facet: Facet, passage: Passage) -> tuple[str, ...]:
    """The words of a passage that make its number."""
    if facet is Facet.TONE:
        return (*passage.positive, *passage.negative)
    return MANNERS[facet](passage) if facet in MANNERS else ()


def say_facet(facet: Facet, retelling: Retelling) -> str:
    """What was put in, taken out or turned when a sentence was told again: ``hedges gone: may``."""
    if facet is Facet.TONE:
        return "tone turned"
    was, now = words_behind(facet, retelling.old), words_behind(facet, retelling.new)
    return f"{NAMES[facet]} {'gone' if was else 'put in'}: {', '.join(dict.fromkeys(was or now))}"


def quote_passage(passage: Passage, text: str, words: Sequence[str] = ()) -> str:
    """The sentence in quotation marks, cut to size around the first of *words* that stands in it."""
    start, end = passage.span
    lower = text[start:end].lower()
    found = [(at, len(word)) for word in words if (at := lower.find(word)) >= 0]
    at, length = min(found, default=(0, 0))
    return cut_quote(text, passage.span, Span(start + at, start + at + length))
