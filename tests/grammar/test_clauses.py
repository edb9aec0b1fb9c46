"""What the words around a figure say: rises and falls, ranks, multiples, counted nouns, modality, attribution."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportdiff.grammar.attribution import read_attribution
from reportdiff.grammar.characters import with_common_characters
from reportdiff.grammar.counted import counts_people, match_counted
from reportdiff.grammar.direction import Direction, direction_of
from reportdiff.grammar.modality import are_near, find_modal_hints, read_modality
from reportdiff.grammar.multiples import as_multiple, match_multiple
from reportdiff.grammar.numbers import match_number
from reportdiff.grammar.ranks import match_rank
from reportdiff.grammar.roles import role_before
from reportdiff.grammar.times import Role
from reportdiff.model.claim import Modality

CHANGES = [
    ("incomes rose by |53 percent|.", (Direction.RISE, False)),
    ("incomes rose |53 percent|.", (Direction.RISE, False)),
    ("incomes fell an estimated |53 percent|.", (Direction.FALL, False)),
    ("prices dropped by another |5 percent|.", (Direction.FALL, False)),
    ("a decline of |5 percent|.", (Direction.FALL, False)),
    ("a |5 percent| increase", (Direction.RISE, True)),
    ("a |5 percent| annual decline", (Direction.FALL, True)),
    ("|5 percent| fewer than before", (Direction.FALL, True)),
    ("|5 percent| growth rate", None),
    ("growth slowed to |2.7 percent|", None),
    ("it is |5 percent|", None),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_rises_and_falls(text: str, expected: tuple[Direction, bool] | None) -> None:
    begin, end = text.index("|"), text.rindex("|") - 1
    assert direction_of(text.replace("|", ""), 0, begin, end) == expected


def test_only_a_share_falls_without_a_preposition() -> None:
    assert direction_of("they lost 5 seats", 0, 10, 17, share=False) is None
    assert direction_of("they lost 5 percent", 0, 10, 19, share=True) == (Direction.FALL, False)


RANKS = [
    ("fourth largest donor", "4"),
    ("second-most visited site", "2"),
    ("14th largest economy", "14"),
    ("ranked 14th", "14"),
    ("ranks as the third", "3"),
    ("third place in the region", "3"),
    ("came second", "2"),
    ("fourth annual forum", None),
    ("third place", None),
    ("ranked 14 percent higher", None),
    ("ranked by size", None),
]


@pytest.mark.parametrize(("text", "rank"), RANKS)
def test_ranks(text: str, rank: str | None) -> None:
    found = match_rank(text, 0)
    assert (found and str(found.amount)) == rank


MULTIPLES = [
    ("doubled", "2"),
    ("tripling", "3"),
    ("halved", "0.5"),
    ("tenfold", "10"),
    ("twice as many", "2"),
    ("twice a week", None),
    ("double taxation", None),
]


@pytest.mark.parametrize(("text", "multiple"), MULTIPLES)
def test_multiples(text: str, multiple: str | None) -> None:
    found = match_multiple(text, 0)
    assert (found and str(found.amount)) == multiple


def test_an_infinitive_is_a_multiple_behind_a_verb() -> None:
    assert match_multiple("to more than double exports", 13) is not None
    assert match_multiple("the double exports", 4) is None


@pytest.mark.parametrize(
    ("text", "is_one"), [("1.8 times as many", True), ("3x ", True), ("5-fold", True), ("3 times a day", False)]
)
def test_numbers_that_multiply(text: str, is_one: bool) -> None:
    number = match_number(text, 0)
    assert number is not None
    assert (as_multiple(text, number) is not None) is is_one


COUNTED = [
    (" Afghan evacuees in 2021", "Afghan evacuees", True),
    (" coastal ports and rivers", "coastal ports and rivers", False),
    ("-member team", "member", True),
    (" U.S. troops deployed there", "U.S. troops", True),
    (" people.", "people", True),
    (" additional", None, False),
    (" of them", None, False),
    (" remaining", None, False),
]


@pytest.mark.parametrize(("text", "phrase", "person"), COUNTED)
def test_what_is_counted(text: str, phrase: str | None, person: bool) -> None:
    found = match_counted(f"40{text}", 2, 2 + len(text))
    assert (found and found.phrase) == phrase
    assert found is None or found.person is person


def test_labels_that_count_people() -> None:
    assert counts_people(("Internet users", "total"))
    assert not counts_people(("Roadways", "paved"))


MODALITIES = [
    ("Exports reached |40|.", Modality.REPORTED),
    ("It asked for |40|.", Modality.REQUESTED),
    ("The budget requests |40|.", Modality.REQUESTED),
    ("It recommends |40|.", Modality.PROPOSED),
    ("It is expected to reach |40|.", Modality.FORECAST),
    ("An estimated |40| fled.", Modality.ESTIMATED),
    ("They will plant |40| trees.", Modality.PLANNED),
    ("They will plant trees; exports reached |40|.", Modality.REPORTED),
    ("Some |40| are expected to come.", Modality.FORECAST),
    ("its announced |40|", Modality.PLANNED),
    ("WILL REACH |40|", Modality.PLANNED),
]


@pytest.mark.parametrize(("text", "modality"), MODALITIES)
def test_modality(text: str, modality: Modality) -> None:
    at, stop = text.index("|"), text.rindex("|") - 1
    bare = f" {text.replace('|', '')}"
    assert read_modality(bare, 1, at + 1, stop + 1, len(bare)) is modality
    hints = find_modal_hints(bare, 1, len(bare))
    assert modality is Modality.REPORTED or are_near(hints, at + 1, stop + 1)


def test_the_quick_look_passes_over_plain_sentences() -> None:
    assert not find_modal_hints(" Exports of copper reached 40 tons.", 1, 35)


def test_the_quick_look_knows_what_is_far_away() -> None:
    text = f" Some 40 are expected to come{', and some 50 came' * 40}."
    hints = find_modal_hints(text, 1, len(text))
    assert are_near(hints, 6, 8)
    assert not are_near(hints, text.rindex("50"), text.rindex("50") + 2)
    assert list(find_modal_hints("EXPECTED", 0, 8)) == list(range(8)), "capitals are not looked at"


SOURCES = [
    ("growth slowed, according to the World Bank.", "World Bank"),
    ("According to the International Organization for Migration, it fell.", "International Organization for Migration"),
    ("The United Nations estimates it at 5.", "United Nations"),
    ("Statistics Canada (SC) reported 5.", "Statistics Canada"),
    ("It reported 5.", None),
    ("exports grew.", None),
    ("according to officials, it grew", None),
    ("In Geneva on Tuesday UNHCR said 5 had left.", "UNHCR"),
    ("On Tuesday the World Bank said so.", "World Bank"),
    ("In March Eurostat said so.", "Eurostat"),
    ("In Rome FAO said so.", "FAO"),
    ("In France and Germany Eurostat said so.", None),
    ("Prices in Kenya and Uganda Airlines said so.", None),
    ("The United Nations Office on Drugs and Crime said so.", "United Nations Office on Drugs and Crime"),
    ("The Sunday Times said so.", "Sunday Times"),
    ("it fell, according to UNHCR on Tuesday.", "UNHCR"),
    ("UNHCR on Tuesday said 5 had left.", "UNHCR"),
    ("The Ministry of Health (MOH) on Friday reported 5.", "Ministry of Health"),
    ("UNHCR on Tuesday left.", None),
    ("In the Netherlands Eurostat said so.", "Eurostat"),
    ("In Chile Eurostat said so.", "Eurostat"),
    ("In the United Kingdom ONS said so.", "ONS"),
    ("Police in the Netherlands said so.", None),
    ("Officials in the Dutch Senate said so.", "Dutch Senate"),
    ("In Mexico City Eurostat said so.", None),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_attribution(text: str, source: str | None) -> None:
    assert read_attribution(text, 0, len(text)) == source
    assert read_attribution(f"{text} {text}", len(text) + 1, 2 * len(text) + 1) == source


ROLES = [
    ("grew since ", Role.SINCE, 5),
    ("by the end of ", Role.TARGET, 0),
    ("compared with the year ", Role.BASE, 0),
    ("as of ", Role.POINT, 0),
    ("until ", Role.UNTIL, 0),
    ("in the spring of ", Role.POINT, 0),
    ("hasbeenin ", Role.POINT, 10),
    ("the ports ", Role.POINT, 10),
]


@pytest.mark.parametrize(("words", "role", "begin"), ROLES)
def test_what_words_make_of_a_date(words: str, role: Role, begin: int) -> None:
    assert role_before(f"{words}2015", 0, len(words)) == (role, begin)


def test_characters_that_look_alike_keep_their_places() -> None:
    text = "3‒5\u00a0percent―and −5\u2009percent"
    assert with_common_characters(text) == "3–5 percent—and -5 percent"
    assert with_common_characters("plain") == "plain"
    assert Decimal(len(with_common_characters(text))) == len(text)
