"""Terms that a claim states for itself."""

from __future__ import annotations

from datetime import date

from reportdiff.compare.periods import is_stated
from reportdiff.compare.terms import stated_end
from reportdiff.model.claim import Claim


def end_ahead(claim: Claim) -> date | None:
    """The end that a claim states and that lay ahead of its telling; None for a term told when it was over."""
    end = stated_end(claim)
    told_of = claim.period.end if is_stated(claim.period) else None
    return end if end is not None and (told_of is None or told_of < end) else None
