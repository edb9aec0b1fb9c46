"""What a pair of figures is called, one case a row of the table of kinds, and by how much the figure moved."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportdiff.compare.verdicts.figures import compare_figures, compare_telling, printed_alike
from reportdiff.compare.verdicts.moves import delta_of
from reportdiff.model.change import ChangeKind
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity
from tests.compare.writing import date, figure, quantity

MIRROR = {
    ChangeKind.UPDATE: ChangeKind.EARLIER,
    ChangeKind.EARLIER: ChangeKind.UPDATE,
    ChangeKind.REFINEMENT: ChangeKind.COARSENING,
    ChangeKind.COARSENING: ChangeKind.REFINEMENT,
}

LATER = date(2022, 4, 26)

CASES = [
    (ChangeKind.UNVERIFIABLE, figure("14", when="2015"), figure("22", when="2022", reliability="suspect"), False),
    (ChangeKind.NOT_COMPARABLE, figure("14", when="2015"), figure("14", "EUR", when="2015"), False),
    (ChangeKind.NOT_COMPARABLE, figure("14", when="2015"), figure("14", when="2015", per="capita"), False),
    (
        ChangeKind.NOT_COMPARABLE,
        figure("14", when="2015"),
        figure("14", when="2015", dimensions=(("prices", "constant 2015"),)),
        False,
    ),
    (ChangeKind.CARRIED_OVER, figure("69"), figure("69", published=LATER), True),
    (ChangeKind.UPDATE, figure("69"), figure("70", published=LATER), True),
    (ChangeKind.CARRIED_OVER, figure("33", when="none"), figure("33", when="2022"), False),
    (ChangeKind.CARRIED_OVER, figure("33", when="none"), figure("33", when="none"), False),
    (ChangeKind.CARRIED_OVER, figure("33"), figure("33", published=LATER), False),
    (ChangeKind.UNDATED, figure("30", when="none"), figure("34", when="2022"), False),
    (
        ChangeKind.UNDATED,
        figure("2", comparator="approximately", when="none"),
        figure("1", comparator="approximately", when="none"),
        False,
    ),
    (ChangeKind.CARRIED_OVER, figure("22", comparator="more-than", when="none"), figure("23", when="none"), False),
    (
        ChangeKind.CARRIED_OVER,
        figure("25", comparator="approximately", when="none"),
        figure("20", comparator="approximately", when="none", step="10"),
        False,
    ),
    (
        ChangeKind.CARRIED_OVER,
        figure("20", comparator="approximately", when="none", step="10"),
        figure("25", comparator="approximately", when="none"),
        False,
    ),
    (ChangeKind.CARRIED_OVER, figure("33", comparator="approximately", when="none"), figure("34", when="none"), False),
    (ChangeKind.CONFIRMED, figure("34"), figure("34", when="2015"), False),
    (ChangeKind.UPDATE, figure("14", when="2015"), figure("22", comparator="more-than", when="2022"), False),
    (ChangeKind.EARLIER, figure("20", when="2021"), figure("20", when="2019"), False),
    (ChangeKind.REFINEMENT, figure("32", comparator="at-least", when="2026"), figure("32", when="2026"), True),
    (ChangeKind.COARSENING, figure("25", when="2015"), figure("25", comparator="approximately", when="2015"), False),
    (ChangeKind.CONFIRMED, figure("9", when="2009"), figure("9", when="2009"), False),
    (ChangeKind.REVISION, figure("9", when="2009"), figure("11", when="2009"), True),
    (
        ChangeKind.SPREAD,
        figure("1", when="2023", attribution="IMF"),
        figure("3", when="2023", attribution="OECD"),
        False,
    ),
    (
        ChangeKind.SPREAD,
        figure("1", when="2023", modality="estimated"),
        figure("3", when="2023", modality="forecast"),
        False,
    ),
    (ChangeKind.CONTRADICTION, figure("1", when="2023", modality="estimated"), figure("3", when="2023"), False),
    (ChangeKind.CONTRADICTION, figure("9", when="2009"), figure("11", when="2009"), False),
]


@pytest.mark.parametrize(("kind", "old", "new", "same_document"), CASES)
def test_first_row_that_fits(kind: ChangeKind, old: Claim, new: Claim, *, same_document: bool) -> None:
    assert compare_figures(old, new, same_document=same_document).kind is kind


@pytest.mark.parametrize(("kind", "old", "new", "same_document"), CASES)
def test_swapped(kind: ChangeKind, old: Claim, new: Claim, *, same_document: bool) -> None:
    assert compare_figures(new, old, same_document=same_document).kind is MIRROR.get(kind, kind)


@pytest.mark.parametrize(
    ("old", "new", "percent", "hedge"),
    [
        (quantity("14"), quantity("22", comparator="more-than"), 57, "more-than"),
        (quantity("22", comparator="more-than"), quantity("14"), -36, "more-than"),
        (quantity("14", comparator="more-than"), quantity("22"), 57, "less-than"),
        (quantity("14"), quantity("22", comparator="at-least"), 57, "at-least"),
        (quantity("14", comparator="more-than"), quantity("22", comparator="more-than"), 57, "approximately"),
        (quantity("14", comparator="less-than"), quantity("22", comparator="more-than"), 57, "more-than"),
        (quantity("14"), quantity("22"), 57, "exactly"),
        (quantity("14", comparator="nearly"), quantity("22"), 57, "approximately"),
    ],
)
def test_delta_carries_the_hedge(old: object, new: object, percent: int, hedge: str) -> None:
    delta = delta_of(old, new)  # type: ignore[arg-type]
    assert delta is not None
    assert delta.percent is not None
    assert (round(delta.percent), delta.comparator.value) == (percent, hedge)


def test_delta_of_shares_is_told_in_points() -> None:
    delta = delta_of(quantity("25", "percent", "approximately"), quantity("20", "percent"))
    assert delta is not None
    assert (delta.points, delta.absolute, delta.ratio) == (Decimal(-5), Decimal(-5), Decimal("0.8"))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (figure("1913", "km3", when="2011"), figure("1880000000000", "m3", when="2020", step="10000000000"), "update"),
        (figure("3", "year"), figure("36", "month", published=LATER), "carried-over"),
        (figure("24", "hour", when="2015"), figure("1", "day", when="2015"), "coarsening"),
        (figure("24", "hour", when="2015"), figure("24", "day", when="2015"), "contradiction"),
        (
            figure("-50", "percent-change", when="2015"),
            figure("0.5", "multiple", when="2015", step="0.1"),
            "coarsening",
        ),
        (figure("12", "person", when="2015"), figure("12", "count", when="2015"), "confirmed"),
    ],
)
def test_units_of_one_quantity_are_compared(old: Claim, new: Claim, kind: str) -> None:
    assert compare_figures(old, new, same_document=False).kind.value == kind


def test_delta_across_units_is_in_the_new_unit() -> None:
    change = compare_figures(figure("2", "km", when="2015"), figure("2500", "m", when="2016"), same_document=False)
    assert change.delta is not None
    assert (change.delta.absolute, change.delta.percent) == (Decimal(500), Decimal(25))


def test_delta_from_nothing_has_no_share() -> None:
    delta = delta_of(quantity("0"), quantity("3"))
    assert delta is not None
    assert (delta.absolute, delta.percent, delta.ratio) == (Decimal(3), None, None)


def test_reason_says_what_moved_and_by_how_much() -> None:
    old = figure(
        "14000000000", when="2015", quote="$14 billion", measure="trade.two-way", dimensions=(("flow", "two-way"),)
    )
    new = figure(
        "22000000000",
        comparator="more-than",
        when="2022",
        quote="over $22 billion",
        measure="trade.two-way",
        dimensions=(("flow", "two-way"),),
    )
    assert compare_figures(old, new, same_document=False).reason == (
        "Two-way trade rose from $14 billion (2015) to over $22 billion (2022), up more than 57 %"
    )


@pytest.mark.parametrize(("kind", "old", "new", "same_document"), CASES)
def test_every_kind_has_a_reason_that_shows_both_figures(
    kind: ChangeKind, old: Claim, new: Claim, *, same_document: bool
) -> None:
    reason = compare_figures(old, new, same_document=same_document).reason
    assert old.quote.exact in reason
    assert new.quote.exact in reason
    assert reason[0].isupper(), kind


def test_another_telling_of_a_figure_that_stands_is_framing() -> None:
    old, new = figure("1.1", when="2023", modality="estimated"), figure("1.1", when="2023")
    change = compare_telling(old, new)
    assert change is not None
    assert (change.kind, "estimated became reported" in change.reason) == (ChangeKind.FRAMING, True)
    assert compare_telling(old, old) is None
    assert compare_telling(old, figure("1.2", when="2023")) is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (quantity("12", "person"), quantity("12", "count"), True),
        (quantity("12", "person"), quantity("12", "person"), True),
        (quantity("12", "person"), quantity("12", "household"), False),
        (quantity("12", "count"), quantity("12", "household"), False),
        (quantity("12", "person"), quantity("13", "person"), False),
        (quantity("4..12", comparator="between"), quantity("4..13", comparator="between"), False),
        (quantity("12", per="year"), quantity("12"), False),
        (quantity("12"), quantity("12", comparator="approximately"), False),
    ],
)
def test_printed_alike(one: Quantity, other: Quantity, *, alike: bool) -> None:
    assert printed_alike(one, other) is alike
    assert printed_alike(other, one) is alike
