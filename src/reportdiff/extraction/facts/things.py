"""What events happen to: treaties, laws, programmes, by name and as slugs."""

from __future__ import annotations

import re

from reportdiff.extraction.facts.drafts import Page
from reportdiff.grammar.names import Name
from reportdiff.model.text import Span

_BLANK = re.compile(r"[\s-]+")
_POSSESSIVE = re.compile(r"'s$")
_SYMBOL = re.compile(r"[^\w]")
_TOO_GENERAL = (
    "memorandum-of-understanding",
    "memorandum-of-cooperation",
    "letter-of-intent",
    "sister-city",
    "joint-statement",
)
_GENERIC = frozenset(
    {"mou", "moc", "loi", "agreement", "memorandum", "act", "law", "program", "plan", "office", "bill", "initiative"}
)


def slug_of(page: Page, name: str) -> str:
    """A name in lower case, joined by hyphens, without the countries that it begins with, articles and years."""
    words = [
        _POSSESSIVE.sub("", word.strip(",()")) for word in _BLANK.split(name.replace("’", "'")) if word.strip(",()")
    ]
    begin = 0
    for first, end, place in page.vocabulary.countries.find(words):
        leads = first == begin or (first == begin + 1 and words[begin] in ("the", "and"))
        if leads and place.code.isupper() and end < len(words):
            begin = end
    kept = [_SYMBOL.sub("", word).lower() for word in words[begin:]]
    while kept and kept[0] in ("the", "of", "and", "a", ""):
        kept.pop(0)
    return "-".join(word for word in kept if word and not word.isdigit())


def read_thing(page: Page, name: Name | None) -> tuple[str, Span] | None:
    """The slug and the place of what *name* names, its abbreviation resolved.

    None where the name is too general to tell one thing from another, or a country's.
    """
    if name is None:
        return None
    text = page.abbreviations.get(name.text.split()[-1], name.text)
    head, _, place = text.rpartition(" in ")
    text = head if head and is_country(page, place) else text
    slug = slug_of(page, text)
    if not slug or slug in _GENERIC or slug.startswith(_TOO_GENERAL) or slug[0].isdigit() or is_country(page, text):
        return None
    return slug, Span(name.start, name.end)


def is_country(page: Page, name: str) -> bool:
    """True for a country, or for several joined by hyphens."""
    words = name.replace("-", " ").removeprefix("the ").split()
    return sum(end - first for first, end, _ in page.vocabulary.countries.find(words)) == len(words)
