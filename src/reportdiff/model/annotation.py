"""What people decided about a claim: never overruled by the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportdiff.model.noun import Noun


class AnnotationKind(StrEnum):
    """What was decided: of one series, not of one series, read otherwise, or missing from the reading."""

    SAME = "same"
    DIFFERENT = "different"
    CORRECT = "correct"
    ADD = "add"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Annotation(Noun):
    """A decision as a claim bears it.

    ``claims`` names what was decided about, as ``SNAPSHOT#CLAIM``: all claims of one decision bear equal annotations.
    ``decided`` is the day of the decision, None where nobody told it.
    """

    kind: AnnotationKind
    author: str
    reason: str
    claims: tuple[str, ...] = ()
    decided: date | None = None
