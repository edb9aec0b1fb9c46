"""Tags and runs to a tree of elements, with the end tags that HTML lets authors leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportdiff.sources.html.tokens import NO_ATTRIBUTES, Attributes, Run, Tag, Token

DEEPEST = 256
"""Elements nested deeper than this stand beside each other, as in browsers, so that no page costs its depth squared."""

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p
    plaintext pre search section summary table tbody td tfoot th thead tr ul""".split()
)
"""What begins and ends a block of text; all else stands inside a line."""
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
FOREIGN = frozenset(("svg", "math"))

_ENDS_PARAGRAPH = BLOCKS - frozenset(
    "body caption dd dt frameset html legend li optgroup option table tbody td tfoot th thead tr".split()
) | {"dd", "dt", "li", "table"}
_ROWS, _GROUPS, _CELLS = frozenset(("tr",)), frozenset(("tbody", "thead", "tfoot")), frozenset(("td", "th"))
_TABLE_PARTS = _ROWS | _GROUPS | _CELLS | {"caption", "colgroup"}
_SIBLINGS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "dir", "table", "td", "th", "section", "article"))),
    "dd": (frozenset(("dd", "dt")), frozenset(("dl", "table", "td", "th"))),
    "dt": (frozenset(("dd", "dt")), frozenset(("dl", "table", "td", "th"))),
    "tr": (_ROWS | _CELLS | {"caption", "colgroup"}, frozenset(("table",))),
    "td": (_CELLS, frozenset(("table", "tr"))),
    "th": (_CELLS, frozenset(("table", "tr"))),
    "tbody": (_GROUPS | _ROWS | {"caption", "colgroup"}, frozenset(("table",))),
    "option": (frozenset(("option",)), frozenset(("select", "datalist"))),
    "a": (frozenset(("a",)), frozenset(("table", "td", "th"))),
    "button": (frozenset(("button",)), frozenset(("table", "td", "th"))),
}
"""Start tag → the open elements that it ends, and those behind which it looks no further."""
_SIBLINGS |= dict.fromkeys(("thead", "tfoot"), _SIBLINGS["tbody"])
_SIBLINGS |= dict.fromkeys(HEADINGS, (HEADINGS, frozenset(("table", "td", "th", "section", "div"))))
_PARAGRAPH = frozenset(("p",)), frozenset(("table", "td", "th", "caption", "button", "object"))


@dataclass(slots=True, eq=False)
class Element:
    """An element with what it holds, in order; ``start`` is where its tag stands in the source."""

    name: str
    start: int
    attributes: Attributes = field(default_factory=dict)
    children: list[Element | Run] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """The elements right below."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator[Element]:
        """All elements below, in order of the source."""
        waiting = list(self.elements())[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += list(element.elements())[::-1]

    def runs(self) -> Iterator[Run]:
        """All runs of text below, in order."""
        waiting: list[Element | Run] = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if isinstance(child, Run):
                yield child
            else:
                waiting += child.children[::-1]


def read_tree(tokens: Iterable[Token]) -> Element:
    """The tree of *tokens*, below an element without a name."""
    return _Builder().build(tokens)


class _Builder:
    """The elements that are open, from the outermost in, and how many of each name."""

    def __init__(self) -> None:
        self._root = Element("", 0)
        self._open = [self._root]
        self._counts: dict[str, int] = {}

    def build(self, tokens: Iterable[Token]) -> Element:
        for token in tokens:
            if isinstance(token, Run):
                self._open[-1].children.append(token)
            elif token.closes:
                self._end(token)
            else:
                self._start(token)
        return self._root

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in ("html", "body", "head") and self._counts.get(name):
            return
        if name in _ENDS_PARAGRAPH and self._counts.get("p"):
            self._close_any(*_PARAGRAPH)
        siblings = _SIBLINGS.get(name)
        if siblings is not None:
            self._close_any(*siblings)
        element = Element(name, tag.start, tag.attributes)
        self._open[-1].children.append(element)
        foreign = tag.bare and any(self._counts.get(each) for each in FOREIGN)
        if name not in VOID and not foreign and len(self._open) < DEEPEST:
            self._open.append(element)
            self._counts[name] = self._counts.get(name, 0) + 1

    def _end(self, tag: Tag) -> None:
        name = tag.name
        if not self._counts.get(name):
            if name in ("p", "br"):
                self._open[-1].children.append(Element(name, tag.start, NO_ATTRIBUTES))
            return
        inside_block = name not in BLOCKS and name not in FOREIGN
        for depth in range(len(self._open) - 1, 0, -1):
            above = self._open[depth].name
            if above == name:
                self._close_to(depth)
                return
            in_table = name in _TABLE_PARTS
            if (inside_block and above in BLOCKS) or (in_table and above == "table"):
                return
            if not in_table and name != "table" and above in _CELLS:
                return

    def _close_any(self, names: frozenset[str], barrier: frozenset[str]) -> None:
        """Close the innermost of *names* that is open before an element of *barrier*, as often as there is one."""
        if not any(map(self._counts.get, names)):
            return
        outermost = 0
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].name
            if name in names:
                outermost = depth
            elif name in barrier:
                break
        if outermost:
            self._close_to(outermost)

    def _close_to(self, depth: int) -> None:
        for element in self._open[depth:]:
            self._counts[element.name] -= 1
        del self._open[depth:]
