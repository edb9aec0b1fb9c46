"""A figure of a sentence whose measure is known, with what its clause is looked at for."""

from __future__ import annotations

from typing import NamedTuple

from reportdiff.extraction.measures.readings import Figured, Reading


class Scene(NamedTuple):
    """A figure of a sentence whose measure is known.

    ``anchor`` are the words (first, end) that told the measure; ``subject`` is the country that the text is about,
    ``called`` what the subject is called, be it a country or not.
    """

    reading: Reading
    figure: Figured
    anchor: tuple[int, int]
    subject: str | None
    called: str | None = None

    def other(self, area: str | None) -> str | None:
        """The area, unless it is the subject itself."""
        return None if area == self.subject else area
