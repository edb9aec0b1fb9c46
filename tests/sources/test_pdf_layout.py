"""The layout of printed pages: columns, tables, boxes, notes, marks and furniture, each where it was put."""

from __future__ import annotations

from io import BytesIO

import pytest

from reportdiff.model.text import BlockKind, Text

pytest.importorskip("pypdfium2")

from reportlab.lib.pagesizes import letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from reportdiff.sources.pdf.reader import read_pdf
from tests.sources.printing import SERIF, STRONG, Press, wrap

PROSE = (
    "Exports to the {} rose by 12 percent in 2021 and the ministry expects further growth in 2022, according to "
    "figures that were released by the national statistics office last week. The trade deficit narrowed to $4.5 "
    "billion from $6.1 billion a year earlier. Officials said that the recovery of tourism, which brought 3.2 million "
    "visitors, explained much of the change. Analysts remain careful because prices of copper may fall again during "
    "the second half of the year."
)
ORDERS = pytest.mark.parametrize("interleaved", [False, True], ids=["in order", "across"])


def set_block(press: Press, text: str, x: float, y: float, width: float, *, size: float = 10.0) -> float:
    """Print *text* from *y* on; where the next line would stand."""
    for line in wrap(text, width, size=size):
        press.put(line, x, y, size=size)
        y += 1.2 * size
    return y


def blocks(text: Text, *kinds: BlockKind) -> list[str]:
    return [text.content[b.start : b.end].replace("\n", " ") for b in text.blocks if b.kind in kinds]


def paragraphs(text: Text) -> list[str]:
    return blocks(text, BlockKind.PARAGRAPH)


def rows(text: Text) -> list[str]:
    return blocks(text, BlockKind.ROW)


@ORDERS
def test_a_table_across_the_page_parts_the_columns_above_from_those_below(interleaved: bool) -> None:
    press = Press()
    press.put("Annual Trade Report", 54, 60, font=STRONG, size=20)
    press.put("March 5, 2022", 54, 80)
    y = set_block(press, PROSE.format("south"), 54, 110, 240)
    set_block(press, PROSE.format("north"), 318, 110, 240)
    y += 20
    press.put("Table 1. Trade by Partner", 54, y, font=STRONG, size=9)
    y += 16
    for label, *cells in (
        ("Partner", "2019", "2020", "2021"),
        ("China", "1,204", "1,180", "1,377"),
        ("United States of America", "988", "870", "1,002"),
        ("European Union", "640.5", "588.1", "702.9"),
    ):
        press.put(label, 54, y, size=9)
        for at, cell in enumerate(cells):
            press.put(cell, 330 + 80 * at - stringWidth(cell, SERIF, 9), y, size=9)
        y += 13
    press.put("Source: National customs office.", 54, y + 4, size=8)
    y += 28
    set_block(press, PROSE.format("east"), 54, y, 240)
    set_block(press, PROSE.format("west"), 318, y, 240)
    text = read_pdf(press.print(interleaved=interleaved))
    assert rows(text) == [
        "| Partner | 2019 | 2020 | 2021 |",
        "| China | 1,204 | 1,180 | 1,377 |",
        "| United States of America | 988 | 870 | 1,002 |",
        "| European Union | 640.5 | 588.1 | 702.9 |",
    ]
    told = [PROSE.format(name) for name in ("south", "north", "east", "west")]
    assert [each for each in paragraphs(text) if each.startswith("Exports")] == told
    assert text.content.index("north") < text.content.index("Table 1.") < text.content.index("| Partner")
    assert text.content.index("European") < text.content.index("Source:") < text.content.index("east")
    assert text.title == "Annual Trade Report"
    assert blocks(text, BlockKind.FURNITURE) == ["March 5, 2022"]


