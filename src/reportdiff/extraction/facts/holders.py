"""Who holds an office, since when and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdiff.extraction.facts.appointments import SUCCESSION_CUES, extract_appointments
from reportdiff.extraction.facts.drafts import FactDraft, Page
from reportdiff.extraction.facts.identities import read_identity
from reportdiff.extraction.facts.owners import is_of_another
from reportdiff.extraction.facts.tenures import draft_tenure, last_date, leading_date, when_behind
from reportdiff.extraction.facts.terms import read_term, until_behind
from reportdiff.grammar.iso_dates import DATE, date_of, find_date, match_date
from reportdiff.grammar.names import Name, match_person
from reportdiff.model.claim import ClaimKind, Holder, Value
from reportdiff.model.text import Span
from reportdiff.vocabulary.offices import load_offices

_BRACKET = re.compile(
    r" \((?:(?:president|in office|served|term|in power|ruled)[ :]?(?: from)? ?)?"
    r"(?P<first>[12][0-9]{3}) ?[-–—] ?(?P<last>[12][0-9]{3}|[0-9]{2}|present)?\)"
)
_SINCE = re.compile(rf" \((?:in office |elected |appointed |acting )?since {DATE}\)")
_BECAME = re.compile(
    r" (?:has )?(?:became|become|was (?:sworn in|inaugurated|elected|appointed|named|installed|re-?elected|proclaimed)"
    r"(?: as)?|took over as|took office as|is|remains) (?P<words>[^.;:,()]{0,48})"
)
_STATIVE = ("is", "remains")
_ENDING = re.compile(
    r"(?:removal|resignation|ouster|ousting|impeachment|death|assassination|overthrow|departure|dismissal) of "
    r"(?:then[- ]|former )?$"
)
_BEGINNING = re.compile(
    r"(?:brought(?: back)? to (?:office|power)|"
    r"(?:inauguration|election|re-?election|appointment|swearing[- ]in|return) of|"
    r"elected|re-?elected|inaugurated) (?:then[- ]|former |as |the )?$"
)
_FORMER = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x|[Tt]hen|[Ll]ate|[Dd]eposed|[Oo]usted|[Ee]rstwhile|[Oo]ne-?time)[ -](?:[A-Z][\w.]* ){0,2}$"
)
_TERM_CUES = frozenset({"term", "mandate"})
_TERM = re.compile(
    r"(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|[Tt]he [a-z]+[’']s|(?P<surname>[A-Z][\w-]+)[’']s?) "
    r"(?:current |present |second |first |(?:[a-z]+|[0-9])-year )?"
    r"(?:presidential )?(?:term|mandate)(?: in office| of office)? "
    r"(?:expires?|expired|ends?|ended|concludes?|runs?|lasts|will (?:end|expire|conclude|run)|"
    r"(?:is|was) (?:set|due|scheduled|expected) to (?:end|expire|conclude))"
    rf"(?: in| on| until| through| at the end of)? {DATE}"
)
_PARTY_CUES = frozenset({"ruling", "Ruling", "governing", "Governing"})
_PARTY_IS = re.compile(
    r"[A-Za-z]+ (?:party|coalition),?(?: currently| now| today)? (?:is|remains)(?: currently| now)?(?: the)? "
    r"(?:[a-z]+(?:-[a-z]+)? ){0,3}(?P<name>[A-ZÀ-Þ][\w’'-]*(?: (?:of |for |and |the |de )?[A-ZÀ-Þ][\w’'-]*){0,6})"
)
_NAMED_PARTY = re.compile(
    r"[A-Za-z]+ (?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:of |for |and |the |de )?[A-ZÀ-Þ][\w’'-]+){0,6})"
    r"(?= (?:party|coalition|\()|\()"
)
_TERM_REACH = 400
_TERM_LEAD = 60
_FORMER_REACH = 40
_PARTS_OF_FULL_NAME = 3


def load_cues() -> frozenset[str]:
    """The words whose places tell where a holder may stand."""
    return load_offices().cues | SUCCESSION_CUES | _TERM_CUES | _PARTY_CUES


def extract_holders(page: Page) -> Iterator[FactDraft]:
    """Holders of offices that a text gives a term for, or says who they are."""
    people = _People()
    drafts = [*_by_title(page, people), *_ruling_parties(page)]
    drafts = list(_said_once([*drafts, *extract_appointments(page, people.surnames)]))
    yield from drafts
    yield from _ends_of_terms(page, drafts)


def _said_once(drafts: list[FactDraft]) -> Iterator[FactDraft]:
    """The drafts without what two readers made of the same words."""
    kept: dict[tuple[str, Value], FactDraft] = {}
    for draft in drafts:
        last = kept.get((draft.measure, draft.value))
        if last is None or draft.span.start >= last.span.end or draft.span.end <= last.span.start:
            kept[draft.measure, draft.value] = draft
            yield draft


class _People:
    """Full names by surname, in the order a text introduces them."""

    def __init__(self) -> None:
        self.surnames: dict[str, str] = {}

    def full(self, name: str) -> str:
        """The full name that *name* stands for; a new full name is remembered."""
        parts = name.split()
        if len(parts) == 1:
            return self.surnames.get(name, name)
        for part in parts[-2:] if len(parts) >= _PARTS_OF_FULL_NAME else parts[-1:]:
            self.surnames.setdefault(part, name)
        return name


def _by_title(page: Page, people: _People) -> Iterator[FactDraft]:
    offices, done = load_offices(), 0
    for at in page.places_of(offices.cues):
        title = offices.title.match(page.content, at) if at >= done else None
        sentence = page.sentence_at(at) if title else None
        if title is None or sentence is None:
            continue
        done = title.end()
        office = offices.key_of(title.group())
        person = match_person(page.content, title.end() + 1, sentence.end)
        if person is None:
            draft = read_identity(page, office, Span(title.start(), title.end()), sentence, people.full)
        elif is_of_another(page, at, sentence):
            draft = None
        else:
            draft = _titled(page, office, title.start(), person, people.full(person.text), sentence)
        if draft and not _is_over(page, office, at, sentence, draft):
            yield draft


def _is_over(page: Page, office: str, at: int, sentence: Span, draft: FactDraft) -> bool:
    """True for a former holder of the office of whom nothing but the beginning is told: no holder of today."""
    if not isinstance(draft.value, Holder) or draft.value.until or draft.value.office != office:
        return False
    return _FORMER.search(page.content, max(sentence.start, at - _FORMER_REACH), at) is not None


def _titled(page: Page, office: str, at: int, person: Name, full: str, sentence: Span) -> FactDraft | None:
    """What the sentence says of the office of the person whose title stands at *at*."""
    content = page.content
    if bracket := _BRACKET.match(content, person.end, sentence.end):
        return _from_bracket(page, office, full, Span(at, bracket.end()), sentence, bracket)
    if bracketed := _SINCE.match(content, person.end, sentence.end):
        return draft_tenure(page, office, full, Span(at, bracketed.end()), sentence, since=date_of(bracketed))
    if became := _became(page, person, sentence):
        key, end = became
        told = find_date(content, end, min(sentence.end, end + 50)) or leading_date(content, sentence)
        until = until_behind(content, told, sentence) if told else None
        stop = max(end, until.end if until else told.end) if told and told.start > end else end
        return draft_tenure(page, key, full, Span(at, stop), sentence, since=told, until=until)
    if term := read_term(page, office, person.end, sentence):
        return draft_tenure(page, office, full, Span(at, term.end), sentence, since=term.since, until=term.until)
    return _turn(page, office, at, person, full, sentence)


def _turn(page: Page, office: str, at: int, person: Name, full: str, sentence: Span) -> FactDraft | None:
    """The beginning or end that the words before a title tell: "elections in April 2021 brought to office …"."""
    content = page.content
    low = max(sentence.start, at - 80)
    if found := _ENDING.search(content, low, at):
        when = when_behind(content, person.end, sentence.end)
        return draft_tenure(page, office, full, Span(found.start(), when.end), sentence, until=when) if when else None
    if found := _BEGINNING.search(content, low, at):
        when = last_date(content, sentence.start, at) or when_behind(content, person.end, sentence.end)
        if when:
            span = Span(min(when.start, found.start()), max(person.end, when.end))
            return draft_tenure(page, office, full, span, sentence, since=when)
    return None


def _became(page: Page, person: Name, sentence: Span) -> tuple[str, int] | None:
    """The office, and where its words end, that a person is said to have come into."""
    found = _BECAME.match(page.content, person.end, sentence.end)
    words = found and load_offices().words.search(page.content, found.start("words"), found.end("words"))
    if found is None or words is None:
        return None
    if found.group().split()[0] in _STATIVE and words.start() > found.start("words") + 12:
        return None
    return load_offices().key_of(words.group()), words.end()


def _from_bracket(page: Page, office: str, full: str, span: Span, sentence: Span, bracket: re.Match[str]) -> FactDraft:
    """A holder with the years in a bracket: "(1990-2000)", "(2016-18)", "(2010-present)"."""
    first, last = bracket["first"], bracket["last"] or ""
    if last.isdigit() and len(last) < len(first):
        last = first[:2] + last if last >= first[2:] else f"{int(first[:2]) + 1}{last}"
    until = match_date(last, 0) if last.isdigit() else None
    return draft_tenure(page, office, full, span, sentence, since=match_date(first, 0), until=until)


def _ends_of_terms(page: Page, drafts: list[FactDraft]) -> Iterator[FactDraft]:
    """Ends of terms ("his term expires in July 2021") of the holder named last before."""
    for at in page.places_of(_TERM_CUES):
        sentence = page.sentence_at(at)
        found = _TERM.search(page.content, max(sentence.start, at - _TERM_LEAD), sentence.end) if sentence else None
        until = date_of(found) if found else None
        if sentence is None or found is None or until is None:
            continue
        last = _meant(drafts, found.start(), found["surname"])
        if last is None or not isinstance(last.value, Holder) or last.value.person is None:
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


def _meant(drafts: list[FactDraft], at: int, surname: str | None) -> FactDraft | None:
    """The holder whose term is spoken of: the last of that *surname*, or who was named last, not far before."""
    if surname:
        earlier = [each for each in drafts if each.span.end <= at and _is_called(each, surname)]
    else:
        earlier = [each for each in drafts if at - _TERM_REACH < each.span.end <= at]
    return max(earlier, key=lambda each: each.span.end, default=None)


def _is_called(draft: FactDraft, surname: str) -> bool:
    person = draft.value.person if isinstance(draft.value, Holder) else None
    return person is not None and surname in person.split()[1:]


def _ruling_parties(page: Page) -> Iterator[FactDraft]:
    """The party in power."""
    for at in page.places_of(_PARTY_CUES):
        sentence = page.sentence_at(at)
        if sentence is None:
            continue
        found = _PARTY_IS.match(page.content, at, sentence.end) or _NAMED_PARTY.match(page.content, at, sentence.end)
        if found:
            span = Span(at, found.end("name"))
            yield draft_tenure(page, "ruling-party", None, span, sentence, organization=found["name"])
