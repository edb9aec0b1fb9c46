"""The one sentence that says what a change is and why, made from its claims."""

from __future__ import annotations

import re
from datetime import date

from reportdiff.compare.reading.decisions import is_told_by_people
from reportdiff.compare.reading.direction import direction_told, is_turned
from reportdiff.compare.reading.periods import days_of, is_published
from reportdiff.compare.reading.sums import are_other_sums
from reportdiff.compare.reading.telling import is_money, is_open, unit_of
from reportdiff.compare.reading.words import SILENT
from reportdiff.compare.verdicts.amounts import part_digits, say_figure, say_size
from reportdiff.compare.verdicts.moves import RANK, move_of
from reportdiff.compare.verdicts.terms import stated_end
from reportdiff.model.change import ChangeKind, Delta
from reportdiff.model.claim import Characterization, Claim, EventDate, Holder, Membership
from reportdiff.model.period import Period, Precision
from reportdiff.model.quantity import Quantity
from reportdiff.vocabulary.names import OPEN, name_measure, name_place

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

BARE_NUMBER = re.compile(r"[-−–(]?[0-9][0-9,.]*\)?")
"""What a cell of a table prints whose unit and scale stand elsewhere."""

PAIR_SENTENCES = {
    ChangeKind.EARLIER: "The newer text looks further back on {name}: {new}, where the older has {old}",
    ChangeKind.CONFIRMED: "Both texts agree on {name}: {old} and {new}",
    ChangeKind.CARRIED_OVER: "{Name} is repeated, not refreshed: {new} after {old}",
    ChangeKind.UNDATED: "{Name} reads {new} after {old}, and nothing tells whether the same time is meant",
    ChangeKind.REFINEMENT: "{Name} is told more precisely: {new} after {old}",
    ChangeKind.COARSENING: "{Name} is told less precisely: {new} after {old}",
    ChangeKind.REVISION: "{Name} was restated for the same time, from {old} to {new}{move}",
    ChangeKind.SPREAD: "Estimates of {name} for the same time lie apart: {old} and {new}",
    ChangeKind.CONTRADICTION: "{Name} cannot be both {old} and {new}, for the time is the same",
    ChangeKind.UNVERIFIABLE: "{Name} reads {new} after {old}, but one of the two passages could not be read reliably",
    ChangeKind.NOT_COMPARABLE: "{Name} is given as {old} and as {new}, which differ in {difference}",
}

SINGLE_SENTENCES = {
    ChangeKind.ADDED: "Only the newer text gives {name}: {told}",
    ChangeKind.DROPPED: "The later edition leaves out {name}: {told}",
    ChangeKind.NOT_MENTIONED: "The newer document does not speak of {name}: {told}",
}

FACT_SENTENCES = {
    ChangeKind.UPDATE: "{Name}: {new}, after {old}",
    ChangeKind.EARLIER: "The newer text looks further back on {name}: {new}, where the older has {old}",
    ChangeKind.CONFIRMED: "Both texts agree on {name}: {new}",
    ChangeKind.UNDATED: "{Name}: {new} after {old}, and nothing tells whether the same time is meant",
    ChangeKind.REFINEMENT: "{Name} is dated more precisely: {new} after {old}",
    ChangeKind.COARSENING: "{Name} is dated less precisely: {new} after {old}",
    ChangeKind.CONTRADICTION: "{Name} cannot be both {old} and {new}",
}


def explain_pair(kind: ChangeKind, old: Claim, new: Claim, delta: Delta | None) -> str:
    """One sentence on a pair of figures: what moved, by how much, and why it is called *kind*."""
    name, move = name_of(_better_named(old, new)), move_of(delta, unit_of(new))
    if kind is ChangeKind.UPDATE:
        if are_other_sums(old, new):
            return _capitalized(f"{name}: {told(new)} after {told(old)}, over other months")
        return _capitalized(_explain_update(name, old, new, move))
    return PAIR_SENTENCES[kind].format(
        name=name,
        Name=_capitalized(name),
        old=told(old),
        new=told(new),
        move=f", {move}" if move else "",
        difference=difference_of(old, new),
    )


def _better_named(old: Claim, new: Claim) -> Claim:
    """The newer claim, unless the vocabulary names the older alone."""
    return old if new.measure.startswith(OPEN) and not old.measure.startswith(OPEN) else new


def _explain_update(name: str, old: Claim, new: Claim, move: str) -> str:
    if not move:
        return f"{name} stayed at {told(new)}, after {told(old)}"
    if is_open(new) and name.endswith("ed"):
        return f"{name}: {told(new)} after {told(old)}, {move}"
    verb = "moved" if unit_of(new) == RANK else "rose" if move.startswith("up") else "fell"
    return f"{name} {verb} from {told(old)} to {told(new)}, {move}"


def explain_single(kind: ChangeKind, claim: Claim) -> str:
    """One sentence on a claim that only one of the two snapshots makes."""
    return SINGLE_SENTENCES[kind].format(name=name_of(claim), told=gist_of(claim))


