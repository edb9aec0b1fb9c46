"""Which windows of counting keep their start: those that grow, and no months of one year."""

from __future__ import annotations

import pytest

from reportdiff import read_text


@pytest.mark.parametrize(
    ("words", "begin"),
    [
        ("Since January", "2023"),
        ("Since March", "2023-03"),
        ("Since April 5, 2019", "2019-04-05"),
        ("From 2019 to 2021", "2019"),
        ("Between 2019 and 2021", "2019"),
        ("From January 2021 to January 1, 2022", None),
        ("From January 2021 to January 2, 2022", "2021"),
        ("From January 1 to June 30", None),
        ("Between April and June 2021", None),
        ("From October 2021 through September 2022", None),
        ("Since the last election in 2021", None),
        ("Over the past five years", None),
        ("In 2021", None),
    ],
)
def test_a_window_is_known_by_its_start_where_it_grows(words: str, begin: str | None) -> None:
    (claim,) = read_text(f"{words}, there were 410 attacks on farms.", published="2023-07-15").claims
    assert dict(claim.dimensions).get("window_start") == begin
