"""init, add, list, show, validate, diff and schema, as a user runs them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from reportdiff.records.json import load_json
from reportdiff.records.schema import SCHEMAS, validate
from tests.cli.conftest import CRS, STATE, Run


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_init_makes_a_store_and_leaves_what_is_there(run: Run, tmp_path: Path) -> None:
    assert run("init").out.splitlines() == ["snapshots/", "reportdiff.toml", ".github/workflows/reportdiff.yml"]
    (tmp_path / "reportdiff.toml").write_text("fiscal_year_start = 7\n", "utf-8")
    assert run("init").code == 0
    assert (tmp_path / "reportdiff.toml").read_text("utf-8") == "fiscal_year_start = 7\n"


def test_init_refuses_where_a_file_lies_in_the_place_of_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".github").write_text("mine", "utf-8")
    outcome = run("init")
    assert (outcome.code, outcome.err.count("\n")) == (3, 1)
    assert ".github/workflows: cannot be written: not a directory; a file lies where a folder is needed" in outcome.err


def test_init_refuses_where_a_file_lies_in_the_place_of_the_store(run: Run, tmp_path: Path) -> None:
    (tmp_path / "snapshots").write_text("mine", "utf-8")
    outcome = run("init")
    assert (outcome.code, outcome.err.count("\n")) == (3, 1)
    assert "snapshots: cannot be written: file exists; a file lies where a folder is needed" in outcome.err
    assert (tmp_path / "snapshots").read_text("utf-8") == "mine"


def test_add_prints_the_id_and_keeps_the_bytes(run: Run, store: Path) -> None:
    folder = store / "snapshots" / "utopia" / "state-2017-01-25"
    assert (folder / "source.txt").read_text("utf-8") == STATE
    assert {path.name for path in folder.iterdir()} == {"source.txt", "text.md", "snapshot.json"}


def test_adding_the_same_bytes_again_changes_nothing(run: Run, store: Path) -> None:
    before = files_of(store / "snapshots")
    outcome = run("add", "state.txt", "--subject", "utopia", "--publisher", "state", "--published", "2017-01-25")
    assert outcome.out == "utopia/state-2017-01-25\n"
    assert "nothing changed" in outcome.err
    assert files_of(store / "snapshots") == before


def test_other_bytes_for_the_same_day_are_a_new_edition_and_said(run: Run, store: Path) -> None:
    (store / "state.txt").write_text(STATE + "\nOne more line.\n", "utf-8")
    outcome = run("add", "state.txt", "--subject", "utopia", "--publisher", "state", "--published", "2017-01-25")
    assert outcome.out == "utopia/state-2017-01-25.2\n"
    assert outcome.err.count("\n") == 1
    assert "utopia/state-2017-01-25 " in outcome.err


def test_a_document_without_a_figure_is_stored_and_that_is_said(run: Run, store: Path) -> None:
    (store / "words.txt").write_text("The governments have met and will meet again.\n", "utf-8")
    outcome = run("add", "words.txt", "--subject", "utopia", "--publisher", "me", "--published", "2020-01-01")
    assert outcome.code == 0
    assert outcome.out == "utopia/me-2020-01-01\n"
    assert "not a single figure or fact" in outcome.err


def test_one_bad_source_among_several_stores_nothing(run: Run, store: Path) -> None:
    before = files_of(store / "snapshots")
    outcome = run(
        "add", "crs.txt", "nofile.txt", "--subject", "utopia", "--publisher", "x", "--published", "2020-01-01"
    )
    assert outcome.code == 3
    assert files_of(store / "snapshots") == before


def test_list_names_each_snapshot_with_its_claims(run: Run, store: Path) -> None:
    lines = run("list").out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["utopia/crs-2024-01-10", "2024-01-10"],
        ["utopia/state-2017-01-25", "2017-01-25"],
    ]
    assert all("claims" in line for line in lines)
    assert run("list", "atlantis").code == 4


def test_show_quotes_every_claim(run: Run, store: Path) -> None:
    text = " ".join(run("show", "crs").out.split())
    assert "over $22 billion (2022)" in text
    assert "from $9 billion in 2009 to over $22 billion in 2022." in text


@pytest.mark.parametrize("old", ["state", "utopia/state-2017-01-25", "state-2017", "snapshots/utopia/state-2017-01-25"])
def test_diff_takes_an_id_a_part_of_one_and_a_path(run: Run, store: Path, old: str) -> None:
    outcome = run("diff", old, "crs")
    assert outcome.code == 0
    assert "$14 billion (2015) → over $22 billion (2022)" in outcome.out
    assert "update, up more than 57 %" in outcome.out


def test_diff_takes_documents_snapshot_files_and_standard_input(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_id = run("diff", "state", "crs", "--format", "json").out
    for name in ("state", "crs"):
        assert run("show", name, "--format", "json", "-o", f"{name}.json").code == 0
    assert run("diff", "state.json", "crs.json", "--format", "json").out == by_id
    data = (store / "crs.json").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
    assert run("diff", "state", "-", "--format", "json").out == by_id
    assert "over $22 billion" in run("diff", "state.txt", "crs.txt").out


def test_the_json_of_a_diff_fits_its_schema(run: Run, store: Path) -> None:
    data = run("diff", "state", "crs", "--format", "json").out.encode()
    validate(load_json(data, name="diff"), "diff", name="diff")


def test_exit_code_tells_whether_there_is_news(run: Run, store: Path) -> None:
    assert run("diff", "state", "crs", "--exit-code").code == 1
    assert run("diff", "state", "state", "--exit-code").code == 0
    assert "no news" in run("diff", "state", "state").out


def test_only_some_aspects(run: Run, store: Path) -> None:
    every = json.loads(run("diff", "state", "crs", "--format", "json").out)["changes"]
    figures = json.loads(run("diff", "state", "crs", "--only", "figures", "--format", "json").out)["changes"]
    facts = json.loads(run("diff", "state", "crs", "--only", "facts,framing", "--format", "json").out)["changes"]
    assert len(every) == len(figures) + len(facts)
    assert run("diff", "state", "crs", "--only", "colours").code == 2


def test_normalize_prints_the_snapshot_with_its_text_and_stores_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "crs.txt").write_text(CRS, "utf-8")
    outcome = run("normalize", "crs.txt", "--subject", "Utopia", "--publisher", "CRS", "--published", "2024-01-10")
    snapshot = json.loads(outcome.out)
    validate(load_json(outcome.out.encode(), name="snapshot"), "snapshot", name="snapshot")
    assert snapshot["id"] == "utopia/crs-2024-01-10"
    assert snapshot["publisher"] == {"id": "crs", "name": "CRS"}
    assert all(
        snapshot["text"][c["position"]["start"] : c["position"]["end"]] == c["quote"]["exact"]
        for c in snapshot["claims"]
    )
    assert [path.name for path in tmp_path.iterdir()] == ["crs.txt"]


def test_validate_says_that_all_holds(run: Run, store: Path) -> None:
    assert run("validate").out == "2 snapshots: schema, hashes and quotes hold.\n"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_can_be_printed(run: Run, name: str) -> None:
    assert json.loads(run("schema", name).out)["$schema"].endswith("2020-12/schema")


def test_schema_lists_their_names_and_refuses_others(run: Run) -> None:
    assert run("schema").out.split() == list(SCHEMAS)
    assert run("schema", "nope").code == 4
