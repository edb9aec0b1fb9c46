"""The end that a claim states for itself."""

from __future__ import annotations

from datetime import date, timedelta

from reportdiff.compare.reading.periods import is_stated
from reportdiff.model.claim import Claim, Holder


def stated_end(claim: Claim) -> date | None:
    """The day until which a claim says that it holds; None when it says nothing of the kind."""
    match claim.value:
        case Holder(until=str(until)):
            return last_day(until)
        case _:
            return None


def end_ahead(claim: Claim) -> date | None:
    """The end that a claim states and that lay ahead of its telling; None for a term told when it was over."""
    end = stated_end(claim)
    told_of = claim.period.end if is_stated(claim.period) else None
    return end if end is not None and (told_of is None or told_of < end) else None


def last_day(iso: str) -> date | None:
    """The last day that an ISO 8601 date of reduced precision can mean; None for anything else.

    >>> last_day("2021-07")
    datetime.date(2021, 7, 31)
    """
    parts = iso.split("-")
    if len(parts) > 3 or not all(part.isdecimal() and part.isascii() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12
    if not (1 <= year < 9999 and 1 <= month <= 12):
        return None
    length = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    day = numbers[2] if len(numbers) > 2 else length
    return date(year, month, day) if 1 <= day <= length else None
