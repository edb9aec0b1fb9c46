"""Bad inputs by kind: what lies in the folder, and how the program is called with it."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from tests.hostile.calls import CRS, STATE
from tests.hostile.damaging import WORDS, damage_archive, damage_bytes, damage_record, odd_text
from tests.making.docx_files import docx, paragraph, run
from tests.making.html_pages import state_page

TOLD = ("--subject", "utopia", "--publisher", "me", "--published", "2020-01-01")
PROSE = (
    "Two-way trade was $14 billion in 2015. The poverty rate of the country fell to 20% in 2019, as the ministry said."
)


class Kind(NamedTuple):
    """A kind of bad inputs: how many there are in all, and what makes one of them and calls the program with it."""

    number: int
    make: Callable[[Path, random.Random], tuple[str, ...]]


def put(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return name


def read_by(name: str, chance: random.Random) -> tuple[str, ...]:
    """A command that reads the document *name*."""
    return chance.choice(
        (
            ("show", name),
            ("diff", name, CRS),
            ("diff", STATE, name),
            ("lint", name),
            ("normalize", name, *TOLD),
            ("add", name, *TOLD),
        )
    )


@cache
def record(path: Path) -> object:
    return json.loads(path.read_bytes())


def stored(folder: Path, name: str = "snapshot.json") -> Path:
    return folder / "snapshots" / CRS / name


def as_json(folder: Path, chance: random.Random) -> tuple[str, ...]:
    whole = stored(folder).with_name("whole.json")
    data = damage_record(record(whole), chance) if chance.random() < 0.7 else damage_bytes(whole.read_bytes(), chance)
    put(folder, "x.json", data)
    return chance.choice((("show", "x.json"), ("diff", "x.json", CRS), ("diff", STATE, "x.json")))


def as_schema(folder: Path, chance: random.Random) -> tuple[str, ...]:
    """A file of the store that does not fit its schema."""
    name, command = chance.choice(
        (("series.json", "timeline"), ("baseline.json", "check"), ("snapshot.json", "validate"))
    )
    if name == "series.json":
        path = folder / "snapshots" / "utopia" / name
    else:
        path = stored(folder) if name == "snapshot.json" else folder / "snapshots" / name
    path.write_bytes(damage_record(json.loads(path.read_bytes()), chance))
    return (command, "utopia") if command == "timeline" else chance.choice(((command,), ("validate",)))


SETTINGS = b'fail_on = "warning"\nrevision_share = 0.05\n[levels]\nRD101 = "error"\n\n[[levels_for]]\nsubject = "utopia"\nlevel = "info"\n'
WAIVERS = b'[[waive]]\nfingerprint = "0123456789abcdef"\nrule = "RD101"\nreason = "known"\nowner = "Ann"\nuntil = 2030-01-01\n'
ANNOTATIONS = b'[[correct]]\nclaim = "utopia/crs-2024-01-10#0123"\nauthor = "Ann"\nreason = "typo"\n[correct.set]\n"value.amount" = 5\n'
MAPPING = b'country = "Country"\n[columns]\nIndicator = "label"\n[labels]\nExports = "Total exports"\n'


def as_toml(folder: Path, chance: random.Random) -> tuple[str, ...]:
    name, data, command = chance.choice(
        (
            ("reportdiff.toml", SETTINGS, ("config", "show")),
            ("snapshots/waivers.toml", WAIVERS, ("waivers",)),
            ("snapshots/utopia/annotations.toml", ANNOTATIONS, ("show", CRS)),
            ("m.toml", MAPPING, ("normalize", "t.csv", "--mapping", "m.toml")),
        )
    )
    put(folder, "t.csv", TABLE)
    put(folder, name, damage_bytes(data, chance))
    return chance.choice((command, command, ("check",)))


def as_text(folder: Path, chance: random.Random) -> tuple[str, ...]:
    name = chance.choice(("x.txt", "x.md"))
    put(folder, name, odd_text(chance).encode("utf-8", "replace"))
    return read_by(name, chance)


def as_encoding(folder: Path, chance: random.Random) -> tuple[str, ...]:
    encoding = chance.choice(("latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32", "utf-7", "shift_jis", "utf-8"))
    put(folder, "x.txt", damage_bytes(f"{PROSE} Perú café".encode(encoding, "replace"), chance))
    told = ("--encoding", encoding) if chance.random() < 0.3 else ()
    return ("normalize", "x.txt", *TOLD, *told) if told else read_by("x.txt", chance)


TABLE = b'Country,Indicator,2018,2019\nUtopia,GDP growth (annual %),4,2.2\nUtopia,Exports,"46,000","47,980"\n'


def as_csv(folder: Path, chance: random.Random) -> tuple[str, ...]:
    name = put(folder, chance.choice(("x.csv", "x.tsv")), damage_bytes(TABLE, chance))
    return read_by(name, chance)


@cache
def page() -> bytes:
    return state_page(
        f"<h2>Relations</h2><p>{PROSE}</p><table><tr><td>Exports</td><td>$5 billion (2019)</td></tr></table>",
        "Utopia",
        "January 25, 2017",
    ).encode()


def as_html(folder: Path, chance: random.Random) -> tuple[str, ...]:
    return read_by(put(folder, "x.html", damage_bytes(page(), chance)), chance)


@cache
def word_file() -> bytes:
    return docx(paragraph(run("Utopia"), "Title") + paragraph(run(PROSE)))


def as_docx(folder: Path, chance: random.Random) -> tuple[str, ...]:
    return read_by(put(folder, "x.docx", damage_archive(word_file(), chance)), chance)


@cache
def workbook() -> bytes:
    import xlsxwriter

    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Data")
        for number, line in enumerate(
            (("Country", "Indicator", "2019"), ("Utopia", "Exports", 47.98), ("Utopia", "GDP growth", 2.2))
        ):
            sheet.write_row(number, 0, line)
    return made.getvalue()


def as_xlsx(folder: Path, chance: random.Random) -> tuple[str, ...]:
    return read_by(put(folder, "x.xlsx", damage_archive(workbook(), chance)), chance)


@cache
def printed() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made, invariant=True)
    for number in range(2):
        canvas.drawString(72, 720, f"{PROSE} {number}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def as_pdf(folder: Path, chance: random.Random) -> tuple[str, ...]:
    return read_by(put(folder, "x.pdf", damage_bytes(printed(), chance)), chance)


TRAVERSALS = (
    "..", ".", "../x", "..%2f", "%2e%2e", "a/../../b", "/etc/passwd", "C:\\x", "CON", "nul.txt", "a\0b", "x" * 300, "a.", ".git/config", "~", "a b",
    "é", "\u202e", "-x", "--help", "", " ", "a/b/c", "utopia/", "/utopia", "utopia//crs", "a\nb", "*", "?", "snapshots", ".lock", "utopia/..", "@", "@@",
    "utopia/crs@", "utopia/crs@99", "utopia@2024", "#", "utopia/crs-2024-01-10#", "...", "a\\..\\b", "\ufeffx", "ＣＯＮ", "$HOME", "`x`",
)  # fmt: skip


def odd_name(chance: random.Random) -> str:
    return "".join(chance.choice((*TRAVERSALS, *WORDS[:60])) for _ in range(chance.choice((1, 1, 2))))


def as_id(folder: Path, chance: random.Random) -> tuple[str, ...]:
    name = odd_name(chance)
    put(folder, "x.txt", PROSE.encode())
    option = chance.choice(("--subject", "--publisher", "--document", "--published", "--edition"))
    told = dict(zip(TOLD[::2], TOLD[1::2], strict=True)) | {option: name}
    adding = ("add", "x.txt", *(word for pair in told.items() for word in pair))
    return chance.choice(
        (
            adding,
            ("show", "--", name),
            ("diff", "--", name, CRS),
            ("timeline", "--", name),
            ("lint", "x.txt", "--subject", name),
        )
    )


REVISIONS = (
    "--output=MARK", "--upload-pack=touch MARK", "-c", "--exec=touch MARK", "@{-1}", ":/x", "../..", "\0", "\n", "x" * 10_000, "HEAD^{/(a+)+$}", "HEAD:",
    "HEAD~", "HEAD~-1", "HEAD^^^^^^", "HEAD~99999999999", "main..HEAD", "main...HEAD", "^HEAD", "HEAD@{yesterday}", "HEAD@{1}", "-", "--", "--all",
    "$(touch MARK)", "`touch MARK`", "; touch MARK", "| touch MARK", "ext::sh -c touch MARK", "refs/heads/../../../etc", "\u202eHEAD", "HEAD\\", "*", "",
)  # fmt: skip


def as_revision(folder: Path, chance: random.Random) -> tuple[str, ...]:
    revision = "".join(chance.choice((*REVISIONS, *WORDS[:40])) for _ in range(chance.choice((1, 1, 2))))
    return chance.choice(
        (
            ("check", f"--against={revision}"),
            ("show", "--", f"{revision}:crs"),
            ("diff", "--", f"{revision}:{STATE}", CRS),
        )
    )


HOSTS = (
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "017700000001", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.1", "192.168.1.1",
    "[fe80::1]", "0.0.0.0", "224.0.0.1", "100.64.0.1", "user:pass@127.0.0.1", "127.0.0.1:22", "[::]", "[fc00::1]", "172.16.0.1", "", "[", "127.0.0.1:99999",
)  # fmt: skip
SCHEMES = ("http://", "https://", "HTTP://", "hTTps://", "http:/", "http:///", "http://\t", "https://\r\n")
PATHS = ("", "/", "/../../etc/passwd", "/a b", "/%00", "/\r\nHost: x", "?x=\u202e", "#x", "/" + "a" * 3000)
FOREIGN = (
    "file:///etc/passwd",
    "gopher://127.0.0.1/x",
    "ftp://127.0.0.1/x",
    "ext::sh -c id",
    "data:text/plain,5",
    "jar:http://127.0.0.1!/x",
    "//127.0.0.1/x",
)


def as_url(folder: Path, chance: random.Random) -> tuple[str, ...]:
    url = chance.choice(FOREIGN) if chance.random() < 0.1 else "".join(map(chance.choice, (SCHEMES, HOSTS, PATHS)))
    return ("add", *TOLD, "--", url)


def as_setting(folder: Path, chance: random.Random) -> tuple[str, ...]:
    """An option's value that is none."""
    put(folder, "x.txt", PROSE.encode())
    value = odd_name(chance)
    return chance.choice(
        (
            ("check", "--fail-on", value), ("check", "--as-of", value), ("diff", STATE, CRS, "--only", value), ("diff", STATE, CRS, "--format", value),
            ("lint", "x.txt", "--as-of", value), ("explain", "--", value), ("schema", "--", value), ("blame", "utopia", "--", value),
            ("waive", "0123456789abcdef", "--reason", "x", "--owner", "y", "--until", value), ("timeline", "utopia", "--", value),
            ("annotate", "correct", "0123", "--set", value, "--author", "a", "--reason", "b"), ("normalize", "x.txt", "--encoding", value),
            ("export", "--format", value), ("query", "--dataset", "none", "--sql", value), ("terms", "utopia", "--", value),
        )
    )  # fmt: skip


KINDS = {
    "json": Kind(1300, as_json),
    "schemas": Kind(500, as_schema),
    "toml": Kind(900, as_toml),
    "strings": Kind(1000, as_text),
    "encodings": Kind(400, as_encoding),
    "csv": Kind(400, as_csv),
    "html": Kind(500, as_html),
    "docx": Kind(400, as_docx),
    "xlsx": Kind(200, as_xlsx),
    "pdf": Kind(200, as_pdf),
    "ids": Kind(500, as_id),
    "revisions": Kind(300, as_revision),
    "settings": Kind(500, as_setting),
    "urls": Kind(300, as_url),
}
