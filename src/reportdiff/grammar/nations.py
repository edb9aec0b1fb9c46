"""Names of countries and of their people, as the grammar needs them."""

from __future__ import annotations

from functools import cache

from reportdiff.vocabulary.tables import load_table


@cache
def _codes() -> dict[str, str]:
    """Every name and adjective in lower case → ISO 3166 alpha-3 code."""
    codes: dict[str, str] = {}
    for code, row in load_table("countries")["countries"].items():
        for name in row.replace("|", ";").split(";"):
            codes.setdefault(name.strip().lower(), code)
    return codes


def country_code(name: str) -> str | None:
    """The ISO 3166 alpha-3 code of the country that *name* (or a nationality) means; None where it means none.

    >>> country_code("Chilean"), country_code("chile"), country_code("atlantis")
    ('CHL', 'CHL', None)
    """
    return _codes().get(name.strip().lower().replace("-", " "))


@cache
def nations_people() -> frozenset[str]:
    """The plural names of all nations' people, in lower case: ``canadians``, ``swiss``."""
    words: set[str] = set()
    for row in load_table("countries")["countries"].values():
        for name in row.partition("|")[2].split(";"):
            if word := name.strip().lower():
                words.add(word if word.endswith(("s", "ese", "ish", "ch")) else f"{word}s")
    return frozenset(words)
