"""How well the end of one line goes with the start of another: word classes of English, and how often they meet.

The figures were counted on some 130,000 pairs of neighbouring words of English reports, and are the natural logarithm
of how much likelier a pair is in running text than by chance, in tenths.
"""

from __future__ import annotations

from reportdiff.sources.abbreviations import BEFORE_MORE, BEFORE_NAME, COMPANY, OPENERS

_CLASSES = {
    "det": """the a an this these those its their his her our your each every some any all no both another many
        several""",
    "of": "of",
    "to": "to",
    "prep": """in on for by with from at into over under between through during against among since until within without
        toward towards across per via about after before than upon despite including following regarding around near
        amid""",
    "and": "and or nor but",
    "rel": "that which who whose where when while because if as whether how what although",
    "aux": """is are was were be been being has have had do does did will would can could may might must should
        cannot""",
    "pron": "it he she they we i you them him us",
    "adv": """not also more most only very well such up out so too then both less least even further still other same
        own""",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}

STARTS = "OPENER CAP NUM PAREN det of to prep and rel aux pron adv ly ing ed s low".split()
_AFFINITY = """
    TERM     34    7  -36  -15  -38  -37  -37  -38  -38  -35  -37  -27  -35  -27  -37  -38  -39  -38
    ABBR     -8   10  -16   -3  -36  -24  -12  -22    4  -27    4  -17  -27  -25  -16  -14    2   -1
    COMMA   -27   -5   -3  -34    2  -30  -10    2   14   13   -5    9    0    6    7   -3   -8   -2
    SEMI     29    2    1  -19   -9  -32  -33  -25    3  -14  -31    5  -14  -16   -1   -9   -9   -6
    CLOSE   -15   -3   -8  -14  -30  -10    6    6    9   -3   14  -13  -17    0    1    8   -4   -5
    DASH    -12   -1    0   -4    5  -14    4    5   -1    5    9   -3    7   -7   11    8  -10  -12
    HYPHEN  -25    5    0  -20  -25  -25  -20  -20   -5  -25  -25  -25  -10  -10   10   12   12   12
    NUM     -31   -4  -28   -3  -20  -14    3   -5   -3   -4   -5  -18  -12  -16  -12   -8    7    5
    CAP     -24   10    4   15  -12    3   -3   -3    2   -9    6  -14   -7  -11  -13    0   -5   -7
    det     -25    6    0  -35  -33  -20  -36  -26  -34  -18  -29  -34   -2   -6   -2   -5    0    6
    of      -37    4    3  -26   12  -38  -38  -29  -33  -16  -27   -5   -4   -5    2   -7   -2    1
    to      -32   -9    4  -31    4  -38  -38  -33  -29  -25   -3  -13   -1    2    4  -16   -7    8
    prep    -29    2   11  -30   13  -38  -36  -16  -27  -10  -30   -5    1   -6    7   -9   -3   -1
    and     -23    1   -4  -28    2  -29  -14  -14  -39  -10   -4    7    6    1    6    3   -1    4
    rel     -35  -14   -5  -26    6   -5  -16  -11  -36   -9   16   26   15    5    3    8    2   -2
    aux     -37  -30   -2  -30    0  -30  -18  -14  -35  -30    3  -17   21   13   10   17  -11    2
    pron    -27  -36  -16  -15  -17  -14    3    0  -13    6   26  -13    2   10  -28   14   -7   -5
    adv     -35  -22   -3  -26  -13  -15   -1    2  -33   21   -4  -24   -8   15   -1    8    4    2
    ly      -33  -27   14  -17  -15   -8   -1    5   -5   -8   -3  -11  -12   -9    7   19   -2   -2
    ing     -36  -12   -5   -5    6    1    3    5   -1   -6  -12    7   -2   -1   -8   -8    3    1
    ed      -36  -15    5  -14    6  -15   11    9  -10    7  -23   13    1    3   -6  -14    2   -2
    s       -38  -25  -19    1   -9   11   12   11    7    9    8   -2    0    4   -2    6   -7   -8
    low     -37  -17  -10   -6   -4    7    5    4    3   -2   -1   -6   -8   -1   -2   -4    6    1
"""
_CLOSERS = "\"'”’»"
_OPENING = "\"'“‘«"
_STOPS = ".,;:?!)]\"'”’"


def _affinities() -> dict[str, dict[str, float]]:
    rows = (line.split() for line in _AFFINITY.strip().splitlines())
    return {row[0]: {start: max(-30, int(n)) / 10 for start, n in zip(STARTS, row[1:], strict=True)} for row in rows}


AFFINITY = _affinities()
"""Of a line's last word's class: the scores of the classes that the next line may start with."""

BIG_STARTS = frozenset(("OPENER", "CAP", "NUM", "PAREN"))
"""Starts that a sentence, a heading or a cell can have."""


def start_class(word: str) -> str:
    """The class of the first word of a line.

    >>> start_class("However,"), start_class("$22"), start_class("related"), start_class("Peru")
    ('OPENER', 'NUM', 'ed', 'CAP')
    """
    bare = word.lstrip(_OPENING)
    if not bare:
        return "low"
    first = bare[0]
    if first in "([":
        return "PAREN"
    if first in "$€£" or first.isdigit():
        return "NUM"
    core = bare.rstrip(_STOPS).partition("’")[0].partition("'")[0]
    if first.isupper():
        return "OPENER" if core in OPENERS else "CAP"
    return _small(core)


def end_class(word: str) -> str:
    """The class of the last word of a line, with the mark that stands behind it.

    >>> end_class("growth.”"), end_class("U.S."), end_class("narcotics-"), end_class("the")
    ('TERM', 'ABBR', 'HYPHEN', 'det')
    """
    bare = word.rstrip(_CLOSERS) or word
    last = bare[-1]
    marked = _MARKED.get(last)
    if marked is not None:
        return marked
    if last in ".?!…":
        return _stop_class(bare, last)
    core = bare.lstrip('("“‘[$€£')
    if not core:
        return "low"
    if core[0].isdigit():
        return "NUM"
    return "CAP" if core[0].isupper() else _small(core)


_MARKED = {
    ")": "CLOSE", "]": "CLOSE", ",": "COMMA", ";": "SEMI", ":": "SEMI", "—": "DASH", "–": "DASH", "-": "HYPHEN",
}  # fmt: skip


def _stop_class(bare: str, last: str) -> str:
    core = bare[:-1].rstrip(")]\"'”’").lstrip('("“‘[')
    lower = core.lower()
    short = "." in core or (len(core) == 1 and core.isalpha())
    if last == "." and (short or lower in BEFORE_NAME or lower in BEFORE_MORE or lower in COMPANY):
        return "ABBR"
    return "TERM"


def _small(word: str) -> str:
    known = _CLASS_OF.get(word)
    if known is not None:
        return known
    for ending in ("ly", "ing", "ed", "s"):
        if word.endswith(ending):
            return ending
    return "low"
