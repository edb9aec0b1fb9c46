"""What many editions of one subject cost: a draft after a keystroke, the gate, the pages."""

from __future__ import annotations

import re
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.archive import ARCHIVE
from bench.places import prose_files, published_day
from bench.speed import cpu_seconds
from bench.tables import render_table
from reportdiff import api
from reportdiff.api.shelf import Shelf
from reportdiff.reports.site.pages import render_site

SUBJECT = "peru"
MORE = 12
"""So many editions of the archive are taken a second time, a year later and with other figures."""

DRAFT = 20_000
KEYSTROKES = 7
GOALS = "goals: a keystroke 0.10 s at 15 editions, the pages of 24 editions 30 s"
_FIGURE = re.compile(rb"(?<![0-9])[0-9]{1,3}(?:[.,][0-9]+)?(?![0-9])")

Edition = tuple[bytes, api.Told]


def measure_editions() -> Iterator[str]:
    """One table: CPU-seconds with the first corpus, with the archive's editions beside it, and with these twice."""
    if not ARCHIVE.is_file():
        yield "Editions: none, the archive is not beside the project.\n"
        return
    prose, fields = list(_prose()), list(_fields())
    rows = [_measure(editions) for editions in (prose, [*prose, *fields], [*fields, *map(_moved, fields)])]
    head = ("editions", "claims", "keystroke, CPU-s", "check, CPU-s", "findings", "site, CPU-s")
    yield render_table(f"Editions of one subject; {GOALS}", head, rows)


def _prose() -> Iterator[Edition]:
    for path in prose_files():
        day = published_day(path)
        if day is not None:
            publisher = (path.parent.name if path.stem == "text" else path.stem).split("-")[0]
            yield path.read_bytes(), api.Told(subject=SUBJECT, publisher=publisher, published=day)


def _fields() -> Iterator[Edition]:
    with tarfile.open(ARCHIVE) as archive:
        members = {member.name: member for member in archive if f"/{SUBJECT}-" in member.name}
        for name in sorted(members)[:MORE]:
            file = archive.extractfile(members[name])
            assert file is not None
            yield file.read(), _told(int(name[-8:-4]))


def _told(year: int) -> api.Told:
    return api.Told(subject=SUBJECT, publisher="cia", published=f"{year}-07-01", document="factbook")


def _moved(edition: Edition) -> Edition:
    """The same text a year later, each seventh of its smaller figures another."""
    count = iter(range(1_000_000))
    data = _FIGURE.sub(lambda found: b"7" + found[0] if next(count) % 7 == 0 else found[0], edition[0])
    return data, _told(int(str(edition[1].published)[:4]) + 1)


def _measure(editions: list[Edition]) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        api.init(root)
        read = [(api.read_document(data, name="a.txt", told=told, force=True), data) for data, told in editions]
        api.add_all(read, folder=root)
        findings: list[int] = []
        check = cpu_seconds(lambda: findings.append(len(api.check(folder=root))))
        site = cpu_seconds(lambda: list(render_site(api.dossiers(folder=root), api.compare_in)))
        return (
            str(len(editions)),
            str(sum(len(snapshot.claims) for snapshot, _ in read)),
            f"{min(map(cpu_seconds, _keystrokes(root))):.3f}",
            f"{check:.1f}",
            str(findings[0]),
            f"{site:.1f}",
        )


def _keystrokes(root: Path) -> Iterator[Callable[[], object]]:
    """A draft looked at with one more character each time; the first, which reads the store, is not counted."""
    text = b"\n\n".join(path.read_bytes() for path in prose_files())[:DRAFT]
    shelf = Shelf()

    def look(times: int) -> object:
        draft = text[:300] + b"x" * times + text[300:]
        return api.lint(draft, name=str(root / "draft.md"), folder=root, subject=SUBJECT, shelf=shelf)

    look(0)
    yield from ((lambda number=number: look(number)) for number in range(1, KEYSTROKES + 1))
