"""One mutant on trial: a forked process takes the changed module for the real one, and runs the tests that reach it."""

from __future__ import annotations

import ast
import importlib
import importlib.machinery
import os
import re
import resource
import signal
import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from types import CodeType

import pytest

from tests.mutation.reach import OPTIONS, silence

_MEMORY = 4 << 30
_SPARE_SECONDS = 10
_SLOWER = 5


class Outcome(Enum):
    """How a trial ended: a test failed (or none came to an end), none did, or the change was no program."""

    KILLED = 1
    SURVIVED = 0
    INVALID = 3


class _Changed(importlib.machinery.SourceFileLoader):
    """Loads a module from a tree in the place of its file."""

    def __init__(self, name: str, path: str, tree: ast.Module) -> None:
        super().__init__(name, path)
        self.tree = tree

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.tree, self.path, "exec", dont_inherit=True)


class _Finder:
    """Finds the changed module under its name, and nothing else."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self.name, self.path, self.tree = name, path, tree

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> object:
        if fullname != self.name:
            return None
        loader = _Changed(self.name, str(self.path), self.tree)
        return importlib.machinery.ModuleSpec(self.name, loader, origin=str(self.path))


class _Chosen:
    """Keeps the chosen tests, in the order in which they were chosen."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.order = {test: place for place, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((i for i in items if i.nodeid in self.order), key=lambda i: self.order[i.nodeid])


def run_trial(name: str, path: Path, tree: ast.Module, tests: Sequence[str], seconds: float) -> Outcome:
    """Run *tests*, which take *seconds* of themselves, with *tree* as the module *name* at *path*.

    A process that needs far longer, or far more memory, counts as killed.
    """
    child = os.fork()
    if child == 0:
        try:
            _limit(seconds)
            _run(name, path, tree, tests)
        finally:
            os._exit(Outcome.KILLED.value)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return Outcome(code) if code in (0, 3) else Outcome.KILLED


def _limit(seconds: float) -> None:
    most = int(seconds * _SLOWER + _SPARE_SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.alarm(most * _SLOWER)


def _run(name: str, path: Path, tree: ast.Module, tests: Sequence[str]) -> None:
    """Import the changed module, run the tests up to the first that fails, and end the process."""
    silence()
    sys.meta_path.insert(0, _Finder(name, path, tree))  # type: ignore[arg-type]
    try:
        importlib.import_module(name)
    except (re.error, SyntaxError):
        os._exit(Outcome.INVALID.value)
    except BaseException:  # noqa: BLE001  (whatever a broken module does, it is noticed)
        os._exit(Outcome.KILLED.value)
    files = list(dict.fromkeys(test.split("::")[0] for test in tests))
    ended = pytest.main([*OPTIONS, "-x", *files], plugins=[_Chosen(tests)])
    os._exit(Outcome.SURVIVED.value if ended == pytest.ExitCode.OK else Outcome.KILLED.value)
