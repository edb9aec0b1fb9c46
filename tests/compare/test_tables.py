"""Yearly tables in two editions: a cell is joined with the cell of its own row and year, and with no other."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportdiff import read_text
from reportdiff.api import diff
from reportdiff.model.change import Changed, Diff
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity

Cell = tuple[str, int]
Table = dict[Cell, int]

ITEMS = ("Gadgets", "Widgets", "Copper ore", "Fish meal", "Nurses", "Doctors")
BASES = (12_400, 3_310, 88_120, 45_690, 7_115, 61_204)


def grown(items: tuple[str, ...], years: range, *, step: int = 17) -> Table:
    """Amounts of which no two are alike, a little more from year to year."""
    return {
        (item, year): BASES[ITEMS.index(item)] + (year - 2000) * step * (ITEMS.index(item) + 3)
        for item, year in product(items, years)
    }


def rows(table: Table, names: dict[str, str] | None = None, *, down: bool = False) -> str:
    """A Markdown table with years across, or *down*, its items called by other *names* where these are given."""
    items, years = list(dict.fromkeys(item for item, _ in table)), list(dict.fromkeys(year for _, year in table))
    called = {item: (names or {}).get(item, item) for item in items}
    if down:
        head = ["Year", *called.values()]
        body = [[f"{year}", *(f"{table[item, year]:,}" for item in items)] for year in years]
    else:
        head = ["Item", *map(str, years)]
        body = [[called[item], *(f"{table[item, year]:,}" for year in years)] for item in items]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *body))


def compare(old: str, new: str) -> Diff:
    one, other = (
        read_text(text, subject="utopia", publisher="ministry", published=day)
        for text, day in ((old, "2020-03-01"), (new, "2022-03-01"))
    )
    return diff(one, other)


def joined(changes: Diff) -> list[tuple[Claim, Claim]]:
    return [(change.old, change.new) for change in changes.changes if isinstance(change, Changed)]


def cell_of(claim: Claim, table: Table) -> Cell:
    assert isinstance(claim.value, Quantity)
    assert claim.period.start is not None
    (found,) = [
        cell
        for cell, amount in table.items()
        if claim.value.amount == Decimal(amount) and cell[1] == claim.period.start.year
    ]
    return found


def assert_joined(old: Table, new: Table, changes: Diff) -> None:
    """Every cell that both hold is joined with itself; besides, rows are followed to their latest year."""
    pairs = [(cell_of(one, old), cell_of(other, new)) for one, other in joined(changes)]
    assert {one for one, other in pairs if one == other} == old.keys() & new.keys()
    assert all(one[0] == other[0] for one, other in pairs)


@settings(max_examples=60, deadline=None)
@given(
    items=st.lists(st.sampled_from(ITEMS), min_size=3, max_size=6, unique=True),
    order=st.permutations(ITEMS),
    years=st.integers(3, 6),
    later=st.integers(0, 1),
    dropped=st.integers(0, 1),
    down=st.booleans(),
    turned=st.booleans(),
    captions=st.sampled_from(
        [("Shipments by product", "Shipments by product"), ("Shipments by product, 2010 to 2014", "Product shipments")]
    ),
)
def test_each_cell_finds_itself(
    items: list[str],
    order: list[str],
    years: int,
    later: int,
    dropped: int,
    captions: tuple[str, str],
    *,
    down: bool,
    turned: bool,
) -> None:
    """Rows reordered or left out, a year more, the table turned, its caption reworded, one value restated."""
    old = grown(tuple(items), range(2010, 2010 + years))
    left = tuple(item for item in order if item in items[dropped:])
    new = grown(left, range(2010 + later, 2010 + years + later))
    new[left[0], 2011] += 5
    changes = compare(f"{captions[0]}\n\n{rows(old, down=down)}\n", f"{captions[1]}\n\n{rows(new, down=turned)}\n")
    assert_joined(old, new, changes)


def test_a_renamed_row_is_known_by_its_amounts() -> None:
    old, new = grown(ITEMS[:4], range(2010, 2014)), grown(ITEMS[:4], range(2010, 2015))
    names = {"Gadgets": "Tools and devices", "Copper ore": "Copper ores and concentrates"}
    changes = compare(f"Shipments\n\n{rows(old)}\n", f"Shipments\n\n{rows(new, names)}\n")
    assert_joined(old, new, changes)


def test_a_row_in_the_place_of_another_is_not_joined() -> None:
    old, new = grown(ITEMS[:4], range(2010, 2014)), grown((*ITEMS[:3], "Nurses"), range(2010, 2014))
    changes = compare(f"Shipments\n\n{rows(old)}\n", f"Shipments\n\n{rows(new)}\n")
    assert {cell_of(one, old)[0] for one, _ in joined(changes)} == set(ITEMS[:3])


@pytest.mark.parametrize("down", [False, True])
def test_a_column_is_followed_to_its_latest_year(*, down: bool) -> None:
    old, new = grown(ITEMS[:3], range(2010, 2013)), grown(ITEMS[:3], range(2010, 2014))
    changes = compare(f"Shipments\n\n{rows(old, down=down)}\n", f"Shipments\n\n{rows(new, down=down)}\n")
    updates = [change for change in changes.changes if isinstance(change, Changed) and change.kind == "update"]
    assert [(cell_of(change.old, old)[1], cell_of(change.new, new)[1]) for change in updates] == [(2012, 2013)] * 3


PLACES = ("China", "Japan", "Chile")


def by_place(amounts: tuple[int, ...], *, first: int = 2016) -> str:
    heads = f"| Country | {' | '.join(str(first + n) for n in range(3))} |\n|---|---|---|---|\n"
    return heads + "\n".join(
        f"| {place} | {' | '.join(f'{amount + n * 7:,}' for n in range(3))} |"
        for place, amount in zip(PLACES, amounts, strict=True)
    )


EXPORTS, IMPORTS = by_place((44_120, 31_875, 12_034)), by_place((9_127, 61_333, 2_718))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"Exports by partner\n\n{EXPORTS}\n", f"Imports by partner\n\n{IMPORTS}\n"),
        (f"## Exports by partner\n\n{EXPORTS}\n", f"## Imports by partner\n\n{IMPORTS}\n"),
        (f"The next table has figures.\n\n{EXPORTS}\n", f"The next table has figures.\n\n{IMPORTS}\n"),
        (
            f"The next table has figures.\n\n{EXPORTS}\n",
            f"The next table has figures.\n\n{by_place((9, 61, 2), first=2019)}\n",
        ),
        (
            f"The next table has figures.\n\n{by_place((3, 1, 4))}\n",
            f"The next table has figures.\n\n{by_place((4, 1, 2))}\n",
        ),
    ],
)
def test_tables_of_different_things_are_not_joined(old: str, new: str) -> None:
    assert joined(compare(old, new)) == []


def test_of_several_tables_with_the_same_rows_each_finds_its_own() -> None:
    old = f"Exports by partner\n\n{EXPORTS}\n\nImports by partner\n\n{IMPORTS}\n"
    new = f"Imports by partner, 2016 to 2018\n\n{IMPORTS}\n\nExports by partner, 2016 to 2018\n\n{EXPORTS}\n"
    pairs = joined(compare(old, new))
    assert len(pairs) == 18
    assert all(one.value == other.value for one, other in pairs)


def test_a_table_without_years_is_joined_by_its_labels() -> None:
    old = "| Region | Boys | Girls |\n|---|---|---|\n| North | 1,204 | 1,330 |\n| South | 2,117 | 2,040 |\n"
    new = "| Region | Girls | Boys |\n|---|---|---|\n| North | 1,351 | 1,198 |\n| South | 2,066 | 2,120 |\n"
    told = [(one.quote.exact, other.quote.exact) for one, other in joined(compare(old, new))]
    assert sorted(told) == [("1,204", "1,198"), ("1,330", "1,351"), ("2,040", "2,066"), ("2,117", "2,120")]


def test_an_empty_line_ends_a_table() -> None:
    text = (
        "| Item | 2016 | 2017 |\n|---|---|---|\n| Gadgets | 12 | 13 |\n\n| Item | 2020 |\n|---|---|\n| Widgets | 15 |\n"
    )
    claims = read_text(text, subject="utopia", publisher="ministry", published="2022-03-01").claims
    assert {(claim.quote.exact, claim.period.start.year) for claim in claims if claim.period.start} == {
        ("12", 2016),
        ("13", 2017),
        ("15", 2020),
    }


def yearly(*rows_of: tuple[str, ...]) -> str:
    head, *body = rows_of
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *body))


def told(old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    """Each change: its kind, and the amounts of both sides as printed."""
    return [
        (
            change.kind.value,
            change.old.quote.exact if change.old else None,
            change.new.quote.exact if change.new else None,
        )
        if isinstance(change, Changed)
        else (change.kind.value, None, None)
        for change in compare(old, new).changes
    ]


def test_months_together_are_followed_apart_from_the_month() -> None:
    old = yearly(("Post", "May 2021", "January–May 2021"), ("Ash", "3,120", "14,870"), ("Elm", "2,210", "11,020"))
    new = yearly(("Post", "June 2021", "January–June 2021"), ("Ash", "3,305", "18,190"), ("Elm", "2,415", "13,433"))
    pairs = {(was, now) for _, was, now in told(old, new) if was and now}
    assert pairs >= {("3,120", "3,305"), ("2,210", "2,415")}
    assert pairs <= {("3,120", "3,305"), ("2,210", "2,415"), ("14,870", "18,190"), ("11,020", "13,433")}


def test_rows_of_one_name_are_told_apart_by_what_stands_above_them() -> None:
    def sectioned(year: int, amounts: tuple[int, ...]) -> str:
        body = [("Inland", ""), ("Rail", f"{amounts[0]:,}"), ("Other", f"{amounts[1]:,}")]
        body += [("Sea", ""), ("Ferries", f"{amounts[2]:,}"), ("Other", f"{amounts[3]:,}")]
        return yearly(("Line", f"{year}"), *body)

    found = told(sectioned(2020, (51_300, 4_411, 60_222, 7_050)), sectioned(2020, (51_300, 4_411, 60_222, 7_110)))
    assert sorted(found) == [
        ("confirmed", "4,411", "4,411"),
        ("confirmed", "51,300", "51,300"),
        ("confirmed", "60,222", "60,222"),
        ("revision", "7,050", "7,110"),
    ]


def test_all_columns_of_a_row_prove_its_new_name_together() -> None:
    heads = ("Crop", "Area 2020", "Harvest 2020")
    old = yearly(heads, ("Millet", "712", "1,904"), ("Rapeseed", "381", "2,207"), ("Flax", "97", "410"))
    new = yearly(heads, ("Millet", "712", "1,904"), ("Oil crops", "381", "2,207"), ("Flax", "97", "410"))
    assert sorted(told(old, new)) == [("confirmed", amount, amount) for amount in sorted(
        ("712", "1,904", "381", "2,207", "97", "410"), key=lambda each: ("confirmed", each)
    )]  # fmt: skip


def test_lines_of_one_label_follow_each_other_to_the_latest() -> None:
    old = "Utopia\n\nCars\n\nVans: 41,307 (2019)\n\nVans: 42,118 (2020)\n"
    new = "Utopia\n\nCars\n\nVans: 42,118 (2020)\n\nVans: 40,055 (2021)\n"
    found = told(old, new)
    assert ("update", "42,118", "40,055") in found
    assert ("update", "41,307", "40,055") not in found


def test_a_quarter_beside_its_months_is_followed_by_itself() -> None:
    def quarter(year: int, amounts: tuple[str, ...]) -> str:
        heads = ("Port", f"Feb {year}", f"Mar {year}", f"Q1 {year}", f"Q1 {year - 1}")
        return yearly(heads, ("Lee", *amounts[:4]), ("Ash", *amounts[4:]))

    old = quarter(2021, ("4,019", "4,550", "12,695", "9,803", "1,150", "1,388", "3,742", "2,310"))
    new = quarter(2022, ("4,310", "4,702", "13,300", "12,701", "1,301", "1,502", "4,094", "3,742"))
    found = told(old, new)
    assert ("update", "12,695", "13,300") in found
    assert ("revision", "12,695", "12,701") in found
    assert ("update", "4,550", "4,702") in found
    assert not any(was == "4,550" and now not in ("4,702", None) for _, was, now in found)


def test_a_line_that_was_restated_is_joined_beside_lines_that_were_not() -> None:
    sheets = [
        "\n\n".join(
            f"{item}: {figure} ({year})" if year else f"{item}: Change: {figure}%"
            for item, figures in lines.items()
            for figure, year in zip(figures, (last, last - 1, None), strict=True)
        )
        for last, lines in (
            (2019, {"Revenue": (48_210, 41_877, 15.1), "Gross margin": (9_312, 7_760, 20)}),
            (2020, {"Revenue": (51_944, 48_210, 7.7), "Gross margin": (8_875, 9_298, -4.5)}),
        )
    ]
    found = [
        (str(change.kind), change.old.quote.exact, change.new.quote.exact)
        for change in compare(*sheets).changes
        if isinstance(change, Changed) and change.old.measure == "open:gross-margin"
    ]
    assert ("revision", "9312", "9298") in found
    assert ("update", "9312", "8875") in found
