"""What a document says of itself: its title, day, number, version and authors; and nothing that it does not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import reportdiff
from reportdiff.sources.metadata import Metadata, find_metadata
from reportdiff.sources.plain.reader import read_plain

PROSE = "Trade rose by 5 percent in 2021, and the deficit narrowed to $4.5 billion, as the national office reported."


def found(*lines: str) -> Metadata:
    return find_metadata(read_plain("\n\n".join([*lines[:1], PROSE, *lines[1:]])))


@pytest.mark.parametrize(
    ("line", "number", "version"),
    [
        ("IF12372 · VERSION 5 · UPDATED", "IF12372", "version 5"),
        ("https://crsreports.congress.gov | IF12372 · VERSION 5 · NEW", "IF12372", "version 5"),
        ("IF12372 • Version 12", "IF12372", "version 12"),
        ("R48903 - Version: 3", "R48903", "version 3"),
        ("RS22331 | Ver. 53", "RS22331", "version 53"),
        ("IF10753v7", "IF10753", "version 7"),
        ("Version 2", None, "version 2"),
        ("Report No.: RS22331", "RS22331", None),
        ("IF12372", "IF12372", None),
        ("The version 5 of the law of 1998 was changed in May.", None, None),
        ("COVID19 and version control", None, None),
    ],
)
def test_number_and_version_are_read_however_they_are_set(line: str, number: str | None, version: str | None) -> None:
    told = found("Trade Report", line)
    assert (told.number, told.edition) == (number, version)


def test_two_numbers_or_versions_tell_nothing() -> None:
    told = found("Trade Report", "IF12372 · VERSION 5", "IF12373 · VERSION 6")
    assert (told.number, told.edition) == (None, None)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["Jane Q. Doe, Analyst in Latin American Affairs"], ("Jane Q. Doe",)),
        (["By Ana María de la Torre"], ("Ana María de la Torre",)),
        (["Jane Doe, Specialist in Trade", "John O’Neill, Research Assistant"], ("Jane Doe", "John O’Neill")),
        (["Lima, Peru", "Table 1, Exports", "By 2021, trade had grown"], ()),
    ],
)
def test_authors_are_those_who_are_named_as_such(lines: list[str], authors: tuple[str, ...]) -> None:
    assert found("Trade Report", *lines).authors == authors


def test_what_is_told_first_goes_first() -> None:
    source = f"Updated May 3, 2021\n\n{PROSE}\n\nIF12372 · VERSION 5"
    text = replace(read_plain(source), declared=(("published", "2020-01-02"), ("author", "Jane Doe; John Roe")))
    assert find_metadata(text).published == date(2020, 1, 2)
    assert find_metadata(text).authors == ("Jane Doe", "John Roe")
    front = "---\npublished: 2019-01-02\nedition: third\n---\n"
    assert find_metadata(text, front).published == date(2019, 1, 2)
    assert find_metadata(text, front).edition == "third"
    assert find_metadata(read_plain(source)).published == date(2021, 5, 3)


def test_an_option_overrides_the_edition_that_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"Trade Report\n\n{PROSE}\n\nIF12372 · VERSION 5", "utf-8")
    read = reportdiff.normalize(path, subject="peru", publisher="crs")
    assert (read.edition.label, read.document) == ("version 5", "crs/peru")
    assert reportdiff.normalize(path, edition="final").edition.label == "final"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Oslo, 19 July 2023", date(2023, 7, 19)),
        ("Washington, DC, January 17, 2024", date(2024, 1, 17)),
        ("This factsheet was first published on 1 August 2024.", date(2024, 8, 1)),
        ("Signed by the parties, 5 May 2020", None),
        ("Port Louis, MU – June 15, 2022: The board met today.", date(2022, 6, 15)),
        ("GENEVA (14 May 2020) – The council met today.", date(2020, 5, 14)),
        ("For release 8:30 a.m. (ET) Friday, May 3, 2024", date(2024, 5, 3)),
        ("For use at 2:00 PM EDT, Wednesday, July 17, 2024", date(2024, 7, 17)),
        ("Embargoed until 10 am on 14 June 2023", date(2023, 6, 14)),
        ("Prices rose – 3 May 2021 – Again", None),
        ("Table 1 – 31 May 2021: Prices", None),
        ("Washington, DC – June 15, 2022: The bank met today.", date(2022, 6, 15)),
        ("Addis Ababa, Ethiopia – 15 June 2022: The union met today.", date(2022, 6, 15)),
        ("WASHINGTON, D.C. (June 15, 2022) – The bank met today.", date(2022, 6, 15)),
        ("UNITED NATIONS, 3 May 2021 – The council met today.", date(2021, 5, 3)),
        ("Statistics Department, 3 May 2021 – Prices rose again.", date(2021, 5, 3)),
        ("Nairobi – 3 May 2021:", date(2021, 5, 3)),
        ("Rome Treaty (25 March 1957) – Six states signed.", None),
        ("ROME TREATY (25 March 1957) – Six states signed.", None),
        ("Rome Treaty, 25 March 1957 – Six states signed.", None),
        ("Doha Amendment – 8 December 2012: Adopted by all", None),
        ("Deadline – 30 June 2025: Hand in the forms", None),
        ("Ratification – 30 June 2025: All members", None),
        ("Opened – 30 June 2015: The second bridge", None),
        ("Event (12 June 2021): Landslide in the north", None),
        ("Quito (12 June 2021): Landslide in the north", None),
    ],
)
def test_a_line_may_say_from_where_a_text_is_dated(line: str, day: date | None) -> None:
    assert find_metadata(read_plain(f"Trade Report\n\n{line}\n\n{PROSE}\n")).published == day


@pytest.mark.parametrize(
    ("above", "line", "day"),
    [
        ("Published 3 May 2023", "Rome Treaty (25 March 1957) – Six states signed.", date(2023, 5, 3)),
        ("Published 3 May 2023", "Rome – 25 March 1957: Six states signed.", date(2023, 5, 3)),
        ("Water Board | Updated 3 May 2023", "Rome, 25 March 1957 – Six states signed.", date(2023, 5, 3)),
        ("For release 8:30 a.m. (ET) Wednesday, May 3, 2023", "Rome – 2 May 2023: Prices rose.", date(2023, 5, 3)),
        ("As of 31 March 2023", "Rome – 3 May 2023: Prices rose.", None),
        ("Published 3 May 2023", "Updated 5 May 2023", None),
    ],
)
def test_a_line_that_says_when_a_text_was_published_goes_before_a_dateline(
    above: str, line: str, day: date | None
) -> None:
    assert find_metadata(read_plain(f"Trade Report\n\n{above}\n\n{line}\n\n{PROSE}\n")).published == day


def test_a_date_below_lines_of_titles_stands_alone() -> None:
    titles = "U.S. Relations With Utopia\nBILATERAL RELATIONS FACT SHEET\nBUREAU OF EAST ASIAN AND PACIFIC AFFAIRS"
    assert find_metadata(read_plain(f"{titles}\nJanuary 21, 2020\n\n{PROSE}\n")).published == date(2020, 1, 21)
