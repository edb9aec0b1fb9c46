"""Dates of events: what was signed, entered into force, was founded, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdiff.extraction.drafts import FactDraft, Page, stated
from reportdiff.grammar.iso_dates import DATE, IsoDate, date_of, find_date, match_date
from reportdiff.grammar.names import Name, find_title_before, match_title
from reportdiff.model.claim import ClaimKind, EventDate, Modality
from reportdiff.model.text import Span

VERBS = {
    "signed": "signed",
    "signing": "signed",
    "ratified": "ratified",
    "ratification": "ratified",
    "entered into force": "in-force",
    "entry into force": "in-force",
    "came into force": "in-force",
    "went into force": "in-force",
    "comes into force": "in-force",
    "entering into force": "in-force",
    "came into effect": "in-force",
    "went into effect": "in-force",
    "took effect": "in-force",
    "enacted": "enacted",
    "promulgated": "enacted",
    "adopted": "adopted",
    "adoption": "adopted",
    "founded": "founded",
    "founding": "founded",
    "established": "established",
    "establishment": "established",
    "launched": "launched",
    "launch": "launched",
    "inaugurated": "inaugurated",
    "created": "created",
    "restored": "restored",
    "suspended": "suspended",
    "severed": "severed",
    "expired": "expired",
    "terminated": "terminated",
    "concluded": "concluded",
    "independence": "independence",
}
_CUE = re.compile(
    r"\b(?:signed|signing|ratified|ratification|(?:entered|entry|came|went|comes|entering) into (?:force|effect)|took effect|enacted|promulgated|adopted|"
    r"adoption|founded|founding|established|establishment|launched|launch|inaugurated|created|restored|suspended|severed|expired|"
    r"terminated|concluded|independence)\b"
    r"|\b(?P<dated>[12][0-9]{3}) (?=(?:[A-Z][\w.’'&-]* |of |and |for |on |the ){0,9}?(?:Agreement|Treaty|Convention|Accords?|Act|Protocol|Compact|Memorandum|Declaration|"
    r"Pact|Charter|Constitution|constitution|Law)\b)"
)
_IN = re.compile(rf"(?: (?:in|on|as of|effective|since|back in|early in|late in|in (?:early|mid|late)[ -]))? ?{DATE}")
_AFTER = re.compile(r" (?:in|on|as of|effective|since) (?:(?:early|mid|late|about|around)[ -]?)?")
_LEADING = re.compile(rf"^(?:[^\w]*)(?:In|On|Since|Already in|Back in|Later in|By) (?:(?:early|mid|late)[ -])?{DATE},? ")
_BEFORE_NOUN = re.compile(rf"{DATE} $")
_STOP = re.compile(r"[;:)]| and (?:was|were|has|had|is)\b|, (?:but|while)\b| which | who | that ")
_BETWEEN = re.compile(r"(?: \([A-Z][\w-]{1,11}\))?(?:,? (?:which|that))?(?: (?:was|were|is|has|have|had|been|first|formally|officially|subsequently|later|being|originally|also|then))*,? $")
_GENITIVE = re.compile(r" of (?:the |an? |its |their |our |this )?")
_OBJECT = re.compile(r" (?:the |an? |its |their |our |his |this |a new |the new |the first |an? [a-z]+ )?")
_RELATIONS = re.compile(r"diplomatic (?:relations|ties)", re.IGNORECASE)
_THINGS = {"Constitution", "constitution"}
_REACH = 90
_ANNIVERSARY = re.compile(r"(?:anniversar(?:y|ies) of|(?:withdr|revok|rescind|cancel|reject|delay|block|postpon|before|until)[a-z]*)(?: [a-z]+){0,2} ?$")
_RELATIVE = re.compile(r"\b(?:which|that)\b|^,")
_OF_ANOTHER = re.compile(r"\b(?:with|of|in|for|to|by|under|at|on)(?: the| its)? $")
_INDEPENDENCE_BEFORE = re.compile(r"(?:gained|declared|won|achieved|regained|proclaimed|granted|secured|[A-Z][\w]*[’']s?|following|[12][0-9]{3})(?: (?:its|full|their))? $")
_INDEPENDENCE_BEHIND = re.compile(r"(?: from (?:the )?[A-Z]| (?:in|on) (?:[A-Z][a-z]+ )?[0-9])")
_TOO_GENERAL = ("memorandum-of-understanding", "memorandum-of-cooperation", "letter-of-intent", "sister-city", "joint-statement")
_GENERIC = frozenset("mou moc loi agreement memorandum act law program plan office bill bilateral project task initiative".split())


def extract_events(page: Page) -> Iterator[FactDraft]:
    """The events that a text gives a date for, whose thing has a name."""
    for cue in _CUE.finditer(page.content):
        sentence = page.sentence_at(cue.start())
        if sentence is None:
            continue
        draft = _dated_name(page, cue, sentence) if cue["dated"] else _event(page, cue, sentence)
        if draft:
            yield draft


def _event(page: Page, cue: re.Match[str], sentence: Span) -> FactDraft | None:
    verb = VERBS[cue.group().replace("effect", "force").replace("took force", "took effect")] if cue.group() not in VERBS else VERBS[cue.group()]
    thing = _thing(page, cue, sentence, verb)
    if thing is None or _ANNIVERSARY.search(page.content, max(sentence.start, cue.start() - 40), cue.start()):
        return None
    slug, span = thing
    when = _date_near(page, cue, sentence, span)
    if when is None:
        return None
    start = min(span.start, cue.start(), when.start)
    end = max(span.end, cue.end(), when.end)
    return _draft(page, f"{slug}.{verb}" if slug != verb else verb, when, Span(start, end), sentence, span)


def _draft(page: Page, event: str, when: IsoDate, span: Span, sentence: Span, thing: Span) -> FactDraft:
    bilateral = event.startswith(("diplomatic-relations", "independence"))
    others = sorted(set(_parties(page, Span(sentence.start, span.end) if bilateral else thing)))
    published = page.circumstances.published
    return FactDraft(
        kind=ClaimKind.DATE,
        measure=event,
        dimensions=(("partner", "-".join(others)),) if others else (),
        value=EventDate(event=event, date=when.text, precision=when.days.precision.value),
        period=stated(when.days, when.text),
        span=span,
        sentence=sentence,
        modality=Modality.PLANNED if published and when.days.first > published else Modality.REPORTED,
    )


def _parties(page: Page, span: Span) -> Iterator[str]:
    """The countries in a span other than the subject."""
    return (code for code in page.countries_in(span.start, span.end) if code != page.subject and code.isupper())


def _thing(page: Page, cue: re.Match[str], sentence: Span, verb: str) -> tuple[str, Span] | None:
    """What the event happened to, as a slug and where it stands."""
    text, word = page.content, cue.group()
    if verb == "independence":
        told = _INDEPENDENCE_BEFORE.search(text, max(sentence.start, cue.start() - 30), cue.start())
        told = told and _INDEPENDENCE_BEHIND.match(text, cue.end())
        return ("independence", Span(cue.start(), cue.end())) if told else None
    if relations := _relations(text, cue, sentence):
        return "diplomatic-relations", relations
    if word.endswith(("ing", "tion", "ment", "launch")) or word.startswith("entry"):
        genitive = _GENITIVE.match(text, cue.end(), sentence.end)
        return _named(page, match_title(text, genitive.end(), sentence.end)) if genitive else None
    before = text[max(sentence.start, cue.start() - 60) : cue.start()]
    bridge = _BETWEEN.search(before)
    if bridge and (name := find_title_before(text, sentence.start, cue.start() - len(bridge.group()))):
        if not _RELATIVE.search(bridge.group()) and _OF_ANOTHER.search(text, max(sentence.start, name.start - 12), name.start):
            return None
        if _is_passive(bridge.group()) or verb == "in-force" or before.rstrip().endswith(","):
            return _named(page, name)
    if verb in ("signed", "ratified", "adopted", "enacted", "promulgated", "established", "launched", "created", "concluded"):
        found = _OBJECT.match(text, cue.end(), sentence.end)
        return _named(page, match_title(text, found.end(), sentence.end)) if found else None
    return None


def _is_passive(bridge: str) -> bool:
    return bool(re.search(r"\b(?:was|were|been|is|being)\b", bridge))


def _relations(text: str, cue: re.Match[str], sentence: Span) -> Span | None:
    """Diplomatic relations right beside the cue."""
    found = _RELATIONS.search(text, max(sentence.start, cue.start() - 70), min(sentence.end, cue.end() + 40))
    if found and cue.group() in ("established", "establishment", "restored", "suspended", "severed"):
        return Span(found.start(), found.end())
    return None


def _named(page: Page, name: Name | None) -> tuple[str, Span] | None:
    """The slug of a name, its abbreviation resolved; None where it is too general to tell one thing from another."""
    if name is None:
        return None
    text = name.text
    last = text.split()[-1]
    if full := page.abbreviations.get(last):
        text = full
    head, _, place = text.rpartition(" in ")
    text = head if head and _is_country(page, place) else text
    slug = slug_of(page, text)
    if not slug or slug in _GENERIC or slug.startswith(_TOO_GENERAL) or slug[0].isdigit() or _is_country(page, text):
        return None
    return slug, Span(name.start, name.end)


def _is_country(page: Page, name: str) -> bool:
    """True for a country, or two joined by a hyphen."""
    words = name.replace("-", " ").removeprefix("the ").split()
    return sum(end - first for first, end, _ in page.vocabulary.countries.find(words)) == len(words)


def slug_of(page: Page, name: str) -> str:
    """A name in lower case, joined by hyphens, without the countries that it begins with, articles and years."""
    words = [re.sub(r"'s$", "", word.strip(",()")) for word in re.split(r"[\s-]+", name.replace("’", "'")) if word]
    begin = 0
    for first, end, place in page.vocabulary.countries.find(words):
        if first <= begin + 1 and place.code.isupper() and end < len(words) and (first == begin or words[begin] in ("the", "and")):
            begin = end
    kept = [re.sub(r"[^\w]", "", word).lower() for word in words[begin:]]
    while kept and kept[0] in ("the", "of", "and", "a", ""):
        kept.pop(0)
    return "-".join(word for word in kept if word and not word.isdigit())


def _date_near(page: Page, cue: re.Match[str], sentence: Span, thing: Span) -> IsoDate | None:
    """The date that tells when: behind the verb or the thing, right before a noun, or leading the sentence."""
    text = page.content
    for at in sorted({cue.end(), max(cue.end(), thing.end)}):
        stop = min(sentence.end, at + _REACH)
        halt = _STOP.search(text, at, stop)
        limit = halt.start() if halt else stop
        for lead in _AFTER.finditer(text, at, limit):
            if when := match_date(text, lead.end()):
                return when
    if cue.group().startswith(("entry", "signing", "ratif", "adoption", "founding", "establishment", "launch", "independence")):
        before = _BEFORE_NOUN.search(text, max(sentence.start, cue.start() - 20), cue.start())
        if before:
            return date_of(before)
    leading = _LEADING.match(text[sentence.start : cue.start()])
    return find_date(text, sentence.start, sentence.start + leading.end()) if leading else None


def _dated_name(page: Page, cue: re.Match[str], sentence: Span) -> FactDraft | None:
    """A treaty, law or constitution called by its year: "the 2009 … Agreement"."""
    when = match_date(page.content, cue.start("dated"))
    name = match_title(page.content, cue.end(), sentence.end)
    if page.content.startswith("constitution", cue.end()):
        name = Name("constitution", cue.end(), cue.end() + len("constitution"))
    published = page.circumstances.published
    if when is None or name is None or (published and when.days.first > published):
        return None
    named = _named(page, name)
    if named is None or not page.content[name.start : name.end].strip():
        return None
    return _draft(page, f"{named[0]}.dated", when, Span(cue.start("dated"), name.end), sentence, named[1])
