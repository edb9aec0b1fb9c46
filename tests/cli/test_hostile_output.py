"""A store of hostile documents: whatever command is run, its output commands nothing, hides nothing, moves nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportdiff.reports.formats import (
    BLAME_FORMATS,
    CHANGELOG_FORMATS,
    DIFF_FORMATS,
    FINDING_FORMATS,
    LIST_FORMATS,
    MEASURE_FORMATS,
    SNAPSHOT_FORMATS,
    TELLING_FORMATS,
    TIMELINE_FORMATS,
    USE_FORMATS,
)
from tests.cli.conftest import Run
from tests.reports.hostile import COMMANDS, FORMULAS, HIDDEN, MARKUP, TERMINAL, UNFIT
from tests.reports.platforms import NAMES, read_commands

PROSE = "The economy of Utopia grew and the country traded with its neighbors in many goods for a long time. "
OUR_COLORS = re.compile("\x1b\\[(?:0|1|2|1;31|3[2356])m")


def hostile_document(figure: int, every: int = 1) -> str:
    """A report in which each hostile word stands beside a figure; no more controls than a text may hold."""
    words = [
        word for word in (*TERMINAL[::2], *COMMANDS, *FORMULAS[::5], *HIDDEN[:40:3], *MARKUP[::9]) if "\0" not in word
    ]
    lines = (
        f"{PROSE}{word} exports of copper {word} were ${figure + number} million in 2015 {word}.\n\n"
        for number, word in enumerate(words[::every])
    )
    return f"::error::Utopia ##[error] \u202eReport\n\n{PROSE * 3}\n\n" + "".join(lines)


@pytest.fixture(scope="module")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from reportdiff import api

    folder = tmp_path_factory.mktemp("hostile")
    api.init(folder)
    for publisher, day, figure in (("one", "2017-01-25", 100), ("two", "2024-01-10", 105)):
        data = hostile_document(figure).encode()
        told = api.Told(subject="Utopia", publisher=f"{publisher} <b>=1 ::error", published=day)
        api.add(api.read_document(data, name="x.txt", told=told), data, folder=folder)
    export = [sys.executable, "-m", "reportdiff", "export", "--format", "parquet", "-o", "dataset"]
    subprocess.run(export, cwd=folder, check=True, capture_output=True)
    (folder / "draft ::error::.md").write_text(hostile_document(300, every=4), "utf-8")
    return folder


FORMATTED = {
    ("diff", "2017", "2024"): DIFF_FORMATS,
    ("show", "2024"): SNAPSHOT_FORMATS,
    ("timeline", "utopia"): TIMELINE_FORMATS,
    ("framing", "utopia"): TELLING_FORMATS,
    ("terms", "utopia", "exports"): USE_FORMATS,
    ("changelog", "utopia"): CHANGELOG_FORMATS,
    ("list",): LIST_FORMATS,
    ("measures", "--subject", "utopia"): MEASURE_FORMATS,
    ("blame", "utopia", "exports of copper"): BLAME_FORMATS,
    ("check",): FINDING_FORMATS,
    ("lint", "draft ::error::.md"): FINDING_FORMATS,
}
CALLS = [
    *((*call, "--format", form) for call, formats in FORMATTED.items() for form in formats),
    ("diff", "2017", "2024", "--all", "--only", "figures,facts,framing,text"),
    ("diff", "2017", "2024", "--all", "--color", "always"),
    ("export", "--table", "claims"),
    ("export", "--table", "changes"),
    ("query", "latest", "--dataset", "dataset"),
    ("query", "latest", "--dataset", "dataset", "--format", "csv"),
    ("query", "latest", "--dataset", "dataset", "--format", "json"),
    ("config", "show"),
    ("normalize", "draft ::error::.md"),
]
REFUSED = [
    ("show", "##[error]::error::x"),
    ("explain", "::error::x"),
    ("diff", "2017", "no ##[add-mask]x \x1b[31m.txt"),
]


@pytest.mark.parametrize("call", [*CALLS, *REFUSED], ids=" ".join)
def test_no_command_passes_on_what_a_document_would_do(
    run: Run, hostile_store: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]
) -> None:
    monkeypatch.chdir(hostile_store)
    outcome = run(*call)
    assert outcome.code in ((3, 4) if call in REFUSED else (0, 1))
    assert len(outcome.out) > 100 or call in REFUSED
    # Tables that are exported end their lines as RFC 4180 has it.
    for text in (outcome.out.replace("\r\n", "\n") if call[0] in ("export", "query") else outcome.out, outcome.err):
        assert sorted(set(re.findall(UNFIT, OUR_COLORS.sub("", text)))) == []
        allowed = set(NAMES) if "github" in call else set()
        assert {name for name, _, _ in read_commands(text)} <= allowed


@pytest.mark.parametrize("call", [("show", "2024"), ("diff", "2017", "2024", "--all")], ids=" ".join)
def test_a_terminal_is_shown_our_own_colours_alone(hostile_store: Path, call: tuple[str, ...]) -> None:
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "reportdiff", *call]
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm-256color"}
    with subprocess.Popen(command, cwd=hostile_store, stdout=follower, stderr=follower, env=environment) as process:
        os.close(follower)
        shown = b""
        while data := _read(leader):
            shown += data
    os.close(leader)
    text = shown.decode().replace("\r\n", "\n")
    assert process.returncode == 0
    assert OUR_COLORS.search(text)
    assert sorted(set(re.findall(UNFIT, OUR_COLORS.sub("", text)))) == []


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:
        return b""


def test_annotations_write_a_step_summary_where_one_is_asked_for(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (store / "draft.md").write_text("# Utopia\n\nAbout a third of the population lives in poverty.\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(store / "summary.md"))
    (store / "summary.md").write_text("before\n", "utf-8")
    outcome = run("lint", "draft.md", "--format", "github")
    ((name, told, _),) = read_commands(outcome.out)
    assert (name, told["file"], told["line"]) == ("warning", "draft.md", "3")
    summary = (store / "summary.md").read_text("utf-8")
    assert summary.startswith("before\n**1 warning")
    assert "RD301 stale" in summary
    assert run("lint", "draft.md").code == 0
    assert (store / "summary.md").read_text("utf-8") == summary
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(store / "nowhere" / "summary.md"))
    outcome = run("lint", "draft.md", "--format", "github")
    assert outcome.code == 0
    assert "summary" in outcome.err
