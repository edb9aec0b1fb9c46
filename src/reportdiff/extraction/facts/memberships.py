"""Who belongs to what, joined it or left it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdiff.extraction.facts.drafts import FactDraft, Page, stated
from reportdiff.extraction.facts.things import slug_of
from reportdiff.grammar.iso_dates import IsoDate, find_date, match_date
from reportdiff.model.claim import ClaimKind, Membership
from reportdiff.model.text import Span

BELONGS, JOINED, LEFT = "belongs", "joined", "left"
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
_DENIED = re.compile(
    r"\b(?:not|n[’']t|cannot|never|nor|neither|no|without|if|may|might|could|would|should|will|to|before|for|of|on|"
    r"consider(?:s|ed|ing)?|threaten(?:s|ed|ing)?|plan(?:s|ned|ning)?|hop(?:es?|ed|ing)|seek(?:s|ing)?|sought|"
    r"propos(?:es?|ed|ing)|oppos(?:es?|ed|ing)|support(?:s|ed|ing)?|negotiat(?:es?|ed|ing)|reject(?:s|ed|ing)?|"
    r"discuss(?:es|ed|ing)?|pursu(?:es?|ed|ing)|towards?|delay(?:s|ed|ing)?|block(?:s|ed|ing)?|await(?:s|ed|ing)?)"
    r"(?: (?:its|their|a|an|the|yet|ever|also|so|far|have|has|it|been|formally|officially|full|possible|eventual|early|"
    r"[A-Z][\w]*[’']s?)){0,3} $"
)
"""What makes a step or a membership one that was not taken, or is but wished for, feared or talked of."""
_TAKEN = re.compile(
    r" (?:was|is|were|has been|had been|remains)(?: [a-z]+)? (?:suspended|revoked|terminated|rejected|denied)\b"
)
_STEPS = ("joining", "accession", "Accession", "withdrawal", "Withdrawal", "leaving")
"""What is told by a noun or a gerund may be but a plan, unless it has a date."""
_NOW = re.compile(r" (?:is|are) $")
_ANOTHER_DEED = re.compile(r"\b(?:and|but|before|after|when|while) [a-z]")
_CLAUSE = re.compile(r"[;:] |, (?:and|but|while|whereas|as|after|when) ")
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
_MOVING_CUES = frozenset(_MOVES)
_LEAVING = ("left", "leaving")
_SURELY = re.compile(
    r"\b(?:Union|Organi[sz]ation|Agreement|Community|Alliance|Pact|Accord|Council|Bank|Fund|Court|Convention|Treaty|Group|"
    r"Partnership|Commonwealth|League|Association|Forum|Protocol|Bloc|Area|Zone|Agency|Nations|Programme|Program)\b"
    r"|^[A-Z]{2,}[A-Z0-9+-]*$"
)
"""What the name of something that countries belong to ends in, or an abbreviation: no place, and no person."""
_ITSELF = re.compile(r"(?:^|[ (])(?:[Tt]he (?:country|nation|republic|kingdom)|[Ii]t)(?: also| now)? $")
_MOVING = re.compile(
    r"(?:joined|joining|acceded to|[Aa]ccession (?:to|into)|withdr(?:ew|awn) from|[Ww]ithdrawal from|quit|left|leaving|"
    r"became (?:an? )?(?:[a-z0-9]+ ){0,3}(?:member|party) (?:of|to)) (?:the )?"
)
_WHICH = re.compile(r"(?P<set>[A-Z][\w’'&. -]{1,60}?), which (?:the )?(?P<who>[A-Z][\w. ]{1,30}?) (?:has )?$")
_FIELD_CUES = frozenset({"participation"})
CUES = _BELONGING_CUES | _MOVING_CUES | _FIELD_CUES
"""The words whose places tell where a membership may stand."""
_FIELD = re.compile(r"International organi[sz]ation participation: *(?P<list>[^\n]+)")
_AFTER = re.compile(r"[^.;:]{0,60}? (?:in|on|since) (?:(?:early|mid|late)[ -])?")
_WHEN_BEHIND = re.compile(r" (?:in|on) ")
_ITEM = re.compile(r"(?:the )?(?P<name>[A-Z][^,;:()\n]*)(?: \((?P<note>[^()\n]{1,40})\))?")
_SERIES = re.compile(
    r"(?:the )?(?P<name>[A-Z][a-z]+ (?:of|for)(?: the)? [A-Z][a-z]+(?:, [A-Z][a-z]+){1,3},? and [A-Z][a-z]+ "
    r"(?:States|Countries|Nations|Peoples|Parliaments|Producers))\b"
)
"""A name that is itself a list: "Organisation of African, Caribbean and Pacific States"."""
_COMMA = re.compile(r"[,;] ")
_AND = re.compile(r" and (?:(?:of|to) )?(?:the )?(?=[A-Z])")
_TAIL = re.compile(
    r"(?: (?:in|on|since|as|from|by|where|when|after|that|which|who|until)\b.*"
    r"| (?:is|was|are|were|has|had|have|will|would|remains?|may|can|but|or)\b.*"
    r"| (?:for|with|to|under|at|and) (?:the )?[^A-Z].*| [a-z]+(?:ing|ed)\b.*| and (?:[A-Z]\.){2}.*)$"
)
_GOING_ON = frozenset(
    {"Development", "Trade", "Security", "Cooperation", "Co-operation", "Agriculture", "Culture", "Reconstruction"}
)
_NO_SETS = frozenset(
    {"Congress", "Parliament", "House", "Senate", "Cabinet", "Joint", "Secretary", "President", "Prime", "Minister"}
)
_LONGEST = 80
_REACH, _BACKWARDS = 90, 200


def extract_memberships(page: Page) -> Iterator[FactDraft]:
    """What countries belong to, joined and left: a draft for each member and set."""
    for at in page.places_of(_BELONGING_CUES):
        yield from _belonging(page, at)
    for at in page.places_of(_MOVING_CUES):
        yield from _moving(page, at)
    for at in page.places_of(_FIELD_CUES):
        yield from _listed(page, at)


def _belonging(page: Page, at: int) -> Iterator[FactDraft]:
    sentence = page.sentence_at(at)
    found = _BELONGING.match(page.content, at, sentence.end) if sentence else None
    if sentence is None or found is None:
        return
    word = found.group().split()[0].lower()
    members = _belonging_members(page, word, at, sentence)
    items = list(_items(page, found.end(), sentence.end)) if members else []
    if items and word == "membership" and _TAKEN.match(page.content, items[-1][1].end, sentence.end):
        return
    sure = items[:1] + [item for item in items[1:] if _SURELY.search(item[0])]
    for member in members:
        for name, span in items if found["many"] else sure:
            yield _draft(page, member, name, span, sentence, BELONGS, None)


def _belonging_members(page: Page, word: str, at: int, sentence: Span) -> list[str]:
    """The countries that are said to be members, by what stands before the *word* at *at*."""
    content, low = page.content, max(sentence.start, at - 40)
    if word in ("member", "members", "party", "parties"):
        if being := _BEING.search(content, low, at):
            denied = _DENIED.search(content, low, being.start())
            return [] if denied else _members(page, sentence.start, being.start())
        beside = _BEING_BESIDE.search(content, max(sentence.start, at - _REACH), at)
        return _country_beside(page, beside["who"]) if beside else []
    if _DENIED.search(content, low, at):
        return []
    return [page.subject] if word == "membership" and page.subject else _members(page, sentence.start, at)


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


def _moving(page: Page, at: int) -> Iterator[FactDraft]:
    """What is told by "X joined Y in 2009" and "Y, which X joined in 2009"."""
    content, sentence = page.content, page.sentence_at(at)
    if sentence is None:
        return
    if _DENIED.search(content, max(sentence.start, at - 40), at):
        return
    state = next(state for word, state in _MOVES.items() if content.startswith(word, at))
    if which := _WHICH.search(content, max(sentence.start, at - 110), at):
        yield from _relative(page, which, at, sentence, state)
        return
    found = _MOVING.match(content, at, sentence.end)
    members = _members(page, sentence.start, at)[-1:] if found else []
    for name, span, when in _joined(page, found.end(), sentence) if found and members else ():
        if content.startswith(_LEAVING, at) and not _SURELY.search(name):
            return
        if when is None and content.startswith(_STEPS, at) and not _NOW.search(content, sentence.start, at):
            return
        end = max(span.end, when.end) if when and when.start >= span.end else span.end
        yield _draft(page, members[0], name, Span(at, end), sentence, state, when)


def _joined(page: Page, at: int, sentence: Span) -> Iterator[tuple[str, Span, IsoDate | None]]:
    """What is joined or left, and when: "the A in 1977 and the B in 1995" are two, and so are "the A and the B"."""
    items = list(_items(page, at, sentence.end, single=True))
    several = list(_items(page, at, sentence.end))
    if len(several) > 1 and all(_SURELY.search(name) for name, _ in several[:2]) and len(items) == 1:
        items = several[:2]
    when = _when(page, items[-1][1].end, sentence) if items else None
    for name, span in items:
        yield name, span, when
    while when and items and (further := _FURTHER.match(page.content, when.end, sentence.end)):
        items = list(_items(page, further.end(), sentence.end, single=True))
        behind = _WHEN_BEHIND.match(page.content, items[0][1].end) if items else None
        when = match_date(page.content, behind.end()) if behind else None
        if when and _SURELY.search(items[0][0]):
            yield (*items[0], when)


def _relative(page: Page, which: re.Match[str], at: int, sentence: Span, state: str) -> Iterator[FactDraft]:
    codes = list(page.countries_in(which.start("who"), which.end("who")))
    name = re.split(r" (?:in|to|of the|with) ", which["set"])[-1]
    when = _when(page, at, sentence)
    if codes:
        span = Span(which.end("set") - len(name), when.end if when and when.start > at else at)
        yield _draft(page, codes[-1], name, span, sentence, state, when)


def _listed(page: Page, at: int) -> Iterator[FactDraft]:
    """A field that lists organizations."""
    line = page.content.rfind("\n", 0, at) + 1
    found = _FIELD.search(page.content, line, at + 500)
    sentence = page.sentence_at(found.start("list")) if found else None
    if found is None or sentence is None or page.subject is None:
        return
    place = found.start("list")
    for part in _COMMA.split(found["list"]):
        item = _ITEM.match(part)
        if item and len(item["name"]) <= _LONGEST:
            state = f"{BELONGS} ({item['note']})" if item["note"] else BELONGS
            span = Span(place, place + len(part.rstrip()))
            yield _draft(page, page.subject, item["name"].strip(), span, sentence, state, None)
        place += len(part) + 2


def _members(page: Page, start: int, end: int) -> list[str]:
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


def _items(page: Page, at: int, end: int, *, single: bool = False) -> Iterator[tuple[str, Span]]:
    """The names of a list that begins at *at*, up to the first part that is no name."""
    content = page.content
    if series := _SERIES.match(content, at, end):
        yield series["name"], Span(*series.span("name"))
        at = series.end() + 2 if content.startswith(", ", series.end()) else end
        at += len("and ") if content.startswith("and ", at) else 0
    while found := _ITEM.match(content, at, end):
        for name, start in _split(found["name"], found.start("name"), single=single):
            bare = _TAIL.sub("", name).rstrip(" .")
            if not _is_set(page, bare):
                return
            yield bare, Span(start, start + len(bare))
            if bare != name.rstrip(" ."):
                return
        stop = found.end()
        if single or content[stop : stop + 2] != ", ":
            return
        at = stop + 2
        for lead in ("and the ", "and ", "the "):
            if content.startswith(lead, at):
                at += len(lead)
                break


def _is_set(page: Page, name: str) -> bool:
    """False for what countries are no members of: a country, a kind, a title."""
    words = name.replace("-", " ").split()
    if not words or len(name) > _LONGEST or words[0] in _NO_SETS or words[-1] == "Organizations":
        return False
    first = next(page.vocabulary.countries.find(words), None)
    return first is None or first[0] > 0 or first[2].adjective or not first[2].code.isupper()


def _split(name: str, start: int, *, single: bool) -> Iterator[tuple[str, int]]:
    """A name at "and", unless what follows goes on with it: "Cooperation and Development"."""
    for joint in _AND.finditer(name):
        following = name[joint.end() :].split(maxsplit=1)[0].strip(".,")
        if following not in _GOING_ON and not single:
            yield name[: joint.start()], start
            yield name[joint.end() :], start + joint.end()
            return
    yield name, start


def _when(page: Page, at: int, sentence: Span) -> IsoDate | None:
    """The date behind, or the one that the sentence begins with."""
    lead = _AFTER.match(page.content, at, sentence.end)
    if lead and not _ANOTHER_DEED.search(lead.group()) and (when := match_date(page.content, lead.end())):
        return when
    leading = find_date(page.content, sentence.start, min(sentence.end, sentence.start + 30))
    opening = page.content[sentence.start : leading.start].strip(" *-") if leading else ""
    return leading if leading and opening in ("In", "On", "Since") else None


def _draft(
    page: Page, member: str, name: str, span: Span, sentence: Span, state: str, when: IsoDate | None
) -> FactDraft:
    return FactDraft(
        kind=ClaimKind.MEMBERSHIP,
        measure=f"membership.{slug_of(page, name) or name.lower()}",
        dimensions=() if member == page.subject else (("area", member),),
        value=Membership(member=page.vocabulary.countries.names.get(member, member), set=name, state=state),
        period=stated(when.days, when.text) if when else page.as_published(),
        span=span,
        sentence=sentence,
    )
