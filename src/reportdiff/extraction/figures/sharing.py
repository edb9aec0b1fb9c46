"""What neighbouring numbers share: a unit, multiplier or noun that is said once for several."""

from __future__ import annotations

import re
from itertools import pairwise

from reportdiff.extraction.figures.bare_counts import are_parallel, count_listed, count_votes
from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.figures.figure_units import POINT
from reportdiff.extraction.figures.moved_pairs import mark_moved
from reportdiff.extraction.figures.ranges import HEDGES, merge_ranges, pair_from_to
from reportdiff.extraction.figures.shared_nouns import hand_noun_on, is_behind_aside
from reportdiff.extraction.figures.told_again import count_parts, is_told_again
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
_UP_FROM = re.compile(rf"[^;()]{{0,30}}, (?:up|down) from {HEDGES}")
_SPACED = (" - ", " – ")
_LABEL = re.compile(
    r"(?:\A|\n|[.;:|•*-] )(?!(?:About|Around|Between|By|For|From|In|Nearly|Of|Only|Over|Roughly|Some|With)\b)"
    r"[A-Z][a-z]+ $"
)
"""A word that opens a line or sentence right in front of the number that belongs to it."""
_LABEL_REACH = 24
_MOST_SCALED, _ALIKE, _MOST_APART = 1000, 10, 3
_DENOMINATOR_REACH = 60
_BY_ONWARD = re.compile(
    r"[^,;]{0,40},? (?:and |or |then )?(?:a further |another )?by "
    r"| in (?:[A-Z][a-z]+ )?[12][0-9]{3},? and (?:(?:a further|another) )?"
)
_IN_YEAR = re.compile(r" in (?:[A-Z][a-z]+ )?[12][0-9]{3}\b")
"""Behind a change and the next of a list: "rose 3.1% in 2020, 4.4% in 2021"."""
_FURTHER = re.compile(r"[^,;]{0,40}, (?:and |or |then )?(?:by )?(?:a further|another) ")
_NOTHING_ELSE = re.compile(r"[.,;)]|$| and | (?:in|on|over|during|abroad|at home|next|last|this|the following)\b")
"""Behind a change of a list: no verb of its own, and nothing that it is a share of."""
_OR = re.compile(r",? or ")
"""Between a change and what it is in other units: "by 3 percent, or 36 tons"."""
_LEVEL_BEHIND = re.compile(r"[^;]{0,40} (?:to|from) ")
_SMALL = DURATIONS | {"percent", "percentage-point", POINT}
"""Units that no thousands are told in."""
_MOST_PERCENT = 1000
_TIGHT = re.compile(r" ?[-–—/] ?| to | or ")
_POINTS_JOINT = re.compile(r" ?[-–—/] ?|,? (?:to|or|and) (?:by )?")
"""Between points; elsewhere they tell how far the level before them is from another: "480, 10 points below"."""
_CLAUSE = re.compile(r"[;:]|(?<!\bvs)\. ")
_NEXT_CLAUSE = re.compile(rf", (?:and|but|while) {HEDGES}")
_SCALE_JOINT = re.compile(r"to|[-–—]|and|or|^,")
_OF_THEM = re.compile(r" (?:out )?of (?:the |its |his |her |their |all |a total of |some )?(?:[A-Za-z-]+['’]s? )?")
_VERB_BEFORE = re.compile(
    rf"\b{any_of(word_list('giving', 'verbs'))}(?: {any_of(word_list('giving', 'between'))})* ?$", re.IGNORECASE
)
_VERB_REACH = 30
_MOST_BACK = 40
"""How far apart figures may stand, in characters, that are handed a unit back."""


def share_between(text: str, start: int, figures: list[Figure]) -> list[Figure]:
    """Hand units over joints, make ranges of two ends, and mark the pairs of "from A to B"; the figures that remain."""
    count_votes(text, start, figures)
    mark_moved(text, start, figures)
    _hand_on(text, figures)
    count_parts(text, figures)
    _hand_back(text, figures)
    hand_noun_on(text, start, figures)
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
    for n, (left, right) in enumerate(pairwise(figures)):
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
            elif _UP_FROM.fullmatch(tight) or (tight == " from " and text.endswith("to ", 0, left.quote_start)):
                _hand_money_on(left, right)
            continue
        if is_behind_aside(text, figures[: n + 1], right):
            continue
        gap = text[left.quote_end : right.quote_start]
        gap = gap if gap.endswith(" ") else f"{gap} "
        if _ONWARD.fullmatch(gap) or are_parallel(text, left, right):
            right.unit, right.counted, right.per = left.unit, left.counted, right.per or left.per
            right.nationality, right.money_named = left.nationality, left.money_named
            right.bundle(left.bundled)


