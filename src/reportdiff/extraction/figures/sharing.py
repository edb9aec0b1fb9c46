"""What neighbouring numbers share: a unit, multiplier or noun that is said once for several."""

from __future__ import annotations

import re
from itertools import pairwise

from reportdiff.extraction.figures.bare_counts import are_parallel, count_listed, count_votes
from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.figures.ranges import HEDGES, merge_ranges, pair_from_to
from reportdiff.grammar.counted import Counted, match_counted
from reportdiff.grammar.numbers import ONE
from reportdiff.grammar.units import DURATIONS, match_per
from reportdiff.grammar.wordlists import any_of, word_list

_RANGE_JOINT = re.compile(r" ?[-–—] ?| to | or ")
_LIST_JOINT = re.compile(
    r"(?:,| and| or| but| versus| vs\.| compared (?:to|with)| against)"
    rf"(?: (?:to|by|from|then))? {HEDGES}$|[-–—/]$|\bto {HEDGES}$"
)
_ONWARD = re.compile(
    rf"(?: [a-z-]+){{0,4}},? (?:to|compared (?:to|with)|against|versus|up from|down from|from) {HEDGES}"
    r"| (?:in|for|during|as of|at) [A-Za-z0-9 ,’-]{3,24},? "
    rf"(?:and|to|versus|from|against|compared (?:to|with)|up from|down from) {HEDGES}"
)
_ASIDES = (", including ", ", of which ", ", of whom ", ", among them ")
_ASIDE_REACH, _DENOMINATOR_REACH = 14, 60
_AGAINST = re.compile(r", (?:compared (?:to|with)|against|up from|down from|from) (?:[a-z]+ )?$")
_BY_ONWARD = re.compile(
    r"[^,;]{0,40},? (?:and |or |then )?(?:a further |another )?by "
    r"| in (?:[A-Z][a-z]+ )?[12][0-9]{3},? and (?:(?:a further|another) )?"
)
_OR = re.compile(r",? or ")
"""Between a change and what it is in other units: "by 3 percent, or 36 tons"."""
_LEVEL_BEHIND = re.compile(r"[^;]{0,40} (?:to|from) ")
_SMALL = DURATIONS | {"percent", "percentage-point"}
"""Units that no thousands are told in."""
_MOST_PERCENT = 1000
_TIGHT = re.compile(r" ?[-–—/] ?| to | or ")
_POINTS_JOINT = re.compile(r" ?[-–—/] ?|,? (?:to|or|and) (?:by )?")
"""Between points; elsewhere they tell how far the level before them is from another: "480, 10 points below"."""
_CLAUSE = re.compile(r"[;:]|(?<!\bvs)\. ")
_SCALE_JOINT = re.compile(r"to|[-–—]|and|or|^,")
_OF_THEM = re.compile(r" (?:out )?of (?:the |its |his |her |their |all |a total of |some )?(?:[A-Za-z-]+['’]s? )?")
_ALONE = re.compile(
    rf"[.,;:)]|$| (?:{any_of(word_list('lists', 'alone'))}|of (?:them|which|those|these|whom)|[a-z]+ed)\b"
)
_OPENING = re.compile(r"Of (?:the|these|those|its|their|all)(?: [0-9][0-9,]*)?(?= [a-z])")
_OPENING_REACH = 60
_VERB_BEFORE = re.compile(
    rf"\b{any_of(word_list('giving', 'verbs'))}(?: {any_of(word_list('giving', 'between'))})* ?$", re.IGNORECASE
)
_VERB_REACH = 30
_MOST_BACK, _MOST_NOUN = 40, 140
"""How far apart figures may stand that share a unit, in characters: handed back, and with their noun."""


def share_between(text: str, start: int, figures: list[Figure]) -> list[Figure]:
    """Hand units over joints, make ranges of two ends, and mark the pairs of "from A to B"; the figures that remain."""
    count_votes(text, start, figures)
    _hand_on(text, figures)
    _hand_back(text, figures)
    _hand_noun_on(text, start, figures)
    count_listed(text, start, figures)
    if text.startswith("Per ", start):
        _give_denominator(text, start, figures)
    kept = [figure for figure in merge_ranges(text, start, figures) if _counts(text, start, figure)]
    pair_from_to(text, start, kept)
    return kept


_DATED_BEHIND = re.compile(r" \((?:[A-Z][a-z]+ )?(?:FY)?(?:19|20)[0-9]{2}\b")


