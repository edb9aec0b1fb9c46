"""Each of the words that join figures to each other, to their nouns and to their times; published May 1, 2023."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.model.period import Basis
from reportdiff.model.quantity import Quantity


def figures_of(text: str) -> list[tuple[str, str, str]]:
    """Each figure as its amount, its unit and the years that it is about, ``-`` where the text states none."""
    claims = [claim for claim in read_text(text, published="2023-05-01").claims if isinstance(claim.value, Quantity)]
    return [
        (
            str(claim.value.amount),
            claim.value.unit,
            f"{claim.period.start:%Y} {claim.period.end:%Y}" if claim.period.basis is Basis.STATED else "-",  # type: ignore[str-format]
        )
        for claim in claims
        if isinstance(claim.value, Quantity)
    ]


def units(text: str) -> list[str]:
    return [f"{amount} {unit}" for amount, unit, _ in figures_of(text)]


def years(text: str) -> list[str]:
    return [f"{amount} {days}" for amount, _, days in figures_of(text)]


JOINTS = [
    ",", " and", ", and", " or", ", or", " but", ", but", " versus", ", compared with", " compared to", ", against", ", and by", " to",
    " and then to", ", then",
]  # fmt: skip


@pytest.mark.parametrize("joint", JOINTS)
def test_a_unit_is_handed_back_over(joint: str) -> None:
    assert units(f"It rose 30{joint} 50 percent in turn.")[0] in ("30 percent", "30 percent-change")


ONWARD = [
    " and to", ", compared to", " compared with", " against", " versus", ", up from", " down from", " from",
    " of adults to", " in the north, against", " in 2009, and", " in 2009 to", " for women versus", " during 2009, from",
    " as of 2009 against", " at home compared with", " in 2009, compared to", " in 2009, up from", " in 2009 down from",
]  # fmt: skip


@pytest.mark.parametrize("joint", ONWARD)
@pytest.mark.parametrize("hedge", ["", "about ", "nearly ", "just over "])
def test_a_unit_is_handed_on_over(joint: str, hedge: str) -> None:
    assert [each.split()[1] for each in units(f"The share was 30 percent{joint} {hedge}50.")] == ["percent", "percent"]


@pytest.mark.parametrize("between", ["of the", "of its", "of his", "of her", "of their", "of all", "of a total of", "of some", "of",
                                     "out of the", "out of", "of Utopia’s", "of Utopia's"])  # fmt: skip
def test_a_part_of_what_is_counted(between: str) -> None:
    assert units(f"It lost 9 {between} 11 ships.") == ["9 count", "11 count"]


@pytest.mark.parametrize("behind", [".", ", then", "; so", ") so", " of which", " of those", " of these",
                                    " of whom", " wounded", " in it", " who left"])  # fmt: skip
def test_a_number_alone_has_the_noun_before_it(behind: str) -> None:
    assert units(f"It killed 17 people and hurt 63{behind}")[:2] == ["17 person", "63 person"]


@pytest.mark.parametrize("of", ["Of the", "Of these", "Of those", "Of its", "Of their", "Of all"])
@pytest.mark.parametrize("number", ["", " 2,400"])
def test_an_opening_noun_is_divided(of: str, number: str) -> None:
    told = units(f"{of}{number} ports, 1,100 were closed and 1,300 remained.")
    assert told[-2:] == ["1100 count", "1300 count"]


@pytest.mark.parametrize("base", ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty"])
@pytest.mark.parametrize("joint", ["in", "out of", "in every", "out of every"])
def test_one_in_so_many(base: str, joint: str) -> None:
    (told,) = units(f"Two {joint} {base} adults smoke.")
    assert told.endswith(" percent")


@pytest.mark.parametrize("base", ["3", "4", "5", "6", "7", "8", "9", "10", "20", "100", "1,000"])
@pytest.mark.parametrize("joint", ["in", "out of", "in every", "out of every"])
def test_digits_in_so_many(base: str, joint: str) -> None:
    (told,) = units(f"About 2 {joint} {base} adults smoke.")
    assert told.endswith(" percent")


@pytest.mark.parametrize(
    "text",
    [
        "About 2 in 11 adults smoke.",
        "It won 3 of 10 games.",
        "About 9 in 7 adults smoke.",
        "Seven in three adults smoke.",
        "Five in five adults smoke.",
        "About 7 in 7 adults smoke.",
    ],
)
def test_what_is_no_such_share(text: str) -> None:
    assert not any(told.endswith("percent") for told in units(text))


@pytest.mark.parametrize("prefix", ["under-", "Under-", "over-", "Over-"])
def test_a_group_by_its_age_is_no_figure(prefix: str) -> None:
    assert units(f"{prefix}five mortality fell.") == units(f"We see {prefix}60 mortality.") == []


@pytest.mark.parametrize("of", ["the", "its", "his", "her", "their", "our", "these", "those", "all", "some"])
def test_what_stands_behind_of_is_counted(of: str) -> None:
    assert units(f"It closed 5 of {of} ports.") == ["5 count"]
    assert units(f"It closed dozens of {of} ports.") == ["12 count"]


@pytest.mark.parametrize("per", ["a year", "per month", "each week", "every day", "per hour", "annually", "daily"])
def test_a_rate_behind_what_is_counted(per: str) -> None:
    claims = read_text(f"It mines 5 tons of copper ore {per}.", published="2023-05-01").claims
    expected = {"annually": "year", "daily": "day"}.get(per, per.rpartition(" ")[2])
    assert [claim.value.per for claim in claims if isinstance(claim.value, Quantity)] == [expected]


@pytest.mark.parametrize("joint", ["but", "while", "whereas"])
def test_another_clause_has_another_time(joint: str) -> None:
    assert years(f"It sold 9 ships in 2015, {joint} 22 boats are left.") == ["9 2015 2015", "22 -"]


SAYING = [
    "estimates",
    "estimate",
    "estimated",
    "reports",
    "reported",
    "said",
    "says",
    "stated",
    "states",
    "attributes",
    "puts",
]


@pytest.mark.parametrize("verb", SAYING)
def test_another_source_has_another_time(verb: str) -> None:
    assert years(f"It sold 9 ships in 2015; the bank {verb} 22 ships.")[-1] == "22 -"


@pytest.mark.parametrize("joint", ["versus", "compared with", "compared to", "up from", "down from"])
def test_what_a_figure_is_held_against_does_not_date_it(joint: str) -> None:
    assert years(f"The share is 9 percent, {joint} 22 percent in 2015.") == ["9 -", "22 2015 2015"]


@pytest.mark.parametrize("words", ["as low as ", "as little as ", "as few as ", "about ", "the ", "its ", "a ", "the existing ", "its current ",
                                   "the present ", "the previous ", "the prior ", "a former ", "the original ", "an initial "])  # fmt: skip
def test_what_may_stand_behind_from(words: str) -> None:
    assert years(f"It rose from {words}9 percent to 22 percent between 2009 and 2015.") == [
        "9 2009 2009",
        "22 2015 2015",
    ]


@pytest.mark.parametrize("words", ["a record ", "a high ", "a low ", "a total ", "a record of ", "a high of ", "a low of ", "a total of ", "about ",
                                   "nearly "])  # fmt: skip
def test_what_may_stand_behind_to(words: str) -> None:
    assert years(f"It rose from 9 percent to {words}22 percent between 2009 and 2015.") == [
        "9 2009 2009",
        "22 2015 2015",
    ]


def test_a_source_named_first_has_a_time_of_its_own() -> None:
    assert years("It sold 9 ships in 2015; according to the bank, 22 ships.") == ["9 2015 2015", "22 -"]


@pytest.mark.parametrize("time", ["since 2020", "over the past two years", "from 2020 to 2022"])
def test_a_list_of_nouns_shares_its_window(time: str) -> None:
    (told,) = years(f"It has had 9 courses, books and training sites {time}.")
    assert told != "9 -"


FORECASTS = [
    "forecast",
    "forecasts",
    "projection",
    "projections",
    "estimate",
    "estimates",
    "outlook",
    "budget",
    "target",
    "prediction",
]


@pytest.mark.parametrize("word", FORECASTS)
def test_both_ends_of_a_changed_forecast_are_of_its_year(word: str) -> None:
    assert years(f"It cut its {word} for 2024 from 9 to 7 percent.") == ["9 2024 2024", "7 2024 2024"]


RECORDS = """highest lowest weakest strongest biggest largest smallest greatest fastest slowest sharpest steepest deepest longest
shortest earliest most least worst best first latest""".split()


@pytest.mark.parametrize("word", RECORDS)
def test_the_start_of_a_record_dates_nothing(word: str) -> None:
    assert years(f"It was the {word} since 2009, at 5 percent.") == ["5 -"]
    assert years(f"It had the {word} level of all since 2009, at 5 percent.") == ["5 -"]


NUMBERS = ["number", "level", "rate", "amount", "figure", "total", "size", "share", "number of", "average rate"]


@pytest.mark.parametrize("what", NUMBERS)
@pytest.mark.parametrize("whose", ["the", "its", "that", "their"])
def test_the_time_of_what_is_multiplied_is_not_that_of_the_multiple(what: str, whose: str) -> None:
    assert years(f"It is double {whose} {what} in 2020.")[:1] in (["2 -"], [])


@pytest.mark.parametrize("who", ["which", "who", "where", "whose men", "whom it knew"])
def test_the_time_of_a_relative_clause_stays_in_it(who: str) -> None:
    assert years(f"The bank, {who} opened in 1991, has 220 members.") == ["220 -"]


@pytest.mark.parametrize(
    "verb", ["was", "were", "is", "are", "of", "totaled", "reached", "stood at", "came to", "amounted to"]
)
def test_a_bracket_dates_the_value_behind_it(verb: str) -> None:
    assert years(f"Its share (2009) {verb} 9 percent.") == ["9 2009 2009"]
    assert years(f"Its share (2009) {verb} about 9 percent.") == ["9 2009 2009"]
    assert years(f"Its share (2009) x{verb} 9 percent.") == ["9 -"]


@pytest.mark.parametrize("opening", ["in", "In", "for", "on", "during", "at the end of", "as of"])
def test_a_time_close_behind_a_figure(opening: str) -> None:
    assert years(f"It sold 9 ships {opening} 2009.") == ["9 2009 2009"]


@pytest.mark.parametrize("joint", [", which", ", who", ", but", ", while", ", and lasted"])
def test_another_clause_keeps_a_window_to_itself(joint: str) -> None:
    assert years(f"It has 9 ships{joint} sailed since 2020.") in (["9 -"], ["9 2020 2023"])
    assert years("It has 9 ships, boats and planes since 2020.") == ["9 2020 2023"]
