"""Digits that name or place something: each kind of them, how far it reaches, and the figures that look like it."""

from __future__ import annotations

import pytest

from reportdiff.grammar.traps import follows_a_name, is_part_of_name, match_trap


def reach(marked: str, start: int = 0) -> tuple[int | None, int]:
    """Where the trap that begins at the square bracket ends, and where the brackets say that it does."""
    at = marked.index("[")
    bare = marked.replace("[", "").replace("]", "")
    return match_trap(bare, start, at), marked.index("]") - 1


TRAPS = [
    # telephone
    "call [202-833-9860]", "call ([202) 833-9860]", "call [202.833.9860] now", "call [44 2071-8339]", "tel. [833-9860]",
    "at +[1 202 555 0143]x", "at +1 [202 555 0143]x", "at +44-[2071 833 986]x", "at +1 ([202) 555-0143]x", "at +[12345678]",
    # clock
    "at [10:30]", "at [10:30:15] sharp", "at [10:30 p.m.]", "at [10:30pm]", "at [10:30 AM] or so", "at [5 p.m.]",
    "at [5 a.m.]", "at [11P.M.] on it", "at [5:00 A.M.]",
    # coordinates
    "at [12 03 S]", "at [12 03 15 S], there", "at [77 03 W]", "at [12° N]", "at [12.55°N]", "at [12°30' N]",
    "at [12° 30’ 15.5″ W]", "at [12°30′15\" E]",
    # street
    "at [2201 C Street]", "at [1 Main Road]", "at [10 Downing St.]", "at [55555 Old North Mill Way]",
    "at [12 Market Square], there",
    # books of law
    "under [22 U.S.C. 2151]", "under [5 CFR § 12(a)]", "see [110 Stat. 3009]", "see [54 Fed. Reg. 120]",
    # codes and dates
    "the [9/11] attacks", "on [12/31/2020] it", "on [1/2/99] it", "a [5+1] format", "the [100+27] list",
    # an age that heads a line
    "[0-14 years]: 25%", "[15–24 years] (male 5", "[65 years and over]: 9%", "[65 years or older]: 9%",
    "[15 to 64 years]: 60%", "[85 and over] :", "[65 and older], they", "[18 or under])", "[18 or above]: 5",
    # labels
    "Recommendation #[7]", "Recommendation ([7])", "Section [301]", "Sec. [301(b)] of it", "Sections [3, 4, and 5]", "Articles [3 through 7] of it", "Article [12.3] of it",
    "Articles [3 to 7]", "Articles [3 or 7]", "Articles [3–7]", "Articles [3/7]", "Articles [3 and 7(c)(2)] of it",
    "Title [10a] of it", "Table [3], 40% of", "Section [3], 4.5 million", "Figure ([3]) shows",
    "Resolution [2231]", "Page: [7] of it", "No.: [7]", "no. [7]", "No.[7]", "Number: [7]", "§ [12]", "§§ [12 and 14]",
    "Box #[7]", "Box [7]", "World War [2] ended", "Law No. [27,153] of", "SDG [16]", "Grade [5]", "flight [370]",
    "UNSCR [2231]", "P.L. [116-260]", "Pub. L. [116-260]", "Pub.L. [116-260]", "Public Law [116-260]", "H.R. [2471]",
    "S. [2471]", "H.Res. [24]", "S.Res. [24]", "H.Con.Res. [24]", "S.J.Res. [24]", "H.Rept. [117-2]", "E.O. [13526]",
    "A/RES/[68/262]", "S/RES/[2231]",
    # ages
    "aged [15-24] work", "aged [15 to 24] work", "aged [15 and over] work", "ages [6 through 11] go", "age [65 or older]",
    "age of [15] or so", "age group [25–54] works", "Ages [5 and under] eat", "Aged [18] then", "aged [65 and above] it",
    "ages [12 and younger] eat", "ages [12 or below]", "ages [65 and up]",
    # postal codes
    "Washington, DC [20001]", "Washington, DC, [20001-1234]", "Springfield, VA [22150] now",
    # addresses
    "see www.site.org/a/[15]", "see https://x.y/[7/b] now", "to me@site5.org/[12]", "see un.int/a[7]", "see x.gov/a[7] it",
    "see x.com/a[7]", "see x.net/a[7]", "see x.edu/a[7]", "see x.mil/a[7]",
]  # fmt: skip


