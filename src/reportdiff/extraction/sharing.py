"""What neighbouring numbers share: ranges, "from … to", and a unit, multiplier or noun that is said once."""

from __future__ import annotations

import re

from reportdiff.extraction.figures import Figure
from reportdiff.model.quantity import Comparator

_RANGE_JOINT = re.compile(r" ?[-–—] ?$| to (?:as (?:many|much|high) as )?$| or $")
_HEDGE = r"(?:(?:about|around|nearly|almost|over|more than|under|less than|roughly|approximately|some|up to|at least|an estimated|a|just|only) )*"
_LIST_JOINT = re.compile(
    rf"(?:,|;|,? (?:and|or|but|versus|vs\.|compared (?:to|with)|against)| to| and| or|/|,? and (?:then )?(?:to|by))(?: (?:to|by|from|then))? {_HEDGE}$|[-–—/]$|\)? ?to {_HEDGE}$"
)
_FROM = re.compile(rf"(?<![A-Za-z])from (?:as (?:low|little|few) as )?{_HEDGE}(?:the )?$", re.IGNORECASE)
_TO = re.compile(rf"(?<![A-Za-z])to (?:a (?:record|high|low|total) (?:of )?)?{_HEDGE}$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:about |approximately |around )?$", re.IGNORECASE)
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)) (?:anywhere )?from (?:about )?$", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]|\. ")


def share_between(text: str, start: int, figures: list[Figure]) -> list[Figure]:
    """Hand units over joints, make ranges of two ends, and mark the pairs of "from A to B"; the figures that remain.

    In a pair, ``partner`` of each is the index of the other; the first index is the one before.
    """
    _hand_on(text, figures)
    _hand_back(text, figures)
    _hand_noun_on(text, figures)
    kept = [figure for figure in _merge_ranges(text, start, figures) if _counts(text, start, figure)]
    _pair_from_to(text, start, kept)
    return kept


_VERB_BEFORE = re.compile(
    r"\b(?:was|were|is|are|had|has|at|to|from|of|reached|reaching|totaled|totaling|numbered|by|than|hit|include|includes|included|approximately|score|scored|index)"
    r"(?: (?:a|an|the|estimated|record|total(?: of)?|now|only|just))* ?$",
    re.IGNORECASE,
)


def _counts(text: str, start: int, figure: Figure) -> bool:
    """False for a bare number that nothing shows to be a figure: no unit, no noun, no hedge, no verb that gives it."""
    if not figure.bare or figure.comparator is not None or figure.partner is not None:
        return True
    digits = text[figure.start : figure.end]
    if text[figure.start - 2 : figure.start] == ": " and figure.start - 2 >= start - 2:
        return True
    if not digits[:1].isdigit() and figure.number.scale == 1:
        return False
    if "," in digits or "." in digits or figure.number.scale != 1 or len(digits) > 4:
        return True
    return bool(_VERB_BEFORE.search(text, max(start, figure.start - 30), figure.start))


def _gap(text: str, left: Figure, right: Figure) -> str:
    return text[left.end : right.quote_start]


_OF_THEM = re.compile(r" (?:out )?of (?:the |its |his |her |their |all |a total of |some )?")


def _hand_back(text: str, figures: list[Figure]) -> None:
    """From right to left: "from 55 to 30 percent", "$9 to $22 billion", "three or four provinces"."""
    for left, right in zip(reversed(figures[:-1]), reversed(figures[1:]), strict=True):
        if right.unit in ("rank", None) and right.counted is None:
            if right.unit is None and left.bare and _is_tight(text[left.end : right.start]):
                _share_scale(left, right, text[left.end : right.start])
            continue
        gap = text[left.end : right.start]
        same_money = left.money_sign and right.money_sign and left.unit == right.unit
        if left.bare and not right.money_sign and _OF_THEM.fullmatch(text[left.end : right.start]):
            left.unit, left.counted = right.unit, right.counted
            continue
        if not (left.bare or same_money) or not (len(gap) < 40 and _LIST_JOINT.search(gap) and not _CLAUSE.search(gap)):
            continue
        if left.bare and right.money_sign and not _is_tight(gap):
            continue
        if left.bare:
            left.unit, left.counted, left.nationality = right.unit, right.counted, right.nationality
            left.money_named = right.money_named
            left.per = left.per or right.per
            if right.unit == "percent" and right.amount != right.number.amount:
                left.unit = None
                continue
        _share_scale(left, right, gap)
        if left.change_behind is None and right.change_behind:
            left.negative = right.negative


def _share_scale(left: Figure, right: Figure, gap: str) -> None:
    scale = right.number.scale
    if left.number.scale != 1 or scale == 1 or left.amount >= 1000 or not re.search(r"to|[-–—]|and|or|^,", gap):
        return
    if left.amount * scale <= right.amount * 100:
        left.amount *= scale
        number = left.number
        left.number = type(number)(left.amount, number.start, number.end, number.quantum * scale, scale, number.form)


