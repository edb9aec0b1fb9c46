"""PDFs made for tests: paragraphs set in columns, in the order of reading or line by line across the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.lib.pagesizes import letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = letter
SERIF, STRONG = "Times-Roman", "Times-Bold"


@dataclass
class Placed:
    """A line where it is drawn: ``y`` from the top of the page, ``spread`` to the width it is justified to."""

    text: str
    x: float
    y: float
    font: str = SERIF
    size: float = 10.0
    spread: float | None = None


@dataclass
class Press:
    """Collects the lines of pages and prints them."""

    pages: list[list[Placed]] = field(default_factory=lambda: [[]])

    def put(self, text: str, x: float, y: float, *, font: str = SERIF, size: float = 10.0) -> None:
        self.pages[-1].append(Placed(text, x, y, font, size))

    def print(self, *, interleaved: bool = False, title: str | None = None) -> bytes:
        """The PDF; *interleaved* draws each page from the top down, across its columns."""
        stream = BytesIO()
        canvas = Canvas(stream, pagesize=letter, invariant=True)
        if title:
            canvas.setTitle(title)
        for page in self.pages:
            for line in sorted(page, key=lambda p: (p.y, p.x)) if interleaved else page:
                text = canvas.beginText(line.x, HEIGHT - line.y)
                text.setFont(line.font, line.size)
                spaces = line.text.count(" ")
                wanting = 0.0 if line.spread is None else line.spread - stringWidth(line.text, line.font, line.size)
                text.setWordSpace(wanting / max(1, spaces))
                text.textOut(line.text)
                canvas.drawText(text)
            canvas.showPage()
        canvas.save()
        return stream.getvalue()


def wrap(
    text: str, width: float, *, font: str = SERIF, size: float = 10.0, hyphenated: bool = False, first: float = 0.0
) -> Iterator[str]:
    """The lines that *text* takes, the first one *first* shorter; *hyphenated*: long words are parted in the middle."""
    line = ""
    room = width - first
    for word in text.split():
        trial = f"{line} {word}".strip()
        if stringWidth(trial, font, size) <= room:
            line = trial
            continue
        half = len(word) // 2
        parted = hyphenated and len(word) > 8 and word.isalpha()
        if parted and stringWidth(f"{line} {word[:half]}-", font, size) <= room:
            yield f"{line} {word[:half]}-".strip()
            line = word[half:]
        else:
            yield line
            line = word
        room = width
    if line:
        yield line


def set_columns(
    paragraphs: Sequence[str],
    *,
    columns: int = 2,
    size: float = 10.0,
    gutter: float = 18.0,
    margin: float = 54.0,
    justified: bool = False,
    hyphenated: bool = False,
    indent: float = 0.0,
    heads: bool = False,
) -> Press:
    """*paragraphs* in columns over as many pages as they need; a paragraph that begins with ``# `` is a heading."""
    press = Press()
    width = (WIDTH - 2 * margin - (columns - 1) * gutter) / columns
    leading = 1.2 * size
    column, y = 0, margin + 24.0

    def room() -> None:
        nonlocal column, y
        if y > HEIGHT - margin - 24.0:
            column, y = column + 1, margin + 24.0
            if column == columns:
                column = 0
                _number(press, heads=heads)
                press.pages.append([])

    for paragraph in paragraphs:
        head = paragraph.startswith("# ")
        font, big = (STRONG, 1.3 * size) if head else (SERIF, size)
        words = paragraph.removeprefix("# ")
        lines = list(wrap(words, width, font=font, size=big, hyphenated=hyphenated, first=0.0 if head else indent))
        for at, line in enumerate(lines):
            room()
            first = indent if at == 0 and not head else 0.0
            last = at == len(lines) - 1
            spread = width - first if justified and not last and not head else None
            x = margin + column * (width + gutter) + first
            press.pages[-1].append(Placed(line, x, y, font, big, spread))
            y += leading * (1.3 if head else 1.0)
        y += 0.0 if indent else 0.6 * leading
    _number(press, heads=heads)
    return press


def _number(press: Press, *, heads: bool) -> None:
    if heads:
        number = len(press.pages)
        press.put("Quarterly Review of Trade and Finance", 200, 40, size=8)
        press.put(f"Page {number}", 290, HEIGHT - 30, size=8)