_SEX = "(?:men|women|males?|females?|boys|girls)"
_SEX_BEFORE = re.compile(rf"\((?:{_SEX} [0-9.,]{{1,12}}%?[,;] )?{_SEX} $")
"""What a bracket of two values names: "(men 71, women 77)"."""
_SEX_REACH = 32


def _counts(text: str, start: int, figure: Figure) -> bool:
    """False for a bare number that nothing shows to be a figure: no unit, no noun, no hedge, no verb that gives it."""
    if not figure.bare or figure.comparator is not None:
        return True
    digits = text[figure.start : figure.end]
    before = text[figure.start - 2 : figure.start]
    if before == ": " or (before == "| " and text.startswith("|", start)):
        return True
    if _SEX_BEFORE.search(text, max(start, figure.start - _SEX_REACH), figure.start):
        return True
    if len(digits) < 4 and _DATED_BEHIND.match(text, figure.end):
        return True
    if not digits[:1].isdigit() and figure.number.scale == ONE:
        return False
    if digits[:1] == "0" and digits[1:2].isdigit():
        return False
    if "," in digits or "." in digits or figure.number.scale != ONE:
        return True
    return bool(_VERB_BEFORE.search(text, max(start, figure.start - _VERB_REACH), figure.start))


def _hand_on(text: str, figures: list[Figure]) -> None:
    """From left to right: "grew from 200 collaborations to nearly 330", "$2.5-3 billion"."""
    for left, right in pairwise(figures):
        _hand_sign_on(text, left, right)
        if left.bare and left.per and right.bare and _ONWARD.fullmatch(text, left.end, right.quote_start):
            right.per = right.per or left.per
        if not right.bare or left.bare or left.unit in ("rank", "multiple") or _is_adjective(text, left):
            continue
        if left.unit in _SMALL and (_is_many(right) or _moves_to(text, left, right)):
            continue
        tight = text[left.end : right.start]
        if left.money_sign:
            if _RANGE_JOINT.fullmatch(tight):
                right.unit = left.unit
                _share_scale(left, right, tight)
            continue
        if _is_held_against(text, left, right):
            continue
        gap = text[left.quote_end : right.quote_start]
        gap = gap if gap.endswith(" ") else f"{gap} "
        if _ONWARD.fullmatch(gap) or are_parallel(text, left, right):
            right.unit, right.counted, right.per = left.unit, left.counted, right.per or left.per
            right.nationality, right.money_named = left.nationality, left.money_named
            right.bundle(left.bundled)


def _give_denominator(text: str, start: int, figures: list[Figure]) -> None:
    """Give the first number the denominator that opens its sentence: "Per 100,000 people, 31 are in prison"."""
    per = match_per(f" p{text[start + 1 : start + _DENOMINATOR_REACH]}", 0)
    if per and figures and figures[0].unit in (None, "count", "person") and figures[0].per is None:
        figures[0].per, figures[0].unit = per[0], figures[0].unit or "count"


def _hand_sign_on(text: str, left: Figure, right: Figure) -> None:
    """Make a change of the second figure in "fell by 3 percent in 2019 and by 5 percent in 2020"."""
    if left.change_behind is not False or right.change_behind is not None:
        return
    onward = _BY_ONWARD if left.unit == right.unit else _OR
    if onward.fullmatch(text, left.end, right.quote_start):
        right.change_behind, right.negative = False, left.negative


def _is_adjective(text: str, figure: Figure) -> bool:
    """True for a time that a hyphen makes an adjective: "the three-year average"."""
    return figure.unit in DURATIONS and text.startswith("-", figure.number.end)


def _is_held_against(text: str, left: Figure, right: Figure) -> bool:
    """True for an aside and an older figure of what stands before it: "17 deaths, including 4 suicides, against 23"."""
    before = text[max(0, left.quote_start - _ASIDE_REACH) : left.quote_start]
    return before.endswith(_ASIDES) and _AGAINST.search(text, left.quote_end, right.quote_start) is not None


def _is_many(figure: Figure) -> bool:
    """True for a number that is too large for a share."""
    return figure.number.scale != ONE or figure.amount >= _MOST_PERCENT


def _is_told_again(text: str, gap: str, right: Figure) -> bool:
    """True for a share of the whole that tells a number again: "139, or 27 percent of the total"."""
    return gap == ", or " and right.unit == "percent" and text.startswith(" of ", right.end)


