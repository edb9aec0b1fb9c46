"""Which test runs which line of the modules on trial, how long it takes, and what it needs imported."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import coverage
import pytest

OPTIONS = (
    *("-q", "--no-header", "--no-summary", "--hypothesis-profile=mutation"),
    *("-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What one run of a group's tests showed.

    ``tests`` are the tests that pass, with their seconds; ``lines`` the tests that run each line, by file; ``loaded`` the
    modules that were imported on the way.
    """

    tests: dict[str, float]
    lines: dict[str, dict[int, tuple[str, ...]]]
    loaded: tuple[str, ...]

    def tests_of(self, file: str, lines: Iterable[int], stem: str) -> list[str]:
        """The tests that run one of *lines* of *file*: those of the module's own name first, then the shortest."""
        reached = {test for line in lines for test in self.lines.get(file, {}).get(line, ())} & self.tests.keys()
        return sorted(reached, key=lambda test: (stem not in test.split("::")[0], self.tests[test], test))


class _Recorder:
    """Tells the tracer which test runs, and keeps which ones pass."""

    def __init__(self, tracer: coverage.Coverage) -> None:
        self.tracer = tracer
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> object:
        self.tracer.switch_context(item.nodeid)
        try:
            return (yield)
        finally:
            self.tracer.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0) + report.duration
        if report.outcome == "failed" or (report.outcome == "skipped" and not hasattr(report, "wasxfail")):
            self.failed.add(report.nodeid)


def record(targets: Sequence[str], files: Sequence[Path], out: Path) -> Reach:
    """Run *targets* in a process of its own, and tell what each test reaches of *files*."""
    child = os.fork()
    if child == 0:
        try:
            _run(targets, files, out)
        finally:
            os._exit(2)
    _, status = os.waitpid(child, 0)
    if status:
        sys.exit(f"the tests could not be run: status {status}; see that `make test` passes")
    told = json.loads(out.read_text("utf-8"))
    lines = {file: {int(line): tuple(tests) for line, tests in by.items()} for file, by in told["lines"].items()}
    return Reach(tests=told["tests"], lines=lines, loaded=tuple(told["loaded"]))


def _run(targets: Sequence[str], files: Sequence[Path], out: Path) -> None:
    """Run the tests under the tracer, write what was seen to *out*, and end the process."""
    tracer = coverage.Coverage(data_file=None, include=[str(file) for file in files], config_file=False)
    recorder = _Recorder(tracer)
    silence()
    _forget_caches(files)
    tracer.start()
    ended = pytest.main([*OPTIONS, *targets], plugins=[recorder])
    tracer.stop()
    if ended not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        os._exit(2)
    data = tracer.get_data()
    lines = {file: _by_line(data, file) for file in sorted(data.measured_files())}
    loaded = [name for name in sys.modules if name.split(".")[0] not in ("reportdiff", "tests", "conftest")]
    tests = {test: seconds for test, seconds in recorder.seconds.items() if test not in recorder.failed}
    out.write_text(json.dumps({"tests": tests, "lines": lines, "loaded": loaded}), "utf-8")
    os._exit(0)


def _by_line(data: coverage.CoverageData, file: str) -> dict[int, list[str]]:
    """The tests of each line; a line that runs at import has none."""
    return {line: sorted(filter(None, tests)) for line, tests in data.contexts_by_lineno(file).items()}


def _forget_caches(files: Sequence[Path]) -> None:
    """Have the functions of *files* run at every call: what is remembered from one test would not be seen in the next."""
    real, names = functools.lru_cache, {str(file) for file in files}

    def lru_cache(maxsize: object = 128, typed: bool = False) -> object:
        def keep(function: Callable[..., object]) -> object:
            on_trial = function.__code__.co_filename in names
            return function if on_trial else real(maxsize, typed)(function)  # type: ignore[arg-type]

        if callable(maxsize):
            function, maxsize = maxsize, 128
            return keep(function)
        return keep

    functools.lru_cache = lru_cache  # type: ignore[assignment]
    functools.cache = lru_cache(maxsize=None)  # type: ignore[assignment]


def silence() -> None:
    """Send all that this process prints to nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
