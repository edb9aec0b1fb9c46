"""The vocabulary for the terminal, and proposals as TOML that a vocabulary file can take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.reports.screen import NARROW, Screen, printable
from reportdiff.vocabulary.measure import Measure
from reportdiff.vocabulary.proposal import Proposal

INDENT = "  "


def render_measures_text(measures: Sequence[Measure], proposals: Sequence[Proposal], screen: Screen) -> str:
    """A row a measure, then the proposals: comments and tables that may be copied into a file as they stand."""
    wide = max((len(measure.key) for measure in measures), default=0)
    lines = [line for measure in measures for line in _row(measure, wide, screen)]
    lines += screen.fold(f"{len(measures)} measure{'' if len(measures) == 1 else 's'}.")
    return "\n".join([*lines, *_proposals(proposals, screen), ""])


def count_synonyms(measure: Measure) -> int:
    """How many different words and phrases lead to a measure."""
    named = (measure.name, *measure.phrases, *measure.labels, *measure.counts, *measure.short)
    return len({phrase.casefold() for phrase in named}) - 1


def _row(measure: Measure, wide: int, screen: Screen) -> Iterator[str]:
    synonyms = count_synonyms(measure)
    about = f"{measure.name} ({', '.join(sorted(measure.families))}; {synonyms} synonym{'' if synonyms == 1 else 's'})"
    if screen.columns < NARROW:
        yield screen.paint("name", measure.key)
        yield from screen.fold(printable(about), INDENT, INDENT)
        return
    margin = " " * (wide + len(INDENT))
    first, *rest = screen.fold(printable(about), margin, margin)
    yield f"{screen.paint('name', f'{measure.key:<{wide}}')}{INDENT}{first[len(margin) :]}"
    yield from rest


def _proposals(proposals: Sequence[Proposal], screen: Screen) -> Iterator[str]:
    if not proposals:
        return
    yield ""
    yield from screen.fold(
        "Met more than once and not in the vocabulary: entries for a file of your own, which `vocabulary` in "
        "reportdiff.toml names; mend names and phrases first.",
        "# ",
        "# ",
    )
    for proposal in proposals:
        yield ""
        figures = f"{proposal.claims} figures in {proposal.snapshots} edition{'' if proposal.snapshots == 1 else 's'}"
        yield f"[measures.'{proposal.key}']  # {figures}"
        yield f"name = '{proposal.name}'"
        yield f"families = '{'; '.join(proposal.families)}'"
        yield f"phrases = '{'; '.join(proposal.phrases)}'"
