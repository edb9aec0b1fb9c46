"""All figures of a text with their periods, sentence by sentence and field by field."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reportdiff.extraction.figures.cues import find_cues
from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.figures.quantities import quantity_of
from reportdiff.extraction.figures.read import read_figures
from reportdiff.extraction.figures.sharing import share_between
from reportdiff.extraction.mention import Circumstances, Mention
from reportdiff.extraction.tables.fields import dating_brackets, field_label, find_repeated, label_paths, row_label
from reportdiff.extraction.tables.label_units import apply_label
from reportdiff.extraction.tables.read import TableReader
from reportdiff.extraction.tables.table import Cell
from reportdiff.extraction.times.frames import Frame, goes_on, scene_of
from reportdiff.extraction.times.periods import assign_periods
from reportdiff.extraction.times.stated import of_days, of_publication
from reportdiff.grammar.attribution import read_attribution
from reportdiff.grammar.characters import with_common_characters
from reportdiff.grammar.modality import are_near, find_modal_hints, read_modality
from reportdiff.grammar.nations import country_code
from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor, Role, TimeExpression
from reportdiff.model.claim import Modality
from reportdiff.model.period import UNDATED, Basis, Period
from reportdiff.model.text import FIELD, FURNITURE, HEADING, ITEM, PARAGRAPH, ROW, Block, Span, Text

_TERSE = frozenset("0123456789$€£-")
_MOST_TERSE_LABEL = 60
_LEAST_BLANKS = 3
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|must|will|can|holds?|fell|rose|grew|made|won|lost|[a-z]{3,}ed)\b"
)
_FIELD_SENTENCES = 2
"""A field of more sentences than this is running text under a label."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What every sentence of a text shares: the characters as the grammar knows them and as they are printed."""

    content: str
    printed: str
    anchor: Anchor
    country: str | None


class _Told(NamedTuple):
    """What is told about one figure beside its quantity."""

    block: Block
    sentence: Span
    period: Period
    modality: Modality = Modality.REPORTED
    attribution: str | None = None
    label: tuple[str, ...] = ()


def scan_mentions(text: Text, circumstances: Circumstances) -> list[Mention]:
    """Every figure of *text*, in order, with period, modality and attribution."""
    content = with_common_characters(text.content)
    cues = find_cues(content, 0, len(content))
    anchor = Anchor(circumstances.published, circumstances.fiscal_year_start)
    setting = _Setting(content, text.content, anchor, country_code(circumstances.subject or ""))
    mentions: list[Mention] = []
    frame, tables = Frame(), TableReader(content, anchor)
    for block, sentences in _with_sentences(text):
        here = cues[bisect_left(cues, block.start) : bisect_left(cues, block.end)]
        cells = tables.feed(block)
        if cells is not None:
            mentions.extend(_cell_mention(setting, cell) for cell in cells)
        elif block.kind is HEADING:
            frame = Frame(heading=_heading_time(setting, block, here))
        else:
            if here:
                mentions.extend(_block_mentions(setting, block, sentences, here, frame))
            frame.last, frame.pair = None, None
    return mentions


def _with_sentences(text: Text) -> Iterator[tuple[Block, Sequence[Span]]]:
    """Each block that may hold figures, with its sentences."""
    sentences = text.sentences
    first = 0
    for block in text.blocks:
        while first < len(sentences) and sentences[first].start < block.start:
            first += 1
        last = first
        while last < len(sentences) and sentences[last].start < block.end:
            last += 1
        if block.kind is not FURNITURE:
            yield block, sentences[first:last]
        first = last


def _cell_mention(setting: _Setting, cell: Cell) -> Mention:
    published = setting.anchor.published
    period = of_publication(published) if cell.days is None else of_days(cell.days)
    told = _Told(cell.block, Span(cell.block.start, cell.block.end), period, cell.modality, label=cell.label)
    return _mention(setting, cell.figure, told)


def _heading_time(setting: _Setting, block: Block, cues: list[int]) -> TimeExpression | None:
    """The fiscal year or year that a heading gives to what stands under it, where it names just one."""
    if not any(setting.content[at].isdigit() for at in cues):
        return None
    times = [t for t in scan_times(setting.content, block.start, block.end, setting.anchor) if t.days and not t.weak]
    return times[0] if len(times) == 1 and times[0].days and times[0].days.first.day == 1 else None


def _block_mentions(
    setting: _Setting, block: Block, sentences: Sequence[Span], cues: list[int], frame: Frame
) -> Iterator[Mention]:
    if block.kind is ROW and (cells := row_label(setting.content, block.start, block.end)):
        yield from _field_mentions(setting, block, Span(block.start, block.end), cells, cues)
        return
    if block.kind in (FIELD, PARAGRAPH, ITEM):
        label = field_label(setting.content, block.start, block.end)
        short = block.kind is FIELD and len(sentences) <= _FIELD_SENTENCES
        if label and (short or _is_terse(setting.content, label)):
            parts = _field_parts(setting.content, block, sentences, label)
            for part, own in parts:
                here = _within(cues, part)
                yield from (
                    _field_mentions(setting, block, part, own, here)
                    if own
                    else _prose(setting, block, [part], here, frame)
                )
            return
    yield from _prose(setting, block, sentences, cues, frame)


def _within(cues: list[int], span: Span) -> list[int]:
    return cues[bisect_left(cues, span.start) : bisect_left(cues, span.end)]


def _prose(
    setting: _Setting, block: Block, sentences: Sequence[Span], cues: list[int], frame: Frame
) -> Iterator[Mention]:
    for sentence in sentences:
        if here := _within(cues, sentence):
            yield from _sentence_mentions(setting, block, sentence, here, frame)
        elif not goes_on(setting.content, sentence.start, sentence.end):
            frame.last = None


