"""The verbs, callable from Python: read, store, open, compare and check reports.

>>> from reportdiff.api import diff, read_text
>>> old = read_text("The population was 30 million in 2015.", publisher="state", published="2017-01-25")
>>> new = read_text("The population was 34 million in 2022.", publisher="crs", published="2024-01-10")
>>> [change.kind.value for change in diff(old, new).changes]
['update']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportdiff.api.about import UNKNOWN, Told
    from reportdiff.api.adding import add_documents
    from reportdiff.api.batch import follow_subject, read_batch
    from reportdiff.api.checking import check, failing_level, fails, lint
    from reportdiff.api.chronicling import changelog
    from reportdiff.api.comparison import add_wording, diff, diff_texts, select_aspects
    from reportdiff.api.configuring import configured, conventions
    from reportdiff.api.datasets import ask, list_questions, write_dataset
    from reportdiff.api.documents import normalize, read_any, read_document, read_original, read_text
    from reportdiff.api.measuring import list_measures, propose_measures
    from reportdiff.api.pointing import seen_from_repository
    from reportdiff.api.snapshots import (
        add,
        add_all,
        find_whole_in_git,
        init,
        list_ids,
        list_snapshots,
        open_snapshot,
        validate,
    )
    from reportdiff.api.subjects import compare_in, dossiers
    from reportdiff.api.tables import list_tables
    from reportdiff.api.telling import add_framing, read_telling, tellings, uses, watched_terms
    from reportdiff.api.tracing import blame, list_series, timelines, write_series
    from reportdiff.api.waiving import Sought, list_waivers, prune_baseline, prune_waivers, waive, write_baseline

__all__ = [
    "UNKNOWN",
    "Sought",
    "Told",
    "add",
    "add_all",
    "add_documents",
    "add_framing",
    "add_wording",
    "ask",
    "blame",
    "changelog",
    "check",
    "compare_in",
    "configured",
    "conventions",
    "diff",
    "diff_texts",
    "dossiers",
    "failing_level",
    "fails",
    "find_whole_in_git",
    "follow_subject",
    "init",
    "lint",
    "list_ids",
    "list_measures",
    "list_questions",
    "list_series",
    "list_snapshots",
    "list_tables",
    "list_waivers",
    "normalize",
    "open_snapshot",
    "propose_measures",
    "prune_baseline",
    "prune_waivers",
    "read_any",
    "read_batch",
    "read_document",
    "read_original",
    "read_telling",
    "read_text",
    "seen_from_repository",
    "select_aspects",
    "tellings",
    "timelines",
    "uses",
    "validate",
    "waive",
    "watched_terms",
    "write_baseline",
    "write_dataset",
    "write_series",
]

HOMES = {
    "adding": ("add_documents",),
    "batch": ("follow_subject", "read_batch"),
    "about": ("UNKNOWN", "Told"),
    "checking": ("check", "failing_level", "fails", "lint"),
    "subjects": ("compare_in", "dossiers"),
    "datasets": ("ask", "list_questions", "write_dataset"),
    "chronicling": ("changelog",),
    "comparison": ("add_wording", "diff", "diff_texts", "select_aspects"),
    "configuring": ("configured", "conventions"),
    "documents": ("normalize", "read_any", "read_document", "read_original", "read_text"),
    "measuring": ("list_measures", "propose_measures"),
    "pointing": ("seen_from_repository",),
    "snapshots": (
        "add",
        "add_all",
        "find_whole_in_git",
        "init",
        "list_ids",
        "list_snapshots",
        "open_snapshot",
        "validate",
    ),
    "tables": ("list_tables",),
    "telling": ("add_framing", "read_telling", "tellings", "uses", "watched_terms"),
    "tracing": ("blame", "list_series", "timelines", "write_series"),
    "waiving": ("Sought", "list_waivers", "prune_baseline", "prune_waivers", "waive", "write_baseline"),
}
"""Module → the public names that it defines. No module may bear the name of a verb: it would hide it."""


def __getattr__(name: str) -> Any:
    """Import the module of a verb on first use, so that a command loads no more than it needs."""
    for home, names in HOMES.items():
        if name in names:
            return getattr(import_module(f"reportdiff.api.{home}"), name)
    raise AttributeError(f"module 'reportdiff.api' has no attribute {name!r}")
