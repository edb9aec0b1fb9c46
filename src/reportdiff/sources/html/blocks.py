"""The content of a web page to blocks: headings, paragraphs, items, rows of tables, terms with what defines them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdiff.model.text import BlockKind
from reportdiff.sources.blocks import BlockReader
from reportdiff.sources.builder import Draft, Passage
from reportdiff.sources.hard_breaks import BREAK, Piece, joined, lines_of
from reportdiff.sources.html.content import DROPPED
from reportdiff.sources.html.inline import is_bold, is_note_mark, read_run
from reportdiff.sources.html.tables import Cell, captions_of, holds_data, own_cells, read_grid, strays_of
from reportdiff.sources.html.tokens import Run
from reportdiff.sources.html.tree import BLOCKS, HEADINGS, Element
from reportdiff.sources.outline import Outline, Words, tells_in_sentences
from reportdiff.sources.passages import EMPTY, join, join_all
from reportdiff.sources.plain.wrapping import joints
from reportdiff.sources.raised import raised

_LISTS = frozenset("ul ol menu dir".split())
_NUMBERED_TYPES = frozenset(("", "1"))
_FIGURE = re.compile(r"[0-9]")


def read_blocks(root: Element, source: str) -> list[Draft]:
    """The blocks of *root*, in order; a heading above nothing but what was left out goes with it."""
    writer = _Writer(source, Outline())
    writer.take(root)
    return writer.finish()


class _Writer:
    """Walks a tree; ``_pieces`` are the words of the block at hand, ``_item`` its depth and number if it is an item."""

    def __init__(self, source: str, outline: Outline) -> None:
        self._source = source
        self._outline = outline
        self._pieces: list[Piece] = []
        self._lists: list[Element] = []
        self._item: tuple[int, str] | None = None
        self._heading = 0
        self._gaps: list[int] = []

    def finish(self) -> list[Draft]:
        self._close()
        return _without_empty_sections(self._outline.drafts, self._gaps)

    def take(self, element: Element, *, strong: bool = False) -> None:
        """Take the words and blocks of *element*."""
        for child in element.children:
            if isinstance(child, Run):
                self._pieces.append(Piece(read_run(self._source, child), strong))
            elif child.name == DROPPED:
                self._gaps.append(len(self._outline.drafts) + bool(self._pieces))
            elif child.name in BLOCKS or child.name == "table":
                self._take_block(child)
            else:
                self._take_inline(child, strong=strong or is_bold(child))

    def _take_inline(self, element: Element, *, strong: bool) -> None:
        name = element.name
        if name == "br":
            self._pieces.append(BREAK)
        elif name == "sup" or (name == "a" and len(element.children) == 1):
            self._take_mark(element, strong=strong)
        else:
            self.take(element, strong=strong)

    def _take_mark(self, element: Element, *, strong: bool) -> None:
        """Take what may be the mark of a note: raised words, or a link."""
        words = join(*[read_run(self._source, run) for run in element.runs()])
        if is_note_mark(element, " ".join(words.text.split()), self._words_before()):
            return
        if element.name == "sup":
            self._pieces.append(Piece(raised(words), strong))
        else:
            self.take(element, strong=strong)

    def _words_before(self) -> str:
        return next((p.passage.text for p in reversed(self._pieces) if p.passage is not None and p.passage.text), "")

    def _take_block(self, element: Element) -> None:
        self._close()
        name = element.name
        if name in HEADINGS:
            self._heading = int(name[1])
            self.take(element)
            self._close()
            self._heading = 0
        elif name in _LISTS:
            self._take_list(element)
        elif name == "table":
            self._take_table(element)
        elif name == "dl":
            self._take_definitions(element)
        elif name in ("pre", "listing", "plaintext"):
            self._take_lines(element)
        else:
            self.take(element)
        self._close()

    def _take_list(self, element: Element) -> None:
        if not self._lists:
            self._outline.part_lists()
        self._lists.append(element)
        number = _number(element.attributes.get("start", "")) or 1
        for child in element.children:
            if isinstance(child, Run) or child.name != "li":
                self.take(Element("", element.start, {}, [child]))
                self._close()
                continue
            number = _number(child.attributes.get("value", "")) or number
            numbered = element.name == "ol" and element.attributes.get("type", "") in _NUMBERED_TYPES
            self._item = len(self._lists), f"{number}." if numbered else ""
            self.take(child)
            self._close()
            self._item = None
            number += 1
        self._lists.pop()

    def _take_table(self, table: Element) -> None:
        for caption in (*captions_of(table), *strays_of(table)):
            self.take(caption)
            self._close()
        grid = read_grid(table)
        cells = own_cells(grid)
        if not holds_data(table, grid) or tells_in_sentences([self._flat(cell).text for cell in cells]):
            for element in cells:
                self.take(element)
                self._close()
            return
        self._outline.part_lists()
        body = False
        for row in grid:
            body = body or any(cell is not None and cell.element.name == "td" for cell in row)
            self._outline.add_row([self._cell(cell, repeats=body) for cell in row])
        self._outline.part_lists()

    def _cell(self, cell: Cell | None, *, repeats: bool) -> Passage:
        """The words of a place in a table. A label that hangs down is told in each row, a figure only once."""
        if cell is None or cell.from_left:
            return EMPTY
        words = self._flat(cell.element)
        told = not cell.from_above or (repeats and not _FIGURE.match(words.text.lstrip("$€£¥-−(")))
        return words if told else EMPTY

    def _flat(self, element: Element) -> Passage:
        """All words below *element* as one line."""
        inner = _Writer(self._source, Words())
        inner.take(element)
        return join_all([draft.passage for draft in inner.finish()], " ")

    def _take_definitions(self, element: Element) -> None:
        """Terms with what defines them: ``Term: value`` a line, as in a list of fields."""
        terms: list[Passage] = []
        values: list[Element] = []
        for child in _definitions(element):
            if child.name == "dt" and values:
                self._define(terms, values)
                terms, values = [], []
            if child.name == "dt":
                terms.append(self._flat(child))
            else:
                values.append(child)
        self._define(terms, values)

    def _define(self, terms: Sequence[Passage], values: Sequence[Element]) -> None:
        term = join_all([term for term in terms if term.text], " ")
        if any(below.name in BLOCKS for value in values for below in value.walk()) or not values:
            self._outline.add_strong(term)
            for value in values:
                self.take(value)
                self._close()
            return
        told = [words for words in map(self._flat, values) if words.text]
        mark = " " if term.text.endswith((":", "?")) else ": " if term.text else ""
        self._outline.add_paragraph(join(term, mark, join_all(told, "; ")))

    def _take_lines(self, element: Element) -> None:
        """Text set as it is typed: its lines are read as those of a plain document."""
        reader = BlockReader(self._source, joints)
        for run in element.runs():
            offset = run.start
            for line in self._source[run.start : run.end].splitlines(keepends=True):
                reader.feed(line, offset)
                offset += len(line)
        for draft in reader.finish():
            self._add_line(draft)

    def _add_line(self, draft: Draft) -> None:
        if draft.kind is BlockKind.ITEM:
            self._outline.add_item(draft.passage, draft.level, draft.marker.strip().removeprefix("-"))
        elif draft.kind is BlockKind.HEADING:
            self._outline.add_heading(draft.passage, draft.level)
        else:
            self._outline.add_paragraph(draft.passage)

    def _close(self) -> None:
        """End the block at hand."""
        if not self._pieces:
            return
        lines = lines_of(self._pieces)
        self._pieces = []
        if not lines:
            return
        if self._heading:
            self._outline.add_heading(join_all([line.passage for line in lines], " "), self._heading)
            return
        for words, strong, _ in joined(lines):
            if self._item is not None:
                self._outline.add_item(words, *self._item)
                self._item = None
            elif strong:
                self._outline.add_strong(words)
            else:
                self._outline.add_paragraph(words)


def _definitions(element: Element) -> list[Element]:
    """The terms and definitions of a list, those that are grouped included."""
    found: list[Element] = []
    for child in element.elements():
        if child.name in ("dt", "dd"):
            found.append(child)
        elif child.name == "div":
            found += [below for below in child.elements() if below.name in ("dt", "dd")]
    return found


def _number(told: str) -> int:
    return int(told) if told.isascii() and told.isdigit() and len(told) < 4 else 0


def _without_empty_sections(drafts: list[Draft], gaps: Sequence[int]) -> list[Draft]:
    """The blocks without the headings that stood above nothing but what was left out, behind the first block."""
    empty = set()
    for gap in gaps:
        if 1 < gap <= len(drafts) and drafts[gap - 1].kind is BlockKind.HEADING:
            following = drafts[gap] if gap < len(drafts) else None
            if following is None or (following.kind is BlockKind.HEADING and following.level <= drafts[gap - 1].level):
                empty.add(gap - 1)
    return [draft for number, draft in enumerate(drafts) if number not in empty]
