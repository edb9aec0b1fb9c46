"""Countries by their names, adjectives and the words for their people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportdiff.vocabulary.phrases import PhraseTable

_UNCHANGED = ("s", "sh", "ch", "se", "x", "z", "men")


@dataclass(frozen=True, slots=True)
class Place:
    """A country (ISO 3166-1 alpha-3) or a group of countries (a lower-case word), told by its name or an adjective."""

    code: str
    adjective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """The table of countries; ``names`` maps each code to the name to show."""

    names: Mapping[str, str]
    table: PhraseTable[Place]
    slugs: Mapping[str, str]

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Place]]:
        """The countries among *words*, as written, each with its first word and the one behind its last."""
        return self.table.find(words)

    def code_of(self, name: str | None) -> str | None:
        """The code for a name or a subject's id (``peru``, ``south-korea``, ``us``); None where it is no country."""
        return self.slugs.get(name.casefold().replace("-", " ").replace("_", " ")) if name else None

    def name_of(self, subject: str) -> str | None:
        """The name to show for a subject's id, without an article; None for what is no country or group of them."""
        code = self.code_of(subject)
        name = "" if code is None else self.names[code].removeprefix("the ")
        return name[:1].upper() + name[1:] or None


def read_countries(rows: Mapping[str, str], groups: Mapping[str, str]) -> Countries:
    """The table from rows of ``names | adjectives``, as in countries.toml."""
    table: PhraseTable[Place] = PhraseTable()
    names: dict[str, str] = {}
    slugs: dict[str, str] = {}
    for code, row in (*rows.items(), *groups.items()):
        told, _, adjectives = row.partition("|")
        forms = [form for part in told.split(";") if (form := part.strip())]
        names[code] = forms[0]
        for form in forms:
            _add(table, form, Place(code))
            slugs.setdefault(form.casefold().replace("-", " ").replace(".", ""), code)
        for adjective in _forms(adjectives):
            _add(table, adjective, Place(code, adjective=True))
        slugs.setdefault(code.casefold(), code)
    return Countries(names=names, table=table, slugs=slugs)


def _add(table: PhraseTable[Place], form: str, place: Place) -> None:
    words = [word.strip(",()") for word in form.replace("-", " ").replace("&", " ").split()]
    words = [word if word.count(".") > 1 else word.rstrip(".") for word in words]
    if table.get(words) is None:
        table.add(words, place)


def _forms(adjectives: str) -> Iterator[str]:
    for part in adjectives.split(";"):
        if word := part.strip():
            yield word
            if not word.endswith(_UNCHANGED):
                yield f"{word}s"
