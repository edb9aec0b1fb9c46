"""What the readers of the platforms accept, written from their public descriptions: every member that is used is
named here, and a member that is not named is refused.
"""

from __future__ import annotations

import re
from typing import Any

TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
FROM_ONE: dict[str, Any] = {"type": "integer", "minimum": 1}


def an_object(required: str, **members: Any) -> dict[str, Any]:
    """The schema of an object with these members and no others; *required* names those it must have."""
    return {"type": "object", "additionalProperties": False, "required": required.split(), "properties": members}


def a_list(of: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": of, **more}


MESSAGE = an_object("text", text=TEXT)
ARTIFACT = an_object(
    "uri", uri={"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]+$"}, uriBaseId={"const": "%SRCROOT%"}
)
REGION = an_object(
    "startLine startColumn endLine endColumn",
    startLine=FROM_ONE,
    startColumn=FROM_ONE,
    endLine=FROM_ONE,
    endColumn=FROM_ONE,
)
PHYSICAL = an_object("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
SARIF_LEVEL = {"enum": ["none", "note", "warning", "error"]}
RULE = an_object(
    "id name shortDescription fullDescription help defaultConfiguration",
    id={"type": "string", "pattern": "^RD[0-9]{3}$"},
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=an_object("text markdown", text=TEXT, markdown=TEXT),
    defaultConfiguration=an_object("level", level=SARIF_LEVEL),
)
RESULT = an_object(
    "ruleId ruleIndex level message locations partialFingerprints baselineState suppressions",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=SARIF_LEVEL,
    message=MESSAGE,
    locations=a_list(an_object("physicalLocation", physicalLocation=PHYSICAL), minItems=1, maxItems=1),
    relatedLocations=a_list(
        an_object("physicalLocation", id={"type": "integer"}, physicalLocation=PHYSICAL, message=MESSAGE)
    ),
    partialFingerprints={"type": "object", "additionalProperties": TEXT, "minProperties": 1},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    suppressions=a_list(
        an_object(
            "kind",
            kind={"enum": ["inSource", "external"]},
            status={"enum": ["accepted", "underReview", "rejected"]},
            justification=TEXT,
        )
    ),
    properties={"type": "object"},
    fixes=a_list(
        an_object(
            "artifactChanges",
            description=MESSAGE,
            artifactChanges=a_list(
                an_object(
                    "artifactLocation replacements",
                    artifactLocation=ARTIFACT,
                    replacements=a_list(
                        an_object("deletedRegion", deletedRegion=REGION, insertedContent=MESSAGE), minItems=1
                    ),
                ),
                minItems=1,
            ),
        )
    ),
)
NOTIFICATION = an_object("message", level=SARIF_LEVEL, message=MESSAGE)
RUN = an_object(
    "tool results",
    tool=an_object("driver", driver=an_object("name", name=TEXT, version=TEXT, rules=a_list(RULE, uniqueItems=True))),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={"type": "object", "additionalProperties": an_object("", description=MESSAGE)},
    invocations=a_list(
        an_object(
            "executionSuccessful",
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=a_list(NOTIFICATION),
        )
    ),
    results=a_list(RESULT),
)
SARIF = an_object(
    "version runs", version={"const": "2.1.0"}, runs=a_list(RUN), **{"$schema": {"type": "string", "format": "uri"}}
)

POSITION = an_object("line", line=FROM_ONE, column=FROM_ONE)
RANGE = an_object("start", start=POSITION, end=POSITION)
DIAGNOSTIC = an_object(
    "message location severity",
    message=TEXT,
    location=an_object("path", path=TEXT, range=RANGE),
    severity={"enum": ["ERROR", "WARNING", "INFO"]},
    code=an_object("value", value=TEXT),
    suggestions=a_list(an_object("range text", range=RANGE, text={"type": "string"})),
)
RDJSON = an_object("source diagnostics", source=an_object("name", name=TEXT), diagnostics=a_list(DIAGNOSTIC))

GITLAB = a_list(
    an_object(
        "description check_name fingerprint severity location",
        description=TEXT,
        check_name=TEXT,
        fingerprint={"type": "string", "pattern": "^[0-9a-f]{32}$"},
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=an_object("path lines", path=TEXT, lines=an_object("begin", begin=FROM_ONE, end=FROM_ONE)),
    )
)

COMMAND = re.compile(r"::([a-z-]+)(?: ([^:\r\n]*))?::([^\r\n]*)")
NAMES = ("error", "warning", "notice")


def read_commands(output: str) -> list[tuple[str, dict[str, str], str]]:
    """The workflow commands that a runner finds in *output*, as (name, properties, message): line by line, blanks at
    the start passed over, and the older form anywhere in a line.
    """
    found = []
    for line in output.splitlines():
        if re.search(r"##\w*\[", line):
            found.append(("##", {}, line))
        match = COMMAND.match(line.strip())
        if match:
            told = dict(each.partition("=")[::2] for each in (match[2] or "").split(",") if each)
            found.append(
                (match[1], {name: _plain(value, True) for name, value in told.items()}, _plain(match[3], False))
            )
        elif line.strip().startswith("::"):
            found.append(("::", {}, line))
    return found


def _plain(text: str, is_property: bool) -> str:
    extra = (("%3A", ":"), ("%2C", ",")) if is_property else ()
    for escaped, plain in (("%0D", "\r"), ("%0A", "\n"), *extra, ("%25", "%")):
        text = text.replace(escaped, plain)
    return text
