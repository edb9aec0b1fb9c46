"""Characters that look alike: the grammar knows one of each kind."""

from __future__ import annotations

import re

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011\u2212"
_DASHES = "\u2012"
_BARS = "\u2015"
_OTHERS = re.compile(f"[{_BLANKS}{_HYPHENS}{_DASHES}{_BARS}]")
_COMMON = str.maketrans(
    dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_HYPHENS, "-") | dict.fromkeys(_DASHES, "–") | dict.fromkeys(_BARS, "—")
)


def with_common_characters(text: str) -> str:
    """The same text, character for character, with one kind each of blank, hyphen (and minus), dash and bar.

    >>> with_common_characters("3‒5\u202fpercent, down \u22125 percent")
    '3–5 percent, down -5 percent'
    """
    return text if text.isascii() or not _OTHERS.search(text) else text.translate(_COMMON)
