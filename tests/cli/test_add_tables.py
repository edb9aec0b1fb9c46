"""Tables and records into the store, with and without a mapping."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TABLE = """country,indicator,year,value,unit
Utopia,GDP growth,2019,2.2,%
Utopia,Exports,2019,47.98,US$ billion
Atlantis,GDP growth,2019,9.9,%
"""
MAPPING = """
[where]
country = "Utopia"
[labels]
Exports = "Total exports"
"""
TOLD = ("--subject", "utopia", "--publisher", "wb", "--published", "2020-05-01")


def figures(run: Run, name: str) -> list[tuple[str, str, str]]:
    snapshot = json.loads(run("show", name, "--format", "json").out)
    return [(c["measure"], str(c["value"]["amount"]), c["period"]["start"]) for c in snapshot["claims"]]


def test_a_mapping_is_kept_beside_the_source_and_used_again(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "t.csv").write_text(TABLE)
    (tmp_path / "m.toml").write_text(MAPPING)
    assert run("add", "t.csv", "--mapping", "m.toml", *TOLD).code == 0
    folder = tmp_path / "snapshots" / "utopia" / "wb-2020-05-01"
    assert (folder / "mapping.toml").read_text() == MAPPING
    told = figures(run, "wb")
    assert [amount for _, amount, _ in told] == ["2.2", "47980000000"]
    assert "Total exports: US$47.98 billion (2019)" in (folder / "text.md").read_text()
    assert run("renormalize").out == "utopia/wb-2020-05-01: unchanged\n"
    (folder / "mapping.toml").write_text(MAPPING + "\n")
    outcome = run("renormalize")
    assert outcome.code == 3 and "mapping" in outcome.err
    assert figures(run, "wb") == told


def test_without_a_mapping_another_country_is_never_taken_for_this_one(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "t.csv").write_text(TABLE)
    run("add", "t.csv", *TOLD)
    assert not any(measure == "gdp.growth" and amount == "9.9" for measure, amount, _ in figures(run, "wb"))


@pytest.mark.parametrize(
    ("mapping", "said"),
    [("only = 3", "only is 3"), ("colour = 1", "unknown key 'colour'"), ("[columns]\na = \"b\"", "no column is a 'b'"), ("x =", "not TOML")],
)  # fmt: skip
def test_a_bad_mapping_is_one_line(run: Run, tmp_path: Path, mapping: str, said: str) -> None:
    run("init")
    (tmp_path / "t.csv").write_text(TABLE)
    (tmp_path / "m.toml").write_text(mapping)
    outcome = run("add", "t.csv", "--mapping", "m.toml", *TOLD)
    assert outcome.code == 5 and said in outcome.err and outcome.err.count("\n") == 1


def test_a_mapping_is_for_tables_and_records(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "t.txt").write_text("Exports were $5 billion in 2020.")
    (tmp_path / "m.toml").write_text(MAPPING)
    outcome = run("add", "t.txt", "--mapping", "m.toml", *TOLD)
    assert outcome.code == 2 and "CSV, XLSX, JSON" in outcome.err


def test_a_json_with_a_schema_version_is_a_snapshot_and_any_other_a_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text(json.dumps({"Economy": {"GDP growth": "2.2% (2019)"}}))
    (tmp_path / "new.json").write_text(json.dumps({"Economy": {"GDP growth": "2.5% (2019)"}}))
    outcome = run("diff", "old.json", "new.json")
    assert outcome.code == 0 and "2.2 %" in outcome.out and "2.5 %" in outcome.out
    (tmp_path / "old.json").write_text('{"schema_version": 1}')
    assert run("diff", "old.json", "new.json").code == 3
    (tmp_path / "old.json").write_text('{"Economy": ')
    outcome = run("diff", "old.json", "new.json")
    assert outcome.code == 3 and "old.json" in outcome.err and outcome.err.count("\n") == 1
