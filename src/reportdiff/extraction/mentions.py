"""All figures of a text with their periods, sentence by sentence and field by field."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportdiff.extraction.fields import bracket_of, field_label, label_paths
from reportdiff.extraction.figures import Figure, find_cues, read_figures
from reportdiff.extraction.mention import Circumstances, Mention
from reportdiff.extraction.periods import Frame, assign_periods, of_publication
from reportdiff.extraction.sharing import share_between
from reportdiff.extraction.tables import Cell, TableReader
from reportdiff.grammar.comparators import bounds
from reportdiff.grammar.counted import counts_people
from reportdiff.grammar.modality import read_attribution, read_modality
from reportdiff.grammar.nations import country_code
from reportdiff.grammar.numbers import Form
from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor, Role, TimeExpression
from reportdiff.grammar.units import SHARED, currency_of
from reportdiff.model.claim import Modality
from reportdiff.model.period import Basis, Period
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.model.text import Block, BlockKind, Span, Text


@dataclass(frozen=True, slots=True)
class _Setting:
    """What every sentence of a text shares."""

    content: str
    anchor: Anchor
    country: str | None


def scan_mentions(text: Text, circumstances: Circumstances) -> list[Mention]:
    """Every figure of *text*, in order, with period, modality and attribution."""
    content = text.content
    cues = find_cues(content)
    anchor = Anchor(circumstances.published, circumstances.fiscal_year_start)
    setting = _Setting(content, anchor, country_code(circumstances.subject or ""))
    mentions: list[Mention] = []
    frame, first, tables = Frame(), 0, TableReader(content, anchor)
    for block in text.blocks:
        first = bisect_left(text.sentences, Span(block.start, block.start), first)
        last = bisect_left(text.sentences, Span(block.end, block.end), first)
        if block.kind is BlockKind.FURNITURE:
            continue
        cells = tables.feed(block)
        if cells is not None:
            mentions.extend(_cell_mention(setting, cell) for cell in cells)
            continue
        if block.kind is BlockKind.HEADING:
            frame = Frame(heading=_heading_time(setting, block))
            continue
        here = cues[bisect_left(cues, block.start) : bisect_left(cues, block.end)]
        if here:
            mentions.extend(_block_mentions(setting, block, text.sentences[first:last], here, frame))
        frame.last, frame.pair = None, None
    return mentions


def _cell_mention(setting: _Setting, cell: Cell) -> Mention:
    period = of_publication(setting.anchor.published)
    if cell.days is not None:
        period = Period(start=cell.days.first, end=cell.days.last, precision=cell.days.precision, basis=Basis.STATED)
    span = Span(cell.block.start, cell.block.end)
    return _mention(setting, cell.block, span, cell.figure, period, Modality.REPORTED, None, cell.label)


_RANKING = re.compile(r"\b(?:rank|ranking|country comparison)\b", re.IGNORECASE)


def _heading_time(setting: _Setting, block: Block) -> TimeExpression | None:
    """The fiscal year or year that a heading gives to what stands under it, where it names just one."""
    if not any(c.isdigit() for c in setting.content[block.start : block.end]):
        return None
    times = [t for t in scan_times(setting.content, block.start, block.end, setting.anchor) if t.days and not t.weak]
    return times[0] if len(times) == 1 and times[0].days and times[0].days.first.day == 1 else None


def _block_mentions(
    setting: _Setting, block: Block, sentences: Sequence[Span], cues: list[int], frame: Frame
) -> Iterator[Mention]:
    label = (
        field_label(setting.content, block.start, block.end)
        if block.kind in (BlockKind.FIELD, BlockKind.PARAGRAPH)
        else None
    )
    if label and (_is_terse(setting.content, block, label) or (block.kind is BlockKind.FIELD and len(sentences) < 3)):
        yield from _field_mentions(setting, block, label, cues)
        return
    for sentence in sentences:
        here = cues[bisect_left(cues, sentence.start) : bisect_left(cues, sentence.end)]
        if here:
            yield from _sentence_mentions(setting, block, sentence, here, frame)
        else:
            frame.last = None


def _is_terse(content: str, block: Block, label: tuple[str, int]) -> bool:
    """True where the value of a label begins with a figure."""
    return content[label[1] : label[1] + 1] in "0123456789$€£-" and len(label[0]) < 60


def _figures(setting: _Setting, start: int, end: int, cues: list[int]) -> tuple[list[Figure], list[TimeExpression]]:
    times = scan_times(setting.content, start, end, setting.anchor)
    closed = [(t.start, t.end) for t in times]
    figures = read_figures(setting.content, start, end, cues, closed)
    return (share_between(setting.content, start, figures) if figures else []), times


def _sentence_mentions(
    setting: _Setting, block: Block, sentence: Span, cues: list[int], frame: Frame
) -> Iterator[Mention]:
    content, (start, end) = setting.content, (sentence.start, sentence.end)
    figures, times = _figures(setting, start, end, cues)
    if not figures:
        frame.last = None
        return
    periods = assign_periods(content, start, end, figures, times, frame, setting.anchor.published)
    credited = read_attribution(content, start, end)
    for figure, period in zip(figures, periods, strict=True):
        modality = read_modality(content, start, figure.start, figure.end, end)
        yield _mention(setting, block, sentence, figure, period, modality, credited, ())


def _field_mentions(setting: _Setting, block: Block, label: tuple[str, int], cues: list[int]) -> Iterator[Mention]:
    content, value_at = setting.content, label[1]
    figures, times = _figures(setting, block.start, block.end, [at for at in cues if at >= value_at])
    dated = [_field_period(setting, figure, times) for figure in figures]
    if times and not any(time.role is Role.BRACKET for time in times):
        told = assign_periods(content, value_at, block.end, figures, times, Frame(), setting.anchor.published)
        dated = [(period, Modality.REPORTED) for period in told]
    for figure, path, (period, modality) in zip(
        figures, label_paths(content, label[0], value_at, figures), dated, strict=True
    ):
        if figure.bare:
            figure.unit = "rank" if _RANKING.search(path[-1]) else "person" if counts_people(path) else "count"
            if figure.unit == "rank":
                figure.quote_start = max(content.rfind(path[-1], value_at, figure.start), value_at)
        yield _mention(setting, block, Span(block.start, block.end), figure, period, modality, None, path)


def _field_period(setting: _Setting, figure: Figure, times: Sequence[TimeExpression]) -> tuple[Period, Modality]:
    """The period of a figure in a field by the next bracket behind it, and whether that calls it an estimate."""
    bracket = bracket_of(figure, times)
    if bracket is None:
        return of_publication(setting.anchor.published), Modality.REPORTED
    return _stated(setting.content, bracket), Modality.ESTIMATED if bracket.estimated else Modality.REPORTED


def _stated(content: str, bracket: TimeExpression) -> Period:
    assert bracket.days is not None
    days = bracket.days
    words = content[bracket.start : bracket.end].strip("()")
    return Period(start=days.first, end=days.last, precision=days.precision, basis=Basis.STATED, text=words)


def _mention(
    setting: _Setting,
    block: Block,
    sentence: Span,
    figure: Figure,
    period: Period,
    modality: Modality,
    credited: str | None,
    label: tuple[str, ...],
) -> Mention:
    return Mention(
        quantity=_quantity(setting, figure),
        span=Span(
            figure.quote_start,
            max(figure.quote_end, figure.end) if figure.unit not in ("person", "count") else figure.quote_end,
        ),
        number=Span(figure.start, figure.end),
        sentence=sentence,
        block=block,
        period=period,
        modality=modality,
        attribution=credited,
        counted=figure.counted,
        label=label,
    )


def _quantity(setting: _Setting, figure: Figure) -> Quantity:
    unit = _unit(setting, figure)
    comparator = figure.comparator or Comparator.EXACTLY
    amount, upper = figure.amount, figure.upper
    if figure.negative:
        amount, upper = -amount, None if upper is None else -upper
    quantum = figure.number.quantum * (100 if figure.number.form is Form.FRACTION else 1)
    low, high = bounds(amount, upper, comparator, quantum, worded=figure.number.form is Form.FRACTION)
    return Quantity(
        amount=_plain(amount), unit=unit, comparator=comparator, upper=None if upper is None else _plain(upper), per=figure.per,
        lower_bound=low, upper_bound=high, text=setting.content[figure.start : figure.end],
    )  # fmt: skip


def _plain(number: Decimal) -> Decimal:
    """The same number without exponent; what a fraction leaves behind is rounded to four places."""
    exponent = number.as_tuple().exponent
    rounded = number.quantize(Decimal("0.0001")) if isinstance(exponent, int) and exponent < -12 else number
    return Decimal(format(rounded.normalize(), "f"))


def _unit(setting: _Setting, figure: Figure) -> str:
    unit = figure.unit or "count"
    if unit == "percent" and figure.change_behind is not None:
        return "percent-change"
    if figure.money_named:
        return currency_of(unit, country_code(figure.nationality or "") or _money_country(setting, figure, unit))
    return unit


def _money_country(setting: _Setting, figure: Figure, unit: str) -> str | None:
    """The country whose money is meant: the last one named before the figure that uses it, else the subject of the report."""
    users = SHARED.get(unit) or SHARED.get(unit.removesuffix("s")) or {}
    words = _NAMES_BEFORE.findall(setting.content, max(0, figure.start - 160), figure.start)
    named = (country_code(word.removesuffix("’s").removesuffix("'s")) for word in reversed(words))
    return next((code for code in named if code in users), setting.country)


_NAMES_BEFORE = re.compile(r"\b[A-Z][a-z]+(?:[’']s)?")
