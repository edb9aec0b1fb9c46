"""The shipped store in every format of every command that reads it, written under one environment or another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reportdiff.reports.formats import (
    BLAME_FORMATS,
    DIFF_FORMATS,
    FINDING_FORMATS,
    LIST_FORMATS,
    MEASURE_FORMATS,
    RULE_FORMATS,
    SNAPSHOT_FORMATS,
    TELLING_FORMATS,
    TIMELINE_FORMATS,
)

FORMATTED = {
    ("diff", "state-2017", "crs-2024", "--only", "figures,facts,framing,text"): DIFF_FORMATS,
    ("show", "usaid-2022"): SNAPSHOT_FORMATS,
    ("timeline", "peru"): TIMELINE_FORMATS,
    ("framing", "peru"): TELLING_FORMATS,
    ("list",): LIST_FORMATS,
    ("blame", "peru", "poverty", "rate"): BLAME_FORMATS,
    ("measures", "--subject", "peru"): MEASURE_FORMATS,
    ("rules",): RULE_FORMATS,
    ("check",): FINDING_FORMATS,
    ("lint", "examples/briefing.md"): FINDING_FORMATS,
}
CALLS = [[*call, "--format", form] for call, formats in FORMATTED.items() for form in formats]
_RUN = "import json, sys; from reportdiff.cli.main import main\nfor call in json.loads(sys.argv[1]): main(call)"


def beginnable(environment: dict[str, str], root: Path) -> dict[str, str]:
    """*environment*, its characters those of UTF-8 where *root* needs them: Python reads the path of an editable
    installation in the encoding of the locale, before anything of ours, and cannot begin else.
    """
    if str(root).isascii():
        return environment
    return {**environment, "LC_ALL": "", "LANG": environment["LC_ALL"], "LC_CTYPE": "C.UTF-8"}


def outputs(root: Path, folder: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """What each call writes, by its words; one process runs them all."""
    import json

    folder.mkdir()
    calls = [[*call, "-o", str(folder / f"{number:02}")] for number, call in enumerate(CALLS)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "GITHUB_"))}
    command = [sys.executable, "-c", _RUN, json.dumps(calls)]
    done = subprocess.run(
        command, cwd=root, env=kept | beginnable(environment, root), capture_output=True, text=True, check=False
    )
    said = (done.returncode, done.stdout, done.stderr)
    assert said == (0, "", ""), said
    return {" ".join(call): (folder / f"{number:02}").read_bytes() for number, call in enumerate(CALLS)}
