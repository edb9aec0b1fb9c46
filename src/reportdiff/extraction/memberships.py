"""Who belongs to what, joined it or left it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdiff.extraction.drafts import FactDraft, Page, stated
from reportdiff.extraction.events import slug_of
from reportdiff.grammar.iso_dates import DATE, IsoDate, find_date, match_date
from reportdiff.model.claim import ClaimKind, Membership
from reportdiff.model.text import Span

_BELONGS = re.compile(
    r"\b(?:belongs? to|(?:is|are|remains?|has been|have been)(?: also)?(?: both)?(?: an?)?(?: [a-z]+){0,2} members? of|[Mm]embership in|(?:is|are) (?:party|parties) to)"
    r"(?P<many>[^.;:]{0,70}?\b(?:organizations?|bodies|forums?|fora|institutions|groups|groupings|agreements|organisations?),?"
    r" (?:including|such as|among them|notably|like)(?: in)?)? (?:the )?"
)
_JOINED = re.compile(r"\b(?:joined|acceded to|became (?:an? )?(?:[a-z0-9]+ ){0,3}(?:member|party) (?:of|to)|[Aa]ccession to|[Aa]ccession into|joining) (?:the )?")
_LEFT = re.compile(r"\b(?:withdrew from|has withdrawn from|[Ww]ithdrawal from|pulled out of|quit|exit from) (?:the )?")
_WHICH = re.compile(r"(?P<set>[A-Z][\w’'&. -]{1,60}?), which (?:the )?(?P<who>[A-Z][\w. ]{1,30}?) (?P<verb>joined|left|acceded to|withdrew from)\b")
_FIELD = re.compile(r"^(?:[#*\- ]*)International organi[sz]ation participation: *(?P<list>[^\n]+)", re.MULTILINE)
_CUE = re.compile(r"belong|member|Member|particip|joined|acceded|accession|Accession|joining|withdr|ithdrawal|pulled out|quit|exit from|party to|parties to")
_AFTER = re.compile(r"[^.;:]{0,60}? (?:in|on|since) (?:(?:early|mid|late)[ -])?")
_ITEM = re.compile(r"(?:the )?(?P<name>[A-Z][^,;:()\n]*)(?: \((?P<note>[^()\n]{1,40})\))?")
_CONTINUES = frozenset("Development Trade Security Cooperation Co-operation Agriculture Culture Oil Reconstruction Investment".split())
_AND = re.compile(r" and (?:the )?(?=[A-Z])")
_TAIL = re.compile(r"(?: (?:in|on|since|as|from|by|where|when|after|that|which|who|until)\b.*| (?:for|with|to|under|at|and) (?:the )?[^A-Z].*| [a-z]+(?:ing|ed)\b.*| and (?:[A-Z]\.){2}.*)$")
_NO_SETS = frozenset("Congress Parliament House Senate Cabinet Parliaments Joint Secretary President Prime Minister".split())
LONGEST = 80


def extract_memberships(page: Page) -> Iterator[FactDraft]:
    """What countries belong to, joined and left: a draft for each member and set."""
    if not _CUE.search(page.content):
        return
    for found in _BELONGS.finditer(page.content):
        yield from _belonging(page, found)
    for pattern, state in ((_JOINED, "joined"), (_LEFT, "left")):
        for found in pattern.finditer(page.content):
            yield from _moving(page, found, state)
    for found in _WHICH.finditer(page.content):
        yield from _relative(page, found)
    for found in _FIELD.finditer(page.content):
        yield from _field(page, found)


def _belonging(page: Page, found: re.Match[str]) -> Iterator[FactDraft]:
    sentence = page.sentence_at(found.start())
    if sentence is None:
        return
    members = _members(page, sentence.start, found.start())
    if found.group().startswith(("Membership", "membership")) and page.subject:
        members = [page.subject]
    items = list(_items(page, found.end(), sentence.end))
    if not found["many"]:
        items = items[:1]
    for member in members:
        for name, span in items:
            yield _draft(page, member, name, span, sentence, "belongs", None)


def _moving(page: Page, found: re.Match[str], state: str) -> Iterator[FactDraft]:
    sentence = page.sentence_at(found.start())
    if sentence is None:
        return
    members = _members(page, sentence.start, found.start())[-1:]
    item = next(_items(page, found.end(), sentence.end, single=True), None)
    if item is None:
        return
    name, span = item
    if not name.isupper() and page.vocabulary.countries.table.get(name.split()) and len(name.split()) < 3:  # noqa: PLR2004
        return
    when = _when(page, span.end, sentence)
    for member in members:
        whole = Span(found.start(), max(span.end, when.end if when and when.start >= span.end else span.end))
        yield _draft(page, member, name, whole, sentence, state, when)


def _relative(page: Page, found: re.Match[str]) -> Iterator[FactDraft]:
    """ "NATO, which Albania joined in 2009" """
    sentence = page.sentence_at(found.start())
    codes = list(page.countries_in(found.start("who"), found.end("who")))
    name = re.split(r" (?:in|to|of the|with) ", found["set"])[-1]
    if sentence is None or not codes:
        return
    when = _when(page, found.end(), sentence)
    state = "joined" if found["verb"] in ("joined", "acceded to") else "left"
    yield _draft(page, codes[-1], name, Span(found.end("set") - len(name), when.end if when else found.end()), sentence, state, when)


def _field(page: Page, found: re.Match[str]) -> Iterator[FactDraft]:
    """A field that lists organizations."""
    sentence = page.sentence_at(found.start("list"))
    if sentence is None or page.subject is None:
        return
    at = found.start("list")
    for part in re.split(r"[,;] ", found["list"]):
        item = _ITEM.match(part)
        if item and len(item["name"]) <= LONGEST:
            span = Span(at, at + len(part.rstrip()))
            state = "belongs" if not item["note"] else f"belongs ({item['note']})"
            yield _draft(page, page.subject, item["name"].strip(), span, sentence, state, None)
        at += len(part) + 2


def _members(page: Page, start: int, end: int) -> list[str]:
    """The countries that stand as subject before the verb: the subject of the text alone where it is among them."""
    codes = [code for code in page.countries_in(max(start, end - 90), end) if code.isupper()]
    if page.subject in codes and page.subject:
        return [page.subject]
    return list(dict.fromkeys(codes))


def _items(page: Page, at: int, end: int, *, single: bool = False) -> Iterator[tuple[str, Span]]:
    """The names of a list that begins at *at*, up to the first part that is no name."""
    content = page.content
    while at < end:
        found = _ITEM.match(content, at, end)
        if not found:
            return
        for name, start in _split(found["name"], found.start("name"), single=single):
            bare = _TAIL.sub("", name).rstrip(" .")
            if not bare or _begins_with_country(page, bare) or len(bare) > LONGEST or bare.split()[0] in _NO_SETS or bare.split()[-1] == "Organizations":
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


def _begins_with_country(page: Page, name: str) -> bool:
    """True for a country's own name, not for what is called after it."""
    first = next(page.vocabulary.countries.find(name.replace("-", " ").split()), None)
    return first is not None and first[0] == 0 and not first[2].adjective and first[2].code.isupper()


def _split(name: str, start: int, *, single: bool) -> Iterator[tuple[str, int]]:
    """A name at "and", unless what follows goes on with it: "Cooperation and Development"."""
    for joint in _AND.finditer(name):
        following = name[joint.end() :].split()[0].strip(".,")
        if following not in _CONTINUES and not single:
            yield name[: joint.start()], start
            yield name[joint.end() :], start + joint.end()
            return
    yield name, start


def _when(page: Page, at: int, sentence: Span) -> IsoDate | None:
    """The date behind, or the one that the sentence begins with."""
    if (lead := _AFTER.match(page.content, at, sentence.end)) and (when := match_date(page.content, lead.end())):
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
