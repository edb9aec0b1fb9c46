"""Questions over a dataset, in SQL: the named ones beside this module, and any other that only reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportdiff.model.errors import MissingPackage, NotFound, UnreadableInput, UsageProblem
from reportdiff.model.table import Cell, CellKind, Column, Table
from reportdiff.records.fields import nearest
from reportdiff.store.dataset import CLAIMS, TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

MEMORY = "1500MB"
"""What a question may hold in memory; beyond that it works on the disk."""
ROWS_AT_ONCE = 5_000

_DAYS = "CREATE MACRO days(day) AS coalesce(date_diff('day', DATE '0001-01-01', day), 0)::BIGINT"
_OPEN_END = """
CREATE MACRO open_end(claim, bound) AS
    (claim.comparator = 'exactly' AND claim.lower_bound IS DISTINCT FROM claim.upper_bound)
    OR (claim.comparator IN ('more-than', 'less-than') AND bound = claim.amount)
    OR (claim.comparator IN ('nearly', 'order-of-magnitude') AND bound <> claim.amount)
"""
_BELOW = """
CREATE MACRO below(one, other) AS coalesce(
    one.upper_bound < other.lower_bound
    OR (one.upper_bound = other.lower_bound
        AND (open_end(one, one.upper_bound) OR open_end(other, other.lower_bound))),
    false)
"""
_APART = "CREATE MACRO apart(one, other) AS below(one, other) OR below(other, one)"
"""Whether no value belongs to what both claims can mean; open ends are those of compare.reading.intervals."""

_FIGURE = "DECIMAL"
_DIGITS = re.compile(r"^DECIMAL\([0-9]+,[0-9]+\)$")
_KINDS = {
    "VARCHAR": CellKind.TEXT,
    _FIGURE: CellKind.NUMBER,
    "BIGINT": CellKind.COUNT,
    "INTEGER": CellKind.COUNT,
    "HUGEINT": CellKind.COUNT,
    "DATE": CellKind.DAY,
}


def list_questions() -> dict[str, str]:
    """The named questions, each with what it asks in one line, in order of name."""
    return {name: _read(name).partition("\n")[0].removeprefix("-- ") for name in _names()}


def ask(folder: Path, question: str) -> Table:
    """The answer to a named question over the dataset at *folder*.

    Raises :class:`NotFound` for a question or dataset that is not there, :class:`MissingPackage` where the package that
    answers is missing.
    """
    if question not in _names():
        hint = nearest(question, _names()) or f"; there are {', '.join(_names())}"
        raise NotFound(f"no question is called {question[:40]!r}{hint}; --sql asks one of your own")
    return ask_sql(folder, _read(question), name=question)


def ask_sql(folder: Path, sql: str, *, name: str = "answer") -> Table:
    """The answer to one SQL query over the tables ``claims``, ``latest`` and ``snapshots`` of the dataset at *folder*.

    It reads these and nothing else, and writes nothing. Raises :class:`UsageProblem` for what is no single query or
    cannot be answered, and as :func:`ask`.
    """
    duckdb = _load()
    with ExitStack() as opened:
        base = opened.enter_context(duckdb.connect(config={"memory_limit": MEMORY}))
        _open_tables(base, folder)
        try:
            answer = base.sql(_single_query(base, sql))
            kinds = [_DIGITS.sub(_FIGURE, str(kind)) for kind in answer.types]
            columns = tuple(_column(head, kind) for head, kind in zip(answer.columns, kinds, strict=True))
            found = _figures_in_digits(answer, kinds).execute()
        except duckdb.Error as problem:
            raise _unanswered(problem) from None
        opened.pop_all()
    return Table(name=name, columns=columns, rows=_rows(base, found, kinds))


def _single_query(base: DuckDBPyConnection, sql: str) -> Any:
    """The one statement that *sql* is; :class:`UsageProblem` where it is none, several, or does not only read."""
    statements = base.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != _load().StatementType.SELECT:
        raise UsageProblem("--sql takes one query that reads; write a single SELECT")
    return statements[0]


def _open_tables(base: DuckDBPyConnection, folder: Path) -> None:
    """Let the connection see the dataset's tables, and then no other file, nor the network."""
    duckdb, place = _load(), folder.resolve()
    for table in TABLES:
        parts = f"{place}/{table}/*/*.parquet"
        if next(place.glob(f"{table}/*/*.parquet"), None) is None:
            mend = f"make one with reportdiff export --format parquet -o {folder}"
            raise NotFound(f"{folder}: no dataset of this version is there; {mend}")
        # a row of the claims is found again by its subject and its number in the file
        numbered, renamed = (", file_row_number = true", "RENAME (file_row_number AS number)")
        options, columns = (numbered, renamed) if table == CLAIMS else ("", "")
        source = f"read_parquet({_quoted(parts)}, hive_partitioning = true, hive_types = {{subject: text}}{options})"
        try:
            base.execute(f"CREATE VIEW {table} AS SELECT * {columns} FROM {source}")  # noqa: S608
        except duckdb.Error:
            raise UnreadableInput(
                f"{folder}/{table}: cannot be read, it is damaged perhaps; remove {folder} and export it again"
            ) from None
    for macro in (_DAYS, _OPEN_END, _BELOW, _APART):
        base.execute(macro)
    base.execute(f"SET allowed_directories = [{_quoted(f'{place}/')}]")
    base.execute("SET enable_external_access = false")
    base.execute("SET lock_configuration = true")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _column(name: str, kind: str) -> Column:
    return Column(name=name, meaning="", kind=_KINDS.get(kind, CellKind.TEXT))


