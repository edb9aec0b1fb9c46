"""The verbs, callable from Python: read, store, open, compare and check reports.

>>> old = read_text("The population was 30 million in 2015.", publisher="state", published="2017-01-25")
>>> new = read_text("The population was 34 million in 2022.", publisher="crs", published="2024-01-10")
>>> [change.kind.value for change in diff(old, new).changes]
['update']
"""

from __future__ import annotations

from reportdiff.api.about import UNKNOWN, Told
from reportdiff.api.checking import check, fails, lint
from reportdiff.api.comparison import diff, diff_texts, select_aspects
from reportdiff.api.documents import normalize, read_any, read_document, read_text
from reportdiff.api.snapshots import add, init, list_ids, list_snapshots, open_snapshot, validate

__all__ = [
    "UNKNOWN",
    "Told",
    "add",
    "check",
    "diff",
    "diff_texts",
    "fails",
    "init",
    "lint",
    "list_ids",
    "list_snapshots",
    "normalize",
    "open_snapshot",
    "read_any",
    "read_document",
    "read_text",
    "select_aspects",
    "validate",
]
