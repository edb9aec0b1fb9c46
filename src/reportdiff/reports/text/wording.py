"""The wording of a diff for the terminal: section by section, what was said otherwise, with the words marked.

What went stands in ``[-…-]``, what came in ``{+…+}``; colours repeat that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportdiff.model.change import Diff
from reportdiff.model.span import Span
from reportdiff.model.wording import SectionWording, SentenceChange, Share, WordingDiff, WordingKind
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.text.rows import INDENT
from reportdiff.reports.words.counts import say_wording_counts
from reportdiff.reports.words.marks import Fate, read_marked_words

SHOWN = 12
"""Sentences of a section that the short screen shows."""

LONGEST = 160
"""A sentence of one side alone is cut to so many characters on the short screen."""

ROLES = {
    WordingKind.REWORDED: "news",
    WordingKind.SPLIT: "news",
    WordingKind.JOINED: "news",
    WordingKind.MOVED: "label",
    WordingKind.ADDED: "plus",
    WordingKind.DROPPED: "minus",
}
_MARK = re.compile(r"(\[-|-\]|\{\+|\+\})")
_OPENING = {"[-": "minus", "{+": "plus"}
_CLOSING = ("-]", "+}")


def wording_section(diff: Diff, wording: WordingDiff, screen: Screen) -> Iterator[str]:
    """How much changed, then the sentences that are not simply the same, section by section."""
    yield ""
    yield screen.rule("WORDING")
    changed = f"{say_percent(wording.share)} of the text changed: " if wording.share.changed else ""
    yield from screen.fold(f"{changed}{say_wording_counts(wording)}.")
    alike: list[str] = []
    for section, changes in gather_by_section(wording, diff):
        if changes:
            yield from _section(section, changes, wording, diff, screen)
        elif section.title:
            alike.append(f"“{printable(section.title)}”")
    if alike and wording.changes:
        yield ""
        yield from (screen.paint("quiet", line) for line in screen.fold(f"Unchanged: {', '.join(alike)}", "", INDENT))


def _section(
    section: SectionWording, changes: Sequence[SentenceChange], wording: WordingDiff, diff: Diff, screen: Screen
) -> Iterator[str]:
    alone = (section.old is None or section.new is None) and not any(change.old and change.new for change in changes)
    if section.title:
        yield ""
        told = _say_alone(changes) if alone else f"{say_percent(section.share)} changed"
        title = f"{printable(section.title)}: {told}"
        yield from (screen.paint("name", line) for line in screen.fold(title, "", INDENT))
    if section.title and alone and not screen.everything:
        return
    shown = changes if screen.everything else changes[:SHOWN]
    place = section.new.start if section.new else None
    for change in shown:
        if place is not None and change.new:
            yield from _unchanged(diff.new.text or "", Span(place, change.new[0].start), screen)
            place = change.new[-1].end
        yield from _change(change, wording, diff, screen)
    if len(shown) < len(changes):
        rest = WordingDiff(changes=tuple(changes[len(shown) :]), equal=0, share=section.share)
        yield from screen.fold(f"And more: {say_wording_counts(rest)}; --all shows them.", INDENT, INDENT * 2)
    elif place is not None and section.new is not None:
        yield from _unchanged(diff.new.text or "", Span(place, section.new.end), screen)


def _say_alone(changes: Sequence[SentenceChange]) -> str:
    """``8 sentences, all added``, of a section that one side alone has."""
    kind = changes[0].kind.value
    return f"1 sentence, {kind}" if len(changes) == 1 else f"{len(changes)} sentences, all {kind}"


def _change(change: SentenceChange, wording: WordingDiff, diff: Diff, screen: Screen) -> Iterator[str]:
    old, new = diff.old.text or "", diff.new.text or ""
    label = label_change(change, wording)
    if change.hunks:
        told = _marked(change, old, new, everything=screen.everything)
    else:
        told = _cut(" ".join(text[a:b] for text, spans in _sides(change, old, new) for a, b in spans), screen)
    lines = screen.fold(f"{label}: {told}", INDENT, INDENT * 2)
    yield from _tinted(lines, label, ROLES[change.kind], screen)


def label_change(change: SentenceChange, wording: WordingDiff) -> str:
    """What became of a sentence: ``reworded and moved from “Trade”``."""
    words = change.kind.value
    if change.kind is WordingKind.SPLIT:
        words = f"split in {len(change.new)}"
    elif change.kind is WordingKind.JOINED:
        words = f"joined from {len(change.old)}"
    if not change.moved:
        return words
    words = words if change.kind is WordingKind.MOVED else f"{words} and moved"
    source = next((part for part in wording.sections if part.old and _is_in(change.old[0].start, part.old)), None)
    elsewhere = source and source.title and not (source.new and _is_in(change.new[0].start, source.new))
    return f"{words} from “{printable(source.title)}”" if source and elsewhere else words


def _marked(change: SentenceChange, old: str, new: str, *, everything: bool) -> str:
    """The old sentences with what went and what came marked; what is told alike is cut on the short screen."""
    marks = {Fate.STAYED: ("", ""), Fate.WENT: ("[-", "-]"), Fate.CAME: ("{+", "+}")}
    pieces = read_marked_words(change, old, new, everything=everything)
    return printable("".join(f"{marks[fate][0]}{words}{marks[fate][1]}" for fate, words in pieces))


def _cut(words: str, screen: Screen) -> str:
    words = printable(words)
    if screen.everything or len(words) <= LONGEST:
        return words
    return f"{words[:LONGEST].rpartition(' ')[0] or words[:LONGEST]} …"


def _sides(change: SentenceChange, old: str, new: str) -> list[tuple[str, Sequence[Span]]]:
    """The text and the spans to show of a sentence that stands as it was, or on one side only."""
    return [(new, change.new)] if change.new else [(old, change.old)]


def _unchanged(text: str, span: Span, screen: Screen) -> Iterator[str]:
    number = sum(1 for line in text[span.start : span.end].split("\n") if line)
    if number:
        words = f"⋯ {number} {'sentence' if number == 1 else 'sentences'} unchanged"
        yield from (screen.paint("quiet", line) for line in screen.fold(words, INDENT, INDENT * 2))


def gather_by_section(wording: WordingDiff, diff: Diff) -> list[tuple[SectionWording, list[SentenceChange]]]:
    """Each section with its changes, in order; all under one without a title where neither text has sections."""
    sections = wording.sections or (
        SectionWording(title="", old=None, new=Span(0, len(diff.new.text or "")), share=wording.share),
    )
    news = {part.new.start: number for number, part in enumerate(sections) if part.new}
    olds = {part.old.start: number for number, part in enumerate(sections) if part.old}
    changes: list[list[SentenceChange]] = [[] for _ in sections]
    for change in wording.changes:
        starts, place = (news, change.new[0].start) if change.new else (olds, change.old[0].start)
        nearest = max((start for start in starts if start <= place), default=None)
        changes[starts[nearest] if nearest is not None else 0].append(change)
    return list(zip(sections, changes, strict=True))


def _is_in(place: int, span: Span) -> bool:
    return span.start <= place < span.end


def say_percent(share: Share) -> str:
    """``25 %``; less than one as ``under 1 %``, none as ``nothing``."""
    if not share.changed:
        return "nothing"
    percent = share.part * 100
    return "under 1 %" if percent < 1 else f"{round(percent)} %"


def _tinted(lines: Sequence[str], label: str, role: str, screen: Screen) -> Iterator[str]:
    """Lines with the label and the marked words in colour, over the ends of lines too."""
    within: str | None = None
    for number, line in enumerate(lines):
        text = line.lstrip(" ")
        lead, rest = line[: len(line) - len(text)], text
        if number == 0 and text.startswith(f"{label}:"):
            lead, rest = f"{lead}{screen.paint(role, f'{label}:')}", text[len(label) + 1 :]
        painted = []
        for piece in _MARK.split(rest):
            within = _OPENING.get(piece, within)
            painted.append(screen.paint(within, piece) if within else piece)
            within = None if piece in _CLOSING else within
        yield lead + "".join(painted)
