"""Where a window of counting begins that grows from edition to edition: "since 2014", "from 2008 to 2019"."""

from __future__ import annotations

import re

from reportdiff.model.period import Basis, Period, Precision

_SINCE = re.compile(r"[Ss]ince (?!the (?:last|past|previous))")
_FROM = re.compile(r"[Ff]rom |[Bb]etween |[12][0-9]{3}")
_LONGEST_YEAR = 366


def window_start(period: Period, *, untold: bool) -> str | None:
    """Where a window of counting begins that was told by its start, as a date of reduced precision.

    A window that ends today and moves with it ("over the past five years") has no start of its own, and some months of
    one year ("from January to August") are a part of it. *untold* takes a window without words of its own too: it comes
    from the two ends of a change.
    """
    day, last = period.start, period.end
    if day is None or last is None or period.precision is not Precision.SPAN or period.basis is not Basis.STATED:
        return None
    if not (_is_fixed(period.text, days=(last - day).days + 1) if period.text else untold):
        return None
    if day.day > 1:
        return day.isoformat()
    return f"{day.year:04}" if day.month == 1 else f"{day.year:04}-{day.month:02}"


def _is_fixed(words: str, *, days: int) -> bool:
    return bool(_SINCE.match(words) or (days > _LONGEST_YEAR and _FROM.match(words)))
