"""A snapshot with a claim of every kind, and ways to make many more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.claim import (
    Characterization,
    Claim,
    ClaimKind,
    EventDate,
    Holder,
    Membership,
    Modality,
    Quote,
    Value,
)
from reportdiff.model.document import Edition, Extractor, Publisher, Snapshot, Source, Subject
from reportdiff.model.period import UNDATED, Basis, Period, Precision
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.model.text import Grade, Reliability, Section, Span

TEXT = "# Perú\nTrade rose from $9 billion in 2009 to over $22 billion in 2022.\n"


def quoted(exact: str, kind: ClaimKind, measure: str, value: Value, period: Period = UNDATED) -> Claim:
    start = TEXT.index(exact)
    return Claim(
        id=f"{kind.value}-{start}",
        kind=kind,
        measure=measure,
        value=value,
        period=period,
        quote=Quote(
            exact=exact, prefix=TEXT[max(7, start - 32) : start], suffix=TEXT[start + len(exact) :][:10].strip("\n")
        ),
        position=Span(start, start + len(exact)),
        sentence=Span(7, len(TEXT) - 1),
        dimensions=(("flow", "two-way"), ("partner", "peru")),
        modality=Modality.ESTIMATED,
        attribution="International Monetary Fund",
        reliability=Grade.REPAIRED,
    )


TRADE = Quantity(
    amount=Decimal(22000000000),
    unit="USD",
    comparator=Comparator.MORE_THAN,
    upper=Decimal("13.3"),
    per="year",
    lower_bound=Decimal(22000000000),
    upper_bound=Decimal(-1),
    text="$22 billion",
)
YEAR_2022 = Period(
    start=date(2022, 1, 1), end=date(2022, 12, 31), precision=Precision.YEAR, basis=Basis.STATED, text="in 2022"
)
HOLDER = Holder(office="president", person="A", organization="Peru", since="2016-07", until="2021-07-28")

ANNOTATION = Annotation(
    kind=AnnotationKind.CORRECT, author="Ann", reason="a slip", claims=("peru/crs#a",), decided=date(2024, 2, 1)
)

SNAPSHOT = Snapshot(
    id="peru/crs-2024-01-10",
    subject=Subject(id="peru", name="Peru", code="PE"),
    document="crs/IF12372",
    edition=Edition(
        label="version 5", published=date(2024, 1, 10), status="final", supersedes="peru/crs-if12372-2023-03-30"
    ),
    publisher=Publisher(id="crs", name="Congressional Research Service"),
    source=Source(
        file="source.txt",
        media_type="text/plain",
        sha256="0" * 64,
        bytes=70,
        url="https://example.org/",
        retrieved="2024-01-11",
    ),
    extractor=Extractor(name="reportdiff", version="0.1.0"),
    title="Peru: Country Overview",
    reliability=(Reliability(start=0, end=5, grade=Grade.SUSPECT, reason="a column cut off"),),
    sections=(Section(title="Perú", level=1, start=0, end=len(TEXT)),),
    claims=(
        replace(
            quoted("over $22 billion", ClaimKind.QUANTITY, "trade.two-way", TRADE, YEAR_2022),
            annotations=(ANNOTATION,),
            part=2,
            name="commerce",
        ),
        quoted("2009", ClaimKind.DATE, "event", EventDate(event="pact.signed", date="2009-02", precision="month")),
        quoted("Trade", ClaimKind.HOLDER, "office.president", HOLDER),
        quoted("rose", ClaimKind.MEMBERSHIP, "member.apec", Membership(member="peru", set="apec", state="joined")),
        quoted("billion", ClaimKind.CHARACTERIZATION, "aspect", Characterization(aspect="economy", text="rose")),
    ),
    text=TEXT,
)

decimals = st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**20), max_value=10**20)
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
maybe_words = st.none() | words
maybe_days = st.none() | st.dates()
parts = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,12}", fullmatch=True)
reduced = st.from_regex(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]))?)?", fullmatch=True)

quantities = st.builds(
    Quantity,
    amount=decimals,
    unit=words,
    comparator=st.sampled_from(Comparator),
    upper=st.none() | decimals,
    per=maybe_words,
    lower_bound=st.none() | decimals,
    upper_bound=st.none() | decimals,
    text=st.text(max_size=9),
)
event_dates = st.builds(
    EventDate, event=words, date=reduced, precision=st.sampled_from([each.value for each in Precision])
)
holders = st.builds(
    Holder,
    office=words,
    person=maybe_words,
    organization=maybe_words,
    since=st.none() | reduced,
    until=st.none() | reduced,
)
memberships = st.builds(Membership, member=words, set=words, state=st.sampled_from(["belongs", "joined", "left"]))
characterizations = st.builds(Characterization, aspect=words, text=words)
values = st.one_of(
    st.tuples(st.just(ClaimKind.QUANTITY), quantities),
    st.tuples(st.just(ClaimKind.DATE), event_dates),
    st.tuples(st.just(ClaimKind.HOLDER), holders),
    st.tuples(st.just(ClaimKind.MEMBERSHIP), memberships),
    st.tuples(st.just(ClaimKind.CHARACTERIZATION), characterizations),
)
periods = st.builds(
    Period,
    start=maybe_days,
    end=maybe_days,
    precision=st.none() | st.sampled_from(Precision),
    basis=st.sampled_from(Basis),
    text=maybe_words,
)


annotations = st.builds(
    Annotation,
    kind=st.sampled_from(AnnotationKind),
    author=words,
    reason=words,
    claims=st.lists(words, max_size=2).map(tuple),
    decided=maybe_days,
)


@st.composite
def claims(draw: st.DrawFn, text: str) -> Claim:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    kind, value = draw(values)
    return Claim(
        id=draw(words),
        kind=kind,
        measure=draw(words),
        value=value,
        period=draw(periods),
        quote=Quote(exact=text[start:end], prefix=text[max(0, start - 32) : start], suffix=text[end : end + 32]),
        position=Span(start, end),
        sentence=Span(0, len(text)),
        dimensions=tuple(sorted(draw(st.dictionaries(words, words, max_size=3)).items())),
        modality=draw(st.sampled_from(Modality)),
        attribution=draw(maybe_words),
        reliability=draw(st.sampled_from(Grade)),
        annotations=tuple(draw(st.lists(annotations, max_size=1))),
        part=draw(st.none() | st.integers(min_value=1, max_value=9_999)),
        name=draw(maybe_words),
    )


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
    part, sha256 = draw(parts), draw(st.from_regex(r"[0-9a-f]{64}", fullmatch=True))
    return Snapshot(
        id=f"{part}/{draw(parts)}",
        subject=Subject(id=part, name=draw(maybe_words), code=draw(maybe_words)),
        document=draw(words),
        edition=Edition(
            label=draw(maybe_words),
            published=draw(maybe_days),
            status=draw(maybe_words),
            supersedes=draw(st.none() | parts),
        ),
        publisher=Publisher(id=draw(parts), name=draw(maybe_words)),
        source=Source(file="source.txt", media_type="text/plain", sha256=sha256, bytes=draw(st.integers(0, 10**9))),
        extractor=Extractor(name="reportdiff", version="0.1.0"),
        title=draw(maybe_words),
        claims=tuple(draw(st.lists(claims(text), max_size=3))),
        text=text,
    )
