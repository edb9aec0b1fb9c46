"""The dataset of a store: the same claims, written once, asked safely."""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.api.snapshots import list_snapshots
from reportdiff.model.errors import NotFound, UsageProblem
from reportdiff.store.dataset import read_fresh
from reportdiff.store.snapshots import find_store

pytest.importorskip("pyarrow", reason="the extra `dataset` is not installed")
pytest.importorskip("duckdb", reason="the extra `dataset` is not installed")

ROOT = Path(__file__).resolve().parents[2]

TOLD = (
    ("state", "2017-01-25", "Two-way trade was $14 billion in 2015. The population is 31 million."),
    ("state", "2018-01-25", "Two-way trade was $15 billion in 2015. The population is 31 million."),
    ("census", "2018-03-01", "Two-way trade was $16.5 billion in 2015."),
    (
        "bank",
        "2019-03-01",
        "Two-way trade was more than $13 billion in 2015. GDP growth was an estimated 4.0% in 2017.",
    ),
)


@pytest.fixture
def store(tmp_path):
    api.init(tmp_path)
    for publisher, day, text in TOLD:
        told = api.Told(subject="utopia", publisher=publisher, published=day)
        api.add(api.read_document(text.encode(), name="t.txt", told=told), text.encode(), folder=tmp_path)
    list(api.write_dataset(tmp_path / "set", folder=tmp_path))
    return tmp_path


def ask(store, question=None, **told):
    answer = api.ask(question, dataset=store / "set", **told)
    names = [column.name for column in answer.columns]
    return [dict(zip(names, row, strict=True)) for row in answer.rows]


def test_the_latest_observation_is_that_of_the_newest_edition(store):
    (trade,) = [row for row in ask(store, "latest") if row["series"].startswith("trade")]
    assert (trade["amount"], trade["unit"], trade["published"]) == (Decimal(13_000_000_000), "USD", date(2019, 3, 1))


FROM_THE_CLAIMS = """
SELECT subject, series, max(period_end || ' ' || published) AS last, count(*) AS figures FROM claims
WHERE kind = 'quantity' AND period_end IS NOT NULL GROUP BY ALL ORDER BY ALL
"""


def test_the_latest_observations_are_those_of_all_claims(store):
    told = b"The population was 30 million in 2012. Two-way trade was $9 billion in 2009 and $12 billion in 2013."
    about = api.Told(subject="utopia", publisher="bank", published="2020-03-01")
    api.add(api.read_document(told, name="t.txt", told=about), told, folder=store)
    list(api.write_dataset(store / "set", folder=store))
    asked = ask(store, "latest")
    from_claims = ask(store, sql=FROM_THE_CLAIMS)
    assert sum(row["figures"] for row in from_claims) > len(from_claims) == len(asked) >= 3
    assert [(row["series"], str(row["period_end"]), str(row["published"])) for row in asked] == [
        (row["series"], *row["last"].split()) for row in from_claims
    ]


def test_an_edition_that_tells_a_figure_twice_is_quoted_where_it_does_first(tmp_path):
    api.init(tmp_path)
    told = b"Two-way trade was $14 billion in 2015.\n\nTwo-way trade was $14.0 billion in 2015."
    about = api.Told(subject="utopia", publisher="bank", published="2016-03-01")
    api.add(api.read_document(told, name="t.txt", told=about), told, folder=tmp_path)
    list(api.write_dataset(tmp_path / "set", folder=tmp_path))
    assert [row["value"] for row in ask(tmp_path, "latest")] == ["$14 billion"]


def test_contradictions_are_those_of_two_publishers_whose_intervals_lie_apart(store):
    found = {(row["old_snapshot"], row["new_snapshot"]) for row in ask(store, "contradictions")}
    assert found == {
        ("utopia/state-2017-01-25", "utopia/census-2018-03-01"),
        ("utopia/state-2018-01-25", "utopia/census-2018-03-01"),
    }


def test_a_revision_is_of_one_document(store):
    (row,) = ask(store, "revisions")
    assert (row["old_value"], row["new_value"], row["document"]) == ("$14 billion", "$15 billion", "state/utopia")


