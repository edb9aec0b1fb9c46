"""Who is said to hold an office, to come into it or to follow in it, where the person is named before the office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reportdiff.extraction.facts.drafts import FactDraft, Page
from reportdiff.extraction.facts.owners import is_owned
from reportdiff.extraction.facts.tenures import draft_tenure, last_date, leading_date, when_behind
from reportdiff.extraction.facts.terms import read_term, until_behind
from reportdiff.extraction.facts.things import is_country
from reportdiff.grammar.iso_dates import DATE, IsoDate, date_of, match_date
from reportdiff.grammar.names import Name, match_person
from reportdiff.model.text import Span
from reportdiff.vocabulary.offices import load_offices
from reportdiff.vocabulary.tables import load_table

_WHOSE = r"(?:the |a |an |its |their )?(?:(?:country|nation|republic|[A-Z][\w.]+(?: [A-Z][\w.]+)?)[’']s? )?"
_KIND = (
    r"(?:(?:current|new|next|first|second|third|fourth|fifth|interim|acting|caretaker|transitional|incumbent|youngest|"
    r"oldest|longest-serving|female|woman|elected|executive|constitutional|federal|[0-9]{1,2}(?:st|nd|rd|th)) ){0,3}"
)
_LEADING = frozenset(
    """the a an its their is remains as been was became become elected re-elected reelected in inaugurated appointed
    named installed confirmed chosen proclaimed currently now also current new next first second third fourth fifth
    interim acting caretaker transitional incumbent youngest oldest longest-serving female woman executive
    constitutional federal""".split()
)
"""The last words of what the patterns below find before an office."""
_POSSESSIVES = frozenset({"’s", "'s", "s’", "s'"})
_COMES = re.compile(
    r",? (?:who )?(?:became|has become|took (?:over|office) as|assumed office as|"
    r"(?:was|has been) (?:formally |officially |again )?(?:re-?elected|elected|sworn in|inaugurated|appointed|named|"
    rf"installed|confirmed|chosen|proclaimed)(?: as)?) {_WHOSE}{_KIND}$"
)
_HOLDS = re.compile(rf",? (?:is|remains|serves as|has been|has served as)(?: currently| now)? {_WHOSE}{_KIND}$")
_HELD = re.compile(rf",? (?:was|served as|had been) {_WHOSE}{_KIND}$")
_APPOSED = re.compile(
    r"(?:^|[ (“\"\n])(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]he (?P<noun>[a-z]+)[’']s?|"
    r"(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+){0,3})[’']s?) "
    rf"(?P<kind>{_KIND})$"
)
_OF_NO_TODAY = re.compile(r"\b(?:next|first|second|third|fourth|fifth|oldest|elected|[0-9]{1,2}(?:st|nd|rd|th))\b")
"""What tells an office of some other day: "the first president, N. N." may have held it long ago."""
_OTHER_OFFICE = re.compile(
    r"(?:[Ff]ormer|[Ee]x|[Tt]hen|[Ll]ate|[Dd]eposed|[Oo]usted|[Vv]ice|[Dd]eputy|[Aa]ssistant)[ -]$"
)
_OF = re.compile(
    r" of (?:the )?(?P<name>country\b|nation\b|republic\b|[A-Z][\w’'-]+(?: (?:of |and |the )?[A-Z][\w’'-]+){0,4})"
)
_OF_OTHERS = (" of ", "-", "’", "'")
_ITS_OWN = frozenset({"country", "nation", "republic"})
_SINCE = re.compile(rf"[^.;:(),]{{0,30}}? since (?:(?:early|mid|late)[ -])?{DATE}")
_FROM = re.compile(r" from (?:[A-Z][a-z]+ )?(?P<first>[12][0-9]{3})(?: ?[-–—] ?| to | until | through )(?=[A-Z1-9])")
_UNTIL = re.compile(r"(?: in office)? until (?=[A-Z1-9])")
_OF_ANOTHER_EVENT = re.compile(
    r"\b(?:after|before|having|follow\w*|who|which|while|when|until|than|replac\w+|succeed\w+)\b"
)
_NO_SUBJECT = re.compile(r"\b(?:of|with|against|by|to|for|from|under|than|like|if|[Ww]hether) (?:the )?$")
_HONORIFIC = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Senator|Sen|Congress(?:man|woman)|Representative|Rep|General|Gen|Colonel|Col|Major|"
    r"Captain|Admiral|Marshal|Lieutenant|Professor|Judge|Justice|Archbishop|Bishop|"
    r"His|Her|Majesty|Highness|Excellency)\b\.?"
)
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]")
_PASSED_ON = re.compile(r"(?:was|has been) (?:then )?$")
_BY = re.compile(r"(?:succeeded|replaced)(?: in office)? by (?:then[- ])?")
_FOLLOWS = re.compile(r"(?:succeeded|replaced) (?:outgoing |former |then[- ])?")
SUCCESSION_CUES = frozenset({"succeeded", "replaced"})
_LONGEST_OFFICE = 60
_LEAST_PARTS, _REACH, _NAME_REACH, _LONGEST_ASIDE, _NEAR = 2, 90, 60, 70, 30

Surnames = Mapping[str, str]
"""Full names by the surnames of people that a text has introduced."""


class _Office(NamedTuple):
    """An office named in small letters: its key, and where its words end with those for whose it is."""

    key: str
    start: int
    end: int


def extract_appointments(page: Page, surnames: Surnames) -> Iterator[FactDraft]:
    """Holders named before their office ("N. N. has been prime minister since 2022"), set beside it, or following."""
    content, offices = page.content, load_offices()
    for at in page.places_of(offices.cues):
        sentence = page.sentence_at(at) if _is_led(content, at) else None
        office = sentence and _office_at(page, at, sentence)
        if sentence and office:
            yield from _stated(page, office, sentence, surnames)
    for at in page.places_of(SUCCESSION_CUES):
        if sentence := page.sentence_at(at):
            yield from _succession(page, at, sentence, surnames)


def _is_led(content: str, at: int) -> bool:
    """A quick look whether the word before *at* is one that can lead to an office."""
    word = content[content.rfind(" ", 0, at - 1) + 1 : at - 1] if content[at - 1 : at] == " " else ""
    return word.lower() in _LEADING or word[-2:] in _POSSESSIVES or word[:1].isdigit()


def _office_at(page: Page, at: int, sentence: Span) -> _Office | None:
    """The office whose words begin at *at*; None for a former or a deputy one, and for that of a body or a firm."""
    content, offices = page.content, load_offices()
    words = offices.words.match(content[at : min(at + _LONGEST_OFFICE, sentence.end)].lower())
    if words is None or _OTHER_OFFICE.search(content, max(sentence.start, at - 10), at):
        return None
    end = at + words.end()
    of = _OF.match(content, end, sentence.end)
    if of and (of["name"] in _ITS_OWN or is_country(page, of["name"].removeprefix("Republic of "))):
        return _Office(offices.key_of(words.group()), at, of.end())
    if content.startswith(_OF_OTHERS, end):
        return None
    return _Office(offices.key_of(words.group()), at, end)


def _stated(page: Page, office: _Office, sentence: Span, surnames: Surnames) -> Iterator[FactDraft]:
    """What the words before an office say of who holds it; where they say nothing, the name set beside it."""
    content = page.content
    low = max(sentence.start, office.start - _REACH)
    since: IsoDate | None = None
    until: IsoDate | None = None
    if verb := _COMES.search(content, low, office.start):
        since = _beginning(content, office.end, sentence) or leading_date(content, sentence)
        until = until_behind(content, since, sentence) if since else None
    elif verb := _HOLDS.search(content, low, office.start):
        told = _SINCE.match(content, office.end, sentence.end)
        since = date_of(told) if told else None
    elif verb := _HELD.search(content, low, office.start):
        since, until = _term(content, office.end)
        if until is None:
            return
    else:
        yield from _apposed(page, office, sentence)
        return
    person = _person_before(page, verb.start(), sentence, surnames)
    if person:
        end = max([office.end, *(each.end for each in (since, until) if each)])
        span = Span(person.start, end)
        yield draft_tenure(page, office.key, person.text, span, sentence, since=since, until=until)


def _beginning(content: str, end: int, sentence: Span) -> IsoDate | None:
    """The date behind an office that somebody came into; None where it is that of something else."""
    when = when_behind(content, end, sentence.end)
    return when if when and not _OF_ANOTHER_EVENT.search(content, end, when.start) else None


def _term(content: str, end: int) -> tuple[IsoDate | None, IsoDate | None]:
    """From when and until when an office was held: " from 2010 to 2016", " until May 2019"."""
    if both := _FROM.match(content, end):
        return match_date(content, both.start("first")), match_date(content, both.end())
    until = _UNTIL.match(content, end)
    return None, match_date(content, until.end()) if until else None


def _apposed(page: Page, office: _Office, sentence: Span) -> Iterator[FactDraft]:
    """The holder set beside the office by commas: "the country's president, N. N., said"."""
    content = page.content
    before = _APPOSED.search(content, max(sentence.start, office.start - _REACH), office.start)
    if before is None or not content.startswith(", ", office.end):
        return
    noun = before["noun"] or before["name"]
    person = match_person(content, office.end + 2, sentence.end) if not noun or is_owned(page, noun) else None
    if person is None or not _is_full(page, person) or content[person.end : person.end + 1] not in ",.;)":
        return
    term = read_term(page, office.key, person.end + 1, sentence)
    since, until, end = term or (None, None, person.end)
    if until or not _OF_NO_TODAY.search(before["kind"]):
        yield draft_tenure(page, office.key, person.text, Span(office.start, end), sentence, since=since, until=until)


def _succession(page: Page, at: int, sentence: Span, surnames: Surnames) -> Iterator[FactDraft]:
    """Who came after somebody whose title the sentence tells."""
    if by := _BY.match(page.content, at, sentence.end):
        yield from _successor_behind(page, Span(at, by.end()), sentence)
    elif follows := _FOLLOWS.match(page.content, at, sentence.end):
        yield from _successor_before(page, Span(at, follows.end()), sentence, surnames)


def _successor_behind(page: Page, verb: Span, sentence: Span) -> Iterator[FactDraft]:
    """The person behind the verb: "President M. resigned in May 2020 and was succeeded by N. N."."""
    content, title = page.content, load_offices().title
    titles = list(title.finditer(content, sentence.start, verb.start))
    if not titles or not _PASSED_ON.search(content, max(sentence.start, verb.start - 20), verb.start):
        return
    own = title.match(content, verb.end, sentence.end)
    person = match_person(content, own.end() + 1 if own else verb.end, sentence.end)
    if person is None or not _is_full(page, person):
        return
    told = last_date(content, titles[-1].end(), verb.start)
    near = told if told and verb.start - told.end < _NEAR else None
    behind = _beginning(content, person.end, sentence)
    span = Span(
        min(verb.start, near.start) if near and not behind else verb.start, behind.end if behind else person.end
    )
    key = load_offices().key_of(titles[-1].group())
    yield draft_tenure(page, key, person.text, span, sentence, since=behind or near)


def _successor_before(page: Page, verb: Span, sentence: Span, surnames: Surnames) -> Iterator[FactDraft]:
    """The person before the verb: "N. N. succeeded President M. in May 2020"."""
    content, title = page.content, load_offices().title.match(page.content, verb.end, sentence.end)
    earlier = match_person(content, title.end() + 1, sentence.end) if title else None
    person = _person_before(page, verb.start, sentence, surnames) if earlier else None
    if title and earlier and person:
        since = _beginning(content, earlier.end, sentence)
        span = Span(person.start, since.end if since else earlier.end)
        key = load_offices().key_of(title.group())
        yield draft_tenure(page, key, person.text, span, sentence, since=since)


def _person_before(page: Page, at: int, sentence: Span, surnames: Surnames) -> Name | None:
    """The person whose name ends at *at*, or before an aside in commas that does; one called by a title is left out."""
    content = page.content
    while content[at - 1 : at] in (" ", ","):
        at -= 1
    aside = _before_aside(page, at, sentence, surnames)
    return aside or _ending_at(page, at, sentence, surnames)


def _before_aside(page: Page, at: int, sentence: Span, surnames: Surnames) -> Name | None:
    """The person before an aside that ends at *at*: "N. N., of the Green Party, was elected"."""
    comma = page.content.rfind(", ", max(sentence.start, at - _LONGEST_ASIDE), at)
    closed = page.content[at : at + 1] == ","
    return _ending_at(page, comma, sentence, surnames) if closed and comma >= 0 else None


def _ending_at(page: Page, at: int, sentence: Span, surnames: Surnames) -> Name | None:
    """The person whose whole name ends at *at*; None for one called by a title, or who is not the subject."""
    content, nouns = page.content, _people_nouns()
    for word in _CAPITAL.finditer(content, max(sentence.start, at - _NAME_REACH), at):
        person = None if _HONORIFIC.match(content, word.start(), at) else match_person(content, word.start(), at)
        if person is None or person.end != at or person.text.partition(" ")[0].lower() in nouns:
            continue
        if load_offices().title.search(content, person.start, at):
            return None
        if _NO_SUBJECT.search(content, max(sentence.start, person.start - _NEAR), person.start):
            return None
        if person.text in surnames:
            return Name(surnames[person.text], person.start, person.end)
        return person if _is_full(page, person) else None
    return None


@cache
def _people_nouns() -> frozenset[str]:
    """What people are called: a word that begins a sentence with a capital and no name ("Candidate N. N.")."""
    return frozenset(load_table("people")["nouns"].split())


def _is_full(page: Page, person: Name) -> bool:
    """Whether a name has a first one and a surname, and is neither a country's nor called by a title."""
    offices = load_offices()
    if len(person.text.split()) < _LEAST_PARTS or offices.title.match(page.content, person.start):
        return False
    if offices.words.fullmatch(person.text.lower()):
        return False
    return next(page.countries_in(person.start, person.end), None) is None
