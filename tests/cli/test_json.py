"""What each command prints as JSON, by the table of docs/formats.md: its schema, and an example that is run."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from reportdiff.cli.main import commands
from reportdiff.cli.main import main as run_command
from reportdiff.records.json import load_json
from reportdiff.records.schema import SCHEMAS, build_validator
from tests.cli.conftest import Outcome, Run

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "formats.md").read_text("utf-8")
ROWS = re.findall(r"^\| `([a-z -]+)` \| `([a-z-]+)` \| `reportdiff ([^`]+)` \|$", PAGE, re.MULTILINE)
FILES = re.findall(r"^\| [^|]+ \| `([a-z-]+)` \|$", PAGE, re.MULTILINE)
WAIVED = ("--owner", "Ann", "--reason", "an archive may say so", "--until", "2030-01-01")
FINE = {0, 1}
EMPTY = {"baseline prune", "validate"}
"""The examples without anything in a list."""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped store with a waiver, its examples, and a dataset of it."""
    folder = tmp_path_factory.mktemp("shipped")
    for name in ("snapshots", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run_command(["export", "--format", "parquet", "-o", "dataset"]) == 0
        assert run_command(["check", "--format", "json", "-o", "found.json"]) in FINE
        found = json.loads((folder / "found.json").read_text("utf-8"))["findings"]
        assert run_command(["waive", found[0]["fingerprint"], *WAIVED]) == 0
    return folder


@pytest.fixture
def shipped(run: Run, prepared: Path, tmp_path: Path) -> Path:
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return tmp_path


def value_of(outcome: Outcome, schema: str, run: Run) -> Any:
    """What a command printed, once it is known to fit the schema as a user gets it."""
    value: Any = load_json(outcome.out.encode(), name=schema)
    errors = [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for error in build_validator(json.loads(run("schema", schema).out)).iter_errors(value)
    ]
    assert errors == []
    return value


@pytest.mark.parametrize(("command", "schema", "example"), ROWS, ids=lambda each: each[:24])
def test_the_example_fits_the_schema(run: Run, shipped: Path, command: str, schema: str, example: str) -> None:
    arguments = shlex.split(example)
    assert arguments[: len(command.split())] == command.split()
    outcome = run(*arguments)
    assert outcome.code in FINE
    assert outcome.err == ""
    assert outcome.out.endswith("}\n")
    lists = [each for each in value_of(outcome, schema, run).values() if isinstance(each, list)]
    assert any(lists) is (command not in EMPTY)


def with_json(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[str]:
    """The commands that have ``--format json``."""
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from with_json(command, (*path, name))
        for option in command.params:
            if option.name == "form" and isinstance(option.type, click.Choice) and "json" in option.type.choices:
                yield " ".join((*path, name))


def test_the_page_has_every_command_with_json() -> None:
    listed = [command for command, _, _ in ROWS]
    assert len(set(listed)) == len(listed)
    assert {command.partition(" --")[0] for command in listed} == set(with_json(commands))


def test_the_page_has_every_schema() -> None:
    assert {schema for _, schema, _ in ROWS} | set(FILES) == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_printed_as_json(run: Run, name: str) -> None:
    outcome = run("schema", name)
    assert (outcome.code, outcome.err) == (0, "")
    schema = json.loads(outcome.out)
    build_validator(schema).check_schema(schema)
    assert schema["$id"] == f"urn:reportdiff:schema:{name}:{schema['$id'].rpartition(':')[2]}"
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    assert schema["description"]
    assert name in run("schema").out.splitlines()


def test_what_is_wrong_is_told_in_json(run: Run, store: Path) -> None:
    folder = store / "snapshots" / "utopia" / "crs-2024-01-10"
    (folder / "text.md").write_text("something else", "utf-8")
    for command, schema in (("validate", "problems"), ("renormalize", "renewals")):
        outcome = run(command, "--format", "json")
        assert (outcome.code, outcome.err) == (3, "")
        problems = value_of(outcome, schema, run)["problems"]
        assert [each["snapshot"] for each in problems] == ["utopia/crs-2024-01-10"]
    outcome = run("check", "--format", "json")
    assert (outcome.code, outcome.err) == (1, "")
    assert "RD901" in {each["rule"]["code"] for each in value_of(outcome, "findings", run)["findings"]}


def test_what_became_of_each_document_is_told_in_json(run: Run, store: Path) -> None:
    (store / "new").mkdir()
    (store / "new" / "a.txt").write_text("Trade was $5 billion in 2015.\n", "utf-8")
    (store / "new" / "b.json").write_text("{", "utf-8")
    told = ("--subject", "utopia", "--publisher", "bank", "--published", "2020-01-01", "--format", "json")
    outcome = run("add", "new", *told)
    assert (outcome.code, outcome.err) == (3, "")
    value = value_of(outcome, "additions", run)
    assert value["added"] == [
        {"source": "new/a.txt", "snapshot": "utopia/bank-2020-01-01", "is_new": True, "supersedes": None, "claims": 1}
    ]
    assert [each["source"] for each in value["refused"]] == ["new/b.json"]
    (store / "new" / "b.json").unlink()
    again = run("add", "new", *told)
    assert (again.code, again.err) == (0, "")
    assert [(each["is_new"], each["claims"]) for each in value_of(again, "additions", run)["added"]] == [(False, None)]
    (store / "new" / "a.txt").write_text("Trade was $6 billion in 2015.\n", "utf-8")
    (added,) = value_of(run("add", "new/a.txt", *told), "additions", run)["added"]
    assert (added["snapshot"], added["supersedes"]) == ("utopia/bank-2020-01-01.2", "utopia/bank-2020-01-01")
    refused = run("add", "missing.txt", *told)
    assert (refused.code, refused.out, refused.err.count("\n")) == (3, "", 1)


def test_an_empty_store_is_told_in_json(run: Run, tmp_path: Path) -> None:
    assert run("init").code == 0
    for command, schema in (("list", "snapshots"), ("validate", "problems"), ("waivers", "waiver-states")):
        outcome = run(command, "--format", "json")
        assert (outcome.code, outcome.err) == (0, "")
        value_of(outcome, schema, run)
