"""One snapshot, and a list of them, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportdiff.compare.reckoning.arithmetic import derive_figures
from reportdiff.model.claim import Claim, ClaimKind
from reportdiff.model.document import Snapshot
from reportdiff.model.span import Grade
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.words.annotations import say_annotations
from reportdiff.reports.words.counts import say_claims
from reportdiff.reports.words.derived import say_derived
from reportdiff.reports.words.names import say_measure
from reportdiff.reports.words.quotes import quotes_of, say_publisher, say_source
from reportdiff.reports.words.values import say_claim

TITLES = {
    ClaimKind.QUANTITY: "FIGURES",
    ClaimKind.HOLDER: "OFFICES",
    ClaimKind.DATE: "EVENTS",
    ClaimKind.MEMBERSHIP: "MEMBERSHIPS",
    ClaimKind.CHARACTERIZATION: "CHARACTERIZATIONS",
}
_PDF = "application/pdf"
WIDEST_PUBLISHER = 24
"""What a list keeps for the names of publishers at most; longer ones push their title aside."""


def render_snapshot_text(snapshot: Snapshot, screen: Screen) -> str:
    """The claims of *snapshot*, kind by kind in order of place, each with its quote."""
    return "\n".join([*_heading(snapshot, screen), *_claims(snapshot, screen), *_derived(snapshot, screen), ""])


def render_list_text(snapshots: Sequence[Snapshot], screen: Screen) -> str:
    """One line a snapshot: id, publisher, number of claims, title."""
    if not snapshots:
        return "The store is empty; `reportdiff add FILE` stores a first document.\n"
    wide = max(len(snapshot.id) for snapshot in snapshots)
    publishers = min(WIDEST_PUBLISHER, max(len(say_publisher(snapshot)) for snapshot in snapshots))
    lines = [line for snapshot in snapshots for line in _listed(snapshot, (wide, publishers), screen)]
    return "\n".join([*lines, ""])


def _listed(snapshot: Snapshot, wide: tuple[int, int], screen: Screen) -> Iterator[str]:
    """One line of columns, of which the ids and the publishers are so *wide*; on a narrow screen several lines."""
    claims = say_claims(len(snapshot.claims))
    day, title = str(snapshot.edition.published or "undated"), printable(snapshot.title or "")
    if screen.narrow:
        yield screen.paint("name", snapshot.id)
        yield from screen.fold(f"{day}, {say_publisher(snapshot)}, {claims}", "  ", "  ")
        yield from screen.fold(title, "  ", "  ") if title else ()
        return
    about = f"{claims:>10}  {say_publisher(snapshot):<{wide[1]}}  {title}".rstrip()
    lead = f"{snapshot.id:<{wide[0]}}  {day:<10}  "
    room = max(20, screen.columns - len(lead))
    yield f"{screen.paint('name', lead)}{about if len(about) <= room else about[: room - 1] + '…'}"


def _heading(snapshot: Snapshot, screen: Screen) -> Iterator[str]:
    yield from (screen.paint("title", line) for line in screen.fold(printable(snapshot.title or snapshot.id)))
    source = snapshot.source
    yield from screen.fold(f"{say_source(snapshot)} · {snapshot.id} · {say_claims(len(snapshot.claims))}")
    yield from screen.fold(f"{printable(source.file)}, {source.bytes:,} bytes, sha256 {source.sha256[:12]}…")
    if snapshot.text is None:
        yield from screen.fold("The text is not at hand: quotes are shown with what was stored around them.")


def _claims(snapshot: Snapshot, screen: Screen) -> Iterator[str]:
    for kind, title in TITLES.items():
        claims = [claim for claim in snapshot.claims if claim.kind is kind]
        if claims:
            yield ""
            yield screen.rule(f"{title} ({len(claims)})")
        ordered = sorted(claims, key=lambda claim: (claim.sentence, claim.position))
        for _, sentence in groupby(ordered, key=lambda claim: claim.sentence):
            yield ""
            yield from _sentence(list(sentence), snapshot, screen)


def _derived(snapshot: Snapshot, screen: Screen) -> Iterator[str]:
    """Figures that the text gives without printing them, marked as such."""
    figures = derive_figures(snapshot)
    if figures:
        yield ""
        yield screen.rule(f"DERIVED ({len(figures)})")
    for figure in figures:
        yield ""
        yield from screen.fold(f"{say_derived(figure)}  {say_measure(figure.level)}  [derived]", "", "    ")
        for quote in quotes_of([figure.level, figure.difference], snapshot.text):
            yield from screen.fold(quote, "    ", "    ")


def _sentence(claims: Sequence[Claim], snapshot: Snapshot, screen: Screen) -> Iterator[str]:
    for claim in claims:
        doubt = "" if claim.reliability is Grade.CLEAN else f"  [{claim.reliability.value}]"
        page = f"  p. {claim.part}" if claim.part and snapshot.source.media_type == _PDF else ""
        yield from screen.fold(
            f"{say_claim(claim)}  {say_measure(claim)}{doubt}{page}  #{printable(claim.id)}", "", "    "
        )
        for line in say_annotations([claim]):
            yield from screen.fold(line, "    ", "      ")
    for quote in quotes_of(claims, snapshot.text):
        yield from screen.fold(quote, "    ", "    ")