def test_what_is_repeated_is_carried_over(store):
    (row,) = ask(store, "carried-over")
    assert (row["value"], row["times_repeated"], row["last_told"]) == ("31 million", 1, date(2018, 1, 25))


def test_coverage_counts_publishers(store):
    rows = {row["series"]: row for row in ask(store, "coverage")}
    assert rows["population.total"]["publishers"] == 1
    assert max(row["publishers"] for row in rows.values()) == 3


def test_the_questions_and_the_gate_agree(store):
    gate = {
        (finding.old.snapshot.id, finding.new.snapshot.id)
        for finding in api.check(folder=store)
        if finding.rule.name == "contradiction-across-editions"
    }
    asked = {(row["old_snapshot"], row["new_snapshot"]) for row in ask(store, "contradictions")}
    assert asked == gate


def test_only_what_changed_is_written_again(store):
    assert list(api.write_dataset(store / "set", folder=store)) == [("utopia", False)]
    told = api.Told(subject="atlantis", publisher="state", published="2017-01-25")
    text = b"Two-way trade was $1 billion in 2015."
    api.add(api.read_document(text, name="t.txt", told=told), text, folder=store)
    assert list(api.write_dataset(store / "set", folder=store)) == [("atlantis", True), ("utopia", False)]
    assert len(ask(store, sql="SELECT * FROM claims WHERE subject = 'atlantis'")) == 1
    shutil.rmtree(store / "snapshots/utopia")
    list(api.write_dataset(store / "set", folder=store))
    assert ask(store, sql="SELECT DISTINCT subject FROM claims") == [{"subject": "atlantis"}]


def test_written_twice_it_has_the_same_bytes(store):
    list(api.write_dataset(store / "again", folder=store))
    files = sorted(path.relative_to(store / "set") for path in (store / "set").rglob("*.parquet"))
    assert len(files) == 3
    assert [
        path for path in files if (store / "set" / path).read_bytes() != (store / "again" / path).read_bytes()
    ] == []


def test_a_fresh_dataset_holds_the_very_snapshots(store):
    known = tuple(list_snapshots("utopia", folder=store))
    assert read_fresh(store / "set", find_store(store), "utopia") == known


def test_a_stale_dataset_is_not_taken_for_the_store(store):
    text = b"The population was 32 million in 2019."
    told = api.Told(subject="utopia", publisher="state", published="2020-01-25")
    api.add(api.read_document(text, name="t.txt", told=told), text, folder=store)
    assert read_fresh(store / "set", find_store(store), "utopia") is None


@pytest.mark.parametrize(
    "sql",
    [
        "COPY claims TO 'leak.csv'",
        "COPY (SELECT 1) TO 'leak.csv'",
        "ATTACH 'leak.db' AS leak",
        "CREATE TABLE leak AS SELECT 1",
        "SELECT 1; SELECT 2",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM read_csv('https://example.org/a.csv')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT nonsense FROM claims",
        "EXPORT DATABASE 'leak'",
        "",
    ],
)
def test_a_query_reads_the_dataset_and_nothing_else(store, sql, monkeypatch):
    monkeypatch.chdir(store)
    before = sorted(store.rglob("*"))
    with pytest.raises(UsageProblem):
        ask(store, sql=sql)
    assert sorted(store.rglob("*")) == before


def test_unknown_questions_and_datasets_are_named(store, tmp_path):
    with pytest.raises(NotFound, match="did you mean 'latest'"):
        ask(store, "lates")
    with pytest.raises(NotFound, match="export --format parquet"):
        api.ask("latest", dataset=tmp_path / "none")
    with pytest.raises(UsageProblem, match="one question"):
        ask(store, "latest", sql="SELECT 1")


def test_each_question_says_what_it_asks():
    assert list(api.list_questions()) == ["carried-over", "contradictions", "coverage", "latest", "revisions"]
    assert all(words.endswith(".") for words in api.list_questions().values())
