from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reportdiff.model.errors import InvalidSettings, UnreadableInput, UsageProblem
from reportdiff.model.settings import DEFAULTS, Level, LevelsFor, Settings
from reportdiff.records.environment import SETTINGS
from reportdiff.records.schema import validate
from reportdiff.records.settings import decode_settings, read_configured, read_settings

FULL = """
fiscal_year_start = 4
vocabulary = ["words/own.toml"]
prefer = ["crs", "state"]
fail_on = "warning"
watch = ["rule  of law", ["mining", "protest"]]
fetch_from = ["127.0.0.0/8", "::1/128"]
dataset = "out/claims"
[levels]
stale = "info"
contradiction = "none"
[[levels_for]]
rules = ["stale"]
paths = ["drafts/**"]
publishers = ["crs"]
subjects = ["peru"]
level = "error"
[[levels_for]]
paths = ["archive"]
level = "none"
[aliases]
imf = ["the Fund"]
crs = ["Library of Congress", "CRS"]
"""


def test_every_setting_is_read_from_either_file(tmp_path: Path) -> None:
    nested = FULL.replace("[levels", "[tool.reportdiff.levels").replace("[aliases", "[tool.reportdiff.aliases")
    (tmp_path / "pyproject.toml").write_text("[tool.reportdiff]" + nested)
    wanted = Settings(
        fiscal_year_start=4,
        vocabulary=(tmp_path / "words" / "own.toml",),
        levels=(("contradiction", Level.NONE), ("stale", Level.INFO)),
        levels_for=(
            LevelsFor(
                level=Level.ERROR, rules=("stale",), paths=("drafts/**",), publishers=("crs",), subjects=("peru",)
            ),
            LevelsFor(level=Level.NONE, paths=("archive",)),
        ),
        prefer=("crs", "state"),
        fail_on=Level.WARNING,
        watch=(("rule of law",), ("mining", "protest")),
        fetch_from=("127.0.0.0/8", "::1/128"),
        dataset=tmp_path / "out" / "claims",
        aliases=(("crs", ("Library of Congress", "CRS")), ("imf", ("the Fund",))),
    )
    assert read_settings(tmp_path) == wanted
    (tmp_path / "reportdiff.toml").write_text("fiscal_year_start = 7")
    assert read_settings(tmp_path) == Settings(fiscal_year_start=7)
    (tmp_path / "reportdiff.toml").write_text(FULL)
    assert read_settings(tmp_path) == wanted


def test_without_settings_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == DEFAULTS
    (tmp_path / "pyproject.toml").write_text("[tool.other]\na = 1")
    assert read_settings(tmp_path) == DEFAULTS