def test_heads_set_to_the_right_of_two_columns_each_keep_these_apart() -> None:
    press = Press()
    press.put("School Report", 54, 60, font=STRONG, size=18)
    y = set_block(press, PROSE.format("south"), 54, 90, 486) + 20
    for head, right in (("Reading (percent)", 400), ("Mathematics (percent)", 540)):
        press.put(head, right - stringWidth(head, STRONG, 9), y, font=STRONG, size=9)
    press.put("Group", 54, y + 7, font=STRONG, size=9)
    for label, *cells in (
        ("", "2021", "2022", "2021", "2022"),
        ("All pupils", "41", "48", "33", "36"),
        ("English learners", "18", "21", "14", "17"),
        ("Pupils with disabilities", "15", "16", "11", "12"),
        ("Pupils of poor families", "30", "35", "22", "25"),
    ):
        y += 14
        press.put(label, 54, y, size=9)
        for cell, right in zip(cells, (340, 400, 480, 540), strict=True):
            press.put(cell, right - stringWidth(cell, SERIF, 9), y, size=9)
    set_block(press, PROSE.format("north"), 54, y + 30, 486)
    assert rows(read_pdf(press.print())) == [
        "| Group | Reading (percent) | | Mathematics (percent) | |",
        "| | 2021 | 2022 | 2021 | 2022 |",
        "| All pupils | 41 | 48 | 33 | 36 |",
        "| English learners | 18 | 21 | 14 | 17 |",
        "| Pupils with disabilities | 15 | 16 | 11 | 12 |",
        "| Pupils of poor families | 30 | 35 | 22 | 25 |",
    ]


@ORDERS
def test_a_box_beside_the_text_stands_apart(interleaved: bool) -> None:
    press = Press()
    press.put("Country Brief", 54, 60, font=STRONG, size=18)
    long = f"{PROSE.format('south')} {PROSE.format('north')}"
    set_block(press, long, 54, 100, 330)
    press.put("At a glance", 410, 110, font=STRONG, size=11)
    facts = ("Population: 34.1 million (2022)", "Capital: Strelsau", "GDP: $120 billion (2021)", "Area: 12,300 sq km")
    for at, fact in enumerate(facts):
        press.put(fact, 410, 126 + 12 * at, font="Helvetica", size=8)
    text = read_pdf(press.print(interleaved=interleaved))
    assert long in paragraphs(text)
    assert blocks(text, BlockKind.FIELD) == list(facts)
    assert "At a glance" in blocks(text, BlockKind.HEADING)[-1]


@ORDERS
def test_a_box_inside_a_column_does_not_part_a_paragraph(interleaved: bool) -> None:
    press = Press()
    lines = list(wrap(PROSE.format("south"), 240))
    for at, line in enumerate(lines[:4]):
        press.put(line, 54, 80 + 12 * at)
    press.put("Key Figures", 70, 150, font="Helvetica-Bold", size=9)
    for at, line in enumerate(wrap("Reserves stood at $9.8 billion in 2021.", 200, font="Helvetica", size=8)):
        press.put(line, 70, 162 + 10 * at, font="Helvetica", size=8)
    for at, line in enumerate(lines[4:]):
        press.put(line, 54, 200 + 12 * at)
    set_block(press, PROSE.format("north"), 318, 80, 240)
    told = paragraphs(read_pdf(press.print(interleaved=interleaved)))
    assert told == [PROSE.format("south"), "Reserves stood at $9.8 billion in 2021.", PROSE.format("north")]


@ORDERS
def test_a_heading_across_three_columns_ends_what_stands_above(interleaved: bool) -> None:
    press = Press()
    press.put("Regional Bulletin", 54, 60, font=STRONG, size=22)
    press.put("Energy and Mining Outlook", 54, 400, font=STRONG, size=16)
    names = ("one", "two", "three", "four", "five", "six")
    for at, name in enumerate(names):
        set_block(press, PROSE.format(name), 54 + 172 * (at % 3), 100 if at < 3 else 430, 158, size=9)
    text = read_pdf(press.print(interleaved=interleaved))
    assert paragraphs(text) == [PROSE.format(name) for name in names]
    assert text.content.index("three") < text.content.index("Energy and Mining") < text.content.index("four")


@ORDERS
def test_cells_of_several_lines_are_one_row(interleaved: bool) -> None:
    cells = [
        ("Ministry of Finance", "Prepares the budget and collects the taxes that parliament has approved each year."),
        ("Central bank", "Sets interest rates and supervises 14 banks; holds reserves of $9.8 billion."),
        ("Ministry of Trade and Regional Development", "Negotiates agreements with 23 partners."),
    ]
    press = Press()
    y = set_block(press, PROSE.format("south"), 54, 80, 500) + 20
    for one, other in cells:
        y = max(set_block(press, one, 54, y, 150), set_block(press, other, 230, y, 200)) + 8
    set_block(press, PROSE.format("north"), 54, y + 10, 500)
    text = read_pdf(press.print(interleaved=interleaved))
    assert rows(text) == [f"| {one} | {other} |" for one, other in cells]
    assert paragraphs(text) == [PROSE.format("south"), PROSE.format("north")]


