"""``timeline``, ``blame`` and ``measures``; dated addresses in ``diff``."""

from __future__ import annotations

import json
from pathlib import Path

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
    """The made-up store with a conflict, a repetition and two open measures."""
    add(
        store,
        "census",
        "2018-03-01",
        "Two-way trade was $16.5 billion in 2015. The harbor had 12 container cranes in 2015.",
    )
    add(
        store,
        "port",
        "2020-03-01",
        "Two-way trade was $14 billion in 2015. The harbor had 15 container cranes in 2019.",
    )
    return store


def test_a_timeline_shows_each_observation_with_its_source(run: Run, told: Path) -> None:
    done = run("timeline", "utopia", "two-way trade", "--all")
    assert done.code == 0
    for shown in (
        "2009 ▁·····▃······█ 2022",
        "$9 billion        state, 25 Jan 2017",
        "⋮ nothing for 2010 to 2014",
        "! contradiction: census, 1 Mar 2018 says $16.5 billion",
        "“Two-way trade was $16.5 billion in 2015.”",
    ):
        assert shown in done.out, done.out


def test_without_a_measure_all_are_listed_those_told_more_than_once_first(run: Run, told: Path) -> None:
    done = run("timeline", "utopia")
    assert done.code == 0
    assert done.out.startswith("utopia: ")
    first, _, rest = done.out.partition("Poverty rate")
    assert "Two-way trade" in first
    assert "told once" in rest


def test_as_of_leaves_out_what_came_later(run: Run, told: Path) -> None:
    done = run("timeline", "utopia", "poverty.rate", "--as-of", "2020-01-01", "--format", "json")
    (timeline,) = json.loads(done.out)["timelines"]
    assert [each["snapshot"] for each in timeline["observations"]] == ["utopia/state-2017-01-25"]
    assert timeline["observations"][0]["standing"] == "current"
    later = json.loads(run("timeline", "utopia", "poverty.rate", "--format", "json").out)
    assert later["timelines"][0]["observations"][0]["standing"] == "stale"
    assert later["as_of"] == "2024-01-10"


def test_the_json_fits_its_schema(run: Run, told: Path) -> None:
    for arguments in (("timeline", "utopia"), ("timeline", "utopia", "two-way trade")):
        done = run(*arguments, "--format", "json")
        validate(load_json(done.out.encode(), name="x"), "timeline", name="x")


