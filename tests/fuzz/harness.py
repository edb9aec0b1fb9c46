"""One target under the fuzzer: ``python -m tests.fuzz.harness TARGET`` and libFuzzer's own options and folders."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Sequence

WATCHED = (
    "reportdiff.extraction",
    "reportdiff.grammar",
    "reportdiff.records",
    "reportdiff.sources",
    "reportdiff.vocabulary",
)
"""The packages whose branches the fuzzer tries to reach."""


def main(words: Sequence[str]) -> None:
    """Fuzz the target that the first word names; the process ends in here."""
    import atheris

    with atheris.instrument_imports(include=["reportdiff"]):
        for name in WATCHED:
            for module in pkgutil.walk_packages(importlib.import_module(name).__path__, f"{name}."):
                if not module.name.endswith(".child"):
                    importlib.import_module(module.name)
    target = importlib.import_module("tests.fuzz.targets").TARGETS[words[0]]
    atheris.Setup([sys.argv[0], *words[1:]], target.check)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
