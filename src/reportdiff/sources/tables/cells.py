"""What a single cell of a table is: a figure, a time, a unit, or a gap."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple

from reportdiff.sources.builder import Passage, edited
from reportdiff.sources.passages import cut, join
from reportdiff.vocabulary.tables import load_table

_GAPS = frozenset(
    {"", "-", "--", "—", "–", "..", "...", "…", ":", "n/a", "na", "n.a.", "nan", "null", "none", "x", ".", "*"}
)
_FIGURE = re.compile(
    r"\(?[-–−+]?(?:US)?[$€£¥]? ?(?:[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?(?: ?%)?"
    r"(?: (?:thousand|million|billion|trillion))?\)?(?: ?[a-z*†‡]| ?\[[a-z0-9]{1,3}\])?$"
)
_SCIENTIFIC = re.compile(r"((?<![0-9])[0-9]+(?:\.[0-9]+)?|\.[0-9]+)[eE]([-+]?[0-9]{1,2})(?![0-9])")
_BARE_POINT = re.compile(r"(?<![0-9])\.(?=[0-9])")

_YEAR = re.compile(r"(?:YR|yr|[XxYy])?([12][0-9]{3})(?:\.0)?(?: ?\[YR[0-9]{4}\])?$")
_SPAN_OF_YEARS = re.compile(
    r"(?:FY ?)?[12][0-9]([0-9]{2})(?: ?[-–/] ?(?:[12][0-9])?([0-9]{2}))?(?: ?\(?(?:est|estimate|proj|p|e)\.?\)?)?$"
)
_MONTH = re.compile(r"([12][0-9]{3})(?:-|/|M|-M| M)(0[1-9]|1[0-2])$")
_QUARTER = re.compile(r"([12][0-9]{3})[- ]?(Q[1-4])$")
_DAY = re.compile(r"([12][0-9]{3}-(?:0[1-9]|1[0-2])-[0-3][0-9])(?:[T ][0-9:.]{0,16}(?:Z|[+-][0-9:]{4,5})?)?$")
_NAMED = re.compile(
    r"(?:Q[1-4]|H[12]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?)[ -]?"
    r"(?:[0-9]{1,2},? )?[12][0-9]{3}$"
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

_MONEY = re.compile(r"(?:US|U\.S\. ?|[A-Z]{1,2})?[$€£¥]|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_DOLLARS = re.compile(r"(?i:U\.?S\.? )?(?i:dollars?)\b")
_SCALE = re.compile(r"(?<!per )(?<!per 1 )(?<!per one )\b(thousand|million|billion|trillion|mn|bn)s?\b", re.IGNORECASE)
_PERCENT = re.compile(r"(?:%|\b(?:percent|per cent)(?:age)?\b)(?: of [A-Za-z][A-Za-z -]{0,30}(?=\)|$))?", re.IGNORECASE)
_OF_ALL = re.compile(r"%|\bper ?cent", re.IGNORECASE)
_POINTS = re.compile(r"\bpoints?\b", re.IGNORECASE)
_OTHER = re.compile(r"[A-Za-z][A-Za-z ³²./]{0,30}$")
_CAPTION = re.compile(
    r"\((?:in )?(?:U\.?S\.? ?)?(?:\$|dollars|thousands|millions|billions|trillions|percent)[^()0-9]{0,40}\)",
    re.IGNORECASE,
)


_LAST_BRACKET = re.compile(r"(?<=\S) ?\(([^()]{1,40})\)$")


class Unit(NamedTuple):
    """The words of a unit that stand before and behind each of its figures."""

    before: Passage | str = ""
    behind: Passage | str = ""


NO_UNIT = Unit()


def is_gap(words: str) -> bool:
    """True for a cell that says that there is no figure."""
    return words.casefold() in _GAPS


def is_figure(words: str) -> bool:
    """True for a cell that holds one figure and nothing else.

    >>> is_figure("1,204.5"), is_figure("2.2e+11"), is_figure("Peru")
    (True, True, False)
    """
    return len(words) < 60 and _FIGURE.match(words) is not None


def plain_figure(cell: Passage) -> Passage:
    """The cell with its figure written as texts write it: no exponent, a digit before the point, a plain minus."""
    found = _SCIENTIFIC.search(cell.text) if is_figure(cell.text) else None
    if found is not None:
        try:
            plain = format(Decimal(f"{found[1]}e{found[2]}"), "f")
        except InvalidOperation:
            return cell
        return edited(cell, [(found.start(), found.end(), plain)])
    edits = [(at.start(), at.end(), "0.") for at in _BARE_POINT.finditer(cell.text)]
    if cell.text[:1] == "−":
        edits.insert(0, (0, 1, "-"))
    return edited(cell, edits) if edits else cell


def read_time(cell: Passage) -> Passage | None:
    """The cell as texts write a time, if it consists of one; None for any other cell.

    Years, fiscal years, spans of years, quarters, months and days are known: ``2019``, ``2019 [YR2019]``, ``FY 2019``,
    ``2019/20``, ``2019Q1`` (which becomes ``Q1 2019``), ``2019-03`` (``Mar 2019``), ``2019-03-31``, ``March 2019``.
    """
    words = cell.text
    if not 4 <= len(words) <= 32 or not any(map(str.isdigit, words)):
        return None
    if (found := _YEAR.match(words)) or (found := _DAY.match(words)):
        return cut(cell, found.start(1), found.end(1))
    if found := _MONTH.match(words):
        month = edited(cut(cell, found.start(2), found.end(2)), [(0, 2, _MONTHS[int(found[2]) - 1])])
        return join(month, " ", cut(cell, found.start(1), found.end(1)))
    if found := _QUARTER.match(words):
        return join(cut(cell, found.start(2), found.end(2)), " ", cut(cell, found.start(1), found.end(1)))
    span = _SPAN_OF_YEARS.match(words)
    runs_on = span is not None and (span[2] is None or span[1] < span[2] or (span[1], span[2]) == ("99", "00"))
    return cell if runs_on or _NAMED.match(words) else None


def unit_in(words: Passage) -> Unit:
    """The unit that a column of units, the brackets of a label or a caption tell: money, multiplier, share.

    >>> unit_in(Passage("US$ millions", ())).behind.text
    'million'
    """
    text = words.text
    scale = _SCALE.search(text)
    if share := _PERCENT.search(text):
        return Unit("", _lower(cut(words, share.start(), share.end()))) if _POINTS.search(text) is None else NO_UNIT
    times: Passage | str = _multiplier(cut(words, scale.start(1), scale.end(1))) if scale else ""
    money = _MONEY.search(text)
    if money is not None and (money[0][-1] in "$€£¥" or money[0] in _currencies()):
        return Unit(join(cut(words, money.start(), money.end()), "" if money[0][-1] in "$€£¥" else " "), times)
    if dollars := _DOLLARS.search(text):
        named = cut(words, dollars.start(), dollars.end())
        return Unit("", join(times, " ", named) if times else named)
    return Unit("", times)


def unit_of_column(words: Passage) -> Unit:
    """The unit that a cell of a column of units names, be it any (``years``, ``sq km``)."""
    unit = unit_in(words)
    text = words.text
    scale = _SCALE.match(text)
    if scale is not None and text[scale.end() :].strip().casefold() in _physical_units():
        return Unit("", join(unit.behind, " ", cut(words, scale.end(), len(text))))
    silent = text.casefold() in load_table("columns")["units"]["silent"]
    if unit != NO_UNIT or silent or not _OTHER.match(text) or "$" in text or _POINTS.search(text):
        return unit
    return Unit("", _lower(words) if text.istitle() else words)


def unit_in_label(label: Passage) -> tuple[Passage, Unit]:
    """A label and the unit in its brackets.

    Those of a physical unit, or like a caption's, go from the label to its figures: so texts write them.
    """
    at = label.text.find("(")
    if at < 0:
        return label, NO_UNIT
    last = _LAST_BRACKET.search(label.text)
    if last is not None and last[1].casefold() in _physical_units():
        return cut(label, 0, last.start()), Unit("", cut(label, last.start(1), last.end(1)))
    unit = unit_in(cut(label, at, len(label.text)))
    found = _CAPTION.search(label.text)
    if found is None or unit == NO_UNIT:
        return label, unit
    rest = edited(label, [(max(0, found.start() - 1), found.end(), "")])
    return (rest if rest.text.strip() else label), unit


def with_unit(figure: Passage, unit: Unit) -> Passage:
    """The figure between the words of its unit, those left out that it bears itself."""
    text = figure.text
    if not is_figure(text) or _OF_ALL.search(text) or any(sign in text for sign in "$€£¥"):
        return figure
    behind = unit.behind if isinstance(unit.behind, str) else unit.behind.text
    if _SCALE.search(text):
        behind = ""
    negative = text[:1] in "-–−" and unit.before
    lead = join(cut(figure, 0, 1), unit.before, cut(figure, 1, len(text))) if negative else join(unit.before, figure)
    return join(lead, "" if behind[:1] == "%" else " ", unit.behind) if behind else lead


def _multiplier(words: Passage) -> Passage:
    full = {"mn": "million", "bn": "billion"}.get(words.text.casefold())
    return edited(words, [(0, len(words.text), full)]) if full else _lower(words)


def _lower(words: Passage) -> Passage:
    text = words.text
    first = text.split(" ")[0]
    if not first.istitle():
        return words
    return edited(words, [(0, 1, text[0].lower())])


@cache
def _currencies() -> frozenset[str]:
    return frozenset(load_table("currencies")["signs"].values())


@cache
def _physical_units() -> frozenset[str]:
    """The names of units of measure, without those of shares, which labels bear as a part of their names."""
    names: dict[str, list[str]] = load_table("units")["units"]
    return frozenset(word.casefold() for unit, words in names.items() if "per" not in unit for word in words)
