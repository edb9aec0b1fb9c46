"""Trouble with the run, each kind with its exit code.

Every message says what, where, why and what to do next, in one line.
"""

from __future__ import annotations


class ReportdiffError(Exception):
    """The root of what this program refuses; ``exit_code`` is what the command line ends with."""

    exit_code = 70


class UsageProblem(ReportdiffError):
    """The call's words are off."""

    exit_code = 2


class UnreadableInput(ReportdiffError):
    """An input is missing, unreadable, invalid or locked, or leaves nothing to compare."""

    exit_code = 3


class MissingPackage(UnreadableInput):
    """What is to be read, written or asked needs a package that is not installed."""

    def __init__(self, what: str, package: str, extra: str) -> None:
        super().__init__(f"{what} {package}, which is not installed; pip install 'reportdiff[{extra}]'")


class NotFound(ReportdiffError):
    """No such snapshot, revision, measure or repository."""

    exit_code = 4


class InvalidSettings(ReportdiffError):
    """Settings, a waiver, an annotation or a baseline is invalid."""

    exit_code = 5
