"""The country that a text is about, and the one that it sets beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from reportdiff.vocabulary.countries import Countries

_NAME = re.compile(r"[a-z][a-z ,-]{12,}(?![^\W\d_])|[a-z]+(?![^\W\d_])|(?:[A-Z]\.){2,}|[^\W\d_]++(?!\$)")
"""The words of a text; those in small letters are one, where more of them follow each other than inside any name.

What a sign of money begins with ("US$") names no country.
"""
_LEAST_MENTIONS = 3
_LEAST_LEAD = 2


class Parties:
    """The parties of a text, by their codes; its countries are counted only when somebody asks for what they tell.

    *subject* is the country that the text is known to be about, None where it is about none that is known. ``called``
    is what the text's subject is called, be it a country or not.
    """

    def __init__(self, content: str, countries: Countries, subject: str | None, called: str | None = None) -> None:
        self.called = called
        self._content = content
        self._countries = countries
        self._known = subject

    @property
    def subject(self) -> str | None:
        """The country that the text is about; the most named one where it is not known before."""
        return self._known or self._counted[0]

    @property
    def other(self) -> str | None:
        """The country that the text sets beside the subject; None where no one is clearly that."""
        return self._counted[1]

    @cached_property
    def _counted(self) -> tuple[str | None, str | None]:
        told = self._countries.find(_NAME.findall(self._content))
        return counterpart([place.code for _, _, place in told], self._known)


def counterpart(named: Sequence[str], subject: str | None) -> tuple[str | None, str | None]:
    """The subject and the country that a text names most often beside it, out of all that it names, in order.

    Without a subject the most named country takes its place, if it is named more than once. A group of countries is
    never the counterpart; nor is a country named fewer than three times, or not clearly more often than the next.
    """
    counts: dict[str, int] = {}
    for code in named:
        if code.isupper():
            counts[code] = counts.get(code, 0) + 1
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    if subject is None and ranked and counts[ranked[0]] > 1:
        subject = ranked[0]
    others = [*(counts[code] for code in ranked if code != subject), 0]
    if others[0] < _LEAST_MENTIONS or others[0] < _LEAST_LEAD * others[1]:
        return subject, None
    return subject, next(code for code in ranked if code != subject)
