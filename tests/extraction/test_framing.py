"""What sentences speak of, in what tone and how firmly; and the readings of whole texts that are known."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reportdiff.extraction.framing import read_framing
from reportdiff.model.framing import Facet, Framing, Passage
from reportdiff.sources.markdown.reader import read_markdown


def passage(sentence: str) -> Passage:
    (found,) = read_framing(sentence).passages
    return found


@pytest.mark.parametrize(
    "sentence, good, bad",
    [
        ("The last decade saw a dramatic drop in poverty rates.", ["poverty"], []),
        ("The program helped to reduce extreme poverty.", ["extreme poverty"], []),
        ("Poverty has fallen by over half nationally.", ["poverty"], []),
        ("The country halved its poverty rate.", ["poverty"], []),
        ("They kept low inflation for years.", ["inflation"], []),
        ("Growth slowed to 2.7 percent in that year.", [], ["growth"]),
        ("Graft eroded public confidence in the courts.", [], ["confidence"]),
        ("The ministry will combat corruption in ports.", [], []),
        ("The talks were not successful at all.", [], ["successful"]),
        ("The vote took place without violence.", [], []),
        ("The police lack vehicles.", [], ["lack"]),
        ("Relations are strong and cooperative.", ["strong", "cooperative"], []),
        ("Endemic corruption weakened the state.", [], ["endemic", "corruption", "weakened"]),
        ("The committee met on Tuesday.", [], []),
    ],
)
def test_less_of_a_bad_thing_is_good(sentence: str, good: list[str], bad: list[str]) -> None:
    found = passage(sentence)
    assert (list(found.positive), list(found.negative)) == (good, bad)


@pytest.mark.parametrize(
    "sentence, aspect",
    [
        ("Parliament may override the veto.", "governance"),
        ("Inflation and unemployment rose.", "economy"),
        ("Exports to the neighbor doubled under the free trade agreement.", "trade"),
        ("Cocaine cartels clashed with the army.", "security"),
        ("The two have maintained close bilateral ties.", "relations"),
        ("Authorities tortured detainees with impunity.", "rights"),
        ("Deforestation and drought threaten the river basin.", "environment"),
        ("Refugees and other migrants live in the capital.", "migration"),
        ("Hospitals ran out of vaccines.", "health"),
        ("Donors pledged humanitarian assistance.", "assistance"),
        ("Universities enrolled more students.", "education"),
        ("A railway and a container port were built.", "technology"),
        ("They met on Tuesday.", None),
        ("They spoke of trade and parliament.", None),
    ],
)
def test_a_sentence_has_the_aspect_that_weighs_most(sentence: str, aspect: str | None) -> None:
    assert passage(sentence).aspect == aspect


@pytest.mark.parametrize(
    "sentence, hedges, boosters, attributions",
    [
        ("Output may fall.", ["may"], [], []),
        ("In May 2022 output fell.", [], [], []),
        ("Some observers argue that the law is crucial.", [], ["crucial"], ["observers", "argue"]),
        ("According to the bank, growth appears weak.", ["appears"], [], ["according to"]),
        ("Soldiers allegedly fired live rounds.", ["allegedly"], [], ["allegedly"]),
        ("Critical minerals and critical infrastructure were on the list.", [], [], []),
        ("The two must undoubtedly act.", [], ["must", "undoubtedly"], []),
    ],
)
def test_how_firmly_it_is_told(sentence: str, hedges: list[str], boosters: list[str], attributions: list[str]) -> None:
    found = passage(sentence)
    assert list(found.hedges) == hedges
    assert list(found.boosters) == boosters
    assert list(found.attributions) == attributions


def test_headings_names_and_notices_are_no_part_of_the_telling() -> None:
    text = "# A Crisis\n\nPolitical Situation\n\nThe courts work.\n\nDisclaimer\n\nThis report may fail to be right.\n"
    framing = read_framing(text)
    assert [text[each.span.start : each.span.end] for each in framing.passages] == ["The courts work."]


def test_no_tone_is_told_from_fewer_than_three_sentences() -> None:
    assert read_framing("A great success.\nA strong recovery.").measure(Facet.TONE) is None
    assert read_framing("A strong recovery.\nThe success was great.\nThey met.").measure(Facet.TONE) == 1


def test_every_number_comes_from_passages() -> None:
    framing = read_framing("Exports may rise.\nImports of goods fell.\nThe president spoke to parliament.\nThey met.")
    assert framing.measure(Facet.SALIENCE, "trade") == round(Decimal(700) / 14, 1)
    assert framing.measure(Facet.HEDGING) == round(Decimal(1000) / 14, 1)
    assert framing.measure(Facet.HEDGING, "migration") is None


def test_actors_by_their_fullest_names() -> None:
    text = (
        "Pedro Castillo won.\nThe World Health Organization (WHO) praised Castillo.\nBrazilian officials met the WHO.\n"
        "Brazil agreed.\nTrading resumed.\nHowever, trade fell."
    )
    assert {actor.name: len(actor.mentions) for actor in read_framing(text).actors} == {
        "Pedro Castillo": 2, "World Health Organization": 2, "Brazil": 2,
    }  # fmt: skip


@pytest.mark.parametrize("letter", ["ı", "İ", "ß", "\ufb01"])
def test_positions_hold_whatever_lower_case_does_to_a_letter(letter: str) -> None:
    text = f"{letter}stanbul grew.\nPoverty fell in {letter}stanbul.\n"
    assert [text[p.span.start : p.span.end] for p in read_framing(text).passages] == text.strip().split("\n")


@pytest.mark.parametrize(
    ("sentence", "aspect"),
    [
        ("UNICEF trains nurses in maternal health and vaccinates children against polio in rural clinics.", "health"),
        ("UNICEF trains nurses in rural clinics.", "assistance"),
        ("USAID helps farmers to plant cacao and coffee.", "assistance"),
        ("The Millennium Challenge Corporation funded roads and a port.", "assistance"),
        ("U.S. assistance promotes the rule of law and the fight against drug cartels.", "assistance"),
        ("Farmers plant cacao and coffee.", "economy"),
        ("The ministry helps farmers to plant cacao and coffee and to reach markets.", "economy"),
        ("The cartels support coca cultivation, and USAID has left.", "security"),
    ],
)
def test_who_helps_is_told_of_before_what_they_help_with(sentence: str, aspect: str) -> None:
    assert read_framing(sentence).passages[0].aspect == aspect


def rates(framing: Framing) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    found = [framing.measure(facet) for facet in (Facet.TONE, Facet.HEDGING, Facet.BOOSTING, Facet.ATTRIBUTION)]
    tone, hedging, boosting, attribution = (each or Decimal(0) for each in found)
    return tone, hedging, boosting, attribution


def leading(framing: Framing) -> list[str]:
    names = {each.aspect for each in framing.passages if each.aspect}
    return sorted(names, key=lambda name: -(framing.measure(Facet.SALIENCE, name) or 0))


def shipped(root: Path, name: str) -> Framing:
    path = root / "snapshots" / "peru" / name / "text.md"
    if not path.exists():
        pytest.skip("the shipped snapshots are not there")
    return read_framing(path.read_text("utf-8"))


def test_state_2017_tells_of_success_and_partnership(root: Path) -> None:
    framing = shipped(root, "state-2017-01-25")
    assert rates(framing)[0] > Decimal("0.5")
    assert leading(framing)[0] == "relations"
    assert "economy" in leading(framing)[:3]


def test_usaid_2022_tells_of_success_then_of_programs(root: Path) -> None:
    framing = shipped(root, "usaid-2022-04-26")
    assert "success" in framing.passages[0].positive
    early, late = framing.passages[: len(framing.passages) // 2], framing.passages[len(framing.passages) // 2 :]
    assert not [each for each in early[: len(early) // 2] if each.aspect == "assistance"]
    assert len([each for each in late if each.aspect == "assistance"]) >= 6
    assert leading(framing)[0] == "assistance"
    assert -1 < rates(shipped(root, "crs-2024-01-10"))[0] < rates(framing)[0] < 1


def test_crs_2024_tells_of_crisis_hedged_and_attributed(root: Path) -> None:
    framing = shipped(root, "crs-2024-01-10")
    tone, hedging, boosting, attribution = rates(framing)
    assert tone < Decimal("-0.4")
    assert hedging > 2 * boosting
    assert attribution > 2 * boosting
    assert leading(framing)[0] == "governance"


def test_the_undated_analysis_asserts_and_does_not_attribute(shared: Path) -> None:
    text = read_markdown((shared / "sources" / "analysis-undated.txt").read_text("utf-8"))
    _, hedging, boosting, attribution = rates(read_framing(text.content))
    assert boosting > 3 * (hedging + attribution)
