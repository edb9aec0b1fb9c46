"""Figures out of a sentence: numbers with their units, hedges and counted nouns; what is no figure stays out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdiff.extraction.figures.ages import is_age
from reportdiff.extraction.figures.cues import ONE_IN
from reportdiff.extraction.figures.figure import Figure, new_figure
from reportdiff.extraction.figures.figure_units import POINT, counted_behind, read_unit, with_counted_scale
from reportdiff.extraction.figures.named_by_numbers import is_top_of_score, names_rate
from reportdiff.grammar.comparators import hedge_before, hedge_behind
from reportdiff.grammar.direction import Direction, direction_of
from reportdiff.grammar.money import money_before
from reportdiff.grammar.multiples import as_multiple, match_multiple
from reportdiff.grammar.number_words import match_number_words
from reportdiff.grammar.numbers import ONE, Form, Number, match_number, start_of, with_letter_scale
from reportdiff.grammar.ranks import match_rank
from reportdiff.grammar.shares import OF_A_POINT, match_fraction, match_vague
from reportdiff.grammar.traps import follows_a_name, is_part_of_name, match_trap
from reportdiff.grammar.units import DURATIONS
from reportdiff.grammar.wordlists import word_before, word_list
from reportdiff.model.quantity import Comparator

_DIGITS = frozenset("0123456789")
_LASTED = frozenset(word_list("hedges-behind", "lasted"))
_RUN = re.compile(r"[0-9.,:/]*")
_MARKER_BEHIND = re.compile(r"\)[ ](?!and |or )|[.)][ \n]?[A-Z*]|\.\)? ")
_MARKER_BEFORE = re.compile(r"[:;,.] (?:and |or )?\(?$| \($")
_MARKER_REACH = 6
_SECOND_MARKER = re.compile(r"[;,.)][ \n]2[.)][ \n]?[A-Z]")
_TO_SECOND = 120
"""How far behind the first number of a running list the second may stand."""
_SIGNED = frozenset(f"{before}{dash}" for before in ("", *" (:|") for dash in "-–—")
"""A minus, behind what may stand before one; behind a letter or digit it is a dash."""
_MARKS = " -*#|("
_MOST_MARKS = 12
_ONE_IN = re.compile(rf" (?:in|out of)(?: every| a)? ({ONE_IN})\b", re.IGNORECASE)
_DIGITS_IN = re.compile(r"[0-9]{1,2} (?:in|out of)(?: every)? (3|4|5|6|7|8|9|10|20|100|1,000)(?= [a-z])")
"""A share in digits: "3 in 10 adults"; a noun must follow, else it may be a day and a month, or a score."""

_COMPOUND = ("under-", "Under-", "over-", "Over-")
"""How compounds begin that name a group by its age: "under-five mortality"."""


def read_figures(
    text: str, start: int, end: int, cues: Sequence[int], closed: Sequence[tuple[int, int]]
) -> list[Figure]:
    """Every number of the sentence ``text[start:end]`` that may be a figure, in order.

    *cues* are the places where a number may begin; *closed* the spans of dates, whose digits are none; both in order.
    """
    figures: list[Figure] = []
    done, spans = start, iter(closed)
    span = next(spans, None)
    for at in cues:
        while span and span[1] <= at:
            span = next(spans, None)
        if at < done or (span and span[0] <= at):
            continue
        digits = text[at] in _DIGITS
        if digits and (skipped := match_trap(text, start, at)):
            done = skipped
            continue
        if text.endswith(_COMPOUND, start, at):
            continue
        joined = bool(figures) and figures[-1].end == at - 1 and text[at - 1] in "-–—"
        figure = _digits_figure(text, start, end, at, joined=joined) if digits else _words_figure(text, start, end, at)
        if figure is None:
            done = max(done, _run_end(text, at))
            continue
        if figure.quote_start < done:
            figure.quote_start = figure.start
        figures.append(figure)
        done = max(figure.end, figure.quote_end) if figure.per else figure.end
    return figures


def _run_end(text: str, at: int) -> int:
    """Where a run of digits and the marks inside it ends."""
    found = _RUN.match(text, at)
    return found.end() if found else at


def _special(number: Number, unit: str) -> Figure:
    figure = new_figure(number)
    figure.unit = unit
    return figure


def _digits_figure(text: str, start: int, end: int, at: int, *, joined: bool) -> Figure | None:
    """The figure whose digits begin at *at*, or None; *joined*: it is the second end of a range."""
    at = start_of(text, start, at)
    number = match_number(text, at)
    if number is None:
        return None
    if text[number.end : number.end + 1].isalpha() and (rank := match_rank(text, at)):
        return _special(rank, "rank")
    if multiple := as_multiple(text, number):
        return _hedged(text, start, end, _special(multiple, "multiple"))
    money, below = _money_at(text, at, joined=joined)
    if money is None and not joined and (_names_something(text, start, number) or _is_denominator(text, number)):
        return None
    number = with_counted_scale(text, number) if money is None else with_letter_scale(text, number)
    figure = new_figure(number)
    if money is None and number.scale == ONE and _read_digits_in(text, figure):
        return _hedged(text, start, end, figure)
    if money is not None:
        figure.unit, figure.start, figure.money_sign = money[0], money[1], True
    figure.negative = below
    if not joined and (sign := _minus_before(text, figure.start)) is not None:
        figure.negative, figure.start = True, sign
    read_unit(text, end, figure)
    if money is None and (is_age(text, start, number.start, figure) or is_top_of_score(text, start, figure)):
        return None
    if names_rate(text, figure):
        return None
    if number.scale == ONE and not figure.money_sign and follows_a_name(text, start, at):
        digits = text[at : number.end]
        if "," not in digits and (_is_odd(figure) or (len(digits) == 1 and figure.unit == "count")):
            return None
    return _hedged(text, start, end, figure)


def _money_at(text: str, at: int, *, joined: bool) -> tuple[tuple[str, int] | None, bool]:
    """The currency named before the digits at *at* and where it starts; and whether a minus stands between."""
    money = money_before(text, at)
    if money is not None or joined or text[at - 1 : at] not in ("-", "−"):
        return money, False
    money = money_before(text, at - 1)
    return money, money is not None


def _names_something(text: str, start: int, number: Number) -> bool:
    """True for digits that are part of a name, or the number of a list item."""
    at = number.start
    if text.startswith("00", at):  # the rest of a number whose beginning is none: "per 1 000 men"
        return True
    digits_end = number.end if number.scale == ONE else at + len(text[at : _run_end(text, at)].rstrip(".,:/"))
    return is_part_of_name(text, at, digits_end) or _is_marker(text, start, at, number.end)


def _is_denominator(text: str, number: Number) -> bool:
    """True for the round number of a rate that opens with it: "Per 100,000 people, 175 are in prison"."""
    return word_before(text, 0, number.start - 1).lower() == "per" and number.amount % 100 == 0


def _is_odd(figure: Figure) -> bool:
    """True for a number that counts nothing, or no plural: it may be the end of a name."""
    return figure.bare or (figure.unit == "count" and not (figure.counted or "").endswith("s"))


def _minus_before(text: str, at: int) -> int | None:
    """Where the minus of the amount at *at* stands; None for an amount without one."""
    if text.endswith("minus ", 0, at):
        return at - len("minus ")
    return at - 1 if text[max(at - 2, 0) : at] in _SIGNED else None


def _is_marker(text: str, start: int, at: int, end: int) -> bool:
    """True for the number of a list item, at the start of a block or in a running list: "1) …; 2) …", "(3) …"."""
    if end - at > 2 or not _MARKER_BEHIND.match(text, end):
        return False
    if text[at - 2 : end] == ": 1" and _SECOND_MARKER.search(text, end, end + _TO_SECOND):
        return True
    opens = at - start <= _MOST_MARKS and not text[start:at].strip(_MARKS)
    return opens or (text[end] != "." and bool(_MARKER_BEFORE.search(text, max(start, at - _MARKER_REACH), at)))


def _read_share(text: str, end: int, figure: Figure) -> None:
    """Make a worded fraction a share of what it counts, or of a percentage point."""
    number = figure.number
    if points := OF_A_POINT.match(text, number.end):
        figure.unit, figure.end = "percentage-point", points.end()
    else:
        figure.unit, figure.amount = "percent", number.amount * 100
        figure.counted = counted_behind(text, number.end, end)


def _words_figure(text: str, start: int, end: int, at: int) -> Figure | None:
    """The figure whose words begin at *at*, or None."""
    if rank := match_rank(text, at):
        return _special(rank, "rank")
    words = match_number_words(text, at)
    if multiple := match_multiple(text, at) or (words and as_multiple(text, words)):
        return _hedged(text, start, end, _special(multiple, "multiple"))
    number = match_vague(text, at) or match_fraction(text, at) or words
    if number is None:
        return None
    figure = new_figure(number)
    if number.form is Form.FRACTION:
        _read_share(text, end, figure)
        return _hedged(text, start, end, figure)
    if _read_one_in(text, figure):
        return _hedged(text, start, end, figure)
    if number.form is Form.VAGUE:
        figure.comparator = Comparator.ORDER_OF_MAGNITUDE
    hyphen = text.startswith("-", number.end)
    name_behind = text[number.end + 1 : number.end + 2].isupper()
    if name_behind and (hyphen or (text[number.start].isupper() and number.start > start + 2)):
        return None
    read_unit(text, end, figure)
    if is_age(text, start, number.start, figure) or _is_named(text, start, number) or names_rate(text, figure):
        return None
    if hyphen and figure.unit == "count":
        return None
    return _hedged(text, start, end, figure)


def _read_digits_in(text: str, figure: Figure) -> bool:
    """Make a share of "3 in 10 adults"; False where the figure is none."""
    found = _DIGITS_IN.match(text, figure.number.start)
    base = match_number(text, found.start(1)) if found else None
    if base is None or figure.number.amount >= base.amount:
        return False
    figure.unit, figure.amount = "percent", figure.number.amount / base.amount * 100
    figure.end = figure.quote_end = base.end
    return True


def _is_named(text: str, start: int, number: Number) -> bool:
    """True for a number in words that is part of a name: "the Group of Seven"."""
    at = number.start
    return text[at].isupper() and text.endswith((" of ", " the "), start, at)


def _read_one_in(text: str, figure: Figure) -> bool:
    """Make a share of "one in five"; False where the figure is none."""
    number = figure.number
    found = _ONE_IN.match(text, number.end)
    base = match_number_words(text, found.start(1)) if found else None
    if base is None or number.amount >= base.amount:
        return False
    figure.unit, figure.amount = "percent", number.amount / base.amount * 100
    figure.end = figure.quote_end = base.end
    return True


def _tells_span(text: str, start: int, begin: int) -> bool:
    """True where "over" means during: "$5 billion over five years", but "lasted over five years"."""
    return text.startswith("over ", begin) and word_before(text, start, begin - 1) not in _LASTED


def _hedged(text: str, start: int, end: int, figure: Figure) -> Figure:
    """Add the hedge around the figure, and say whether the amount is itself a rise or a fall."""
    begin = figure.start
    if figure.comparator is None and (hedge := hedge_before(text, start, begin)):
        figure.comparator, begin = hedge
    if figure.comparator is None and (behind := hedge_behind(text, figure.end)) and behind[1] <= end:
        figure.comparator, figure.end = behind
        figure.quote_end = max(figure.quote_end, figure.end)
    elif figure.comparator is None and figure.counted and (behind := hedge_behind(text, figure.quote_end)):
        figure.comparator, figure.quote_end = behind[0], min(behind[1], end)
    adjective = (
        figure.unit in DURATIONS and text.startswith("-", figure.number.end) and text.endswith(" the ", 0, figure.start)
    )
    if adjective or (figure.unit in DURATIONS and _tells_span(text, start, begin)):
        figure.comparator, begin = None, figure.start
    figure.quote_start = begin
    if figure.unit not in ("rank", "multiple"):
        share = figure.unit in ("percent", "percentage-point", POINT)
        if change := direction_of(text, start, begin, figure.end, share=share):
            direction, figure.change_behind = change
            figure.negative = figure.negative or direction is Direction.FALL
    return figure
