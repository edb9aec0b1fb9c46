"""Pages of plain text: furniture apart, columns in order, lines gathered into paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportdiff.model.text import Grade
from reportdiff.sources.dates import read_date_line
from reportdiff.sources.kinds import is_furniture, is_report_number
from reportdiff.sources.plain.columns import Parting, part_columns
from reportdiff.sources.plain.continuity import Trait, join_score, known_words, traits_of
from reportdiff.sources.plain.wrapping import demands_more, joints

_FEWEST_LINES = 24
_FEWEST_ON_PAGE = 12
_MOST_ON_PAGE = 3000
"""More lines than these without a page's edge among them are no print."""
_BROADEST = 110
_SMALL_STARTS = 0.25
_BLANKS = 0.05
_GATE = -0.35
_GATE_OF_FEW = -0.6
_FEW = 24
"""Lines of one column go on with a mean score above the gate, interleaved ones well below."""
_ENOUGH_EVIDENCE = 6.0
_DOUBTFUL_JOIN = -2.5
_DOUBTFUL_MEAN = -0.6
_TOP_LINES = 8

REPAIRED = "two columns stood interleaved line by line here and were parted"
DOUBTFUL = "two columns stood interleaved here, and whether these lines belong together is not sure"
UNPARTED = "two columns seem to stand interleaved line by line here, and could not be parted"


class Piece(NamedTuple):
    """Lines, by number, that make one paragraph or stand apart, and how far their reading can be trusted.

    ``cut`` holds the lines that were cut inside a word.
    """

    lines: tuple[int, ...]
    page: int
    grade: Grade = Grade.CLEAN
    reason: str = ""
    cut: tuple[int, ...] = ()


class _Placed(NamedTuple):
    """A line of the body in reading order: whether it surely begins a paragraph, how it joins the line before."""

    number: int
    page: int
    grade: Grade
    reason: str
    begins: bool
    joined: float
    cut: bool


class _Stretch(NamedTuple):
    page: int
    numbers: list[int]
    follows: bool


def arrange(lines: Sequence[str]) -> list[Piece] | None:
    """The paragraphs of *lines* in reading order; None where no columns are interleaved and the order stands."""
    if not _may_have_columns(lines):
        return None
    furniture = _furniture(lines)
    known = None
    before: Trait | None = None
    flow: list[_Placed] = []
    troubled = False
    for stretch in _stretches(lines, furniture):
        traits = _traits(lines, stretch)
        if not traits:
            flow += _as_it_stands(stretch, Grade.CLEAN, "")
            before = None
            continue
        known = known or known_words(lines)
        parting = part_columns(traits, known, before)
        troubled = True
        if parting is None or parting.evidence < _ENOUGH_EVIDENCE:
            flow += _as_it_stands(stretch, Grade.SUSPECT, UNPARTED)
            before = None
        else:
            flow += _placed(stretch, lines, traits, parting, known)
            before = traits[(parting.right or parting.left)[-1]]
    return _pieces(lines, flow, furniture) if troubled else None


def _may_have_columns(lines: Sequence[str]) -> bool:
    """Whether the lines look like wrapped print at all: not too few, not too broad, many going on in small letters."""
    full = [line for line in lines if not line.isspace()]
    if len(full) < _FEWEST_LINES or sum(map(len, full)) > _BROADEST * len(full):
        return False
    return sum(line[0].islower() for line in full) >= _SMALL_STARTS * len(full)


def _furniture(lines: Sequence[str]) -> dict[int, bool]:
    """The lines that belong to no column, each with whether it stands at the edge of a page."""
    texts = {number: line.strip() for number, line in enumerate(lines) if not line.isspace()}
    numbers = list(texts)
    edges = {n: not is_report_number(text) for n, text in texts.items() if is_furniture(text)}
    edges |= {n: True for n in numbers[:_TOP_LINES] if read_date_line(texts[n]) is not None}
    counts = Counter(texts.values())
    heads = {text for n, text in texts.items() if counts[text] > 1 and _could_run(text)}
    for _ in range(2):
        for at, n in enumerate(numbers):
            if texts[n] in heads and n not in edges:
                beside = numbers[max(0, at - 2) : at + 3]
                if any(edges.get(other) for other in beside) or at == 0:
                    edges[n] = True
    return edges


def _could_run(text: str) -> bool:
    """Whether a repeated line could be the running head of a page."""
    return 6 < len(text) <= 100 and not text[0].islower() and text[-1] not in ".,;:-" and " " in text


def _stretches(lines: Sequence[str], furniture: dict[int, bool]) -> Iterator[_Stretch]:
    """The bodies of the pages; one with many blank lines in parts, each from blank line to blank line."""
    page = 1
    numbers: list[int] = []
    for number, line in enumerate(lines):
        if "\f" in line or furniture.get(number):
            if any(not lines[n].isspace() for n in numbers):
                yield from _parts(lines, numbers, page)
                page += 1
            numbers = []
        if number not in furniture:
            numbers.append(number)
    yield from _parts(lines, numbers, page)


