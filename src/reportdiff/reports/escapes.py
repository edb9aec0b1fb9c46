"""What each kind of output must not be handed raw, made harmless: one function a language.

JSON is escaped where it is written, in :mod:`reportdiff.records.json`; what a terminal may be shown is told by
:func:`reportdiff.reports.screen.printable`; Markdown has its own module.
"""

from __future__ import annotations

from reportdiff.reports.screen import Screen, printable

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula; the last four are the wide forms of the first four."""


def one_line(text: str) -> str:
    r"""Document text in one line, with nothing that hides, reorders or commands.

    >>> one_line("two\nlines\u202e")
    'two lines<U+202E>'
    """
    return " ".join(printable(Screen().settle(text)).split())


def escape_cell(text: str) -> str:
    """Text for a cell of a table that a spreadsheet may open: one line, and never a formula.

    >>> escape_cell("=1+1"), escape_cell("about 5 %")
    ("'=1+1", 'about 5 %')
    """
    line = one_line(text)
    return f"'{line}" if line.startswith(FORMULA_STARTS) or text.startswith(FORMULA_STARTS) else line


def escape_xml(text: str) -> str:
    r"""Text between two tags or two quotation marks, in one line; what XML cannot hold is shown by number.

    >>> escape_xml('a < "b"\x00')
    'a &lt; &quot;b&quot;&lt;U+0000&gt;'
    """
    line = one_line(text).replace("&", "&amp;").replace("<", "&lt;")
    return line.replace(">", "&gt;").replace('"', "&quot;")


def escape_command_data(text: str) -> str:
    r"""Text as the message of a workflow command, its line ends kept.

    >>> escape_command_data("50 %\n::error::")
    '50 %25%0A: :error: :'
    """
    lines = (one_line(line) for line in text.split("\n"))
    return "%0A".join(line.replace("%", "%25") for line in lines)


def escape_command_property(text: str) -> str:
    """Text as a property of a workflow command.

    >>> escape_command_property("a:b,c")
    'a%3Ab%2Cc'
    """
    return printable(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
