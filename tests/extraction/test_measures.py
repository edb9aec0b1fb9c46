"""What figures measure: the right key with its scope, and never the key of something else."""

from __future__ import annotations

import json

import pytest

from reportdiff import read_text
from reportdiff.api.about import Told
from reportdiff.api.documents import read_document
from reportdiff.model.claim import Claim, ClaimKind
from reportdiff.records.schema import validate
from reportdiff.records.snapshot import encode_snapshot


def figures(text: str, subject: str = "kenya") -> list[Claim]:
    snapshot = read_text(text, subject=subject, publisher="desk", published="2024-03-01")
    return [claim for claim in snapshot.claims if claim.kind is ClaimKind.QUANTITY]


def named(text: str, subject: str = "kenya") -> list[tuple[str, dict[str, str]]]:
    return [(claim.measure, dict(claim.dimensions)) for claim in figures(text, subject)]


SCOPES = {"reporter", "partner", "sector", "area", "population", "programme", "stage", "change", "flow"}

VOCABULARY = [
    ("Kenya’s GDP was $108 billion in 2023.", [("gdp.nominal", {})]),
    ("Real gross domestic product (GDP) grew by 5.6% in 2023.", [("gdp.growth", {})]),
    ("The pandemic caused a 3% contraction in gross domestic product (GDP) in 2020.", [("gdp.growth", {})]),
    (
        "The economy recovered in 2021, with 7.6% GDP growth, but growth slowed to 4.9% in 2022 and 5.6% in 2023.",
        [("gdp.growth", {}), ("gdp.growth", {}), ("gdp.growth", {})],
    ),
    ("Per capita GDP was $2,099 in 2022.", [("gdp.per-capita", {})]),
    (
        "Kenya’s GDP was $108 billion in 2023, compared to the U.S. GDP of $27 trillion.",
        [("gdp.nominal", {}), ("gdp.nominal", {"area": "USA"})],
    ),
    ("The unemployment rate stood at 5.7 percent in 2022.", [("unemployment.rate", {})]),
    ("About one third of the population lives in poverty.", [("poverty.rate", {})]),
    ("Poverty has fallen by over half since 2005, to nearly 30 percent today.",
     [("poverty.rate", {"change": "relative"}), ("poverty.rate", {})]),
    (
        "In rural areas, extreme poverty dropped from 25 to 19 percent.",
        [("poverty.extreme", {"area": "rural-area"}), ("poverty.extreme", {"area": "rural-area"})],
    ),
    ("Kenya is a country of 54 million inhabitants.", [("population.total", {})]),
    ("It has a population of approximately 54 million people.", [("population.total", {})]),
    ("According to the service, 40 percent of prisoners were held in pretrial detention.",
     [("prison.pretrial-share", {})]),
    ("Kenya hosts the 300,000 Somali refugees and migrants residing there.",
     [("refugees.hosted", {"population": "SOM"})]),
    ("Russia has around 1,700 deployed nuclear warheads.", [("military.warheads.deployed", {"area": "RUS"})]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VOCABULARY, ids=lambda each: each[:40] if isinstance(each, str) else "")
def test_a_phrase_names_its_measure(text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    found = [(key, {name: each for name, each in pairs.items() if name in SCOPES}) for key, pairs in named(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Unemployment stood at 3.7% in May, unchanged from April but down from 4.1% in May 2022.", "unemployment.rate"),
        ("Public debt fell from 78 percent of GDP in 2016 to 65 percent of GDP in 2019 before climbing to 84 percent in 2020.", "debt.public"),
        ("Services accounted for 58 percent of GDP in 2019, easing to 51 percent in 2022.", "open:services-of-gdp"),
    ],
)  # fmt: skip
def test_a_figure_that_goes_on_from_another_has_its_measure(text: str, key: str) -> None:
    found = [measure for measure, _ in named(text)]
    assert len(found) >= 2 and set(found) == {key}


TOWNS = [
    ("The capital, Mombasa, has 1.1 million inhabitants.", "mombasa"),
    ("Mombasa, the second city, has 1.1 million inhabitants.", "mombasa"),
    ("The city of Mombasa has 1.1 million inhabitants.", "mombasa"),
    ("The population of Mombasa is 1.1 million.", "mombasa"),
    ("Unemployment in the Western Cape was 25 percent.", "western-cape"),
    ("Poverty in January reached 40 percent.", None),
    ("The country has 54 million inhabitants.", None),
    ("Kenya has 54 million inhabitants.", None),
    ("It has a population of 54 million.", None),
    ("Poverty was 12 percent in the coastal districts.", "coastal-district"),
    ("Poverty was 12 percent in all coastal districts.", "coastal-district"),
    ("Poverty was 12 percent in both coastal districts.", "coastal-district"),
    ("Poverty was 12 percent in its coastal districts.", "coastal-district"),
    ("Poverty was 12 percent in their coastal districts.", "coastal-district"),
    ("Poverty was 12 percent in our coastal districts.", "coastal-district"),
]


@pytest.mark.parametrize(("text", "area"), TOWNS, ids=lambda each: str(each)[:40])
def test_what_is_told_of_a_town_is_not_told_of_the_country(text: str, area: str | None) -> None:
    assert [pairs.get("area") for _, pairs in named(text)] == [area]


def test_a_subject_that_is_no_country_is_no_part_of_itself() -> None:
    assert [pairs for _, pairs in named("Atlantis has a population of 3 million.", subject="atlantis")] == [{}]


def test_a_sentence_before_a_colon_is_no_label() -> None:
    found = named("Life expectancy is 69.6 years: 67.6 for men and 71.4 for women.")
    assert found[0] == ("life.expectancy", {})
    assert [pairs.get("sex") for _, pairs in found] == [None, "male", "female"]


COUNTRIES = [
    ("Four countries had half of all cases: Chad (31.9%), Mali (13.2%), Niger (4.1%) and Togo (3.8%).",
     [("TCD", "31.9%"), ("MLI", "13.2%"), ("NER", "4.1%"), ("TGO", "3.8%")]),
    ("The top export markets are China (31.2%), the United States (14.8%) and Kenya (5.1%).",
     [("CHN", "31.2%"), ("USA", "14.8%"), (None, "5.1%")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "areas"), COUNTRIES, ids=lambda each: each[:40] if isinstance(each, str) else "")
def test_each_figure_of_a_list_of_countries_is_of_its_own(text: str, areas: list[tuple[str | None, str]]) -> None:
    claims = [claim for claim in read_text(text, subject="kenya").claims if claim.quote.exact.endswith("%")]
    assert [(dict(claim.dimensions).get("area"), claim.quote.exact) for claim in claims] == areas
    assert len({claim.measure for claim in claims}) == 1


SEXES = [
    ("The male literacy rate was 86 percent and the female literacy rate 78 percent.", ["male", "female"]),
    ("Life expectancy for women is 70 years.", ["female"]),
    ("Women's life expectancy rose to 71 years in 2020.", ["female"]),
    ("Poverty among men reached 31 percent.", ["male"]),
    ("Life expectancy is 70 years; women live longer.", [None]),
]


@pytest.mark.parametrize(("text", "sexes"), SEXES, ids=lambda each: each[:40] if isinstance(each, str) else "")
def test_what_is_told_of_one_sex_is_not_told_of_all(text: str, sexes: list[str | None]) -> None:
    assert [pairs.get("sex") for _, pairs in named(text)] == sexes


TRADE = [
    ("Total U.S. exports to Kenya were $0.6 billion in 2022.",
     [("trade.exports", {"flow": "exports", "reporter": "USA", "partner": "KEN"})]),
    ("Agricultural trade was a bilateral highlight with U.S. exports at $90 million and Kenyan exports at $120 million.",
     [("trade.exports", {"flow": "exports", "reporter": "USA", "partner": "KEN", "sector": "agriculture"}),
      ("trade.exports", {"flow": "exports", "partner": "USA", "sector": "agriculture"})]),
    ("U.S. trade with Kenya more than doubled, from $0.8 billion in 2009 to over $1.5 billion in 2022.",
     [("trade.two-way", {"flow": "two-way", "partner": "USA", "change": "relative"}),
      ("trade.two-way", {"flow": "two-way", "partner": "USA"}),
      ("trade.two-way", {"flow": "two-way", "partner": "USA"})]),
    (("U.S. services exports to Kenya increased from $300 million to $400 million, while imports increased from "
      "$150 million to $200 million."),
     [("trade.exports", {"flow": "exports", "reporter": "USA", "partner": "KEN", "sector": "services"})] * 2
     + [("trade.imports", {"flow": "imports", "reporter": "USA", "partner": "KEN", "sector": "services"})] * 2),
    ("U.S. goods exports included aircraft ($60 million) and machinery ($45 million).",
     [("trade.exports", {"flow": "exports", "reporter": "USA", "sector": "aircraft"}),
      ("trade.exports", {"flow": "exports", "reporter": "USA", "sector": "machinery"})]),
    ("The United States had a surplus in services trade with Kenya of $53 million in 2023.",
     [("trade.balance", {"flow": "surplus", "reporter": "USA", "partner": "KEN", "sector": "services"})]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TRADE, ids=lambda each: each[:40] if isinstance(each, str) else "")
def test_flows_are_told_by_both_sides_and_sector(text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    found = [(key, {name: each for name, each in pairs.items() if name in SCOPES}) for key, pairs in named(text)]
    assert found == expected


def test_assistance_is_told_by_account_and_stage() -> None:
    text = (
        "The Administration requested $107.6 million in bilateral foreign assistance for Kenya for FY2024, $1.5 million "
        "less than allocated in FY2022. The request includes $55 million in development assistance; $8.5 million for "
        "Global Health Programs; and $800,000 in International Military Education and Training funding."
    )
    assert named(text) == [
        ("assistance.foreign", {"stage": "requested"}),
        ("assistance.foreign", {"stage": "requested", "change": "difference"}),
        ("assistance.development", {"stage": "requested"}),
        ("assistance.account.ghp", {"stage": "requested", "programme": "global-health-programs"}),
        (
            "assistance.account.imet",
            {"stage": "requested", "programme": "international-military-education-and-training"},
        ),
    ]


OPEN = [
    ("The firm is building a $3.6 billion container port near Lamu.", "open:container-port"),
    ("The agency leveraged more than $70 million in private sector investment in rural regions.",
     "open:private-sector-investment"),
    ("Approximately 500,000 U.S. citizens visit Kenya annually for business.", "open:citizens-visit-for-business"),
    ("Exports support some 4,000 American jobs.", "open:jobs"),
    ("They announced $50 million in additional humanitarian assistance for Kenya.", "open:humanitarian-assistance"),
    ("An estimated 80 percent of all child labor occurred on farms.", "open:child-labor-occurred"),
    ("The station reaches approximately 95 percent of the country’s population.", "open:station"),
    ("The free trade agreement has 13 chapters.", "open:chapters"),
    ("The company said that the backlog of orders stood at $2.3 billion.", "open:backlog-of-orders"),
    ("Cargo traffic through the port reached 23.8 million tonnes.", "open:cargo-traffic-through-port"),
    ("Tourism accounts for 12 percent of GDP and employs young people.", "open:tourism-of-gdp"),
    ("While farms shrank, mining accounts for 60 percent of exports.", "open:mining-of-exports"),
    ("Women make up 48 percent of the labor force.", "open:women-of-labor-force"),
    ("The trade gap widened to a level equivalent to 10 percent of GDP.", "open:trade-gap"),
    ("Some 250 children are still out of school.", "open:children-out-of-school"),
    ("Health posts reported 1,120 cases of acute watery diarrhoea.", "open:cases-of-acute-watery-diarrhoea"),
    ("The programme has commitments of $1.1 billion.", "open:commitments"),
    ("About 58 percent of children under five are stunted.", "open:children-under-five-stunted"),
    ("Net income was $118 million.", "open:net-income"),
    ("Third-quarter revenue climbed to $1.58 billion.", "open:revenue"),
    ("36 mobile teams provided help.", "open:mobile-teams-provided-help"),
    ("It will give $8 million, subject to approval, to expand radio networks.", "open:radio-networks"),
    ("The program led to a 29 percent increase in sales of coffee.", "open:sales-of-coffee"),
    ("Prisons held 670 persons on charges of rebellion.", "open:people-on-charges-of-rebellion"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key"), OPEN, ids=lambda each: each[:40])
def test_what_no_phrase_surely_names_stays_open(text: str, key: str) -> None:
    (found,) = [measure for measure, _ in named(text)]
    assert found.startswith("open:")
    assert found == key


def test_an_open_key_survives_small_rewordings() -> None:
    one = named("The firm is building a $3.6 billion container port near Lamu.")
    other = named("In May, the firm began a container port worth over $3.6 billion; a $3.6 billion container port.")
    assert one[0][0] in {key for key, _ in other}


FIELDS = [
    ("Birth rate: 24.48 births/1,000 population (2000 est.)", "population.birth-rate", {}),
    ("GDP - real growth rate: 2.4% (2014 est.)", "gdp.growth", {}),
    ("GDP: purchasing power parity - $116 billion (1999 est.)", "gdp.ppp", {}),
    ("Population: 30,444,999 (July 2015 est.)", "population.total", {}),
    ("Geothermal plants: 14 (2015)", "open:geothermal-plants", {}),
]


@pytest.mark.parametrize(("line", "key", "pairs"), FIELDS)
def test_a_field_is_named_by_its_label(line: str, key: str, pairs: dict[str, str]) -> None:
    lines = "\n".join(["[Facts]", "Capital: Nairobi", line, "Coastline: 536 km", "Heliports: 1 (2010)"])
    assert (key, pairs) in named(lines)


def test_parts_of_a_label_become_dimensions() -> None:
    text = (
        "[People]\nCapital: Nairobi\n"
        "Life expectancy at birth: total population: 70.01 years male: 67.63 years female: 72.5 years (2000 est.)\n"
        "Coastline: 536 km\n"
    )
    assert [pair for pair in named(text) if pair[0] == "life.expectancy"] == [
        ("life.expectancy", {}),
        ("life.expectancy", {"sex": "male"}),
        ("life.expectancy", {"sex": "female"}),
    ]


def test_different_labels_have_different_keys() -> None:
    labels = ["Exports", "Exports - partners", "GDP (official exchange rate)", "GDP - per capita (PPP)", "Airports",
              "Airports - with paved runways", "Telephones - fixed lines", "Telephones - mobile cellular"]  # fmt: skip
    text = "[Facts]\n" + "\n".join(f"{label}: $7.5 billion (2014 est.)" for label in labels) + "\n"
    keys = [key for key, _ in named(text)]
    assert len(keys) == len(set(keys)) == len(labels)


@pytest.mark.parametrize("label", ["<<<<<<<<", "~", "– –"])
def test_a_label_without_a_word_is_no_part(label: str) -> None:
    record = json.dumps({label * 12: {"text": "Trade grew by 4 percent in 2019."}})
    snapshot = read_document(record.encode(), name="x.json", told=Told(subject="kenya"), force=True)
    assert all(value for claim in snapshot.claims for _, value in claim.dimensions)
    validate(encode_snapshot(snapshot), "snapshot", name="x.json")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Private consumption growth fell to 3.5 percent.", "gdp.growth"),
        ("The moving average inflation rate was 3.2 percent.", "inflation.rate"),
        ("Non-food inflation increased to 1.3 percent.", "inflation.food"),
        ("The clinics had a cure rate of 89 percent and a death rate of 0.2 percent.", "population.death-rate"),
        ("The country had a total trade in goods deficit of £4.0 billion.", "trade.two-way"),
    ],
)
def test_a_word_before_the_phrase_makes_another_measure(text: str, expected: str) -> None:
    assert expected not in [key for key, _ in named(text)]


def test_a_share_of_a_count_takes_what_is_said_of_both() -> None:
    told = dict(
        zip(
            ("share", "whole"), named("More than 80 percent of its 29 million people live in rural areas."), strict=True
        )
    )
    assert told["share"][0] == "population.rural"
    assert told["whole"][0] != "population.rural"


def test_a_sign_of_money_names_no_country() -> None:
    text = "GDP growth slowed to 5.8 percent in 2023. Reserves fell to US$20.0 billion from US$24.8 billion, and debt rose to US$9 billion."
    assert [dict(claim.dimensions).get("area") for claim in figures(text, subject="")] == [None] * 4


def test_what_a_figure_is_ranked_among_is_not_its_area() -> None:
    (told,) = named("It hosts 1,573,405 refugees and asylum-seekers, the largest refugee population in Africa.")
    assert told == ("refugees.hosted", {})


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("In the south, 11 million children are in need of humanitarian assistance.", "humanitarian.need"),
        ("Some 3 million children are internally displaced.", "displaced.internal"),
    ],
)
def test_what_is_told_of_children_is_not_told_of_all(text: str, key: str) -> None:
    ((told, pairs),) = named(text)
    assert (told, pairs["population"]) == (key, "child")


@pytest.mark.parametrize(
    ("lead", "sector"),
    [
        ("The bank says", None),
        ("The report notes", None),
        ("Analysts think", None),
        ("The bank says textile", "textile"),
    ],
)
def test_a_verb_of_saying_is_no_sector(lead: str, sector: str | None) -> None:
    (claim,) = read_text(f"{lead} exports rose to $3 billion in 2015.", published="2016-01-01").claims
    assert claim.measure == "trade.exports"
    assert dict(claim.dimensions).get("sector") == sector
