"""``reportdiff init``: a store in this folder."""

from __future__ import annotations

from pathlib import Path

import click

from reportdiff import api
from reportdiff.cli.terminal import write
from reportdiff.records.files import write_atomically

SETTINGS = """\
# Settings of reportdiff; what is left out has the default shown.
# fail_on = "error"          # check and lint exit 1 from this level on: error, warning, info
# fiscal_year_start = 10     # the month in which a fiscal year begins
# prefer = []                # publishers in order of trust
# vocabulary = []            # your own TOML files of measures
# watch = []                 # terms to follow: "a phrase", or ["one", "other"] for what occurs together
# [aliases]                  # other names by which texts credit a publisher
# imf = ["the Fund"]
# [levels]                   # rules that are to be graver or milder than by default
# stale = "info"
# [[levels_for]]             # the same for what fits: rules, paths, publishers, subjects; of several the last decides
# rules = ["stale"]
# paths = ["drafts/**"]
# level = "error"
"""
WORKFLOW = """\
name: reportdiff
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v5
        with:
          python-version: "3.x"
      - run: pip install reportdiff
      - run: reportdiff validate
      - run: reportdiff check
"""
FILES = (("reportdiff.toml", SETTINGS), (".github/workflows/reportdiff.yml", WORKFLOW))


@click.command("init", epilog="Example: reportdiff init")
@click.argument("folder", default=".")
def command(*, folder: str) -> None:
    """Make a store in FOLDER (here by default): snapshots/, settings, a CI file. What is there stays as it is."""
    root = Path(folder)
    api.init(root)
    for name, content in FILES:
        path = root / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, content.encode())
    write("".join(f"{name}\n" for name in ("snapshots/", *dict(FILES))))
