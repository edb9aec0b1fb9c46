"""The conventions of a project, out of its settings and the files that these name."""

from __future__ import annotations

from pathlib import Path

from reportdiff.model.conventions import Conventions
from reportdiff.model.errors import InvalidSettings, UnreadableInput
from reportdiff.model.settings import Settings
from reportdiff.records.files import read_bytes
from reportdiff.records.settings import MAX_BYTES


def read_conventions(settings: Settings) -> Conventions:
    """What *settings* say about reading, with the text of their vocabulary; :class:`InvalidSettings` for a file that
    cannot be read.
    """
    return Conventions(
        fiscal_year_start=settings.fiscal_year_start,
        vocabulary=tuple((str(path), _text_of(path)) for path in settings.vocabulary),
    )


def _text_of(path: Path) -> str:
    try:
        return read_bytes(path, limit=MAX_BYTES).decode("utf-8")
    except (UnreadableInput, UnicodeDecodeError) as problem:
        why = "it is not UTF-8" if isinstance(problem, UnicodeDecodeError) else "it is missing or cannot be opened"
        raise InvalidSettings(
            f"{path}: the vocabulary that the settings name cannot be read, {why}; mend vocabulary in the settings"
        ) from None
