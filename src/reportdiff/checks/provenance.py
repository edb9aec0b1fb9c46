"""Snapshots that are not as they were captured."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from reportdiff.checks import catalogue
from reportdiff.checks.findings import level_of
from reportdiff.model.finding import Finding
from reportdiff.model.settings import Settings
from reportdiff.store.validation import Problem


def check_provenance(problems: Iterable[Problem], settings: Settings) -> Iterator[Finding]:
    """A finding for each thing that is broken in the store."""
    rule = catalogue.PROVENANCE
    for problem in problems:
        yield Finding(
            rule=rule,
            level=level_of(rule, settings, draft=False),
            subject=problem.snapshot.partition("/")[0],
            series=None,
            old=None,
            new=None,
            where=problem.snapshot,
            message=problem.message,
            fingerprint=hashlib.sha256(f"{rule.code}|{problem.snapshot}".encode()).hexdigest()[:16],
        )
