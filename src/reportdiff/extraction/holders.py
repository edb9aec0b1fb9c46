"""Who holds an office, since when and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdiff.extraction.drafts import FactDraft, Page, span_of, stated
from reportdiff.grammar.iso_dates import DATE, IsoDate, date_of, find_date, match_date
from reportdiff.grammar.names import Name, match_person
from reportdiff.model.claim import ClaimKind, Holder
from reportdiff.model.period import Period
from reportdiff.model.text import Span
from reportdiff.vocabulary.offices import load_offices

_SINCE_TAIL = re.compile(
    r"(?:,? who)?(?: was| were| has| had)?(?: been| first| also| then| formally)*,? (?:in (?:office|power)|served|held (?:the )?(?:office|power)|took (?:office|power|the oath)|assumed (?:office|power|the presidency)|"
    r"c[ao]me to power|inaugurated|sworn in(?:to office)?|elected|re-?elected|appointed|named|in charge|president|ruled|governed|led the country)\b"
)
_UNTIL_TAIL = re.compile(
    r"(?:,? who)?(?: was| has| had)?(?: been)? (?:resigned|stepped down|removed|left office|ousted|impeached|died|overthrown|assassinated|deposed|dismissed|forced to resign|forced from office)\b"
)
_WHEN = re.compile(rf"[^.;:()]{{0,50}}? (?:since|in|on|as of|from) (?:(?:early|mid|late)[ -])?{DATE}")
_BRACKET = re.compile(
    r" \((?:(?:president|in office|served|term|in power|ruled)[ :]?(?: from)? ?)?(?P<first>[12][0-9]{3}) ?[-–—] ?(?P<last>[12][0-9]{3}|[0-9]{2}|present)?\)"
)
_SINCE_BRACKET = re.compile(rf" \((?:in office |elected |appointed |acting )?since {DATE}\)")
_BECAME = re.compile(r" (?:has )?(?:became|become|was (?:sworn in|inaugurated|elected|appointed|named|installed|reelected|re-elected|proclaimed)(?: as)?|took over as|took office as|is|remains) (?P<words>[^.;:,()]{0,48})")
_END_BEFORE = re.compile(
    r"(?:removal|resignation|ouster|ousting|impeachment|death|assassination|overthrow|departure|dismissal) of (?:then[- ]|former )?$"
)
_START_BEFORE = re.compile(
    r"(?:brought(?: back)? to (?:office|power)|(?:inauguration|election|re-?election|appointment|swearing[- ]in|return) of|elected|reelected|inaugurated)(?: (?:then[- ]|former |as |the )?)?$"
)
_IS = re.compile(r"(?: (?:to|of|in|for) (?:the )?[A-Z][\w.’ -]{0,40}?)? (?:is|has been|remains)(?: currently| now)? ")
_TERM = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|[Tt]he [a-z]+[’']s) (?:current |present |second |first |(?:[a-z]+|[0-9])-year )?(?:presidential )?(?:term|mandate)(?: in office| of office)? "
    rf"(?:expires?|expired|ends?|ended|concludes?|runs?|(?:is|was) (?:set|due|scheduled|expected) to (?:end|expire|conclude)|will (?:end|expire|conclude|run)|lasts)(?: in| on| until| through| at the end of)? {DATE}"
)
_PARTY = re.compile(r"\b[Rr]uling (?:party|coalition)(?:,)?(?: currently| now| today)? (?:is|remains)(?: currently| now)?(?: the)? ")
_PARTY_NAME = re.compile(r"(?:[a-z]+(?:-[a-z]+)? ){0,3}(?P<name>[A-ZÀ-Þ][\w’'-]*(?: (?:of |for |and |the |de )?[A-ZÀ-Þ][\w’'-]*){0,6})")
_RULING = re.compile(r"\b(?:[Rr]uling|governing) (?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:of |for |and |the |de )?[A-ZÀ-Þ][\w’'-]+){0,6})(?= (?:party|coalition|\())")
_FORMER = re.compile(r"(?:[Ff]ormer|[Ee]x-?|[Ff]ormer U\.S\.) ?$")
_ACTING = re.compile(r"(?:[Aa]cting|[Ii]nterim|[Tt]ransitional) $")
_OF = re.compile(r" (?:to|of|in) (?:the )?")


def extract_holders(page: Page) -> Iterator[FactDraft]:
    """Holders of offices that a text gives a term for, or says who they are."""
    people = _People()
    drafts = [*_by_title(page, people), *_parties(page)]
    yield from drafts
    yield from _terms(page, drafts)


class _People:
    """Full names by surname, in the order a text introduces them."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def full(self, name: str) -> str:
        """The full name that *name* stands for; a new full name is remembered."""
        parts = name.split()
        if len(parts) == 1:
            return self._known.get(name, name)
        for part in (parts[-1], parts[-2] if len(parts) > 2 else parts[-1]):  # noqa: PLR2004
            self._known.setdefault(part, name)
        return name


