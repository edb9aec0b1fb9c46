"""An office and who holds it, since when and until when, as a draft."""

from __future__ import annotations

import re

from reportdiff.extraction.facts.drafts import FactDraft, Page, span_of, stated
from reportdiff.grammar.iso_dates import DATE, IsoDate, date_of, find_date
from reportdiff.model.claim import ClaimKind, Holder
from reportdiff.model.period import Period
from reportdiff.model.text import Span

_WHEN = re.compile(rf"[^.;:()]{{0,50}}? (?:since|in|on|as of|from) (?:(?:early|mid|late)[ -])?{DATE}")


def draft_tenure(
    page: Page,
    office: str,
    person: str | None,
    span: Span,
    sentence: Span,
    *,
    since: IsoDate | None = None,
    until: IsoDate | None = None,
    organization: str | None = None,
) -> FactDraft:
    """The draft of a holder; a country named in the quote, or right before it, has the office."""
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
        dimensions=_whose(page, office, Span(max(0, span.start - 16), span.end)),
        value=holder,
        period=_period(page, since, until),
        span=span,
        sentence=sentence,
    )


def _whose(page: Page, office: str, scope: Span) -> tuple[tuple[str, str], ...]:
    """Whose office it is, where that is not the subject's; an ambassador has two sides."""
    codes = [code for code in page.countries_in(scope.start, scope.end) if code != page.subject]
    if not codes:
        return ()
    return (("partner" if office == "ambassador" else "area", codes[0]),)


def _period(page: Page, since: IsoDate | None, until: IsoDate | None) -> Period:
    """From since to until, either of them open; the day of publication where neither is told or the end is to come."""
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


def when_behind(content: str, at: int, end: int) -> IsoDate | None:
    """The date that follows *at* in the same clause, behind a preposition."""
    found = _WHEN.match(content, at, end)
    return date_of(found) if found else None


def last_date(content: str, start: int, end: int) -> IsoDate | None:
    """The last date between two places."""
    when, place = None, start
    while found := find_date(content, place, end):
        when, place = found, found.end
    return when


def leading_date(content: str, sentence: Span) -> IsoDate | None:
    """The date that a sentence begins with."""
    found = find_date(content, sentence.start, min(sentence.end, sentence.start + 24))
    leads = found and content[sentence.start : found.start].strip() in ("In", "On", "Since", "In early", "In late")
    return found if leads else None
