"""``changelog``: what changed on a subject, in plain sentences that cite their claims."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportdiff import api
from reportdiff.records.json import load_json
from reportdiff.records.schema import validate
from tests.cli.conftest import Run


def add(folder: Path, publisher: str, day: str | None, text: str) -> None:
    told = api.Told(subject="utopia", publisher=publisher, published=day)
    api.add(api.read_document(text.encode(), name="a.txt", told=told), text.encode(), folder=folder)


@pytest.fixture
def told(store: Path) -> Path:
    """The made-up store, with a later edition of each of its documents."""
    add(store, "state", "2024-06-01", "U.S. trade with Utopia was $23 billion in 2023. GDP fell 2 percent in 2023.\n")
    add(
        store,
        "crs",
        "2025-01-10",
        "U.S. trade with Utopia was $21 billion in 2022. The harbor had 12 cranes in 2023.\n",
    )
    return store


def chapters(out: str) -> list[str]:
    return [part for part in out.split("\n\n\n") if part.strip()]


def test_editions_stand_in_order_of_publication_each_against_those_before(run: Run, told: Path) -> None:
    done = run("changelog", "utopia")
    assert done.code == 0
    heads = [[line.strip() for line in chapter.strip().splitlines()[:2]] for chapter in chapters(done.out)]
    assert [head[0] for head in heads] == [
        "25 Jan 2017: state, “U.S. Relations With Utopia”",
        "10 Jan 2024: crs, “Utopia: In Focus”",
        "1 Jun 2024: state",
        "10 Jan 2025: crs",
    ]
    assert heads[0][1].startswith("The first report on the subject, with ")
    assert [head[1] for head in heads[1:]] == [
        "Against state, 25 Jan 2017:",
        "Against state, 25 Jan 2017 and crs, 10 Jan 2024:",
        "Against crs, 10 Jan 2024 and state, 1 Jun 2024:",
    ]


def test_a_sentence_says_what_moved_and_cites_both_sides(run: Run, told: Path) -> None:
    said = " ".join(chapters(run("changelog", "utopia").out)[1].split())
    sentence = "- Two-way trade with the United States rose from $14 billion (2015) to over $22 billion (2022), up more than 57 %."
    assert sentence in said
    cited = said[said.index(sentence) :]
    assert "state, 25 Jan 2017, utopia/state-2017-01-25: “Two-way trade increased from $9 billion" in cited
    assert "crs, 10 Jan 2024, utopia/crs-2024-01-10: “U.S. trade with Utopia more than doubled" in cited


def test_what_is_new_is_told_with_its_sign_and_time(run: Run, told: Path) -> None:
    assert "- New on GDP growth: −2 percent (2023)." in run("changelog", "utopia").out


def test_a_later_edition_of_the_same_document_restates_and_leaves_out(run: Run, told: Path) -> None:
    kinds = [change["kind"] for change in editions(run)[3]["changes"]]
    assert "revision" in kinds
    assert "dropped" in kinds
    assert "not-mentioned" not in kinds


def test_what_another_report_said_before_is_not_new(run: Run, told: Path) -> None:
    add(
        told,
        "bank",
        "2025-02-01",
        "The poverty rate was 20% in 2019. U.S. trade with Utopia was over $22 billion in 2022.\n",
    )
    kinds = {change["kind"] for change in editions(run)[4]["changes"]}
    assert not kinds & {"added", "confirmed", "carried-over"}


def test_a_repetition_brings_nothing_new(run: Run, store: Path) -> None:
    add(store, "state", "2018-01-25", "The poverty rate was 20% in 2019.\n")
    add(store, "state", "2019-01-25", "The poverty rate was 20% in 2019.\n")
    assert "Nothing new against state, 25 Jan 2018." in run("changelog", "utopia").out


def editions(run: Run) -> list[Any]:
    record: Any = load_json(run("changelog", "utopia", "--format", "json").out.encode(), name="changelog")
    validate(record, "changelog", name="changelog")
    return list(record["editions"])


def test_each_change_cites_whole_claims_of_named_snapshots(run: Run, told: Path) -> None:
    ids = set(api.list_ids(folder=told))
    for edition in editions(run):
        assert {edition["snapshot"], *edition["against"]} <= ids
        for change in edition["changes"]:
            assert change["sentence"].endswith(".")
            assert {each["snapshot"] for each in change["claims"]} <= ids
            assert all(each["claim"]["quote"]["exact"] for each in change["claims"])


def test_markdown_is_a_list_with_the_quotes_below(run: Run, told: Path) -> None:
    said = run("changelog", "utopia", "--format", "markdown").out
    assert "## 10 Jan 2024: crs, “Utopia: In Focus”\n\nAgainst state, 25 Jan 2017:\n\n- " in said
    assert "\n  - crs, 10 Jan 2024, utopia/crs-2024-01-10: “U.S. trade with Utopia more than doubled" in said


def test_a_subject_that_is_not_there_is_named(run: Run, store: Path) -> None:
    done = run("changelog", "atlantis")
    assert done.code == 4
    assert "no snapshot about 'atlantis'" in done.err


def test_the_newest_editions_stand_on_the_screen_and_the_rest_is_counted(run: Run, store: Path) -> None:
    for year in range(2000, 2007):
        add(store, "state", f"{year}-06-01", f"U.S. trade with Utopia was ${year - 1990} billion in {year - 1}.\n")
    short, whole = run("changelog", "utopia").out, run("changelog", "utopia", "--all").out
    assert short.startswith(
        "4 earlier editions, the first 1 Jun 2000: state; --all shows them.\n\n\n1 Jun 2004: state\n"
    )
    assert whole.startswith("1 Jun 2000: state\n")
    assert "--all" not in whole
    assert whole.endswith(short.partition("\n\n\n")[2])
    document: Any = load_json(run("changelog", "utopia", "--format", "json").out.encode(), name="x")
    assert len(document["editions"]) == 9


def test_many_sentences_on_one_edition_are_counted(run: Run, store: Path) -> None:
    names = [
        f"{first}{second}"
        for first in ("Ba", "Do", "Ki", "Lu", "Me", "No")
        for second in ("ran", "mel", "tos", "vig", "zar")
    ]
    text = "".join(
        f"Exports of {name} to the world were $1{index} million in 2019.\n" for index, name in enumerate(names)
    )
    add(store, "desk", "2020-06-01", text)
    moved = text.replace("$1", "$3").replace("2019", "2021")
    add(store, "desk", "2022-06-01", moved)
    short, whole = run("changelog", "utopia").out, run("changelog", "utopia", "--all").out
    told = [chapter for chapter in chapters(short) if chapter.startswith("1 Jun 2022")]
    full = [chapter for chapter in chapters(whole) if chapter.startswith("1 Jun 2022")]
    sentences = full[0].count("\n- ")
    assert sentences > 25
    assert told[0].count("\n- ") == 25
    assert f"\nAnd {sentences - 25} more (" in told[0]
    assert "--all shows them." in told[0]


def test_an_undated_edition_is_held_against_the_newest_here_as_in_the_table_of_changes(run: Run, told: Path) -> None:
    add(told, "desk", None, "U.S. trade with Utopia was $24 billion.\n")
    last = load_json(run("changelog", "utopia", "--format", "json").out.encode(), name="out")["editions"][-1]
    undated, newest = last["snapshot"], "utopia/crs-2025-01-10"
    assert "undated" in undated
    assert last["against"][0] == newest
    (changes,) = (table for table in api.list_tables("utopia", folder=told) if table.name == "changes")
    pairs = list(dict.fromkeys(row[1:3] for row in changes.rows))
    assert pairs[-1] == (newest, undated)
    assert undated not in {old for old, _ in pairs}
