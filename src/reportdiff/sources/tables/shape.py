"""What the columns of a table hold: told by their heads, by their cells, or by a mapping."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from reportdiff.sources.builder import Passage
from reportdiff.sources.tables.cells import is_figure, is_gap, read_time
from reportdiff.vocabulary.tables import load_table

Cells: TypeAlias = Sequence[Passage]
"""The cells of one row."""


class Role(StrEnum):
    """What a column is for; ``part`` pins a figure down (sex, sector), ``figures`` holds what its head names."""

    PERIOD = "period"
    VALUE = "value"
    MEASURE = "measure"
    PLACE = "place"
    UNIT = "unit"
    SCALE = "scale"
    STATUS = "status"
    PART = "part"
    FIGURES = "figures"
    YEAR = "year"
    CODE = "code"
    IGNORE = "ignore"


MOST_LOOKED_AT = 400
"""So many rows tell what a column holds."""
_ENOUGH = 0.6
_CODE = re.compile(
    r"(?:^| )(?:code|codes|id|iso|iso2|iso3|iso3c|iso2c|[a-z]{0,20}iso[23]? ?code|wb ?id|m49|key|slug|uri|url)$"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The role of each column of a table; its rows tell observations where they give a measure's figure at a time."""

    roles: tuple[Role, ...]
    observes: bool

    def find(self, role: Role) -> int | None:
        """The first column of this role, None if there is none."""
        return self.roles.index(role) if role in self.roles else None

    def all(self, role: Role) -> list[int]:
        """The columns of this role."""
        return [n for n, other in enumerate(self.roles) if other is role]


def fold_head(head: str) -> str:
    """The head of a column in small words, whatever its spelling.

    >>> fold_head("TIME_PERIOD"), fold_head("countryName"), fold_head("Country or Area")
    ('time period', 'country name', 'country or area')
    """
    return " ".join(_WORD.findall(head)).lower()


def find_shape(heads: Cells, rows: Sequence[Cells], told: Mapping[str, str]) -> Shape:
    """What the columns under *heads* hold; *told* gives the role of a column by its head, and goes before all signs."""
    columns = [[row[n] for row in rows[:MOST_LOOKED_AT] if n < len(row)] for n in range(len(heads))]
    roles = [
        _role(head, column, told, first=n == 0) for n, (head, column) in enumerate(zip(heads, columns, strict=True))
    ]
    years = roles.count(Role.YEAR)
    # A lone year among heads of measures is the name of one more column.
    alone = years == 1 and Role.MEASURE not in roles and roles.count(Role.FIGURES) > 1
    if Role.PERIOD in roles or alone:
        roles = [Role.FIGURES if role is Role.YEAR else role for role in roles]
    roles = _once(roles, Role.PERIOD, Role.PART)
    roles = _once(roles, Role.VALUE, Role.FIGURES)
    roles = _once(roles, Role.PLACE, Role.PART)
    roles = _once(roles, Role.MEASURE, Role.PART)
    # In a table with a column of values, a text column without a head that we know names the measure.
    if Role.MEASURE not in roles and Role.PART in roles and (Role.VALUE in roles or Role.YEAR in roles):
        roles[roles.index(Role.PART)] = Role.MEASURE
    return Shape(roles=tuple(roles), observes=_observes(roles))


def is_code(head: str) -> bool:
    """True for the name of what serves machines alone: a code, an identifier, the number of a page.

    >>> is_code("Country Code"), is_code("countryiso3code"), is_code("Population")
    (True, True, False)
    """
    folded = fold_head(head)
    return _CODE.search(folded) is not None or folded in load_table("columns")["heads"][Role.CODE]


def _observes(roles: Sequence[Role]) -> bool:
    if Role.PERIOD in roles:
        return Role.VALUE in roles or Role.FIGURES in roles
    if Role.YEAR in roles:
        return True
    return Role.VALUE in roles and Role.MEASURE in roles


def _role(head: Passage, column: Sequence[Passage], told: Mapping[str, str], *, first: bool) -> Role:
    folded = fold_head(head.text)
    given = told.get(head.text) or told.get(folded)
    if given is not None:
        return Role(given)
    if read_time(head) is not None and not _mostly(column, lambda cell: not is_figure(cell.text)):
        return Role.YEAR
    known = next((role for role, names in load_table("columns")["heads"].items() if folded in names), None)
    times = _mostly(column, lambda cell: read_time(cell) is not None)
    figures = _mostly(column, lambda cell: is_figure(cell.text))
    if times and (known == Role.PERIOD or (first and known is None)):
        return Role.PERIOD
    if known == Role.VALUE and (figures or not column):
        return Role.VALUE
    if is_code(head.text):
        return Role.CODE
    if figures and known != Role.SCALE:
        return Role.FIGURES
    if known in (None, Role.PERIOD, Role.VALUE):
        return Role.PART
    return Role(known)


def _mostly(column: Sequence[Passage], holds: object) -> bool:
    assert callable(holds)
    told = [cell for cell in column if not is_gap(cell.text)]
    return bool(told) and sum(map(holds, told)) >= _ENOUGH * len(told)


def _once(roles: Sequence[Role], role: Role, other: Role) -> list[Role]:
    """*roles* with all but the first of *role* turned into the *other*."""
    at = next((n for n, found in enumerate(roles) if found is role), None)
    return [other if found is role and n != at else found for n, found in enumerate(roles)]
