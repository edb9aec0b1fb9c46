"""Two Word files as one with tracked changes: accepting them gives the new text, rejecting them the old one.

The file is the new one. A paragraph that is told anew has its words marked; one that only one side has, or that has
moved, been split or joined, is marked as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, count

from reportdiff.compare.prose.wording import compare_texts
from reportdiff.model.span import Span
from reportdiff.model.wording import Hunk, SentenceChange, WordingKind
from reportdiff.reports.word.accept import accept_changes
from reportdiff.reports.word.runs import Change, changed, find_piece, mark_at, xml_text
from reportdiff.sources.docx.body import Paragraph, read_body
from reportdiff.sources.docx.package import open_package, replace_parts
from reportdiff.sources.docx.styles import read_styles
from reportdiff.sources.docx.text import ACCEPTED, Told, number_paragraphs
from reportdiff.sources.docx.xml import as_utf8, prefix_at, tag_end

_AUTHOR = b"reportdiff"
_AS_SPACES = str.maketrans("\t\n", "  ")


def render_redline(old: bytes, new: bytes) -> bytes:
    """The Word file *new* with what it changed from *old* as tracked changes, of the document without its notes.

    The tracked changes that the two files have are accepted first. Ours bear no day, so that the same two files give
    the same bytes. Raises UnreadableInput for what is no whole Word file.
    """
    before, package = open_package(old), open_package(new)
    data = accept_changes(as_utf8(package.parts[package.main]))
    told = number_paragraphs([read_body(data)], ACCEPTED)
    former = number_paragraphs([read_body(as_utf8(before.parts[before.main]))], ACCEPTED)
    marker = _Marker(data, told, former, frozenset(read_styles(package).styles))
    return replace_parts(new, {package.main: changed(data, marker.changes())})


class _Marker:
    """Finds what changed between two documents, and marks it in the bytes of the new one."""

    def __init__(self, data: bytes, new: Sequence[Told], old: Sequence[Told], styles: frozenset[str]) -> None:
        self._data = data
        self._styles = styles
        self._new, self._old = [_Lines(new), _Lines(old)]
        self._prefix = prefix_at(data, new[0].paragraph.start) if new else b"w:"
        self._numbers = count(1)

    def changes(self) -> Iterator[Change]:
        """All marks, in order at each place."""
        found = compare_texts(self._old.joined, self._new.joined).changes
        pairs = self._pairs(found)
        for number in range(len(self._new.told)):
            if number not in pairs.values() and self._new.lines[number]:
                yield from self._insert_paragraph(self._new.told[number])
        for change in found:
            if _is_in_place(change):
                yield from self._reword(change)
        yield from self._deleted_paragraphs(pairs)

    def _pairs(self, found: Iterable[SentenceChange]) -> Mapping[int, int]:
        """Old paragraph → new one, of those that stay in place, told anew or not."""
        changes = list(found)
        listed_old = {self._old.number_at(span.start) for change in changes for span in change.old}
        listed_new = {self._new.number_at(span.start) for change in changes for span in change.new}
        kept = (number for number, line in enumerate(self._old.lines) if line and number not in listed_old)
        there = (number for number, line in enumerate(self._new.lines) if line and number not in listed_new)
        pairs = dict(zip(kept, there, strict=True))
        for change in filter(_is_in_place, changes):
            pairs[self._old.number_at(change.old[0].start)] = self._new.number_at(change.new[0].start)
        return pairs

    def _reword(self, change: SentenceChange) -> Iterator[Change]:
        old, new = self._old.number_at(change.old[0].start), self._new.number_at(change.new[0].start)
        for hunk in change.hunks:
            local = Hunk(self._old.local(hunk.old, old), self._new.local(hunk.new, new))
            yield from self._mark_hunk(self._new.told[new], self._old.told[old].text, local)

    def _mark_hunk(self, told: Told, old: str, hunk: Hunk) -> Iterator[Change]:
        """The marks of one change of words: what went, and each run of what came."""
        deleted = b""
        if hunk.old.start < hunk.old.end:
            place = min(hunk.new.start, len(told.text) - 1)
            piece, _ = find_piece(told, place)
            look = self._data[slice(*piece.run.properties)] if piece.run.properties else b""
            deleted = self._deleted(old[hunk.old.start : hunk.old.end], look)
        if hunk.new.start == hunk.new.end:
            at_end = hunk.new.start == len(told.text)
            yield from mark_at(self._data, told, hunk.new.start - at_end, deleted, behind=at_end)
        at = 0
        for piece in told.pieces:
            start, end = max(at, hunk.new.start), min(at + len(piece.text), hunk.new.end)
            at += len(piece.text)
            if start < end and not piece.mark:
                yield from mark_at(self._data, told, start, deleted + self._insertion(), behind=False)
                yield from mark_at(self._data, told, end - 1, b"</%sins>" % self._prefix, behind=True)
                deleted = b""

    def _insert_paragraph(self, told: Told) -> Iterator[Change]:
        """The marks of a paragraph that is new as a whole, its end with it."""
        paragraph = told.paragraph
        prefix = self._prefix
        mark = b"<%sins %s/>" % (prefix, self._who())
        if paragraph.properties is None:
            at = tag_end(self._data, paragraph.start)
            yield Change(at, at, b"<%spPr><%srPr>%s</%srPr></%spPr>" % (prefix, prefix, mark, prefix, prefix))
        else:
            yield self._mark_end(paragraph.properties, mark)
        for run in dict.fromkeys(piece.run for piece in told.pieces):
            yield Change(run.start, run.start, self._insertion())
            yield Change(run.end, run.end, b"</%sins>" % self._prefix)

    def _mark_end(self, properties: tuple[int, int], mark: bytes) -> Change:
        """The change that puts *mark* into the properties of a paragraph's end, which stand before three others."""
        start, end = properties
        look = self._data[start:end]
        opening = b"<%srPr" % self._prefix
        at = look.find(opening)
        if look[:-2].find(b">") < 0:  # a tag that closes itself
            whole = b"%s><%srPr>%s</%srPr></%spPr>" % (look[:-2], self._prefix, mark, self._prefix, self._prefix)
            return Change(start, end, whole)
        if at >= 0:
            stop = tag_end(self._data, start + at)
            if self._data[stop - 2 : stop] == b"/>":
                return Change(start + at, stop, b"%s>%s</%srPr>" % (opening, mark, self._prefix))
            return Change(stop, stop, mark)
        later = (look.find(b"<%s%s" % (self._prefix, name)) for name in (b"sectPr", b"pPrChange"))
        at = min((place for place in later if place >= 0), default=look.rindex(b"</"))
        return Change(start + at, start + at, b"<%srPr>%s</%srPr>" % (self._prefix, mark, self._prefix))

    def _deleted_paragraphs(self, pairs: Mapping[int, int]) -> Iterator[Change]:
        """Each old paragraph that is gone, behind the new one that stands for the one before it."""
        last = -1
        prefix = self._prefix
        for number, line in enumerate(self._old.lines):
            if number in pairs:
                last = pairs[number]
            elif line and self._new.told:
                place = self._new.told[last].paragraph.end if last >= 0 else self._new.told[0].paragraph.start
                told = self._old.told[number]
                words = self._deleted(told.text, b"")
                yield Change(place, place, b"<%sp>%s%s</%sp>" % (prefix, self._gone(told.paragraph), words, prefix))

    def _gone(self, paragraph: Paragraph) -> bytes:
        """The properties of a paragraph that is deleted with its end: its style, where the new file has that too."""
        prefix = self._prefix
        known = paragraph.style in self._styles and '"' not in paragraph.style
        style = b'<%spStyle %sval="%s"/>' % (prefix, prefix, xml_text(paragraph.style)) if known else b""
        mark = b"<%srPr><%sdel %s/></%srPr>" % (prefix, prefix, self._who(), prefix)
        return b"<%spPr>%s%s</%spPr>" % (prefix, style, mark, prefix)

    def _deleted(self, words: str, look: bytes) -> bytes:
        prefix = self._prefix
        parts: list[bytes] = []
        for line_number, line in enumerate(words.split("\n")):
            parts += [b"<%sbr/>" % prefix] if line_number else []
            for number, cell in enumerate(line.split("\t")):
                parts += [b"<%stab/>" % prefix] if number else []
                parts += [b'<%sdelText xml:space="preserve">%s</%sdelText>' % (prefix, xml_text(cell), prefix)]
        run = b"<%sr>%s%s</%sr>" % (prefix, look, b"".join(parts), prefix)
        return b"<%sdel %s>%s</%sdel>" % (prefix, self._who(), run, prefix)

    def _insertion(self) -> bytes:
        return b"<%sins %s>" % (self._prefix, self._who())

    def _who(self) -> bytes:
        return b'%sid="%d" %sauthor="%s"' % (self._prefix, next(self._numbers), self._prefix, _AUTHOR)


class _Lines:
    """Paragraphs as the lines of one text."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.told = told
        self.lines = [each.text.translate(_AS_SPACES) for each in told]
        self.joined = "\n".join(self.lines)
        self._starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        self._numbers = {start: number for number, start in enumerate(self._starts[:-1])}

    def number_at(self, start: int) -> int:
        """The number of the line that begins at *start*."""
        return self._numbers[start]

    def local(self, span: Span, number: int) -> Span:
        """A place in the whole as one in its line."""
        start = self._starts[number]
        return Span(span.start - start, span.end - start)


def _is_in_place(change: SentenceChange) -> bool:
    return change.kind is WordingKind.REWORDED and not change.moved
