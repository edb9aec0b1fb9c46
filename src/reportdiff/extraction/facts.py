"""Facts that are no figures: dates of events, holders of offices, memberships, and what is summed up in words."""

from __future__ import annotations

from reportdiff.extraction.characterizations import extract_characterizations
from reportdiff.extraction.drafts import FactDraft, Page
from reportdiff.extraction.events import extract_events
from reportdiff.extraction.holders import extract_holders
from reportdiff.extraction.memberships import extract_memberships
from reportdiff.extraction.mention import Circumstances
from reportdiff.model.text import Text
from reportdiff.vocabulary.loader import Vocabulary

__all__ = ["FactDraft", "extract_facts"]


def extract_facts(text: Text, circumstances: Circumstances, vocabulary: Vocabulary) -> list[FactDraft]:
    """The facts that *text* states, in order of place; the same fact at the same place once."""
    page = Page(text, circumstances, vocabulary)
    drafts = [*extract_events(page), *extract_holders(page), *extract_memberships(page)]
    drafts += extract_characterizations(page)
    drafts.sort(key=lambda draft: (draft.span.start, draft.span.end, draft.kind, draft.measure))
    return drafts
