"""Which modules are put to the trial, and which tests are theirs: the doctests of a module always are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Modules that answer to the same tests; both as patterns below the package and below the tests."""

    name: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]

    def paths(self, package: Path) -> Iterator[Path]:
        """The files of the modules, in order, none twice."""
        found = {path for pattern in self.modules for path in package.glob(pattern) if path.name != "__init__.py"}
        yield from sorted(found)


FIGURES = "figure*.py quantities.py ranges.py sharing.py periods.py attachment.py leading.py frames.py readings.py"

GROUPS = (
    Group(
        name="figures",
        modules=("grammar/*.py", *(f"extraction/{name}" for name in FIGURES.split())),
        tests=("grammar", "extraction"),
    ),
    Group(
        name="verdicts",
        modules=(
            *(f"compare/{name}.py" for name in ("figures", "intervals", "periods", "standing", "units")),
            "checks/*.py",
        ),
        tests=("compare", "checks", "cli/test_gate.py", "cli/test_waivers.py"),
    ),
    Group(
        name="loader",
        modules=("records/json.py", "records/fields.py", "records/claim.py", "records/snapshot.py"),
        tests=("records",),
    ),
    Group(name="reading", modules=("extraction/*.py",), tests=("grammar", "extraction")),
)


def group_of(path: Path, package: Path) -> Group:
    """The first group that names the module at *path*."""
    return next(group for group in GROUPS if path in set(group.paths(package)))
