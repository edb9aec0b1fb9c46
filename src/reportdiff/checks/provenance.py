"""Snapshots that are not as they were captured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportdiff.checks import catalogue
from reportdiff.checks.findings import hash_of
from reportdiff.model.finding import Finding
from reportdiff.store.validation import Problem


def check_provenance(problems: Iterable[Problem]) -> Iterator[Finding]:
    """A finding for each thing that is broken in the store."""
    rule = catalogue.PROVENANCE
    for problem in problems:
        yield Finding(
            rule=rule,
            level=rule.level,
            subject=problem.snapshot.partition("/")[0],
            series=None,
            old=None,
            new=None,
            where=problem.snapshot,
            message=problem.message,
            fingerprint=hash_of(rule.code, problem.snapshot),
        )