@pytest.mark.parametrize(
    "toml, said",
    [
        ("fail_at = 'error'", "unknown setting 'fail_at' (did you mean 'fail_on'?)"),
        ("zzz = 1", "unknown setting 'zzz'; known are fiscal_year_start"),
        ("fail_on = 'eror'", "fail_on is 'eror' (did you mean 'error'?); give one of error, warning, info, none"),
        ("fail_on = 3", "fail_on is 3; give one of"),
        ("fiscal_year_start = 13", "fiscal_year_start is 13"),
        ("fiscal_year_start = 0", "fiscal_year_start is 0"),
        ("fiscal_year_start = true", "fiscal_year_start is True"),
        ("fiscal_year_start = 4.0", "fiscal_year_start is 4.0"),
        ("vocabulary = 'a.toml'", "give a list of texts"),
        ("watch = 'law'", "watch is 'law'; give a list"),
        ("watch = [1]", "watch holds [1]; give a text"),
        ("watch = [[]]", "watch holds []; give a text"),
        ("watch = [' ']", "watch holds [' ']; give a text"),
        ("vocabulary = [1]", "give a list of texts"),
        ("dataset = 1", "dataset is 1; give the path of a folder"),
        ("dataset = ''", "dataset is ''; give the path of a folder"),
        ('dataset = "a\\u0000b"', "give the path of a folder"),
        ("vocabulary = ['']", "give a list of texts"),
        ("prefer = ['a', 'a']", "prefer names a publisher twice"),
        ("levels = 'none'", "levels is 'none'"),
        ("[levels]\nstale = 'loud'", "levels.stale is 'loud'"),
        ("levels_for = 'none'", "levels_for is 'none'"),
        ("levels_for = ['none']", "levels_for is ['none']"),
        ("[[levels_for]]\nlevel = 'info'", "entry 1: fits nothing; give at least one of rules, paths"),
        ("[[levels_for]]\nlevel = 'info'\npaths = []", "entry 1: fits nothing"),
        ("[[levels_for]]\npaths = ['a']", "entry 1: no level"),
        ("[[levels_for]]\npaths = ['a']\nlevel = 'loud'", "entry 1: level is 'loud'"),
        ("[[levels_for]]\npath = ['a']\nlevel = 'info'", "unknown setting 'path' (did you mean 'paths'?)"),
        ("[[levels_for]]\npaths = [1]\nlevel = 'info'", "give a list of texts"),
        ("aliases = 'imf'", "aliases is 'imf'; write [aliases]"),
        ("[aliases]\nimf = 'the Fund'", "aliases: imf is 'the Fund'; give a list of texts"),
        ("[aliases]\nimf = ['']", "aliases: imf is ['']; give a list of texts"),
    ],
)
def test_wrong_settings_are_refused_by_reader_and_schema_alike(tmp_path: Path, toml: str, said: str) -> None:
    (tmp_path / "reportdiff.toml").write_text(toml)
    with pytest.raises(InvalidSettings) as refusal:
        read_settings(tmp_path)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
    if "4.0" not in toml:
        with pytest.raises(UnreadableInput):
            validate(tomllib.loads(toml), "settings", name="x")


def test_a_name_is_one_publishers_alone(tmp_path: Path) -> None:
    (tmp_path / "reportdiff.toml").write_text("[aliases]\nimf = ['The Fund']\ncrs = ['CRS']\nifad = ['the fund']\n")
    with pytest.raises(InvalidSettings, match="aliases: 'The Fund' names ifad and imf; keep one of them"):
        read_settings(tmp_path)


@pytest.mark.parametrize("toml", [b"a = ", b"\xff", b"[tool]\n[tool]"])
def test_what_is_not_toml_is_refused(tmp_path: Path, toml: bytes) -> None:
    (tmp_path / "reportdiff.toml").write_bytes(toml)
    with pytest.raises(InvalidSettings, match="not (TOML|UTF-8)"):
        read_settings(tmp_path)


@pytest.mark.parametrize("table", [None, [], 3, "x"])
def test_a_table_is_expected(table: Any) -> None:
    with pytest.raises(InvalidSettings, match="a table is expected"):
        decode_settings(table, name="x", folder=Path())


def test_the_schema_knows_every_setting(root: Path) -> None:
    schema = json.loads((root / "schemas" / "settings.schema.json").read_text("utf-8"))
    assert list(schema["properties"]) == list(Settings.__slots__)
    validate(tomllib.loads(FULL), "settings", name="x")


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "reportdiff.toml").write_text(FULL)
    told = {"REPORTDIFF_FAIL_ON": "info", "REPORTDIFF_FISCAL_YEAR_START": "7", "OTHER": "x"}
    settings, origins = read_configured(tmp_path, told)
    assert (settings.fail_on, settings.fiscal_year_start) == (Level.INFO, 7)
    assert origins == {
        **dict.fromkeys(Settings.__slots__, "reportdiff.toml"),
        "fail_on": "REPORTDIFF_FAIL_ON",
        "fiscal_year_start": "REPORTDIFF_FISCAL_YEAR_START",
    }
    assert read_settings(tmp_path, {"REPORTDIFF_FAIL_ON": ""}) == read_settings(tmp_path, {})
    assert set(read_configured(tmp_path / "nowhere", {}).origins.values()) == {"default"}


