"""Where the documents to measure on lie, if they are there."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
PROGRAM = Path(sys.executable).with_name("reportdiff")

DAY = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")


def prose_files() -> list[Path]:
    """The first corpus: the texts beside the project, else those of the store."""
    return sorted((SHARED / "sources").glob("*.txt")) or sorted((ROOT / "snapshots").glob("*/*/text.md"))


def field_files() -> list[Path]:
    """Dense lists of fields; empty where the corpus is not beside the project."""
    return sorted((SHARED / "corpus").glob("factbook-*-*.txt"))


def corpus_files() -> list[Path]:
    """All the running text there is."""
    corpus = SHARED / "corpus"
    return [*prose_files(), *sorted(corpus.glob("unlabelled/*.*")), *sorted(corpus.glob("state-*.txt"))]


def published_day(path: Path) -> date | None:
    """The day that a file or its folder is named after."""
    found = DAY.search(path.name) or DAY.search(path.parent.name)
    return date.fromisoformat(found.group()) if found else None
