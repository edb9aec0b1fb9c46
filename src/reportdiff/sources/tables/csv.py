"""Tables of characters: comma, semicolon, tab or bar between the cells, quotation marks around those that need them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import Text
from reportdiff.sources.builder import Passage, assemble, edited, fold
from reportdiff.sources.tables.decimal_commas import with_points
from reportdiff.sources.tables.mapping import read_mapping
from reportdiff.sources.tables.observations import lay_out

_DELIMITERS = ",;\t|"
_LOOKED_AT = 40
MOST_CELLS = 2_000_000


def read_csv(source: str, mapping: bytes | None = None) -> Text:
    """The text of a table; which character parts the cells is told by the first lines.

    Decimal commas become points, see :func:`reportdiff.sources.tables.decimal_commas.with_points`.
    Positions of the origin count the characters of *source*. *mapping* is a TOML file, see
    :mod:`reportdiff.sources.tables.mapping`. Raises :class:`UnreadableInput` for a quotation mark that is never closed.
    """
    grid = with_points(list(scan_cells(source, find_delimiter(source))))
    return assemble(lay_out(grid, mapping=read_mapping(mapping)))


def read_tsv(source: str, mapping: bytes | None = None) -> Text:
    """As :func:`read_csv`, for a table with tabs between its cells."""
    return assemble(lay_out(with_points(list(scan_cells(source, "\t"))), mapping=read_mapping(mapping)))


def find_delimiter(source: str) -> str:
    r"""The character that parts the most lines of the beginning into equally many cells; the comma where none does.

    >>> find_delimiter("a;b;c\n1,5;2;3\n"), find_delimiter("just words")
    (';', ',')
    """
    lines = [line for line in source[:200_000].splitlines()[: 4 * _LOOKED_AT] if line.strip()][:_LOOKED_AT]
    best, most = ",", 0
    for delimiter in _DELIMITERS:
        counts = Counter(re.sub(r'"[^"]*"', "", line).count(delimiter) for line in lines)
        (count, often) = max(counts.items(), key=lambda item: (item[1] if item[0] else 0, item[0]), default=(0, 0))
        if count and often > most:
            best, most = delimiter, often
    return best


def scan_cells(source: str, delimiter: str) -> Iterator[list[Passage]]:
    """The rows of *source*, each with its cells, folded; a cell in quotation marks may hold line ends."""
    part = re.escape(delimiter)
    cell = re.compile(rf'[ ]*"((?:[^"]|"")*+)"[ ]*(?={part}|\r?\n|\r|\Z)|([^{part}\r\n]*)')
    row: list[Passage] = []
    at = count = 0
    while True:
        found = cell.match(source, at)
        assert found is not None
        row.append(_cell(found))
        count += 1
        if count > MOST_CELLS:
            raise UnreadableInput(f"the table has more than {MOST_CELLS:,} cells; split the file")
        at = found.end()
        if source.startswith(delimiter, at):
            at += 1
            continue
        yield row
        row = []
        at += 2 if source.startswith("\r\n", at) else 1
        if at >= len(source):
            return


def _cell(found: re.Match[str]) -> Passage:
    group = 2 if found[1] is None else 1
    words = found[group]
    passage = Passage(words, ((0, len(words), found.start(group)),) if words else ())
    if group == 1 and '""' in words:
        passage = edited(passage, [(m.start(), m.end(), '"') for m in re.finditer('""', words)])
    return fold(passage)
