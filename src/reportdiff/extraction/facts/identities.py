"""Who is said to be the holder of an office: "The Ambassador to X is N. N.", "Prime Minister: N. N."."""

from __future__ import annotations

import re
from collections.abc import Callable

from reportdiff.extraction.facts.drafts import FactDraft, Page
from reportdiff.extraction.facts.owners import is_country_of
from reportdiff.extraction.facts.tenures import draft_tenure
from reportdiff.extraction.facts.terms import Term, read_term
from reportdiff.grammar.iso_dates import DATE, date_of
from reportdiff.grammar.names import Name, match_person
from reportdiff.model.text import Span
from reportdiff.vocabulary.offices import load_offices

_IS = re.compile(r"(?: (?:to|of|in|for) (?:the )?[A-Z][\w.’ -]{0,40}?)? (?:is|has been|remains)(?: currently| now)? ")
_PORTFOLIO = r"(?: (?:of|for) (?:the )?(?P<portfolio>[A-Z][\w’-]*(?:(?:, and|,| and| of| &)? [A-Z][\w’-]*){0,6}))"
_MINISTER_IS = re.compile(rf"{_PORTFOLIO} (?:is|has been|remains)(?: currently| now)? ")
_STYLES = (
    r"(?:(?:HE|H\.E\.|HM|HRH|(?:His|Her) (?:Excellency|Majesty)|(?:Rt\.? )?Hon\.?|Sir|Dame|Dr\.?|Mrs?\.?|Ms\.?) ){0,3}"
)
"""How people are addressed, which is no part of their names."""
_MINISTER_FIELD = re.compile(rf"{_PORTFOLIO}: {_STYLES}")
"""A ministry of its own is an office of its own: "Minister of Trade and Industry"."""
_FIELD = re.compile(rf"(?: (?:to|of) (?:the )?[A-Z][\w.’ -]{{0,40}})?: {_STYLES}")
_VALUE_ENDS = frozenset(["", "\n", "(", ",", ";"])
_MINISTER_ASIDE = re.compile(
    r" (?:of|for) (?:the )?(?P<portfolio>[A-Z][\w’-]*(?:(?: and| of| &)? [A-Z][\w’-]*){0,6}), "
    rf"{_STYLES}(?=[A-Z])"
)
_ASIDE_ENDS = re.compile(r"[.;)]|,(?! (?:and|or|&) )")
_WHOSE_MINISTER = re.compile(
    r"(?<![\w’'-])(?:[Tt]he(?: (?:current|new|acting|interim))?|[Ii]ts|[Tt]heir|[Tt]he country[’']s|"
    r"(?P<country>[A-Z][\w.]+(?: [A-Z][\w.]+){0,3})(?:[’']s?)?) $"
)
_STYLED = frozenset({"monarch", "emperor", "emir", "sultan", "pope", "crown-prince"})
"""Offices whose title is part of the name that people go by."""
_SINCE = re.compile(
    r"(?:,? (?:who has been )?(?:in (?:office|power|post)|appointed|elected|serving)? ?| \((?:[a-z]+ ){0,2})"
    rf"since {DATE}"
)
_COUNTRY_BEFORE = re.compile(r"(?:The )?(?:(?:[A-Z]\.){2,}|[A-Z][a-z]+(?:’s|'s)?) $")
_LEAST_PARTS, _OWNER_REACH = 2, 60

FullName = Callable[[str], str]
"""What tells the full name that a name stands for."""


def read_identity(page: Page, office: str, title: Span, sentence: Span, full: FullName) -> FactDraft | None:
    """The holder whom a sentence, a field or an aside in commas names behind the *title*."""
    office = _with_portfolio(page, office, title, sentence)
    found = _IS.match(page.content, title.end, sentence.end) or _MINISTER_IS.match(
        page.content, title.end, sentence.end
    )
    if found:
        own = is_country_of(page, title.end, found.end(), office)
        return _equated(page, office, title, found.end(), sentence, full) if own else None
    if _opens_line(page.content, title.start) and (field := _in_field(page, office, title, sentence, full)):
        return field
    return _aside(page, title, sentence, full) if office == "minister" else None


