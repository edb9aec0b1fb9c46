"""Measures, offices and events by the names that people use."""

from __future__ import annotations

from collections.abc import Iterator

from reportdiff.model.claim import Claim, EventDate, Holder, Membership
from reportdiff.reports.screen import printable
from reportdiff.vocabulary.names import load_country_names, load_measure_names

OPEN = "open:"

SAID_ELSEWHERE = frozenset({"counted", "stage", "flow", "partner", "reporter"})
"""Dimensions that the value says, or the name itself."""

WITH_ARTICLE = (
    "States", "Kingdom", "Emirates", "Union", "Republic", "Islands", "Netherlands", "Philippines", "Bahamas",
    "Maldives", "Gambia", "Seychelles", "Comoros", "Republic of the Congo",
)  # fmt: skip
"""How names end that take an article."""

SAID = {("change", "relative"): "change"}

TOWARDS = {"exports": "to", "imports": "from"}


def say_measure(claim: Claim) -> str:
    """What a claim is about, in words: ``exports of Utopia to France (agriculture)``, ``president``."""
    match claim.value:
        case EventDate(event=event):
            return _spaced(event.removesuffix(".dated").replace(".", " "))
        case Holder(office=office, organization=organization):
            return _spaced(office) if organization is None else f"{_spaced(office)}, {printable(organization)}"
        case Membership(member=member):
            return f"memberships of {printable(member)}"
        case _:
            return _say_key(claim)


def is_open(claim: Claim) -> bool:
    """True for a measure made from the text's own words, which the vocabulary does not name."""
    return claim.measure.startswith(OPEN)


def say_place(code: str) -> str:
    """A country's name by its code, with the article that it takes; other words as they are."""
    name = load_country_names().get(code, code if " " in code else _spaced(code))
    return f"the {name}" if name.endswith(WITH_ARTICLE) else name


def _say_key(claim: Claim) -> str:
    dimensions = dict(claim.dimensions)
    name = load_measure_names().get(claim.measure) or _spaced(claim.measure)
    of = f" of {say_place(dimensions['reporter'])}" if "reporter" in dimensions else ""
    with_partner = ""
    if "partner" in dimensions:
        with_partner = f" {TOWARDS.get(dimensions.get('flow', ''), 'with')} {say_place(dimensions['partner'])}"
    scope = ", ".join(_scope(claim, name))
    return f"{name}{of}{with_partner}{f' ({scope})' if scope else ''}"


def _scope(claim: Claim, name: str) -> Iterator[str]:
    """What else pins the measure down, but for words that its name has already."""
    own = set(_words(name))
    for key, value in claim.dimensions:
        words = say_place(value)
        if key in SAID_ELSEWHERE or own.issuperset(_words(words)):
            continue
        yield (
            "change" if (key, value) == ("change", "relative") else f"since {value}" if key == "window_start" else words
        )


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()


def _spaced(key: str) -> str:
    return printable(key.removeprefix(OPEN)).replace("-", " ")
