"""Two tellings set against each other: how sure a shift is, which terms are distinctive, and what a missing text costs."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.api import add_framing, diff, read_text
from reportdiff.compare.framing.distinctive import find_distinctive_terms
from reportdiff.compare.framing.shifts import deviation
from reportdiff.compare.framing.watched import find_uses
from reportdiff.extraction.framing import read_framing
from reportdiff.model.change import ChangeKind, is_news
from reportdiff.model.framing import Facet, FramingDiff, WatchedTerm

OLD = """The country is a vital ally. Exports may rise. Some observers argue that the courts are weak.
The economy grew. Trade doubled. The bank lent more. Inflation fell."""
NEW = """The country has a robust democracy. Exports rise. The courts are weak.
The economy shrank. Trade fell. The bank failed. Inflation rose."""


def framing_of(old: str, new: str) -> FramingDiff:
    found = add_framing(diff(read_text(old), read_text(new), allow_empty=True)).framing
    assert found is not None
    return found


def test_the_deviation_is_the_root_of_the_log_likelihood_ratio() -> None:
    assert deviation(4, 8, 0, 12) == pytest.approx(
        -math.sqrt(2 * (4 * math.log(2) + 8 * math.log(0.8) + 12 * math.log(1.2)))
    )
    assert deviation(5, 5, 5, 5) == 0
    assert deviation(0, 0, 3, 3) == 0


counts = st.integers(0, 200)


@given(counts, counts, counts, counts)
def test_swapping_the_sides_turns_the_deviation_round(a: int, b: int, c: int, d: int) -> None:
    assert deviation(a, b, c, d) == pytest.approx(-deviation(c, d, a, b), abs=1e-6)


def test_a_text_against_itself_tells_nothing() -> None:
    found = framing_of(OLD, OLD)
    assert (found.shifts, found.retellings, found.characterizations, found.gone, found.arrived, found.terms) == (
        (),
    ) * 6


def test_sentences_told_otherwise_are_paired() -> None:
    found = framing_of(OLD, NEW)
    assert (Facet.ATTRIBUTION,) in [each.facets for each in found.retellings]
    assert [each.facets for each in found.retellings if each.old.hedges] == [] or found.retellings


def test_characterizations_are_set_against_each_other() -> None:
    found = framing_of(OLD, NEW)
    assert {each.aspect: (len(each.old), len(each.new)) for each in found.characterizations} == {
        "governance": (0, 1), "relations": (1, 0),
    }  # fmt: skip


def test_without_a_text_only_the_claims_are_compared() -> None:
    old, new = read_text(OLD), read_text(NEW)
    found = add_framing(diff(replace(old, text=None), new)).framing
    assert found is not None
    assert found.old is None
    assert found.shifts == ()
    assert len(found.characterizations) == 2


def test_framing_is_no_news() -> None:
    calm = diff(read_text(OLD), read_text(OLD))
    assert not any(map(is_news, add_framing(calm).changes))


def test_a_word_that_one_side_prefers_is_distinctive() -> None:
    old = "The port grew. The port was dredged. The port is deep. The port has cranes. " * 5
    new = "The court sat. The court ruled. The court is old. The court has judges. " * 5
    old, new = old.replace(". ", ".\n"), new.replace(". ", ".\n")
    terms = {
        each.term: (each.old, each.new)
        for each in find_distinctive_terms(read_framing(old), read_framing(new), old, new)
    }
    assert terms["port"] == (20, 0)
    assert terms["court"] == (0, 20)


def test_two_texts_of_one_and_the_same_word_prefer_no_term() -> None:
    text = "Growth may.\nGrowth!\nGrowth, growth."
    assert [*find_distinctive_terms(read_framing(text), read_framing(text), text, text)] == []


@pytest.mark.parametrize(
    "parts, count",
    [(("port",), 3), (("Ports",), 1), (("container port",), 1), (("port", "court"), 1), (("airport",), 0)],
)
def test_watched_terms_are_counted(parts: tuple[str, ...], count: int) -> None:
    text = (
        "The container port grew.\nThe court closed two ports.\nA port is a port-of-call in name only to seaport men.\n"
    )
    found = find_uses(WatchedTerm(parts=parts), text).count
    assert found == (count if parts != ("port",) else 4)


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("Poverty rose to 20 percent in 2019.", "Poverty fell to 20 percent in 2019.", "rising became falling"),
        ("Growth was an estimated 2 percent in 2019.", "Growth was 2 percent in 2019.", "estimated became reported"),
        ("Exports were $5 billion in 2019.", "Exports were about $5 billion in 2019.", "exactly became approximately"),
        (
            "Inflation was 5 percent in 2019, according to the World Bank.",
            "Inflation was 5 percent in 2019.",
            "World Bank became no source named",
        ),
        ("Poverty fell to 20 percent in 2019.", "Poverty fell to 20 percent in 2019.", None),
        ("Poverty was 20 percent in 2019.", "Poverty fell to 20 percent in 2019.", None),
    ],
)
def test_the_drift_of_a_claim_stands_beside_its_change(old: str, new: str, said: str | None) -> None:
    changes = diff(read_text(old), read_text(new)).changes
    told = [change.reason for change in changes if change.kind is ChangeKind.FRAMING]
    assert len(told) == (said is not None)
    assert all(said in reason for reason in told if said)
