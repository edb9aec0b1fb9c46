"""Events with their dates, holders of offices with their terms, and memberships."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.model.claim import Claim, ClaimKind, EventDate, Holder, Membership


def facts(text: str, kind: ClaimKind, subject: str = "kenya") -> list[Claim]:
    snapshot = read_text(text, subject=subject, publisher="desk", published="2024-03-01")
    return [claim for claim in snapshot.claims if claim.kind is kind]


EVENTS = [
    ("The United States established diplomatic relations with Kenya in 1964.",
     [("diplomatic-relations.established", "1964")]),
    (("The U.S.-Chile Free Trade Agreement (FTA) was signed in June 2003. Ties have deepened with the 2004 entry into "
      "force of the U.S.-Chile FTA."),
     [("free-trade-agreement.signed", "2003-06"), ("free-trade-agreement.in-force", "2004")]),
    ("Trade doubled under the Economic Partnership Agreement, which entered into force in 2016.",
     [("economic-partnership-agreement.in-force", "2016")]),
    ("Under the 2003 Free Trade Agreement, trade grew.", [("free-trade-agreement.dated", "2003")]),
    ("Kenya’s 2010 constitution created counties.", [("constitution.dated", "2010")]),
    ("In October 2020, the two governments signed the Lamu Port Accord.", [("lamu-port-accord.signed", "2020-10")]),
    ("Its scholars study through the Fulbright Program, founded in 1946.", [("fulbright-program.founded", "1946")]),
    ("Kenya gained independence from the United Kingdom in 1963.", [("independence", "1963")]),
    ("The current constitution was adopted in August 2010.", [("constitution.adopted", "2010-08")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EVENTS, ids=lambda each: each[:40] if isinstance(each, str) else "")
def test_events(text: str, expected: list[tuple[str, str]]) -> None:
    values = [claim.value for claim in facts(text, ClaimKind.DATE)]
    assert sorted((value.event, value.date) for value in values if isinstance(value, EventDate)) == sorted(expected)


NO_EVENTS = [
    "They commemorate the 100th anniversary of the establishment of U.S.-Albania relations in 2022.",
    "The trade balance went from a surplus in 1993 (the year before the pact entered into force) to a deficit in 2025.",
    "Judicial independence improved in 2018.",
    "The parties signed an agreement in 2019.",
    "Leaders endorsed the 2050 Blue Pacific Strategy and Declaration.",
    "It was established in 2013 under an Act of Parliament.",
    "Kenya has not yet ratified the Lamu Port Accord as of 2022.",
    "President Jane Kamau was inaugurated on 13 September 2022.",
    "In 2019, the ministry withdrew its ratification of the Test Ban Treaty in November 2023.",
]


@pytest.mark.parametrize("text", NO_EVENTS, ids=lambda each: each[:40])
def test_what_is_no_event(text: str) -> None:
    assert facts(text, ClaimKind.DATE) == []


HOLDERS = [
    ("Dr Jane Kamau became Prime Minister on 7 November 2018 after her party won.",
     [("prime-minister", "Jane Kamau", "2018-11-07", None)]),
    ("Jane Kamau was sworn in as Prime Minister on 28 January 2024.",
     [("prime-minister", "Jane Kamau", "2024-01-28", None)]),
    ("Jane Kamau has been President since 10 July 2003; the next vote is due in 2024.",
     [("president", "Jane Kamau", "2003-07-10", None)]),
    ("Jane Kamau is Vice-President.", [("vice-president", "Jane Kamau", None, None)]),
    ("The President is Jane Kamau, in office since 11 March 2016.",
     [("president", "Jane Kamau", "2016-03-11", None)]),
    ("Her Majesty Jane Kamau Otieno, the fifth Mother of the Lake, has been head of state since December 2006.",
     [("head-of-state", "Jane Kamau Otieno", "2006-12", None)]),
    ("The Minister of Water is Jane Kamau. The Minister for Trade, Industry and Labour is Peter Otieno.",
     [("minister-of-water", "Jane Kamau", None, None),
      ("minister-of-trade-industry-and-labour", "Peter Otieno", None, None)]),
    ("The Chief Executive is Jane Kamau. The Managing Director is Peter Otieno.",
     [("chief-executive", "Jane Kamau", None, None), ("managing-director", "Peter Otieno", None, None)]),
    ("President Ollanta Humala has been in office since July 2011, and his term expires in July 2016.",
     [("president", "Ollanta Humala", "2011-07", None), ("president", "Ollanta Humala", "2011-07", "2016-07")]),
    ("The U.S. Ambassador to Kenya is Margaret C. Whitman; other officials are listed.",
     [("ambassador", "Margaret C. Whitman", None, None)]),
    ("After the vote, Vice President Joyce Banda became Malawi’s first woman president.",
     [("president", "Joyce Banda", None, None)]),
    ("It was written under President Daniel arap Moi (1978-2002).", [("president", "Daniel arap Moi", "1978", "2002")]),
    ("Former president Ollanta Humala (2011-16) was jailed.", [("president", "Ollanta Humala", "2011", "2016")]),
    ("General elections in August 2022 brought to office President William Ruto, of the UDA party.",
     [("president", "William Ruto", "2022-08", None)]),
    ("It followed the removal of Prime Minister Imran Khan in April 2022.",
     [("prime-minister", "Imran Khan", None, "2022-04")]),
    ("Chancellor Angela Merkel resigned in December 2021.", [("chancellor", "Angela Merkel", None, "2021-12")]),
    ("King Felipe Juan (since 19 June 2014) is head of state.", [("monarch", "Felipe Juan", "2014-06-19", None)]),
    ("President Ruto met Secretary of State Antony Blinken in 2023.", []),
    ("Daniel Francis Annan has been prime minister since May 2022.",
     [("prime-minister", "Daniel Francis Annan", "2022-05", None)]),
    ("In 2022, Gustavo Petro was elected president.", [("president", "Gustavo Petro", "2022", None)]),
    ("Gustavo Petro, a former guerrilla, was elected president in June 2022.",
     [("president", "Gustavo Petro", "2022-06", None)]),
    ("General Pervez Musharraf became president in June 2001.", [("president", "Pervez Musharraf", "2001-06", None)]),
    ("Luis Arce was president from 2020 to 2025.", [("president", "Luis Arce", "2020", "2025")]),
    ("Luis Arce served as finance minister until 2019.", [("finance-minister", "Luis Arce", None, "2019")]),
    ("The country's president, Daniel Noboa, declared an emergency.", [("president", "Daniel Noboa", None, None)]),
    ("Prime Minister Kaja Kallas resigned in July 2023 and was succeeded by Kristen Michal.",
     [("prime-minister", "Kaja Kallas", None, "2023-07"), ("prime-minister", "Kristen Michal", "2023-07", None)]),
    ("Ursula von der Leyen succeeded President Jean-Claude Juncker in December 2019.",
     [("president", "Ursula von der Leyen", "2019-12", None)]),
    ("Rishi Sunak became prime minister after serving as chancellor from 2020.",
     [("prime-minister", "Rishi Sunak", None, None)]),
    ("Javier Milei was elected president in November 2023. Prices fell by half. Mr Milei's term runs until December 2027.",
     [("president", "Javier Milei", "2023-11", None), ("president", "Javier Milei", "2023-11", "2027-12")]),
    ("Ajay Banga became president of the World Bank in 2023.", []),
    ("South Africa became president of the G20 in 2025.", []),
    ("The former president, Evo Morales, left the country.", []),
    ("Former President Jane Kamau ruled from 1978 to 2002.", [("president", "Jane Kamau", "1978", "2002")]),
    ("The late Prime Minister Peter Otieno served from May 2008 until his death in June 2013.",
     [("prime-minister", "Peter Otieno", "2008-05", "2013-06")]),
    ("President Jane Kamau was elected in 2007 and stepped down in 2013.",
     [("president", "Jane Kamau", "2007", "2013")]),
    ("Jane Kamau became president in 2007 and served until 2013.", [("president", "Jane Kamau", "2007", "2013")]),
    ("Former Prime Minister Peter Otieno was elected in 2008.", []),
    ("President Jane Kamau, who had been elected in 2007, lost the vote.", []),
    ("The first president, Peter Otieno, was overthrown in 1978.", [("president", "Peter Otieno", None, "1978")]),
    ("The first president, Peter Otieno, wrote the anthem.", []),
    ("The head of government is Prime Minister Peter Otieno (since 9 May 2013).",
     [("head-of-government", "Peter Otieno", "2013-05-09", None),
      ("prime-minister", "Peter Otieno", "2013-05-09", None)]),
    ("The Secretary-General is Jane Kamau, who took office on 1 January 2017.",
     [("secretary-general", "Jane Kamau", "2017-01-01", None)]),
    ("Acting President Jane Kamau was sworn in on February 5.", [("president", "Jane Kamau", "2024-02-05", None)]),
    ("Interim President Jane Kamau took office on 9 May.", [("president", "Jane Kamau", "2023-05-09", None)]),
    ("After the vote of 2017, President Jane Kamau was sworn in on 9 May.", []),
    ("President Jane Kamau was sworn in on 31 February.", []),
    ("Ambassador Meg Otieno, who presented her credentials on 5 August 2022, leads the mission.",
     [("ambassador", "Meg Otieno", "2022-08-05", None)]),
    ("Kenya’s Minister of Water, J. M. Kamau, opened the dam.", [("minister-of-water", "J. M. Kamau", None, None)]),
    ("The Minister of Finance, Peter Otieno, resigned in June 2022.",
     [("finance-minister", "Peter Otieno", None, "2022-06")]),
    ("The former Minister of Water, Jane Kamau, was tried.", []),
    ("The Minister of Trade, Regional Integration, and Industry, Jane Kamau, spoke.", []),
    ("The Prime Minister, Jane Kamau, has been in office since 2019.", [("prime-minister", "Jane Kamau", "2019", None)]),
    ("The Prime Minister, Foreign Minister, and Finance Minister resigned.", []),
    ("President Jane Kamau appointed Peter Otieno to the court in May 2022.", []),
    ("President Jane Kamau dismissed the cabinet in May 2022.", []),
    ("President Jane Kamau inaugurated the port in May 2022.", []),
    ("President Jane Kamau was named chair of the African Union in 2020.", []),
    ("President Jane Kamau served as vice president from 2010 to 2014.",
     [("vice-president", "Jane Kamau", "2010", "2014")]),
    ("Lake Bank President Jane Kamau took office in June 2023.", []),
    ("It praised Lake Bank President Jane Kamau (2016-2020).", []),
    ("The President of the Lake Bank is Jane Kamau.", []),
    ("The U.S. Ambassador to the United Nations is Meg Otieno.", []),
    ("The bank’s president, Jane Kamau, resigned.", []),
    ("Deputy Foreign Minister Jane Kamau took office in 2020.", []),
    ("The Speaker of the National Assembly is Jane Kamau.", [("speaker", "Jane Kamau", None, None)]),
    ("A critic of Luis Arce was elected president in 2025.", []),
    ("Jair Bolsonaro could become president in 2026.", []),
    ("Luis Arce was president when the pact was signed in 2021.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HOLDERS, ids=lambda each: each[:40] if isinstance(each, str) else "")
def test_holders(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    values = [claim.value for claim in facts(text, ClaimKind.HOLDER)]
    assert [(v.office, v.person, v.since, v.until) for v in values if isinstance(v, Holder)] == expected


OF_OTHER_COUNTRIES = [
    ("In Brazil, Luiz Inácio Lula da Silva was elected president in October 2022.", "BRA"),
    ("Michel Barnier was appointed prime minister of France in September 2023.", "FRA"),
    ("Luis Arce was elected president of the republic in October 2020.", None),
    ("The French Minister of Water, Jane Kamau, spoke.", "FRA"),
]


@pytest.mark.parametrize(("text", "area"), OF_OTHER_COUNTRIES, ids=lambda each: str(each)[:40])
def test_whose_office_it_is(text: str, area: str | None) -> None:
    (claim,) = facts(text, ClaimKind.HOLDER)
    assert dict(claim.dimensions).get("area") == area


def test_an_ambassador_with_credentials_has_a_partner() -> None:
    (claim,) = facts("U.S. Ambassador Meg Otieno presented her credentials on August 5, 2022.", ClaimKind.HOLDER)
    assert isinstance(claim.value, Holder)
    assert (claim.value.person, claim.value.since) == ("Meg Otieno", "2022-08-05")
    assert dict(claim.dimensions) == {"partner": "USA"}


def test_a_surname_stands_for_the_full_name() -> None:
    text = "President Martin Vizcarra assumed office in March 2018. President Vizcarra was removed in November 2020."
    people = [claim.value.person for claim in facts(text, ClaimKind.HOLDER) if isinstance(claim.value, Holder)]
    assert people == ["Martin Vizcarra", "Martin Vizcarra"]


def test_the_party_in_power() -> None:
    (claim,) = facts("The ruling party currently is the center-right Free Kenya party.", ClaimKind.HOLDER)
    assert isinstance(claim.value, Holder)
    assert (claim.value.office, claim.value.organization) == ("ruling-party", "Free Kenya")


MEMBERSHIPS = [
    (("Kenya and the United States belong to a number of the same international organizations, including the United "
      "Nations, International Monetary Fund, World Bank, and World Trade Organization."),
     [("Kenya", "United Nations", "belongs"), ("Kenya", "International Monetary Fund", "belongs"),
      ("Kenya", "World Bank", "belongs"), ("Kenya", "World Trade Organization", "belongs")]),
    ("They share a commitment in NATO, which Albania joined in 2009.", [("Albania", "NATO", "joined")]),
    ("Kenya joined the East African Community in 2000.", [("Kenya", "East African Community", "joined")]),
    ("The United Kingdom withdrew from the European Union in 2020.", [("United Kingdom", "European Union", "left")]),
    ("Kenya is a founding member of the Partnership for Atlantic Cooperation.",
     [("Kenya", "Partnership for Atlantic Cooperation", "belongs")]),
    ("The country is a member of the Commonwealth of Nations and the World Trade Organization.",
     [("Kenya", "Commonwealth of Nations", "belongs"), ("Kenya", "World Trade Organization", "belongs")]),
    ("It is a member of COMESA, the WTO and the African Union, and has 54 million people.",
     [("Kenya", "COMESA", "belongs"), ("Kenya", "WTO", "belongs"), ("Kenya", "African Union", "belongs")]),
    ("Uganda grew quickly. It is a member of the African Union.", []),
    ("Kenya is a member of the Conference of African, Asian and Pacific States, and the African Union.",
     [("Kenya", "Conference of African, Asian and Pacific States", "belongs"), ("Kenya", "African Union", "belongs")]),
    ("Qatar left OPEC in January 2019.", [("Qatar", "OPEC", "left")]),
    ("Britain left the European Union on 31 January 2020.", [("United Kingdom", "European Union", "left")]),
    ("France left Mali in 2022, and Kenya left Lamu in 2021.", []),
    ("Kenya joined the United States in condemning the attack.", []),
    ("Members of Congress visited Kenya.", []),
    ("It joined the Arab League in 1977, the WTO in 1995 and the Lake Basin Commission Council in 2004.",
     [("Kenya", "Arab League", "joined"), ("Kenya", "WTO", "joined"),
      ("Kenya", "Lake Basin Commission Council", "joined")]),
    ("Kenya joined the African Union and the World Trade Organization in 1995.",
     [("Kenya", "African Union", "joined"), ("Kenya", "World Trade Organization", "joined")]),
    ("Kenya, a founding member of COMESA and of the African Union, hosts both.",
     [("Kenya", "COMESA", "belongs"), ("Kenya", "African Union", "belongs")]),
    ("Qatar, a member of OPEC, sells gas.", [("Qatar", "OPEC", "belongs")]),
    ("Peter Otieno, a member of the Lake Party, spoke in Kenya.", []),
    ("Kenya, a former member of the Lake Union, trades.", []),
    ("Kenya is not a member of OPEC, and does not belong to the Arab League.", []),
    ("Kenya is not a party to the Ottawa Treaty.", []),
    ("Kenya is negotiating its accession to the Lake Union.", []),
    ("Kenya has never joined OPEC, nor has it acceded to the Ottawa Convention.", []),
    ("Kenya considered joining the Lake Union in 2019.", []),
    ("Kenya threatened to quit the African Union in 2019.", []),
    ("Kenya applied for membership in the Lake Union.", []),
    ("Kenya’s membership in the African Union was suspended in 2020.", []),
    ("Kenya may follow; Uganda joined the Lake Union in 2021.", [("Uganda", "Lake Union", "joined")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEMBERSHIPS, ids=lambda each: each[:40] if isinstance(each, str) else "")
def test_memberships(text: str, expected: list[tuple[str, str, str]]) -> None:
    values = [claim.value for claim in facts(text, ClaimKind.MEMBERSHIP)]
    assert [(v.member, v.set, v.state) for v in values if isinstance(v, Membership)] == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Kenya joined the Lake Union and printed a currency of its own in 2007.", "2024-03-01"),
        ("Kenya joined the Lake Union, with its neighbours, in 2007.", "2007-01-01"),
        ("Kenya is joining the Lake Union.", "2024-03-01"),
    ],
)
def test_when_it_was_joined(text: str, period: str) -> None:
    (claim,) = facts(text, ClaimKind.MEMBERSHIP)
    assert str(claim.period.start) == period


def test_a_quote_is_at_its_place() -> None:
    text = "Kenya joined the East African Community in 2000. President William Ruto took office in September 2022."
    snapshot = read_text(text, subject="kenya", publisher="desk", published="2024-03-01")
    assert snapshot.text is not None
    for claim in snapshot.claims:
        assert snapshot.text[claim.position.start : claim.position.end] == claim.quote.exact


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Capital: Nairobi\nPrime Minister: James Marape\n", [("prime-minister", "James Marape")]),
        ("Head of State: HM King Charles III\n", [("head-of-state", "King Charles III")]),
        ("Officials\n\n- Ambassador to Kenya: Meg Whitman\n", [("ambassador", "Meg Whitman")]),
        ("Minister of Home Affairs: Jane Kamau\n", [("minister-of-home-affairs", "Jane Kamau")]),
        ("Rector: Jane Kamau\n", [("rector", "Jane Kamau")]),
        ("Prime Minister: Cabinet appointed by parliament\n", []),
    ],
)
def test_a_field_of_an_office_holds_its_holder(text: str, told: list[tuple[str, str]]) -> None:
    holders = [claim.value for claim in facts(f"KENYA\n\n{text}", ClaimKind.HOLDER)]
    assert [(held.office, held.person) for held in holders if isinstance(held, Holder)] == told
