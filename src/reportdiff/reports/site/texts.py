"""Two texts side by side: sentences beside their like, words that changed marked, claims linked to their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportdiff.compare.prose.lines import read_lines
from reportdiff.model.change import Diff
from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.span import Span
from reportdiff.model.wording import SentenceChange, WordingDiff, WordingKind
from reportdiff.reports.screen import printable


class Run(NamedTuple):
    """Characters of one kind; ``changed`` ones differ from the other side's."""

    text: str
    changed: bool


class Stretch(NamedTuple):
    """Runs in order; a claim's have an address, a title, and where its row is, others None."""

    runs: tuple[Run, ...]
    anchor: str | None = None
    href: str | None = None
    title: str = ""


class Sentence(NamedTuple):
    """A sentence as a page shows it. ``role`` is ``heading``, ``item`` or ``plain``; ``extra`` are claims that stand
    within others, without their words; ``note`` says what became of it.
    """

    role: str
    stretches: tuple[Stretch, ...]
    extra: tuple[Stretch, ...]
    note: str


class Block(NamedTuple):
    """What stands side by side; ``kind`` is ``equal``, ``reworded``, or ``apart`` where the sides share nothing."""

    kind: str
    old: tuple[Sentence, ...]
    new: tuple[Sentence, ...]


class Places(NamedTuple):
    """Of one side: id of a claim → its address on the page, → the row that tells of it, and what it says."""

    anchors: Mapping[str, str]
    rows: Mapping[str, str]
    titles: Mapping[str, str]


class TextSide(NamedTuple):
    """One text with its sentences, claims and changed stretches, in order."""

    snapshot: Snapshot
    sentences: tuple[Span, ...]
    claims: tuple[Claim, ...]
    changed: tuple[Span, ...]
    notes: Mapping[int, str]
    places: Places
    headings: frozenset[int]


def view_texts(diff: Diff, old: Places, new: Places) -> tuple[Block, ...]:
    """The two texts in blocks, in order; nothing where the wording was not looked at."""
    if diff.wording is None:
        return ()
    sides = _side(diff.old, diff.wording, old, is_old=True), _side(diff.new, diff.wording, new, is_old=False)
    return tuple(_blocks(diff.wording, *sides))


def view_text(snapshot: Snapshot, places: Places) -> tuple[Sentence, ...]:
    """One text with its claims; nothing where it is not at hand."""
    side = _make_side(snapshot, (), {}, places)
    return tuple(_sentences(side, range(len(side.sentences))))


def _side(snapshot: Snapshot, wording: WordingDiff, places: Places, *, is_old: bool) -> TextSide:
    changed, notes = [], {}
    for change in wording.changes:
        spans = change.old if is_old else change.new
        changed += [hunk.old if is_old else hunk.new for hunk in change.hunks]
        for span in spans:
            notes[span.start] = _note(change)
    return _make_side(snapshot, changed, notes, places)


def _make_side(snapshot: Snapshot, changed: Iterable[Span], notes: Mapping[int, str], places: Places) -> TextSide:
    lines = read_lines(snapshot.text or "")
    return TextSide(
        snapshot=snapshot,
        sentences=tuple(lines.span(number) for number in range(len(lines.sentences))),
        claims=tuple(sorted(snapshot.claims, key=lambda claim: (claim.position.start, -claim.position.end, claim.id))),
        changed=tuple(sorted(changed)),
        notes=notes,
        places=places,
        headings=frozenset(section.start for section in snapshot.sections),
    )


def _note(change: SentenceChange) -> str:
    """What to say at a sentence; what one side alone has, and what the marked words show, needs no word."""
    if change.kind in (WordingKind.ADDED, WordingKind.DROPPED, WordingKind.REWORDED):
        return "moved" if change.moved else ""
    return change.kind.value if change.kind is WordingKind.MOVED or not change.moved else f"{change.kind.value}, moved"


def _blocks(wording: WordingDiff, old: TextSide, new: TextSide) -> Iterator[Block]:
    """Sentences told in the same order on both sides beside each other; what lies between them, too."""
    from_old, from_new = 0, 0
    for olds, news, kind in _anchors(wording, old, new):
        yield from _apart(old, range(from_old, olds.start), new, range(from_new, news.start))
        yield Block(kind, tuple(_sentences(old, olds)), tuple(_sentences(new, news)))
        from_old, from_new = olds.stop, news.stop
    yield from _apart(old, range(from_old, len(old.sentences)), new, range(from_new, len(new.sentences)))


def _apart(old: TextSide, olds: range, new: TextSide, news: range) -> Iterator[Block]:
    if olds or news:
        yield Block("apart", tuple(_sentences(old, olds)), tuple(_sentences(new, news)))