def _is_tight(gap: str) -> bool:
    """True for a joint that leaves no doubt that both numbers are of one kind."""
    return bool(re.fullmatch(r" ?[-–—/] ?| to | or ", gap))


def _hand_on(text: str, figures: list[Figure]) -> None:
    """From left to right: "grew from 200 collaborations to nearly 330", "$2.5-3 billion"."""
    for left, right in zip(figures, figures[1:], strict=False):
        if not right.bare or left.bare or left.unit in ("rank", "multiple"):
            continue
        gap = (
            text[left.quote_end : right.quote_start]
            if right.quote_start >= left.quote_end
            else text[left.end : right.quote_start]
        )
        tight = text[left.end : right.start]
        if _RANGE_JOINT.search(tight) and len(tight) < 5 and left.money_sign:
            right.unit = left.unit
            _share_scale(left, right, tight)
        elif len(gap) < 60 and _is_onward(gap) and not left.money_sign:
            right.unit, right.counted, right.per = left.unit, left.counted, right.per or left.per
            right.nationality, right.money_named = left.nationality, left.money_named


_STANDS_ALONE = re.compile(
    r"[.,;:)]|$| (?:in|at|on|were|was|are|is|had|have|has|remained|from|for|by|of (?:them|its|which|those|these|whom)|and|or|to|who|others?|more|did|during|since|last|this|under|[a-z]+ed)\b"
)


def _hand_noun_on(text: str, figures: list[Figure]) -> None:
    """Give a number that stands alone the noun counted before it in the sentence: "killed 17 people and injured 63"."""
    counted: Figure | None = None
    for figure in figures:
        if not figure.bare and figure.unit in ("person", "count"):
            counted = figure
        elif counted is not None and figure.bare and figure.number.scale == 1 and _STANDS_ALONE.match(text, figure.end):
            if figure.start - counted.end < 140:
                figure.unit, figure.counted = counted.unit, counted.counted


def _is_onward(gap: str) -> bool:
    return bool(_ONWARD.fullmatch(gap if gap.endswith(" ") else f"{gap} "))


_ONWARD = re.compile(
    rf"(?: [a-z-]+){{0,4}},? (?:to|and to|compared (?:to|with)|against|versus|up from|down from|from) {_HEDGE}"
    rf"| (?:in|for|during|as of|at) [A-Za-z0-9 ,’-]{{3,24}},? (?:and|to|versus|from|against|compared (?:to|with)|up from|down from) {_HEDGE}"
)


def _merge_ranges(text: str, start: int, figures: list[Figure]) -> list[Figure]:
    """One figure of two ends for "50–52 percent", "3 to 5 million", "between 3 and 5 million", "ranging from 3 to 5"."""
    out: list[Figure] = []
    for figure in figures:
        last = out[-1] if out else None
        if last is not None and last.upper is None and _is_range(text, start, last, figure):
            _widen(last, figure)
        else:
            out.append(figure)
    return out


def _is_range(text: str, start: int, left: Figure, right: Figure) -> bool:
    between = text[left.end : right.start] == " and "
    if left.unit != right.unit or (left.bare and not between) or left.unit in ("rank", "multiple") or left.amount >= right.amount:
        return False
    gap = text[left.end : right.start]
    if len(gap) > 24:
        return False
    before = left.quote_start
    if re.fullmatch(r" and ", gap):
        return bool(_BETWEEN.search(text, max(start, before - 26), before))
    if re.fullmatch(r" ?[-–—] ?", gap):
        return True
    if gap == " or ":
        return left.upper is None and right.amount - left.amount <= max(left.amount, 2)
    if gap == " to " and text[max(start, before - 3) : before].lower() == "by " and left.end > left.number.end - left.money_sign:
        return False
    if gap == " to ":
        return not _FROM.search(text, max(start, before - 40), before) or bool(
            _RANGING.search(text, max(start, before - 40), before)
        )
    return False


def _widen(left: Figure, right: Figure) -> None:
    left.upper, left.comparator = right.amount, Comparator.BETWEEN
    left.end, left.quote_end = right.end, right.quote_end
    left.counted, left.per, left.unit = left.counted or right.counted, right.per, right.unit
    left.negative = left.negative or right.negative
    left.change_behind = left.change_behind if left.change_behind is not None else right.change_behind


def _pair_from_to(text: str, start: int, figures: list[Figure]) -> None:
    """Mark "from A … to B": the two are one measure at two times."""
    for n, (left, right) in enumerate(zip(figures, figures[1:], strict=False)):
        if left.unit != right.unit or left.partner is not None:
            continue
        gap = text[left.end : right.quote_start]
        if len(gap) > 120 or ";" in gap:
            continue
        if _FROM.search(text, max(start, left.quote_start - 40), left.quote_start) and _TO.search(
            text, left.end, right.start
        ):
            left.partner, right.partner = n + 1, n
