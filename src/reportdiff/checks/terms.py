"""Terms that a claim states for itself."""

from __future__ import annotations

from reportdiff.compare.verdicts.terms import end_ahead

__all__ = ["end_ahead"]
