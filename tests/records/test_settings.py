from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reportdiff.model.errors import InvalidSettings, UnreadableInput
from reportdiff.model.settings import DEFAULTS, Level, Settings
from reportdiff.records.schema import validate
from reportdiff.records.settings import decode_settings, read_settings

FULL = """
fiscal_year_start = 4
vocabulary = ["words/own.toml"]
prefer = ["crs", "state"]
fail_on = "warning"
watch = ["rule  of law", ["mining", "protest"]]
[levels]
stale = "info"
contradiction = "none"
"""


def test_every_setting_is_read_from_either_file(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.reportdiff]" + FULL.replace("[levels]", "[tool.reportdiff.levels]"))
    wanted = Settings(
        fiscal_year_start=4,
        vocabulary=(tmp_path / "words" / "own.toml",),
        levels=(("contradiction", Level.NONE), ("stale", Level.INFO)),
        prefer=("crs", "state"),
        fail_on=Level.WARNING,
        watch=(("rule of law",), ("mining", "protest")),
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
        ("vocabulary = ['']", "give a list of texts"),
        ("prefer = ['a', 'a']", "prefer names a publisher twice"),
        ("levels = 'none'", "levels is 'none'"),
        ("[levels]\nstale = 'loud'", "levels.stale is 'loud'"),
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
