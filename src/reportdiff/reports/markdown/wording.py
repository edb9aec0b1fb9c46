"""The wording of a diff in Markdown: each sentence that is told otherwise, with the words that went and came."""

from __future__ import annotations

from collections.abc import Iterator

from reportdiff.model.change import Diff
from reportdiff.model.wording import SentenceChange, WordingDiff
from reportdiff.reports.markdown.markup import escape_markdown
from reportdiff.reports.markdown.page import Part, Row, cell
from reportdiff.reports.text.wording import gather_by_section, label_change, say_percent
from reportdiff.reports.words.counts import DOT, say_wording_counts
from reportdiff.reports.words.marks import Fate, read_marked_words

TAGS = {Fate.STAYED: ("", ""), Fate.WENT: ("<del>", "</del>"), Fate.CAME: ("<ins>", "</ins>")}
"""Tags, for stars and tildes do not mark a part of a word."""


def wording_part(diff: Diff, wording: WordingDiff, *, everything: bool) -> Part:
    """How much changed, and a row for each sentence that is not simply the same; folded away."""
    changed = f"{say_percent(wording.share)} of the text changed: " if wording.share.changed else ""
    lead = escape_markdown(f"{changed}{say_wording_counts(wording).replace(DOT, ', ')}.")
    rows = tuple(_rows(diff, wording, everything=everything))
    return Part("Wording", ("section", "sentence", "words"), rows, lead, folded=True)


def _rows(diff: Diff, wording: WordingDiff, *, everything: bool) -> Iterator[Row]:
    for section, changes in gather_by_section(wording, diff):
        for change in changes:
            words = _words(change, diff.old.text or "", diff.new.text or "", everything=everything)
            yield Row((cell(section.title), cell(label_change(change, wording)), words))


def _words(change: SentenceChange, old: str, new: str, *, everything: bool) -> str:
    if not change.hunks:
        text, spans = (new, change.new) if change.new else (old, change.old)
        return cell(" ".join(text[start:end] for start, end in spans))
    marked = read_marked_words(change, old, new, everything=everything)
    return "".join(f"{TAGS[fate][0]}{_spaced(words)}{TAGS[fate][1]}" for fate, words in marked)


def _spaced(words: str) -> str:
    """*words* escaped, with a space where they have white space at an end."""
    lead, trail = (" " if edge.isspace() else "" for edge in (words[:1], words[-1:]))
    bare = escape_markdown(words)
    return f"{lead}{bare}{trail}" if bare else lead