def _moves_to(text: str, left: Figure, right: Figure) -> bool:
    """True for the level behind its own change: "fell by 7 percent to 98", "up 4 percent from 61"."""
    return left.change_behind is not None and bool(_LEVEL_BEHIND.fullmatch(text, left.end, right.quote_start))


def _hand_back(text: str, figures: list[Figure]) -> None:
    """From right to left: "from 55 to 30 percent", "$9 to $22 billion", "three or four provinces"."""
    for right, left in pairwise(reversed(figures)):
        if right.start - left.end >= _MOST_BACK or text.startswith("-", right.number.end):
            continue
        gap = text[left.end : right.start]
        if right.unit in ("rank", None):
            if left.bare and _TIGHT.fullmatch(gap):
                _share_scale(left, right, gap)
        elif left.bare and not right.money_sign and _OF_THEM.fullmatch(gap):
            left.unit, left.counted = right.unit, right.counted
        elif (
            (left.bare or _are_money(left, right))
            and _LIST_JOINT.search(gap)
            and not (_CLAUSE.search(gap) or _is_told_again(text, gap, right))
        ):
            _give_back(left, right, gap)


def _are_money(left: Figure, right: Figure) -> bool:
    return left.money_sign and left.unit == right.unit and left.per in (None, right.per)


def _give_back(left: Figure, right: Figure, gap: str) -> None:
    """Give the unit and multiplier of *right* to *left*, which a joint binds to it."""
    if left.bare:
        if right.money_sign and not _TIGHT.fullmatch(gap):
            return
        if left.change_behind is None and _are_points(right) and not _POINTS_JOINT.fullmatch(gap):
            return
        is_fraction = right.amount != right.number.amount
        if right.unit in ("percent", "percentage-point") and (is_fraction or _is_many(left)):
            return
        left.unit, left.counted, left.nationality = right.unit, right.counted, right.nationality
        left.money_named, left.per = right.money_named, left.per or right.per
        left.bundle(right.bundled)
    _share_scale(left, right, gap)
    if left.change_behind is None and right.change_behind and not left.money_sign:
        left.negative, left.change_behind = right.negative, right.change_behind


def _are_points(figure: Figure) -> bool:
    return figure.unit == "percentage-point" or figure.counted in ("point", "points")


def _share_scale(left: Figure, right: Figure, gap: str) -> None:
    scale = right.number.scale
    if left.number.scale != ONE or left.amount >= 1000 or not _SCALE_JOINT.search(gap):
        return
    if left.amount * scale <= right.amount * 100:
        left.multiply(scale)


def _hand_noun_on(text: str, start: int, figures: list[Figure]) -> None:
    """Give a number that stands alone the noun counted before it in the sentence: "killed 17 people and injured 63"."""
    opening = _opening_noun(text, start)
    counted: Figure | None = None
    earlier: Figure | None = None
    for figure in figures:
        if not figure.bare:
            if figure.unit in ("person", "count"):
                earlier, counted = counted, figure
        elif opening is not None and counted is None and _stands_alone(text, figure):
            figure.unit, figure.counted = "person" if opening.person else "count", opening.phrase
        elif figure.number.scale != ONE and (named := _numbered_noun(text, start, figure)):
            figure.unit, figure.counted = "person" if named.person else "count", named.phrase
        elif counted is not None and _stands_alone(text, figure) and figure.start - counted.end < _MOST_NOUN:
            donor = earlier if _is_held_against(text, counted, figure) else counted
            figure.unit, figure.counted = (donor.unit, donor.counted) if donor else ("count", None)


def _opening_noun(text: str, start: int) -> Counted | None:
    """The noun of an opening "Of the 24 consultations," which the numbers behind it divide; None where none stands."""
    opening = _OPENING.match(text, start)
    return match_counted(text, opening.end(), min(len(text), opening.end() + _OPENING_REACH)) if opening else None


def _numbered_noun(text: str, start: int, figure: Figure) -> Counted | None:
    """The noun of "the number of people … from 1.9 billion to 836 million"; None where none stands before."""
    at = text.rfind("number of ", max(start, figure.start - _MOST_NOUN), figure.start)
    return None if at < 0 else match_counted(text, at + len("number of"), figure.start)


def _stands_alone(text: str, figure: Figure) -> bool:
    return figure.number.scale == ONE and bool(_ALONE.match(text, figure.end))