@pytest.mark.parametrize("marked", TRAPS)
def test_digits_that_name_something(marked: str) -> None:
    found, end = reach(marked)
    assert found == end


FIGURES = [
    "about [202]-833 of it", "a [10:3] ratio", "at [5 p]ounds", "at [5 a]m", "it was [12 03] sharp", "it is [12°] there",
    "sold [12 Road] Runners", "sold [12 Big Streets] maps", "lost [22 US] ships", "the [3/4 of] it", "the [9/1] of",
    "rose [5+1000] more", "for [15 years] now", "the [15 years and] more",
    "the [12] sections", "a subsection of [12] ports", "the pages and [12] ports",
    "the image of [12] ports", "stages [12] plays", "an average of [12]", "In NATO [12] ports", "in the DC area [20001] live",
    "Washington, DC [20,001] people", "Washington, DC [200011] it", "Washington, DC [2000] it", "Ohio [20001] people",
    "rose by+ [12] more", "He is at Bedford [12] ports", "no [12] ports", "see x.org [15] ports", "a.comb/[15] ports",
    "see it[7]",
]  # fmt: skip


@pytest.mark.parametrize("marked", FIGURES)
def test_digits_that_may_measure_something(marked: str) -> None:
    assert reach(marked)[0] is None


def test_what_stands_before_the_sentence_labels_nothing() -> None:
    assert reach("Section [301] of it")[0] == 11
    assert reach("Section [301] of it", 8)[0] is None
    assert reach("see www.a.org/b/[15]", 16)[0] is None
    assert reach("at +[1 202 555 0143]", 4)[0] is None
    assert reach("§[12]")[0] == 3
    assert reach("§[12]", 1)[0] is None


NAMES = [
    "COVID-[19]", "G[20]", "F-[16]", "IF[12372]", "[5]G", "[26]th", "[3]_a", "a_[3]", "§[3]", "#[3]", "'[99]", "’[99]",
    "+[99]", "5%[9]", "3.[5]", "2,[5]", "1:[5]", "a/[5]", "a–[5]", ")-[5]", "[20]-F", "[3]–D", "[3].5",
    "B.[5]", "+-[5]",
]  # fmt: skip
NUMBERS = [
    "x([19])", "x [19]", "x“[19]", "x~[19]", "rose [19] points", "[19]", "([19])", "[19]km", "[19]k", "[19]M", "[19]%", "$[19]-Million", "[19]-day", "[19]–day", "[19].",
    "rose -[19]", " -[19]", "-[19]", "([19]-day", "[19],", "[19]é", "[19]x", "over [19]bn",
]  # fmt: skip


def digits_in(marked: str) -> tuple[str, int, int]:
    return marked.replace("[", "").replace("]", ""), marked.index("["), marked.index("]") - 1


@pytest.mark.parametrize("marked", NAMES)
def test_digits_of_a_name(marked: str) -> None:
    assert is_part_of_name(*digits_in(marked)) is True


@pytest.mark.parametrize("marked", NUMBERS)
def test_digits_of_no_name(marked: str) -> None:
    assert is_part_of_name(*digits_in(marked)) is False


BEHIND_NAMES = [
    ("It joined Defender Europe [21]", True), ("It joined Europe [21]", True), ("It joined NATO [21]", True),
    ("It joined O’Brien [21]", True), ("It joined Co. [21]", False), ("Europe [21]", False), ("In [21]", False),
    ("It met In [21]", False), ("It met the [21]", False), ("It met A [21]", False), ("It met Europe[21]", False),
    ("It met euroPe [21]", False), ("[21]", False),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), BEHIND_NAMES)
def test_a_number_behind_a_name(marked: str, expected: bool) -> None:
    text, at, _ = digits_in(marked)
    assert follows_a_name(text, 0, at) is expected
    assert follows_a_name(text, at, at) is False