def explain_fact(kind: ChangeKind, old: Claim, new: Claim) -> str:
    """One sentence on a pair of facts; a term that the older text stated and that has run out is named."""
    name = name_of(new)
    sentence = FACT_SENTENCES[kind].format(name=name, Name=_capitalized(name), old=gist_of(old), new=gist_of(new))
    end, known = stated_end(old), days_of(new.period)
    if kind is ChangeKind.UPDATE and end is not None and known is not None and end < known[1]:
        return f"{sentence}; the term stated before, to {_month(end)} {end.year}, has expired"
    return sentence


def explain_framing(old: Claim, new: Claim) -> str:
    """One sentence on a figure that stands while hedge, modality, attribution or direction around it changed."""
    parts = [f"{was} became {now}" for was, now in zip(_telling(old), _telling(new), strict=True) if was != now]
    parts += [f"{direction_told(old)} became {direction_told(new)}"] if is_turned(old, new) else []
    return f"The figure for {name_of(new)} stands at {told(new)}, but its telling changed: {', '.join(parts)}"


def _telling(claim: Claim) -> tuple[str, str, str]:
    hedge = claim.value.comparator.value.replace("-", " ") if isinstance(claim.value, Quantity) else ""
    return claim.modality.value, hedge, claim.attribution or "no source named"


def name_of(claim: Claim) -> str:
    """The words for what a claim is about: a measure with what pins it down, an office, an event, a membership."""
    match claim.value:
        case EventDate(event=event):
            return event.removeprefix(OPEN).removesuffix(".dated").replace("-", " ").replace(".", " ")
        case Holder(office=office, organization=organization):
            return ", ".join(filter(None, (office.replace("-", " "), organization)))
        case Membership(member=member, set=group):
            return f"membership of {name_place(member)} in {group}"
        case _:
            return name_measure(claim.measure, claim.dimensions, claim.name)


def told(claim: Claim) -> str:
    """A claim's figure as printed, with its time: ``over $22 billion (2022)``."""
    return f"{figure_of(claim)} ({time_of(claim.period)})"


def figure_of(claim: Claim) -> str:
    """A claim's figure as printed, fit to stand inside a sentence: a fall that only its words tell has its sign.

    A bare number in a table has the currency and the scale of its column; what people corrected or added is told as
    they have it.
    """
    words = " ".join(claim.quote.exact.split())
    first = words.partition(" ")[0]
    if first.istitle() and first.lower() in SILENT:
        words = words[0].lower() + words[1:]
    if not isinstance(claim.value, Quantity):
        return words
    if is_told_by_people(claim):
        return say_figure(claim.value)
    if is_money(claim) and BARE_NUMBER.fullmatch(words):
        return f"{'−' if claim.value.amount < 0 else ''}{say_size(claim.value.amount, claim.value.unit)}"
    words = part_digits(words)
    if not words[:1].isdigit():
        return words
    bare = claim.value.unit == "percent" and words.replace(".", "").isdigit()
    return f"{'−' if claim.value.amount < 0 else ''}{words}{' %' if bare else ''}"


def gist_of(claim: Claim) -> str:
    """What a claim says, in a few words."""
    match claim.value:
        case Quantity():
            return told(claim)
        case EventDate(date=day):
            return day
        case Holder(person=person, until=until):
            return f"{person or 'vacant'}{f', term to {until}' if until else ''} ({time_of(claim.period)})"
        case Membership(member=member, set=group, state=state):
            return f"{name_place(member)} {state.replace('belongs', 'belongs to')} {group}"
        case Characterization(text=text):
            return f"“{text}”"


def time_of(period: Period) -> str:
    """A period as a reader would write it: ``2015``, ``June 2019``, ``FY2022``, ``2012 to 2015``, ``undated``."""
    days = days_of(period)
    if days is None:
        return "undated"
    start, end = days
    if start == end:
        day = f"{end.day} {_month(end)} {end.year}"
        return f"as of {day}" if is_published(period) else day
    if period.precision is Precision.FISCAL_YEAR:
        return f"FY{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{_month(end)} {end.year}"
    if start.year != end.year:
        return f"{start.year} to {end.year}"
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return str(end.year) if whole else f"{_month(start)} to {_month(end)} {end.year}"


def _month(day: date) -> str:
    return MONTHS[day.month - 1]


def difference_of(old: Claim, new: Claim) -> str:
    """Names what keeps two figures from being compared: unit, denominator or price base, old against new."""
    one, other = old.value, new.value
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        if one.family != other.family:
            return f"unit ({one.unit} against {other.unit})"
        if one.per != other.per:
            return f"denominator ({one.per or 'none'} against {other.per or 'none'})"
    prices = [dict(claim.dimensions).get("prices", "not told") for claim in (old, new)]
    return f"prices ({prices[0]} against {prices[1]})"


def _capitalized(words: str) -> str:
    return words[:1].upper() + words[1:]
