"""Who is named in a text: people, organizations and countries, each by the fullest of its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportdiff.grammar.nations import country_code
from reportdiff.model.framing import Actor
from reportdiff.model.span import Span
from reportdiff.vocabulary.names import name_place

_NAME = re.compile(r"\b[A-ZÀ-Þ][\w&’'.-]*(?: (?:(?:of|for|on|de|del|al) )?(?:the )?[A-ZÀ-Þ][\w&’'.-]*){0,7}")
_LOWER = re.compile(r"(?<![\w’'-])[a-zà-þ]{2,}")
_ABBREVIATION = re.compile(
    r"(?P<name>[A-Z][\w’'.&-]*(?: (?:(?:of|for|on|and|the) ){0,2}[A-Z][\w’'.&-]*){1,8}) "
    r"\((?P<short>[A-Z][A-Za-z&]{1,9})\)"
)
_TITLES = frozenset(
    """president vice former prime minister secretary deputy assistant senator representative congressman ambassador
    general colonel king queen prince princess governor mayor mr mrs ms dr judge justice chief chancellor sheikh foreign
    administration the a an in on at as for under since after before during while when although however both many some
    most these those its their this that if by with from and but or through per via among between within without
    including according despite following upon our we""".split()
)
_NO_NAMES = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday fiscal figure table section page note president congress government state i
    indigenous""".split()
)
_POSSESSIVE = re.compile(r"[’']s?$")
_SHORTEST = 2


def find_actors(content: str, sentences: Sequence[Span]) -> tuple[Actor, ...]:
    """The actors that *sentences* of *content* name, those named most often first.

    A surname counts for the full name, an abbreviation for what it stands for, a nationality for the country.
    """
    lower = frozenset(_LOWER.findall(content))
    found = [(name, span, opens) for span in sentences for name, opens in _names_in(content, span, lower)]
    inside = {name for name, _, opens in found if not opens}
    kept = [(name, span) for name, span, opens in found if not opens or name in inside or _is_clear(name)]
    fullest = _fullest_names({name for name, _ in kept}, content)
    mentions: dict[str, list[Span]] = {}
    for name, span in kept:
        places = mentions.setdefault(fullest.get(name, name), [])
        if not places or places[-1] != span:
            places.append(span)
    ranked = sorted(mentions.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Actor(name=name, mentions=tuple(places)) for name, places in ranked)


def _is_clear(name: str) -> bool:
    """Whether a capital at the head of a sentence is a name's: of several words or capitals, or of a country."""
    return " " in name or sum(letter.isupper() for letter in name) > 1 or country_code(name) is not None


def _names_in(content: str, span: Span, lower: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The names in a sentence, each with whether it is its first word."""
    for match in _NAME.finditer(content, span.start, span.end):
        words = [_bare(word) for word in match[0].split(" ")]
        opens = match.start() == span.start
        while words and (words[0].lower() in _TITLES or (opens and _is_plain(words[0], lower))):
            words, opens = words[1:], False
        while words and words[-1].lower() in _TITLES:
            words = words[:-1]
        for name in _as_actors(words):
            yield name, opens


def _is_plain(word: str, lower: frozenset[str]) -> bool:
    """Whether a word has its capital only from standing first: the text has it without, or it is a verb in -ing."""
    return word.lower() in lower or word.endswith("ing")


def _bare(word: str) -> str:
    """A word without possessive ending and closing marks; the points of an abbreviation stay."""
    word = _POSSESSIVE.sub("", word)
    return word if word.count(".") > 1 else word.rstrip(".’'-")


def _as_actors(words: Sequence[str]) -> Iterator[str]:
    """The countries that a name consists of, else the name itself; nothing for a month or a single common word."""
    name = " ".join(words)
    parts = [name] if country_code(name) else name.replace("-", " ").split(" ") if "-" in name else [name]
    codes = [country_code(_POSSESSIVE.sub("", part)) for part in parts]
    if codes and codes[0] is not None and (len(parts) == 1 or None not in codes[:2]):
        yield from dict.fromkeys(name_place(code).removeprefix("the ") for code in codes if code)
    elif words and (code := country_code(words[0])) is not None:
        yield name_place(code).removeprefix("the ")
    elif len(name) >= _SHORTEST and name.lower() not in _NO_NAMES and words[0].lower() not in _NO_NAMES:
        yield name


def _fullest_names(names: set[str], content: str) -> Mapping[str, str]:
    """Short name → the one longer name that it stands for."""
    full: dict[str, set[str]] = {}
    for name in sorted(names):
        words = name.split(" ")
        if 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words):
            for size in range(1, len(words)):
                full.setdefault(" ".join(words[-size:]), set()).add(name)
    known = {
        short: min(longer)
        for short, longer in full.items()
        if len(longer) == 1 and short in names and not country_code(short)
    }
    for match in _ABBREVIATION.finditer(content):
        words = [word for word in match["name"].split(" ") if word[:1].isupper()]
        letters = sum(letter.isupper() for letter in match["short"])
        if len(words) >= letters > 1:
            start = match["name"].find(words[-letters])
            known.setdefault(match["short"], match["name"][start:])
    return known
