"""A hundred strings that have broken pages before, and two reports that say them in every field."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from reportdiff.compare.diff import diff_snapshots
from reportdiff.compare.dossier import Dossier
from reportdiff.compare.prose.wording import diff_wording
from reportdiff.compare.timeline import make_timelines
from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.change import Diff
from reportdiff.model.claim import Characterization, Claim, ClaimKind, EventDate, Holder, Membership, Quote, Value
from reportdiff.model.document import Edition, Extractor, Publisher, Snapshot, Source, Subject
from reportdiff.model.finding import Finding, Side
from reportdiff.model.framing import (
    Actor,
    DistinctiveTerm,
    Facet,
    Framing,
    FramingDiff,
    Passage,
    Recharacterization,
    Retelling,
    Shift,
    TermUse,
    WatchedTerm,
)
from reportdiff.model.period import Basis, Period, Precision
from reportdiff.model.quantity import Quantity
from reportdiff.model.rule import Rule
from reportdiff.model.series import Member, SubjectSeries
from reportdiff.model.settings import Level
from reportdiff.model.span import Section, Span

MARKUP = [
    "<script>alert(1)</script>", "</script><script>x()", "<img src=x onerror=x()>", "<svg/onload=x()>", "</style><b>", "<!--", "-->",
    "<![CDATA[", "]]>", "<?php x ?>", "<iframe src=//x>", "</title><script>", "</table><p>", "<a href=javascript:x()>", "<base href=//x>",
    "<meta http-equiv=refresh>", "<link rel=import>", "<form action=x>", "<input autofocus onfocus=x()>", "<details open ontoggle=x()>",
    "<template>", "<plaintext>", "<xmp>", "<textarea>", "<noscript>", "<math><mi>", "<svg><style>", "<body onload=x()>", "</body></html>",
    "<b", "<", ">", "&", "&lt;script&gt;", "&#60;b&#62;", "&amp;amp;", "&nbsp;", "&bogus;", "\"", "'", "\" onclick=\"x()", "' onclick='x()",
    "\"><script>", "'><b>", "`x`", "\\\"x", "=\"", "a=b c=d", "style=\"color:red\"", "javascript:x()", "data:text/html,<b>",
]  # fmt: skip
TEMPLATES = [
    "{{ 7 * 7 }}", "{% raw %}", "{# x #}", "${7*7}", "#{7*7}", "<%= 7 %>", "{{ view.__class__ }}", "%s%s%n", "%00", "{0}", "$(x)",
]  # fmt: skip
CONTROLS = [
    "\u202e\u0633\u202c", "\u2066x\u2069", "\u200f", "\u200b", "\ufeff", "\u2028", "\u2029", "\x00", "\x01\x02\x03", "\x1b[31m", "\x7f", "\x85",
    "\r", "\t", "\u00ad", "\u00a0", "\ue000", "\U000e0041", "\ufffe", "e\u0301\u0301\u0301", "\U0001f600", "Perú", "日本語", "\u0130",
]  # fmt: skip
FORMULAS = [
    "=1+1", "=cmd|'/C x'!A1", "+1", "-1", "@SUM(1)", "../../etc/passwd", "C:\\x", "//x", "#", "?x=1#y", "1e999", "nan", "a" * 60, "null",
]  # fmt: skip
HOSTILE = [*MARKUP, *TEMPLATES, *(f"a{each}b" for each in CONTROLS), *FORMULAS]
"""Between letters where nothing would be left to see: a name of nothing is shown by other elements than a name."""

YEARS = (2015, 2022)


def harmless(words: str) -> str:
    """As long, with a letter for each character that is no space."""
    return re.sub(r"\S", "x", words)


def in_text(words: str) -> str:
    """Fit to stand in a sentence, one of which is a line."""
    return words.replace("\n", " ")


def snapshot(words: str, number: int) -> Snapshot:
    """A report that says *words* wherever something can be said."""
    said, year = in_text(words), YEARS[number]
    text = f"Heading {said}\nIn {year} the {said} cost {number + 3} million.\nOnly {'ab'[number]} says {said}.\nThis {said} stands.\n"
    published = date(year, 6, 1)
    period = Period(
        start=date(year, 1, 1), end=date(year, 12, 31), precision=Precision.YEAR, basis=Basis.STATED, text=str(year)
    )
    values: list[tuple[ClaimKind, str, Value]] = [
        (ClaimKind.QUANTITY, "gdp.nominal", Quantity(amount=Decimal(number + 3) * 10**6, unit="USD", text=words)),
        (ClaimKind.QUANTITY, f"open:{words}{number}", Quantity(amount=Decimal(number), unit=f"u{words}", per=words)),
        (ClaimKind.QUANTITY, f"open:{words}", Quantity(amount=Decimal(number + 7), unit="USD", text=words)),
        (ClaimKind.DATE, words, EventDate(event=words, date=words, precision="year")),
        (
            ClaimKind.HOLDER,
            "office.x",
            Holder(office=words, person=f"{words}{number}", organization=words, since=words),
        ),
        (
            ClaimKind.MEMBERSHIP,
            f"membership.{words}",
            Membership(member=words, set=f"{words}{number}", state="belongs"),
        ),
        (ClaimKind.CHARACTERIZATION, "characterization", Characterization(aspect=words, text=f"{words}{number}")),
    ]
    claims = tuple(
        claim(f"{words}{index}", kind, measure, value, period, text, words)
        for index, (kind, measure, value) in enumerate(values)
    )
    return Snapshot(
        id=f"land/who-{published}",
        subject=Subject(id="land", name=words),
        document=f"who/{words}{number}",
        edition=Edition(label=words, published=published),
        publisher=Publisher(id=f"who{number}", name=f"{words}{number}"),
        source=Source(file="source.txt", media_type="text/plain", sha256=str(number), bytes=1, url=words),
        extractor=Extractor(name="x", version="1"),
        title=words,
        sections=(Section(title=words, level=1, start=0, end=len(text)),),
        claims=claims,
        text=text,
    )


def claim(name: str, kind: ClaimKind, measure: str, value: Value, period: Period, text: str, words: str) -> Claim:
    line = text.index("\n") + 1
    place = Span(line, text.index(" million") + len(" million"))
    return Claim(
        id=name,
        kind=kind,
        measure=measure,
        value=value,
        period=period,
        quote=Quote(exact=text[place.start : place.end], prefix=words, suffix=words),
        position=place,
        sentence=Span(line, text.index("\n", line)),
        dimensions=(("partner", words), (words, words)),
        attribution=words,
        annotations=(Annotation(kind=AnnotationKind.CORRECT, author=words, reason=words, claims=(words,)),),
    )


def framing_of(old: Snapshot, new: Snapshot, words: str) -> FramingDiff:
    sides = [Framing(passages=(passage(side, words),) * 3, actors=(actor(words),)) for side in (old, new)]
    shift = Shift(
        aspect=words, facet=Facet.HEDGING, old=Decimal(1), new=Decimal(2), weight=Decimal(3),
        old_passages=sides[0].passages, new_passages=sides[1].passages,
    )  # fmt: skip
    term = DistinctiveTerm(term=words, old=1, new=2, z=Decimal(1))
    use = TermUse(term=WatchedTerm(parts=(words,)), count=1, words=9)
    summed = [[each for each in side.claims if each.kind is ClaimKind.CHARACTERIZATION] for side in (old, new)]
    return FramingDiff(
        old=sides[0],
        new=sides[1],
        shifts=(shift,),
        retellings=(Retelling(old=sides[0].passages[0], new=sides[1].passages[0], facets=(Facet.HEDGING,)),),
        characterizations=(Recharacterization(aspect=words, old=tuple(summed[0]), new=tuple(summed[1])),),
        gone=(actor(words),),
        arrived=(actor(words),),
        terms=(term,),
        watched=((use, use),),
    )


def passage(side: Snapshot, words: str) -> Passage:
    return Passage(
        span=side.claims[0].sentence, words=9, aspect=words, positive=(words,), hedges=(in_text(words).lower(),)
    )


def actor(words: str) -> Actor:
    return Actor(name=words, mentions=(Span(0, 1),))


def diff_of(words: str) -> Diff:
    """What one report says otherwise than another, with everything that a page can show."""
    old, new = snapshot(words, 0), snapshot(words, 1)
    plain = diff_snapshots(old, new)
    return Diff(
        old=old, new=new, changes=plain.changes, framing=framing_of(old, new, words), wording=diff_wording(old, new)
    )


def series_of(snapshots: tuple[Snapshot, Snapshot]) -> list[SubjectSeries]:
    """Each claim of one report with that in the same place of the other: words decide nothing here."""
    return [
        SubjectSeries(
            id=one.measure,
            keys=(one.measure,),
            members=tuple(
                Member(snapshot=s.id, claim=each.id) for s, each in zip(snapshots, (one, other), strict=True)
            ),
        )
        for one, other in zip(snapshots[0].claims, snapshots[1].claims, strict=True)
    ]


def dossier_of(words: str) -> Dossier:
    """All of a subject whose reports say *words* everywhere."""
    snapshots = snapshot(words, 0), snapshot(words, 1)
    rule = Rule(code="RD101", name="x", level=Level.ERROR, draft_level=Level.ERROR, summary="x")
    finding = Finding(
        rule=rule, level=Level.ERROR, subject="land", series=words, where=words, message=words, fingerprint="f",
        old=Side(claim=snapshots[0].claims[0], snapshot=snapshots[0]),
        new=Side(claim=snapshots[1].claims[0], snapshot=snapshots[1]),
    )  # fmt: skip
    told = framing_of(*snapshots, words)
    assert told.old is not None
    assert told.new is not None
    return Dossier(
        subject=snapshots[1].subject,
        snapshots=snapshots,
        timelines=tuple(make_timelines(series_of(snapshots), snapshots, None)),
        findings=(finding,),
        tellings=((snapshots[0], told.old), (snapshots[1], told.new)),
    )
