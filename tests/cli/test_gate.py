"""check, lint, rules and explain, as a CI job and an editor run them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from reportdiff.checks.catalogue import RULES
from reportdiff.records.json import load_json
from reportdiff.records.schema import validate
from tests.cli.conftest import Run

ABOUT = ("--subject", "utopia", "--publisher", "census", "--published", "2018-03-01")
SAME_YEAR = "The Census Bureau says that two-way trade with the United States was $16.5 billion in 2015.\n"
OTHER_YEAR = SAME_YEAR.replace("2015", "2017")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def committed(store: Path) -> Path:
    """The store, committed on main, and a branch to work on."""
    text = "Two-way trade with the United States increased from $9 billion in 2009 to $14 billion in 2015.\n"
    (store / "trade.txt").write_text(text, "utf-8")
    git(store, "init", "-q", "-b", "main")
    return store


def test_the_gate_trips_on_another_figure_for_the_same_year_only(run: Run, committed: Path) -> None:
    assert run("add", "trade.txt", "--subject", "utopia", "--publisher", "ustr", "--published", "2017-02-01").code == 0
    git(committed, "add", ".")
    git(committed, "commit", "-qm", "two reports")
    git(committed, "switch", "-qc", "census")
    assert run("check", "--against", "main").code == 0

    (committed / "census.txt").write_text(SAME_YEAR, "utf-8")
    assert run("add", "census.txt", *ABOUT).code == 0
    outcome = run("check", "--against", "main")
    assert outcome.code == 1
    said = " ".join(outcome.out.split())
    assert "RD102" in said
    assert "to $14 billion in 2015." in said
    assert "was $16.5 billion in 2015." in said

    subprocess.run(["rm", "-r", "snapshots/utopia/census-2018-03-01"], cwd=committed, check=True)
    (committed / "census.txt").write_text(OTHER_YEAR, "utf-8")
    assert run("add", "census.txt", *ABOUT).code == 0
    assert run("check", "--against", "main").code == 0
    assert "update, up 18 %" in run("diff", "ustr", "census").out


def test_a_contradiction_cannot_be_hidden_by_removing_the_older_report(run: Run, committed: Path) -> None:
    assert run("add", "trade.txt", "--subject", "utopia", "--publisher", "ustr", "--published", "2017-02-01").code == 0
    git(committed, "add", ".")
    git(committed, "commit", "-qm", "reports")
    subprocess.run(["rm", "-r", "snapshots/utopia/ustr-2017-02-01"], cwd=committed, check=True)
    (committed / "census.txt").write_text(SAME_YEAR, "utf-8")
    assert run("add", "census.txt", *ABOUT).code == 0
    assert run("check", "--against", "main").code == 1


@pytest.mark.parametrize(
    ("prepare", "said"),
    [((), "git init"), (("init", "-q"), "git commit")],
    ids=["no repository", "no commit"],
)
def test_history_that_is_not_there_is_never_a_pass(run: Run, store: Path, prepare: tuple[str, ...], said: str) -> None:
    if prepare:
        git(store, *prepare)
    outcome = run("check", "--against", "HEAD")
    assert outcome.code == 4
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    "revision", ["--output=x", "-c core.pager=x", "main; touch x", "a..b", "", "HEAD^{/x}", "a\nb"]
)
def test_a_hostile_revision_is_refused_and_makes_no_file(run: Run, store: Path, revision: str) -> None:
    git(store, "init", "-q", "-b", "main")
    before = {path.name for path in store.iterdir()}
    outcome = run("check", f"--against={revision}")
    assert outcome.code in (2, 4)
    assert outcome.err.count("\n") == 1
    assert {path.name for path in store.iterdir()} == before


def test_check_of_a_whole_store_has_remarks_only(run: Run, store: Path) -> None:
    outcome = run("check")
    assert outcome.code == 0
    assert "RD301 stale" in outcome.out
    assert run("check", "--fail-on", "info").code == 1
    assert run("check", "--as-of", "2017-06-01").out == "Nothing found.\n"
    assert run("check", "--as-of", "soon").code == 2


def test_settings_of_the_store_are_heeded(run: Run, store: Path) -> None:
    (store / "reportdiff.toml").write_text('fail_on = "info"\n', "utf-8")
    assert run("check").code == 1
    (store / "reportdiff.toml").write_text('[levels]\nstale = "none"\n', "utf-8")
    assert run("check").out == "Nothing found.\n"
    (store / "reportdiff.toml").write_text("fail_om = 1\n", "utf-8")
    assert run("check").code == 5


def test_findings_in_every_format(run: Run, store: Path) -> None:
    (store / "draft.md").write_text("# Utopia\n\nAbout a third of the population lives in poverty.\n", "utf-8")
    line = run("lint", "draft.md", "--format", "line").out
    assert re.fullmatch(r"draft\.md:3:1: warning RD301 stale: .*\n", line)
    assert "draft.md:3:1  warning  RD301 stale" in run("lint", "draft.md").out
    data = run("lint", "draft.md", "--format", "json").out.encode()
    validate(load_json(data, name="findings"), "findings", name="findings")
    (finding,) = json.loads(data)["findings"]
    assert finding["place"] == {"path": "draft.md", "line": 3, "column": 1, "end_line": 3, "end_column": 14}
    assert finding["new"]["publisher"] == "crs"
    assert run("lint", "draft.md").code == 0
    assert run("lint", "draft.md", "--fail-on", "warning").code == 1


def test_lint_of_drafts_and_stores_that_cannot_answer(run: Run, store: Path, tmp_path: Path) -> None:
    assert run("lint", "nofile.md").code == 3
    (store / "draft.md").write_text("About a third of the population lives in poverty.\n", "utf-8")
    assert run("lint", "draft.md", "--subject", "atlantis").code == 4


def test_rules_are_listed_and_explained(run: Run) -> None:
    text = run("rules").out
    assert all(f"{rule.code}  {rule.name}" in text for rule in RULES)
    assert run("explain", "RD301").out.startswith("# RD301 stale\n")
    assert run("explain", "nope").code == 4


def test_the_example_draft_is_flagged_where_it_is_wrong_and_nowhere_else(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not (root / "snapshots").is_dir():
        pytest.skip("the shipped snapshots are not there")
    monkeypatch.chdir(root)
    lines = run("lint", "examples/briefing.md", "--format", "line").out.splitlines()
    assert [tuple(re.findall(r"^.*?:([0-9]+):[0-9]+: \w+ (RD[0-9]+)", line)[0]) for line in lines] == [
        ("7", "RD102"),
        ("10", "RD502"),
        ("11", "RD102"),
        ("15", "RD301"),
        ("19", "RD302"),
        ("24", "RD102"),
    ]


def test_the_undated_analysis_is_remarked_upon_at_info_only(
    run: Run, root: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not (root / "snapshots").is_dir():
        pytest.skip("the shipped snapshots are not there")
    monkeypatch.chdir(root)
    outcome = run("lint", str(shared / "sources" / "analysis-undated.txt"), "--format", "line")
    assert outcome.code == 0
    (line,) = outcome.out.splitlines()
    assert "info RD203 event-year" in line
    assert "2006" in line
    assert "in force 2009" in line


@pytest.mark.parametrize("fail_on", ["error", "warning", "info", "none", None])
@pytest.mark.parametrize("command", [("check",), ("lint", "draft.md")])
def test_a_failure_for_the_ci_server_goes_with_the_exit_code(
    run: Run, store: Path, command: tuple[str, ...], fail_on: str | None
) -> None:
    junitparser = pytest.importorskip("junitparser")
    (store / "draft.md").write_text("# Utopia\n\nAbout a third of the population lives in poverty.\n", "utf-8")
    (store / "reportdiff.toml").write_text('fail_on = "info"\n', "utf-8")
    options = () if fail_on is None else ("--fail-on", fail_on)
    outcome = run(*command, *options, "--format", "junit")
    (suite,) = list(junitparser.JUnitXml.fromstring(outcome.out.encode()))
    assert suite.tests > 0
    assert (suite.failures > 0) is (outcome.code == 1)
    assert suite.failures == sum(case.is_failure for case in suite)
    assert outcome.code == int(fail_on in {None, "info"} or (fail_on == "warning" and command[0] == "lint"))
