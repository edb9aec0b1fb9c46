"""What a document says of itself: front matter, what its container declares, what is printed; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reportdiff.model.text import BlockKind, Text
from reportdiff.sources.datelines import read_dateline
from reportdiff.sources.dates import names_publication, read_date_above, read_date_line
from reportdiff.sources.kinds import is_report_number
from reportdiff.sources.markdown.frontmatter import read_front_matter

_DATE_NAMES = ("published", "published_time", "publication_date", "date_published", "date", "pubdate", "issued")
_ISO_DAY = re.compile(r"([12][0-9]{3}-[0-9]{2}-[0-9]{2})(?:$|[T\s])")
_SIGN = r"(?:\s{0,3}[·•|,;:/(–—-]){0,2}\s{0,3}"
_DIGIT = re.compile("[0-9]")
_NUMBER_AND_VERSION = re.compile(
    rf"\b(?P<number>[A-Z]{{1,5}}-?[0-9]{{3,7}}){_SIGN}(?:[Vv](?:ERSION|ersion|ER\.|er\.)?:?\s{{0,3}})(?P<version>[0-9]{{1,3}})\b"
)
_VERSION = re.compile(r"version(?: no\.?| number)?:?\s{0,3}(?P<version>[0-9]{1,3}(?:\.[0-9]{1,3})?)", re.IGNORECASE)
_LABELLED_NUMBER = re.compile(
    r"(?:report|document|publication|product) (?:no\.?|number|id):?\s{0,3}(?P<number>[A-Z]{1,5}-?[0-9]{3,7})$",
    re.IGNORECASE,
)
_NAME = r"[A-Z][^\W\d_]*\.?"
_PERSON = rf"{_NAME}(?:[ '’-](?:(?:de|la|las|los|van|von|der|den|del|da|do|dos|bin|al|el) ){{0,2}}{_NAME}){{1,4}}"
_OFFICE = (
    "Specialist|Analyst|Coordinator|Research|Section|Senior|Legislative|Director|Fellow|Professor|Economist|Editor"
    "|Correspondent|Attorney|Advisor|Adviser|Acting|Deputy|Chief|Head|Lead|Policy|Associate|Assistant|Visiting|Resident"
)
_BYLINE = re.compile(
    rf"(?:(?:By|Authors?:|Prepared by) (?=[A-Z]))(?P<by>{_PERSON})|(?P<name>{_PERSON}), (?:{_OFFICE})\b[^.!?;]{{0,80}}"
)
_HEAD_BLOCKS = 12
_PROSE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What stands in the document about itself; None for what does not.

    ``number`` is that of the report (``IF12345``) and ``edition`` the label of its edition (``version 5``), where one
    stands on a line of its own or in the foot of a page, and no other does. ``authors`` are named as the document
    names them.
    """

    title: str | None = None
    published: date | None = None
    subject: str | None = None
    publisher: str | None = None
    document: str | None = None
    url: str | None = None
    number: str | None = None
    edition: str | None = None
    authors: tuple[str, ...] = ()


def find_metadata(text: Text, source: str = "") -> Metadata:
    """What the front matter of *source*, what *text* declares, and the lines above its prose say, in this order.

    Two different dates above the prose tell nothing; a dateline yields to a line such as "Published 3 May 2023".
    """
    entries = {**dict(text.declared), **read_front_matter(source)}
    lines = list(_short_lines(text))
    numbered = [line for line in lines if _DIGIT.search(line)]
    return Metadata(
        title=entries.get("title") or text.title,
        published=_published(entries, _days_above(text)),
        subject=entries.get("subject") or entries.get("country"),
        publisher=entries.get("publisher"),
        document=entries.get("document"),
        url=entries.get("source_url") or entries.get("url"),
        number=_number(numbered),
        edition=entries.get("edition") or _edition(numbered),
        authors=_authors(entries, lines),
    )


def _published(entries: dict[str, str], printed: set[date]) -> date | None:
    """The day that is declared, else the one that is printed; None where two different days are printed."""
    for name in _DATE_NAMES:
        value = entries.get(name, "")
        found = _ISO_DAY.match(value)
        day = read_date_line(found[1] if found else value)
        if day is not None:
            return day
    return next(iter(printed)) if len(printed) == 1 else None


def _days_above(text: Text) -> set[date]:
    """The days that may be that of publication; those of datelines only where no line says which one it is."""
    alone = set[date]()
    opening = set[date]()
    is_said = False
    for line in _lines_above(text):
        if (day := read_date_above(line)) is not None:
            alone.add(day)
            is_said = is_said or names_publication(line)
        elif (day := read_dateline(line)) is not None:
            opening.add(day)
    return alone if is_said else alone | opening


def _lines_above(text: Text) -> Iterator[str]:
    """The headings and short lines above the first prose, and the datelines that prose opens with."""
    for block in text.blocks[:_HEAD_BLOCKS]:
        line = text.content[block.start : block.end]
        is_prose = block.kind is BlockKind.PARAGRAPH and (len(line) >= _PROSE or line.endswith((".", "”", '"')))
        if is_prose and read_date_above(line) is None and read_dateline(line) is None:
            return
        yield line


def _short_lines(text: Text) -> Iterator[str]:
    """The lines that are no running text, in order: furniture, headings, fields and short paragraphs."""
    for block in text.blocks:
        if block.end - block.start <= _PROSE:
            yield text.content[block.start : block.end].lstrip("#|*- ").rstrip("*| ")


def _number(lines: Iterable[str]) -> str | None:
    """The report's number; None where none is printed, or several are."""
    found = {number for line in lines if (number := _number_in(line)) is not None}
    return found.pop() if len(found) == 1 else None


def _number_in(line: str) -> str | None:
    """The number that a line consists of, is labelled as, or puts before a version."""
    match = _NUMBER_AND_VERSION.search(line) or _LABELLED_NUMBER.match(line)
    number = line if match is None else match["number"]
    return number if is_report_number(number) else None


def _edition(lines: Iterable[str]) -> str | None:
    """The label of the edition, ``version 5``; None where none is printed, or several are."""
    found = {f"version {match['version']}" for line in lines if (match := _version_in(line)) is not None}
    return found.pop() if len(found) == 1 else None


def _version_in(line: str) -> re.Match[str] | None:
    return _NUMBER_AND_VERSION.search(line) or _VERSION.fullmatch(line)


def _authors(entries: dict[str, str], lines: Iterable[str]) -> tuple[str, ...]:
    """Those whom the container declares; else those named on lines of their own, with their office or behind "By"."""
    told = entries.get("author") or entries.get("authors")
    if told:
        return tuple(name.strip() for name in told.split(";") if name.strip())
    found = (match["name"] or match["by"] for line in lines if (match := _BYLINE.fullmatch(line)) is not None)
    return tuple(dict.fromkeys(found))