def _anchors(wording: WordingDiff, old: TextSide, new: TextSide) -> list[tuple[range, range, str]]:
    """Numbers of sentences that stand beside each other, in order on both sides."""
    numbers = [{span.start: number for number, span in enumerate(side.sentences)} for side in (old, new)]
    taken: tuple[set[int], set[int]] = (set(), set())
    found: list[tuple[range, range, str]] = []
    for change in wording.changes:
        ranges = [
            range(by_start[spans[0].start], by_start[spans[-1].start] + 1) if spans else range(0)
            for spans, by_start in zip((change.old, change.new), numbers, strict=True)
        ]
        for chosen, each in zip(taken, ranges, strict=True):
            chosen.update(each)
        if ranges[0] and ranges[1] and not change.moved:
            found.append((ranges[0], ranges[1], "reworded"))
    left = [[n for n in range(len(side.sentences)) if n not in t] for side, t in zip((old, new), taken, strict=True)]
    found += [(range(a, a + 1), range(b, b + 1), "equal") for a, b in zip(left[0], left[1], strict=False)]
    ordered = sorted(found, key=lambda each: (each[0].start, each[1].start))
    return _rising(ordered)


def _rising(anchors: Sequence[tuple[range, range, str]]) -> list[tuple[range, range, str]]:
    """Those that never go back on either side."""
    kept: list[tuple[range, range, str]] = []
    for each in anchors:
        if not kept or (each[0].start >= kept[-1][0].stop and each[1].start >= kept[-1][1].stop):
            kept.append(each)
    return kept


def _sentences(side: TextSide, numbers: Iterable[int]) -> Iterator[Sentence]:
    for number in numbers:
        span = side.sentences[number]
        text = side.snapshot.text or ""
        role, lead = _role(text[span.start : span.end], titled=span.start in side.headings)
        body = Span(span.start + lead, span.end)
        top, inner = _claims_in(side, span)
        yield Sentence(
            role=role,
            stretches=tuple(_stretches(side, text, body, top)),
            extra=tuple(_claim_stretch(side, (), claim) for claim in inner),
            note=side.notes.get(span.start, ""),
        )


def _role(line: str, *, titled: bool) -> tuple[str, int]:
    """What a line is, and how long its marker is."""
    if line.startswith("#"):
        return "heading", len(line) - len(line.lstrip("#").lstrip(" "))
    if line.startswith(("- ", "* ", "• ")):
        return "item", 2
    return "heading" if titled else "plain", 0


def _claims_in(side: TextSide, span: Span) -> tuple[list[Claim], list[Claim]]:
    """The claims of a sentence that follow each other, and those that overlap one of these."""
    top: list[Claim] = []
    inner: list[Claim] = []
    for claim in _starting_in(side.claims, span):
        free = claim.position.end <= span.end and (not top or claim.position.start >= top[-1].position.end)
        (top if free else inner).append(claim)
    return top, inner


def _starting_in(claims: Sequence[Claim], span: Span) -> Sequence[Claim]:
    from bisect import bisect_left

    first = bisect_left(claims, span.start, key=lambda claim: claim.position.start)
    last = bisect_left(claims, span.end, key=lambda claim: claim.position.start)
    return claims[first:last]


def _stretches(side: TextSide, text: str, body: Span, claims: Sequence[Claim]) -> Iterator[Stretch]:
    place = body.start
    for claim in claims:
        start, end = max(claim.position.start, body.start), claim.position.end
        if start > place:
            yield Stretch(_runs(side, text, Span(place, start)))
        if end > start:
            yield _claim_stretch(side, _runs(side, text, Span(start, end)), claim)
        place = max(place, end)
    if place < body.end:
        yield Stretch(_runs(side, text, Span(place, body.end)))


def _claim_stretch(side: TextSide, runs: tuple[Run, ...], claim: Claim) -> Stretch:
    places = side.places
    return Stretch(runs, places.anchors.get(claim.id), places.rows.get(claim.id), places.titles.get(claim.id, ""))


def _runs(side: TextSide, text: str, span: Span) -> tuple[Run, ...]:
    """A span cut where what changed begins and ends."""
    from bisect import bisect_right

    first = max(0, bisect_right(side.changed, span.start, key=lambda each: each.start) - 1)
    cuts = {span.start, span.end}
    within: list[Span] = []
    for each in side.changed[first:]:
        if each.start >= span.end:
            break
        if each.end > span.start and each.end > each.start:
            within.append(each)
            cuts |= {max(each.start, span.start), min(each.end, span.end)}
    return tuple(
        Run(printable(text[start:end]), any(each.start <= start < each.end for each in within))
        for start, end in pairwise(sorted(cuts))
    )
