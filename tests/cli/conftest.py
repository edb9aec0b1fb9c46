"""Commands run in the process, in a folder of their own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.cli.main import main

STATE = (
    "U.S. Relations With Utopia\n\nTwo-way trade increased from $9 billion in 2009 to $14 billion in 2015. "
    "About a quarter of the population lives in poverty.\n"
)
CRS = (
    "Utopia: In Focus\n\nU.S. trade with Utopia more than doubled, from $9 billion in 2009 to over $22 billion in 2022. "
    "The poverty rate fell to 20% in 2019.\n"
)


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run ``reportdiff`` with some arguments in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)

    def call(*arguments: str) -> Outcome:
        capsysbinary.readouterr()
        code = main(list(arguments))
        captured = capsysbinary.readouterr()
        return Outcome(code, captured.out.decode(), captured.err.decode())

    return call


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two made-up reports about one country, made once."""
    folder = tmp_path_factory.mktemp("made")
    api.init(folder)
    for name, text, day in (("state", STATE, "2017-01-25"), ("crs", CRS, "2024-01-10")):
        (folder / f"{name}.txt").write_text(text, "utf-8")
        told = api.Told(subject="utopia", publisher=name, published=day)
        api.add(api.read_document(text.encode(), name=f"{name}.txt", told=told), text.encode(), folder=folder)
    return folder


@pytest.fixture
def store(run: Run, made_store: Path, tmp_path: Path) -> Path:
    """A copy of that store in the folder that commands are run in."""
    shutil.copytree(made_store, tmp_path, dirs_exist_ok=True)
    return tmp_path
