"""What is no finding, and what is one all the same: technical changes, undated texts, claims without figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.api import read_text
from reportdiff.checks import arithmetic
from reportdiff.checks.aliases import fingerprints_of, keys_in
from reportdiff.checks.figures import check_edition, check_succession
from reportdiff.checks.findings import fingerprint_of, say_snapshot
from reportdiff.checks.framing import find_lost_hedge
from reportdiff.checks.levels import level_of
from reportdiff.checks.run import check_draft, check_editions, look_at_editions
from reportdiff.checks.scopes import check_scopes
from reportdiff.compare.diff import diff_snapshots
from reportdiff.compare.reading.intervals import interval_of
from reportdiff.compare.reading.periods import Relation, relate
from reportdiff.compare.verdicts.figures import compare_figures
from reportdiff.compare.verdicts.moves import delta_of
from reportdiff.compare.verdicts.standing import Observation, Standing, judge_standing
from reportdiff.model.claim import Characterization, Claim, ClaimKind, Membership
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Place
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.model.settings import DEFAULTS, Level, LevelsFor
from reportdiff.store.snapshots import find_store
from tests.compare.writing import figure, period, quantity, snapshot


def edition(publisher: str, day: str | None, text: str) -> Snapshot:
    return read_text(text, subject="utopia", publisher=publisher, published=day)


def names(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule.name for finding in findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Inflation was 5.1% in 2015. Inflation was 7.4% in 2015.", 1),
        ("Inflation was 5.1% in 2015. Inflation was 5.1% in 2015.", 0),
        ("Inflation was an estimated 5.1% in 2015. Inflation was an estimated 7.4% in 2015.", 0),
        ("According to the World Bank, inflation was 5.1% in 2015. According to the United Nations, inflation was 7.4% in 2015.", 0),
    ],
)  # fmt: skip
def test_two_sources_or_estimates_that_differ_in_one_text_are_no_contradiction(text: str, found: int) -> None:
    assert len(list(check_edition(edition("crs", "2016-01-01", text)))) == found


OLD = edition("crs", "2022-01-10", "The population is 32.1 million. The poverty rate is 20.2%.")
NEW = edition("crs", "2024-01-10", "The population is 32.1 million.")


def test_what_a_next_edition_repeats_or_leaves_out_is_told_unless_the_program_itself_changed() -> None:
    diff = diff_snapshots(OLD, NEW)
    assert sorted(each.rule.name for each in check_succession(diff)) == ["carried-over", "dropped"]
    technical = replace(diff, changes=tuple(replace(each, technical=True) for each in diff.changes))
    assert list(check_succession(technical)) == []


def test_texts_without_any_day_are_not_called_stale() -> None:
    texts = ("Inflation was 5.1% in 2015.", "Inflation was 7.4% in 2015.")
    undated = [edition(who, None, text) for who, text in zip(("crs", "state"), texts, strict=True)]
    assert names(look_at_editions(undated, DEFAULTS, as_of=None)) == ["contradiction-across-editions"]
    assert names(look_at_editions(undated[:1], DEFAULTS, as_of=None)) == []


def member_of(group: str, member: str = "Utopia", state: str = "belongs") -> Claim:
    value = Membership(member=member, set=group, state=state)
    return replace(figure("1"), kind=ClaimKind.MEMBERSHIP, measure="membership", value=value)


def test_a_membership_has_a_fingerprint_of_its_member_its_set_and_its_state() -> None:
    rule = check_editions(
        [edition("crs", "2016-01-01", "Inflation was 5.1% in 2015. Inflation was 7.4% in 2015.")], DEFAULTS, as_of=None
    )[0].rule
    claims = [member_of("OECD"), member_of("OAS"), member_of("OECD", "Atlantis"), member_of("OECD", state="left")]
    prints = {fingerprint_of(rule, "utopia", "membership", [claim]) for claim in claims}
    assert len(prints) == len(claims)
    reworded = replace(claims[0], quote=replace(claims[0].quote, exact="other words"))
    assert fingerprint_of(rule, "utopia", "membership", [reworded]) in prints


def said_to_be(words: str, aspect: str = "economy") -> Claim:
    value = Characterization(aspect=aspect, text=words)
    return replace(figure("1"), kind=ClaimKind.CHARACTERIZATION, measure="characterization", value=value)


def test_a_characterization_has_a_fingerprint_of_its_aspect_and_its_words() -> None:
    (finding,) = look_at_editions([STORED, DRAFT], DEFAULTS, as_of=None)
    claims = [said_to_be("a leader"), said_to_be("a laggard"), said_to_be("a leader", "governance")]
    assert len({fingerprint_of(finding.rule, "utopia", "characterization", [claim]) for claim in claims}) == len(claims)


def test_a_figure_is_not_overtaken_by_what_is_no_figure() -> None:
    later = replace(member_of("OECD"), period=figure("1", when="2022").period)
    judged = judge_standing(figure("5"), [Observation(claim=later, known=date(2023, 1, 1))], date(2024, 1, 1))
    assert judged.standing is Standing.CURRENT


def test_of_a_long_list_the_first_ones_and_the_last_are_quoted() -> None:
    assert arithmetic._listed(list("abcdef")) == "a + b + c + d + e + f"
    assert arithmetic._listed(list("abcdefg")) == "a + b + c + d + … + g"


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [("999999", "person", "999,999"), ("1000000", "person", "1 million"), ("-1500000", "USD", "USD −1.5 million"),
     ("1000000000", "km", "1 billion km"), ("999.5", "count", "999.5"), ("1000.5", "count", "1,000"), ("9.994", "percent", "9.99 %"),
     ("10.04", "percent", "10 %")],
)  # fmt: skip
def test_how_amounts_are_told(amount: str, unit: str, said: str) -> None:
    assert arithmetic._say_amount(Decimal(amount), unit, about="") == said
    assert arithmetic._say_amount(Decimal(amount), unit, about="about ") == f"about {said}"


def test_a_span_of_just_four_hundred_days_is_one_year_told_loosely() -> None:
    assert relate(period("2010-01-01..2011-02-04"), period("2010-01-01..2011-03-16")) is Relation.SAME
    assert relate(period("2010-01-01..2011-02-05"), period("2010-01-01..2011-03-17")) is Relation.LATER


def test_only_a_figure_has_a_hedge_to_lose() -> None:
    assert find_lost_hedge(member_of("OECD"), member_of("OECD")) is None
    assert find_lost_hedge(member_of("OECD"), figure("5")) is None
    assert find_lost_hedge(figure("5"), member_of("OECD")) is None
    assert find_lost_hedge(figure("5", comparator="at-least"), member_of("OECD")) is None
    assert find_lost_hedge(figure("5", comparator="at-least"), figure("5")) == "at least"
    assert find_lost_hedge(figure("5"), figure("5", comparator="at-least")) is None
    assert find_lost_hedge(figure("5", comparator="at-most"), figure("5", comparator="at-least")) is None
    assert find_lost_hedge(figure("5", modality="forecast"), figure("5")) == "forecast"
    assert find_lost_hedge(figure("5", modality="forecast"), figure("5", modality="estimated")) is None
    assert find_lost_hedge(figure("5"), figure("5", modality="estimated")) is None


STORED = edition("state", "2017-01-25", "Two-way trade was $14 billion in 2015.")
DRAFT = edition("desk", "2018-01-01", "Two-way trade was $16.5 billion in 2015.")


def test_a_draft_is_no_publisher() -> None:
    finding = next(
        each
        for each in check_draft(DRAFT, [STORED], DEFAULTS, as_of=None)
        if each.rule.name.startswith("contradiction")
    )

    def level_for(publisher: str) -> Level:
        entry = LevelsFor(level=Level.NONE, publishers=(publisher,))
        return level_of(finding, replace(DEFAULTS, levels_for=(entry,)))

    assert level_for("state") is Level.NONE
    assert level_for("desk") is finding.level
    alone = replace(finding, new=None)
    entry = LevelsFor(level=Level.NONE, publishers=("state",))
    assert level_of(alone, replace(DEFAULTS, levels_for=(entry,))) is finding.level


def test_an_open_series_is_known_by_all_its_keys_with_its_file_and_without(tmp_path: Path) -> None:
    api.init(tmp_path)
    for publisher, day, text in (
        ("state", "2017-01-25", "The network of container ports handled 5,100 tons in 2015."),
        ("census", "2018-01-25", "The container port network handled 7,400 tons in 2015."),
    ):
        told = api.Told(subject="utopia", publisher=publisher, published=day)
        snapshot = api.read_document(text.encode(), name=f"{publisher}.txt", told=told)
        api.add(snapshot, text.encode(), folder=tmp_path)
    finding = next(each for each in api.check(folder=tmp_path) if (each.series or "").startswith("open:"))
    store = find_store(tmp_path)
    known = fingerprints_of(finding, keys_in(store))
    assert finding.fingerprint in known
    (store.folder / "utopia" / "series.json").unlink()
    assert fingerprints_of(finding, keys_in(store)) == known


@pytest.mark.parametrize(
    ("dimension", "found"),
    [("area", 1), ("population", 1), ("programme", 1), ("stage", 1), ("partner", 0), ("sector", 0)],
)
def test_of_whom_where_and_how_far_along_a_figure_is_told(dimension: str, found: int) -> None:
    def telling(amount: str, value: str, measure: str = "trade.total") -> Snapshot:
        claim = figure(amount, when="2015", dimensions=((dimension, value),), measure=measure)
        return snapshot(f"Told of {value}.", facts=(claim,), document=f"{value}/x")

    assert len(list(check_scopes(telling("5", "one"), [telling("7", "other")]))) == found
    assert list(check_scopes(telling("5", "one"), [telling("7", "other"), telling("7", "one")])) == []
    assert list(check_scopes(telling("5", "one", "open:ship"), [telling("7", "other", "open:ship")])) == []


def test_a_draft_lies_where_the_project_has_it_whatever_it_was_called() -> None:
    found = next(
        each for each in check_draft(DRAFT, [STORED], DEFAULTS, as_of=None) if each.rule.name.startswith("contra")
    )
    placed = replace(found, place=Place(path="shown.md", line=1, column=1, end_line=1, end_column=2))

    def level_in(path: str, draft: str | None) -> Level:
        entry = LevelsFor(level=Level.NONE, paths=(path,))
        return level_of(placed, replace(DEFAULTS, levels_for=(entry,)), draft)

    assert level_in("drafts", "drafts/a.md") is Level.NONE
    assert level_in("shown.md", "drafts/a.md") is found.level
    assert level_in("shown.md", None) is Level.NONE


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        (Quantity(amount=Decimal(5), unit="count"), (5, 5)),
        (Quantity(amount=Decimal(5), unit="count", upper=Decimal(9), comparator=Comparator.BETWEEN), (5, 9)),
        (Quantity(amount=Decimal(-5), unit="count", upper=Decimal(-9), comparator=Comparator.BETWEEN), (-9, -5)),
        (Quantity(amount=Decimal(5), unit="count", comparator=Comparator.AT_LEAST), (5, None)),
        (Quantity(amount=Decimal(5), unit="count", comparator=Comparator.AT_MOST), (None, 5)),
        (Quantity(amount=Decimal(0), unit="count", comparator=Comparator.AT_LEAST), (0, None)),
        (
            Quantity(amount=Decimal(50), unit="count", comparator=Comparator.MORE_THAN, lower_bound=Decimal(45)),
            (45, None),
        ),
        (
            Quantity(amount=Decimal(50), unit="count", comparator=Comparator.AT_MOST, upper_bound=Decimal(55)),
            (None, 55),
        ),
    ],
)
def test_where_bounds_are_missing_the_printed_amount_stands_in(
    told: Quantity, ends: tuple[int | None, int | None]
) -> None:
    interval = interval_of(told)
    assert (interval.lower, interval.upper) == ends


def test_only_figures_are_compared() -> None:
    with pytest.raises(TypeError, match="holds no figure"):
        compare_figures(member_of("OECD"), figure("5"), same_document=False)


def test_no_move_leads_from_one_family_of_units_to_another() -> None:
    assert delta_of(quantity("5", "USD"), quantity("5", "EUR")) is None
    assert delta_of(quantity("5", "USD"), quantity("5", "USD", per="year")) is None
    ranked = delta_of(quantity("5", "rank"), quantity("3", "rank"))
    assert ranked is not None
    assert (ranked.absolute, ranked.percent, ranked.ratio, ranked.points) == (Decimal(-2), None, None, None)
    moved = delta_of(quantity("0", "USD"), quantity("5", "USD"))
    assert moved is not None
    assert (moved.absolute, moved.percent, moved.ratio, moved.points) == (Decimal(5), None, None, None)


def test_who_says_it_is_told_with_the_day_or_that_there_is_none() -> None:
    assert say_snapshot(OLD) == "crs, 2022-01-10"
    assert say_snapshot(edition("crs", None, "The population is 32.1 million.")) == "crs, undated"
