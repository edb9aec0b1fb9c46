"""Who joined something or left it, and when: "X joined Y in 2009", "Y, which X left in 2009"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdiff.extraction.facts.drafts import FactDraft, Page
from reportdiff.extraction.facts.membership_drafts import JOINED, LEFT, draft_membership, is_denied, members_before
from reportdiff.extraction.facts.set_names import is_surely_set, set_names
from reportdiff.grammar.iso_dates import IsoDate, find_date, match_date
from reportdiff.model.text import Span

_STEPS = ("joining", "accession", "Accession", "withdrawal", "Withdrawal", "leaving")
"""What is told by a noun or a gerund may be but a plan, unless it has a date."""
_NOW = re.compile(r" (?:is|are) $")
_ANOTHER_DEED = re.compile(r"\b(?:and|but|before|after|when|while) [a-z]")
_FURTHER = re.compile(r",? and (?:later |then )?(?:the )?(?=[A-Z])|, (?:the )?(?=[A-Z])")
_MOVES = {
    "joined": JOINED,
    "joining": JOINED,
    "acceded": JOINED,
    "accession": JOINED,
    "Accession": JOINED,
    "became": JOINED,
    "withdrew": LEFT,
    "withdrawn": LEFT,
    "withdrawal": LEFT,
    "Withdrawal": LEFT,
    "quit": LEFT,
    "left": LEFT,
    "leaving": LEFT,
}
MOVING_CUES = frozenset(_MOVES)
_LEAVING = ("left", "leaving")
_MOVING = re.compile(
    r"(?:joined|joining|acceded to|[Aa]ccession (?:to|into)|withdr(?:ew|awn) from|[Ww]ithdrawal from|quit|left|leaving|"
    r"became (?:an? )?(?:[a-z0-9]+ ){0,3}(?:member|party) (?:of|to)) (?:the )?"
)
_WHICH = re.compile(r"(?P<set>[A-Z][\w’'&. -]{1,60}?), which (?:the )?(?P<who>[A-Z][\w. ]{1,30}?) (?:has )?$")
_AFTER = re.compile(r"[^.;:]{0,60}? (?:in|on|since) (?:(?:early|mid|late)[ -])?")
_WHEN_BEHIND = re.compile(r" (?:in|on) ")


def read_move(page: Page, at: int) -> Iterator[FactDraft]:
    """What is told by "X joined Y in 2009" and "Y, which X joined in 2009"."""
    content, sentence = page.content, page.sentence_at(at)
    if sentence is None:
        return
    if is_denied(page, sentence.start, at):
        return
    state = next(state for word, state in _MOVES.items() if content.startswith(word, at))
    if which := _WHICH.search(content, max(sentence.start, at - 110), at):
        yield from _relative(page, which, at, sentence, state)
        return
    found = _MOVING.match(content, at, sentence.end)
    members = members_before(page, sentence.start, at)[-1:] if found else []
    for name, span, when in _joined(page, found.end(), sentence) if found and members else ():
        if content.startswith(_LEAVING, at) and not is_surely_set(name):
            return
        if when is None and content.startswith(_STEPS, at) and not _NOW.search(content, sentence.start, at):
            return
        end = max(span.end, when.end) if when and when.start >= span.end else span.end
        yield draft_membership(page, members[0], name, Span(at, end), sentence, state, when)


def _relative(page: Page, which: re.Match[str], at: int, sentence: Span, state: str) -> Iterator[FactDraft]:
    codes = list(page.countries_in(which.start("who"), which.end("who")))
    name = re.split(r" (?:in|to|of the|with) ", which["set"])[-1]
    when = _when(page, at, sentence)
    if codes:
        span = Span(which.end("set") - len(name), when.end if when and when.start > at else at)
        yield draft_membership(page, codes[-1], name, span, sentence, state, when)


def _joined(page: Page, at: int, sentence: Span) -> Iterator[tuple[str, Span, IsoDate | None]]:
    """What is joined or left, and when: "the A in 1977 and the B in 1995" are two, and so are "the A and the B"."""
    items = list(set_names(page, at, sentence.end, single=True))
    several = list(set_names(page, at, sentence.end))
    if len(several) > 1 and all(is_surely_set(name) for name, _ in several[:2]) and len(items) == 1:
        items = several[:2]
    when = _when(page, items[-1][1].end, sentence) if items else None
    for name, span in items:
        yield name, span, when
    while when and items and (further := _FURTHER.match(page.content, when.end, sentence.end)):
        items = list(set_names(page, further.end(), sentence.end, single=True))
        behind = _WHEN_BEHIND.match(page.content, items[0][1].end) if items else None
        when = match_date(page.content, behind.end()) if behind else None
        if when and is_surely_set(items[0][0]):
            yield (*items[0], when)


def _when(page: Page, at: int, sentence: Span) -> IsoDate | None:
    """The date behind, or the one that the sentence begins with."""
    lead = _AFTER.match(page.content, at, sentence.end)
    if lead and not _ANOTHER_DEED.search(lead.group()) and (when := match_date(page.content, lead.end())):
        return when
    leading = find_date(page.content, sentence.start, min(sentence.end, sentence.start + 30))
    opening = page.content[sentence.start : leading.start].strip(" *-") if leading else ""
    return leading if leading and opening in ("In", "On", "Since") else None
