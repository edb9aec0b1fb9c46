"""Changes told one behind the other, with the time between verb and amount, and in fractions of a percentage point."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

MOVES = [
    ("Sales rose in 2020 by 4 percent.", ["4 percent-change @2020"]),
    ("Sales fell in the first quarter of 2020 by a further 4 percent.", ["-4 percent-change @2020-01-01..2020-03-31"]),
    ("Sales rose in 2021 by 4 percent and fell in 2022 by 2 percent.", ["4 percent-change @2021", "-2 percent-change @2022"]),
    ("In 2021 sales rose by 4 percent and fell in 2022 by 2 percent.", ["4 percent-change @2021", "-2 percent-change @2022"]),
    ("Sales fell by 3 percent, and another 40 percent of firms closed.", ["-3 percent-change", "40 percent"]),
    ("Staff fell by 300 jobs, and another 1,200 jobs are at risk.", ["-300 count job", "1200 count job"]),
    ("Fumes fell 3% in 2020, 60% in 2021 came from coal.", ["-3 percent-change @2020", "60 percent @2021"]),
    ("Turnout fell 4% in 2018, 52% in 2022.", ["-4 percent-change @2018", "52 percent @2022"]),
    ("Sales stood in 2020 at 4 percent.", ["4 percent @2020"]),
    ("Rents rose 3.1% in 2020, 4.4% in 2021 and a further 6% in 2022.",
     ["3.1 percent-change @2020", "4.4 percent-change @2021", "6 percent-change @2022"]),
    ("Rents fell 3% in 2020, 4% of them by law.", ["-3 percent-change @2020", "4 percent @2020"]),
    ("Rents fell 3% in 2020, to 4% in 2021.", ["-3 percent-change @2020", "4 percent @2021"]),
    ("Votes were 3% in 2020, 4% in 2021.", ["3 percent @2020", "4 percent @2021"]),
    ("Fees fell by 3 percent at home, and by another 5 percent abroad.", ["-3 percent-change", "-5 percent-change"]),
    ("Fees fell 3 percent, another 5 percent abroad.", ["-3 percent-change", "-5 percent-change"]),
    ("Fees were 3 percent, another 5 percent abroad.", ["3 percent", "5 percent"]),
    ("The bank cut its rate by half a percentage point.", ["-0.5 percentage-point"]),
    ("The bank raised its rate by three-quarters of a percentage point.", ["0.75 percentage-point"]),
    ("Inflation fell a quarter of a percentage point.", ["-0.25 percentage-point"]),
    ("Arrivals reached 1.9 million, three times as many as before.", ["1900000 count", "3 multiple"]),
    ("It is two or three times as large as before.", ["2 multiple", "3 multiple"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MOVES)
def test_moves(text: str, expected: list[str]) -> None:
    assert told(text) == expected
