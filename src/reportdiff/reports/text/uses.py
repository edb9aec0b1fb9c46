"""Watched terms through the reports on one subject, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.model.document import Snapshot
from reportdiff.model.framing import TermUse
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.words.quotes import cut_quote, say_source

Use = tuple[Snapshot, TermUse]
INDENT = "  "


def render_uses_text(uses: Sequence[Sequence[Use]], screen: Screen) -> str:
    """Of each term a row a report: how often, per 1,000 words, rise or fall; and its first and last use, quoted."""
    return "\n".join([*(line for term in uses for line in _term(term, screen))])


def _term(uses: Sequence[Use], screen: Screen) -> Iterator[str]:
    if not uses:
        return
    yield from (screen.paint("name", line) for line in screen.fold(printable(str(uses[0][1].term))))
    wide = max(len(say_source(snapshot)) for snapshot, _ in uses)
    before: dict[str, int] = {}
    for snapshot, use in uses:
        rate = f"{1000 * use.count / use.words:.1f}" if use.words else "–"
        move = _move(before.get(snapshot.document), use.count)
        before[snapshot.document] = use.count
        yield from screen.fold(
            f"{say_source(snapshot):<{wide}}  {use.count:>4}  {rate:>5} in 1,000 words{move}", INDENT, INDENT * 3
        )
    told = [(snapshot, use) for snapshot, use in uses if use.places]
    if not told:
        yield from screen.fold("never used", INDENT, INDENT)
    for name, (snapshot, use) in (("first", told[0]), ("last", told[-1])) if told else ():
        place = use.places[0] if name == "first" else use.places[-1]
        text = snapshot.text or ""
        at = text.lower().find(use.term.parts[0].lower(), place.start, place.end)
        words = type(place)(max(at, place.start), max(at, place.start) + len(use.term.parts[0]) * (at >= 0))
        yield from screen.fold(
            f"{name} used: {say_source(snapshot)} {cut_quote(text, place, words)}", INDENT, INDENT * 2
        )
    yield ""


def _move(before: int | None, count: int) -> str:
    """What became of it since the edition before of the same document."""
    if before is None or before == count:
        return ""
    return f", {'up' if count > before else 'down'} from {before}"
