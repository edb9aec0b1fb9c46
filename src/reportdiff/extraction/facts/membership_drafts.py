"""What every membership is told by: whose it is, whether it is denied, and the draft that is made of it."""

from __future__ import annotations

import re

from reportdiff.extraction.facts.drafts import FactDraft, Page, stated
from reportdiff.extraction.facts.things import slug_of
from reportdiff.grammar.iso_dates import IsoDate
from reportdiff.model.claim import ClaimKind, Membership
from reportdiff.model.text import Span

BELONGS, JOINED, LEFT = "belongs", "joined", "left"
_DENIED = re.compile(
    r"\b(?:not|n[’']t|cannot|never|nor|neither|no|without|if|may|might|could|would|should|will|to|before|for|of|on|"
    r"consider(?:s|ed|ing)?|threaten(?:s|ed|ing)?|plan(?:s|ned|ning)?|hop(?:es?|ed|ing)|seek(?:s|ing)?|sought|"
    r"propos(?:es?|ed|ing)|oppos(?:es?|ed|ing)|support(?:s|ed|ing)?|negotiat(?:es?|ed|ing)|reject(?:s|ed|ing)?|"
    r"discuss(?:es|ed|ing)?|pursu(?:es?|ed|ing)|towards?|delay(?:s|ed|ing)?|block(?:s|ed|ing)?|await(?:s|ed|ing)?)"
    r"(?: (?:its|their|a|an|the|yet|ever|also|so|far|have|has|it|been|formally|officially|full|possible|eventual|early|"
    r"[A-Z][\w]*[’']s?)){0,3} $"
)
"""What makes a step or a membership one that was not taken, or is but wished for, feared or talked of."""
_CLAUSE = re.compile(r"[;:] |, (?:and|but|while|whereas|as|after|when) ")
_ITSELF = re.compile(r"(?:^|[ (])(?:[Tt]he (?:country|nation|republic|kingdom)|[Ii]t)(?: also| now)? $")
_REACH, _BACKWARDS = 90, 200
_DENIED_REACH = 40


def is_denied(page: Page, start: int, at: int) -> bool:
    """True where the words right before *at* make a step or membership one that was not taken, or is but talked of."""
    return _DENIED.search(page.content, max(start, at - _DENIED_REACH), at) is not None


def members_before(page: Page, start: int, end: int) -> list[str]:
    """The countries that stand before the verb: the subject of the text alone where it is among them or meant.

    "The country" and "it" mean the subject where no other country was spoken of right before.
    """
    for clause in _CLAUSE.finditer(page.content, start, end):
        start = clause.end()
    if page.subject and _ITSELF.search(page.content, max(start, end - _REACH), end):
        others = set(page.countries_in(max(0, start - _BACKWARDS), end)) - {page.subject}
        return [] if others else [page.subject]
    codes = list(dict.fromkeys(page.countries_in(max(start, end - _REACH), end)))
    return [page.subject] if page.subject and page.subject in codes else codes


def draft_membership(
    page: Page, member: str, name: str, span: Span, sentence: Span, state: str, when: IsoDate | None
) -> FactDraft:
    """The draft of what *member* belongs to, joined or left, and *when* that was; now where nothing tells."""
    return FactDraft(
        kind=ClaimKind.MEMBERSHIP,
        measure=f"membership.{slug_of(page, name) or name.lower()}",
        dimensions=() if member == page.subject else (("area", member),),
        value=Membership(member=page.vocabulary.countries.names.get(member, member), set=name, state=state),
        period=stated(when.days, when.text) if when else page.as_published(),
        span=span,
        sentence=sentence,
    )
