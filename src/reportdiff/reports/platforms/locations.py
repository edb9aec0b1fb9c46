"""Where a finding points: a file as it lies on disk, with lines and columns, whether draft or stored."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass

from reportdiff.model.finding import Finding, Place, Side
from reportdiff.model.noun import Noun

TEXT = "text.md"
RECORD = "snapshot.json"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Location(Noun):
    """A file, and the stretch of it that is meant, None where the file as a whole is.

    ``path`` has forward slashes and begins where the finding's own paths begin.
    """

    path: str
    place: Place | None = None


def locate(finding: Finding) -> Location:
    """The place of what is remarked upon: in the draft, else in the stored text, else the stored record."""
    if finding.place is not None:
        return Location(path=_tidy(finding.place.path), place=finding.place)
    side = main_side(finding)
    return _file_of(finding) if side is None else _locate_stored(side, finding.store)


def locate_other(finding: Finding) -> Location | None:
    """The place of the statement that the one remarked upon is held against; None where there is none in the store."""
    other = other_side(finding)
    return None if other is None else _locate_stored(other, finding.store)


def other_side(finding: Finding) -> Side | None:
    """The stored statement that the one remarked upon is held against; None where there is none."""
    main = main_side(finding)
    others = (side for side in (finding.new, finding.old) if side is not None and side is not main and not side.draft)
    return next(others, None)


def main_side(finding: Finding) -> Side | None:
    """The statement that is remarked upon; None for a finding on a file."""
    sides = [side for side in (finding.new, finding.old) if side is not None]
    drafts = [side for side in reversed(sides) if side.draft]
    return next(iter(drafts or [side for side in sides if side.snapshot.id == finding.where] or sides), None)


def count_bytes(before: str, column: int) -> int:
    """A column that counts code points as one that counts UTF-8 bytes; *before* is what stands before it in its line.

    >>> count_bytes("Perú: ", 7)
    8
    """
    return column + len(before.encode("utf-8", "surrogatepass")) - len(before)


def _locate_stored(side: Side, store: str) -> Location:
    folder = f"{store}/{side.snapshot.id}"
    text = side.snapshot.text
    if text is None:
        return Location(path=_tidy(f"{folder}/{RECORD}"))
    start, end = side.claim.position
    line_start, end_line_start = text.rfind("\n", 0, start) + 1, text.rfind("\n", 0, end) + 1
    first = text.count("\n", 0, start) + 1
    path = _tidy(f"{folder}/{TEXT}")
    place = Place(
        path=path,
        line=first,
        column=start - line_start + 1,
        end_line=first + text.count("\n", start, end),
        end_column=end - end_line_start + 1,
        before=text[line_start:start],
        end_before=text[end_line_start:end],
    )
    return Location(path=path, place=place)


def _file_of(finding: Finding) -> Location:
    """The file that is meant by a snapshot's id, or by the path of a file of the store with a claim behind ``#``."""
    path = finding.where.partition("#")[0]
    is_file = path.endswith((".toml", ".json"))
    return Location(path=_tidy(f"{finding.store}/{path}" if is_file else f"{finding.store}/{path}/{RECORD}"))


def _tidy(path: str) -> str:
    """A path with forward slashes and without detours."""
    return posixpath.normpath(path.replace(os.sep, "/"))