def _equated(page: Page, office: str, title: Span, at: int, sentence: Span, full: FullName) -> FactDraft | None:
    """The person named from *at*, of whom the sentence says that the office is theirs."""
    person = _person_at(page, at, sentence)
    if person is None:
        return None
    country = _COUNTRY_BEFORE.search(page.content, max(sentence.start, title.start - 30), title.start)
    term = _term_behind(page, office, person, sentence)
    span = Span(country.start() if country else title.start, term.end)
    return draft_tenure(page, office, full(person.text), span, sentence, since=term.since, until=term.until)


def _term_behind(page: Page, office: str, person: Name, sentence: Span) -> Term:
    """The term told behind the name: "(since 2013)", ", in office since 2013", ", who was appointed in 2013"."""
    if since := _SINCE.match(page.content, person.end, sentence.end):
        return Term(date_of(since), None, since.end())
    told = page.content.startswith(", who ", person.end)
    term = read_term(page, office, person.end, sentence) if told else None
    return term or Term(None, None, person.end)


def _person_at(page: Page, at: int, sentence: Span) -> Name | None:
    """The full name at *at*, without the title before it, but for a monarch's, which is part of the name."""
    content, title = page.content, load_offices().title.match(page.content, at, sentence.end)
    if title and load_offices().key_of(title.group()) not in _STYLED:
        bare = match_person(content, title.end() + 1, sentence.end)
        if bare and " " in bare.text:
            return bare
    person = match_person(content, at, sentence.end)
    return person if person and " " in person.text else None


def _with_portfolio(page: Page, office: str, title: Span, sentence: Span) -> str:
    """The key of a minister's office with the portfolio that is named behind the title, but for a country."""
    if office != "minister":
        return office
    named = _MINISTER_IS.match(page.content, title.end, sentence.end) or _MINISTER_FIELD.match(
        page.content, title.end, sentence.end
    )
    if named is None or next(page.countries_in(named.start("portfolio"), named.end("portfolio")), None):
        return office
    return _ministry_of(named["portfolio"])


def _ministry_of(portfolio: str) -> str:
    """The key of the office of the minister for *portfolio*."""
    known = load_offices().keys.get(f"minister of {portfolio.lower()}")
    return known or f"minister-of-{'-'.join(re.findall(r'[a-z0-9’]+', portfolio.lower()))}"


def _opens_line(content: str, at: int) -> bool:
    return content[at - 1 : at] in ("", "\n") or content[at - 3 : at] == "\n- "


def _in_field(page: Page, office: str, title: Span, sentence: Span, full: FullName) -> FactDraft | None:
    """The person who is all that the value of a field says before its end, a bracket or a comma."""
    found = _FIELD.match(page.content, title.end, sentence.end) or _MINISTER_FIELD.match(
        page.content, title.end, sentence.end
    )
    person = _person_at(page, found.end(), sentence) if found else None
    if person is None or page.content[person.end : person.end + 1] not in _VALUE_ENDS:
        return None
    return draft_tenure(page, office, full(person.text), Span(title.start, person.end), sentence)


def _aside(page: Page, title: Span, sentence: Span, full: FullName) -> FactDraft | None:
    """The minister set beside a portfolio by commas: "the Minister of Health, N. N., said"."""
    content = page.content
    named = _MINISTER_ASIDE.match(content, title.end, sentence.end)
    whose = _WHOSE_MINISTER.search(content, max(sentence.start, title.start - _OWNER_REACH), title.start)
    person = match_person(content, named.end(), sentence.end) if named and whose else None
    if named is None or whose is None or person is None or len(person.text.split()) < _LEAST_PARTS:
        return None
    if whose["country"] and not next(page.countries_in(whose.start("country"), title.start), None):
        return None
    if next(page.countries_in(named.start("portfolio"), person.end), None):
        return None
    if not _ASIDE_ENDS.match(content, person.end):
        return None
    office = _ministry_of(named["portfolio"])
    term = read_term(page, office, person.end + 1, sentence) or Term(None, None, person.end)
    span = Span(title.start, term.end)
    return draft_tenure(page, office, full(person.text), span, sentence, since=term.since, until=term.until)
