"""Which modules are put to the trial, and which tests are theirs: the doctests of a module always are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Modules that answer to the same tests; both as patterns below the package and below the tests.

    ``floor`` is the least share of its mutants, in percent, that the tests must kill; 0 for a group that is tried only
    when it is asked for.
    """

    name: str
    floor: float
    modules: tuple[str, ...]
    tests: tuple[str, ...]

    def paths(self, package: Path) -> Iterator[Path]:
        """The files of the modules, in order, none twice."""
        found = {path for pattern in self.modules for path in package.glob(pattern) if path.name != "__init__.py"}
        yield from sorted(found)


GROUPS = (
    Group(
        name="figures",
        floor=85,
        modules=("grammar/*.py", "extraction/figures/*.py", "extraction/times/*.py", "extraction/measures/readings.py"),
        tests=("grammar", "extraction"),
    ),
    Group(
        name="verdicts",
        floor=85,
        modules=(
            *(f"compare/verdicts/{name}.py" for name in ("figures", "moves", "standing")),
            *(f"compare/reading/{name}.py" for name in ("intervals", "periods", "units")),
            "checks/*.py",
        ),
        tests=("compare", "checks", "cli/test_gate.py", "cli/test_waivers.py"),
    ),
    Group(
        name="loader",
        floor=85,
        modules=("records/json.py", "records/fields.py", "records/claim.py", "records/snapshot.py"),
        tests=("records",),
    ),
    Group(name="reading", floor=0, modules=("extraction/**/*.py",), tests=("grammar", "extraction")),
)


def group_of(path: Path, package: Path) -> Group:
    """The first group that names the module at *path*."""
    return next(group for group in GROUPS if path in set(group.paths(package)))
