"""How two texts tell, and in which words, as rows of the table of a diff."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.model.change import Diff
from reportdiff.model.framing import FramingDiff, Passage, Recharacterization, Retelling, Shift
from reportdiff.model.span import Span
from reportdiff.model.wording import WordingDiff
from reportdiff.reports.csv.rows import Row


def framing_rows(diff: Diff, framing: FramingDiff) -> Iterator[Row]:
    """A row a shift, a sentence told otherwise, an aspect summed up otherwise, an actor of one side, and a term."""
    head = {"aspect": "framing", "old_snapshot": diff.old.id, "new_snapshot": diff.new.id}
    yield from ({**head, **_shift(shift, diff)} for shift in framing.shifts)
    yield from ({**head, **_retelling(each, diff)} for each in framing.retellings)
    yield from ({**head, **_summing_up(each)} for each in framing.characterizations)
    for kind, actors in (("actor-gone", framing.gone), ("actor-arrived", framing.arrived)):
        yield from ({**head, "kind": kind, "name": actor.name} for actor in actors)
    counted = [("term", each.term, each.old, each.new) for each in framing.terms]
    counted += [("watched-term", str(old.term), old.count, new.count) for old, new in framing.watched]
    for kind, name, was, now in counted:
        yield {**head, "kind": kind, "name": name, "old_amount": was, "new_amount": now}


def wording_rows(diff: Diff, wording: WordingDiff) -> Iterator[Row]:
    """A row a sentence that is not simply told again."""
    for change in wording.changes:
        yield {
            "aspect": "text",
            "old_snapshot": diff.old.id,
            "new_snapshot": diff.new.id,
            "kind": change.kind.value,
            "old_sentence": _words(change.old, diff.old.text),
            "new_sentence": _words(change.new, diff.new.text),
        }


def _shift(shift: Shift, diff: Diff) -> Row:
    return {
        "kind": "shift",
        "series": shift.aspect,
        "name": shift.facet.value,
        "old_amount": shift.old,
        "new_amount": shift.new,
        "old_sentence": _first(shift.old_passages, diff.old.text),
        "new_sentence": _first(shift.new_passages, diff.new.text),
    }


def _retelling(each: Retelling, diff: Diff) -> Row:
    return {
        "kind": "retelling",
        "name": "; ".join(facet.value for facet in each.facets),
        "old_sentence": _words([each.old.span], diff.old.text),
        "new_sentence": _words([each.new.span], diff.new.text),
    }


def _summing_up(each: Recharacterization) -> Row:
    old, new = ("; ".join(claim.quote.exact for claim in claims) for claims in (each.old, each.new))
    return {"kind": "characterization", "series": each.aspect, "old_quote": old, "new_quote": new}


def _first(passages: Sequence[Passage], text: str | None) -> str:
    """The most telling sentence behind a number."""
    return _words([passage.span for passage in passages[:1]], text)


def _words(spans: Sequence[Span], text: str | None) -> str:
    return " ".join((text or "")[span.start : span.end] for span in spans)