def _field_parts(
    content: str, block: Block, sentences: Sequence[Span], label: tuple[str, int]
) -> list[tuple[Span, tuple[str, int] | None]]:
    """The parts of a block that opens with a field, each with its label, or None for running text behind the field.

    "Population: 735,553 (2017). Life expectancy: 70 years. Poverty fell to 8 percent in 2017." has three.
    """
    whole: list[tuple[Span, tuple[str, int] | None]] = [(Span(block.start, block.end), label)]
    if len(sentences) < 2 or not _is_terse(content, label):
        return whole
    parts: list[tuple[Span, tuple[str, int] | None]] = [(sentences[0], label)]
    for sentence in sentences[1:]:
        own = field_label(content, sentence.start, sentence.end)
        own = own if own and _is_terse(content, own) else None
        if own is None and not _is_running(content, sentence):
            return whole
        parts.append((sentence, own))
    return parts


def _is_running(content: str, sentence: Span) -> bool:
    """True for a sentence of running text: it opens with a word and has no mark of a list of values."""
    words = content[sentence.start : sentence.end]
    if not words[:1].isupper() or words.count(" ") < _LEAST_BLANKS or ": " in words:
        return False
    return _FINITE.search(words) is not None


def _is_terse(content: str, label: tuple[str, int]) -> bool:
    """True where the value of a label begins with a figure."""
    return content[label[1] : label[1] + 1] in _TERSE and len(label[0]) < _MOST_TERSE_LABEL


def _figures(setting: _Setting, start: int, end: int, cues: list[int]) -> tuple[list[Figure], list[TimeExpression]]:
    times = scan_times(setting.content, start, end, setting.anchor)
    figures = read_figures(setting.content, start, end, cues, [(t.start, t.end) for t in times])
    return (share_between(setting.content, start, figures) if figures else []), times


def _sentence_mentions(
    setting: _Setting, block: Block, sentence: Span, cues: list[int], frame: Frame
) -> Iterator[Mention]:
    content, start, end = setting.content, sentence.start, sentence.end
    figures, times = _figures(setting, start, end, cues)
    if not figures:
        frame.last = scene_of(content, start, times)
        return
    periods = assign_periods(content, start, figures, times, frame, setting.anchor.published)
    credited = read_attribution(content, start, end)
    hints = find_modal_hints(content, start, end)
    for figure, period in zip(figures, periods, strict=True):
        modality = Modality.REPORTED
        if are_near(hints, figure.start, figure.end):
            modality = read_modality(content, start, figure.start, figure.end, end)
        yield _mention(setting, figure, _Told(block, sentence, period, modality, credited))


def _field_mentions(
    setting: _Setting, block: Block, sentence: Span, label: tuple[str, int], cues: list[int]
) -> Iterator[Mention]:
    content, (name, value_at) = setting.content, label
    figures, times = _figures(setting, sentence.start, sentence.end, cues[bisect_left(cues, value_at) :])
    if not figures:
        return
    dated = _dated_in_field(setting, value_at, figures, times)
    paths = list(label_paths(content, name, value_at, figures))
    repeated = find_repeated(content, paths, figures)
    for n, (figure, path, (period, modality)) in enumerate(zip(figures, paths, dated, strict=True)):
        if figure.bare:
            apply_label(figure, path, content, figures[:n])
            if figure.unit == "rank":
                figure.quote_start = max(content.rfind(path[-1], value_at, figure.start), value_at)
        shared = n + 1 in repeated and period.basis is Basis.STATED and dated[n + 1][0] == period
        told = UNDATED if shared or (n in repeated and period.basis is Basis.PUBLISHED) else period
        yield _mention(setting, figure, _Told(block, sentence, told, modality, label=path))


def _dated_in_field(
    setting: _Setting, value_at: int, figures: Sequence[Figure], times: Sequence[TimeExpression]
) -> list[tuple[Period, Modality]]:
    """The period of each figure in a field, by the brackets in it or else as in a sentence, and its modality."""
    content, published = setting.content, setting.anchor.published
    heading = next((t for t in reversed(times) if t.end <= value_at and t.days and not t.weak), None)
    behind = [time for time in times if time.start >= value_at]
    if behind and not any(time.role is Role.BRACKET for time in behind):
        told = assign_periods(content, value_at, figures, times, Frame(), published)
        return [(period, Modality.REPORTED) for period in told]
    dated: list[tuple[Period, Modality]] = []
    last: TimeExpression | None = None
    for bracket in dating_brackets(figures, behind):
        dated.append(
            dated[-1] if dated and bracket is last else _dated_by_bracket(content, bracket or heading, published)
        )
        last = bracket
    return dated


def _dated_by_bracket(content: str, bracket: TimeExpression | None, published: date | None) -> tuple[Period, Modality]:
    if bracket is None or bracket.days is None:
        return of_publication(published), Modality.REPORTED
    words = content[bracket.start : bracket.end].strip("()")
    return of_days(bracket.days, words), Modality.ESTIMATED if bracket.estimated else Modality.REPORTED


def _mention(setting: _Setting, figure: Figure, told: _Told) -> Mention:
    quote_end = figure.quote_end
    if figure.unit not in ("person", "count"):
        quote_end = max(quote_end, figure.end)
    return Mention(
        quantity=quantity_of(setting.content, figure, setting.country, setting.printed),
        span=Span(figure.quote_start, quote_end),
        number=Span(figure.start, figure.end),
        sentence=told.sentence,
        block=told.block,
        period=told.period,
        modality=told.modality,
        attribution=told.attribution,
        counted=figure.counted,
        moved=figure.moved,
        label=told.label,
    )
