"""Values in words: ``over $22 billion``, ``about 25 %``, ``−11 %``."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportdiff.compare.reading.decisions import is_told_by_people
from reportdiff.compare.verdicts.amounts import BARE_UNITS, HEDGES, SYMBOLS, part_digits, say_number
from reportdiff.compare.verdicts.moves import FRACTION_DIGITS
from reportdiff.compare.verdicts.unit_names import name_unit
from reportdiff.model.claim import Characterization, Claim, EventDate, Holder, Membership, Modality
from reportdiff.model.quantity import Comparator, Quantity, is_currency
from reportdiff.reports.screen import hold_together, printable
from reportdiff.reports.words.periods import ordinal, say_iso, say_period

SHORT_HEDGES = HEDGES | {Comparator.MORE_THAN: "over ", Comparator.LESS_THAN: "under "}
"""As in sentences, but shorter: values stand in columns."""
MAGNITUDES = {
    12: "dozens",
    10: "tens",
    100: "hundreds",
    1000: "thousands",
    10**4: "tens of thousands",
    10**5: "hundreds of thousands",
    10**6: "millions",
    10**7: "tens of millions",
    10**8: "hundreds of millions",
    10**9: "billions",
}
PER = {"capita": "per person", "1000-population": "per 1,000 people", "100000-population": "per 100,000 people"}
UNIT_SIGNS = {"percent": " %", "percent-change": " %", "percentage-point": " points", "multiple": "×"}
LONGEST_COUNT = 60
LONGEST_UNPARTED = 4
INITIALS = 3


def say_claim(claim: Claim) -> str:
    """What a claim asserts with the time it is about: ``over $22 billion (2022)``."""
    match claim.value:
        case Quantity():
            figure = hold_together(_say_figure(claim, claim.value))
            return f"{figure} ({', '.join(map(hold_together, _circumstances(claim)))})"
        case EventDate():
            return printable(say_iso(claim.value.date))
        case Holder():
            return say_holder(claim.value)
        case Membership():
            return printable(claim.value.set) if claim.value.state == "belongs" else say_membership(claim.value)
        case Characterization():
            return f"“{printable(claim.value.text)}”"


def say_value(claim: Claim) -> str:
    """What a claim asserts without the time it is about: ``over $22 billion``, ``A. Person (since Dec 2022)``."""
    return say_claim(claim) if not isinstance(claim.value, Quantity) else _say_figure(claim, claim.value)


def say_telling(claim: Claim) -> str:
    """How a figure is told besides its hedge: ``estimated, IMF``; empty for a plain report."""
    return ", ".join(_circumstances(claim)[1:])


def say_quantity(quantity: Quantity) -> str:
    """A figure with its hedge and unit.

    >>> say_quantity(Quantity(amount=Decimal("22000000000"), unit="USD", comparator=Comparator.MORE_THAN))
    'over $22 billion'
    >>> say_quantity(Quantity(amount=Decimal("-11"), unit="percent"))
    '−11 %'
    """
    figure = replace(quantity, amount=_without_false_digits(quantity))
    words = _signed(figure) if quantity.unit == "percent-change" else _hedged(figure)
    per = f" {PER.get(quantity.per, 'a ' + printable(quantity.per))}" if quantity.per else ""
    return printable(f"{words}{per}")


def say_amount(amount: Decimal, unit: str) -> str:
    """One number with its unit: ``$1.5 million``, ``20 %``, ``59 years``, ``4th``."""
    if unit == "rank" and amount == amount.to_integral_value():
        return ordinal(int(amount))
    sign, number = ("−" if amount < 0 else ""), say_number(abs(amount))
    if unit in UNIT_SIGNS:
        return f"{sign}{number}{UNIT_SIGNS[unit]}"
    if unit in BARE_UNITS:
        return f"{sign}{number}"
    if is_currency(unit):
        return f"{sign}{SYMBOLS.get(unit, unit + ' ')}{number}"
    return f"{sign}{number} {name_unit(printable(unit), amount)}"


def say_holder(holder: Holder) -> str:
    """Who holds an office, with the dates that were told."""
    who = say_holder_name(holder)
    since = f"since {say_iso(holder.since)}" if holder.since else ""
    until = f"until {say_iso(holder.until)}" if holder.until else ""
    term = " ".join(part for part in (since, until) if part)
    return printable(f"{who}{f' ({term})' if term else ''}")


def say_holder_name(holder: Holder) -> str:
    """The person, else the organization, that holds an office."""
    return printable(holder.person or holder.organization or "nobody named")


def say_membership(membership: Membership) -> str:
    """``Utopia joined the United Nations``."""
    verb = {"belongs": "belongs to", "joined": "joined", "left": "left"}.get(membership.state, membership.state)
    return f"{printable(membership.member)} {verb} {printable(membership.set)}"


def say_credit(name: str) -> str:
    """A source that a text credits; a long name by its initials, for the quote holds it in full.

    >>> say_credit("International Monetary Fund"), say_credit("World Bank")
    ('IMF', 'World Bank')
    """
    words = name.split()
    capitals = [word[0] for word in words if word[0].isupper()]
    small = {word for word in words if not word[0].isupper()}
    return "".join(capitals) if len(capitals) >= INITIALS and small <= {"of", "the", "and", "for"} else name


def _circumstances(claim: Claim) -> list[str]:
    stage = dict(claim.dimensions).get("stage")
    modality = None if claim.modality is Modality.REPORTED else claim.modality.value
    source = claim.attribution and say_credit(claim.attribution)
    told = dict.fromkeys(word for word in (stage, modality, source) if word)
    return [say_period(claim.period), *map(printable, told)]


def _say_figure(claim: Claim, quantity: Quantity) -> str:
    """A count in the text's own words, which name what is counted; bare digits, falls and all else in ours."""
    printed = " ".join(printable(claim.quote.exact).split())
    unparted = printed.isdecimal() and len(printed) > LONGEST_UNPARTED
    own = not is_told_by_people(claim) and quantity.amount >= 0
    if own and quantity.unit in BARE_UNITS and len(printed) <= LONGEST_COUNT and not unparted:
        return part_digits(printed)
    if quantity.unit == "percent-change" and claim.measure.endswith(".growth"):
        return say_quantity(replace(quantity, unit="percent"))
    return say_quantity(quantity)


