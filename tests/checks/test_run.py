"""What the checks remark upon, and what they must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportdiff.api import read_text
from reportdiff.checks.run import check_draft, check_editions
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding
from reportdiff.model.settings import DEFAULTS, Level


def edition(publisher: str, day: str, text: str) -> Snapshot:
    return read_text(text, subject="utopia", publisher=publisher, published=day)


def names(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule.name for finding in findings]


STATE = edition("state", "2017-01-25", "Two-way trade with the United States was $14 billion in 2015.")
PAIRS = [
    ("Two-way trade with the United States was $16.5 billion in 2015.", ["contradiction-across-editions"]),
    ("Two-way trade with the United States was $16.5 billion in 2017.", []),
    ("Two-way trade with the United States was about $14 billion in 2015.", []),
    ("Two-way trade with the United States was over $13 billion in 2015.", []),
    ("Two-way trade with the United States was 16.5 billion euros in 2015.", []),
    ("Exports to the United States were $16.5 billion in 2015.", []),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_two_publishers(text: str, expected: list[str]) -> None:
    census = edition("census", "2018-03-01", text)
    assert names(check_editions([STATE, census], DEFAULTS, as_of=None)) == expected
    assert names(check_editions([census, STATE], DEFAULTS, as_of=None)) == expected


def test_a_later_edition_of_one_document_revises() -> None:
    later = edition("state", "2018-01-25", "Two-way trade with the United States was $14.8 billion in 2015.")
    (finding,) = check_editions([STATE, later], DEFAULTS, as_of=None)
    assert (finding.rule.name, finding.level) == ("revision", Level.WARNING)
    assert finding.where == "utopia/state-2018-01-25"


def test_one_edition_that_contradicts_itself() -> None:
    text = "The poverty rate was 20 percent in 2019. Overall, the poverty rate was 31 percent in 2019."
    findings = check_editions([edition("state", "2020-01-01", text)], DEFAULTS, as_of=None)
    assert names(findings) == ["contradiction-within-edition"]


def test_both_statements_are_in_the_finding_with_who_says_them() -> None:
    census = edition("census", "2018-03-01", PAIRS[0][0])
    (finding,) = check_editions([STATE, census], DEFAULTS, as_of=None)
    assert finding.old is not None
    assert finding.new is not None
    assert (finding.old.claim.quote.exact, finding.new.claim.quote.exact) == ("$14 billion", "$16.5 billion")
    assert "state, 2017-01-25" in finding.message
    assert "census, 2018-03-01" in finding.message


def test_what_concerns_the_base_alone_is_not_looked_at() -> None:
    census = edition("census", "2018-03-01", PAIRS[0][0])
    other = edition("usaid", "2019-01-01", "The poverty rate was 20 percent in 2018.")
    assert check_editions([other], DEFAULTS, as_of=None, base=[STATE, census]) == ()
    assert names(check_editions([census], DEFAULTS, as_of=None, base=[STATE, other])) == [
        "contradiction-across-editions"
    ]


def test_settings_change_levels_and_switch_rules_off() -> None:
    census = edition("census", "2018-03-01", PAIRS[0][0])
    milder = replace(DEFAULTS, levels=(("contradiction-across-editions", Level.INFO),))
    assert [each.level for each in check_editions([STATE, census], milder, as_of=None)] == [Level.INFO]
    off = replace(DEFAULTS, levels=(("RD102", Level.NONE),))
    assert check_editions([STATE, census], off, as_of=None) == ()


def test_a_fingerprint_does_not_depend_on_wording_or_order() -> None:
    census = edition("census", "2018-03-01", PAIRS[0][0])
    reworded = edition("census", "2018-03-01", "In 2015, two-way trade with the United States was $16.5 billion.")
    first, second = (check_editions([STATE, each], DEFAULTS, as_of=None)[0] for each in (census, reworded))
    assert first.fingerprint == second.fingerprint


USAID = edition("usaid", "2022-04-26", "Today, 20 percent of the population lives in poverty.")
DRAFTS = [
    ("About a quarter of the population lives in poverty.", ["stale"]),
    ("About a fifth of the population lives in poverty.", []),
    ("In 2016, about a quarter of the population lived in poverty.", []),
    ("Two-way trade with the United States was $16.5 billion in 2015.", ["contradiction-across-editions"]),
    ("Two-way trade with the United States was $14 billion in 2015.", []),
]


@pytest.mark.parametrize(("text", "expected"), DRAFTS)
def test_a_draft_against_the_store(text: str, expected: list[str]) -> None:
    draft = read_text(text, subject="utopia")
    assert names(check_draft(draft, [STATE, USAID], DEFAULTS, as_of=None)) == expected


def test_what_was_not_known_by_a_day_is_not_held_against_a_draft() -> None:
    draft = read_text(DRAFTS[0][0], subject="utopia")
    assert names(check_draft(draft, [STATE, USAID], DEFAULTS, as_of=date(2020, 1, 1))) == []
    assert names(check_draft(draft, [STATE, USAID], DEFAULTS, as_of=date(2022, 4, 26))) == ["stale"]


def test_the_newest_report_decides_over_one_that_it_corrects() -> None:
    census = edition("census", "2018-03-01", PAIRS[0][0])
    draft = read_text(PAIRS[0][0], subject="utopia")
    assert check_draft(draft, [STATE, census], DEFAULTS, as_of=None) == ()


def test_a_term_that_is_over_is_remarked_upon_and_one_told_as_past_is_not() -> None:
    text = "President Thomas More has been in office since July 2016, and his term expires in July 2021."
    draft = read_text(text, subject="utopia")
    assert names(check_draft(draft, [STATE, USAID], DEFAULTS, as_of=None)) == ["expired"]
    assert names(check_draft(draft, [STATE], DEFAULTS, as_of=None)) == []
    past = read_text("The constitution was written under President Thomas More (1990-2000).", subject="utopia")
    assert names(check_draft(past, [STATE, USAID], DEFAULTS, as_of=None)) == []


def test_a_holder_and_a_membership_that_were_overtaken_are_stale() -> None:
    stored = edition(
        "crs", "2024-01-10", "The Prime Minister is Jane Roe. Utopia withdrew from the Andean Community in 2019."
    )
    text = "The Prime Minister is John Doe. Utopia is a member of the Andean Community."
    (finding,) = check_draft(read_text(text, subject="utopia"), [stored], DEFAULTS, as_of=None)
    assert finding.rule.name == "stale"
    assert "John Doe (undated) is overtaken by Jane Roe" in finding.message
    assert check_draft(read_text("The Prime Minister is Jane Roe."), [stored], DEFAULTS, as_of=None) == ()
    assert check_draft(read_text("The Finance Minister is John Doe."), [stored], DEFAULTS, as_of=None) == ()
