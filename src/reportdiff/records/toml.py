"""TOML that people write, settings, waivers, annotations, mappings: its one loader, and texts as it has them."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from reportdiff.model.errors import InvalidSettings


def load_toml(data: bytes, *, name: str) -> dict[str, Any]:
    """The table that a TOML file holds, its figures as ``Decimal``.

    Raises :class:`InvalidSettings` with *name* for what is not UTF-8, not TOML, or nested too deeply.
    """
    import tomllib

    try:
        return tomllib.loads(data.decode(), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise InvalidSettings(f"{name}: not UTF-8 at offset {error.start}; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise InvalidSettings(f"{name}: not TOML: {error}; correct it") from None
    except RecursionError:
        raise InvalidSettings(f"{name}: nested too deeply; flatten it") from None


def quoted(text: str) -> str:
    """*text* as a basic string of TOML, whose escapes JSON's are among; DEL alone needs one of its own."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
