"""What a terminal may be shown: its width, its colours, and document text made safe for it."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from typing import NamedTuple

NARROW = 60
"""Below this many columns a label stands on a line of its own."""

WIDEST = 120
"""Lines longer than this are hard to read, however wide the terminal is."""

SHORT = 24
"""So many characters may be kept on one line."""

PAINTS = {
    "title": "1",
    "name": "1",
    "alarm": "1;31",
    "news": "33",
    "plus": "32",
    "minus": "35",
    "label": "36",
    "figure": "1",
    "quiet": "2",
}
"""Roles and their SGR codes. Colour repeats what a word says, it never says it alone."""

_OPEN, _CLOSE = "\x02", "\x03"
_STRONG = re.compile(f"({_OPEN}[^{_OPEN}{_CLOSE}]*{_CLOSE})")
_COMMAND = re.compile(r":(?=:)|#(?=#\w{0,20}\[)")


class Screen(NamedTuple):
    """Where a text report is to be shown, and how much of it.

    ``width`` in columns; ``color``: SGR colours are understood; ``everything``: nothing is folded away.
    """

    width: int = 80
    color: bool = False
    everything: bool = False

    @property
    def columns(self) -> int:
        """The columns to write in: never more than read well, never so few that a figure cannot stand."""
        return max(20, min(self.width, WIDEST))

    @property
    def narrow(self) -> bool:
        """True where a label and its text do not fit side by side."""
        return self.columns < NARROW

    def paint(self, role: str, text: str) -> str:
        """*text* in the colour of *role*, or as it is where there are no colours."""
        return f"\x1b[{PAINTS[role]}m{text}\x1b[0m" if self.color and text else text

    def fold(self, text: str, first: str = "", rest: str = "") -> list[str]:
        """*text* in lines that fit, the first led by *first*, the others by *rest*."""
        lines = textwrap.wrap(
            text, self.columns, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, tabsize=1
        )
        return [self.settle(line) for line in _carry(lines)]

    def rule(self, title: str) -> str:
        """A section's title with a line drawn to the right edge."""
        title = title if len(title) <= self.columns else f"{title[: self.columns - 1]}…"
        line = "─" * max(0, self.columns - len(title) - 1)
        return f"{self.paint('title', title)} {self.paint('quiet', line)}".rstrip()

    def settle(self, line: str) -> str:
        """A line that is wide enough as it is: its emphasis in colour, and what was held together free again."""
        on, off = (f"\x1b[{PAINTS['figure']}m", "\x1b[0m") if self.color else ("", "")
        return part_commands(line.replace("\N{NO-BREAK SPACE}", " ").replace(_OPEN, on).replace(_CLOSE, off))


def _carry(lines: list[str]) -> list[str]:
    """Close an emphasis at the end of each line that it runs over, and open it again on the next."""
    carried, inside = [], False
    for line in lines:
        text = line.lstrip(" ")
        lead = line[: len(line) - len(text)]
        opened = lead + (_OPEN if inside else "") + text
        inside = line.rfind(_OPEN) > line.rfind(_CLOSE) or (inside and _CLOSE not in line)
        carried.append(opened + (_CLOSE if inside else ""))
    return carried


def emphasize(text: str) -> str:
    """Mark *text* so that :meth:`Screen.fold` shows it strong where there are colours."""
    return f"{_OPEN}{hold_together(text)}{_CLOSE}" if text else ""


def split_emphasis(text: str) -> list[str]:
    """*text* in turn as it is and as :func:`emphasize` marked it, the marks taken away: an odd number of pieces."""
    return [piece.strip(_OPEN + _CLOSE) for piece in _STRONG.split(text)]


def hold_together(text: str) -> str:
    """A few words that :meth:`Screen.fold` is not to part; many words stay as they are."""
    return text.replace(" ", "\N{NO-BREAK SPACE}") if len(text) <= SHORT else text


def printable(text: str) -> str:
    r"""Document text without what could move, hide or reorder a terminal's characters, or command a CI runner.

    Spaces of all kinds become a space, soft hyphens vanish, other invisible characters are shown by number; see
    :func:`part_commands`.

    >>> printable("a\x1b[31mb\u202ec\u00a0d")
    'a<U+001B>[31mb<U+202E>c d'
    """
    shown = text if text.isprintable() else "".join(c if c.isprintable() else _shown(c) for c in text)
    return part_commands(shown)


def part_commands(line: str) -> str:
    """*line* with a space in what a CI runner that reads it would take for a command to itself.

    >>> part_commands("::error::no"), part_commands("##[add-mask]x")
    (': :error: :no', '# #[add-mask]x')
    """
    if "::" not in line and "##" not in line:
        return line
    return _COMMAND.sub(r"\g<0> ", line)


def _shown(character: str) -> str:
    if character.isspace() or unicodedata.category(character) in ("Zs", "Zl", "Zp"):
        return " "
    return "" if character == "\N{SOFT HYPHEN}" else f"<U+{ord(character):04X}>"
