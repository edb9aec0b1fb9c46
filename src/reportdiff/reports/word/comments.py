"""Findings as comments in a Word file, each at its figure; the text and its tracked changes stay byte for byte."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.finding import Finding, Place
from reportdiff.model.text import Remark
from reportdiff.reports.screen import printable
from reportdiff.reports.text.findings import weighs
from reportdiff.reports.word.runs import Change, changed, mark_at, xml_text
from reportdiff.reports.words.findings import find_replacement, say_sides, say_title
from reportdiff.sources.docx.package import Package, open_package, read_relations, relations_name, replace_parts
from reportdiff.sources.docx.reader import read_parts
from reportdiff.sources.docx.remarks import LONGEST_REMARK, Part, read_remarks
from reportdiff.sources.docx.text import ACCEPTED, Told
from reportdiff.sources.docx.xml import Attributes, as_utf8, parse, prefix_at, tag_end

_AUTHOR = b"reportdiff"
_INITIALS = b"rd"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TIES = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class _Note(NamedTuple):
    """A comment of ours: the place that it is about, and its words, a paragraph each."""

    place: Place
    lines: tuple[str, ...]


def annotate_docx(data: bytes, findings: Sequence[Finding]) -> bytes:
    """The Word file *data* with a comment at the place of each of *findings* that has one and is not waived.

    The places are those of the text with its tracked changes accepted (see ``sources.docx``). Comments are without a
    day, so that the same findings give the same bytes; comments that are there already stay, and one of ours that says
    the same of the same place is not written again. Raises UnreadableInput for what is no whole Word file.
    """
    package = open_package(data)
    if _TYPES not in package.parts:
        raise UnreadableInput(f"no whole Word file: {_TYPES} is missing; open it in Word and save it anew as .docx")
    bodies = read_parts(package, ACCEPTED)
    told = {number: (body, paragraph) for body in bodies for number, paragraph in body.told}
    notes = list(_not_there(_notes(findings), read_remarks(package, bodies), told))
    known = package.related("/comments")
    first = _first_free(package.parts[known]) if known else 0
    changes: dict[str, list[Change]] = {}
    for number, note in enumerate(notes, first):
        body, paragraph = told[note.place.line]
        changes.setdefault(body.name, []).extend(_marks(body.data, paragraph, note.place, number))
    parts = {body.name: changed(body.data, _ends_first(changes[body.name])) for body in bodies if body.name in changes}
    if notes:
        parts |= _with_comments(package, notes, first)
    return replace_parts(data, parts)


def _notes(findings: Iterable[Finding]) -> Iterator[_Note]:
    for finding in findings:
        if finding.place is not None and weighs(finding):
            yield _Note(finding.place, tuple(printable(line) for line in _say(finding)))


def _not_there(
    notes: Iterable[_Note], remarks: Iterable[Remark], told: Mapping[int, tuple[Part, Told]]
) -> Iterator[_Note]:
    """Those of *notes* that an earlier run has not written yet, as the comments of the file tell."""
    hosts: dict[int, int] = {}
    for number, (_, paragraph) in told.items():
        hosts[number] = number if paragraph.paragraph.hangs_at is None else hosts.get(number - 1, number)
    there = Counter(
        (hosts[remark.stretches[0].start[0]], _one_line(remark.words))
        for remark in remarks
        if remark.author == _AUTHOR.decode()
    )
    for note in notes:
        key = hosts[note.place.line], _one_line("\n".join(note.lines)[:LONGEST_REMARK])
        there[key] -= 1
        if there[key] < 0:
            yield note


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _marks(data: bytes, told: Told, place: Place, number: int) -> list[Change]:
    """The changes that put the marks of comment *number* around the characters of a place."""
    hangs_at = told.paragraph.hangs_at
    anchor = told.pieces[0].run.start if hangs_at is None else hangs_at
    prefix = prefix_at(data, anchor)
    start = b'<%scommentRangeStart %sid="%d"/>' % (prefix, prefix, number)
    end = b'<%scommentRangeEnd %sid="%d"/><%sr><%scommentReference %sid="%d"/></%sr>' % (
        prefix, prefix, number, prefix, prefix, prefix, number, prefix,
    )  # fmt: skip
    if hangs_at is not None:  # Word takes no comments inside a text box
        return [Change(hangs_at, hangs_at, start + end)]
    last = place.end_column - 2 if place.end_line == place.line else len(told.text) - 1
    return [
        *mark_at(data, told, place.column - 1, start, behind=False),
        *mark_at(data, told, max(place.column - 1, last), end, behind=True),
    ]


def _ends_first(changes: Sequence[Change]) -> list[Change]:
    """At one place, what ends a comment stands before what begins one."""
    return sorted(changes, key=lambda change: b"commentRangeStart" in change.markup)


def _first_free(comments: bytes) -> int:
    """The number above those of all comments that are there."""
    used = [-1]

    def take(name: str, attributes: Attributes, at: int) -> None:
        told = attributes.get("w:id", "")
        if name == "w:comment" and told.isascii() and told.isdigit() and len(told) < 10:
            used.append(int(told))

    parse(comments, start=take)
    return max(used) + 1


def _with_comments(package: Package, notes: Sequence[_Note], first: int) -> dict[str, bytes]:
    """The parts that hold the comments' words and tie them to the document."""
    name = package.related("/comments")
    if name is not None:
        data = as_utf8(package.parts[name])
        return {name: _with_children(data, _comments(notes, first, prefix_at(data, _root_at(data))))}
    strict = _STRICT.encode() in package.parts[package.main][:4000]
    name = _free_name(package)
    words = _comments(notes, first, b"w:")
    space = (_STRICT if strict else _MAIN).encode()
    tie = _tie(package, posixpath.basename(name), _STRICT_KIND if strict else _KIND)
    return {
        name: b'%s<w:comments xmlns:w="%s">%s</w:comments>' % (_DECLARATION, space, words),
        relations_name(package.main): tie,
        _TYPES: _with_children(
            as_utf8(package.parts[_TYPES]), f'<Override PartName="/{name}" ContentType="{_TYPE}"/>'.encode()
        ),
    }


