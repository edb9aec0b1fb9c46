"""Two tellings set against each other: the one place where shifts, retellings, actors and terms meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.compare.framing.distinctive import find_distinctive_terms
from reportdiff.compare.framing.retellings import find_retellings
from reportdiff.compare.framing.shifts import find_shifts
from reportdiff.compare.framing.watched import find_uses
from reportdiff.compare.reading.words import WORD
from reportdiff.model.claim import Characterization, Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.framing import Actor, Framing, FramingDiff, Recharacterization, WatchedTerm
from reportdiff.vocabulary.framing import load_framing_words

FEWEST_MENTIONS = 2
"""An actor named once may come and go without meaning anything."""


def compare_framing(
    old: Snapshot,
    new: Snapshot,
    old_framing: Framing | None,
    new_framing: Framing | None,
    watched: Sequence[WatchedTerm] = (),
) -> FramingDiff:
    """How *new* tells differently from *old*; the framings are what their texts were read as, None without a text.

    Without both texts only the characterizations, which are claims, are compared.
    """
    characterizations = tuple(_recharacterized(old, new))
    if old_framing is None or new_framing is None or old.text is None or new.text is None:
        return FramingDiff(old=old_framing, new=new_framing, characterizations=characterizations)
    texts = old.text, new.text
    return FramingDiff(
        old=old_framing,
        new=new_framing,
        shifts=tuple(find_shifts(old_framing, new_framing, tuple(load_framing_words().aspects))),
        retellings=tuple(find_retellings(old_framing, new_framing, *texts)),
        characterizations=characterizations,
        gone=tuple(_only_in(old_framing, new_framing, new.text)),
        arrived=tuple(_only_in(new_framing, old_framing, old.text)),
        terms=tuple(find_distinctive_terms(old_framing, new_framing, *texts)),
        watched=tuple((find_uses(term, old.text), find_uses(term, new.text)) for term in watched),
    )


def _recharacterized(old: Snapshot, new: Snapshot) -> Iterator[Recharacterization]:
    """The aspects that the two do not sum up in the same words, in the order of the vocabulary; others behind."""
    sides = _by_aspect(old), _by_aspect(new)
    known = list(load_framing_words().aspects)
    for aspect in sorted(
        {*sides[0], *sides[1]}, key=lambda each: (each not in known, known.index(each) if each in known else 0, each)
    ):
        was, now = sides[0].get(aspect, {}), sides[1].get(aspect, {})
        if was.keys() != now.keys():
            yield Recharacterization(
                aspect=aspect,
                old=tuple(claim for words, claim in was.items() if words not in now),
                new=tuple(claim for words, claim in now.items() if words not in was),
            )


def _by_aspect(snapshot: Snapshot) -> dict[str, dict[str, Claim]]:
    """Aspect → words in lower case → the first claim that sums it up so, in order of place."""
    found: dict[str, dict[str, Claim]] = {}
    for claim in sorted(snapshot.claims, key=lambda claim: (claim.position, claim.id)):
        if isinstance(claim.value, Characterization):
            found.setdefault(claim.value.aspect, {}).setdefault(claim.value.text.casefold(), claim)
    return found


def _only_in(one: Framing, other: Framing, other_text: str) -> Iterator[Actor]:
    """The actors named more than once in *one* and not at all in the other text, those named most often first."""
    named = {actor.name for actor in other.actors}
    words = frozenset(WORD.findall(other_text))
    for actor in one.actors:
        if len(actor.mentions) < FEWEST_MENTIONS or actor.name in named:
            continue
        if not words.issuperset(WORD.findall(actor.name)):
            yield actor
