"""The door: help, exit codes, one line for every refusal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportdiff.cli import main as door
from tests.cli.conftest import Run

PYTHON = [sys.executable, "-c", "import sys; from reportdiff.cli.main import main; sys.exit(main())"]

NO_COMMANDS = {
    "--init--", "findings", "interruption", "language-server", "main", "options", "progress", "sources", "terminal",
}  # fmt: skip


def test_help_names_every_command_and_fits_a_screen(run: Run) -> None:
    outcome = run("--help")
    assert outcome.code == 0
    assert all(f"  {name} " in outcome.out for name in door.COMMANDS)
    assert outcome.out.count("\n") <= len(door.COMMANDS) + 2 * len(door.SECTIONS) + 12


@pytest.mark.parametrize("name", door.COMMANDS)
def test_help_of_a_command_fits_a_screen_and_ends_with_an_example(run: Run, name: str) -> None:
    outcome = run(name, "--help")
    assert outcome.code == 0
    assert outcome.out.count("\n") <= 25
    assert f"Example: reportdiff {name}" in outcome.out


def test_the_modules_of_commands_are_the_table(run: Run) -> None:
    modules = {path.stem.replace("_", "-") for path in Path(door.__file__).parent.glob("*.py")}
    assert set(door.COMMANDS) == modules - NO_COMMANDS


def test_help_imports_nothing_of_the_package_but_the_door() -> None:
    code = "import sys; from reportdiff.cli.main import main; main(['--help']); print([m for m in sys.modules if m.startswith('reportdiff.')], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert eval(done.stderr) == ["reportdiff.cli", "reportdiff.model", "reportdiff.model.errors", "reportdiff.cli.main"]


@pytest.mark.parametrize(
    "arguments", [("--nope",), ("nope",), ("diff",), ("diff", "a"), ("show", "--format", "xml", "a")]
)
def test_wrong_usage_is_one_line_and_exit_2(run: Run, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert outcome.err.startswith("reportdiff: ")
    assert outcome.err.count("\n") == 1
    assert "--help" in outcome.err


def test_a_fault_of_ours_is_one_line_and_exit_70(tmp_path: Path) -> None:
    code = (
        "import sys, reportdiff.cli.main as door\n"
        "def broken(*a, **k): raise KeyError('x')\n"
        "door.commands.main = broken\n"
        "sys.exit(door.main(['list']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 70
    assert done.stderr.startswith("reportdiff: a fault of ours: KeyError at ")
    assert done.stderr.count("\n") == 1
    assert "report" in done.stderr


def test_a_closed_pipe_is_no_trouble_and_keeps_the_exit_code(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Exports were $8.8 billion in 2015.\n" * 400, "utf-8")
    command = [*PYTHON, "normalize", "a.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize(
    ("color", "environment", "expected"),
    [("always", {}, True), ("never", {}, False), ("auto", {}, False), ("always", {"NO_COLOR": "1"}, True)],
)
def test_colour_only_where_it_is_wanted(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch, color: str, environment: dict[str, str], expected: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("diff", "state", "crs", "--color", color).out) is expected


def test_no_colour_where_the_environment_says_so() -> None:
    assert os.environ.get("FORCE_COLOR") is None