def _parts(lines: Sequence[str], numbers: list[int], page: int) -> Iterator[_Stretch]:
    full = [number for number in numbers if not lines[number].isspace()]
    if not full:
        return
    inner = range(full[0], full[-1])
    if sum(lines[number].isspace() for number in inner) <= _BLANKS * len(full):
        yield _Stretch(page, full, follows=True)
        return
    part: list[int] = []
    for number in numbers:
        if not lines[number].isspace():
            part.append(number)
        elif part:
            yield _Stretch(page, part, follows=False)
            part = []
    if part:
        yield _Stretch(page, part, follows=False)


def _traits(lines: Sequence[str], stretch: _Stretch) -> list[Trait]:
    """The traits of the lines of a page that looks interleaved; none where it does not."""
    if not _FEWEST_ON_PAGE <= len(stretch.numbers) <= _MOST_ON_PAGE:
        return []
    traits = traits_of([lines[number].rstrip("\r\n") for number in stretch.numbers])
    nothing: frozenset[object] = frozenset()
    mean = sum(map(join_score, traits, traits[1:], [nothing] * len(traits))) / len(traits)
    return traits if mean < (_GATE if len(traits) >= _FEW else _GATE_OF_FEW) else []


def _as_it_stands(stretch: _Stretch, grade: Grade, reason: str) -> list[_Placed]:
    return [
        _Placed(number, stretch.page, grade, reason, begins=at == 0, joined=0.0, cut=False)
        for at, number in enumerate(stretch.numbers)
    ]


def _placed(
    stretch: _Stretch, lines: Sequence[str], traits: Sequence[Trait], parting: Parting, known: frozenset[object]
) -> list[_Placed]:
    placed: list[_Placed] = []
    repaired = Grade.REPAIRED
    for column in (parting.left, parting.right):
        last = -1
        for at in column:
            begins, joined = False, 0.0
            if last >= 0:
                gap = at - last > 2
                ended = traits[last].ended and traits[at].big
                wide = lines[stretch.numbers[last]].rstrip("\r\n").endswith("  ")
                begins = ended and (gap or wide)
                joined = join_score(traits[last], traits[at], known)
            number = stretch.numbers[at]
            cut = traits[at].cut
            placed.append(_Placed(number, stretch.page, repaired, REPAIRED, begins, joined, cut))
            last = at
    return placed


def _pieces(lines: Sequence[str], flow: Sequence[_Placed], furniture: dict[int, bool]) -> list[Piece]:
    """Paragraphs out of the flow of lines; furniture below the top goes behind the last parted page."""
    start = min((placed.number for placed in flow), default=0)
    last = flow[-1].page if flow else 1
    above = [Piece((number,), 1) for number in sorted(furniture) if number < start]
    below = sorted((number for number in furniture if number >= start), key=lambda number: (furniture[number], number))
    body = [_piece(lines, paragraph) for paragraph in _paragraphs(lines, flow)]
    end = max((at for at, piece in enumerate(body, 1) if piece.grade is not Grade.CLEAN), default=len(body))
    return above + body[:end] + [Piece((number,), last) for number in below] + body[end:]


def _paragraphs(lines: Sequence[str], flow: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    group: list[_Placed] = []
    for placed in flow:
        if group and placed.begins:
            yield from _wrapped(lines, group)
            group = []
        group.append(placed)
    if group:
        yield from _wrapped(lines, group)


def _wrapped(lines: Sequence[str], group: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    paragraph: list[_Placed] = []
    going_on = joints([lines[placed.number].strip() for placed in group])
    for placed, joined in zip(group, [False, *going_on], strict=True):
        if paragraph and not (joined or paragraph[-1].cut):
            yield paragraph
            paragraph = []
        paragraph.append(placed)
    yield paragraph


def _piece(lines: Sequence[str], paragraph: Sequence[_Placed]) -> Piece:
    first = paragraph[0]
    grade, reason = first.grade, first.reason
    scores = [placed.joined for placed in paragraph[1:]]
    weak = scores and (min(scores) < _DOUBTFUL_JOIN or sum(scores) < _DOUBTFUL_MEAN * len(scores))
    torn = lines[first.number].lstrip()[0].islower() or demands_more(lines[paragraph[-1].number].strip())
    if grade is Grade.REPAIRED and (weak or torn):
        grade, reason = Grade.SUSPECT, DOUBTFUL
    cut = tuple(placed.number for placed in paragraph[:-1] if placed.cut)
    return Piece(tuple(placed.number for placed in paragraph), first.page, grade, reason, cut)
