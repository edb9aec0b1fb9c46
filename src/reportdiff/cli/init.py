"""``reportdiff init``: a store in this folder."""

from __future__ import annotations

from pathlib import Path

import click

from reportdiff import api
from reportdiff.cli.terminal import say, write
from reportdiff.records.files import make_folder, write_atomically

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
STORE = "snapshots/"
FILES = (("reportdiff.toml", SETTINGS), (".github/workflows/reportdiff.yml", WORKFLOW))


@click.command("init", epilog="Example: reportdiff init")
@click.argument("folder", default=".")
def command(*, folder: str) -> None:
    """Make a store in FOLDER (here by default): snapshots/, settings, a CI file. What is there stays as it is."""
    root = Path(folder)
    names = (STORE, *dict(FILES))
    there = [name for name in names if (root / name).exists()]
    api.init(root)
    for name, content in FILES:
        if name not in there:
            make_folder((root / name).parent)
            write_atomically(root / name, content.encode())
    within = "" if root == Path() else f"{root.as_posix()}/"
    write("".join(f"{within}{name}\n" for name in names if name not in there))
    for name in there:
        say(f"reportdiff: {within}{name} was there already and stays as it is.")
