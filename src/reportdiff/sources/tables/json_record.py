"""Records in JSON: nested objects as headings and fields, lists of like objects as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import BlockKind, Text
from reportdiff.sources.builder import Draft, Passage, assemble, edited
from reportdiff.sources.fragments import split_fragment
from reportdiff.sources.passages import EMPTY, cut, join, join_all
from reportdiff.sources.tables.cells import is_gap, read_time
from reportdiff.sources.tables.json_scan import Items, Members, Node, Scalar, scan_json
from reportdiff.sources.tables.mapping import SEPARATOR, Mapping, read_mapping
from reportdiff.sources.tables.observations import Place, field, inner_label, label_of, lay_out_table
from reportdiff.sources.tables.shape import Role, find_shape, fold_head, is_code
from reportdiff.vocabulary.loader import fold_label, load_vocabulary

_VALUES = frozenset({"text", "value", "#text", "_text", "$t", "content", "_value", "@value"})
"""Keys of an object that has nothing but its value."""
_NOTE = re.compile(r"notes?\b", re.IGNORECASE)
_YEAR_LAST = re.compile(r"^(.*[^\s_-])[ _-]+((?:19|20)[0-9]{2})$")
_LONGEST_PART = 160
"""A longer text is a line of its own, not one part of a field among others."""
_MOST_PARTS = 24
_DEEPEST_HEADING = 6
_MOSTLY = 2 / 3
_MOST_COLUMNS = 200


def read_record(source: str, mapping: bytes | None = None) -> Text:
    """The text of a JSON document: ``Label: value`` for each value, under headings for what it lies in.

    Positions of the origin count the characters of *source*. *mapping* is a TOML file, see
    :mod:`reportdiff.sources.tables.mapping`. Raises :class:`UnreadableInput` for what is not JSON or holds no value.
    """
    node = _unwrapped(scan_json(source))
    drafts = list(_Writer(read_mapping(mapping)).write(node, (), EMPTY, 1))
    if not drafts:
        raise UnreadableInput(
            "the JSON holds no value that can be read; look at the paths of the mapping, if there is one"
        )
    return assemble(drafts)


class _Writer:
    """Writes nodes as blocks, as a mapping wants them."""

    def __init__(self, mapping: Mapping) -> None:
        self._mapping = mapping

    def write(self, node: Node, path: tuple[str, ...], name: Passage, level: int) -> Iterator[Draft]:
        """The blocks of what lies at *path* under the key *name*; *level* is that of its heading, 1 at the top."""
        if path and not self._mapping.keeps_path(SEPARATOR.join(path)):
            return
        node, name = _unwrapped(node), self._named(path, name)
        if isinstance(node, Scalar):
            yield from _code(name, node) if is_code(name.text) else _value(name, node)
        elif isinstance(node, Items):
            yield from self._items(node, path, name, level)
        elif observed := self._observation(node, name):
            yield from observed
        elif name.text and _is_field(node, name, at_the_top=level == 1):
            yield from self._field(node, path, name)
        else:
            yield from self._section(node, path, name, level)

    def _section(self, node: Members, path: tuple[str, ...], name: Passage, level: int) -> Iterator[Draft]:
        inside = [
            draft
            for key, member in node.pairs
            for draft in self.write(member, (*path, key.text), key, level + 1 if name.text else level)
        ]
        if inside and name.text:
            yield _heading(name, level)
        yield from inside

    def _items(self, node: Items, path: tuple[str, ...], name: Passage, level: int) -> Iterator[Draft]:
        members = [item for item in node.nodes if isinstance(item, Members)]
        table = _as_table(members) if len(members) == len(node.nodes) and len(members) > 1 else None
        if table is not None:
            heads, rows = table
            drafts = lay_out_table(heads, rows, Place(), self._mapping)
            if drafts and name.text:
                yield _heading(name, level)
            yield from drafts
        elif all(isinstance(item, Scalar) for item in node.nodes):
            told = [piece for item in node.nodes if isinstance(item, Scalar) for piece in _pieces(item)]
            if told:
                yield (
                    field(name, join_all(told, ", ")) if name.text else Draft(BlockKind.PARAGRAPH, join_all(told, ", "))
                )
        else:
            for item in node.nodes:
                yield from self.write(item, path, name, level)

    def _observation(self, node: Members, name: Passage) -> list[Draft]:
        """The field of an object that is one observation (``{"value": 2.2, "year": 2019, "unit": "%"}``); else none."""
        table = _as_table([node])
        if table is None:
            return []
        heads, rows = table
        roles = find_shape(heads, rows, self._mapping.columns).roles
        if Role.VALUE not in roles or not {Role.PERIOD, Role.UNIT} & set(roles):
            return []
        if Role.MEASURE not in roles and name.text:
            heads, rows = [cut(name, 0, 0)._replace(text="measure"), *heads], [[name, *rows[0]]]
        return lay_out_table(heads, rows, Place(), self._mapping)

    def _field(self, node: Members, path: tuple[str, ...], name: Passage) -> Iterator[Draft]:
        """One line for what belongs together, and lines of their own for notes and long texts."""
        short: list[Passage] = []
        long: list[tuple[Passage, list[Passage]]] = []
        for key, member in node.pairs:
            value = _unwrapped(member)
            assert isinstance(value, Scalar)
            if not self._mapping.keeps_path(SEPARATOR.join((*path, key.text))):
                continue
            pieces = _pieces(value)
            under = _within(self._named((*path, key.text), key), name, pieces)
            if len(pieces) == 1 and len(pieces[0].text) <= _LONGEST_PART and not _NOTE.match(key.text):
                short.append(_part(under, pieces[0]))
            elif pieces:
                long.append((under, pieces))
        if short:
            yield field(name, join_all(short, "; "))
        for under, pieces in long:
            yield field(name, _part(under, pieces[0]))
            for piece in pieces[1:]:
                yield Draft(BlockKind.PARAGRAPH, piece)

    def _named(self, path: tuple[str, ...], name: Passage) -> Passage:
        told = self._mapping.labels.get(SEPARATOR.join(path)) if path else None
        return edited(name, [(0, len(name.text), told)]) if told else name


def _is_field(node: Members, name: Passage, *, at_the_top: bool) -> bool:
    """True for an object of values alone whose key labels all of them in one line ("Population: male: …").

    A key at the top labels a section, unless the vocabulary knows it as a measure; so does any other key above what
    the vocabulary mostly knows.
    """
    values = [_unwrapped(member) for _, member in node.pairs]
    if len(values) > _MOST_PARTS or not all(isinstance(value, Scalar) for value in values):
        return False
    known = load_vocabulary().labels
    if fold_label(inner_label(name).text) in known:
        return True
    measures = sum(fold_label(inner_label(key).text) in known for key, _ in node.pairs)
    return not at_the_top and (measures < 2 or measures < _MOSTLY * len(values))


def _value(name: Passage, node: Scalar) -> Iterator[Draft]:
    pieces = _pieces(node)
    if pieces:
        yield field(name, pieces[0]) if name.text else Draft(BlockKind.PARAGRAPH, pieces[0])
    for piece in pieces[1:]:
        yield Draft(BlockKind.PARAGRAPH, piece)


def _code(name: Passage, node: Scalar) -> Iterator[Draft]:
    """What serves machines alone stays in the text, but asserts nothing."""
    for piece in _pieces(node)[:1]:
        yield field(name, piece)._replace(kind=BlockKind.FURNITURE)


def _heading(name: Passage, level: int) -> Draft:
    depth = min(level, _DEEPEST_HEADING)
    return Draft(BlockKind.HEADING, label_of(name), depth, "#" * depth + " ")


def _within(key: Passage, name: Passage, pieces: Sequence[Passage]) -> Passage:
    """The key of a part, empty where it says no more than *name*, the label of all parts, or the value itself.

    A year that the value states too is no part of the key.
    """
    found = _YEAR_LAST.match(key.text)
    if found is not None and pieces and found[2] in pieces[0].text:
        key = cut(key, 0, found.end(1))
    folded, said = fold_head(key.text), pieces[0].text.casefold() if pieces else ""
    if folded in (fold_head(name.text), *_VALUES) or said.startswith(f"{key.text.strip().casefold()}:"):
        return EMPTY
    tail = key.text.rpartition(":")[2].strip()
    if ":" in key.text and said.startswith(f"{tail.casefold()}:"):
        return cut(key, 0, key.text.rindex(":"))
    return key


def _part(key: Passage, value: Passage) -> Passage:
    when = read_time(key) if key.text else None
    if when is not None:
        return join(value, " (", when, ")")
    return join(inner_label(key), ": ", value) if key.text.strip() else value


def _pieces(node: Scalar) -> list[Passage]:
    if not node.is_text:
        return [] if node.passage.text == "null" else [node.passage]
    return split_fragment(node.passage)


def _unwrapped(node: Node) -> Node:
    """What an object holds that has a value and nothing else; a list of one item is that item."""
    while True:
        if isinstance(node, Members) and len(node.pairs) == 1 and node.pairs[0][0].text.casefold() in _VALUES:
            node = node.pairs[0][1]
        elif isinstance(node, Items) and len(node.nodes) == 1:
            node = node.nodes[0]
        else:
            return node


def _as_table(records: Sequence[Members]) -> tuple[list[Passage], list[list[Passage]]] | None:
    """Heads and rows of objects that hold values, or objects of values; None where one holds more."""
    heads: dict[str, Passage] = {}
    rows: list[dict[str, Passage]] = []
    for record in records:
        row: dict[str, Passage] = {}
        for head, node in _flat(record):
            if not isinstance(node, Scalar):
                return None
            heads.setdefault(head.text, head)
            row[head.text] = join_all([p for p in _pieces(node) if not is_gap(p.text)], " ")
        rows.append(row)
    if not heads or len(heads) > _MOST_COLUMNS:
        return None
    return list(heads.values()), [[row.get(head, EMPTY) for head in heads] for row in rows]


def _flat(record: Members) -> Iterator[tuple[Passage, Node]]:
    """The members of an object, those of an object in it under both keys; ``value`` and ``name`` say nothing."""
    for key, member in record.pairs:
        node = _unwrapped(member)
        if not isinstance(node, Members):
            yield key, node
            continue
        for inner, leaf in node.pairs:
            says_more = inner.text.casefold() not in (*_VALUES, "name", "label", "title")
            yield (join(key, " ", inner) if says_more else key), _unwrapped(leaf)
