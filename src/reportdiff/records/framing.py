"""How texts tell, as JSON."""

from __future__ import annotations

from reportdiff.model.change import Diff
from reportdiff.model.framing import Actor, Facet, Framing, Passage, Shift, TermUse, count_words
from reportdiff.records.claim import encode_claim, encode_span
from reportdiff.records.fields import Record


def encode_framing(diff: Diff) -> Record | None:
    """The framing of *diff* as a JSON object, with the sentences behind each shift; None where it was not looked at."""
    framing = diff.framing
    if framing is None:
        return None
    old, new = diff.old.text or "", diff.new.text or ""
    return {
        "old": None if framing.old is None else encode_telling(framing.old),
        "new": None if framing.new is None else encode_telling(framing.new),
        "shifts": [_encode_shift(shift, old, new) for shift in framing.shifts],
        "retellings": [
            {
                "old": _encode_passage(each.old, old),
                "new": _encode_passage(each.new, new),
                "facets": [facet.value for facet in each.facets],
            }
            for each in framing.retellings
        ],
        "characterizations": [
            {
                "aspect": each.aspect,
                "old": [encode_claim(claim) for claim in each.old],
                "new": [encode_claim(claim) for claim in each.new],
            }
            for each in framing.characterizations
        ],
        "gone": [_encode_actor(actor) for actor in framing.gone],
        "arrived": [_encode_actor(actor) for actor in framing.arrived],
        "terms": [{"term": each.term, "old": each.old, "new": each.new, "z": each.z} for each in framing.terms],
        "watched": [_encode_watched(*pair) for pair in framing.watched],
    }


def encode_telling(framing: Framing) -> Record:
    """The numbers of one telling: of the whole, and of each aspect that a sentence speaks of, in order of name."""
    aspects = sorted({passage.aspect for passage in framing.passages if passage.aspect is not None})
    return {
        "whole": _encode_measures(framing, None),
        "aspects": [_encode_measures(framing, aspect) for aspect in aspects],
    }


def _encode_measures(framing: Framing, aspect: str | None) -> Record:
    passages = framing.about(aspect)
    measures: Record = {facet.value: framing.measure(facet, aspect) for facet in Facet}
    return {"aspect": aspect, "sentences": len(passages), "words": count_words(passages), **measures}


def _encode_shift(shift: Shift, old: str, new: str) -> Record:
    return {
        "aspect": shift.aspect,
        "facet": shift.facet.value,
        "old": shift.old,
        "new": shift.new,
        "weight": shift.weight,
        "old_passages": [_encode_passage(passage, old) for passage in shift.old_passages],
        "new_passages": [_encode_passage(passage, new) for passage in shift.new_passages],
    }


def _encode_passage(passage: Passage, text: str) -> Record:
    return {
        "position": encode_span(passage.span),
        "text": text[passage.span.start : passage.span.end],
        "positive": list(passage.positive),
        "negative": list(passage.negative),
        "hedges": list(passage.hedges),
        "boosters": list(passage.boosters),
        "attributions": list(passage.attributions),
    }


def _encode_actor(actor: Actor) -> Record:
    return {"name": actor.name, "mentions": [encode_span(span) for span in actor.mentions]}


def _encode_watched(old: TermUse, new: TermUse) -> Record:
    return {"parts": list(old.term.parts), "old": old.count, "new": new.count}
