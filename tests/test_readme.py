"""What the README shows is what the program does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportdiff.cli.main import COMMANDS, INTERRUPTED, OUR_FAULT
from reportdiff.model.errors import ReportdiffError

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^```(console(?: story)?|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENVIRONMENT = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
    "COLUMNS": "80",
    "NO_COLOR": "1",
    **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def blocks(kind: str) -> list[str]:
    return [body for found, body in BLOCK.findall(README) if found == kind]


def steps_of(block: str) -> list[tuple[str, str]]:
    """The commands of a block, each with the output shown under it."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


def run_steps(steps: list[tuple[str, str]], folder: Path) -> list[str]:
    """The outputs of commands run one after the other in one shell."""
    script = "\n".join(f"printf '@@@\\n'\n{command}" for command, _ in steps)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode().split("@@@\n")[1:]


def assert_shown(shown: str, output: str) -> None:
    """*shown* with an ellipsis for what it leaves out: within a line, or as a line of its own for several."""
    pieces = [re.escape(piece) for piece in re.split(r"…$", shown, flags=re.MULTILINE)]
    pattern = r"(?s:.*?)".join(pieces)
    assert re.fullmatch(pattern, output) or re.fullmatch(pattern, f"{output}\n"), (
        f"{shown}\n--- but it is ---\n{output}"
    )


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.split("\n")[0])
def test_a_console_block_shows_what_is_printed(block: str) -> None:
    if not (ROOT / "snapshots").is_dir():
        pytest.skip("the shipped snapshots are not there")
    steps = steps_of(block)
    for (_, shown), output in zip(steps, run_steps(steps, ROOT), strict=True):
        assert_shown(shown, output)


def test_the_story_goes_as_it_is_told(tmp_path: Path) -> None:
    steps = [step for block in blocks("console story") for step in steps_of(block)]
    assert len(steps) > 8
    for (_, shown), output in zip(steps, run_steps(steps, tmp_path), strict=True):
        assert_shown(shown.rstrip("\n"), output.rstrip("\n"))


def test_the_python_of_the_readme_runs() -> None:
    (code,) = blocks("python")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT)
    assert done.stdout.startswith("update Poverty rate ")


def test_every_command_is_in_the_table() -> None:
    table = README.partition("## Commands")[2].partition("| exit")[0]
    assert [name for name in COMMANDS if not re.search(rf"`{name}\b", table)] == []


def test_every_exit_code_is_in_the_table() -> None:
    kinds = {ReportdiffError.exit_code, *(kind.exit_code for kind in ReportdiffError.__subclasses__())}
    told = [int(code) for code in re.findall(r"^\| ([0-9]+) \|", README, flags=re.MULTILINE)]
    assert told == sorted({0, 1, *kinds, OUR_FAULT, INTERRUPTED})
