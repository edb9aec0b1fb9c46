"""The JSON Schemas, and the one door to the library that applies them."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportdiff.model.errors import NotFound, UnreadableInput
from reportdiff.records.fields import nearest
from reportdiff.records.json import JsonValue

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

SCHEMAS = (
    "snapshot",
    "diff",
    "findings",
    "settings",
    "vocabulary",
    "series",
    "timeline",
    "changelog",
    "annotations",
    "waivers",
    "baseline",
    "snapshots",
    "additions",
    "renewals",
    "problems",
    "blame",
    "framing",
    "terms",
    "waiver-states",
    "rules",
    "measures",
    "config",
    "answer",
    "questions",
)
"""What the program reads and keeps, and what its commands print; docs/formats.md tells which command prints what."""


def schema_text(name: str) -> str:
    """The text of a schema by its name (``snapshot``); :class:`NotFound` if there is none of that name."""
    if name not in SCHEMAS:
        raise NotFound(f"no schema {name[:60]!r}{nearest(name, SCHEMAS)}; reportdiff schema lists them")
    file = f"{name}.schema.json"
    packaged = files("reportdiff") / "schemas" / file
    # An editable install leaves the schemas where they are written, at the root of the project.
    in_project = Path(__file__).resolve().parents[3] / "schemas" / file
    return packaged.read_text("utf-8") if packaged.is_file() else in_project.read_text("utf-8")


def validate(value: JsonValue, schema: str, *, name: str) -> None:
    """Raise :class:`UnreadableInput`, with *name* and a JSON pointer, unless *value* fits the schema."""
    from jsonschema.exceptions import relevance

    errors = list(_validator(schema).iter_errors(value))
    if errors:
        first = max(errors, key=relevance)
        pointer = "".join(f"/{part}" for part in first.absolute_path)
        message = " ".join(first.message.split())
        shown = message if len(message) <= 160 else f"{message[:80]} … {message[-79:]}"
        raise UnreadableInput(f"{name}: at {pointer or '/'}: {shown} (schema {schema}); mend or restore the file")


@cache
def _validator(name: str) -> Draft202012Validator:
    return build_validator(json.loads(schema_text(name)))


def build_validator(schema: Any) -> Draft202012Validator:
    """A validator that checks formats and, with an empty registry, never fetches what a ``$ref`` names."""
    from jsonschema import Draft202012Validator
    from referencing import Registry

    return Draft202012Validator(schema, registry=Registry(), format_checker=Draft202012Validator.FORMAT_CHECKER)
