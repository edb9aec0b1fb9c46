"""What the styles and the numbering of a Word file make of a paragraph: a heading of some level, an item of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportdiff.sources.docx.package import Package
from reportdiff.sources.docx.xml import Attributes, parse

_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"toc(?: heading| ?[1-9])$|table of (?:figures|authorities)$", re.IGNORECASE)
_INNER_LIST = re.compile(r"list (?:bullet|number) ([2-5])$", re.IGNORECASE)
"""Word's own styles for inner lists are lists of their own, whose level is told by their names alone."""
_TOLD_OF_LEVEL = frozenset(("w:numFmt", "w:lvlText", "w:start"))
_LONGEST_CHAIN = 12
BODY_LEVEL = 9
"""The outline level, counted from 0, of what is no heading."""


@dataclass(slots=True)
class Style:
    """A style of paragraphs: its name, the style that it builds upon, and what it tells itself."""

    name: str = ""
    base: str = ""
    outline: int | None = None
    list_id: str = ""
    list_level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The styles by id, and for each list (its id and level) whether and from where its items are counted."""

    styles: dict[str, Style] = field(default_factory=dict)
    counted: dict[tuple[str, int], int] = field(default_factory=dict)

    def heading_level(self, style: str, outline: int | None) -> int | None:
        """The level of a heading, 1 for a title or the top; None for what is no heading.

        *outline* is what the paragraph itself tells, counted from 0.
        """
        if outline is not None:
            return outline + 1 if outline < BODY_LEVEL else None
        for each in self._chain(style):
            if each.name.lower() == "title":
                return 1
            found = _HEADING.match(each.name)
            if found is not None:
                return int(found[1])
            if each.outline is not None:
                return each.outline + 1 if each.outline < BODY_LEVEL else None
        return None

    def is_title(self, style: str) -> bool:
        """Whether paragraphs of this style are the title of the whole."""
        return any(each.name.lower() == "title" for each in self._chain(style))

    def is_contents(self, style: str) -> bool:
        """Whether paragraphs of this style are lines of a table of contents."""
        return any(_CONTENTS.match(each.name) for each in self._chain(style)[:1])

    def list_of(self, style: str, list_id: str, level: int | None) -> tuple[str, int] | None:
        """The list and level that a paragraph is an item of, told by itself or by its style; None for no item."""
        for each in self._chain(style):
            list_id = list_id or each.list_id
            level = each.list_level if level is None else level
            if level is None and (found := _INNER_LIST.match(each.name)):
                level = int(found[1]) - 1
        return (list_id, level or 0) if list_id not in ("", "0") else None

    def _chain(self, style: str) -> list[Style]:
        chain: list[Style] = []
        while style in self.styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self.styles[style])
            style = chain[-1].base
        return chain


def read_styles(package: Package) -> Styles:
    """The styles and lists of a Word file; empty where it has none."""
    styles, lists = package.related("/styles"), package.related("/numbering")
    return Styles(
        styles=_StyleReader().read(package.parts[styles]) if styles else {},
        counted=_ListReader().read(package.parts[lists]) if lists else {},
    )


class _StyleReader:
    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._style = Style()

    def read(self, data: bytes) -> dict[str, Style]:
        parse(data, start=self._start)
        return self._styles

    def _start(self, name: str, attributes: Attributes, at: int) -> None:
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._style = self._styles[attributes.get("w:styleId", "")] = Style()
        elif name == "w:name":
            self._style.name = value
        elif name == "w:basedOn":
            self._style.base = value
        elif name == "w:outlineLvl":
            self._style.outline = whole(value)
        elif name == "w:numId":
            self._style.list_id = value
        elif name == "w:ilvl":
            self._style.list_level = whole(value)


class _ListReader:
    """Reads which levels of which lists are counted in plain numbers (``3.``, ``3)``)."""

    def __init__(self) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._kinds: dict[str, str] = {}
        self._kind = ""
        self._list = ""
        self._level = 0

    def read(self, data: bytes) -> dict[tuple[str, int], int]:
        parse(data, start=self._start)
        return {
            (list_id, level): start
            for list_id, kind in self._kinds.items()
            for (known, level), (form, text, start) in self._levels.items()
            if known == kind and form == "decimal" and text in (f"%{level + 1}.", f"%{level + 1})", f"%{level + 1}")
        }

    def _start(self, name: str, attributes: Attributes, at: int) -> None:
        value = attributes.get("w:val", "")
        if name == "w:abstractNum":
            self._kind, self._list = attributes.get("w:abstractNumId", ""), ""
        elif name == "w:num":
            self._list = attributes.get("w:numId", "")
        elif name == "w:abstractNumId" and self._list:
            self._kinds[self._list] = value
        elif name == "w:lvl" and not self._list:
            self._level = whole(attributes.get("w:ilvl", "")) or 0
            self._levels[self._kind, self._level] = "", "", 1
        elif name in _TOLD_OF_LEVEL and not self._list and (self._kind, self._level) in self._levels:
            self._set(name, value)

    def _set(self, name: str, value: str) -> None:
        form, text, start = self._levels[self._kind, self._level]
        if name == "w:numFmt":
            form = value
        elif name == "w:lvlText":
            text = value
        else:
            start = whole(value) or 0
        self._levels[self._kind, self._level] = form, text, start


def whole(told: str) -> int | None:
    """The small number that an attribute tells; None for anything else."""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 6 else None
