"""Workbooks: the values of the visible sheets, as a spreadsheet shows them; a formula gives the value kept with it.

The part of an origin is the number of the sheet, counted from 1; its positions count the characters of the sheet
written out with a tab between two cells and a line feed behind each row.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import IO, TYPE_CHECKING

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import BlockKind, Text
from reportdiff.sources.builder import Draft, Passage, assemble, fold
from reportdiff.sources.tables.mapping import Mapping, read_mapping, unbundle
from reportdiff.sources.tables.observations import lay_out
from reportdiff.vocabulary.tables import load_table

if TYPE_CHECKING:
    from openpyxl.cell.read_only import ReadOnlyCell

MOST_BYTES = 200_000_000
MOST_PARTS = 5_000
MOST_CELLS = 2_000_000
_PIECE = 1 << 20
_DIGITS = 15
"""A spreadsheet keeps no more digits than these."""
_SIGN = re.compile(r'"?((?:US)?[$€£¥])"?|\[\$([A-Z]{0,3}[$€£¥]|[A-Z]{3})')
_DECIMALS = re.compile(r"[^0#?.eE/,]{0,20}[0#?](?:[0#?,]{0,40}[0#?])?(?:\.([0#?]{1,20}))?[^0#?.eE/,]{0,20}")
"""A format of digits; a comma behind the last of them would show thousands."""
_LOCALE = re.compile(r"\[[^\]]{0,40}\]|\"[^\"]{0,40}\"")


# A process that reads a workbook can open no file any more: loaded here, the tables of words lie in the cache by then.
_WORDS = (load_table("columns"), load_table("currencies"), load_table("units"))


def read_workbook(data: bytes) -> Text:
    """The text of an XLSX workbook: each visible sheet as a table, under its name where there are several.

    *data* may bear a mapping, see :func:`reportdiff.sources.tables.mapping.bundle`.
    Raises :class:`UnreadableInput` for a file that is damaged, encrypted, or larger unpacked than 200 MB.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    book_data, mapping = unbundle(data)
    _refuse_bombs(book_data)
    told = read_mapping(mapping)
    try:
        book = load_workbook(io.BytesIO(book_data), read_only=True, data_only=True, keep_links=False)
        sheets = [(n, sheet) for n, sheet in enumerate(book.worksheets, 1) if sheet.sheet_state == "visible"]
        drafts: list[Draft] = []
        for number, sheet in sheets:
            if len(sheets) > 1:
                drafts.append(Draft(BlockKind.HEADING, Passage(sheet.title, ()), 1, "# ", part=number))
            drafts += _sheet(sheet.iter_rows(), number, told)
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, SyntaxError, EOFError) as error:
        raise UnreadableInput(f"not a workbook that can be read: {error}; save it anew as XLSX") from None
    if not any(draft.kind is not BlockKind.HEADING for draft in drafts):
        raise UnreadableInput("the workbook holds no value; save it with its formulas calculated")
    return assemble(drafts)


def _sheet(rows: Iterable[Sequence[ReadOnlyCell]], number: int, mapping: Mapping) -> list[Draft]:
    grid: list[list[Passage]] = []
    at = cells = 0
    for row in rows:
        words = [_shown(cell) for cell in row]
        cells += len(words)
        if cells > MOST_CELLS:
            raise UnreadableInput(f"sheet {number} has more than {MOST_CELLS:,} cells; split the workbook")
        while words and not words[-1]:
            words.pop()
        grid.append(list(_placed(words, at)))
        at += max(1, sum(map(len, words)) + len(words))
    return lay_out(grid, part=number, mapping=mapping)


def _placed(words: Sequence[str], at: int) -> Iterator[Passage]:
    for word in words:
        yield fold(Passage(word, ((0, len(word), at),) if word else ()))
        at += len(word) + 1


def _shown(cell: ReadOnlyCell) -> str:
    """The value of a cell in characters: numbers, percents and money as their format shows them, days as ISO."""
    value = cell.value
    if value is None or isinstance(value, bool) or cell.data_type == "e":
        return "" if value is None or cell.data_type == "e" else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    return str(value)


def _number(value: float, form: str) -> str:
    number = Decimal(repr(value)) if value == value and abs(value) < 1e300 else None  # noqa: PLR0124  NaN is not itself
    if number is None:
        return ""
    unquoted = _LOCALE.sub("", form)
    if "%" in unquoted:
        return f"{_plain(_as_shown(number * 100, unquoted))}%"
    number = _as_shown(number, unquoted)
    sign = _SIGN.search(form)
    money = (sign[1] or sign[2]) if sign else ""
    return f"{'-' if value < 0 and money else ''}{money}{_plain(abs(number) if money else number)}"


def _as_shown(number: Decimal, form: str) -> Decimal:
    """*number* with no more decimals than the format *form* shows; in full where it is no percent and shows none."""
    found = _DECIMALS.fullmatch(form.split(";", maxsplit=1)[0].strip())
    if found is None or (not found[1] and "%" not in form) or number.adjusted() >= _DIGITS:
        return number
    return number.quantize(Decimal(1).scaleb(-len(found[1] or "")), ROUND_HALF_UP)


def _plain(number: Decimal) -> str:
    if number:
        digits = max(0, _DIGITS - 1 - number.adjusted())
        number = number.quantize(Decimal(1).scaleb(-min(digits, 20))) if number.adjusted() < _DIGITS else number
    written = format(number, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _refuse_bombs(data: bytes) -> None:
    """Refuse what unpacks to too much, declares entities, or is no sound archive; nothing is kept meanwhile."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.infolist()
            if len(names) > MOST_PARTS:
                raise UnreadableInput(f"the workbook has {len(names):,} parts, more than {MOST_PARTS:,}; split it")
            total = 0
            for info in names:
                with archive.open(info) as part:
                    total = _unpacked(part, total)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, zlib.error) as error:
        raise UnreadableInput(f"not a sound workbook: {error}; save it anew as XLSX") from None


def _unpacked(part: IO[bytes], total: int) -> int:
    first = True
    while piece := part.read(_PIECE):
        total += len(piece)
        if total > MOST_BYTES:
            raise UnreadableInput(f"the workbook unpacks to more than {MOST_BYTES:,} bytes; split it")
        if first and b"<!DOCTYPE" in piece[:4096]:
            raise UnreadableInput("the workbook declares entities, as no spreadsheet does; save it anew as XLSX")
        first = False
    return total
