"""What of a web page is the report itself: not what is hidden, and not what the site puts around each of its pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from reportdiff.sources.html.tokens import Run
from reportdiff.sources.html.tree import HEADINGS, Element

DROPPED = "dropped"
"""The name of what stands in the tree where something was left out."""

_NEVER_TEXT = frozenset(
    """script style template noscript svg iframe object embed applet canvas audio video map head title select datalist
    button textarea input progress meter frameset noframes noembed del dialog""".split()
)
_AROUND = frozenset("nav menu footer search".split())
_ROLES = frozenset(
    """navigation contentinfo search complementary dialog alertdialog menu menubar toolbar tablist tooltip alert
    status""".split()
)
_MAIN_ROLES = frozenset(("main", "article"))
_HIDING_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_FOR_READERS_ALOUD = frozenset(
    """sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only element-invisible usa-sr-only
    u-hidden-visually""".split()
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_SITE_WORDS = frozenset(
    """cookie cookies consent gdpr ccpa breadcrumb breadcrumbs share sharing shares sharethis addthis addtoany social
    newsletter subscribe subscription signup nav navbar navigation navbox menu submenu footer colophon masthead skip
    skiplink advert advertisement ads sponsored comments disqus pagination pager pagenav popup modal lightbox paywall
    toolbar editsection printfooter catlinks noprint recirculation outbrain taboola backtotop jumplinks siteheader
    sitefooter hatnote ambox portalbox sistersitebox mbox reflist""".split()
)
"""Words in the class or id of what stands around a report; each holds only for the lesser part of a page."""
_DOUBTFUL_WORDS = frozenset(
    """sidebar related recommended trending promo promoted banner toc feedback languages interlanguage overlay
    references aside tags""".split()
)
"""Words that may stand for a box of facts too: they hold where two in five characters are links."""
_PAIRS = frozenset(
    """usa-banner usa-header usa-footer usa-identifier site-header site-footer global-header global-footer
    page-footer read-more see-also more-stories most-read also-read back-top back-to-top tag-list post-tags
    entry-footer post-meta-share print-page email-page""".split()
)
_BODY_NAMES = re.compile(
    r"(?:^|[\s_-])(?:main-?content|content-?main|article-?(?:body|content|text)|story-?body|entry-?content|post-?content"
    r"|page-?content|field--name-body|field-body|body-?copy|report-?(?:body|content)|mw-content-text|rich-?text)(?:$|[\s_-])",
    re.IGNORECASE,
)
_UNTOUCHED = frozenset(("html", "body", "main", "article", "", "tr", "td", "th", "table", "tbody", "thead"))
_LESSER_PART = 0.35
_MAIN_PART = 0.5
_LINKED = 0.75
_DOUBTFUL_LINKED = 0.4
_SENTENCE = re.compile(r"[a-z0-9)%][.!?](?:\s|$)")
_LISTS = frozenset("ul ol div section p dl aside".split())
_FEWEST_LINKS = 3


class Weight(NamedTuple):
    """How many characters an element shows, how many of them are links' texts, and how many links."""

    text: int = 0
    linked: int = 0
    links: int = 0


Weights = dict[Element, Weight]


def shown(root: Element) -> Element:
    """*root* without what a browser does not show as text."""
    return _without(root, _is_unseen, mark=None)


def without_site(root: Element, source: str) -> Element:
    """The part of *root* that is the report: navigation, footers, banners, and lists of links are left out.

    What only a class or id says is believed of the lesser part of the page alone, so that a name such as
    ``has-sidebar`` on the whole page drops nothing. An element called ``dropped`` tells where something stood.
    """
    bare = _without(root, _is_around, mark=DROPPED)
    weights = weigh(bare, source)
    most = _LESSER_PART * weights[bare].text
    bare = _without(bare, lambda element, _: _is_of_site(element, weights, most, source), mark=DROPPED)
    return find_main(bare, weigh(bare, source))


def weigh(root: Element, source: str) -> Weights:
    """The weight of each element of *root*, its own included."""
    weights: Weights = {}
    _weigh(root, source, weights)
    return weights


def find_main(root: Element, weights: Weights) -> Element:
    """The element that holds the report: one that is marked as such and has at least half of the text, else *root*.

    A title that stands before it comes with it.
    """
    enough = max(1.0, _MAIN_PART * weights[root].text)
    elements = list(root.walk())
    for marked in (_is_main, _is_article, _is_named_body):
        chosen = max(filter(marked, elements), key=lambda element: weights[element].text, default=None)
        if chosen is not None and weights[chosen].text >= enough:
            return _with_title(root, chosen)
    return root


