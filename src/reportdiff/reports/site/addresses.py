"""Where pages lie, and what the places in them are called: readable, safe, and the same in every build."""

from __future__ import annotations

import posixpath
import re
import unicodedata

from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.reports.words.periods import say_period
from reportdiff.store.ids import folder_of, subject_of
from reportdiff.vocabulary.names import OPEN

LONGEST = 80

_NOT_PLAIN = re.compile(r"[^a-z0-9.]+")


def slug(words: str) -> str:
    r"""*words* as a name in an address: small ASCII letters, digits, points and hyphens; ``x`` if nothing is left.

    >>> slug("Two-way trade <b>(2009–2022)"), slug("\u202e")
    ('two-way-trade-b-2009-2022', 'x')
    """
    plain = unicodedata.normalize("NFKD", words.replace("–", "-")).encode("ascii", "ignore").decode().lower()
    return _NOT_PLAIN.sub("-", plain)[:LONGEST].strip("-.") or "x"


class Names:
    """Gives each place of one page its own name, in the order of asking."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def take(self, words: str) -> str:
        """The slug of *words*; with a number from the second time on."""
        stem = name = slug(words)
        while name in self._times:
            self._times[stem] += 1
            name = f"{stem}-{self._times[stem]}"
        self._times[name] = 1
        return name


def name_series(claim: Claim) -> str:
    """What a claim is about: its measure, and the values that pin it down and that the measure does not name.

    So ``trade.two-way usa`` for trade in both directions with the United States.
    """
    scope = (value for _, value in claim.dimensions if value not in claim.measure)
    return " ".join((claim.measure.removeprefix(OPEN), *scope))


def name_claims(snapshot: Snapshot) -> dict[str, str]:
    """Id of a claim → its address in its edition: measure, scope and time, numbered where those are the same."""
    names = Names()
    ordered = sorted(snapshot.claims, key=lambda claim: (claim.position, claim.id))
    return {claim.id: names.take(f"{name_series(claim)} {say_period(claim.period)}") for claim in ordered}


def subject_path(subject: str) -> str:
    """The page of a subject."""
    return f"{subject}/index.html"


def topic_path(subject: str, topic: str) -> str:
    """The page with the charts of one topic."""
    return f"{subject}/{topic}.html"


def edition_path(snapshot: Snapshot) -> str:
    """The page of one edition."""
    return f"{subject_of(snapshot.id)}/editions/{folder_of(snapshot.id)}.html"


def comparison_path(old: Snapshot, new: Snapshot) -> str:
    """The page of two editions."""
    return f"{subject_of(old.id)}/compare/{folder_of(old.id)}/{folder_of(new.id)}.html"


def link(page: str, target: str) -> str:
    """The address of *target*, a page of the site, as *page* has to write it.

    >>> link("peru/compare/a/b.html", "peru/index.html")
    '../../index.html'
    """
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