def _comments(notes: Sequence[_Note], first: int, prefix: bytes) -> bytes:
    parts: list[bytes] = []
    for number, note in enumerate(notes, first):
        lines = b"".join(
            b'<%sp><%sr><%st xml:space="preserve">%s</%st></%sr></%sp>'
            % (prefix, prefix, prefix, xml_text(line), prefix, prefix, prefix)
            for line in note.lines
        )
        parts.append(
            b'<%scomment %sid="%d" %sauthor="%s" %sinitials="%s">%s</%scomment>'
            % (prefix, prefix, number, prefix, _AUTHOR, prefix, _INITIALS, lines, prefix)
        )
    return b"".join(parts)


def _say(finding: Finding) -> Iterator[str]:
    """What a comment tells: the rule, its sentence, what the other side says, and the figure to put in."""
    yield f"{say_title(finding)} ({finding.level.value})"
    yield finding.message
    if finding.new is not None:
        yield say_sides(finding)[-1]
    replacement = find_replacement(finding)
    if replacement is not None:
        yield f"Newer: {replacement}"


def _free_name(package: Package) -> str:
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(package.parts) + 1))
    return next(name for name in names if name not in package.parts)


def _tie(package: Package, target: str, kind: str) -> bytes:
    """The document's relationships with one more."""
    used = {relation.get("Id", "") for relation in read_relations(package, package.main)}
    free = next(name for name in (f"rId{number}" for number in range(1, len(used) + 2)) if name not in used)
    tie = f'<Relationship Id="{free}" Type="{kind}" Target="{target}"/>'.encode()
    known = package.parts.get(relations_name(package.main))
    if known is None:
        return b'%s<Relationships xmlns="%s">%s</Relationships>' % (_DECLARATION, _TIES.encode(), tie)
    return _with_children(as_utf8(known), tie)


def _with_children(data: bytes, children: bytes) -> bytes:
    """An XML part with *children* at the end of its root."""
    at = _root_at(data)
    end = tag_end(data, at)
    if data[end - 2 : end] == b"/>":
        name = data[at + 1 : end - 2].split(None, 1)[0]
        return changed(data, [Change(end - 2, end, b">%s</%s>" % (children, name))])
    closing = data.rindex(b"</")
    return changed(data, [Change(closing, closing, children)])


def _root_at(data: bytes) -> int:
    places: list[int] = []

    def take(name: str, attributes: Attributes, at: int) -> None:
        if not places:
            places.append(at)

    parse(data, start=take)
    return places[0]
