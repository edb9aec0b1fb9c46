"""Makes the pictures of the README from the shipped snapshots; run it in the project's folder, with Chromium."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PICTURES = Path("docs/pictures")
PAIR = ("peru/state-2017-01-25", "peru/crs-2024-01-10")
COLUMNS, LINES = 100, 24
WIDTH, HEIGHT = 1440, 900
FONT_FROM_ELSEWHERE = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)


def main() -> None:
    """Write both pictures."""
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "terminal.svg").write_text(draw_terminal(), "utf-8")
    take_page(PICTURES / "comparison.png")


def draw_terminal() -> str:
    """The beginning of what ``reportdiff diff`` prints, in its colours; no font is fetched for it."""
    from rich._export_format import CONSOLE_SVG_FORMAT
    from rich.console import Console
    from rich.text import Text

    printed = run_reportdiff("diff", *PAIR, "--color", "always", columns=COLUMNS)
    shown = "\n".join(printed.split("\n")[:LINES])
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text.from_ansi(f"$ reportdiff diff {' '.join(PAIR)}\n{shown}\n…"))
    form = FONT_FROM_ELSEWHERE.sub("", CONSOLE_SVG_FORMAT)
    return console.export_svg(title="reportdiff", code_format=form, unique_id="reportdiff")


def take_page(picture: Path) -> None:
    """What a reader sees first of the comparison page."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("docs/make_pictures.py: no chromium here; install it and run this again")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        run_reportdiff("diff", *PAIR, "--format", "html", "-o", str(page))
        options = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--window-size={WIDTH},{HEIGHT}",
        ]
        command = [chromium, *options, f"--user-data-dir={folder}/profile", f"--screenshot={picture}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)


def run_reportdiff(*arguments: str, columns: int = 80) -> str:
    """What the program prints."""
    script = "import sys; from reportdiff.cli.main import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", script, *arguments]
    environment = os.environ | {"COLUMNS": str(columns)}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


if __name__ == "__main__":
    main()