def _without_false_digits(quantity: Quantity) -> Decimal:
    """The amount; that of a share in words which ends nowhere, such as a third, in whole percents."""
    exponent = quantity.amount.as_tuple().exponent
    endless = isinstance(exponent, int) and exponent <= -FRACTION_DIGITS and quantity.unit.startswith("percent")
    worded = endless and quantity.text and not any(map(str.isdigit, quantity.text))
    return quantity.amount.quantize(Decimal(1)) if worded else quantity.amount


def _hedged(quantity: Quantity) -> str:
    amount, unit = quantity.amount, quantity.unit
    if quantity.comparator is Comparator.ORDER_OF_MAGNITUDE and amount in MAGNITUDES:
        return MAGNITUDES[int(amount)] if unit in BARE_UNITS else f"{MAGNITUDES[int(amount)]} of {_unit_name(unit)}"
    if quantity.upper is not None:
        return f"{say_amount(amount, unit)} to {say_amount(quantity.upper, unit)}"
    return f"{SHORT_HEDGES[quantity.comparator]}{say_amount(amount, unit)}"


def _signed(quantity: Quantity) -> str:
    """A change says its direction in a word: ``down over 50 %``."""
    direction = "down" if quantity.amount < 0 else "up"
    upper = f" to {say_amount(abs(quantity.upper), quantity.unit)}" if quantity.upper is not None else ""
    return f"{direction} {SHORT_HEDGES[quantity.comparator]}{say_amount(abs(quantity.amount), quantity.unit)}{upper}"


def _unit_name(unit: str) -> str:
    names = {"USD": "dollars", "EUR": "euros", "GBP": "pounds", "percent": "percent"}
    return names.get(unit) or name_unit(printable(unit), None)
