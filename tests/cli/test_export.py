"""``export`` and ``query``, as a user types them."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from reportdiff.cli.main import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def store(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "snapshots", tmp_path / "snapshots")
    (tmp_path / "taken").write_text("mine")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, capfd):
    code = main(list(arguments))
    told = capfd.readouterr()
    return code, told.out, told.err


def test_csv_files_and_one_table(store, capfd):
    assert run("export", "-o", "out", capfd=capfd) == (0, "", "")
    assert sorted(path.name for path in (store / "out").iterdir()) == ["changes.csv", "claims.csv", "observations.csv"]
    code, out, _ = run("export", "--table", "claims", "--subject", "peru", capfd=capfd)
    assert code == 0
    assert out.encode() == (store / "out/claims.csv").read_bytes()


def test_a_database(store, capfd):
    assert run("export", "--format", "sqlite", "-o", "peru.db", capfd=capfd)[0] == 0
    with sqlite3.connect(store / "peru.db") as base:
        assert base.execute("SELECT count(*) FROM changes WHERE kind = 'contradiction'").fetchone() == (0,)


def test_a_workbook(store, capfd):
    pytest.importorskip("xlsxwriter")
    assert run("export", "--format", "xlsx", "-o", "peru.xlsx", capfd=capfd)[0] == 0
    assert (store / "peru.xlsx").read_bytes().startswith(b"PK")


def test_a_dataset_is_written_once_and_asked(store, capfd):
    pytest.importorskip("duckdb")
    assert run("export", "--format", "parquet", "-o", "set", capfd=capfd)[2] == "1 subject written\n"
    assert run("export", "--format", "parquet", "-o", "set", capfd=capfd)[2] == "nothing has changed\n"
    code, out, _ = run("query", "coverage", "--dataset", "set", "--format", "csv", capfd=capfd)
    assert code == 0
    assert '"peru","gdp.growth",4,1,1,2020-01-01,2023-12-31\n' in out
    code, out, _ = run("query", "--sql", "SELECT count(*) AS n FROM snapshots", "--dataset", "set", capfd=capfd)
    assert (code, out) == (0, "n\n─\n3\n")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["export"], 2, "name a folder with -o"),
        (["export", "--format", "xlsx"], 2, "name it with -o"),
        (["export", "--format", "parquet"], 2, "no dataset is named"),
        (["export", "--format", "parquet", "-o", "set", "--subject", "peru"], 2, "whole store"),
        (["export", "--table", "claims", "--subject", "atlantis"], 4, "no snapshot about 'atlantis'"),
        (["export", "-o", "snapshots"], 2, "lies in the store itself"),
        (["export", "--format", "parquet", "-o", "set/../snapshots/peru"], 2, "lies in the store itself"),
        (["site", "-o", "snapshots/pages"], 2, "lies in the store itself"),
        (["query", "latest"], 2, "--dataset"),
        (["query", "latest", "--dataset", "none"], 4, "no dataset"),
        (["query", "--dataset", "none"], 2, "--list shows the names"),
        (["export", "--format", "sqlite", "-o", "missing/peru.db"], 3, "missing"),
        (["export", "-o", "taken"], 3, "a file lies where a folder is needed"),
        (["export", "--format", "parquet", "-o", "taken"], 3, "a file lies where a folder is needed"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(store, capfd, arguments, code, words):
    pytest.importorskip("duckdb")
    done, out, err = run(*arguments, capfd=capfd)
    assert (done, out) == (code, "")
    assert words in err
    assert err.count("\n") == 1


def test_the_questions_are_listed(store, capfd):
    code, out, _ = run("query", "--list", capfd=capfd)
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [
        "carried-over", "contradictions", "coverage", "latest", "revisions",
    ]  # fmt: skip
