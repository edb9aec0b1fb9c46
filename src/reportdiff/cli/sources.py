"""Documents as they are named on the command line: a path, or ``-`` for standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from reportdiff import api
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UsageProblem
from reportdiff.records.files import read_bytes


def read_bytes_of(source: str) -> tuple[str, bytes]:
    """Name and bytes of *source*; :class:`UsageProblem` for an address, which ``add`` alone fetches."""
    _refuse_address(source)
    if source == "-":
        return "stdin", sys.stdin.buffer.read()
    return Path(source).name, read_bytes(Path(source))


def open_snapshot(reference: str) -> Snapshot:
    """The snapshot that *reference* names: an id or part of one, a path, or ``-`` for standard input.

    Raises as :func:`read_bytes_of`, and as :func:`reportdiff.api.open_snapshot`.
    """
    _refuse_address(reference)
    if reference == "-":
        return api.read_any(sys.stdin.buffer.read(), name="stdin", conventions=api.conventions())
    return api.open_snapshot(reference)


def _refuse_address(source: str) -> None:
    if source.lower().startswith(("http://", "https://")):
        raise UsageProblem(f"{source[:100]}: an address, which add alone fetches; add it, or save it and name the file")
