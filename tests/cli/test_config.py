"""Every setting with where it comes from, and levels by rule, path, publisher and subject."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FILE = """\
fail_on = "warning"
vocabulary = []
prefer = ["crs"]
[levels]
stale = "error"
[[levels_for]]
paths = ["archive/**"]
publishers = ["state"]
level = "none"
"""


def shown(run: Run, *options: str) -> dict[str, tuple[object, str]]:
    outcome = run("config", "show", "--format", "json", *options)
    assert outcome.code == 0
    return {each["name"]: (each["value"], each["origin"]) for each in json.loads(outcome.out)["settings"]}


def test_an_option_goes_before_the_environment_and_that_before_the_file(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown(run)["fail_on"] == ("error", "default")
    (store / "pyproject.toml").write_text('[tool.reportdiff]\nfail_on = "info"\n', "utf-8")
    assert shown(run)["fail_on"] == ("info", "pyproject.toml [tool.reportdiff]")
    assert run("check").code == 1
    (store / "reportdiff.toml").write_text(FILE.replace("error", "info"), "utf-8")
    assert shown(run)["fail_on"] == ("warning", "reportdiff.toml")
    assert run("check").code == 0
    monkeypatch.setenv("REPORTDIFF_FAIL_ON", "info")
    monkeypatch.setenv("REPORTDIFF_FISCAL_YEAR_START", "4")
    assert shown(run)["fail_on"] == ("info", "REPORTDIFF_FAIL_ON")
    assert shown(run)["fiscal_year_start"] == (4, "REPORTDIFF_FISCAL_YEAR_START")
    assert run("check").code == 1
    assert shown(run, "--fail-on", "error")["fail_on"] == ("error", "--fail-on")
    assert run("check", "--fail-on", "error").code == 0
    assert run("check", "--fail-on", "none").code == 0


def test_every_value_is_shown_as_the_file_would_have_it(run: Run, store: Path) -> None:
    (store / "reportdiff.toml").write_text('watch = ["rule of law", ["a", "b"]]\n' + FILE, "utf-8")
    assert run("config", "show").out == (
        "fiscal_year_start = 10               # default\n"
        "vocabulary = []                      # reportdiff.toml\n"
        'levels.stale = "error"               # reportdiff.toml\n'
        'levels_for.1 = { paths = ["archive/**"], publishers = ["state"], level = "none" }  # reportdiff.toml\n'
        'prefer = ["crs"]                     # reportdiff.toml\n'
        'fail_on = "warning"                  # reportdiff.toml\n'
        'watch = ["rule of law", ["a", "b"]]  # reportdiff.toml\n'
        "fetch_from = []                      # default\n"
        'dataset = ""                         # default\n'
    )


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("REPORTDIFF_FAIL_ON", "eror", "REPORTDIFF_FAIL_ON: fail_on is 'eror' (did you mean 'error'?)"),
        ("REPORTDIFF_FISCAL_YEAR_START", "13", "REPORTDIFF_FISCAL_YEAR_START: fiscal_year_start is 13"),
        ("REPORTDIFF_FISCAL_YEAR_START", "x", "REPORTDIFF_FISCAL_YEAR_START: fiscal_year_start is 'x'"),
    ],
)
@pytest.mark.parametrize("command", [("config", "show"), ("check",)])
def test_a_wrong_environment_is_refused_by_name(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv(name, value)
    outcome = run(*command)
    assert (outcome.code, outcome.out) == (5, "")
    assert said in outcome.err
    monkeypatch.setenv(name, "")
    assert run(*command).code == 0


@pytest.mark.parametrize("command", [("config", "show"), ("check",), ("diff", "state", "crs"), ("rules",)])
def test_a_mistyped_variable_is_refused_whatever_the_command(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("REPORTDIFF_FAIL_OM", "info")
    outcome = run(*command)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "reportdiff: unknown environment variable 'REPORTDIFF_FAIL_OM' (did you mean 'REPORTDIFF_FAIL_ON'?); "
        "correct or unset it\n"
    )
    assert run("--help").code == 0


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[levels]\nstail = 'info'\n", "levels: no rule 'stail' (did you mean 'stale'?)"),
        ("[[levels_for]]\nrules = ['RD999']\nlevel = 'info'\n", "levels_for: no rule 'RD999'"),
        ("[[levels_for]]\npath = ['a']\nlevel = 'info'\n", "entry 1: unknown setting 'path' (did you mean 'paths'?)"),
        ("[[levels_for]]\nlevel = 'info'\n", "entry 1: fits nothing"),
        ("[[levels_for]]\npaths = []\nlevel = 'info'\n", "entry 1: fits nothing"),
        ("[[levels_for]]\npaths = ['a']\n", "entry 1: no level"),
        ("[[levels_for]]\npaths = ['a']\nlevel = 'loud'\n", "entry 1: level is 'loud'"),
        ("levels_for = 3\n", "levels_for is 3"),
        ("levels_for = [3]\n", "levels_for is [3]"),
    ],
)
@pytest.mark.parametrize("command", [("config", "show"), ("check",)])
def test_settings_that_are_not_right_are_refused(
    run: Run, store: Path, toml: str, said: str, command: tuple[str, ...]
) -> None:
    (store / "reportdiff.toml").write_text(toml, "utf-8")
    outcome = run(*command)
    assert (outcome.code, outcome.out) == (5, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_levels_by_the_path_of_a_draft(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# Utopia\n\nAbout a third of the population lives in poverty.\n"
    for folder in ("drafts", "archive"):
        (store / folder).mkdir()
        (store / folder / "a.md").write_text(text, "utf-8")
    (store / "reportdiff.toml").write_text(
        '[[levels_for]]\npaths = ["drafts/**"]\nlevel = "error"\n'
        '[[levels_for]]\nrules = ["stale"]\npaths = ["archive"]\nlevel = "none"\n',
        "utf-8",
    )
    assert run("lint", "drafts/a.md").code == 1
    assert run("lint", str(store / "drafts" / "a.md")).code == 1
    assert run("lint", "archive/a.md").out == "Nothing found.\n"
    monkeypatch.chdir(store / "drafts")
    assert run("lint", "a.md").code == 1
    assert run("lint", "../archive/a.md").out == "Nothing found.\n"
