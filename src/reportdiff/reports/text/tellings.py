"""How the reports on one subject tell it, for the terminal: a column a report, and a few lines on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportdiff.model.claim import Characterization
from reportdiff.model.document import Snapshot
from reportdiff.model.framing import Facet, Framing, Passage, count_tones, count_words
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.words.framing import name_aspect, quote_passage, say_measure, words_behind
from reportdiff.reports.words.periods import say_date
from reportdiff.reports.words.quotes import say_publisher, say_source
from reportdiff.vocabulary.tables import load_table

Framed = tuple[Snapshot, Framing]

INDENT = "  "
LABEL = 27
COLUMN = 17
BAR = 6
"""Columns of a label, of a report, and of a bar that is full."""

FULL_BAR = Decimal(60)
"""A share, in percent, that fills a bar."""

PARTS = 4
TURN = Decimal("0.3")
TIMES_FIRMER = 2
MOST_WORDS, MOST_PHRASES, MOST_ASPECTS = 6, 4, 3


def render_tellings_text(tellings: Sequence[Framed], screen: Screen) -> str:
    """The numbers side by side as far as there is room for columns, then what each report tells, in words."""
    if not tellings:
        return "There is no text to read.\n"
    fits = max(1, (screen.columns - LABEL) // COLUMN)
    lines: list[str] = []
    for first in range(0, len(tellings), fits):
        lines += _table(tellings[first : first + fits], screen)
    for told in tellings:
        lines += ["", *_portrait(told, screen)]
    return "\n".join([*lines, ""])


def _table(tellings: Sequence[Framed], screen: Screen) -> Iterator[str]:
    label = min(LABEL, screen.columns - COLUMN)
    sources = [
        (say_publisher(s)[: COLUMN - 2], say_date(s.edition.published) if s.edition.published else "undated")
        for s, _ in tellings
    ]
    for heads in zip(*sources, strict=True):
        yield screen.paint("title", f"{'':{label}}{''.join(f'{head:<{COLUMN}}' for head in heads)}".rstrip())
    yield screen.rule("SHARE OF THE TEXT")
    for aspect in load_table("aspects")["aspects"]:
        shares = [framing.measure(Facet.SALIENCE, aspect) or Decimal(0) for _, framing in tellings]
        if any(shares):
            yield _cells(name_aspect(aspect), [_bar(share) for share in shares], label)
    yield screen.rule("TONE, from −1 (trouble) to +1 (success)")
    yield _cells("whole text", [_say_tone(framing.passages) for _, framing in tellings], label)
    for number in range(PARTS):
        name = ("opening quarter", "second quarter", "third quarter", "closing quarter")[number]
        yield _cells(name, [_say_tone(_parts(framing)[number]) for _, framing in tellings], label)
    yield screen.rule("MANNER, in 1,000 words")
    for facet, name in ((Facet.HEDGING, "hedges"), (Facet.ATTRIBUTION, "attributions"), (Facet.BOOSTING, "boosters")):
        yield _cells(name, [say_measure(facet, framing.measure(facet)) for _, framing in tellings], label)


def _cells(name: str, cells: Sequence[str], label: int) -> str:
    shown = name if len(name) < label - 2 else f"{name[: label - 4]}…"
    return f"{INDENT}{shown:<{label - 2}}{''.join(f'{cell:<{COLUMN}}' for cell in cells)}".rstrip()


def _bar(share: Decimal) -> str:
    if not share:
        return "–"
    blocks = max(1, min(BAR, round(BAR * share / FULL_BAR)))
    return f"{'█' * blocks:<{BAR}} {round(share):>3} %"


def _say_tone(passages: Sequence[Passage]) -> str:
    tone = Framing(passages=tuple(passages)).measure(Facet.TONE)
    good, bad = count_tones(passages)
    return say_measure(Facet.TONE, tone) if tone is None else f"{say_measure(Facet.TONE, tone)} ({good}:{bad})"


def _parts(framing: Framing) -> list[tuple[Passage, ...]]:
    """The passages in four parts of about as many words each, in order."""
    total, so_far = count_words(framing.passages) or 1, 0
    parts: list[list[Passage]] = [[] for _ in range(PARTS)]
    for passage in framing.passages:
        parts[min(PARTS - 1, so_far * PARTS // total)].append(passage)
        so_far += passage.words
    return [tuple(part) for part in parts]


def _portrait(told: Framed, screen: Screen) -> Iterator[str]:
    """One report in words: of what it tells, how, and in which words it sums up; with sentences on the long screen."""
    snapshot, framing = told
    yield from (
        screen.paint("name", line)
        for line in screen.fold(f"{say_source(snapshot)}: {say_reading(framing)}", "", INDENT)
    )
    for name, words in (("success", _most(framing, good=True)), ("trouble", _most(framing, good=False))):
        if words:
            yield from screen.fold(f"{name}: {', '.join(words)}", INDENT, INDENT * 2)
    phrases = [claim.value.text for claim in snapshot.claims if isinstance(claim.value, Characterization)]
    if phrases:
        shown = phrases if screen.everything else phrases[:MOST_PHRASES]
        more = f" and {len(phrases) - len(shown)} more" if len(phrases) > len(shown) else ""
        quoted = ", ".join(f"“{printable(phrase)}”" for phrase in shown)
        yield from screen.fold(f"sums up: {quoted}{more}", INDENT, INDENT * 2)
    yield from screen.fold(f"in order: {_say_course(framing)}", INDENT, INDENT * 2)
    if screen.everything:
        yield from _evidence(snapshot, framing, screen)


def say_reading(framing: Framing) -> str:
    """Mood, aspects and manner in one line: ``success; mostly relations and economy; asserting``."""
    aspects = [name_aspect(aspect) for aspect in _leading(framing.passages, 2)]
    told = [
        _say_mood(framing.measure(Facet.TONE)),
        f"mostly {' and '.join(aspects)}" if aspects else "",
        _say_manner(framing),
    ]
    return "; ".join(part for part in told if part)


def _say_mood(tone: Decimal | None) -> str:
    if tone is None:
        return ""
    if abs(tone) < TURN:
        return "success and trouble"
    return "success" if tone > 0 else "crisis and trouble"


def _say_manner(framing: Framing) -> str:
    hedges, credits_, boosters = (
        framing.measure(facet) or Decimal(0) for facet in (Facet.HEDGING, Facet.ATTRIBUTION, Facet.BOOSTING)
    )
    if hedges + credits_ >= TIMES_FIRMER * boosters and hedges + credits_:
        return " and ".join(
            word for word, rate in (("hedged", hedges), ("attributed", credits_)) if rate * 4 >= hedges + credits_
        )
    return "asserting" if boosters >= TIMES_FIRMER * (hedges + credits_) and boosters else "told plainly"


def _say_course(framing: Framing) -> str:
    """What each quarter speaks of most, with its tone."""
    told = []
    for part in _parts(framing):
        aspects = ", ".join(name_aspect(aspect) for aspect in _leading(part, 2)) or "nothing clear"
        tone = Framing(passages=part).measure(Facet.TONE)
        told.append(aspects if tone is None else f"{aspects} {say_measure(Facet.TONE, tone)}")
    return " → ".join(told)


def _leading(passages: Sequence[Passage], most: int) -> list[str]:
    words: Counter[str] = Counter()
    for passage in passages:
        if passage.aspect is not None:
            words[passage.aspect] += passage.words
    return [aspect for aspect, _ in sorted(words.items(), key=lambda item: (-item[1], item[0]))[:most]]


def _most(framing: Framing, *, good: bool) -> list[str]:
    words = Counter(word for passage in framing.passages for word in (passage.positive if good else passage.negative))
    ranked = sorted(words.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS]
    return [f"{word} {number}" if number > 1 else word for word, number in ranked]


def _evidence(snapshot: Snapshot, framing: Framing, screen: Screen) -> Iterator[str]:
    """The sentences of each aspect, and those with hedges, attributions and boosters."""
    text = snapshot.text or ""
    for aspect in dict.fromkeys(passage.aspect for passage in framing.passages if passage.aspect):
        yield screen.paint("label", f"{INDENT}{name_aspect(aspect)}")
        for passage in framing.about(aspect):
            yield from screen.fold(
                quote_passage(passage, text, words_behind(Facet.TONE, passage)), INDENT * 2, INDENT * 2
            )
    for facet in (Facet.HEDGING, Facet.ATTRIBUTION, Facet.BOOSTING):
        found = [passage for passage in framing.passages if words_behind(facet, passage)]
        if found:
            yield screen.paint("label", f"{INDENT}{facet.value}")
        for passage in found:
            yield from screen.fold(quote_passage(passage, text, words_behind(facet, passage)), INDENT * 2, INDENT * 2)
