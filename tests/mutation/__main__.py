"""Change a module a little, run its tests, and see whether one notices: `make mutation`, or `python -m tests.mutation`.

A copy of the project is put to the trial, so that the files may be edited meanwhile. Which mutants are drawn depends on
the name of the module and on its text alone.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import gc
import importlib
import os
import random
import shutil
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from hypothesis import Phase, settings

from tests.mutation.groups import GROUPS, Group, group_of
from tests.mutation.operators import Mutant, mutants_of
from tests.mutation.reach import Reach, record
from tests.mutation.trial import Outcome, run_trial

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("src", "tests")
FEW_TESTS = 10


def main(words: Sequence[str]) -> int:
    """Try the mutants that *words* ask for; 1 when a group kills a smaller share than it must."""
    asked = _asked(words)
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        place = Path(folder).resolve() / "project"
        _copy(place)
        os.chdir(place)
        sys.path[:0] = [str(place / "src"), str(place)]
        profile = {"max_examples": 50, "deadline": None, "derandomize": True}
        settings.register_profile("mutation", phases=(Phase.explicit, Phase.generate), **profile)
        shares = [_try_group(group, place, asked) for group in GROUPS if not asked.group or group.name in asked.group]
    return int(any(share is not None and share < asked.floor for share in shares))


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="parts of paths, such as grammar/numbers.py; every module without")
    parser.add_argument("--group", action="append", choices=[group.name for group in GROUPS])
    parser.add_argument("--sample", type=int, default=20, help="mutants drawn of each module")
    parser.add_argument("--all", action="store_const", dest="sample", const=sys.maxsize, help="every mutant")
    parser.add_argument("--floor", type=float, default=0.0, help="the least share killed of a group, in percent")
    return parser.parse_args(words)


def _copy(place: Path) -> None:
    """The project at *place*: what is changed or imported as a copy, the rest as links."""
    place.mkdir()
    for path in ROOT.iterdir():
        if path.name in COPIED:
            shutil.copytree(path, place / path.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif not path.name.startswith("."):
            (place / path.name).symlink_to(path)


def _try_group(group: Group, place: Path, asked: argparse.Namespace) -> float | None:
    """Put the modules of *group* to the trial and print what became of it; the percentage killed, None of nothing."""
    package = place / "src" / "reportdiff"
    paths = [
        path
        for path in group.paths(package)
        if group_of(path, package) is group and (not asked.modules or any(m in str(path) for m in asked.modules))
    ]
    if not paths:
        return None
    targets = [f"tests/{name}" for name in group.tests] + [str(path.relative_to(place)) for path in paths]
    reach = record(targets, paths, place.parent / f"{group.name}.json")
    _warm_up(reach)
    print(f"{group.name}: {len(reach.tests)} tests, {sum(reach.tests.values()):.0f} s", flush=True)
    total: Counter[Outcome] = Counter()
    for path in paths:
        total += _try_module(path, place, reach, asked.sample)
    tried = total.total() or 1
    share = 100 * total[Outcome.KILLED] / tried
    print(f"{group.name}: {total[Outcome.KILLED]} of {total.total()} killed, {share:.1f} %\n", flush=True)
    return share


def _warm_up(reach: Reach) -> None:
    """Import what the tests import from outside, so that no trial has to."""
    with warnings.catch_warnings(action="ignore"):
        for name in reach.loaded:
            if not name.startswith(("_pytest.", "xdist", "__")):
                with contextlib.suppress(Exception):
                    importlib.import_module(name)
    gc.collect()
    gc.freeze()


def _try_module(path: Path, place: Path, reach: Reach, sample: int) -> Counter[Outcome]:
    """Try *sample* mutants of the module at *path*, print each that survives, and count the outcomes."""
    began, shown = time.monotonic(), path.relative_to(place)
    source = path.read_text("utf-8")
    name = ".".join(path.relative_to(place / "src").with_suffix("").parts)
    counted: Counter[Outcome] = Counter()
    survivors: list[Mutant] = []
    for mutant in _drawn(name, source):
        if counted.total() == sample:
            break
        tests = _tests_for(mutant, path, reach)
        seconds = sum(reach.tests[test] for test in tests)
        tree = mutant.applied_to(ast.parse(source))
        outcome = run_trial(name, path, tree, tests, seconds) if tests else Outcome.SURVIVED
        if outcome is not Outcome.INVALID:
            counted[outcome] += 1
        if outcome is Outcome.SURVIVED:
            survivors.append(mutant)
    took = time.monotonic() - began
    print(f"{shown}: {counted[Outcome.KILLED]} of {counted.total()} killed, {took:.0f} s", flush=True)
    for mutant in sorted(survivors, key=lambda m: m.line):
        print(f"  {shown}:{mutant.line}: {mutant.change}", flush=True)
    return counted


def _drawn(name: str, source: str) -> Iterator[Mutant]:
    """The mutants in the order in which they are drawn."""
    mutants = mutants_of(source)
    random.Random(name).shuffle(mutants)
    yield from mutants


def _tests_for(mutant: Mutant, path: Path, reach: Reach) -> list[str]:
    """The tests that run the changed lines; of a table, those that run anything of its module, or all if they are few."""
    if mutant.in_function:
        return reach.tests_of(str(path), range(mutant.first, mutant.last + 1), path.stem)
    near = reach.tests_of(str(path), reach.lines.get(str(path), ()), path.stem)
    return (
        near
        if len(near) >= FEW_TESTS
        else [*near, *sorted(reach.tests.keys() - set(near), key=reach.tests.__getitem__)]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