def test_marks_of_notes_go_and_ordinals_and_powers_stay() -> None:
    press = Press()
    for at, words in enumerate(
        [
            ("Trade reached 1,500", "3", " tons in 2021, as the 119", "th", " Congress noted, and it"),
            ("grew again.", "4, 5", " Output covered 25 km", "2", " of land."),
        ]
    ):
        x = 54.0
        for place, word in enumerate(words):
            size = 6.0 if place % 2 else 10.0
            press.put(word, x, 100 + 12 * at - (4 if place % 2 else 0), size=size)
            x += stringWidth(word, SERIF, size)
    assert paragraphs(read_pdf(press.print())) == [
        "Trade reached 1,500 tons in 2021, as the 119th Congress noted, and it grew again. Output covered 25 km2 of land."
    ]


def test_running_heads_and_page_numbers_are_furniture_and_paragraphs_go_on_over_the_page() -> None:
    press = Press()
    lines = list(wrap(f"{PROSE.format('south')} {PROSE.format('north')}", 420))
    for at, part in enumerate((lines[:4], lines[4:])):
        if at:
            press.pages.append([])
        press.put("Review of Trade 2021", 200, 36, size=8)
        press.put(f"{at + 7}", 300, 760, size=8)
        press.put(("1  See the first annex.", "2  Prices of 2015, as before.")[at], 54, 720, size=7)
        for number, line in enumerate(part):
            press.put(line, 54, 80 + 12 * number)
    text = read_pdf(press.print())
    assert f"{PROSE.format('south')} {PROSE.format('north')}" in paragraphs(text)
    assert blocks(text, BlockKind.FURNITURE) == ["Review of Trade 2021", "7", "Review of Trade 2021", "8"]
    parts = {run.part for run in text.origin if run.start < len(PROSE) * 2}
    assert parts == {1, 2}


def test_words_parted_at_a_line_end_are_whole_again_and_compounds_keep_their_hyphen() -> None:
    press = Press()
    lines = [
        "The govern-", "ment and the long-", "term plan of the", "U.S.-", "Mexico commission found that the long-term",
        "rates of unem-", "ployment in fiscal year 2021-", "2022 fell by 12 per-", "cent, while the",
        "unemployment of govern-", "ment staff rose.",
    ]  # fmt: skip
    for at, line in enumerate(lines):
        press.put(line, 54, 80 + 12 * at)
    words = paragraphs(read_pdf(press.print()))
    told = " ".join(words)
    assert "The government and the long-term plan of the U.S.-Mexico commission" in told
    assert "unemployment in fiscal year 2021-2022 fell by 12 percent, while" in told


def test_lists_contents_and_headings() -> None:
    press = Press()
    press.put("Annual Report", 54, 60, font=STRONG, size=16)
    for at, (name, number) in enumerate((("Introduction", "1"), ("Economic Growth", "4"), ("External Trade", "12"))):
        press.put(f"{name} {'.' * 90} {number}", 54, 90 + 14 * at)
    press.put("1. Growth", 54, 150, font=STRONG, size=12)
    y = set_block(press, PROSE.format("south"), 54, 168, 480) + 12
    for item in ("Exports rose by 12 percent in 2021.", "Inflation slowed to 3.1 percent."):
        press.put("•", 60, y)
        press.put(item, 78, y)
        y += 12
    text = read_pdf(press.print())
    assert blocks(text, BlockKind.HEADING) == ["# Annual Report", "## 1. Growth"]
    assert blocks(text, BlockKind.ITEM) == [
        "- Exports rose by 12 percent in 2021.",
        "- Inflation slowed to 3.1 percent.",
    ]
    assert all("...." in each for each in blocks(text, BlockKind.FURNITURE))
    assert paragraphs(text) == [PROSE.format("south")]


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_page_is_read_as_it_runs(turns: int) -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=letter, invariant=True)
    canvas.translate(306, 396)
    canvas.rotate(90 * turns)
    canvas.setFont(SERIF, 10)
    for at, line in enumerate(wrap(PROSE.format("south"), 260)):
        canvas.drawString(-280, 200 - 12 * at, line)
    for at, line in enumerate(wrap(PROSE.format("north"), 260)):
        canvas.drawString(20, 200 - 12 * at, line)
    canvas.save()
    assert paragraphs(read_pdf(stream.getvalue())) == [PROSE.format("south"), PROSE.format("north")]


