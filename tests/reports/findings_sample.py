"""Findings made by hand: on a draft, on stored snapshots, on a broken file, waived, known and gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportdiff.checks import catalogue
from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import BaselineState, Finding, Place, Side, Waived
from reportdiff.model.settings import Level
from tests.reports.sample import NEW, TRADE_2015, claim, money, snapshot, year

LINE = "In Perú \N{RACING MOTORCYCLE} trade was $16.5 billion in 2015."
"""The figure stands behind a letter of two bytes and a character of four."""

BEFORE = LINE[: LINE.index("$")]
DRAFT_CLAIM = claim(LINE, "$16.5 billion", "trade.total", money("16500000000"), year(2015))
DRAFT = snapshot("unknown", date(2024, 1, 1), LINE, (DRAFT_CLAIM,))
STORED_TEXT = f"A heading\n\nFirst.\n{LINE}\nAnd more."
STORED_CLAIM = claim(STORED_TEXT, "$16.5 billion", "trade.total", money("16500000000"), year(2015))
STORED = snapshot("census", date(2018, 3, 1), STORED_TEXT, (STORED_CLAIM,))


def a_place(path: str = "drafts/brief ing.md", line: int = 7) -> Place:
    column = len(BEFORE) + 1
    end = column + len("$16.5 billion")
    return Place(
        path=path,
        line=line,
        column=column,
        end_line=line,
        end_column=end,
        before=BEFORE,
        end_before=BEFORE + "$16.5 billion",
    )


def finding(old: Side | None, new: Side | None, where: str, message: str, fingerprint: str) -> Finding:
    return Finding(
        rule=catalogue.CONTRADICTION_ACROSS,
        level=Level.ERROR,
        subject="utopia",
        series="trade.total",
        old=old,
        new=new,
        where=where,
        message=message,
        fingerprint=fingerprint,
    )


def side(told: Claim, by: Snapshot, *, draft: bool = False) -> Side:
    return Side(claim=told, snapshot=by, draft=draft)


ON_DRAFT = replace(
    finding(
        side(DRAFT_CLAIM, DRAFT, draft=True), side(TRADE_2015, replace(NEW, text=None)), DRAFT.id, "Not both.", "a" * 16
    ),
    place=a_place(),
)
ON_STORED = finding(
    side(TRADE_2015, replace(NEW, text=None)), side(STORED_CLAIM, STORED), STORED.id, "Not both.", "b" * 16
)
ON_FILE = replace(
    finding(None, None, "utopia/state-2017-01-25", "Its hash does not fit.", "c" * 16),
    rule=catalogue.PROVENANCE,
    series=None,
)
ON_ANNOTATION = replace(ON_FILE, where="utopia/annotations.toml#utopia/x#1", fingerprint="d" * 16)
WARNING = replace(ON_DRAFT, rule=catalogue.STALE, level=Level.WARNING, fingerprint="e" * 16)
REMARK = replace(ON_STORED, rule=catalogue.SPREAD, level=Level.INFO, fingerprint="f" * 16)
WAIVED = replace(ON_STORED, waived=Waived(by="ann", reason="both stay", until=date(2027, 1, 1)), fingerprint="1" * 16)
KNOWN = replace(WARNING, baseline_state=BaselineState.UNCHANGED, fingerprint="2" * 16)
GONE = replace(ON_STORED, old=None, new=None, baseline_state=BaselineState.ABSENT, fingerprint="3" * 16)

FINDINGS = (ON_DRAFT, ON_STORED, ON_FILE, ON_ANNOTATION, WARNING, REMARK, WAIVED, KNOWN, GONE)


def with_words(words: str) -> Finding:
    """A finding with *words* wherever a document, a person or a file's name has a say."""
    text = f"{words} $5 million {words}"
    told = claim(text, "$5 million", f"open:{words}", money("5000000"), year(2015))
    told = replace(
        told,
        attribution=words or None,
        quote=replace(told.quote, exact=words, prefix=words, suffix=words),
        dimensions=(("partner", words),),
    )
    by = snapshot("p", date(2020, 1, 1), text, (told,))
    by = replace(by, publisher=replace(by.publisher, name=words), title=words)
    return replace(
        finding(side(told, by, draft=True), side(told, replace(by, text=None)), by.id, words, "0" * 16),
        series=f"open:{words}",
        place=a_place(f"{words}.md"),
        waived=None,
    )


def many(number: int) -> list[Finding]:
    """So many findings, each with a fingerprint of its own, the grave ones last."""
    return [
        replace(
            (ON_DRAFT if index > number - 100 else REMARK if index % 2 else WARNING),
            fingerprint=f"{index:016x}",
        )
        for index in range(number)
    ]
