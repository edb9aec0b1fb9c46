"""Pages as an HTML5 parser reads them."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

Shape = list[tuple[str, tuple[str, ...]]]


def nodes_of(markup: str) -> list[LexborNode]:
    root = LexborHTMLParser(markup).root
    assert root is not None
    return list(root.traverse(include_text=False))


def shape_of(markup: str) -> Shape:
    """Every element with the names of its attributes, in order."""
    return [(str(node.tag), tuple(sorted(node.attributes))) for node in nodes_of(markup)]


def ids_of(markup: str) -> list[str]:
    return [str(node.attributes["id"]) for node in nodes_of(markup) if "id" in node.attributes]


def links_of(markup: str) -> list[str]:
    return [str(node.attributes["href"]) for node in nodes_of(markup) if "href" in node.attributes]


def text_of(markup: str, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in LexborHTMLParser(markup).css(selector)]
