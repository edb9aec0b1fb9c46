"""By how much a figure moved, and how that is said: a percentage only of what lies above zero."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportdiff.compare.verdicts.figures import compare_figures
from reportdiff.compare.verdicts.moves import delta_of, move_of
from tests.compare.writing import figure, quantity


@pytest.mark.parametrize(
    ("old", "new", "unit", "said"),
    [
        ("14", "22", "USD", "up 57 %"),
        ("-5000000000", "-9000000000", "USD", "down $4 billion"),
        ("-9000000000", "-5000000000", "USD", "up $4 billion"),
        ("-5000000000", "2000000000", "EUR", "up €7 billion"),
        ("5000000000", "-2000000000", "PEN", "down PEN 7 billion"),
        ("0", "2000000000", "USD", "up $2 billion"),
        ("5", "0", "USD", "down 100 %"),
        ("-1200", "-2400", "person", "down 1,200"),
        ("-3", "-5", "km", "down 2 km"),
        ("-1.6", "-3", "percent", "down 1.4 points"),
        ("20", "33.3333", "percent", "up 13 points"),
        ("1.125", "1.25", "percent", "up 0.125 points"),
        ("53", "61", "percent-change", "up 8 points"),
        ("-11", "13.3", "percent-change", "up 24.3 points"),
        ("2", "3", "percentage-point", "up 1 point"),
        ("2", "3", "multiple", "up 50 %"),
        ("4", "2", "rank", "up 2 places"),
        ("55", "114", "rank", "down 59 places"),
        ("7", "7", "USD", ""),
    ],
)
def test_move_in_words(old: str, new: str, unit: str, said: str) -> None:
    assert move_of(delta_of(quantity(old, unit), quantity(new, unit)), unit) == said


@pytest.mark.parametrize(
    ("old", "new", "percent", "ratio"),
    [
        ("-5", "-9", None, Decimal("1.8")),
        ("-5", "2", None, None),
        ("5", "-2", None, None),
        ("0", "3", None, None),
        ("5", "0", Decimal(-100), Decimal(0)),
        ("-5", "0", None, Decimal(0)),
    ],
)
def test_no_share_of_what_is_not_above_zero(old: str, new: str, percent: Decimal | None, ratio: Decimal | None) -> None:
    delta = delta_of(quantity(old), quantity(new))
    assert delta is not None
    assert (delta.percent, delta.ratio, delta.absolute) == (percent, ratio, Decimal(new) - Decimal(old))


def test_reasons_say_the_same() -> None:
    def told(old: str, new: str, unit: str, **more: str) -> str:
        quotes = more.pop("quotes", f"{old}|{new}").split("|")
        pair = (
            figure(old, unit, when="2019", quote=quotes[0], **more),
            figure(new, unit, when="2021", quote=quotes[1], **more),
        )
        return compare_figures(*pair, same_document=True).reason

    assert told("-5000000000", "-9000000000", "USD", measure="account.current") == (
        "Current account balance fell from −$5 billion (2019) to −$9 billion (2021), down $4 billion"
    )
    assert told("4", "2", "rank", measure="open:largest-donor", quotes="fourth|second") == (
        "Largest donor moved from fourth (2019) to second (2021), up 2 places"
    )
    assert told("142", "151", "USD", measure="open:agency-provided", quotes="$142|$151") == (
        "Agency provided: $151 (2021) after $142 (2019), up 6.3 %"
    )
