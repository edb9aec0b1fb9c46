"""Follow what reports say: claims with quotes, versioned snapshots, field-by-field diffs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportdiff.api import diff, normalize, read_text

__all__ = ["__version__", "diff", "normalize", "read_text"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Import the public verbs on first use, so that the command line starts fast."""
    if name in __all__:
        from reportdiff import api

        return getattr(api, name)
    raise AttributeError(f"module 'reportdiff' has no attribute {name!r}")
