"""The wording of a diff in the terminal: marks say what changed, colours repeat it, and every line fits."""

from __future__ import annotations

import re

import pytest

from reportdiff import api
from reportdiff.model.change import Diff
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.diff import render_diff_text

OLD = """Utopia Today

Trade grew from $9 billion in 2009 to $14 billion in 2015.
The country is a key partner, and the two have strong relations.
Poverty fell in the last decade in all the regions.

History

The kingdom was founded in 1827 by settlers from the coast.
Its first king ruled the islands for forty years.

Harbours

The harbours of the north are closed in winter.
"""
NEW = """Utopia Today

Two-way trade grew from $9 billion in 2009 to $22 billion in 2022.
The country is a key partner.
The two have strong relations.
Its first king ruled the islands for forty years.

History

The kingdom was founded in 1827 by settlers from the coast.

Rivers

Four rivers are navigable to the foot of the hills.
Ferries cross them daily.
"""


@pytest.fixture(scope="module")
def diff() -> Diff:
    old, new = (
        api.read_document(text.encode(), name=f"{name}.md")
        for name, text in (("old", marked(OLD)), ("new", marked(NEW)))
    )
    return api.add_wording(api.select_aspects(api.diff(old, new), ["text"]))


def marked(text: str) -> str:
    return re.sub(r"^([A-Z][a-z]+(?: Today)?)$", r"## \1", text, flags=re.MULTILINE)


def test_each_sentence_is_shown_under_its_heading_with_what_became_of_it(diff: Diff) -> None:
    assert render_diff_text(diff, Screen(width=100)).partition("WORDING")[2].split("\n", 1)[1] == (
        "36 % of the text changed: 1 sentence reworded · 1 split · 1 moved · 3 added · 3 dropped.\n"
        "\n"
        "Utopia Today: 30 % changed\n"
        "  ⋯ 1 sentence unchanged\n"
        "  reworded: [-Trade-]{+Two-way trade+} grew from $9 billion in 2009 to [-$14 billion-]{+$22\n"
        "    billion+} in [-2015-]{+2022+}.\n"
        "  split in 2: The country is a key partner[-, and the-]{+. The+} two have strong relations.\n"
        "  dropped: Poverty fell in the last decade in all the regions.\n"
        "  moved from “History”: Its first king ruled the islands for forty years.\n"
        "\n"
        "Rivers: 3 sentences, all added\n"
        "\n"
        "Harbours: 2 sentences, all dropped\n"
        "\n"
        "Unchanged: “History”\n"
    )


@pytest.mark.parametrize("width", [20, 40, 80, 120])
@pytest.mark.parametrize("everything", [False, True])
def test_no_line_is_wider_than_the_screen(diff: Diff, width: int, everything: bool) -> None:
    lines = render_diff_text(diff, Screen(width=width, everything=everything)).split("\n")
    assert max(map(len, lines)) <= width


def test_colours_add_nothing_but_colours(diff: Diff) -> None:
    plain, painted = (render_diff_text(diff, Screen(width=60, color=color, everything=True)) for color in (False, True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain
    assert "\x1b[35m" in painted and "\x1b[32m" in painted


def test_all_shows_what_one_side_alone_has(diff: Diff) -> None:
    short, whole = (render_diff_text(diff, Screen(everything=everything)) for everything in (False, True))
    assert "Ferries cross them daily." not in short
    assert "added: Ferries cross them daily." in whole


def test_a_text_against_itself_is_worded_alike(diff: Diff) -> None:
    same = api.add_wording(Diff(old=diff.new, new=diff.new))
    assert "worded alike" in render_diff_text(same, Screen())


def test_long_unchanged_runs_are_cut_on_the_short_screen() -> None:
    words = (
        "The report of the ministry on the harbours of the north and the fishing grounds beyond them, first told " * 2
    )
    old, new = (api.read_text(f"{words}in {year} by all who were there. The fleet stayed.") for year in ("May", "June"))
    diff = api.add_wording(Diff(old=old, new=new))
    assert "grounds beyond them, first told in [-May-]{+June+} by all who were there." in flat(diff)
    assert "reworded: … " in flat(diff)
    assert words.strip() in flat(diff, everything=True)


def flat(diff: Diff, *, everything: bool = False) -> str:
    return " ".join(render_diff_text(diff, Screen(everything=everything)).split())


def test_what_could_move_a_terminal_is_shown_by_number() -> None:
    old, new = (
        api.read_text(f"The harbour {word} was closed in the winter of last year.") for word in ("\x1b[31ma", "b")
    )
    assert "\x1b" not in render_diff_text(api.add_wording(Diff(old=old, new=new)), Screen())