@pytest.mark.parametrize(
    ("variable", "told"),
    [
        ("REPORTDIFF_FAIL_ON", "eror"),
        ("REPORTDIFF_FAIL_ON", "3"),
        ("REPORTDIFF_FISCAL_YEAR_START", "true"),
        ("REPORTDIFF_FISCAL_YEAR_START", "0"),
        ("REPORTDIFF_FISCAL_YEAR_START", "-1"),
        ("REPORTDIFF_FISCAL_YEAR_START", "4.0"),
        ("REPORTDIFF_FISCAL_YEAR_START", "٤"),
        ("REPORTDIFF_FISCAL_YEAR_START", "9" * 5000),
    ],
)
def test_a_wrong_variable_is_named(tmp_path: Path, variable: str, told: str) -> None:
    with pytest.raises(InvalidSettings, match=f"environment variable {variable}"):
        read_settings(tmp_path, {variable: told})


@pytest.mark.parametrize(
    ("variable", "told", "setting", "value"),
    [
        ("REPORTDIFF_PREFER", "crs", "prefer", ("crs",)),
        ("REPORTDIFF_PREFER", "crs, state", "prefer", ("crs", "state")),
        ("REPORTDIFF_PREFER", "2020,2021", "prefer", ("2020", "2021")),
        ("REPORTDIFF_WATCH", "rule of law,mining + protest", "watch", (("rule of law",), ("mining", "protest"))),
        ("REPORTDIFF_FETCH_FROM", "127.0.0.0/8,::1/128", "fetch_from", ("127.0.0.0/8", "::1/128")),
    ],
)
def test_commas_part_the_words_of_a_list(tmp_path: Path, variable: str, told: str, setting: str, value: object) -> None:
    assert getattr(read_settings(tmp_path, {variable: told}), setting) == value


def test_files_of_words_are_looked_for_beside_the_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path, {"REPORTDIFF_VOCABULARY": "a.toml,b/c.toml"}).vocabulary == (
        tmp_path / "a.toml",
        tmp_path / "b" / "c.toml",
    )


@pytest.mark.parametrize(
    ("variable", "told"),
    [
        ("REPORTDIFF_PREFER", "crs,,state"),
        ("REPORTDIFF_PREFER", "crs,crs"),
        ("REPORTDIFF_WATCH", "mining +"),
        ("REPORTDIFF_FETCH_FROM", "8.8.8.8/32"),
    ],
)
def test_a_wrong_list_is_refused_by_its_variable(tmp_path: Path, variable: str, told: str) -> None:
    with pytest.raises(InvalidSettings, match=f"environment variable {variable}"):
        read_settings(tmp_path, {variable: told})


@pytest.mark.parametrize(
    ("variable", "said"),
    [
        ("REPORTDIFF_FAILON", "did you mean 'REPORTDIFF_FAIL_ON'"),
        ("REPORTDIFF_PREFERS", "did you mean 'REPORTDIFF_PREFER'"),
        ("REPORTDIFF_", "known are REPORTDIFF_FISCAL_YEAR_START, "),
    ],
)
def test_a_variable_that_nothing_heeds_is_refused(tmp_path: Path, variable: str, said: str) -> None:
    with pytest.raises(UsageProblem, match=rf"unknown environment variable '{variable}'.*{said}"):
        read_settings(tmp_path, {variable: ""})


def test_the_page_of_settings_has_each_with_its_variable(root: Path) -> None:
    page = (root / "docs" / "settings.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \|.*\| (?:`(\w+)` )?\|$", page, re.MULTILINE)
    assert rows == [(name, SETTINGS.get(name, "")) for name in Settings.__slots__]


def test_every_setting_but_the_tables_has_a_variable() -> None:
    assert [name for name in Settings.__slots__ if name not in SETTINGS] == ["levels", "levels_for", "aliases"]
    assert [variable.removeprefix("REPORTDIFF_").lower() for variable in SETTINGS.values()] == list(SETTINGS)
