"""The framing of a diff for the terminal: what shifted, aspect by aspect, with a quote from each side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.model.change import Diff
from reportdiff.model.claim import Characterization, Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.framing import FramingDiff, Recharacterization, Retelling, Shift
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.text.rows import INDENT, labelled
from reportdiff.reports.words.framing import name_aspect, quote_passage, say_facet, say_move, words_behind
from reportdiff.reports.words.quotes import quotes_of, say_source

SHOWN_RETELLINGS, SHOWN_NAMES, SHOWN_SUMMED = 5, 8, 4
"""On the short screen: sentences told otherwise, actors and terms a side, and phrases a side."""

DOT = "\N{NO-BREAK SPACE}· "


def framing_section(diff: Diff, framing: FramingDiff, screen: Screen) -> Iterator[str]:
    """How the two texts tell differently; nothing where they tell alike."""
    lines = [*_aspects(diff, framing, screen), *_retellings(diff, framing, screen), *_lists(diff, framing, screen)]
    missing = [snapshot.id for snapshot, told in ((diff.old, framing.old), (diff.new, framing.new)) if told is None]
    if not lines and not missing:
        return
    yield ""
    yield screen.rule("FRAMING")
    if missing:
        yield from screen.fold(
            f"The text of {' and '.join(missing)} is not at hand, so that its telling cannot be compared."
        )
    yield from lines


def _aspects(diff: Diff, framing: FramingDiff, screen: Screen) -> Iterator[str]:
    """A row for each aspect that shifted, or that both sides sum up, in other words."""
    summed = {each.aspect: each for each in framing.characterizations}
    shifts: dict[str | None, list[Shift]] = {}
    for shift in framing.shifts:
        shifts.setdefault(shift.aspect, []).append(shift)
    both = [each.aspect for each in framing.characterizations if screen.everything or (each.old and each.new)]
    for aspect in dict.fromkeys([*shifts, *both]):
        yield ""
        yield from _row(aspect, shifts.get(aspect, []), summed.get(aspect or ""), diff, screen)


def _row(
    aspect: str | None, shifts: Sequence[Shift], summed: Recharacterization | None, diff: Diff, screen: Screen
) -> Iterator[str]:
    name = name_aspect(aspect)
    yield from (screen.paint("name", line) for line in screen.fold(name[:1].upper() + name[1:]))
    if shifts:
        moves = DOT.join(say_move(shift.facet, shift.old, shift.new) for shift in shifts)
        yield from (screen.paint("news", line) for line in screen.fold(moves, INDENT, INDENT * 2))
    if summed is not None:
        yield from screen.fold(_say_summed(summed, screen), INDENT, INDENT * 2)
    width = max(len(say_source(diff.old)), len(say_source(diff.new))) + len(INDENT)
    for snapshot, claims, is_old in (
        (diff.old, summed.old if summed else (), True),
        (diff.new, summed.new if summed else (), False),
    ):
        label = say_source(snapshot)
        for quote in _quotes(snapshot, claims, shifts, is_old=is_old, everything=screen.everything):
            yield from labelled(label, quote, width, screen)
            label = ""


def _say_summed(summed: Recharacterization, screen: Screen) -> str:
    sides = (_phrases(claims, screen) for claims in (summed.old, summed.new))
    return "summed up: " + " → ".join(side or "–" for side in sides)


def _phrases(claims: Sequence[Claim], screen: Screen) -> str:
    told = [f"“{printable(claim.value.text)}”" for claim in claims if isinstance(claim.value, Characterization)]
    shown = told if screen.everything else told[:SHOWN_SUMMED]
    return ", ".join([*shown, *([f"{len(told) - len(shown)} more"] if len(told) > len(shown) else [])])


def _quotes(
    snapshot: Snapshot, claims: Sequence[Claim], shifts: Sequence[Shift], *, is_old: bool, everything: bool
) -> list[str]:
    """The sentences that sum up, else the most telling ones behind the surest shift; one on the short screen."""
    if claims:
        quotes = quotes_of(claims, snapshot.text)
        return quotes if everything else quotes[:1]
    quotes = []
    for shift in sorted(shifts, key=lambda each: -abs(each.weight)):
        passages = shift.old_passages if is_old else shift.new_passages
        quotes += [quote_passage(each, snapshot.text or "", words_behind(shift.facet, each)) for each in passages[:1]]
    return list(dict.fromkeys(quotes)) if everything else quotes[:1]


def _retellings(diff: Diff, framing: FramingDiff, screen: Screen) -> Iterator[str]:
    shown = framing.retellings if screen.everything else framing.retellings[:SHOWN_RETELLINGS]
    if not shown:
        return
    yield ""
    yield screen.paint("name", "Told otherwise")
    width = max(len(say_source(diff.old)), len(say_source(diff.new))) + len(INDENT)
    for each in shown:
        yield from (screen.paint("news", line) for line in screen.fold(_say_retelling(each), INDENT, INDENT * 2))
        for snapshot, passage in ((diff.old, each.old), (diff.new, each.new)):
            words = [word for facet in each.facets for word in words_behind(facet, passage)]
            yield from labelled(say_source(snapshot), quote_passage(passage, snapshot.text or "", words), width, screen)
    if len(framing.retellings) > len(shown):
        yield from screen.fold(f"And {len(framing.retellings) - len(shown)} more.", INDENT, INDENT)


def _say_retelling(retelling: Retelling) -> str:
    """``hedges gone: may; tone turned``."""
    return "; ".join(say_facet(facet, retelling) for facet in retelling.facets)


def _lists(diff: Diff, framing: FramingDiff, screen: Screen) -> Iterator[str]:
    """Actors and terms of one side, and watched terms, each list in a few lines."""
    gone, arrived = ([each.name for each in actors] for actors in (framing.gone, framing.arrived))
    olds = [f"{each.term}\N{NO-BREAK SPACE}{each.old}:{each.new}" for each in framing.terms if each.z < 0]
    news = [f"{each.term}\N{NO-BREAK SPACE}{each.new}:{each.old}" for each in framing.terms if each.z > 0]
    rows = (
        (f"Named only by {say_source(diff.old)}", gone),
        (f"Named only by {say_source(diff.new)}", arrived),
        (f"Words of {say_source(diff.old)}", olds),
        (f"Words of {say_source(diff.new)}", news),
        ("Watched", [f"{old.term}\N{NO-BREAK SPACE}{old.count} → {new.count}" for old, new in framing.watched]),
    )
    told = [(name, items) for name, items in rows if items]
    if told:
        yield ""
    for name, items in told:
        shown = items if screen.everything or name == "Watched" else items[:SHOWN_NAMES]
        yield from screen.fold(f"{name}: {DOT.join(map(printable, shown))}", "", INDENT)
