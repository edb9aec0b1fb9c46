"""Every word of the small tables that stand in the grammar's own modules, each in its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reportdiff.grammar.calendar import MONTHS
from reportdiff.grammar.iso_dates import match_date
from reportdiff.grammar.money import match_money
from reportdiff.grammar.multiples import match_multiple
from reportdiff.grammar.names import match_person
from reportdiff.grammar.numbers import match_number
from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.ranks import match_rank
from reportdiff.grammar.shares import match_fraction
from reportdiff.grammar.times import Anchor, Role
from reportdiff.grammar.traps import match_trap
from reportdiff.grammar.units import DURATIONS, match_unit
from reportdiff.grammar.windows import scan_relative

PARTICLES = """de del da das dos do di la las los le van von der den ter bin bint ibn al el ul ur y e af zu abu ben arap
ould bte""".split()
NO_NAMES = """The This That These Those In On At Of For From Since After Before Under When While And But Or If As His Her Their
Its Our Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September
October November December Administration Government Congress Party Parliament Assembly Ministry Department Office Council
Court Republic States Kingdom Union Summit House Palace Elections""".split()


@pytest.mark.parametrize("particle", PARTICLES)
def test_a_particle_joins_two_parts_of_a_name(particle: str) -> None:
    text = f"Ana {particle} Torres left"
    found = match_person(text, 0, len(text))
    assert found is not None
    assert found.text == f"Ana {particle} Torres"


@pytest.mark.parametrize("word", NO_NAMES)
def test_a_word_that_ends_a_name(word: str) -> None:
    text = f"Ana {word} Torres"
    found = match_person(text, 0, len(text))
    assert found is not None
    assert found.text == "Ana"
    assert match_person(text, 4, len(text)) is None


COMMON_MONEY = "won real sol som crown pound leu lei dong kip rand lek lev colon".split()


@pytest.mark.parametrize("word", COMMON_MONEY)
def test_a_common_word_is_money_only_behind_a_nation_or_a_multiplier(word: str) -> None:
    assert match_money(f"40 {word} it", 2, scaled=False) is None
    assert (match_money(f"40 {word} it", 2, scaled=True) is None) == (word not in KNOWN_MONEY)


KNOWN_MONEY = {word for word in COMMON_MONEY if match_money(f"40 Utopian {word} it", 2, scaled=False)}


def test_most_of_them_are_known() -> None:
    assert {"won", "real", "sol", "pound", "rand"} <= KNOWN_MONEY


@pytest.mark.parametrize(
    ("words", "amount"),
    [(f"{stem}{ending}", size) for stem, size in (("doubl", "2"), ("redoubl", "2"), ("tripl", "3"), ("quadrupl", "4"), ("quintupl", "5"),
                                                  ("halv", "0.5")) for ending in ("ed", "es", "ing")]
    + [(f"{word} {behind}", size) for word, size in (("double", "2"), ("triple", "3"), ("quadruple", "4"), ("halve", "0.5"))
       for behind in ("the rate", "its rate", "their rate")]
    + [("double that of it", "2"), ("double what it was", "2"), ("twice as many", "2"), ("twice the rate", "2"), ("twice its rate", "2"),
       ("twice that", "2"), ("twice what it was", "2")]
    + [("twofold", "2"), ("threefold", "3"), ("fourfold", "4"), ("fivefold", "5"), ("tenfold", "10"), ("Doubled", "2")],
)  # fmt: skip
def test_every_multiple_in_words(words: str, amount: str) -> None:
    found = match_multiple(words, 0)
    assert found is not None
    assert found.amount == Decimal(amount)
    assert match_multiple(f"{words.split(' ', maxsplit=1)[0]}x", 0) is None


@pytest.mark.parametrize("text", ["halves", "double their", "twice their", "triple that", "halve that of"])
def test_how_multiples_end(text: str) -> None:
    assert (match_multiple(text, 0) is not None) == (text in ("halves", "double their"))


@pytest.mark.parametrize(
    "ordinal", "first second third fourth fifth sixth seventh eighth ninth tenth twelfth twentieth".split()
)
def test_every_ordinal_ranks(ordinal: str) -> None:
    assert match_rank(f"{ordinal} largest", 0) is not None
    assert match_rank(f"ranked {ordinal}", 0) is not None


@pytest.mark.parametrize("word", ["as", "at", "in", "only", "just", "the"])
def test_a_small_word_behind_ranked(word: str) -> None:
    assert match_rank(f"ranked {word} 7th", 0) is not None


@pytest.mark.parametrize(("count", "share"), [("one", "1"), ("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("seven", "7"), ("nine", "9"), ("a", "1"),
                                              ("an", "1"), *((str(n), str(n)) for n in range(1, 10))])  # fmt: skip
def test_every_count_of_parts(count: str, share: str) -> None:
    found = match_fraction(f"{count} tenth of it" if share == "1" else f"{count} tenths of it", 0)
    assert found is not None
    assert found.amount == Decimal(share) / 10


@pytest.mark.parametrize("unit", sorted(DURATIONS))
def test_every_duration_is_a_unit(unit: str) -> None:
    found = match_unit(f"2 {unit}", 1)
    assert found is not None
    assert found.name == unit


@pytest.mark.parametrize("unit", "day week month year decade century".split())
def test_every_unit_of_a_time_ago(unit: str) -> None:
    for text in (f"two {unit}s ago", f"two {unit}s earlier", f"two {unit}s before", f"a {unit} ago"):
        if unit != "century" or "two" not in text:
            (found,) = scan_relative(f"It rose {text}.", 0, len(text) + 9, Anchor(date(2023, 5, 17)))
            assert (found.start, found.end) == (8, 8 + len(text))


@pytest.mark.parametrize(
    "word", "will;expected to;scheduled;slated;plan to;plans to;set to;upcoming;is to;are to".split(";")
)
def test_every_word_that_looks_ahead(word: str) -> None:
    text = f"They {word} open in July, it said"
    (found,) = scan_times(text, 0, len(text), Anchor(date(2022, 5, 4)))
    assert found.days is not None
    assert found.days.first == date(2022, 7, 1)
    past = text.replace(word, f"x{word}")
    (found,) = scan_times(past, 0, len(past), Anchor(date(2022, 5, 4)))
    assert found.days is not None
    assert found.days.first == date(2021, 7, 1)


@pytest.mark.parametrize("word", "in since until by of between and through to from during".split())
def test_every_word_in_front_of_a_month_that_may_be_another_word(word: str) -> None:
    text = f"so {word} May"
    assert [found.days is not None for found in scan_times(text, 0, len(text), Anchor(date(2022, 5, 4)))] == [True]
    assert scan_times(f"so {word}x May", 0, len(word) + 8, Anchor(date(2022, 5, 4))) == []


@pytest.mark.parametrize("name", sorted(MONTHS))
def test_every_name_of_a_month(name: str) -> None:
    text = f"It met in {name.capitalize()} 2016, it said"
    (found,) = scan_times(text, 0, len(text), Anchor())
    assert found.days is not None
    assert (found.days.first.month, found.role) == (MONTHS[name], Role.POINT)
    whole = match_date(f"{name.capitalize()} 2016", 0)
    assert whole is not None
    assert whole.days == found.days


@pytest.mark.parametrize("sign", ["½", "¼", "¾", "⅓", "⅔", "⅛"])
def test_every_fraction_in_one_character(sign: str) -> None:
    found = match_number(f"1{sign}", 0)
    assert found is not None
    assert 1 < found.amount < 2


ADDRESSES = [
    "http://x/7",
    "https://x/7",
    "www.x/7",
    "me@x7",
    "un.gov/7",
    "un.com/7",
    "un.org/7",
    "un.net/7",
    "un.int/7",
    "un.edu/7",
    "un.mil/7",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_sign_of_an_address(address: str) -> None:
    text = f"see {address} now"
    assert match_trap(text, 0, text.index("7")) == text.index("7") + 1
    assert match_trap(text[:-4], 0, text.index("7")) == len(text) - 4


@pytest.mark.parametrize("unit", ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "hundred"])
def test_shares_of_small_numbers_are_words(unit: str) -> None:
    assert match_fraction(f"one in {unit}", 0) is None


@pytest.mark.parametrize("words", ["early May", "late March", "mid-May", "middle of May", "Early March"])
def test_a_part_of_it_shows_that_may_is_a_month(words: str) -> None:
    (found,) = scan_times(f"It fell {words}.", 0, len(words) + 8, Anchor(date(2022, 5, 4)))
    assert found.days is not None
    assert scan_times("In the end May won", 0, 18, Anchor(date(2022, 5, 4))) == []
