"""The block between two lines ``---`` at the top of a Markdown document: names and values, read without a guess."""

from __future__ import annotations

import json
import re

_FENCE = "---"
_LONGEST = 20_000
_ENTRY = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,60}):(?:\s+(.*))?$")
_ESCAPED_SPACE = re.compile(r"\\_")
_ESCAPED_BREAK = re.compile(r"\\\n\s*\\?")


def front_matter_end(source: str) -> int:
    """Where the document proper begins: behind the front matter, or 0 when there is none."""
    if not source.startswith(_FENCE):
        return 0
    offset = 0
    entries = 0
    for index, line in enumerate(source[:_LONGEST].splitlines(keepends=True)):
        text = line.rstrip()
        offset += len(line)
        if index == 0:
            if text != _FENCE:
                return 0
        elif text in (_FENCE, "...") or (index == 1 and not text):
            return offset if entries else 0
        elif _ENTRY.match(text):
            entries += 1
        elif text and not text[0].isspace() and text[0] not in "-#":
            return 0
    return 0


def read_front_matter(source: str) -> dict[str, str]:
    """The front matter's names, in lower case, with their values as plain text; lists are left out."""
    end = front_matter_end(source)
    lines = source[:end].splitlines()[1:-1]
    entries: dict[str, str] = {}
    name = ""
    for line in lines:
        found = _ENTRY.match(line)
        if found is not None:
            name = found[1].lower()
            entries[name] = found[2] or ""
        elif name and line.strip() and line[0].isspace():
            entries[name] += "\n" + line
    return {name: value for name, raw in entries.items() if (value := _value(raw.strip()))}


def _value(raw: str) -> str:
    """What a YAML scalar says: quotes and folds undone."""
    if raw[:1] == '"' and raw[-1:] == '"' and len(raw) > 1:
        folded = " ".join(_ESCAPED_BREAK.sub("", _ESCAPED_SPACE.sub(r"\\u00a0", raw)).split())
        try:
            text = json.loads(folded)
        except ValueError:
            text = folded[1:-1]
        return " ".join(str(text).split())
    if raw[:1] == "'" and raw[-1:] == "'" and len(raw) > 1:
        return " ".join(raw[1:-1].replace("''", "'").split())
    if raw[:1] in ("-", "[", "{", "|", ">", "&", "*", "!"):
        return ""
    return " ".join(raw.split())
