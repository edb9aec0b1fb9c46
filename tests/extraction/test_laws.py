"""Laws of reading: places, independence of what follows, characters that look alike, digits that are not ours."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.api.about import Told
from reportdiff.api.documents import read_document
from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.quantity import Quantity
from tests.extraction.test_figure_cases import all_cases

SENTENCES = [" ".join(row["text"].split()) for case_id, row in all_cases() if not case_id.startswith("fields")]
FIELDS = [row["text"] for case_id, row in all_cases() if case_id.startswith("fields")]
PUBLISHED = date(2022, 5, 4)

sentences = st.sampled_from(SENTENCES)
paragraphs = st.lists(sentences, min_size=1, max_size=5).map(" ".join)
closed_paragraphs = st.lists(st.sampled_from([s for s in SENTENCES if s.endswith(".")]), min_size=1, max_size=5).map(
    " ".join
)
"""Paragraphs that nothing can turn into a heading."""
documents = st.lists(st.one_of(paragraphs, st.sampled_from(FIELDS)), min_size=1, max_size=5).map("\n\n".join)


def read(text: str, name: str = "text.txt") -> Snapshot:
    """The snapshot of *text*, whatever language it is taken for."""
    told = Told(subject="kenya", publisher="desk", published=PUBLISHED)
    return read_document(text.encode(), name=name, told=told, force=True)


def content_of(snapshot: Snapshot) -> str:
    assert snapshot.text is not None
    return snapshot.text


def figures(text: str) -> list[tuple[Quantity, str]]:
    """The quantities of *text* with their quotes, which stand where their claims say."""
    snapshot = read(text)
    content = content_of(snapshot)
    for claim in snapshot.claims:
        assert content[claim.position.start : claim.position.end] == claim.quote.exact
    return [(claim.value, claim.quote.exact) for claim in snapshot.claims if isinstance(claim.value, Quantity)]


@given(documents)
def test_every_quote_stands_where_its_claim_says(text: str) -> None:
    snapshot = read(text)
    content = content_of(snapshot)
    for claim in snapshot.claims:
        start, end, quote = claim.position.start, claim.position.end, claim.quote
        assert 0 <= start < end <= len(content)
        assert content[start:end] == quote.exact
        assert content[max(0, start - len(quote.prefix)) : start] == quote.prefix
        assert content[end : end + len(quote.suffix)] == quote.suffix
        assert claim.sentence.start <= start
        assert end <= claim.sentence.end
    assert [claim.position for claim in snapshot.claims] == sorted(claim.position for claim in snapshot.claims)
    assert len({claim.id for claim in snapshot.claims}) == len(snapshot.claims)


@given(documents)
def test_the_interval_holds_the_figure(text: str) -> None:
    for quantity, _ in figures(text):
        low, high = quantity.lower_bound, quantity.upper_bound
        assert low is None or low <= quantity.amount
        assert high is None or quantity.amount <= high


@given(st.lists(closed_paragraphs, min_size=1, max_size=4).map("\n\n".join), closed_paragraphs)
def test_a_paragraph_appended_at_the_end_leaves_every_other_claim_equal(text: str, more: str) -> None:
    before, after = read(text), read(f"{text}\n\n{more}")
    end = len(content_of(before))
    assert content_of(after).startswith(content_of(before).rstrip("\n"))
    kept = [claim for claim in after.claims if claim.position.start < end]
    assert [_unpartnered(claim) for claim in kept] == [_unpartnered(claim) for claim in before.claims]


def _unpartnered(claim: Claim) -> Claim:
    """The claim without the parties to its trade: whom a report sets beside its subject is told by all of its text."""
    parties = ("partner", "reporter")
    return replace(claim, id="", dimensions=tuple(pair for pair in claim.dimensions if pair[0] not in parties))


@given(documents)
def test_reading_the_text_again_as_markdown_gives_the_same_claims(text: str) -> None:
    once = read(text)
    twice = read(content_of(once), name="text.md")
    assert content_of(twice) == content_of(once)
    assert _clean(twice.claims) == _clean(once.claims)


def _clean(claims: tuple[Claim, ...]) -> list[Claim]:
    """What was repaired once is no longer in need of it."""
    return [replace(claim, reliability=claims[0].reliability) for claim in claims]


ZEROS = [chr(code) for code in range(0x80, 0x1FFFF) if unicodedata.digit(chr(code), None) == 0]


@given(sentences, st.sampled_from(ZEROS))
def test_digits_outside_ascii_are_passed_over(text: str, zero: str) -> None:
    foreign = text.translate({ord("0") + n: _digit(zero, n) for n in range(10)})
    for quantity, quote in figures(foreign):
        assert not any(letter.isdigit() and not letter.isascii() for letter in quantity.text), quote


def _digit(zero: str, number: int) -> str:
    """The digit of the same script; the zero itself where the script has no such run."""
    letter = chr(ord(zero) + number)
    return letter if unicodedata.digit(letter, None) == number else zero


BLANKS = " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
DASHES = "-‐‑‒–—―−"
SPACED = "The program cost more than $5{}million in 2019 and employed 1,200{}people."


@pytest.mark.parametrize("blank", BLANKS, ids=lambda blank: f"U+{ord(blank):04X}")
def test_every_blank_reads_alike(blank: str) -> None:
    assert figures(SPACED.format(blank, blank)) == figures(SPACED.format(" ", " "))


@pytest.mark.parametrize("dash", DASHES, ids=lambda dash: f"U+{ord(dash):04X}")
def test_every_dash_joins_a_range(dash: str) -> None:
    ((quantity, quote),) = figures(f"Between 2015 and 2019, growth was 3{dash}5 percent a year.")
    assert (quantity.amount, quantity.upper, quote) == (3, 5, f"3{dash}5 percent a year")
    assert quantity.text == quote


@pytest.mark.parametrize("dash", DASHES, ids=lambda dash: f"U+{ord(dash):04X}")
def test_every_dash_is_a_minus_before_a_number(dash: str) -> None:
    ((quantity, quote),) = figures(f"In 2019, the growth rate stood at {dash}5 percent.")
    assert (quantity.amount, quantity.lower_bound, quote) == (
        -5,
        quantity.amount - quantity.amount.scaleb(-1).copy_abs(),
        f"{dash}5 percent",
    )