@pytest.mark.parametrize(
    "arguments, code, said",
    [
        (("timeline", "utopia", "povrty.rate"), 4, "utopia: no measure 'povrty.rate'; the nearest are poverty.rate"),
        (("timeline", "nowhere"), 4, "no snapshot about 'nowhere'; the store has snapshots about utopia"),
        (
            ("timeline", "utopia", "poverty.rate", "--as-of", "2001-01-01"),
            4,
            "nothing of poverty.rate is known by 2001-01-01",
        ),
        (("timeline", "utopia", "--as-of", "soon"), 2, "--as-of 'soon' is no day of the calendar"),
        (("blame", "utopia", "xyzzy"), 4, "no measure 'xyzzy'"),
        (("blame", "utopia"), 2, "Missing argument 'MEASURE...'"),
        (("measures", "--subject", "nowhere"), 4, "no snapshot about 'nowhere'"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(
    run: Run, told: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_name_of_several_lists_them(run: Run, told: Path) -> None:
    add(
        told,
        "fao",
        "2021-01-01",
        "Exports of the United States to Utopia were $2 billion in 2019. Exports were $5 billion in 2019.",
    )
    done = run("timeline", "utopia", "trade")
    assert done.code == 4
    assert "'trade' may be any of trade." in done.err
    assert "; name one of them in full" in done.err


def test_blame_names_who_said_it_first_who_again_and_who_otherwise(run: Run, told: Path) -> None:
    add(told, "bank", "2025-01-01", "U.S. trade with Utopia was over $22 billion in 2022.")
    add(told, "fund", "2025-02-01", "U.S. trade with Utopia was $19 billion in 2022.")
    done = run("blame", "utopia", "two-way", "trade", "--as-of", "2025-01-31")
    assert done.code == 0, done.err
    assert "first said by crs, 10 Jan 2024: over $22 billion (2022)" in done.out
    assert "last confirmed by bank, 1 Jan 2025: over $22 billion (2022)" in done.out
    assert "Nobody has said otherwise." in done.out
    later = run("blame", "utopia", "two-way trade")
    assert "otherwise (contradiction) crs, 10 Jan 2024: over $22 billion (2022)" in later.out
    assert "“U.S. trade with Utopia was $19 billion in 2022.”" in later.out


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize(
    "arguments",
    [
        ("timeline", "utopia"),
        ("timeline", "utopia", "poverty.rate", "--all"),
        ("blame", "utopia", "poverty.rate"),
        ("measures",),
    ],
)
def test_no_line_is_wider_than_the_screen(
    run: Run, told: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run(*arguments).out.splitlines()
    toml = ("[measures.", "name = ", "families = ", "phrases = ")
    assert [line for line in lines if len(line) > columns and not line.startswith(toml)] == []


def test_what_a_document_says_cannot_move_the_terminal(run: Run, told: Path) -> None:
    add(told, "evil", "2022-01-01", "Two-way trade of the \x1b[31mred\u202e state was $15 billion in 2016.")
    for arguments in (
        ("timeline", "utopia", "two-way trade", "--all"),
        ("timeline", "utopia"),
        ("blame", "utopia", "two-way trade"),
    ):
        out = run(*arguments).out
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_the_vocabulary_is_listed_and_completed(run: Run, told: Path, tmp_path: Path) -> None:
    done = run("measures")
    assert done.code == 0
    listed, _, proposed = done.out.partition("# Met more than once")
    assert len([line for line in listed.splitlines() if line.startswith("poverty.rate ")]) == 1
    assert "synonyms)" in listed
    assert "[measures.'" in proposed
    (tmp_path / "own.toml").write_text("# Met more than once" + proposed, "utf-8")
    (tmp_path / "reportdiff.toml").write_text('vocabulary = ["own.toml"]\n', "utf-8")
    completed = run("measures").out.partition("# Met more than once")[0]
    assert len(completed.splitlines()) > len(listed.splitlines())
    ours = run("measures", "--subject", "utopia").out
    assert "poverty.rate" in ours
    assert "literacy" not in ours


def test_the_vocabulary_is_listed_without_a_store_too(run: Run) -> None:
    done = run("measures")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1].endswith(" measures.")


def test_a_dated_address_names_the_newest_edition_known_then(run: Run, told: Path) -> None:
    add(told, "crs", "2022-06-01", "The poverty rate was 21% in 2018.")
    done = run("diff", "utopia/crs@2023-12-31", "utopia/crs@2024-12-31", "--format", "json")
    found = json.loads(done.out)
    assert (found["old"]["id"], found["new"]["id"]) == ("utopia/crs-2022-06-01", "utopia/crs-2024-01-10")


@pytest.mark.parametrize(
    "address, said",
    [
        ("utopia@2024-12-31", "'utopia@2024-12-31' may be any of utopia/census-2018-03-01, utopia/crs-2024-01-10"),
        ("utopia/crs@2020-01-01", "no edition of 'utopia/crs' is known by 2020-01-01"),
        ("utopia/crs@soon", "'soon' in 'utopia/crs@soon' is no day"),
        ("utopia/nobody@2024-12-31", "no edition of 'utopia/nobody' is known by 2024-12-31"),
    ],
)
def test_an_address_that_names_no_one_edition_is_refused_with_the_list(
    run: Run, told: Path, address: str, said: str
) -> None:
    done = run("diff", address, "crs-2024")
    assert (done.code, done.out) == (4, "")
    assert said in done.err


def test_an_address_without_publisher_is_enough_where_there_is_but_one(run: Run, told: Path) -> None:
    done = run("diff", "utopia@2017-12-31", "crs-2024", "--format", "json")
    assert json.loads(done.out)["old"]["id"] == "utopia/state-2017-01-25"
