"""A Word file to text in reading order, its tracked changes accepted, or as it was before them.

The origin counts paragraphs: ``part`` is the number of a paragraph, from 1, cells and text boxes and then footnotes
included, and ``source`` the place of a character in that paragraph's text, where a tab and a line break are one each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from reportdiff.model.text import OriginRun, Text
from reportdiff.sources.builder import Draft, Passage, assemble
from reportdiff.sources.docx.body import Cell, Content, Paragraph, Table, paragraphs_of, read_body
from reportdiff.sources.docx.package import Package, open_package, relations
from reportdiff.sources.docx.remarks import Part, read_remarks
from reportdiff.sources.docx.styles import Styles, read_styles
from reportdiff.sources.docx.text import ACCEPTED, ORIGINAL, Reading, Told, number_paragraphs, rows_of, told_paragraphs
from reportdiff.sources.docx.xml import Attributes, as_utf8, parse
from reportdiff.sources.hard_breaks import BREAK, Piece, joined, lines_of
from reportdiff.sources.kinds import find_title, settle
from reportdiff.sources.outline import Outline, tells_in_sentences
from reportdiff.sources.passages import EMPTY, join_all
from reportdiff.sources.raised import is_raised_mark, raised

_NOTES = ("/footnotes", "/endnotes")
_PROPERTIES = "/core-properties"
_DECLARED = {"dc:title": "title", "dc:creator": "author"}
_LONGEST_CELL = 400
_LONGEST_VALUE = 500


def read_docx(data: bytes) -> Text:
    """The text of a Word file as it reads once all tracked changes are accepted.

    Headers, footers, tables of contents, placeholders and hidden words are left out. ``declared`` holds title and
    author of its properties, ``remarks`` its comments. Raises UnreadableInput for what is no whole Word file, see
    ``docx_package``.
    """
    return _read(data, ACCEPTED)


def read_docx_original(data: bytes) -> Text:
    """The text of a Word file as it was before its tracked changes; otherwise as :func:`read_docx`."""
    return _read(data, ORIGINAL)


def read_parts(package: Package, reading: Reading) -> list[Part]:
    """The parts that hold the text, in order: the document, its footnotes, its endnotes.

    Their paragraphs are numbered from 1, one part behind the other.
    """
    ties = (package.related(kind) for kind in _NOTES)
    parts: list[Part] = []
    before = 0
    for name in (package.main, *(name for name in ties if name is not None)):
        data = as_utf8(package.parts[name])
        content = read_body(data)
        parts.append(Part(name, data, content, list(enumerate(number_paragraphs([content], reading), before + 1))))
        before += len(parts[-1].told)
    return parts


def _read(data: bytes, reading: Reading) -> Text:
    package = open_package(data)
    parts = read_parts(package, reading)
    writer = _Writer(read_styles(package), reading, [told for part in parts for _, told in part.told])
    for part in parts:
        writer.take(part.content)
    drafts = settle(writer.drafts)
    declared = _declared(package)
    text = assemble(drafts, title=find_title(drafts) or dict(declared).get("title"))
    return replace(
        text,
        declared=declared,
        origin=tuple(writer.by_paragraph(text.origin)),
        remarks=read_remarks(package, parts),
    )


class _Writer:
    """Makes blocks of paragraphs. Inside, a character's place counts all paragraphs, with one place between two."""

    def __init__(self, styles: Styles, reading: Reading, numbered: Sequence[Told]) -> None:
        self._styles = styles
        self._reading = reading
        self._outline = Outline()
        self._starts = list(accumulate((len(told.text) + 1 for told in numbered), initial=0))
        self._number = 0
        self._counts: dict[str, list[int]] = {}
        self._titled = any(_is_title(told, styles) and told.text.strip() for told in numbered)

    @property
    def drafts(self) -> list[Draft]:
        return self._outline.drafts

    def take(self, content: Content) -> None:
        """Take the blocks of one part or cell."""
        for each in told_paragraphs(content, self._reading):
            if isinstance(each, Told):
                self._take_paragraph(each)
            else:
                self._take_table(each)

    def by_paragraph(self, origin: Sequence[OriginRun]) -> Iterator[OriginRun]:
        """The runs with the number of the paragraph and the place in it."""
        for run in origin:
            number = bisect_right(self._starts, run.source)
            yield run._replace(source=run.source - self._starts[number - 1], part=number)

    def _take_paragraph(self, told: Told) -> None:
        pieces = self._pieces(told)
        paragraph = told.paragraph
        lines = [] if self._styles.is_contents(paragraph.style) else lines_of(pieces)
        if not lines:
            return
        level = self._styles.heading_level(paragraph.style, paragraph.outline)
        if level is not None:
            shift = self._titled and not _is_title(told, self._styles)
            self._outline.add_heading(join_all([line.passage for line in lines], " "), level + shift)
            return
        item = self._styles.list_of(paragraph.style, paragraph.list_id, paragraph.list_level)
        for line in joined(lines):
            if item is not None:
                self._outline.add_item(line.passage, item[1], self._count(*item))
                item = None
            elif line.strong:
                self._outline.add_strong(line.passage)
            else:
                self._outline.add_paragraph(line.passage)

    def _count(self, list_id: str, level: int) -> str:
        """The number of the next item, empty where its list has bullets."""
        counts = self._counts.setdefault(list_id, [])
        del counts[level + 1 :]
        while len(counts) <= level:
            counts.append(self._styles.counted.get((list_id, len(counts)), 1) - 1)
        counts[level] += 1
        return f"{counts[level]}." if (list_id, level) in self._styles.counted else ""

    def _pieces(self, told: Told) -> list[Piece]:
        """The words of the next paragraph with their places, without the marks of notes."""
        at = self._starts[self._number]
        self._number += 1
        pieces: list[Piece] = []
        before = ""
        for piece in told.pieces:
            passage = Passage(piece.text, ((0, len(piece.text), at),))
            at += len(piece.text)
            if piece.text == "\n":
                pieces.append(BREAK)
            elif piece.run.raised and is_raised_mark(piece.text.strip(), before):
                continue
            else:
                pieces.append(Piece(raised(passage) if piece.run.raised else passage, piece.run.bold))
            before = (before + piece.text)[-20:]
        return pieces

    def _take_table(self, table: Table) -> None:
        rows = rows_of(table, self._reading)
        if not _holds_data(rows) or tells_in_sentences([_words_in(cell) for row in rows for cell in row]):
            for row in rows:
                for cell in row:
                    self.take(cell.content)
            return
        self._outline.part_lists()
        above: dict[int, Passage] = {}
        for number, row in enumerate(rows):
            places: list[Passage] = []
            for cell in row:
                words = self._words(cell.content)
                column = len(places)
                if cell.goes_on and not words.text:
                    label = above.get(column, EMPTY)
                    words = label if number > 1 and not _is_figure(label) else EMPTY
                else:
                    above[column] = words
                places += [words, *[EMPTY] * (cell.span - 1)]
            self._outline.add_row(places)
        self._outline.part_lists()

    def _words(self, content: Content) -> Passage:
        """All words of a cell in one line."""
        found: list[Passage] = []
        for each in told_paragraphs(content, self._reading):
            if isinstance(each, Told):
                found += [line.passage for line in lines_of(self._pieces(each))]
            else:
                found += [self._words(cell.content) for row in rows_of(each, self._reading) for cell in row]
        return join_all([words for words in found if words.text], " ")


