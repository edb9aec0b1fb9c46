"""The paragraphs and tables of a Word file's document, each character with the byte at which it stands.

What is read here is the one picture that both the reader of the text and the writers of comments and of tracked
changes go by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from reportdiff.sources.docx.styles import whole
from reportdiff.sources.docx.xml import Attributes, parse, tag_end


class State(StrEnum):
    """Whether tracked changes leave something as it is, bring it in, or take it out."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(slots=True, eq=False)
class Run:
    """A run of characters of one look: its bytes, those of its properties, and what these tell."""

    start: int
    end: int = 0
    properties: tuple[int, int] | None = None
    bold: bool = False
    raised: bool = False
    hidden: bool = False


@dataclass(slots=True, eq=False)
class Piece:
    """Characters of a run: those of one ``w:t``, whose content lies from byte ``start`` to ``end``, or one for a mark.

    A mark (``w:tab``, ``w:br``) has no content: both bytes are where its tag stands, and ``mark`` is set.
    """

    text: str
    run: Run
    state: State
    start: int
    end: int
    mark: bool = False


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph: its bytes and its pieces, in order; ``state`` is that of its end, the mark before the next one.

    ``hangs_at`` is the byte of the run that it hangs on where it stands in a text box, else None.
    """

    start: int
    end: int = 0
    properties: tuple[int, int] | None = None
    style: str = ""
    outline: int | None = None
    list_id: str = ""
    list_level: int | None = None
    state: State = State.KEPT
    hangs_at: int | None = None
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Cell:
    """A cell: how many columns it spans, whether it goes on from the row above, and what it holds."""

    span: int = 1
    goes_on: bool = False
    state: State = State.KEPT
    content: list[Paragraph | Table] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Row:
    """A row of a table."""

    state: State = State.KEPT
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Table:
    """A table."""

    rows: list[Row] = field(default_factory=list)


Content = list[Paragraph | Table]

_STATES = {
    "w:ins": State.INSERTED, "w:moveTo": State.INSERTED, "w:del": State.DELETED, "w:moveFrom": State.DELETED,
    "w:cellIns": State.INSERTED, "w:cellDel": State.DELETED,
}  # fmt: skip
_MARKS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_LEFT_OUT = frozenset(("mc:Fallback", "w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:tcPrChange", "w:trPrChange"))
_WORDS = frozenset(("w:t", "w:delText"))
_BLOCKS = frozenset("w:p w:r w:tbl w:tr w:tc w:txbxContent w:sdt".split())
_PROPERTIES = frozenset("w:pPr w:rPr w:numPr w:trPr w:tcPr w:sdtPr".split())
_OFF = frozenset(("0", "false", "off", "none"))
_WIDEST = 200
_NOT_TEXT = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read_body(data: bytes) -> Content:
    """The paragraphs and tables of an XML part in UTF-8, in order; a text box stands behind the one it hangs on."""
    return _Reader(data).read()


def paragraphs_of(content: Content) -> Iterator[Paragraph]:
    """All paragraphs, those of cells included, in order."""
    for each in content:
        if isinstance(each, Paragraph):
            yield each
        else:
            for row in each.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.content)


class _Reader:
    """Takes the tags of a part; the lists hold what is open, the innermost last."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._path: list[str] = ["", "", ""]
        self._skipped = 0
        self._contents: list[Content] = [[]]
        self._boxes: list[Content] = []
        self._tables: list[Table] = []
        self._cells: list[Cell] = []
        self._paragraphs: list[Paragraph] = []
        self._runs: list[Run] = []
        self._states: list[State] = [State.KEPT]
        self._placeholders: list[bool] = [False]
        self._words_at: int | None = None
        self._words: list[str] = []

    def read(self) -> Content:
        parse(self._data, start=self._start, end=self._end, words=self._take_words)
        return self._contents[0]

    def _start(self, name: str, attributes: Attributes, at: int) -> None:
        parent = self._path[-1]
        self._path.append(name)
        if self._skipped or name in _LEFT_OUT or attributes.get("w:type") in _NOT_TEXT:
            self._skipped += 1
        elif name in _STATES:
            self._take_state(_STATES[name], parent)
        elif name in _MARKS:
            if parent == "w:r":
                self._add(Piece(_MARKS[name], self._runs[-1], self._states[-1], at, at, mark=True))
        elif name in _WORDS:
            self._words_at, self._words = tag_end(self._data, at), []
        elif name in _BLOCKS:
            self._begin(name, at)
        elif parent in _PROPERTIES or name in _PROPERTIES:
            self._take_property(name, parent, attributes, at)

    def _end(self, name: str, at: int) -> None:
        self._path.pop()
        parent = self._path[-1]
        if self._skipped:
            self._skipped -= 1
        elif name in _STATES:
            if parent not in _PROPERTIES:
                self._states.pop()
        elif name in _WORDS:
            self._close_words(at)
        elif name in _BLOCKS:
            self._finish(name, tag_end(self._data, at))
        elif name == "w:pPr" and parent == "w:p" and (span := self._paragraphs[-1].properties):
            self._paragraphs[-1].properties = span[0], tag_end(self._data, at)
        elif name == "w:rPr" and parent == "w:r" and (span := self._runs[-1].properties):
            self._runs[-1].properties = span[0], tag_end(self._data, at)

    def _begin(self, name: str, at: int) -> None:
        match name:
            case "w:p":
                paragraph = Paragraph(at, hangs_at=self._runs[0].start if self._runs else None)
                self._contents[-1].append(paragraph)
                self._paragraphs.append(paragraph)
                self._boxes.append([])
            case "w:r":
                self._runs.append(Run(at))
            case "w:tbl":
                self._tables.append(Table())
                self._contents[-1].append(self._tables[-1])
            case "w:tr" if self._tables:
                self._tables[-1].rows.append(Row())
            case "w:tc":
                self._begin_cell()
            case "w:txbxContent":
                self._contents.append([])
            case "w:sdt":
                self._placeholders.append(self._placeholders[-1])

    def _finish(self, name: str, end: int) -> None:
        match name:
            case "w:p":
                self._paragraphs.pop().end = end
                self._contents[-1] += self._boxes.pop()
            case "w:r":
                self._runs.pop().end = end
            case "w:tbl":
                self._tables.pop()
            case "w:tc":
                self._contents.pop()
                self._cells.pop()
            case "w:txbxContent":
                box = self._contents.pop()
                (self._boxes[-1] if self._boxes else self._contents[-1]).extend(box)
            case "w:sdt":
                self._placeholders.pop()

    def _begin_cell(self) -> None:
        cell = Cell()
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].cells.append(cell)
        self._cells.append(cell)
        self._contents.append(cell.content)

    def _take_state(self, state: State, parent: str) -> None:
        """Take what a tracked change says of the runs inside it, or of a paragraph's end, a row or a cell."""
        if parent not in _PROPERTIES:
            self._states.append(State.DELETED if self._states[-1] is State.DELETED else state)
        elif parent == "w:rPr" and self._path[-3] == "w:pPr":
            self._paragraphs[-1].state = state
        elif parent == "w:trPr" and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].state = state
        elif parent == "w:tcPr" and self._cells:
            self._cells[-1].state = state

    def _take_property(self, name: str, parent: str, attributes: Attributes, at: int) -> None:
        value = attributes.get("w:val", "")
        match parent, name:
            case "w:p", "w:pPr":
                self._paragraphs[-1].properties = at, at
            case "w:r", "w:rPr":
                self._runs[-1].properties = at, at
            case "w:pPr" | "w:numPr", _ if self._paragraphs:
                _describe_paragraph(self._paragraphs[-1], name, value)
            case "w:rPr", _ if self._path[-3] == "w:r":
                _describe_run(self._runs[-1], name, value)
            case "w:tcPr", "w:gridSpan" if self._cells:
                self._cells[-1].span = max(1, min(whole(value) or 1, _WIDEST))
            case "w:tcPr", "w:vMerge" if self._cells:
                self._cells[-1].goes_on = value != "restart"
            case "w:sdtPr", "w:showingPlcHdr":
                self._placeholders[-1] = value not in _OFF

    def _take_words(self, words: str) -> None:
        if self._words_at is not None:
            self._words.append(words)

    def _close_words(self, at: int) -> None:
        text = "".join(self._words)
        if text and self._words_at is not None and self._runs:
            self._add(Piece(text, self._runs[-1], self._states[-1], self._words_at, at))
        self._words_at = None

    def _add(self, piece: Piece) -> None:
        if self._paragraphs and not self._placeholders[-1]:
            self._paragraphs[-1].pieces.append(piece)


def _describe_paragraph(paragraph: Paragraph, name: str, value: str) -> None:
    if name == "w:pStyle":
        paragraph.style = value
    elif name == "w:outlineLvl":
        paragraph.outline = whole(value)
    elif name == "w:numId":
        paragraph.list_id = value
    elif name == "w:ilvl":
        paragraph.list_level = whole(value)


def _describe_run(run: Run, name: str, value: str) -> None:
    if name == "w:b":
        run.bold = value not in _OFF
    elif name == "w:vertAlign":
        run.raised = value == "superscript"
    elif name == "w:vanish":
        run.hidden = value not in _OFF
