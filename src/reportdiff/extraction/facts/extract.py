"""Facts that are no figures: dates of events, holders of offices, memberships, and what is summed up in words."""

from __future__ import annotations

from functools import cache

from reportdiff.extraction.facts import characterizations, events, holders, memberships
from reportdiff.extraction.facts.drafts import FactDraft, Page
from reportdiff.extraction.mention import Circumstances
from reportdiff.model.text import Text
from reportdiff.vocabulary.loader import Vocabulary

__all__ = ["FactDraft", "extract_facts"]


def extract_facts(text: Text, circumstances: Circumstances, vocabulary: Vocabulary) -> list[FactDraft]:
    """The facts that *text* states, in order of place; the same fact at the same place once."""
    page = Page(text, circumstances, vocabulary, _cues())
    drafts = [*events.extract_events(page), *holders.extract_holders(page)]
    drafts += [*memberships.extract_memberships(page), *characterizations.extract_characterizations(page)]
    drafts.sort(key=lambda draft: (draft.span.start, draft.span.end, draft.kind, draft.measure))
    return drafts


@cache
def _cues() -> frozenset[str]:
    return events.CUES | holders.load_cues() | memberships.CUES | characterizations.load_cues()
