"""Two short made-up reports, their claims made by hand, and what sets them apart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reportdiff.compare.verdicts.figures import compare_figures
from reportdiff.model.change import Added, Changed, ChangeKind, Diff, Dropped
from reportdiff.model.claim import Claim, ClaimKind, Dimensions, Holder, Modality, Quote, Value
from reportdiff.model.document import Edition, Extractor, Publisher, Snapshot, Source, Subject
from reportdiff.model.period import Basis, Period, Precision
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.model.text import Span

OLD_TEXT = (
    "Two-way trade increased from $9 billion in 2009 to $14 billion in 2015. "
    "President Thomas More has been in office since July 2016, and his term expires in July 2021. "
    "Total exports were $8.8 billion in 2015."
)
NEW_TEXT = (
    "Trade more than doubled, from $9 billion in 2009 to over $22 billion in 2022. "
    "President Hythloday came to office in 2022. "
    "An 11% contraction in gross domestic product (GDP) in 2020 was followed by 13.3% growth in 2021. "
    "Tens of thousands of supporters \x1b[31mmarched\u202e."
)


def year(number: int) -> Period:
    return Period(start=date(number, 1, 1), end=date(number, 12, 31), precision=Precision.YEAR, basis=Basis.STATED)


def claim(
    text: str,
    exact: str,
    measure: str,
    value: Value,
    period: Period,
    dimensions: Dimensions = (),
    kind: ClaimKind = ClaimKind.QUANTITY,
    modality: Modality = Modality.REPORTED,
) -> Claim:
    start = text.index(exact)
    end = start + len(exact)
    first = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    last = text.find(". ", end) + 1 or len(text)
    return Claim(
        id=f"{measure}-{start}",
        kind=kind,
        measure=measure,
        value=value,
        period=period,
        quote=Quote(exact=exact, prefix=text[max(first, start - 32) : start], suffix=text[end : min(last, end + 32)]),
        position=Span(start, end),
        sentence=Span(first, last),
        dimensions=dimensions,
        modality=modality,
    )


def money(amount: str, comparator: Comparator = Comparator.EXACTLY) -> Quantity:
    return Quantity(amount=Decimal(amount), unit="USD", comparator=comparator)


def share(amount: str) -> Quantity:
    return Quantity(amount=Decimal(amount), unit="percent")


def snapshot(publisher: str, published: date, text: str, claims: tuple[Claim, ...]) -> Snapshot:
    return Snapshot(
        id=f"utopia/{publisher}-{published}",
        subject=Subject(id="utopia"),
        document=f"{publisher}/utopia",
        edition=Edition(published=published),
        publisher=Publisher(id=publisher),
        source=Source(file="source.txt", media_type="text/plain", sha256="0" * 64, bytes=len(text)),
        extractor=Extractor(name="reportdiff", version="0.1.0"),
        claims=claims,
        text=text,
    )


TWO_WAY = (("flow", "two-way"), ("partner", "United States"))
TRADE_2009_OLD = claim(OLD_TEXT, "$9 billion", "trade.total", money("9000000000"), year(2009), TWO_WAY)
TRADE_2015 = claim(OLD_TEXT, "$14 billion", "trade.total", money("14000000000"), year(2015), TWO_WAY)
TRADE_2009_NEW = claim(NEW_TEXT, "$9 billion", "trade.total", money("9000000000"), year(2009), TWO_WAY)
TRADE_2022 = claim(
    NEW_TEXT, "over $22 billion", "trade.total", money("22000000000", Comparator.MORE_THAN), year(2022), TWO_WAY
)
EXPORTS = claim(OLD_TEXT, "$8.8 billion", "trade.exports", money("8800000000"), year(2015))
GDP_2020 = claim(NEW_TEXT, "11% contraction", "gdp.growth", share("-11"), year(2020))
GDP_2021 = claim(NEW_TEXT, "13.3%", "gdp.growth", share("13.3"), year(2021), modality=Modality.ESTIMATED)
CROWD = claim(
    NEW_TEXT,
    "Tens of thousands of supporters \x1b[31mmarched\u202e",
    "open:supporters",
    Quantity(amount=Decimal(10000), unit="person", comparator=Comparator.ORDER_OF_MAGNITUDE),
    year(2022),
)
OLD_PRESIDENT = claim(
    OLD_TEXT,
    "Thomas More",
    "office.president",
    Holder(office="president", person="Thomas More", since="2016-07", until="2021-07"),
    year(2016),
    kind=ClaimKind.HOLDER,
)
NEW_PRESIDENT = claim(
    NEW_TEXT,
    "Hythloday",
    "office.president",
    Holder(office="president", person="Hythloday", since="2022"),
    year(2022),
    kind=ClaimKind.HOLDER,
)

OLD = snapshot("state", date(2017, 1, 25), OLD_TEXT, (TRADE_2009_OLD, TRADE_2015, EXPORTS, OLD_PRESIDENT))
NEW = snapshot(
    "crs", date(2024, 1, 10), NEW_TEXT, (TRADE_2009_NEW, TRADE_2022, GDP_2020, GDP_2021, CROWD, NEW_PRESIDENT)
)
DIFF = Diff(
    old=OLD,
    new=NEW,
    changes=(
        compare_figures(TRADE_2015, TRADE_2022, same_document=False),
        compare_figures(TRADE_2009_OLD, TRADE_2009_NEW, same_document=False),
        Changed(
            kind=ChangeKind.UPDATE, series="office.president", old=OLD_PRESIDENT, new=NEW_PRESIDENT, reason="Another."
        ),
        Added(series="gdp.growth", new=GDP_2020, reason="New."),
        Added(series="gdp.growth", new=GDP_2021, reason="New."),
        Added(series="open:supporters", new=CROWD, reason="New."),
        Dropped(series="trade.exports", old=EXPORTS, reason="Gone.", kind=ChangeKind.NOT_MENTIONED),
    ),
)
