"""Tables as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Row = Sequence[str]


def render_table(title: str, head: Row, rows: Iterable[Row]) -> str:
    """Columns as wide as their widest cell: the first to the left, the others to the right."""
    cells = [list(head), *(list(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [_render_row(row, widths) for row in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join([title, *("  " + line for line in lines), ""])


def _render_row(row: Row, widths: Sequence[int]) -> str:
    first, *others = zip(row, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]).rstrip()


def render_rate(rate: float) -> str:
    """A rate with thousands set apart, to three digits."""
    return f"{float(f'{rate:.3g}'):,.0f}"
