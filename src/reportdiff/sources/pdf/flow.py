"""The running text over columns and pages: what a figure, a box or the edge of a page has parted is joined again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportdiff.model.text import BlockKind
from reportdiff.sources.pdf.blocks import Group, has_room, is_alike, is_ended
from reportdiff.sources.pdf.tables import Cell
from reportdiff.sources.plain.wrapping import demands_more

_FARTHEST = 40
"""So many blocks may stand between the two halves of a paragraph: a table is long."""


class Row(NamedTuple):
    """A row of a table."""

    cells: tuple[Cell, ...]
    page: int


Part = Group | Row


def join_flow(parts: Sequence[Part]) -> list[Part]:
    """The parts in their order, the halves of each paragraph joined where its first half stands."""
    flow: list[Part | None] = list(parts)
    for at in range(len(flow)):
        part = flow[at]
        while isinstance(part, Group) and _is_open(part):
            rest = _find_rest(flow, at, part)
            if rest is None:
                break
            other = flow[rest]
            assert isinstance(other, Group)
            part = part._replace(lines=part.lines + other.lines)
            flow[at], flow[rest] = part, None
    return [part for part in flow if part is not None]


def _is_open(group: Group) -> bool:
    """Whether a paragraph or an item stops in the middle of a sentence, on a line that is full."""
    return group.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and not is_ended(group.lines[-1].piece.text)


def _find_rest(flow: Sequence[Part | None], at: int, group: Group) -> int | None:
    """Where the rest of *group* stands: the next block set like it that can go on with it; None where there is none."""
    last = group.lines[-1]
    over = False
    for index in range(at + 1, min(len(flow), at + 1 + _FARTHEST)):
        part = flow[index]
        if part is None:
            continue
        if not isinstance(part, Group) or part.kind is BlockKind.FURNITURE:
            over = True
            continue
        first = part.lines[0]
        if (
            part.kind is BlockKind.PARAGRAPH
            and is_alike(last.piece, first.piece)
            and first.piece.bold == last.piece.bold
        ):
            moved = first.column.number != last.column.number
            if last.piece.text.endswith("-") or not has_room(last, first.piece, last.column.right):
                wanted = first.piece.text[0].islower() or demands_more(last.piece.text)
                return index if (wanted and (moved or over)) or (moved and _is_next(flow, at, index)) else None
            return None
        over = True
    return None


def _is_next(flow: Sequence[Part | None], at: int, index: int) -> bool:
    """Whether nothing but furniture stands between two blocks."""
    return all(
        part is None or (isinstance(part, Group) and part.kind is BlockKind.FURNITURE) for part in flow[at + 1 : index]
    )
