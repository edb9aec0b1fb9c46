"""Snapshots that are not as they were captured."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportdiff.checks import catalogue
from reportdiff.checks.findings import hash_of
from reportdiff.model.finding import Finding
from reportdiff.store.ids import subject_of
from reportdiff.store.validation import Problem


def check_provenance(problems: Iterable[Problem], root: Path) -> Iterator[Finding]:
    """A finding for each thing that is broken in the store; its message names files from *root*, the project's."""
    rule = catalogue.PROVENANCE
    for problem in problems:
        yield Finding(
            rule=rule,
            level=rule.level,
            subject=subject_of(problem.snapshot),
            series=None,
            old=None,
            new=None,
            where=problem.snapshot,
            message=problem.message.replace(f"{root}{os.sep}", ""),
            fingerprint=hash_of(rule.code, problem.snapshot),
        )
