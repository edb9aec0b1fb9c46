"""Dates of events: what was signed, entered into force, was founded, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdiff.extraction.facts.drafts import FactDraft, Page, stated
from reportdiff.extraction.facts.things import read_thing
from reportdiff.grammar.iso_dates import DATE, IsoDate, date_of, find_date, match_date
from reportdiff.grammar.names import Name, find_title_before, match_person, match_title
from reportdiff.model.claim import ClaimKind, EventDate, Modality
from reportdiff.model.text import Span
from reportdiff.vocabulary.offices import load_offices

VERBS = {
    "signed": "signed",
    "signing": "signed",
    "ratified": "ratified",
    "ratification": "ratified",
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
"""Verbs and their nouns with the name of the event."""

IN_FORCE = "in-force"
NOUNS = frozenset({"signing", "ratification", "adoption", "founding", "establishment", "launch"})
TAKING_OBJECTS = frozenset(
    {"signed", "ratified", "adopted", "enacted", "promulgated", "established", "launched", "created", "concluded"}
)
_RELATING = frozenset({"established", "establishment", "restored", "suspended", "severed"})
_ENTRY_WORDS = frozenset({"entered", "entry", "came", "went", "comes", "entering", "took"})
_ENTRY = re.compile(r"(?:(?:entered|entry|came|went|comes|entering) into (?:force|effect)|took effect)\b")
CUES = frozenset(VERBS) | _ENTRY_WORDS
"""The words whose places tell where an event may stand."""
_DATED = re.compile(
    r"[12][0-9]{3} (?=(?:[A-Z][\w.’'&-]* |of |and |for |on |the ){0,9}?"
    r"(?:Agreement|Treaty|Convention|Accords?|Act|Protocol|Compact|Memorandum|Declaration|Pact|Charter|Law|"
    r"[Cc]onstitution)\b)"
)
_AFTER = re.compile(r" (?:in|on|as of|effective|since) (?:(?:early|mid|late|about|around)[ -]?)?")
_LEADING = re.compile(rf"(?:[^\w]*)(?:In|On|Since|Already in|Back in|Later in|By) (?:(?:early|mid|late)[ -])?{DATE},? ")
_BEFORE_NOUN = re.compile(rf"{DATE} $")
_STOP = re.compile(r"[;:)]| and (?:was|were|has|had|is)\b|, (?:but|while)\b| which | who | that ")
_BETWEEN = re.compile(
    r"(?: \([A-Z][\w-]{1,11}\))?(?:,? (?:which|that))?"
    r"(?: (?:was|were|is|has|have|had|been|being|also|first|formally|officially|subsequently|later|originally)){0,4}"
    r",? $"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|is|being)\b|,")
_RELATIVE = re.compile(r"\b(?:which|that)\b|^,")
_GENITIVE = re.compile(r" of (?:the |an? |its |their |our |this )?")
_OBJECT = re.compile(r" (?:(?:the|a) new |the first |the |an? [a-z]+ (?=[A-Z])|an? |its |their |our |his |this )?")
_RELATIONS = re.compile(r"[Dd]iplomatic (?:relations|ties)")
_OF_ANOTHER = re.compile(r"\b(?:with|of|in|for|to|by|under|at|on)(?: the| its)? $")
_UNDONE = re.compile(
    r"(?:anniversar(?:y|ies) of|(?:withdr|revok|rescind|cancel|reject|delay|block|postpon|before|until)[a-z]*)"
    r"(?: [a-z]+){0,2} ?$"
)
_DENIED = re.compile(
    r"\b(?:not(?! only)|n[’']t|never|neither|nor|yet to|failed to|fail(?:s|ing) to|without|(?:refus|declin)[a-z]+ to|"
    r"would|could|might|may)(?: [a-z]+){0,3} ?$"
)
_INDEPENDENCE_BEFORE = re.compile(
    r"(?:gained|declared|won|achieved|regained|proclaimed|granted|secured|[A-Z]\w*[’']s?|following|[12][0-9]{3})"
    r"(?: (?:its|full|their))? $"
)
_INDEPENDENCE_BEHIND = re.compile(r" from (?:the )?[A-Z]| (?:in|on) (?:[A-Z][a-z]+ )?[0-9]")
_CONSTITUTION = re.compile(r"\b(?:[Tt]he|[Ii]ts|[A-Z][\w]+[’']s?)(?: current| present| new)? (?P<noun>constitution)$")
_PRONOUNS = frozenset({"It", "This", "That", "They", "These", "Those", "He", "She", "Both", "Each"})
_SHORT = re.compile(r" \([A-Z][\w-]{1,11}\)")
_REACH = 90
_BEFORE = 60


def extract_events(page: Page) -> Iterator[FactDraft]:
    """The events that a text gives a date for, whose thing has a name."""
    content = page.content
    for at in page.places_of(CUES):
        event = _event_at(content, at)
        if event and (sentence := page.sentence_at(at)) and (draft := _read_event(page, *event, sentence)):
            yield draft
    for found in _DATED.finditer(content):
        inside = found.start() and content[found.start() - 1].isalnum()
        if not inside and (sentence := page.sentence_at(found.start())):
            draft = _dated_name(page, found, sentence)
            if draft:
                yield draft


def _event_at(content: str, at: int) -> tuple[str, Span] | None:
    """The event that the words at *at* name, and their place."""
    if entry := _ENTRY.match(content, at):
        return IN_FORCE, Span(at, entry.end())
    end = at
    while end < len(content) and content[end].isalpha():
        end += 1
    verb = VERBS.get(content[at:end])
    return (verb, Span(at, end)) if verb else None


def _read_event(page: Page, verb: str, cue: Span, sentence: Span) -> FactDraft | None:
    low = max(sentence.start, cue.start - 40)
    if _UNDONE.search(page.content, low, cue.start) or _DENIED.search(page.content, low, cue.start):
        return None
    thing = _find_thing(page, verb, cue, sentence)
    when = thing and _find_date(page, cue, sentence, thing[1])
    if thing is None or when is None:
        return None
    slug, place = thing
    span = Span(min(place.start, cue.start, when.start), max(place.end, cue.end, when.end))
    return _draft(page, verb if slug == verb else f"{slug}.{verb}", when, span, sentence, place)


def _draft(page: Page, event: str, when: IsoDate, span: Span, sentence: Span, thing: Span) -> FactDraft:
    """The draft, with the other countries that it is between."""
    between = event.startswith(("diplomatic-relations", "independence"))
    named = page.countries_in(sentence.start if between else thing.start, span.end if between else thing.end)
    others = "-".join(sorted({code for code in named if code != page.subject}))
    published = page.circumstances.published
    return FactDraft(
        kind=ClaimKind.DATE,
        measure=event,
        dimensions=(("partner", others),) if others else (),
        value=EventDate(event=event, date=when.text, precision=when.days.precision.value),
        period=stated(when.days, when.text),
        span=span,
        sentence=sentence,
        modality=Modality.PLANNED if published and when.days.first > published else Modality.REPORTED,
    )


def _find_thing(page: Page, verb: str, cue: Span, sentence: Span) -> tuple[str, Span] | None:
    """What the event happened to, as a slug and where it stands."""
    content = page.content
    word = content[cue.start : cue.end]
    if verb == "independence":
        told = _INDEPENDENCE_BEFORE.search(content, max(sentence.start, cue.start - 30), cue.start)
        return (verb, cue) if told and _INDEPENDENCE_BEHIND.match(content, cue.end) else None
    if word in _RELATING and (
        found := _RELATIONS.search(content, max(sentence.start, cue.start - 70), min(sentence.end, cue.end + 40))
    ):
        return "diplomatic-relations", Span(found.start(), found.end())
    if word in NOUNS or word.startswith("entry"):
        genitive = _GENITIVE.match(content, cue.end, sentence.end)
        return read_thing(page, match_title(content, genitive.end(), sentence.end)) if genitive else None
    if thing := _passive_thing(page, verb, cue, sentence):
        return thing
    found = _OBJECT.match(content, cue.end, sentence.end) if word in TAKING_OBJECTS else None
    return read_thing(page, match_title(content, found.end(), sentence.end)) if found else None


def _passive_thing(page: Page, verb: str, cue: Span, sentence: Span) -> tuple[str, Span] | None:
    """The name before the verb, where that says what happened to it: "… was signed", "…, founded in"."""
    content = page.content
    bridge = _BETWEEN.search(content, max(sentence.start, cue.start - _BEFORE), cue.start)
    if bridge is None or not (_PASSIVE.search(bridge.group()) or verb == IN_FORCE):
        return None
    name = find_title_before(content, sentence.start, bridge.start()) or _constitution_before(
        content, sentence.start, bridge.start()
    )
    if name is None or name.text in _PRONOUNS or (verb == "inaugurated" and _is_official(page, name)):
        return None
    if not _RELATIVE.search(bridge.group()) and _OF_ANOTHER.search(
        content, max(sentence.start, name.start - 12), name.start
    ):
        return None
    return read_thing(page, name)


def _is_official(page: Page, name: Name) -> bool:
    """True for a person called by the title of an office, who comes into it where a building is opened."""
    title = load_offices().title.match(page.content, name.start, name.end)
    person = match_person(page.content, title.end() + 1, name.end) if title else None
    return person is not None and person.end == name.end


def _constitution_before(content: str, start: int, at: int) -> Name | None:
    """What is no name and yet but one thing in a country: "The current constitution was adopted in 1993"."""
    found = _CONSTITUTION.search(content, max(start, at - 40), at)
    return Name("constitution", found.start("noun"), found.end("noun")) if found else None


def _find_date(page: Page, cue: Span, sentence: Span, thing: Span) -> IsoDate | None:
    """The date that tells when: behind the verb or the thing, right before a noun, or leading the sentence."""
    content = page.content
    for place in sorted({cue.end, max(cue.end, thing.end)}):
        short = _SHORT.match(content, place)
        at = short.end() if short else place
        stop = min(sentence.end, at + _REACH)
        halt = _STOP.search(content, at, stop)
        for lead in _AFTER.finditer(content, at, halt.start() if halt else stop):
            if when := match_date(content, lead.end()):
                return when
    word = content[cue.start : cue.end]
    if word in NOUNS or word.startswith("entry") or word == "independence":
        before = _BEFORE_NOUN.search(content, max(sentence.start, cue.start - 20), cue.start)
        if before:
            return date_of(before)
    leading = _LEADING.match(content, sentence.start, cue.start)
    return find_date(content, sentence.start, leading.end()) if leading else None


def _dated_name(page: Page, found: re.Match[str], sentence: Span) -> FactDraft | None:
    """A treaty, law or constitution called by its year: "the 2009 … Agreement"."""
    when = match_date(page.content, found.start())
    published = page.circumstances.published
    if when is None or (published and when.days.first > published):
        return None
    name = match_title(page.content, found.end(), sentence.end)
    if page.content.startswith("constitution", found.end()):
        name = Name("constitution", found.end(), found.end() + len("constitution"))
    thing = read_thing(page, name)
    if thing is None:
        return None
    return _draft(page, f"{thing[0]}.dated", when, Span(found.start(), thing[1].end), sentence, thing[1])
