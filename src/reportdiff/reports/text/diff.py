"""A diff for the terminal: news first, every value with its quote, quiet and small things folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.model.change import Diff, claim_of, is_news
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.sections import Group, gather_by_sentence, is_small, sort_into_sections
from reportdiff.reports.text.rows import INDENT, name_and_values, pair_row, single_rows
from reportdiff.reports.words.counts import say_counts, say_framing_counts, say_wording_counts
from reportdiff.reports.words.quotes import say_publisher, say_source

SHOWN = 8
"""Blocks of added or missing things on the short screen; the rest has one list, and its quotes with ``--all``."""

SHOWN_MOVED = 20
SHOWN_QUIET = 3
MOST_NAMED = 20
"""So many of the rest are named."""


def render_diff_text(diff: Diff, screen: Screen) -> str:
    """The report on *diff*, no line wider than the screen; quiet and small things are folded unless it shows all."""
    return "\n".join([*_heading(diff, screen), *_body(diff, screen), *_closing(diff, screen), ""])


def _heading(diff: Diff, screen: Screen) -> Iterator[str]:
    for snapshot, lead in ((diff.old, INDENT), (diff.new, "→ ")):
        title = f": {printable(snapshot.title)}" if snapshot.title else ""
        lines = screen.fold(f"{say_source(snapshot)}{title}", lead, INDENT * 2)
        yield from (screen.paint("title", line) for line in lines)
    yield from screen.fold(_summary(diff), INDENT, INDENT)


def _summary(diff: Diff) -> str:
    if not diff.changes and (diff.framing is not None or diff.wording is not None):
        framing = [say_framing_counts(diff.framing)] if diff.framing is not None else []
        wording = [say_wording_counts(diff.wording)] if diff.wording is not None else []
        return "\N{NO-BREAK SPACE}· ".join(framing + wording)
    if not diff.changes:
        return "no figure and no fact on either side, so there is nothing to compare"
    news = "" if any(map(is_news, diff.changes)) else "no news: "
    return f"{news}{say_counts(diff)}"


def _body(diff: Diff, screen: Screen) -> Iterator[str]:
    sections = sort_into_sections(diff)
    new = say_publisher(diff.new)
    new = new.upper() if new.isalpha() else new
    gone = "DROPPED" if diff.old.document == diff.new.document else f"NOT MENTIONED BY {new}"
    yield from _pairs("CONTRADICTED", sections.alarms, diff, screen)
    yield from _pairs("CHANGED", sections.moved, diff, screen, limit=SHOWN_MOVED)
    yield from _singles(f"ADDED BY {new}", sections.added, diff, screen)
    yield from _singles(gone, sections.gone, diff, screen)
    yield from _pairs("CONFIRMED", sections.quiet, diff, screen, limit=SHOWN_QUIET)
    if diff.framing is not None:
        from reportdiff.reports.text.framing import framing_section

        yield from framing_section(diff, diff.framing, screen)
    if diff.wording is not None:
        from reportdiff.reports.text.wording import wording_section

        yield from wording_section(diff, diff.wording, screen)
    if screen.everything:
        yield from _mixed("READ ANEW BY ANOTHER EXTRACTOR", sections.technical, diff, screen)


def _closing(diff: Diff, screen: Screen) -> Iterator[str]:
    if not diff.changes:
        return
    yield ""
    yield from screen.fold(f"In all: {_summary(diff)}.")
    if not screen.everything and _folds(diff):
        yield from (screen.paint("quiet", line) for line in screen.fold("--all shows what is folded here."))


def _folds(diff: Diff) -> bool:
    """True when the short screen leaves something out."""
    sections = sort_into_sections(diff)
    single = (*sections.added, *sections.gone)
    long = (
        len(sections.quiet) > SHOWN_QUIET
        or len(sections.moved) > SHOWN_MOVED
        or max(len(sections.added), len(sections.gone)) > SHOWN
    )
    return long or bool(sections.technical) or any(map(is_small, single))


def _pairs(
    title: str, groups: Sequence[Group], diff: Diff, screen: Screen, *, limit: int | None = None
) -> Iterator[str]:
    """What both sides speak of, a row a series."""
    shown = groups if screen.everything else groups[:limit]
    yield from _title(title, groups, screen)
    for group in shown:
        yield ""
        yield from pair_row(group, diff, screen)
    yield from _more(groups[len(shown) :], screen)


def _singles(title: str, groups: Sequence[Group], diff: Diff, screen: Screen) -> Iterator[str]:
    """What one side alone speaks of: things told in one sentence share their quote, small ones share one list."""
    small = [group for group in groups if is_small(group) and not screen.everything]
    blocks = gather_by_sentence(group for group in groups if group not in small)
    shown = blocks if screen.everything else blocks[:SHOWN]
    yield from _title(title, groups, screen)
    for block in shown:
        yield ""
        yield from single_rows(block, diff, screen)
    yield from _more([group for block in blocks[len(shown) :] for group in block], screen)
    yield from _compact(small, screen)


def _mixed(title: str, groups: Sequence[Group], diff: Diff, screen: Screen) -> Iterator[str]:
    yield from _title(title, groups, screen)
    for group in groups:
        yield ""
        yield from (pair_row(group, diff, screen) if group.is_pair else single_rows([group], diff, screen))


def _title(title: str, groups: Sequence[Group], screen: Screen) -> Iterator[str]:
    if groups:
        yield ""
        yield screen.rule(title)


def _compact(groups: Sequence[Group], screen: Screen) -> Iterator[str]:
    """Small figures by their own words, which are their quotes."""
    claims = [claim_of(change) for group in groups for change in group.changes]
    if claims:
        words = "\N{NO-BREAK SPACE}· ".join(f"“{' '.join(printable(claim.quote.exact).split())}”" for claim in claims)
        yield ""
        yield from screen.fold(f"Small figures ({len(claims)}): {words}", "", INDENT)


def _more(groups: Sequence[Group], screen: Screen) -> Iterator[str]:
    if groups:
        told = "\N{NO-BREAK SPACE}· ".join(name_and_values(group) for group in groups[:MOST_NAMED])
        rest = f"\N{NO-BREAK SPACE}· and {len(groups) - MOST_NAMED} others" if len(groups) > MOST_NAMED else ""
        yield ""
        yield from screen.fold(f"And {len(groups)} more: {told}{rest}", "", INDENT)
