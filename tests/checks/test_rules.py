"""What each rule says, and of what it says nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportdiff.api import read_text
from reportdiff.checks.catalogue import BINDING, RULES
from reportdiff.checks.run import check_draft, check_editions
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding
from reportdiff.model.settings import DEFAULTS, Level

EVERYTHING = replace(DEFAULTS, levels=tuple(sorted((rule.name, Level.INFO) for rule in set(RULES) - BINDING)))
"""Every rule is on, so that what is not told is not found."""


def edition(publisher: str, day: str, text: str) -> Snapshot:
    return read_text(text, subject="utopia", publisher=publisher, published=day)


def found(name: str, findings: tuple[Finding, ...]) -> list[str]:
    return [finding.message for finding in findings if finding.rule.name == name]


STATE = edition("state", "2020-01-25", "The poverty rate was 20.2 percent in 2019.")


@pytest.mark.parametrize(
    ("publisher", "text", "said"),
    [
        (
            "daily",
            "According to the State Department, the poverty rate was 20.2 percent in 2019.",
            "daily credits it to state",
        ),
        ("daily", "The poverty rate was 20.2 percent in 2019.", ""),
        ("daily", "According to the World Bank, the poverty rate was 20.2 percent in 2019.", ""),
        ("daily", "According to the State Department, the poverty rate was 25 percent in 2019.", ""),
        ("state", "According to the State Department, the poverty rate was 20.2 percent in 2019.", ""),
    ],
)
def test_an_agreement_with_an_echo_is_told(publisher: str, text: str, said: str) -> None:
    messages = found(
        "circular-support", check_editions([STATE, edition(publisher, "2020-02-01", text)], EVERYTHING, as_of=None)
    )
    assert len(messages) == bool(said)
    assert all(said in message and "one source, not two" in message for message in messages)


def test_two_that_credit_a_third_are_one_source() -> None:
    text = "According to the World Bank, the poverty rate was 20.2 percent in 2019."
    pair = [edition("state", "2020-01-25", text), edition("daily", "2020-02-01", text)]
    (message,) = found("circular-support", check_editions(pair, DEFAULTS, as_of=None))
    assert "both credit it to World Bank" in message


CREDITED = "According to the State Department, "
AGREEMENTS = [
    ("A quarter of the population lives in poverty.", "a quarter of the population lives in poverty."),
    ("The poverty rate was 20.2 percent in 2019.", "the poverty rate was 20 percent in 2019."),
    ("The poverty rate was 20 percent in 2019.", "the poverty rate was 20.2 percent in 2019."),
]


@pytest.mark.parametrize(("first", "second"), AGREEMENTS)
def test_an_echo_may_repeat_round_or_refine(first: str, second: str) -> None:
    pair = [edition("state", "2020-01-25", first), edition("daily", "2020-02-01", CREDITED + second)]
    (message,) = found("circular-support", check_editions(pair, EVERYTHING, as_of=None))
    assert "daily credits it to state: this is one source, not two (state, 2020-01-25; daily, 2020-02-01)" in message


POVERTY = "the poverty rate was 20.2 percent in 2019."


def crediting(publisher: str, day: str, credited: str) -> Snapshot:
    return edition(publisher, day, f"According to the {credited}, {POVERTY}")


def test_two_that_credit_each_other_are_one_source() -> None:
    pair = [
        crediting("world-bank", "2020-01-25", "International Monetary Fund"),
        crediting("imf", "2020-02-01", "World Bank"),
    ]
    (message,) = found("circular-support", check_editions(pair, DEFAULTS, as_of=None))
    assert "agree, but world-bank credits it to imf and imf credits it to world-bank: this is one source" in message


def test_a_ring_of_three_is_found_between_each_two_and_told_once() -> None:
    ring = [
        crediting("state", "2020-01-25", "CRS"),
        crediting("crs", "2020-02-01", "World Bank"),
        crediting("world-bank", "2020-02-02", "State Department"),
    ]
    assert len(found("circular-support", check_editions(ring, EVERYTHING, as_of=None))) == 1
    pairs = [ring[:2], ring[1:], [ring[2], ring[0]]]
    told = [found("circular-support", check_editions(pair, EVERYTHING, as_of=None)) for pair in pairs]
    assert [message.partition("agree, but ")[2].partition(":")[0] for (message,) in told] == [
        "state credits it to crs",
        "crs credits it to world-bank",
        "world-bank credits it to state",
    ]


def test_two_names_of_a_third_are_one_source() -> None:
    pair = [crediting("state", "2020-01-25", "IMF"), crediting("daily", "2020-02-01", "International Monetary Fund")]
    (message,) = found("circular-support", check_editions(pair, DEFAULTS, as_of=None))
    assert "both credit it to IMF alias International Monetary Fund" in message


def test_an_alias_of_the_settings_names_its_publisher() -> None:
    pair = [edition("inei", "2020-01-25", POVERTY.capitalize()), crediting("daily", "2020-02-01", "Statistics Office")]
    assert found("circular-support", check_editions(pair, DEFAULTS, as_of=None)) == []
    named = replace(DEFAULTS, aliases=(("inei", ("Statistics Office",)),))
    (message,) = found("circular-support", check_editions(pair, named, as_of=None))
    assert "daily credits it to inei" in message
    third = [crediting("state", "2020-01-25", "INEI"), crediting("daily", "2020-02-01", "Statistics Office")]
    assert found("circular-support", check_editions(third, DEFAULTS, as_of=None)) == []
    (message,) = found("circular-support", check_editions(third, named, as_of=None))
    assert "both credit it to INEI alias Statistics Office" in message


def test_a_figure_that_is_only_repeated_is_told_of_neighbouring_editions() -> None:
    text = "About a quarter of the population lives in poverty."
    years = [edition("state", f"{year}-12-31", text) for year in (2019, 2021, 2023)]
    messages = found("carried-over", check_editions(years, DEFAULTS, as_of=None))
    assert [("2019" in each, "2021" in each, "2023" in each) for each in sorted(messages)] == [
        (True, True, False),
        (False, True, True),
    ]
    dated = [
        edition("state", f"{year}-12-31", "In 2018, 25 percent of the population lived in poverty.")
        for year in (2019, 2021)
    ]
    assert found("carried-over", check_editions(dated, EVERYTHING, as_of=None)) == []
    other = [years[0], edition("crs", "2021-12-31", text)]
    assert found("carried-over", check_editions(other, EVERYTHING, as_of=None)) == []


def test_what_the_next_edition_leaves_out_is_told_and_what_gave_way_is_not() -> None:
    old = edition(
        "state", "2020-01-01", "The poverty rate was 20 percent in 2019. The population was 30 million in 2018."
    )
    new = edition("state", "2021-01-01", "The population was 31 million in 2020.")
    (message,) = found("dropped", check_editions([old, new], DEFAULTS, as_of=None))
    assert "poverty rate: 20 percent (2019)" in message
    third = edition("state", "2022-01-01", "The population was 32 million in 2021.")
    assert len(found("dropped", check_editions([old, new, third], DEFAULTS, as_of=None))) == 1
    assert (
        found("dropped", check_editions([old, edition("crs", "2021-01-01", "It is large.")], EVERYTHING, as_of=None))
        == []
    )


def test_a_figure_of_another_year_or_of_no_known_name_was_not_left_out() -> None:
    old = edition(
        "state", "2020-01-01",
        "The population was 29 million in 2010 and 30 million in 2018. The Utopian Mountain Club ran 42 huts in 2018.",
    )  # fmt: skip
    new = edition("state", "2021-01-01", "The population was 31 million in 2020.")
    assert found("dropped", check_editions([old, new], EVERYTHING, as_of=None)) == []


HEDGED = [
    (
        "GDP growth was an estimated 1.1 percent in 2023.",
        "GDP growth was 1.1 percent in 2023.",
        "hedge-dropped",
        "estimated",
    ),
    ("GDP growth was about 2 percent in 2023.", "GDP growth was 2 percent in 2023.", "hedge-dropped", "approximately"),
    (
        "According to the International Monetary Fund, GDP growth was 1.1 percent in 2023.",
        "GDP growth was 1.1 percent in 2023.",
        "attribution-dropped",
        "International Monetary Fund",
    ),
]


@pytest.mark.parametrize(("before", "after", "rule", "said"), HEDGED)
def test_what_held_a_figure_back_and_is_gone(before: str, after: str, rule: str, said: str) -> None:
    old, new = edition("crs", "2024-01-10", before), edition("state", "2024-06-01", after)
    (message,) = found(rule, check_editions([old, new], DEFAULTS, as_of=None))
    assert said in message
    assert message.startswith(
        "GDP growth: 1.1 percent (2023) stands" if "1.1" in after else "GDP growth: 2 percent (2023) stands"
    )
    assert "(crs, 2024-01-10; state, 2024-06-01)" in message
    (message,) = found(rule, check_draft(read_text(after, subject="utopia"), [old], DEFAULTS, as_of=None))
    assert "(crs, 2024-01-10; the draft)" in message
    # The other way round a hedge is put in, and where a later report has none either, nothing was dropped by the draft.
    assert found(rule, check_draft(read_text(before, subject="utopia"), [new], EVERYTHING, as_of=None)) == []
    assert found(rule, check_draft(read_text(after, subject="utopia"), [old, new], EVERYTHING, as_of=None)) == []


DRAFTS = [
    ("Exports to the United States were 8 billion euros in 2015.", "unit-mismatch", "unit (EUR against USD)"),
    ("Exports to the United States were $8 billion in 2015.", "unit-mismatch", None),
    ("The poverty rate among children was 42 percent in 2007.", "scope-mismatch", "population child against the whole"),
    ("The poverty rate was 42 percent in 2007.", "scope-mismatch", None),
    ("The poverty rate among children was 42 percent in 2012.", "scope-mismatch", None),
    ("There are 4,200 clinics.", "unsupported", "4,200 clinics"),
    ("The poverty rate was 42 percent in 2007.", "unsupported", None),
    ("The poverty rate was 30 percent in 2012.", "unsupported", None),
]


@pytest.mark.parametrize(("text", "rule", "said"), DRAFTS)
def test_a_draft_that_cannot_be_held_against_the_store(text: str, rule: str, said: str | None) -> None:
    stored = edition(
        "state",
        "2017-01-25",
        "Exports to the United States were $8.8 billion in 2015. The poverty rate was 42 percent in 2007.",
    )
    messages = found(rule, check_draft(read_text(text, subject="utopia"), [stored], EVERYTHING, as_of=None))
    assert len(messages) == (said is not None)
    assert all(said is not None and said in message for message in messages)


def test_another_unit_is_no_matter_where_the_drafts_own_is_stored_too() -> None:
    euros = edition("daily", "2016-01-01", "Exports to the United States were 8 billion euros in 2015.")
    dollars = edition("state", "2017-01-25", "Exports to the United States were $8.8 billion in 2015.")
    draft = read_text("Exports to the United States were $8.8 billion in 2015.", subject="utopia")
    assert found("unit-mismatch", check_draft(draft, [euros], DEFAULTS, as_of=None)) != []
    assert found("unit-mismatch", check_draft(draft, [euros, dollars], EVERYTHING, as_of=None)) == []


def test_an_undated_figure_that_differs_is_told_once_and_not_where_it_is_stale() -> None:
    stored = [
        edition("state", f"{year}-01-25", "The national highway network has 14,748 km of paved roads.")
        for year in (2017, 2018)
    ]
    draft = read_text("The national highway network has 21,434 km of paved roads.", subject="utopia")
    both = check_draft(draft, stored, DEFAULTS, as_of=None)
    assert len(found("undated", both)) + len(found("stale", both)) == 1


def test_a_fingerprint_tells_subjects_apart() -> None:
    text = "The population was 30 million in 2015."
    pairs = [
        (read_text(text, subject=subject, publisher="a", published="2016-01-01"),
         read_text(text.replace("30", "36"), subject=subject, publisher="b", published="2017-01-01"))
        for subject in ("utopia", "atlantis")
    ]  # fmt: skip
    findings = check_editions([each for pair in pairs for each in pair], DEFAULTS, as_of=None)
    assert [finding.subject for finding in findings].count("utopia") == 1
    assert len({finding.fingerprint for finding in findings}) == len(findings) == 2