def _by_title(page: Page, people: _People) -> Iterator[FactDraft]:
    content = page.content
    for title in load_offices().titles.finditer(content):
        sentence = page.sentence_at(title.start())
        if sentence is None:
            continue
        person = match_person(content, title.end() + 1, sentence.end)
        if person:
            full = people.full(person.text)
            yield from _with_person(page, title, person, full, sentence)
        elif draft := _equated(page, title, sentence, people):
            yield draft


def _with_person(page: Page, title: re.Match[str], person: Name, full: str, sentence: Span) -> Iterator[FactDraft]:
    office = load_offices().key_of(title.group())
    content = page.content
    if bracket := _BRACKET.match(content, person.end, sentence.end):
        yield _from_bracket(page, title, full, bracket, sentence, office)
        return
    if since := _SINCE_BRACKET.match(content, person.end, sentence.end):
        yield _draft(page, office, full, title.start(), since.end(), sentence, since=date_of(since))
        return
    before = content[sentence.start : title.start()]
    if became := _became(page, person, sentence):
        key, end = became
        when = find_date(content, person.end, min(sentence.end, end + 50)) or _leading_date(content, sentence)
        yield _draft(page, key, full, title.start(), max(end, when.end if when and when.start > end else end), sentence, since=when)
        return
    for tail, ends in ((_SINCE_TAIL, False), (_UNTIL_TAIL, True)):
        if (found := tail.match(content, person.end, sentence.end)) and (when := _when(content, found.end(), sentence.end)):
            yield _draft(
                page, office, full, title.start(), when.end, sentence, since=None if ends else when, until=when if ends else None
            )
            return
    if found := _END_BEFORE.search(before):
        if when := _when(content, person.end, sentence.end):
            yield _draft(page, office, full, sentence.start + found.start(), when.end, sentence, until=when)
    elif found := _START_BEFORE.search(before):
        when = _last_date(content, sentence.start, title.start()) or _when(content, person.end, sentence.end)
        if when:
            start = min(when.start, sentence.start + found.start())
            yield _draft(page, office, full, start, max(person.end, when.end), sentence, since=when)


def _when(content: str, at: int, end: int) -> IsoDate | None:
    found = _WHEN.match(content, at, end)
    return date_of(found) if found else None


def _last_date(content: str, start: int, end: int) -> IsoDate | None:
    when, place = None, start
    while found := find_date(content, place, end):
        when, place = found, found.end
    return when


def _leading_date(content: str, sentence: Span) -> IsoDate | None:
    """The date that a sentence begins with."""
    found = find_date(content, sentence.start, min(sentence.end, sentence.start + 24))
    return found if found and content[sentence.start : found.start].strip() in ("In", "On", "Since", "In early", "In late") else None


def _became(page: Page, person: Name, sentence: Span) -> tuple[str, int] | None:
    """The office, and where its words end, that a person is said to have come into."""
    found = _BECAME.match(page.content, person.end, sentence.end)
    if not found:
        return None
    words = load_offices().words.search(page.content, found.start("words"), found.end("words"))
    if words is None or (found.group().lstrip().startswith(("is", "remains")) and words.start() > found.start("words") + 12):
        return None
    return load_offices().key_of(words.group()), words.end()


def _from_bracket(
    page: Page, title: re.Match[str], full: str, bracket: re.Match[str], sentence: Span, office: str
) -> FactDraft:
    first, last = bracket["first"], bracket["last"]
    if last and last.isdigit() and len(last) == 2:  # noqa: PLR2004
        last = first[:2] + last if last >= first[2:] else f"{int(first[:2]) + 1}{last}"
    since = match_date(first, 0)
    until = match_date(last, 0) if last and last.isdigit() else None
    return _draft(page, office, full, title.start(), bracket.end(), sentence, since=since, until=until)


