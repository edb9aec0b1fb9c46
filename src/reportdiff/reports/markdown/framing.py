"""Framing in Markdown: what shifted between two texts, and how the reports on one subject tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportdiff.model.change import Diff
from reportdiff.model.claim import Characterization, Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.framing import Actor, Facet, Framing, FramingDiff, Recharacterization, Retelling, Shift
from reportdiff.reports.markdown.markup import escape_markdown, mark_strong, render_table
from reportdiff.reports.markdown.page import Part, Row, cell
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.tellings import say_reading
from reportdiff.reports.words.framing import (
    NAMES,
    name_aspect,
    quote_passage,
    say_facet,
    say_measure,
    say_move,
    words_behind,
)
from reportdiff.reports.words.quotes import quotes_of, say_source
from reportdiff.vocabulary.tables import load_table

MOST_PHRASES = 6
MOST_NAMES = 12


def framing_parts(diff: Diff, framing: FramingDiff) -> Iterator[Part]:
    """Shifts and summings-up aspect by aspect, sentences told otherwise, and the names and terms of one side."""
    sides = escape_markdown(say_source(diff.old)), escape_markdown(say_source(diff.new))
    summed = {each.aspect: each for each in framing.characterizations}
    shifts: dict[str | None, list[Shift]] = {}
    for shift in framing.shifts:
        shifts.setdefault(shift.aspect, []).append(shift)
    both = [each.aspect for each in framing.characterizations if each.old and each.new]
    rows = tuple(
        _aspect_row(aspect, shifts.get(aspect, []), summed.get(aspect or ""), diff)
        for aspect in dict.fromkeys([*shifts, *both])
    )
    missing = [snapshot.id for snapshot, told in ((diff.old, framing.old), (diff.new, framing.new)) if told is None]
    lead = f"The text of {' and '.join(missing)} is not at hand: its telling is not compared." if missing else ""
    yield Part("Framing", ("aspect", "what moved", *sides), rows, escape_markdown(lead))
    yield Part(
        "Told otherwise", ("what changed", *sides), tuple(_retold_row(each, diff) for each in framing.retellings)
    )
    yield Part("Names and words of one side", ("what", *sides), tuple(_list_rows(framing)))


def _aspect_row(aspect: str | None, shifts: Sequence[Shift], summed: Recharacterization | None, diff: Diff) -> Row:
    moves = "; ".join(say_move(shift.facet, shift.old, shift.new) for shift in shifts)
    cells = name_aspect(aspect), moves or "summed up otherwise", *_phrases(summed)
    return Row(tuple(map(cell, cells)), tuple(_quotes(shifts, summed, diff)))


def _phrases(summed: Recharacterization | None) -> Iterator[str]:
    """The words in which either side sums up an aspect."""
    for claims in (summed.old, summed.new) if summed else ((), ()):
        told = [f"“{claim.value.text}”" for claim in claims if isinstance(claim.value, Characterization)]
        more = [f"{len(told) - MOST_PHRASES} more"] if len(told) > MOST_PHRASES else []
        yield ", ".join([*told[:MOST_PHRASES], *more])


def _quotes(shifts: Sequence[Shift], summed: Recharacterization | None, diff: Diff) -> Iterator[str]:
    """Of either side the sentence that sums up, else the most telling one behind the surest shift."""
    surest = max(shifts, key=lambda each: abs(each.weight), default=None)
    for snapshot, claims, passages in (
        (diff.old, summed.old if summed else (), surest.old_passages if surest else ()),
        (diff.new, summed.new if summed else (), surest.new_passages if surest else ()),
    ):
        quotes = _summing_quotes(claims, snapshot)
        if not quotes and surest is not None and passages:
            words = words_behind(surest.facet, passages[0])
            quotes = [quote_passage(passages[0], snapshot.text or "", words)]
        yield from (f"{escape_markdown(say_source(snapshot))}: {mark_strong(quote)}" for quote in quotes)


def _summing_quotes(claims: Sequence[Claim], snapshot: Snapshot) -> list[str]:
    return quotes_of(claims, snapshot.text)[:1] if claims else []


def _retold_row(retelling: Retelling, diff: Diff) -> Row:
    told = "; ".join(say_facet(facet, retelling) for facet in retelling.facets)
    quotes = []
    for snapshot, passage in ((diff.old, retelling.old), (diff.new, retelling.new)):
        words = [word for facet in retelling.facets for word in words_behind(facet, passage)]
        quotes.append(quote_passage(passage, snapshot.text or "", words))
    return Row((escape_markdown(told), *map(mark_strong, quotes)))


def _list_rows(framing: FramingDiff) -> Iterator[Row]:
    olds, news = (
        ", ".join(f"{each.term} {each.old}:{each.new}" for each in framing.terms if (each.z < 0) is is_old)
        for is_old in (True, False)
    )
    watched = [(f"watched: {old.term}", str(old.count), str(new.count)) for old, new in framing.watched]
    rows = [("named", _names(framing.gone), _names(framing.arrived)), ("words, old:new", olds, news), *watched]
    for what, old, new in rows:
        if old or new:
            yield Row((cell(what), cell(old), cell(new)))


def _names(actors: Sequence[Actor]) -> str:
    return ", ".join(actor.name for actor in actors[:MOST_NAMES])


def render_tellings_markdown(tellings: Sequence[tuple[Snapshot, Framing]], _screen: Screen) -> str:
    """The numbers of all reports side by side, a column a report, and what each tells in a line."""
    if not tellings:
        return "There is no text to read.\n"
    sources = [escape_markdown(say_source(snapshot)) for snapshot, _ in tellings]
    table = render_table(("", *sources), _telling_rows([framing for _, framing in tellings]))
    lines = [
        f"- {source}: {escape_markdown(say_reading(framing))}{_summed(snapshot)}"
        for source, (snapshot, framing) in zip(sources, tellings, strict=True)
    ]
    return "\n".join([table, "", *lines, ""])


def _summed(snapshot: Snapshot) -> str:
    phrases = [claim.value.text for claim in snapshot.claims if isinstance(claim.value, Characterization)]
    quoted = cell(", ".join(f"“{phrase}”" for phrase in phrases[:MOST_PHRASES]))
    return f". Sums up: {quoted}" if phrases else ""


def _telling_rows(framings: Sequence[Framing]) -> Iterator[tuple[str, ...]]:
    for aspect in load_table("aspects")["aspects"]:
        shares = [framing.measure(Facet.SALIENCE, aspect) or Decimal(0) for framing in framings]
        if any(shares):
            yield f"{name_aspect(aspect)}, share", *(say_measure(Facet.SALIENCE, share) for share in shares)
    yield "tone, −1 to +1", *(say_measure(Facet.TONE, framing.measure(Facet.TONE)) for framing in framings)
    for facet in (Facet.HEDGING, Facet.ATTRIBUTION, Facet.BOOSTING):
        yield f"{NAMES[facet]} per 1,000 words", *(say_measure(facet, framing.measure(facet)) for framing in framings)