def _with_title(root: Element, main: Element) -> Element:
    if any(element.name == "h1" for element in main.walk()):
        return main
    title = next((element for element in root.walk() if element.name == "h1" and element.start < main.start), None)
    return main if title is None else Element("", main.start, {}, [title, main])


def _without(element: Element, unwanted: Callable[[Element, Element], bool], mark: str | None) -> Element:
    """A copy of *element* without what is *unwanted*, which is told from an element and the one that holds it.

    An element called *mark* takes its place, if that is not None.
    """
    copy = Element(element.name, element.start, element.attributes)
    for child in element.children:
        if isinstance(child, Run):
            copy.children.append(child)
        elif not unwanted(child, element):
            copy.children.append(_without(child, unwanted, mark))
        elif mark is not None:
            copy.children.append(Element(mark, child.start))
    return copy


def _is_unseen(element: Element, parent: Element) -> bool:
    if element.name in _NEVER_TEXT:
        return not (element.name == "dialog" and "open" in element.attributes)
    attributes = element.attributes
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden") == "true" and element.name not in ("body", "html"):
        return True
    if "style" in attributes and _HIDING_STYLE.search(attributes["style"]):
        return True
    if _FOR_READERS_ALOUD.isdisjoint(attributes.get("class", "").split()):
        return False
    # What is told aloud in the place of something that is only to be looked at is the text.
    beside = any(each.attributes.get("aria-hidden") == "true" for each in parent.elements())
    return element.name not in HEADINGS and not beside


def _is_around(element: Element, parent: Element) -> bool:
    """Whether an element says of itself that it is no part of the content."""
    role = element.attributes.get("role", "")
    if element.name in _AROUND and parent.name != "blockquote":
        return role not in _MAIN_ROLES
    return role in _ROLES


def _is_of_site(element: Element, weights: Weights, most: float, source: str) -> bool:
    weight = weights[element]
    if weight.text > most or element.name in _UNTOUCHED:
        return False
    if _has_site_name(element, doubtful=weight.linked >= _DOUBTFUL_LINKED * weight.text) and not _holds_title(element):
        return True
    if element.name in ("header", "aside") and not _holds_title(element):
        return weight.linked > weight.text / 2 or any(below.name == DROPPED for below in element.walk())
    return _is_list_of_links(element, weight, source)


def _has_site_name(element: Element, *, doubtful: bool) -> bool:
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    if len(names) == 1:
        return False
    if any(name in _PAIRS for name in names.lower().split()):
        return True
    words = {word.lower() for word in _WORD.findall(names)}
    return not words.isdisjoint(_SITE_WORDS) or (doubtful and not words.isdisjoint(_DOUBTFUL_WORDS))


def _holds_title(element: Element) -> bool:
    return element.name == "h1" or any(below.name == "h1" for below in element.walk())


def _is_list_of_links(element: Element, weight: Weight, source: str) -> bool:
    """Whether an element holds links and next to nothing else, and no sentence."""
    if element.name not in _LISTS or weight.links < _FEWEST_LINKS or weight.linked < _LINKED * weight.text:
        return False
    words = " ".join(source[run.start : run.end] for run in element.runs())
    return _SENTENCE.search(words) is None


def _is_main(element: Element) -> bool:
    return element.name == "main" or element.attributes.get("role") == "main"


def _is_article(element: Element) -> bool:
    itemprop = element.attributes.get("itemprop", "").lower()
    return element.name == "article" or itemprop == "articlebody" or element.attributes.get("role") == "article"


def _is_named_body(element: Element) -> bool:
    names = (element.attributes.get("class", ""), element.attributes.get("id", ""))
    return any(name and _BODY_NAMES.search(name) for name in names)


def _weigh(element: Element, source: str, weights: Weights) -> Weight:
    text = linked = links = 0
    for child in element.children:
        if isinstance(child, Run):
            text += len(source[child.start : child.end].strip())
        else:
            inner = _weigh(child, source, weights)
            text, linked, links = text + inner.text, linked + inner.linked, links + inner.links
    if element.name == "a" and text:
        linked, links = text, 1
    weight = Weight(text, linked, links)
    weights[element] = weight
    return weight
