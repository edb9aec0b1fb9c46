"""Sound inputs made bad, by chance and from a seed: bytes, texts, records and archives."""

from __future__ import annotations

import copy
import json
import random
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from tests.reports.hostile import TABLES

WORDS = [word for words in TABLES.values() for word in words]
PIECES = (
    *(word.encode("utf-8", "replace") for word in WORDS),
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80", b"\r\n", b"\x1b[31m", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<![CDATA[",
    b"-->", b"]]>", b"{{", b"'''", b'"""', b"[[", b"=", b"NaN", b"Infinity", b"1e999", b"-0", b"9" * 400, b"0.1" * 50, b"$1,2,3.4.5 billion",
    b"31 February 2024", b"10" * 90 + b"%", b"(" * 200, b"[" * 2000, b'{"a":' * 200, b"\t" * 100, b"a" * 5000, b"%PDF-1.7", b"PK\x03\x04",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**30, -(10**15), 0.1, "", " ", "x", "\x00", "\u202e", "\ud800", "../../etc/passwd", "1e5", "2024-02-30", "9999-12-31",
    "0000-00-00", [], {}, [[]], [None], {"a": 1}, ["x"] * 50, "a" * 3000, "NaN",
)  # fmt: skip


def damage_bytes(data: bytes, chance: random.Random) -> bytes:
    """*data* after one to six small accidents."""
    bad = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(bad) + 1)
        match chance.randrange(7):
            case 0 if bad:
                bad[at % len(bad)] ^= 1 << chance.randrange(8)
            case 1:
                del bad[at:]
            case 2:
                bad[at:at] = chance.choice(PIECES)
            case 3:
                del bad[at : at + chance.randrange(40)]
            case 4:
                bad[at:at] = bad[at : at + chance.randrange(200)]
            case 5:
                bad[at : at + chance.randrange(20)] = chance.randbytes(chance.randrange(20))
            case _:
                bad[at : at + 8] = chance.choice(PIECES)
    return bytes(bad)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths to every member of a JSON value."""
    yield path
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in members:
        yield from places(member, (*path, key))


def damage_record(record: Any, chance: random.Random) -> bytes:
    """A JSON record with one to three members that do not belong there, are gone, or stand there twice."""
    bad = json.loads(json.dumps(record))
    for _ in range(chance.randint(1, 3)):
        path = chance.choice([path for path in places(bad) if path] or [()])
        if not path:
            return json.dumps(chance.choice(VALUES)).encode()
        owner = bad
        for key in path[:-1]:
            owner = owner[key]
        match chance.randrange(4):
            case 0:
                del owner[path[-1]]
            case 1 if isinstance(owner, dict):
                owner[chance.choice(("x", "__proto__", "", "a\x00"))] = copy.deepcopy(owner[path[-1]])
            case 2 if isinstance(owner, list):
                owner.insert(0, copy.deepcopy(owner[path[-1]]))
            case _:
                owner[path[-1]] = copy.deepcopy(chance.choice(VALUES))
    told = json.dumps(bad, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    if chance.random() < 0.15:
        told = told.replace(b'"id":', b'"id": 1, "id":', 1)
    return told


def damage_archive(data: bytes, chance: random.Random) -> bytes:
    """A zip archive damaged as bytes, or in the content or the name of a member."""
    if chance.random() < 0.3:
        return damage_bytes(data, chance)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    match chance.randrange(5):
        case 0:
            del members[name]
        case 1:
            members[chance.choice(("../../x", "/etc/x", "a\\b", "word/document.xml/x", "x" * 300))] = members[name]
        case _:
            members[name] = damage_bytes(members[name], chance)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return made.getvalue()


def odd_text(chance: random.Random) -> str:
    """Words of a report, hostile words, figures that are none, and characters from everywhere."""
    parts: list[str] = []
    for _ in range(chance.randint(1, 30)):
        match chance.randrange(6):
            case 0:
                parts.append(chance.choice(WORDS))
            case 1:
                parts.append(
                    f"${chance.choice(('1,2', '10' * 40, '٣٤', '34²', '1⁄2', '-5', '1e5', '0.', '.5'))} {chance.choice(('million', 'percent', '%', 'people'))}"
                )
            case 2:
                parts.append(
                    "".join(
                        chr(
                            chance.choice((chance.randrange(0x300), chance.randrange(0x3000), chance.randrange(0xD800)))
                        )
                        for _ in range(20)
                    )
                )
            case 3:
                parts.append(
                    chance.choice(
                        (
                            "in 2015",
                            "since the 31st of",
                            "from 2019 to 2010",
                            "as of 99 May 2024",
                            "by 0000",
                            "the year 20155",
                        )
                    )
                )
            case 4:
                parts.append(
                    chance.choice(
                        (
                            "\n",
                            "\n\n",
                            "\r",
                            "\t|",
                            "# ",
                            "- ",
                            "| a | b |\n|---|---|\n",
                            "```",
                            "---\n",
                            "\u2028",
                            "\x0c",
                        )
                    )
                )
            case _:
                parts.append("The trade of the country was worth about as much as it had been in the years before it.")
    return " ".join(parts)
