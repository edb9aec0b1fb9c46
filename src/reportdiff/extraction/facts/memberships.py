"""Who belongs to what, joined it or left it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdiff.extraction.facts.accessions import MOVING_CUES, read_move
from reportdiff.extraction.facts.drafts import FactDraft, Page
from reportdiff.extraction.facts.membership_drafts import BELONGS, draft_membership, is_denied, members_before
from reportdiff.extraction.facts.set_names import ITEM, LONGEST, is_surely_set, set_names
from reportdiff.model.text import Span

_MANY = (
    r"(?P<many>[^.;:]{0,70}?\b(?:organi[sz]ations?|bodies|forums?|fora|institutions|groups|groupings|agreements),?"
    r" (?:including|such as|among them|notably|like)(?: in)?)?"
)
_BELONGING_CUES = frozenset({"belong", "belongs", "member", "members", "Membership", "membership", "party", "parties"})
_BELONGING = re.compile(rf"(?:belongs? to|members? of|[Mm]embership in|(?:party|parties) to){_MANY} (?:the )?")
_BEING = re.compile(
    r"\b(?:is|are|remains?|has been|have been)(?: also)?(?: both)?(?: an?)?"
    r"(?: (?!not|never|no|neither|former|candidate|aspiring|potential|prospective|associate|observer|suspended)"
    r"[a-z]+){0,2} $"
)
_BEING_BESIDE = re.compile(
    r"(?P<who>(?:The [a-z]+|[A-Z][\w.’'-]*(?: (?:of |the |and )?[A-Z][\w.’'-]*){0,4})), (?:both |also |itself )?"
    r"(?:an? |the )?(?:(?:founding|original|full|active|permanent|current|elected|longstanding|core|key) )?$"
)
_TAKEN = re.compile(
    r" (?:was|is|were|has been|had been|remains)(?: [a-z]+)? (?:suspended|revoked|terminated|rejected|denied)\b"
)
_FIELD_CUES = frozenset({"participation"})
CUES = _BELONGING_CUES | MOVING_CUES | _FIELD_CUES
"""The words whose places tell where a membership may stand."""
_FIELD = re.compile(r"International organi[sz]ation participation: *(?P<list>[^\n]+)")
_COMMA = re.compile(r"[,;] ")
_REACH = 90


def extract_memberships(page: Page) -> Iterator[FactDraft]:
    """What countries belong to, joined and left: a draft for each member and set."""
    for at in page.places_of(_BELONGING_CUES):
        yield from _belonging(page, at)
    for at in page.places_of(MOVING_CUES):
        yield from read_move(page, at)
    for at in page.places_of(_FIELD_CUES):
        yield from _listed(page, at)


def _belonging(page: Page, at: int) -> Iterator[FactDraft]:
    sentence = page.sentence_at(at)
    found = _BELONGING.match(page.content, at, sentence.end) if sentence else None
    if sentence is None or found is None:
        return
    word = found.group().split()[0].lower()
    members = _belonging_members(page, word, at, sentence)
    items = list(set_names(page, found.end(), sentence.end)) if members else []
    if items and word == "membership" and _TAKEN.match(page.content, items[-1][1].end, sentence.end):
        return
    sure = items[:1] + [item for item in items[1:] if is_surely_set(item[0])]
    for member in members:
        for name, span in items if found["many"] else sure:
            yield draft_membership(page, member, name, span, sentence, BELONGS, None)


def _belonging_members(page: Page, word: str, at: int, sentence: Span) -> list[str]:
    """The countries that are said to be members, by what stands before the *word* at *at*."""
    content, low = page.content, max(sentence.start, at - 40)
    if word in ("member", "members", "party", "parties"):
        if being := _BEING.search(content, low, at):
            denied = is_denied(page, low, being.start())
            return [] if denied else members_before(page, sentence.start, being.start())
        beside = _BEING_BESIDE.search(content, max(sentence.start, at - _REACH), at)
        return _country_beside(page, beside["who"]) if beside else []
    if is_denied(page, sentence.start, at):
        return []
    return [page.subject] if word == "membership" and page.subject else members_before(page, sentence.start, at)


def _country_beside(page: Page, who: str) -> list[str]:
    """The country that *who* names as a whole, or the subject where that is meant."""
    if who in ("The country", "The nation", "The republic", "The kingdom"):
        return [page.subject] if page.subject else []
    words = who.removeprefix("The ").replace("-", " ").split()
    places = page.vocabulary.countries.find(words)
    return [
        place.code
        for first, end, place in places
        if end - first == len(words) and place.code.isupper() and not place.adjective
    ]


def _listed(page: Page, at: int) -> Iterator[FactDraft]:
    """A field that lists organizations."""
    line = page.content.rfind("\n", 0, at) + 1
    found = _FIELD.search(page.content, line, at + 500)
    sentence = page.sentence_at(found.start("list")) if found else None
    if found is None or sentence is None or page.subject is None:
        return
    place = found.start("list")
    for part in _COMMA.split(found["list"]):
        item = ITEM.match(part)
        if item and len(item["name"]) <= LONGEST:
            state = f"{BELONGS} ({item['note']})" if item["note"] else BELONGS
            span = Span(place, place + len(part.rstrip()))
            yield draft_membership(page, page.subject, item["name"].strip(), span, sentence, state, None)
        place += len(part) + 2
