"""What a web page says of itself: meta tags, JSON-LD, ``<time>``, Open Graph. Nothing is guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from reportdiff.sources.dates import read_date_line
from reportdiff.sources.html.inline import read_run
from reportdiff.sources.html.tree import Element

Declared = tuple[tuple[str, str], ...]

_META_NAMES = {
    "title": ("citation_title", "dcterms.title", "dc.title", "og:title", "twitter:title"),
    "published": (
        "article:published_time", "citation_publication_date", "citation_date", "dcterms.issued", "dcterms.created",
        "dcterms.date", "dc.date.issued", "dc.date.created", "dc.date", "datepublished", "date_published",
        "publish_date", "publish-date", "publication_date", "publication-date", "pubdate", "og:published_time",
        "parsely-pub-date", "sailthru.date", "date",
    ),
    "author": ("citation_author", "author", "dcterms.creator", "dc.creator", "parsely-author"),
    "url": ("og:url",),
    "publisher": ("citation_publisher", "og:site_name", "dcterms.publisher", "dc.publisher", "application-name"),
}  # fmt: skip
"""What is declared → the names of meta tags that tell it, the surest first."""

_KINDS = ("Report", "ScholarlyArticle", "NewsArticle", "Article", "BlogPosting", "GovernmentDocument", "WebPage")
_ISO_DAY = re.compile(r"([12][0-9]{3})[-/]([01][0-9])[-/]([0-3][0-9])(?=$|[T\s])")
_PUBLICATION = re.compile(r"publi|posted|entry-date|dateline|released", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s<>\"']{1,2000}$")
_NO_NAME = re.compile(r"[/\\]|\.\.|^[^\w]*$")
_LARGEST_JSON = 1_000_000
_LONGEST_VALUE = 500
_DEEPEST_JSON = 20


def read_declared(root: Element, source: str) -> Declared:
    """What the page at *root* declares, as pairs of a name and a value, sorted by name.

    The day of publication is written ``YYYY-MM-DD``, and left out where what is declared is no day or several days.
    """
    elements = list(root.walk())
    thing = _main_thing(elements, source)
    metas = _metas(elements)
    found: dict[str, str] = {}
    for name, keys in _META_NAMES.items():
        told = [value for key in keys for value in metas.get(key, ())]
        offered = (*_of_thing(thing, name), *told)
        value = next((clean for each in offered if (clean := _clean(name, each))), "")
        if value:
            found[name] = value
    canonical = next((e.attributes.get("href", "") for e in elements if _is_canonical(e)), "")
    if _WEB.match(canonical):
        found["url"] = canonical
    found.setdefault("title", _page_title(elements, source, found.get("publisher", "")))
    found.setdefault("published", _day_of_times(elements))
    return tuple(sorted((name, value) for name, value in found.items() if value))


def _metas(elements: Iterable[Element]) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in elements:
        content = element.attributes.get("content")
        if element.name != "meta" or not content:
            continue
        for key in ("name", "property", "itemprop"):
            if name := element.attributes.get(key, "").strip().lower():
                metas.setdefault(name, []).append(content)
    return metas


def _clean(name: str, value: str) -> str:
    value = "".join(c for c in " ".join(value.split())[:_LONGEST_VALUE] if c.isprintable())
    if name == "publisher":
        return "" if _NO_NAME.search(value) else value
    if name == "published":
        return read_day(value)
    if name == "url":
        return value if _WEB.match(value) else ""
    return "" if name == "author" and _WEB.match(value) else value


def read_day(value: str) -> str:
    """The day that a declared date names, as ``YYYY-MM-DD``; empty for anything else.

    >>> read_day("2017-01-25T14:05:00-05:00"), read_day("January 25, 2017"), read_day("2017")
    ('2017-01-25', '2017-01-25', '')
    """
    found = _ISO_DAY.match(value)
    day = read_date_line("-".join(found.groups()) if found else value)
    return day.isoformat() if day else ""


def _is_canonical(element: Element) -> bool:
    return element.name == "link" and "canonical" in element.attributes.get("rel", "").lower().split()


def _page_title(elements: Iterable[Element], source: str, publisher: str) -> str:
    """What stands in ``<title>``, without the name of the site behind a dash or bar."""
    element = next((element for element in elements if element.name == "title"), None)
    if element is None:
        return ""
    title = " ".join("".join(read_run(source, run).text for run in element.runs()).split())[:_LONGEST_VALUE]
    for mark in (" | ", " – ", " — ", " - ", " :: "):
        head, _, tail = title.rpartition(mark)
        if head and (mark == " | " or tail.casefold() == publisher.casefold()):
            return head
    return title


def _day_of_times(elements: Iterable[Element]) -> str:
    """The one day that ``<time>`` elements declare as that of publication."""
    days = {read_day(e.attributes.get("datetime", "")) for e in elements if e.name == "time" and _is_publication(e)}
    days.discard("")
    return days.pop() if len(days) == 1 else ""


def _is_publication(element: Element) -> bool:
    attributes = element.attributes
    names = f"{attributes.get('itemprop', '')} {attributes.get('class', '')}"
    return "pubdate" in attributes or _PUBLICATION.search(names) is not None


def _main_thing(elements: Iterable[Element], source: str) -> dict[str, Any]:
    """What the page's JSON-LD describes as the page's own content; empty where it has none."""
    things: list[dict[str, Any]] = []
    for element in elements:
        if element.name == "script" and "ld+json" in element.attributes.get("type", "").lower():
            written = "".join(source[run.start : run.end] for run in element.runs())
            things += _things(_load(written))
    ranked = [(_KINDS.index(kind), n) for n, thing in enumerate(things) for kind in _kinds(thing) if kind in _KINDS]
    return things[min(ranked)[1]] if ranked else {}


def _load(written: str) -> object:
    if len(written) > _LARGEST_JSON:
        return None
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return None


def _things(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The described things in a JSON-LD value: itself, those of a list, those of its graph."""
    if depth > _DEEPEST_JSON:
        return
    if isinstance(value, list):
        for each in value:
            yield from _things(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity"):
            yield from _things(value.get(key), depth + 1)


def _kinds(thing: dict[str, Any]) -> list[str]:
    told = thing.get("@type")
    return [kind for kind in (told if isinstance(told, list) else [told]) if isinstance(kind, str)]


def _of_thing(thing: dict[str, Any], name: str) -> Iterator[str]:
    """What a described thing tells under one of our names."""
    keys = {"title": ("headline", "name"), "published": ("datePublished",), "author": ("author", "creator"),
            "url": ("url",), "publisher": ("publisher", "sourceOrganization")}[name]  # fmt: skip
    for key in keys:
        yield from _words_of(thing.get(key))


def _words_of(value: object) -> Iterator[str]:
    """A value as words: itself, or the name of the person or organization that it describes."""
    for each in value if isinstance(value, list) else [value]:
        told = each.get("name") if isinstance(each, dict) else each
        if isinstance(told, str):
            yield told