def _figures_in_digits(answer: DuckDBPyRelation, kinds: Sequence[str]) -> DuckDBPyRelation:
    """The answer with its figures as text, which is handed over several times as fast as figures are."""
    if _FIGURE not in kinds:
        return answer
    places = enumerate(kinds, start=1)
    return answer.project(", ".join(f"CAST(#{n} AS VARCHAR)" if kind == _FIGURE else f"#{n}" for n, kind in places))


def _rows(base: DuckDBPyConnection, found: DuckDBPyRelation, kinds: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    """The rows as cells, some thousands handed over at once; the connection is closed behind the last one."""
    figures = [place for place, kind in enumerate(kinds) if kind == _FIGURE]
    others = [place for place, kind in enumerate(kinds) if kind not in _KINDS]
    duckdb = _load()
    with base:
        try:
            while rows := found.fetchmany(ROWS_AT_ONCE):
                columns: list[Sequence[Cell]] = list(zip(*rows, strict=True))
                for place in figures:
                    columns[place] = [_figure(cell) for cell in columns[place]]
                for place in others:
                    columns[place] = [_cell(cell) for cell in columns[place]]
                yield from zip(*columns, strict=True)
        except duckdb.Error as problem:
            raise _unanswered(problem) from None


def _unanswered(problem: object) -> UsageProblem:
    return UsageProblem(f"the question cannot be answered: {problem}; --sql 'DESCRIBE claims' tells the columns")


def _figure(digits: Cell) -> Decimal | None:
    """A figure without the zeros that a column of fixed digits adds."""
    if digits is None:
        return None
    told = str(digits)
    return Decimal(told.rstrip("0").removesuffix(".") if "." in told else told)


def _cell(value: object) -> Cell:
    """A value as a cell; what is no cell in words."""
    return value if value is None or isinstance(value, str | int | date) else str(value)


def _names() -> tuple[str, ...]:
    folder = files("reportdiff.store") / "questions"
    return tuple(sorted(file.name.removesuffix(".sql") for file in folder.iterdir() if file.name.endswith(".sql")))


def _read(question: str) -> str:
    return (files("reportdiff.store") / "questions" / f"{question}.sql").read_text(encoding="utf-8")


def _load() -> Any:
    try:
        import duckdb
    except ImportError:
        raise MissingPackage("questions need", "duckdb", "dataset") from None
    return duckdb
