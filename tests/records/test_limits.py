"""What is still read and written at just the limits of JSON, and what is refused one step beyond."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.records.json import MAX_DEPTH, MAX_DIGITS, canonical_number, load_json
from reportdiff.records.snapshot import looks_like_snapshot

NINES = "9" * MAX_DIGITS


@pytest.mark.parametrize(
    "digits",
    [
        NINES,
        f"-{NINES}",
        f"{NINES[:-1]}.9",
        f"0.{NINES[:-1]}",
        f"9e{MAX_DIGITS - 1}",
        f"1.5e{MAX_DIGITS - 1}",
        f"1e-{MAX_DIGITS - 1}",
    ],
)
def test_so_many_digits_are_read_and_written(digits: str) -> None:
    value = load_json(digits.encode(), name="a")
    assert value == Decimal(digits)
    assert isinstance(value, int | Decimal)
    assert Decimal(canonical_number(value)) == Decimal(digits)


@pytest.mark.parametrize(
    "digits",
    [f"{NINES}9", f"-{NINES}9", f"{NINES}.9", f"0.{NINES}9", f"9e{MAX_DIGITS}", f"1e-{MAX_DIGITS}", "1e999", "1e-100"],
)
def test_one_digit_more_is_not(digits: str) -> None:
    with pytest.raises(UnreadableInput):
        load_json(digits.encode(), name="a")


@pytest.mark.parametrize(
    "number",
    [
        int(NINES),
        -int(NINES),
        Decimal(NINES),
        Decimal(f"-{NINES}"),
        Decimal(f"-0.{NINES[:-1]}"),
        Decimal(f"-{NINES[:-1]}.9"),
    ],
)
def test_the_longest_numbers_are_written(number: int | Decimal) -> None:
    assert Decimal(canonical_number(number)) == number


@pytest.mark.parametrize(
    "number",
    [
        int(f"{NINES}999"),
        Decimal(f"{NINES}9"),
        Decimal(f"0.{NINES}9"),
        Decimal("NaN"),
        Decimal("Infinity"),
        Decimal("1e999999"),
    ],
)
def test_longer_ones_are_not(number: int | Decimal) -> None:
    with pytest.raises(UnreadableInput, match=f"at most {MAX_DIGITS} digits"):
        canonical_number(number)


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_nesting_goes_so_deep_and_no_deeper(opening: str, closing: str) -> None:
    deepest = f"{opening * MAX_DEPTH}{0 if opening != '[' else ''}{closing * MAX_DEPTH}"
    assert load_json(deepest.encode(), name="a")
    with pytest.raises(UnreadableInput, match="nested deeper than 64"):
        load_json(f"{opening}{deepest}{closing}".encode(), name="a")
    # Beside what is damaged elsewhere, depth is counted and not guessed.
    with pytest.raises(UnreadableInput, match=r"^(?!.*nested deeper)"):
        load_json(
            f"[{opening * (MAX_DEPTH - 1)}{0 if opening != '[' else ''}{closing * (MAX_DEPTH - 1)}".encode(), name="a"
        )


@pytest.mark.parametrize(
    ("data", "like"),
    [(b'{"schema_version": 1}', True), (b'\xef\xbb\xbf \n{"schema_version"', True), (b'["schema_version"]', False), (b'a {"schema_version": 1}', False),
     (b'{"version": 1}', False), (b"", False)],
)  # fmt: skip
def test_what_is_refused_as_a_snapshot_and_not_read_as_prose(data: bytes, like: bool) -> None:
    assert looks_like_snapshot(data) is like
