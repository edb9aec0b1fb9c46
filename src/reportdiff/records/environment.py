"""The environment variables that are heeded. Another one with their prefix is a slip of the pen, and refused."""

from __future__ import annotations

from collections.abc import Mapping

from reportdiff.model.errors import UsageProblem

PREFIX = "REPORTDIFF_"

SETTINGS = {
    "fiscal_year_start": "REPORTDIFF_FISCAL_YEAR_START",
    "vocabulary": "REPORTDIFF_VOCABULARY",
    "prefer": "REPORTDIFF_PREFER",
    "fail_on": "REPORTDIFF_FAIL_ON",
    "watch": "REPORTDIFF_WATCH",
    "fetch_from": "REPORTDIFF_FETCH_FROM",
    "dataset": "REPORTDIFF_DATASET",
}
"""Setting → the variable that goes before the file: each setting that is one word, one number or a list has one."""

DEBUG = "REPORTDIFF_DEBUG"
"""Adds the traceback to a fault of the program's own."""

KNOWN = (*SETTINGS.values(), DEBUG)


def refuse_unknown_variables(environ: Mapping[str, str]) -> None:
    """Raise :class:`UsageProblem`, naming the nearest one, for a variable with our prefix that nothing heeds."""
    unknown = min((name for name in environ if name.startswith(PREFIX) and name not in KNOWN), default=None)
    if unknown is not None:
        raise UsageProblem(f"unknown environment variable {unknown[:60]!r}{_nearest(unknown)}; correct or unset it")


def _nearest(variable: str) -> str:
    """The known variable whose name behind the prefix is nearest, else all of them."""
    from difflib import get_close_matches

    names = [known.removeprefix(PREFIX) for known in KNOWN]
    found = get_close_matches(variable.removeprefix(PREFIX), names, n=1)
    return f" (did you mean {PREFIX + found[0]!r}?)" if found else f"; known are {', '.join(KNOWN)}"