def _is_title(told: Told, styles: Styles) -> bool:
    return told.paragraph.outline is None and styles.is_title(told.paragraph.style)


def _is_figure(words: Passage) -> bool:
    return words.text.lstrip("$€£¥-−(")[:1].isdigit()


def _holds_data(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table tells figures in rows and columns; one that only arranges a page does not."""
    if max(map(len, rows), default=0) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    if any(isinstance(each, Table) for cell in cells for each in cell.content):
        return False
    if all(len(cell.content) <= 1 for cell in cells):
        return True
    paragraphs = [[each for each in cell.content if isinstance(each, Paragraph)] for cell in cells]
    return max(sum(len(p.text) for each in cell for p in each.pieces) for cell in paragraphs) <= _LONGEST_CELL


def _words_in(cell: Cell) -> str:
    return " ".join(piece.text for each in paragraphs_of(cell.content) for piece in each.pieces).strip()


def _declared(package: Package) -> tuple[tuple[str, str], ...]:
    """Title and author as the file's properties tell them."""
    name = next((name for name in relations(package, "", _PROPERTIES) if name in package.parts), None)
    if name is None:
        return ()
    found: dict[str, str] = {}
    path: list[str] = []

    def begin(element: str, attributes: Attributes, at: int) -> None:
        path.append(element)

    def finish(element: str, at: int) -> None:
        path.pop()

    def take(words: str) -> None:
        key = _DECLARED.get(path[-1])
        if key is not None:
            found[key] = found.get(key, "") + words

    parse(package.parts[name], start=begin, end=finish, words=take)
    told = ((key, " ".join(value.split())[:_LONGEST_VALUE]) for key, value in found.items())
    return tuple(sorted((key, value) for key, value in told if value))
