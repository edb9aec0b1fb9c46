"""Change a module a little, run its tests, and see whether one notices: `make mutation`, or `python -m tests.mutation`.

A copy of the project is put to the trial, so that the files may be edited meanwhile. Which mutants are drawn depends on
the seed, the name of the group and the text of its modules alone.
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
from collections.abc import Sequence
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
        shares = [
            (_try_group(group, place, asked), _floor_of(group, asked))
            for group in GROUPS
            if (group.name in asked.group if asked.group else group.floor or asked.modules)
        ]
    return int(any(share is not None and share < floor for share, floor in shares))


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="parts of paths, such as grammar/numbers.py; every module without")
    parser.add_argument("--group", action="append", choices=[group.name for group in GROUPS])
    parser.add_argument("--sample", type=int, default=150, help="mutants drawn of each group")
    parser.add_argument("--seed", default="", help="any word; another one draws other mutants")
    parser.add_argument("--all", action="store_const", dest="sample", const=sys.maxsize, help="every mutant")
    parser.add_argument("--floor", type=float, help="the least share killed, in percent, in the place of a group's own")
    return parser.parse_args(words)


def _floor_of(group: Group, asked: argparse.Namespace) -> float:
    """The share of *group*'s mutants that must be killed; 0 where some of its modules are tried and no floor is given."""
    if asked.floor is not None:
        return float(asked.floor)
    return 0 if asked.modules else group.floor


def _copy(place: Path) -> None:
    """The project at *place*: what is changed or imported as a copy, the rest as links."""
    place.mkdir()
    for path in ROOT.iterdir():
        if path.name in COPIED:
            shutil.copytree(path, place / path.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif not path.name.startswith("."):
            (place / path.name).symlink_to(path)


def _try_group(group: Group, place: Path, asked: argparse.Namespace) -> float | None:
    """Put the modules of *group* to the trial and print what became of them; the percentage killed, None of nothing."""
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
    began = time.monotonic()
    outcomes = _try_mutants(place, _drawn(paths, f"{asked.seed}:{group.name}"), reach, asked.sample)
    killed = _show(outcomes, place)
    share = 100 * killed / (len(outcomes) or 1)
    floor = _floor_of(group, asked)
    said = f"{share:.1f} %, floor {floor:g} %; seed {asked.seed!r}, {time.monotonic() - began:.0f} s"
    print(f"{group.name}: {killed} of {len(outcomes)} killed, {said}\n", flush=True)
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


def _drawn(paths: Sequence[Path], seed: str) -> list[tuple[Path, Mutant]]:
    """All mutants of the modules at *paths*, each as likely as any other to come first."""
    mutants = [(path, mutant) for path in paths for mutant in mutants_of(path.read_text("utf-8"))]
    random.Random(seed).shuffle(mutants)
    return mutants


def _try_mutants(
    place: Path, drawn: Sequence[tuple[Path, Mutant]], reach: Reach, sample: int
) -> list[tuple[Path, Mutant, Outcome]]:
    """Try mutants as they are drawn until *sample* of them were programs, print each that survives; what became of each."""
    sources = {path: path.read_text("utf-8") for path in {path for path, _ in drawn}}
    outcomes: list[tuple[Path, Mutant, Outcome]] = []
    for path, mutant in drawn:
        if len(outcomes) == sample:
            break
        tests = _tests_for(mutant, path, reach)
        tree = mutant.applied_to(ast.parse(sources[path]))
        seconds = sum(reach.tests[test] for test in tests)
        outcome = run_trial(_name_of(path), path, tree, tests, seconds) if tests else Outcome.SURVIVED
        if outcome is not Outcome.INVALID:
            outcomes.append((path, mutant, outcome))
        if outcome is Outcome.SURVIVED:
            print(f"  {path.relative_to(place)}:{mutant.line}: {mutant.change}", flush=True)
    return outcomes


def _show(outcomes: Sequence[tuple[Path, Mutant, Outcome]], place: Path) -> int:
    """Print how many mutants of each module were killed; how many in all."""
    tried = Counter(path for path, _, _ in outcomes)
    killed = Counter(path for path, _, outcome in outcomes if outcome is Outcome.KILLED)
    for path in sorted(tried):
        print(f"{path.relative_to(place)}: {killed[path]} of {tried[path]} killed")
    return killed.total()


def _name_of(path: Path) -> str:
    """The name under which the module at *path* is imported."""
    parts = path.with_suffix("").parts
    return ".".join(parts[len(parts) - 1 - parts[::-1].index("src") + 1 :])


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
