"""How texts tell, aspect by aspect: small multiples of salience, tone and hedging, and the quotes behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportdiff.compare.dossier import Dossier
from reportdiff.model.change import Diff
from reportdiff.model.claim import Characterization, Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.framing import Facet, Framing, FramingDiff, Passage, Recharacterization, Shift
from reportdiff.reports.screen import printable
from reportdiff.reports.site.addresses import slug
from reportdiff.reports.site.facets import facet_chart, highest
from reportdiff.reports.site.quotes import Places, Quote, pieces_of, quote_claims
from reportdiff.reports.site.sources import SourceView, view_source
from reportdiff.reports.site.svg import Svg
from reportdiff.reports.words.framing import NAMES, name_aspect, quote_passage, say_measure, say_move, words_behind

FACETS = (Facet.SALIENCE, Facet.TONE, Facet.HEDGING)
FACET_NAMES = {Facet.SALIENCE: "Share of the text", Facet.TONE: "Tone", Facet.HEDGING: "Hedges per 1,000 words"}
MOST_QUOTES, MOST_NAMES, MOST_RETELLINGS = 3, 12, 40


class Meter(NamedTuple):
    """One facet of one aspect: its values in words, one an edition, the chart of them, and whether it surely moved."""

    name: str
    values: tuple[str, ...]
    chart: Svg
    shifted: bool = False


class Move(NamedTuple):
    """What shifted, from what to what, each in words."""

    name: str
    old: str
    new: str
    said: str
    metered: bool


class AspectView(NamedTuple):
    """How two texts speak of one aspect. ``claims`` are the ids of the characterizations, old and new."""

    anchor: str
    name: str
    whole: bool
    moves: tuple[Move, ...]
    shifted: bool
    meters: tuple[Meter, ...]
    old_phrases: tuple[str, ...]
    new_phrases: tuple[str, ...]
    old_quotes: tuple[Quote, ...]
    new_quotes: tuple[Quote, ...]
    claims: tuple[tuple[str, ...], tuple[str, ...]]


class RetellingView(NamedTuple):
    """One sentence told again with other words of framing."""

    words: str
    old: Quote
    new: Quote


class NameList(NamedTuple):
    """Actors or terms that set one side apart."""

    title: str
    items: tuple[str, ...]


class TellingView(NamedTuple):
    """The framing section of a comparison; ``missing`` names what could not be looked at."""

    aspects: tuple[AspectView, ...]
    retellings: tuple[RetellingView, ...]
    lists: tuple[NameList, ...]
    missing: str


class TellingRow(NamedTuple):
    """One aspect through all editions of a subject, for its small multiples; None for what says nothing of it."""

    name: str
    meters: tuple[Meter | None, ...]


class SubjectTelling(NamedTuple):
    """The small multiples of a subject: the editions in their order, and a row an aspect."""

    sources: tuple[SourceView, ...]
    rows: tuple[TellingRow, ...]
    facets: tuple[str, ...] = tuple(FACET_NAMES.values())


def view_telling(diff: Diff, places: tuple[Places, Places]) -> TellingView | None:
    """How the two texts of *diff* tell; None where that was not looked at."""
    framing = diff.framing
    if framing is None:
        return None
    missing = [side.id for side, told in ((diff.old, framing.old), (diff.new, framing.new)) if told is None]
    return TellingView(
        aspects=tuple(_view_aspects(diff, framing, places)),
        retellings=tuple(_view_retellings(diff, framing)),
        lists=tuple(_view_lists(diff, framing)),
        missing=" and ".join(missing),
    )


def view_subject_telling(dossier: Dossier) -> SubjectTelling:
    """All aspects that any edition of a subject speaks of, the weightiest first."""
    tellings = [framing for _, framing in dossier.tellings]
    aspects = _aspects_in(tellings)
    tops = _tops(tellings, (None, *aspects))
    rows = [TellingRow(_title(None), (None, *_meters(None, tellings, tops, ())))]
    rows += [TellingRow(_title(aspect), _meters(aspect, tellings, tops, ())) for aspect in aspects]
    return SubjectTelling(tuple(view_source(snapshot) for snapshot, _ in dossier.tellings), tuple(rows))


def _view_aspects(diff: Diff, framing: FramingDiff, places: tuple[Places, Places]) -> Iterable[AspectView]:
    tellings = [told for told in (framing.old, framing.new) if told is not None]
    summed = {each.aspect: each for each in framing.characterizations}
    shifts: dict[str | None, list[Shift]] = {}
    for shift in framing.shifts:
        shifts.setdefault(shift.aspect, []).append(shift)
    both = _aspects_in(tellings) if len(tellings) == 2 else []
    every = [None, *dict.fromkeys([*both, *summed])] if len(tellings) == 2 else list(summed)
    tops = _tops(tellings, every)
    ranked = sorted(every, key=lambda aspect: -_weigh(shifts.get(aspect, ()), summed.get(aspect or "")))
    for aspect in sorted(ranked, key=lambda aspect: aspect is not None):
        meters = _meters(aspect, tellings, tops, shifts.get(aspect, ())) if len(tellings) == 2 else ()
        yield _view_aspect(aspect, shifts.get(aspect, []), summed.get(aspect or ""), meters, diff, places)


def _tops(tellings: Sequence[Framing], aspects: Sequence[str | None]) -> dict[Facet, float]:
    """Where the scale of each facet ends, one for all aspects; the share of the whole is not shown, nor counted."""
    return {
        facet: highest(
            facet, [telling.measure(facet, aspect) for telling in tellings for aspect in _shown(facet, aspects)]
        )
        for facet in FACETS
    }


def _shown(facet: Facet, aspects: Sequence[str | None]) -> list[str | None]:
    return [aspect for aspect in aspects if aspect is not None or facet is not Facet.SALIENCE]


def _weigh(shifts: Sequence[Shift], summed: Recharacterization | None) -> Decimal:
    """How sure the surest shift is; what both sides sum up otherwise counts besides."""
    sure = max((abs(shift.weight) for shift in shifts), default=Decimal(0))
    return sure + (1 if summed is not None and summed.old and summed.new else 0)


def _view_aspect(
    aspect: str | None,
    shifts: Sequence[Shift],
    summed: Recharacterization | None,
    meters: tuple[Meter, ...],
    diff: Diff,
    places: tuple[Places, Places],
) -> AspectView:
    olds, news = (summed.old, summed.new) if summed else ((), ())
    return AspectView(
        anchor=f"framing-{slug(aspect or 'whole')}",
        name=_title(aspect),
        whole=aspect is None,
        moves=tuple(_move(shift) for shift in shifts),
        shifted=bool(shifts),
        meters=meters,
        old_phrases=_phrases(olds),
        new_phrases=_phrases(news),
        old_quotes=_quotes(diff.old, olds, shifts, places[0], is_old=True),
        new_quotes=_quotes(diff.new, news, shifts, places[1], is_old=False),
        claims=(tuple(claim.id for claim in olds), tuple(claim.id for claim in news)),
    )


def _move(shift: Shift) -> Move:
    old, new = (say_measure(shift.facet, value).replace("\N{NO-BREAK SPACE}", " ") for value in (shift.old, shift.new))
    said = say_move(shift.facet, shift.old, shift.new).replace("\N{NO-BREAK SPACE}", " ")
    return Move(NAMES[shift.facet], old, new, said, shift.facet in FACETS)


def _title(aspect: str | None) -> str:
    name = name_aspect(aspect)
    return name[:1].upper() + name[1:]


def _phrases(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(printable(claim.value.text) for claim in claims if isinstance(claim.value, Characterization))


def _quotes(
    snapshot: Snapshot, claims: Sequence[Claim], shifts: Sequence[Shift], places: Places, *, is_old: bool
) -> tuple[Quote, ...]:
    """The sentences that sum the aspect up, else the most telling ones behind the surest shifts."""
    if claims:
        return quote_claims(claims, snapshot, places)[:MOST_QUOTES]
    quotes = []
    for shift in sorted(shifts, key=lambda each: -abs(each.weight)):
        passages = shift.old_passages if is_old else shift.new_passages
        quotes += [_quote(each, snapshot, words_behind(shift.facet, each)) for each in passages[:1]]
    return tuple(dict.fromkeys(quotes))[:MOST_QUOTES]


def _quote(passage: Passage, snapshot: Snapshot, words: Sequence[str]) -> Quote:
    return Quote(pieces_of(quote_passage(passage, snapshot.text or "", words)))


def _meters(
    aspect: str | None, tellings: Sequence[Framing], tops: Mapping[Facet, float], shifts: Iterable[Shift]
) -> tuple[Meter, ...]:
    """The facets of an aspect; the share of the whole text is the whole, and says nothing."""
    moved = {shift.facet for shift in shifts}
    facets = [facet for facet in FACETS if _shown(facet, [aspect])]
    return tuple(_meter(f, aspect, tellings, tops[f])._replace(shifted=f in moved) for f in facets)


def _meter(facet: Facet, aspect: str | None, tellings: Sequence[Framing], top: float) -> Meter:
    values = [telling.measure(facet, aspect) for telling in tellings]
    said = tuple(say_measure(facet, value).replace("\N{NO-BREAK SPACE}", " ") for value in values)
    name = FACET_NAMES[facet]
    return Meter(name, said, facet_chart(facet, values, top, f"{name}: {_title(aspect)}", said))


def _aspects_in(tellings: Sequence[Framing]) -> list[str]:
    """The aspects that any text speaks of, those that take the most room first."""
    room: dict[str, int] = {}
    for telling in tellings:
        for passage in telling.passages:
            if passage.aspect is not None:
                room[passage.aspect] = room.get(passage.aspect, 0) + passage.words
    return sorted(room, key=lambda aspect: (-room[aspect], aspect))


def _view_retellings(diff: Diff, framing: FramingDiff) -> Iterable[RetellingView]:
    for each in framing.retellings[:MOST_RETELLINGS]:
        sides = []
        for snapshot, passage in ((diff.old, each.old), (diff.new, each.new)):
            words = [word for facet in each.facets for word in words_behind(facet, passage)]
            sides.append(_quote(passage, snapshot, words))
        yield RetellingView(", ".join(facet.value for facet in each.facets), *sides)


def _view_lists(diff: Diff, framing: FramingDiff) -> Iterable[NameList]:
    old, new = view_source(diff.old).label, view_source(diff.new).label
    olds = [f"{each.term} {each.old}:{each.new}" for each in framing.terms if each.z < 0]
    news = [f"{each.term} {each.new}:{each.old}" for each in framing.terms if each.z > 0]
    lists = (
        (f"Named only by {old}", [each.name for each in framing.gone]),
        (f"Named only by {new}", [each.name for each in framing.arrived]),
        (f"Words of {old}", olds),
        (f"Words of {new}", news),
        ("Watched terms", [f"{was.term} {was.count} → {now.count}" for was, now in framing.watched]),
    )
    for title, items in lists:
        if items:
            yield NameList(title, tuple(printable(item) for item in items[:MOST_NAMES]))
