"""Measures, offices and events by the names that people use."""

from __future__ import annotations

from reportdiff.model.claim import Characterization, Claim, EventDate, Holder, Membership
from reportdiff.reports.screen import printable
from reportdiff.vocabulary.names import OPEN, name_measure, name_place


def say_measure(claim: Claim) -> str:
    """What a claim is about, in words: ``exports of Utopia to France (agriculture)``, ``president``."""
    return printable(_name(claim))


def is_open(claim: Claim) -> bool:
    """True for a measure made from the text's own words, which the vocabulary does not name."""
    return claim.measure.startswith(OPEN)


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
            return name_measure(claim.measure, claim.dimensions, claim.name)