def _equated(page: Page, title: re.Match[str], sentence: Span, people: _People) -> FactDraft | None:
    """ "The Ambassador to X is N. N." """
    found = _IS.match(page.content, title.end(), sentence.end)
    person = match_person(page.content, found.end(), sentence.end) if found else None
    if person is None or " " not in person.text:
        return None
    office = load_offices().key_of(title.group())
    start = _with_country(page, title.start(), sentence)
    return _draft(page, office, people.full(person.text), start, person.end, sentence)


_COUNTRY_BEFORE = re.compile(r"(?:The )?(?:(?:[A-Z]\.){2,}|[A-Z][a-z]+(?:’s|'s)?) $")


def _with_country(page: Page, at: int, sentence: Span) -> int:
    found = _COUNTRY_BEFORE.search(page.content, max(sentence.start, at - 30), at)
    return found.start() if found else at


def _draft(
    page: Page,
    office: str,
    person: str | None,
    start: int,
    end: int,
    sentence: Span,
    *,
    since: IsoDate | None = None,
    until: IsoDate | None = None,
    organization: str | None = None,
) -> FactDraft:
    holder = Holder(
        office=office,
        person=person,
        organization=organization,
        since=since.text if since else None,
        until=until.text if until else None,
    )
    return FactDraft(
        kind=ClaimKind.HOLDER,
        measure=f"office.{office}",
        dimensions=_scope(page, office, start, end),
        value=holder,
        period=_period(page, since, until),
        span=Span(start, end),
        sentence=sentence,
    )


def _scope(page: Page, office: str, start: int, end: int) -> tuple[tuple[str, str], ...]:
    """Whose office it is, where that is not the subject's; an ambassador has two sides."""
    codes = [code for code in page.countries_in(max(0, start - 16), end) if code != page.subject]
    if not codes:
        return ()
    return (("partner" if office == "ambassador" else "area", codes[0]),)


def _period(page: Page, since: IsoDate | None, until: IsoDate | None) -> Period:
    """From since to until, either of them open; today where neither is told."""
    published = page.circumstances.published
    if since and until:
        return span_of(since.days.first, until.days.last, f"{since.text} to {until.text}")
    if since and published and published > since.days.first:
        return span_of(since.days.first, published, f"since {since.text}")
    if since:
        return stated(since.days, since.text)
    if until and not (published and until.days.first > published):
        return stated(until.days, until.text)
    return page.as_published()


def _terms(page: Page, drafts: list[FactDraft]) -> Iterator[FactDraft]:
    """Ends of terms ("his term expires in July 2021") of the holder named last before."""
    for found in _TERM.finditer(page.content):
        sentence = page.sentence_at(found.start())
        until = date_of(found)
        if sentence is None or until is None:
            continue
        earlier = [draft for draft in drafts if draft.span.start < found.start() and isinstance(draft.value, Holder)]
        last = max(earlier, key=lambda draft: draft.span.end, default=None)
        if last is None or not isinstance(last.value, Holder) or found.start() - last.span.end > 400:  # noqa: PLR2004
            continue
        holder = last.value
        yield FactDraft(
            kind=ClaimKind.HOLDER,
            measure=last.measure,
            dimensions=last.dimensions,
            value=Holder(office=holder.office, person=holder.person, since=holder.since, until=until.text),
            period=page.as_published(),
            span=Span(found.start(), found.end()),
            sentence=sentence,
        )


def _parties(page: Page) -> Iterator[FactDraft]:
    """The party in power."""
    for cue in _PARTY.finditer(page.content):
        sentence = page.sentence_at(cue.start())
        name = _PARTY_NAME.match(page.content, cue.end()) if sentence else None
        if sentence and name:
            yield _draft(page, "ruling-party", None, cue.start(), name.end(), sentence, organization=name["name"])
    for cue in _RULING.finditer(page.content):
        sentence = page.sentence_at(cue.start())
        if sentence:
            yield _draft(page, "ruling-party", None, cue.start(), cue.end("name"), sentence, organization=cue["name"])
