"""Snapshots written by hand: figures stand in braces, the quote first and then how it is read.

``"The system had {94,235 prisoners|94235 person 2019-06} in {69 prisons|69 count 2019-06 measure=open:prison}."``
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from reportdiff.model.claim import Claim, ClaimKind, Dimensions, Modality, Quote
from reportdiff.model.document import Edition, Extractor, Publisher, Snapshot, Source, Subject
from reportdiff.model.period import UNDATED, Basis, Period, Precision
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.model.text import Grade, Span

FIGURE = re.compile(r"\{([^|}]*)\|([^}]*)\}")
PUBLISHED = date(2020, 1, 1)


def quantity(
    amount: str, unit: str = "USD", comparator: str = "exactly", *, step: str = "1", per: str | None = None
) -> Quantity:
    """A figure whose last digit stands for *step*; ``4..12`` is a range."""
    low, _, high = amount.partition("..")
    value, upper, half = Decimal(low), Decimal(high) if high else None, Decimal(step) / 2
    bounds = {
        "exactly": (value - half, value + half),
        "approximately": (value - 2 * half, value + 2 * half),
        "more-than": (value, None),
        "at-least": (value, None),
        "less-than": (None, value),
        "at-most": (None, value),
        "nearly": (value - 2 * half, value),
        "between": (value, upper),
        "order-of-magnitude": (value, value * 10),
    }[comparator]
    return Quantity(
        amount=value,
        upper=upper,
        unit=unit,
        per=per,
        comparator=Comparator(comparator),
        lower_bound=bounds[0],
        upper_bound=bounds[1],
        text=amount,
    )


def period(told: str, published: date = PUBLISHED) -> Period:
    """``2019``, ``2019-06``, ``2019-06-30``, ``2012..2015``, ``published`` or ``none``."""
    if told == "none":
        return UNDATED
    if told == "published":
        return Period(start=published, end=published, precision=Precision.DAY, basis=Basis.PUBLISHED)
    first, _, last = told.partition("..")
    precision = Precision.SPAN if last else (Precision.YEAR, Precision.MONTH, Precision.DAY)[first.count("-")]
    return Period(
        start=_days(first)[0], end=_days(last or first)[1], precision=precision, basis=Basis.STATED, text=told
    )


def _days(told: str) -> tuple[date, date]:
    parts = [int(part) for part in told.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if len(parts) == 3:
        return date(year, month, parts[2]), date(year, month, parts[2])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def figure(
    amount: str, unit: str = "USD", comparator: str = "exactly", when: str = "published", **more: object
) -> Claim:
    """A claim that stands by itself, for comparing pairs."""
    published = more.get("published", PUBLISHED)
    assert isinstance(published, date)
    dimensions = more.get("dimensions", ())
    return Claim(
        id=f"{amount}-{when}",
        kind=ClaimKind.QUANTITY,
        measure=str(more.get("measure", "trade.total")),
        value=quantity(amount, unit, comparator, step=str(more.get("step", "1")), per=more.get("per")),  # type: ignore[arg-type]
        period=period(when, published),
        quote=Quote(exact=str(more.get("quote", f"{amount} {unit}"))),
        position=Span(0, 1),
        sentence=Span(0, 1),
        dimensions=dimensions,  # type: ignore[arg-type]
        modality=Modality(str(more.get("modality", "reported"))),
        attribution=more.get("attribution"),  # type: ignore[arg-type]
        reliability=Grade(str(more.get("reliability", "clean"))),
    )


def snapshot(
    written: str,
    *,
    published: str | None = "2020-01-01",
    document: str = "state/peru",
    facts: tuple[Claim, ...] = (),
    sha256: str = "0",
    version: str = "1",
) -> Snapshot:
    """The snapshot of a text with its figures in braces; a line is a sentence."""
    day = date.fromisoformat(published) if published else None
    text, claims = _read(written, day or PUBLISHED)
    return Snapshot(
        id=f"peru/{document.partition('/')[0]}-{published}",
        subject=Subject(id="peru"),
        document=document,
        edition=Edition(published=day),
        publisher=Publisher(id=document.partition("/")[0]),
        source=Source(file="source.txt", media_type="text/plain", sha256=sha256 + written, bytes=len(written)),
        extractor=Extractor(name="hand", version=version),
        claims=(*claims, *facts),
        text=text,
    )


def _read(written: str, published: date) -> tuple[str, list[Claim]]:
    text, claims, at = "", [], 0
    for match in FIGURE.finditer(written):
        text += written[at : match.start()]
        start = len(text)
        text += match.group(1)
        claims.append((Span(start, len(text)), match.group(1), match.group(2)))
        at = match.end()
    text += written[at:]
    return text, [_claim(text, span, exact, reading, published) for span, exact, reading in claims]


def _claim(text: str, span: Span, exact: str, reading: str, published: date) -> Claim:
    words = reading.split()
    named = dict(word.split("=", 1) for word in words if "=" in word)
    plain = [word for word in words if "=" not in word]
    comparator = next((word for word in plain if word in set(Comparator)), "exactly")
    when = next((word for word in plain[2:] if word not in set(Comparator)), "published")
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    dimensions: Dimensions = tuple(
        sorted((name, value) for name, value in named.items() if name not in ("measure", "per"))
    )
    return Claim(
        id=f"{plain[0]}@{span.start}",
        kind=ClaimKind.QUANTITY,
        measure=named.get("measure", f"open:{plain[1]}"),
        value=quantity(plain[0], plain[1], comparator, per=named.get("per")),
        period=period(when, published),
        quote=Quote(
            exact=exact, prefix=text[max(start, span.start - 32) : span.start], suffix=text[span.end : span.end + 32]
        ),
        position=span,
        sentence=Span(start, end if end >= 0 else len(text)),
        dimensions=dimensions,
    )
