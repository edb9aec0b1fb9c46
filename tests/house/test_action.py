"""The action's own script, run as the platform runs it: inputs in the environment, never in the script."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
EMPTY = dict.fromkeys(STEPS["Check"]["env"], "")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


@pytest.fixture
def store(tmp_path):
    shutil.copytree(ROOT / "snapshots", tmp_path / "snapshots")
    shutil.copy(ROOT / "examples/briefing.md", tmp_path / "briefing.md")
    return tmp_path


def run_check(folder, script=STEPS["Check"]["run"], store=None, **inputs):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    told = {**EMPTY, "INPUT_STORE": store or str(folder), **inputs, "PATH": path, "HOME": str(folder)}
    shell = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(shell, env=told, capture_output=True, text=True, cwd=folder, check=False)


def test_no_input_is_written_into_a_script():
    assert [name for name, step in STEPS.items() if "${{" in step.get("run", "")] == []


def test_each_input_reaches_a_step():
    told = str(ACTION["runs"])
    assert [name for name in ACTION["inputs"] if f"inputs.{name} " not in told] == []


def test_the_store_alone(store):
    done = run_check(store)
    assert (done.returncode, done.stderr) == (0, "")


def test_drafts_end_with_the_worst_code(store):
    (store / "sound.md").write_text("---\nsubject: peru\n---\nPeru is a country in South America with a long coast.\n")
    assert run_check(store, INPUT_DRAFTS="sound.md\n").returncode == 0
    done = run_check(store, INPUT_DRAFTS="sound.md\nbriefing.md\n")
    assert done.returncode == 1
    assert "briefing.md" in done.stdout
    assert run_check(store, INPUT_DRAFTS="briefing.md\nmissing.md\n").returncode == 3


def paths_of(sarif):
    (run,) = json.loads(sarif.read_text())["runs"]
    assert {run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"]} == {
        True
    }
    places = [each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]]
    related = [where for each in run["results"] for where in each["relatedLocations"]]
    return set(places), {each["physicalLocation"]["artifactLocation"]["uri"] for each in related}


def test_findings_on_store_and_drafts_as_sarif(store):
    assert run_check(store, INPUT_SARIF="out.sarif").returncode == 0
    alone = paths_of(store / "out.sarif")[0]
    assert {path.partition("/")[0] for path in alone} == {"snapshots"}
    assert run_check(store, INPUT_SARIF="out.sarif", INPUT_DRAFTS="briefing.md").returncode == 1
    assert paths_of(store / "out.sarif")[0] == {*alone, "briefing.md"}


def test_paths_begin_at_the_root_of_the_workspace(store, tmp_path_factory):
    workspace = tmp_path_factory.mktemp("workspace")
    subprocess.run(["git", "init", "-q", workspace], check=True)
    shutil.copytree(store, workspace / "reports")
    shutil.copy(store / "briefing.md", workspace / "other.md")
    drafts = "reports/briefing.md\nother.md\n"
    done = run_check(workspace, store="reports", INPUT_SARIF="out.sarif", INPUT_DRAFTS=drafts)
    assert done.returncode == 1
    named = {line.partition("file=")[2].partition(",")[0] for line in done.stdout.splitlines() if " file=" in line}
    places, related = paths_of(workspace / "out.sarif")
    assert named >= {"reports/briefing.md", "other.md"}
    assert {path for path in named | places | related if not (workspace / path).is_file()} == set()


@pytest.mark.parametrize("hostile", ["$(touch trap)", "; touch trap #", "`touch trap`", "--output=trap", "a\nb"])
@pytest.mark.parametrize("name", ["INPUT_REVISION", "INPUT_LEVEL", "INPUT_DRAFTS"])
def test_an_input_is_never_a_command(store, name, hostile):
    assert run_check(store, **{name: hostile}).returncode != 0
    assert not (store / "trap").exists()


def test_damage_to_the_store_fails(store):
    (store / "snapshots/peru/crs-2024-01-10/text.md").write_text("Something else.\n")
    assert run_check(store).returncode == 3
