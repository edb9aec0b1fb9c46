"""Measures, offices and events by the names that people use."""

from __future__ import annotations

import re

from reportdiff.model.claim import Characterization, Claim, EventDate, Holder, Membership
from reportdiff.reports.screen import printable
from reportdiff.vocabulary.names import OPEN, name_measure, name_place

_ABBREVIATION = re.compile(r"(?<![\w.])[A-Z]{2,5}(?![\w.])")
_SMALL = re.compile(r"[a-z]{2}")
_SHORTEST = 3
_WORD = re.compile(r"[a-z]+")


def say_measure(claim: Claim) -> str:
    """What a claim is about, in words: ``exports of Utopia to France (agriculture)``, ``president``."""
    return printable(_name(claim))


def _name(claim: Claim) -> str:
    match claim.value:
        case EventDate(event=event):
            return event.removeprefix(OPEN).removesuffix(".dated").replace("-", " ").replace(".", " ")
        case Holder(office=office, organization=organization):
            return ", ".join(filter(None, (office.replace("-", " "), organization)))
        case Characterization(aspect=aspect):
            return f"summing up {aspect}" if aspect != "general" else "summing up"
        case Membership(member=member):
            return f"memberships of {name_place(member)}"
        case _:
            name = name_measure(claim.measure, claim.dimensions, claim.name)
            return _with_capitals(name, claim) if claim.measure.startswith(OPEN) else name


def _with_capitals(name: str, claim: Claim) -> str:
    """*name* with the abbreviations in it written as the text around the figure writes them: "HIV", "EU"."""
    around = f"{claim.quote.prefix} {claim.quote.exact} {claim.quote.suffix}"
    capitals = {found.casefold(): found for found in _ABBREVIATION.findall(around)}
    # Where all words are in capitals, none is shown to be an abbreviation, but for a short one that stands alone.
    alone = len(capitals) == 1 and len(next(iter(capitals))) <= _SHORTEST
    if not capitals or not (alone or _SMALL.search(around)):
        return name
    return _WORD.sub(lambda found: capitals.get(found.group(), found.group()), name)
