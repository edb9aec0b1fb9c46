"""Series found by what a user calls them: a key, part of one, or words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportdiff.compare.joining.subject_series import APART
from reportdiff.compare.reading.words import SILENT, stem_of
from reportdiff.model.errors import NotFound
from reportdiff.model.series import SubjectSeries
from reportdiff.vocabulary.names import OPEN

MOST_LISTED = 8

LONGEST_QUERY = 100

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSeries:
    """A series and what people call it."""

    series: SubjectSeries
    name: str


def find_series(
    called: str, every: Sequence[NamedSeries], keys_of: Callable[[str], Iterable[str]] = lambda _: ()
) -> NamedSeries:
    """The one of *every* that *called* means.

    Looked for in this order: its id, its name, its key, a part of its id, words of its name, and the keys that
    *keys_of* knows for *called* as a synonym; what the vocabulary names goes before a text's own words, and the series
    that bears a key alone before what stands apart under that key (``key~claim``). Raises :class:`NotFound` with the
    nearest, or with the list where several fit.
    """
    wanted = called.strip()
    for fits in (_is_id, _is_name, _is_key, _is_part, _has_words):
        found = [named for named in every if wanted and fits(wanted, named)]
        if found:
            return _only(called, found)
    synonyms = frozenset(keys_of(wanted))
    found = [named for named in every if synonyms.intersection(named.series.keys)]
    whole = [named for named in found if named.series.id in synonyms]
    if found:
        return _only(called, whole or found)
    raise NotFound(f"no measure {called[:LONGEST_QUERY]!r}{_nearest(wanted, every)}")


def _only(called: str, found: Sequence[NamedSeries]) -> NamedSeries:
    known = [named for named in found if not named.series.id.startswith(OPEN)]
    if len(found) == 1 or len(known) == 1:
        return (known or found)[0]
    ids = {named.series.id.partition(APART)[0] for named in known or found}
    plain = [named for named in known or found if named.series.id in ids]
    if len(ids) == 1 and plain:
        return plain[0]
    listed = [f"{named.series.id} ({named.name})" for named in found[:MOST_LISTED]]
    more = f" and {len(found) - MOST_LISTED} more" if len(found) > MOST_LISTED else ""
    raise NotFound(f"{called[:LONGEST_QUERY]!r} may be any of {', '.join(listed)}{more}; name one of them in full")


def _is_id(called: str, named: NamedSeries) -> bool:
    return called in (named.series.id, named.series.id.removeprefix(OPEN))


def _is_name(called: str, named: NamedSeries) -> bool:
    return _words(called) == _words(named.name)


def _is_key(called: str, named: NamedSeries) -> bool:
    return called in named.series.keys or f"{OPEN}{called}" in named.series.keys


def _is_part(called: str, named: NamedSeries) -> bool:
    """True when the words of *called* stand side by side in the id."""
    wanted, there = _words(called), _words(named.series.id)
    return any(there[place : place + len(wanted)] == wanted for place in range(len(there))) if wanted else False


def _has_words(called: str, named: NamedSeries) -> bool:
    """True when every telling word of *called*, in whatever form, is one of the name or the keys."""
    wanted = _stems(called)
    there = _stems(" ".join((named.name, named.series.id, *named.series.keys)))
    return bool(wanted) and wanted <= there


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in _words(text) if word not in SILENT)


def _nearest(called: str, every: Sequence[NamedSeries]) -> str:
    import difflib

    pool: Mapping[str, str] = {
        form.casefold(): named.series.id for named in every for form in (named.series.id, named.name)
    }
    near = difflib.get_close_matches(called[:LONGEST_QUERY].casefold(), pool, n=3, cutoff=0.4)
    listed = ", ".join(dict.fromkeys(pool[form] for form in near))
    return f"; the nearest are {listed}" if listed else "; without a measure, timeline lists all that there are"
