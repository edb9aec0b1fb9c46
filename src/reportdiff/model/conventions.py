"""What a project has settled about how its documents are read."""

from __future__ import annotations

from dataclasses import dataclass

from reportdiff.model.noun import Noun


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Conventions(Noun):
    """The month, 1 to 12, in which a fiscal year begins, and measures beside the program's own.

    ``vocabulary`` holds TOML files of measures, each as its path, for messages, and its text: what reads a document
    looks at no file. A later file goes before an earlier one.
    """

    fiscal_year_start: int = 10
    vocabulary: tuple[tuple[str, str], ...] = ()


USUAL = Conventions()
"""What holds where a project has settled nothing."""
