"""Figures out of a sentence: numbers with their units, hedges and counted nouns; what is no figure stays out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from reportdiff.grammar import units
from reportdiff.grammar.comparators import hedge_after, hedge_before
from reportdiff.grammar.counted import match_counted
from reportdiff.grammar.direction import Direction, direction_of
from reportdiff.grammar.numbers import Form, Number, match_fraction, match_number, match_number_words, match_vague
from reportdiff.grammar.ranks import match_multiple, match_rank
from reportdiff.grammar.traps import follows_a_name, is_part_of_name, match_trap
from reportdiff.model.quantity import Comparator

CUE = re.compile(
    r"[0-9½¼¾⅓⅔⅛]"
    r"|\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|"
    r"[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)\b"
    r"|\b(?:[Oo]ne|[Aa]n?)[ -](?=(?:hundred|thousand|million|billion|trillion|dozen|half|third|quarter|fifth|sixth|tenth|percent|death|person|man|woman|child|(?:in|out of)(?: every)? (?:two|three|four|five|six|eight|ten))\b)"
    r"|\b[Hh]al(?:f|ves|ve|ved|ving)\b|\b(?:[Dd]ozens|[Tt]ens|[Ss]cores|[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions|[Ss]everal|[Aa] few) (?=of|hundred|thousand|million|billion|dozen|in|[a-z])"
    r"|\b(?:[Dd]oubl|[Tt]ripl|[Qq]uadrupl|[Tt]wofold|[Tt]hreefold|[Ff]ourfold|[Ff]ivefold|[Tt]enfold|[Tt]wice)|\b[Oo]ne and a half\b"
    r"|\b(?:[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Ee]leventh|[Tt]welfth)(?=[- ][a-z]+est\b|[- ](?:most|least|leading)\b)"
    r"|\b(?:[Rr]ank(?:s|ed|ing)?|[Pp]laced|[Ff]inished|[Cc]ame|[Cc]omes) (?=[a-z0-9]|No)|\b(?:[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth) place\b"
)
"""Where a number may stand: everything else is passed over."""
_HINT = re.compile(
    r"[0-9½¼¾⅓⅔⅛]|(?<![A-Za-z])[TtFfSsEeNnOoAaHhDdQqRrMmBbPpCc]"
    r"(?:wo|hree|our|ive|i[xf]|even|ight|in[e|t]|en[- s]|leven|w[ie]|lac|inis|ame|ome|enf|hir|wen|or|n[e ]| (?=[htdmbqf])|al[fv]|ou[bs]|oz|co|und|hou|ill|rip|uad|ev|an|ec|ent)"
)
"""The first letters of all that :data:`CUE` reads: a cheap look before the dear one."""


def find_cues(text: str) -> list[int]:
    """The places in *text* where a number may begin, in order."""
    match = CUE.match
    return [at for found in _HINT.finditer(text) if text[at := found.start()].isdigit() or match(text, at)]


@dataclass(slots=True)
class Figure:
    """A figure under way: what stands beside the number is added as it is read; positions are in the whole text."""

    number: Number
    start: int
    end: int
    unit: str | None = None
    per: str | None = None
    comparator: Comparator | None = None
    quote_start: int = 0
    quote_end: int = 0
    upper: Decimal | None = None
    counted: str | None = None
    nationality: str | None = None
    negative: bool = False
    money_sign: bool = False
    money_named: bool = False
    change_behind: bool | None = None
    partner: int | None = None
    series: int | None = None
    amount: Decimal = field(default=Decimal(0))

    @property
    def bare(self) -> bool:
        """No unit and no counted noun stands beside it."""
        return self.unit is None and self.counted is None


def read_figures(text: str, start: int, end: int, cues: list[int], closed: list[tuple[int, int]]) -> list[Figure]:
    """Every number of the sentence ``text[start:end]`` that may be a figure, in order.

    *cues* are the places where a number may begin; *closed* the spans of dates, whose digits are none.
    """
    figures: list[Figure] = []
    done = start
    for at in cues:
        if at < done or _inside(closed, at):
            continue
        if text[at].isdigit() and (skipped := match_trap(text, start, at)):
            done = skipped
            continue
        joined = bool(figures) and figures[-1].end == at - 1 and text[at - 1] in "-–—"
        figure = _read_figure(text, start, end, at, joined)
        if figure is None:
            done = max(done, _skip(text, at))
            continue
        if figure.quote_start < done:
            figure.quote_start = max(figure.start, done) if figure.start >= done else figure.start
        figures.append(figure)
        done = max(figure.end, figure.quote_end) if figure.per else figure.end
    return figures


_DIGIT_RUN = re.compile(r"[0-9.,:/]*")


def _skip(text: str, at: int) -> int:
    """Where a refused run of digits ends."""
    found = _DIGIT_RUN.match(text, at)
    return found.end() if found else at + 1


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    return any(low <= at < high for low, high in spans)


def _read_figure(text: str, start: int, end: int, at: int, joined: bool) -> Figure | None:
    """The figure whose number begins at *at*, or None; *joined*: it is the second end of a range."""
    if rank := match_rank(text, at):
        return _special(rank.amount, rank.start, rank.end, "rank", rank.quantum)
    if multiple := match_multiple(text, at):
        figure = _special(multiple.amount, multiple.start, multiple.end, "multiple", multiple.quantum)
        return _hedged(text, start, end, figure)
    digits = text[at].isdigit() and text[at].isascii()
    if digits:
        return _digits_figure(text, start, end, at, joined)
    number = match_vague(text, at) or match_fraction(text, at) or match_number_words(text, at)
    if number is None:
        return None
    return _words_figure(text, start, end, number)


def _special(amount: Decimal, start: int, end: int, unit: str, quantum: Decimal) -> Figure:
    return Figure(
        Number(amount, start, end, quantum), start, end, unit, quote_start=start, quote_end=end, amount=amount
    )


def _digits_figure(text: str, start: int, end: int, at: int, joined: bool) -> Figure | None:
    money = units.money_before(text, at)
    number = match_number(text, at, money=money is not None)
    if number is None:
        return None
    digits_end = number.end if number.scale == 1 else at + len(_DIGIT_RUN.match(text, at).group().rstrip(".,:/"))  # type: ignore[union-attr]
    if (
        money is None
        and not joined
        and (is_part_of_name(text, at, digits_end) or _is_marker(text, start, at, number.end))
    ):
        return None
    figure = Figure(number, at, number.end, quote_start=at, quote_end=number.end, amount=number.amount)
    if money is not None:
        figure.unit, figure.start, figure.money_sign = money[0], money[1], True
    figure.negative = not joined and _has_minus(text, figure.start)
    _read_unit(text, end, figure)
    odd = figure.bare or (figure.unit == "count" and not _is_plural_end(figure.counted))
    if odd and number.scale == 1 and follows_a_name(text, start, at) and not _reads_as_figure(text, at, number):
        return None
    return _hedged(text, start, end, figure)


def _is_plural_end(counted: str | None) -> bool:
    return counted is not None and counted.endswith("s")


def _reads_as_figure(text: str, at: int, number: Number) -> bool:
    """True for a number that no name ends in: with a thousands separator or decimals."""
    digits = text[at : number.end]
    return "," in digits or "." in digits


def _has_minus(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] in "-−–" and (at == 1 or text[at - 2] in " (:|")


_MARKER_AFTER = re.compile(r"\)[ ]|[.)] ?[A-Z*]|\.\)? ")
_MARKER_BEFORE = re.compile(r"(?:^|[:;,.] (?:and |or )?)\(?$|(?:^| )\($|[:;,] (?:and |or )$")


def _is_marker(text: str, start: int, at: int, end: int) -> bool:
    """True for the number of a list item, at the start of a block or in a running list: "1) …; 2) …", "(3) …"."""
    if end - at > 2 or not _MARKER_AFTER.match(text, end):
        return False
    if text[end] == ".":
        return not text[start:at].strip(" -*#|(")
    return bool(_MARKER_BEFORE.search(text, max(start, at - 6), at) or not text[start:at].strip(" -*#|("))


def _words_figure(text: str, start: int, end: int, number: Number) -> Figure | None:
    figure = Figure(
        number, number.start, number.end, quote_start=number.start, quote_end=number.end, amount=number.amount
    )
    if number.form is Form.FRACTION:
        figure.unit, figure.amount = "percent", number.amount * 100
        figure.counted = _after_of(text, number.end, end)
        return _hedged(text, start, end, figure)
    if share := _ONE_IN.match(text, number.end):
        base = match_number_words(text, share.start(1))
        if base and base.amount and number.amount < base.amount:
            figure.unit, figure.amount = "percent", number.amount / base.amount * 100
            figure.end = figure.quote_end = base.end
            return _hedged(text, start, end, figure)
    if number.form is Form.VAGUE:
        figure.comparator = Comparator.ORDER_OF_MAGNITUDE
    hyphen = text.startswith("-", number.end)
    if text[number.start].isupper() and number.start > start + 2 and text[number.end + 1 : number.end + 2].isupper():
        return None
    if hyphen and text[number.end + 1 : number.end + 2].isupper():
        return None
    _read_unit(text, end, figure)
    if hyphen and figure.unit == "count":
        return None
    return _hedged(text, start, end, figure)


_ONE_IN = re.compile(
    r" (?:in|out of)(?: every)? (three|four|five|six|seven|eight|nine|ten|twenty|hundred)\b", re.IGNORECASE
)
_OF = re.compile(r" of(?: (?:the|its|his|her|their|our|these|those|all|some|which))?(?= )")


def _after_of(text: str, at: int, end: int) -> str | None:
    """The noun phrase behind "of" or "of its"."""
    of = _OF.match(text, at)
    counted = match_counted(text, of.end(), end) if of else None
    return counted.phrase if counted else None


def _read_unit(text: str, end: int, figure: Figure) -> None:
    """Add the unit or the counted noun that stands behind the number, and the denominator."""
    at, scaled = figure.end, figure.number.scale != 1
    if figure.unit is None:
        unit = units.match_unit(text, at)
        if unit and unit.name in units.DURATIONS and text[at + 1 : at + 2].isupper():
            return
        money = None if unit and unit.name != "pound" else units.match_money(text, at, scaled=scaled)
        if money and (unit is None or money.nationality):
            figure.unit, figure.nationality, figure.end, figure.money_named = money.name, money.nationality, money.end, True
        elif unit:
            _set_unit(text, end, figure, unit.name, unit.end)
        elif figure.number.form is Form.VAGUE or _OF.match(text, at):
            _count(text, end, figure, of=True)
        else:
            _count(text, end, figure, of=False)
    if per := units.match_per(text, figure.end):
        figure.per, figure.end = per
    elif figure.quote_end > figure.end and (per := units.match_per(text, figure.quote_end)):
        figure.per, figure.quote_end = per
    elif (of := _PER_BEHIND.match(text, max(figure.end, figure.quote_end))) and (per := units.match_per(text, of.end())):
        figure.per = per[0]
    figure.quote_end = max(figure.quote_end, figure.end)


_PER_BEHIND = re.compile(r" of(?: [a-z-]+){1,3}(?= (?:a|per|each|every) (?:year|month|week|day|hour)\b| annually\b| daily\b)")


def _set_unit(text: str, end: int, figure: Figure, name: str, stop: int) -> None:
    if name == "decade":
        name, figure.amount = "year", figure.amount * 10
    elif name == "century":
        name, figure.amount = "year", figure.amount * 100
    elif name == "basis-point":
        name, figure.amount = "percentage-point", figure.amount / 100
    figure.unit, figure.end = name, stop


def _count(text: str, end: int, figure: Figure, *, of: bool) -> None:
    at = figure.end
    if of:
        found = _OF.match(text, at)
        at = found.end() if found else at
    counted = match_counted(text, at, end)
    if counted is None:
        return
    if counted.head == "points" and direction_of(text, max(0, at - 90), figure.start, counted.end):
        figure.unit, figure.end = "percentage-point", counted.end
        return
    figure.counted = counted.phrase
    figure.unit = "person" if counted.person else "count"
    figure.quote_end = counted.end


def _hedged(text: str, start: int, end: int, figure: Figure) -> Figure:
    """Add the hedge around the figure, and say whether the amount is itself a rise or a fall."""
    begin = figure.start
    if figure.comparator is None and (hedge := hedge_before(text, start, begin)):
        figure.comparator, begin = hedge
    if figure.comparator is None and (behind := hedge_after(text, figure.end)) and behind[1] <= end:
        figure.comparator, figure.end = behind
        figure.quote_end = max(figure.quote_end, figure.end)
    figure.quote_start = begin
    if figure.unit not in ("rank", "multiple") and (
        change := direction_of(text, start, begin, figure.end, share=figure.unit in ("percent", "percentage-point"))
    ):
        direction, figure.change_behind = change
        figure.negative = figure.negative or direction is Direction.FALL
    return figure
