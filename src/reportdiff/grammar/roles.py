"""What the words in front of a date make of it: "since", "by the end of", "as of", "compared with"."""

from __future__ import annotations

import re

from reportdiff.grammar.times import Role
from reportdiff.grammar.wordlists import any_of, word_before, word_list

_ROLES = {
    "since": Role.SINCE,
    "until": Role.UNTIL,
    "target": Role.TARGET,
    "as-of": Role.POINT,
    "base": Role.BASE,
    "point": Role.POINT,
}
_PHRASES = {name: word_list("time-roles", name) for name in _ROLES}
_BETWEEN = word_list("time-roles", "between")
_ROLE_BEFORE = re.compile(
    rf"(?<![A-Za-z])(?:{'|'.join(f'({any_of(phrases)})' for phrases in _PHRASES.values())})"
    rf" (?:(?:the|its|our|their) )?(?:{any_of(_BETWEEN)} )?$",
    re.IGNORECASE,
)
_GROUPS = (Role.POINT, *_ROLES.values())
_REACH = 34
_LAST_WORDS = frozenset(
    re.split("[ -]", phrase)[-1] for phrases in (*_PHRASES.values(), _BETWEEN) for phrase in phrases
) | {"the", "its", "our", "their"}


def role_before(text: str, start: int, at: int) -> tuple[Role, int]:
    """The role of the date at *at* by the words in front of it, and where they begin; a point where none stand.

    >>> role_before("grew since the end of 2015", 0, 22)
    (<Role.SINCE: 'since'>, 5)
    """
    if at <= start or text[at - 1] != " " or word_before(text, start, at - 1) not in _LAST_WORDS:
        return Role.POINT, at
    found = _ROLE_BEFORE.search(text, max(start, at - _REACH), at)
    if not found or found.lastindex is None:
        return Role.POINT, at
    return _GROUPS[found.lastindex], found.start(found.lastindex)