def _hand_money_on(left: Figure, right: Figure) -> None:
    """Make money of the older amount in "$9 million, up from 7", where the multiplier leaves the two alike."""
    scale = left.number.scale if right.number.scale == ONE and right.amount < _MOST_SCALED else ONE
    if left.amount < right.amount * scale * _ALIKE < left.amount * _ALIKE * _ALIKE:
        right.multiply(scale)
        right.unit, right.per = left.unit, right.per or left.per


def _give_denominator(text: str, start: int, figures: list[Figure]) -> None:
    """Give the first number the denominator that opens its sentence: "Per 100,000 people, 31 are in prison"."""
    per = match_per(f" p{text[start + 1 : start + _DENOMINATOR_REACH]}", 0)
    if per and figures and figures[0].unit in (None, "count", "person") and figures[0].per is None:
        figures[0].per, figures[0].unit = per[0], figures[0].unit or "count"


def _hand_sign_on(text: str, left: Figure, right: Figure) -> None:
    """Make a change of the second figure in "fell by 3 percent in 2019 and by 5 percent in 2020"."""
    if left.change_behind is not False or right.change_behind is not None:
        return
    gap = left.end, right.quote_start
    alike = left.unit == right.unit
    if (_BY_ONWARD if alike else _OR).fullmatch(text, *gap) or (alike and _is_further(text, left, right)):
        right.change_behind, right.negative = False, left.negative


def _is_further(text: str, left: Figure, right: Figure) -> bool:
    """True for the next of a list of changes: each with its year, or told as a further one, and of nothing else."""
    stop = max(right.end, right.quote_end)
    if _FURTHER.fullmatch(text, left.end, right.quote_start):
        return _NOTHING_ELSE.match(text, stop) is not None
    year, own = _IN_YEAR.match(text, left.end), _IN_YEAR.match(text, right.end)
    if year is None or own is None or text[year.end() : right.quote_start] != ", ":
        return False
    sizes = sorted((left.amount, right.amount))
    return sizes[1] <= sizes[0] * _ALIKE and _NOTHING_ELSE.match(text, own.end()) is not None


def _is_adjective(text: str, figure: Figure) -> bool:
    """True for a time that a hyphen makes an adjective: "the three-year average"."""
    return figure.unit in DURATIONS and text.startswith("-", figure.number.end)


def _is_many(figure: Figure) -> bool:
    """True for a number that is too large for a share."""
    return figure.number.scale != ONE or figure.amount >= _MOST_PERCENT


def _moves_to(text: str, left: Figure, right: Figure) -> bool:
    """True for the level behind its own change: "fell by 7 percent to 98", "up 4 percent from 61"."""
    return left.change_behind is not None and bool(_LEVEL_BEHIND.fullmatch(text, left.end, right.quote_start))


def _hand_back(text: str, figures: list[Figure]) -> None:
    """From right to left: "from 55 to 30 percent", "$9 to $22 billion", "three or four provinces"."""
    for right, left in pairwise(reversed(figures)):
        if right.start - left.end >= _MOST_BACK or text.startswith("-", right.number.end):
            continue
        gap = text[left.end : right.start]
        if right.unit in ("rank", None) or (right.unit == "multiple" and gap.startswith(",")):
            if left.bare and _TIGHT.fullmatch(gap):
                _share_scale(left, right, gap)
        elif left.bare and not right.money_sign and _OF_THEM.fullmatch(gap):
            left.unit, left.counted = right.unit, right.counted
        elif (
            (left.bare or _are_money(left, right))
            and (_LIST_JOINT.search(gap) or _is_spaced_range(text, left, right, gap))
            and not (_CLAUSE.search(gap) or is_told_again(text, left, right) or _opens_clause(text, left, right))
        ):
            _give_back(left, right, gap)


def _opens_clause(text: str, left: Figure, right: Figure) -> bool:
    """True for a share of its own behind a clause that a number ends: "they are 12, and nearly 55 percent of girls".

    In a list a comma stands before that number too: "8, 9, and 12 percent of".
    """
    if right.unit != "percent" or not _NEXT_CLAUSE.fullmatch(text, left.end, right.start):
        return False
    return text.startswith(" of ", right.end) and not text.endswith(", ", 0, left.quote_start)


def _is_spaced_range(text: str, left: Figure, right: Figure, gap: str) -> bool:
    """True for "50 - 52 percent", but not for what only a dash parts: "fell to 50 - 60 percent less than in May".

    Nor for the number of a label, or one of several labels: "Group 3 - 12 percent".
    """
    if gap in _SPACED and _LABEL.search(text, max(0, left.start - _LABEL_REACH), left.start):
        return False
    return gap in _SPACED and right.change_behind is None and left.amount < right.amount <= left.amount * _MOST_APART


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
    return figure.unit in ("percentage-point", POINT) or figure.counted in ("point", "points")


def _share_scale(left: Figure, right: Figure, gap: str) -> None:
    scale = right.number.scale
    if left.number.scale != ONE or left.amount >= 1000 or not _SCALE_JOINT.search(gap):
        return
    if left.amount * scale <= right.amount * 100:
        left.multiply(scale)
