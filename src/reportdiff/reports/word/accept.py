"""The tracked changes of a Word file's part accepted in its bytes: what went is cut out, what came loses its marks."""

from __future__ import annotations

from collections.abc import Iterator

from reportdiff.reports.word.runs import Change, changed
from reportdiff.sources.docx.body import Content, Paragraph, State, Table, read_body
from reportdiff.sources.docx.xml import Attributes, parse, tag_end

_CAME = frozenset(("w:ins", "w:moveTo", "w:cellIns"))
_WENT = frozenset(("w:del", "w:moveFrom", "w:cellDel"))
_FORMER = frozenset("w:rPrChange w:pPrChange w:tblPrChange w:tcPrChange w:trPrChange w:sectPrChange".split())
_RANGES = frozenset("w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd".split())
_PROPERTIES = frozenset("w:rPr w:trPr w:tcPr w:numPr".split())


def accept_changes(data: bytes) -> bytes:
    """An XML part in UTF-8 with all tracked changes of words, paragraphs, rows and looks accepted."""
    cuts = [*_Cutter(data).cuts(), *_joints(data, read_body(data))]
    return changed(data, _outermost(cuts))


class _Cutter:
    """Finds what is cut out; ``_open`` holds the names of the open elements and the bytes of their tags."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open: list[tuple[str, int]] = [("", 0)]
        self._cuts: list[Change] = []
        self._rows: list[bool] = []

    def cuts(self) -> list[Change]:
        parse(self._data, start=self._start, end=self._end)
        return self._cuts

    def _start(self, name: str, attributes: Attributes, at: int) -> None:
        if name == "w:tr":
            self._rows.append(False)
        elif name in _WENT and self._open[-1][0] == "w:trPr" and self._rows:
            self._rows[-1] = True
        self._open.append((name, at))

    def _end(self, name: str, at: int) -> None:
        _, start = self._open.pop()
        end = tag_end(self._data, at)
        in_properties = self._open[-1][0] in _PROPERTIES
        row_went = name == "w:tr" and self._rows.pop()
        marks = (name in _CAME or name in _WENT) and in_properties
        if row_went or marks or name in _FORMER or name in _RANGES or name in _WENT:
            self._cuts.append(Change(start, end, b""))
        elif name in _CAME:
            self._cuts += [Change(start, tag_end(self._data, start), b""), Change(at, end, b"")]


def _joints(data: bytes, content: Content) -> Iterator[Change]:
    """What is cut out between paragraphs whose parting mark went; what went as a whole goes with its tags."""
    for number, each in enumerate(content):
        if isinstance(each, Table):
            for row in each.rows:
                for cell in row.cells:
                    yield from _joints(data, cell.content)
            continue
        following = content[number + 1] if number + 1 < len(content) else None
        if each.state is not State.DELETED or not isinstance(following, Paragraph):
            continue
        if each.hangs_at is not None or following.hangs_at is not None or following.start < each.end:
            continue
        if all(piece.state is State.DELETED for piece in each.pieces):
            yield Change(each.start, each.end, b"")
        elif data[following.end - 2 : following.end] == b"/>":
            yield Change(following.start, following.end, b"")
        else:
            opened = following.properties[1] if following.properties else tag_end(data, following.start)
            yield Change(data.rindex(b"</", 0, each.end), opened, b"")


def _outermost(cuts: list[Change]) -> Iterator[Change]:
    """The cuts without those inside others, in order."""
    end = -1
    for cut in sorted(set(cuts), key=lambda cut: (cut.start, -cut.end)):
        if cut.end > end:
            yield Change(max(cut.start, end), cut.end, b"")
            end = cut.end