def test_a_line_along_the_margin_is_furniture() -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=letter, invariant=True)
    canvas.setFont(SERIF, 10)
    for at, line in enumerate(wrap(PROSE.format("south"), 400)):
        canvas.drawString(80, 700 - 12 * at, line)
    canvas.rotate(90)
    canvas.drawString(300, -40, "Printed in 1998 by 12 people")
    canvas.save()
    text = read_pdf(stream.getvalue())
    assert paragraphs(text) == [PROSE.format("south")]
    assert blocks(text, BlockKind.FURNITURE) == ["Printed in 1998 by 12 people"]


def test_a_page_scaled_by_its_maker_is_read_alike() -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=letter, invariant=True)
    canvas.scale(0.75, 0.75)
    for column, name in enumerate(("south", "north")):
        for at, line in enumerate(wrap(PROSE.format(name), 320, size=13)):
            canvas.setFont(SERIF, 13)
            canvas.drawString(70 + 350 * column, 900 - 16 * at, line)
    canvas.save()
    assert paragraphs(read_pdf(stream.getvalue())) == [PROSE.format("south"), PROSE.format("north")]


@pytest.mark.parametrize("shift", [-40.0, 0.0, 40.0])
def test_heads_over_several_columns_are_a_row_of_their_own(shift: float) -> None:
    press = Press()
    y = set_block(press, PROSE.format("south"), 54, 80, 500) + 20
    for head, x in (("2020/21", 230), ("2021/22", 410)):
        press.put(head, x + shift, y)
    places = (54, 170, 230, 290, 350, 410, 470)
    lines = [
        ("Level", "All", "Boys", "Girls", "All", "Boys", "Girls"),
        ("Nursery", "4,810", "2,460", "2,350", "5,106", "2,615", "2,491"),
        ("Primary", "9,018", "4,734", "4,284", "9,551", "5,008", "4,543"),
        ("Grammar", "1,903", "1,003", "900", "2,070", "1,018", "1,052"),
    ]
    for number, line in enumerate(lines, 1):
        for cell, x in zip(line, places, strict=True):
            press.put(cell, x, y + 14 * number)
    set_block(press, PROSE.format("north"), 54, y + 100, 500)
    assert rows(read_pdf(press.print())) == [
        "| | 2020/21 | | | 2021/22 | | |",
        *(f"| {' | '.join(line)} |" for line in lines),
    ]


def test_the_gap_between_lines_is_no_gap_between_paragraphs_though_that_is_as_common() -> None:
    press = Press()
    lines = (
        "Nurseries of the district",
        "Number of pupils",
        "The census is held in May of each year and",
        "covers all",
    )
    for words, y in zip(lines, (80, 101, 122, 134), strict=True):
        press.put(words, 54, y)
    press.put("Source: school office", 54, 155)
    assert [" ".join(block.split()) for block in paragraphs(read_pdf(press.print()))][-2:] == [
        f"{lines[2]} {lines[3]}",
        "Source: school office",
    ]


def test_a_head_over_one_column_reaches_over_no_other() -> None:
    press = Press()
    y = set_block(press, PROSE.format("south"), 54, 80, 500) + 20
    for head, x in (("Gross", 230), ("Net", 350)):
        press.put(head, x, y)
    lines = [
        ("Port", "exports", "loans", "exports", "loans"),
        ("Lee", "4,810", "2,460", "2,350", "5,106"),
        ("Ash", "9,018", "4,734", "4,284", "9,551"),
        ("Elm", "1,903", "1,003", "1,900", "2,070"),
    ]
    for number, line in enumerate(lines, 1):
        for cell, x in zip(line, (54, 170, 230, 290, 350), strict=True):
            press.put(cell, x, y + 14 * number)
    set_block(press, PROSE.format("north"), 54, y + 100, 500)
    assert rows(read_pdf(press.print()))[0] == "| | | Gross | | Net |"
