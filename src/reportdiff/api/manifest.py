"""Manifests: a CSV file that names documents and tells what they are."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from reportdiff.api.about import Told
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.noun import Noun

NEEDED = ("file", "subject", "publisher", "published")
ALLOWED = (*NEEDED, "document", "edition", "url")
MOST_ROWS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Entry(Noun):
    """A row of a manifest: the path of a file, relative to the working folder, and what is told about it.

    ``line`` is where the row stands, counted from 1.
    """

    file: str
    told: Told
    line: int


def read_manifest(data: bytes, *, name: str) -> tuple[Entry, ...]:
    """The rows of a manifest, in order; an empty cell tells nothing.

    The columns are ``file``, ``subject``, ``publisher``, ``published`` and, if wanted, ``document``, ``edition`` and
    ``url``, in any order. Raises :class:`UnreadableInput`, naming *name* and line, for what is no such table.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{name}: not UTF-8 at offset {error.start}; save it as UTF-8") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        heads = [head.strip().lower() for head in next(reader, [])]
        _refuse_heads(heads, name)
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(map(str.strip, row))]
    except csv.Error as error:
        raise UnreadableInput(f"{name}:{reader.line_num}: not CSV: {error}; correct it") from None
    if len(rows) > MOST_ROWS:
        raise UnreadableInput(f"{name}: more than {MOST_ROWS:,} rows; split it")
    return tuple(_entry(heads, row, line, name) for line, row in rows)


def _refuse_heads(heads: list[str], name: str) -> None:
    missing = [head for head in NEEDED if head not in heads]
    if missing:
        raise UnreadableInput(f"{name}:1: no column {missing[0]!r}; the columns are {', '.join(ALLOWED)}")
    unknown = [head for head in heads if head and head not in ALLOWED]
    if unknown:
        raise UnreadableInput(f"{name}:1: unknown column {unknown[0][:40]!r}; the columns are {', '.join(ALLOWED)}")
    if len(set(heads)) != len(heads):
        raise UnreadableInput(f"{name}:1: a column stands there twice; keep one of the two")


def _entry(heads: list[str], row: list[str], line: int, name: str) -> Entry:
    if len(row) > len(heads):
        raise UnreadableInput(f"{name}:{line}: {len(row)} cells under {len(heads)} columns; quote cells with a comma")
    told = {head: cell for head, cell in zip(heads, row, strict=False) if cell}
    if "file" not in told:
        raise UnreadableInput(f"{name}:{line}: no file is named; name one, or remove the row")
    return Entry(
        file=told["file"],
        told=Told(
            subject=told.get("subject"),
            publisher=told.get("publisher"),
            published=told.get("published"),
            document=told.get("document"),
            edition=told.get("edition"),
            url=told.get("url"),
        ),
        line=line,
    )
