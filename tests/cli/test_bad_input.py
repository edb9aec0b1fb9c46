"""Bad input: one line that says what, where, why and what next; the right exit code; the store unchanged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SPANISH = (
    "La población de la isla es de 33 millones de habitantes y el comercio con los Estados Unidos ha crecido mucho en los "
    "últimos años, según el informe que el gobierno ha publicado en la capital. El gasto en educación se ha reducido, "
    "pero la economía es más fuerte que antes y las exportaciones de cobre han sido las más altas de la historia.\n"
)
ABOUT = ("--subject", "utopia", "--publisher", "me", "--published", "2020-01-01")


def write(name: str, data: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(data)


CASES = [
    pytest.param(lambda folder: None, ("nofile.txt", *ABOUT), 3, "no such file", id="missing"),
    pytest.param(lambda folder: (folder / "d.txt").mkdir(), ("d.txt", *ABOUT), 3, "folder", id="folder"),
    pytest.param(write("x.txt", b""), ("x.txt", *ABOUT), 3, "empty", id="empty"),
    pytest.param(write("x.txt", b" \n\t\n"), ("x.txt", *ABOUT), 3, "empty", id="blank"),
    pytest.param(write("x.txt", bytes(range(256)) * 8), ("x.txt", *ABOUT), 3, "binary", id="binary"),
    pytest.param(
        write("x.txt", "caf\xe9 costs $5 in 2020".encode("latin-1")), ("x.txt", *ABOUT), 3, "offset 3", id="latin-1"
    ),
    pytest.param(write("x.txt", SPANISH.encode()), ("x.txt", *ABOUT), 3, "Spanish", id="spanish"),
    pytest.param(
        write("x.txt", b"GDP: 5 %"), ("x.txt", *ABOUT[:4], "--published", "2020-13-45"), 2, "2020-13-45", id="date"
    ),
    pytest.param(write("x.txt", b"GDP: 5 %"), ("x.txt", "--subject", "../up", *ABOUT[2:]), 2, "../up", id="subject"),
    pytest.param(write("x.txt", b"GDP: 5 %"), ("x.txt", *ABOUT, "--document", "a/../b"), 2, "a/../b", id="document"),
    pytest.param(write("x.txt", b"GDP: 5 %"), ("x.txt", *ABOUT, "--encoding", "klingon"), 2, "klingon", id="encoding"),
    pytest.param(write("x.txt", b"GDP: 5 %"), ("x.txt",), 2, "--subject", id="nothing told"),
]


@pytest.mark.parametrize(("prepare", "arguments", "code", "said"), CASES)
def test_a_bad_source_is_refused_and_the_store_unchanged(
    run: Run, tmp_path: Path, prepare: Callable[[Path], object], arguments: tuple[str, ...], code: int, said: str
) -> None:
    run("init")
    prepare(tmp_path)
    before = sorted((tmp_path / "snapshots").rglob("*"))
    outcome = run("add", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith("reportdiff: ")
    assert outcome.err.count("\n") == 1
    assert said in outcome.err
    assert sorted((tmp_path / "snapshots").rglob("*")) == before


@pytest.mark.parametrize(
    ("data", "options"),
    [
        ("Exports were $5 billion in 2020.".encode("utf-16"), ()),
        ("Exports were $5 billion in 2020, caf\xe9.".encode("latin-1"), ("--encoding", "latin-1")),
        (SPANISH.encode(), ("--force",)),
        (b"\xef\xbb\xbfExports were $5 billion in 2020.", ()),
    ],
)
def test_what_can_be_read_is_read(run: Run, tmp_path: Path, data: bytes, options: tuple[str, ...]) -> None:
    run("init")
    (tmp_path / "x.txt").write_bytes(data)
    outcome = run("add", "x.txt", *ABOUT, *options)
    assert (outcome.code, outcome.out) == (0, "utopia/me-2020-01-01\n")


DAMAGE = [
    pytest.param(lambda data: data.replace(b"22000000000", b"23000000000"), id="figure changed"),
    pytest.param(lambda data: bytes([data[0], data[1] ^ 1]) + data[2:], id="bit flipped"),
    pytest.param(lambda data: data.replace(b'"claims"', b'"claims": [], "claims"', 1), id="duplicate key"),
    pytest.param(lambda data: data.replace(b"22000000000", b"NaN"), id="NaN"),
    pytest.param(lambda data: b"[" * 100_000, id="brackets"),
    pytest.param(lambda data: data.replace(b'"schema_version": 1', b'"schema_version": 2'), id="newer version"),
    pytest.param(lambda data: data[: len(data) // 2], id="cut off"),
    pytest.param(lambda data: b"", id="emptied"),
]


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("command", [("show", "crs"), ("diff", "state", "crs"), ("validate",), ("check",)])
def test_a_damaged_snapshot_is_named_and_never_read(
    run: Run, store: Path, damage: Callable[[bytes], bytes], command: tuple[str, ...]
) -> None:
    record = store / "snapshots" / "utopia" / "crs-2024-01-10" / "snapshot.json"
    record.write_bytes(damage(record.read_bytes()))
    outcome = run(*command)
    said = outcome.out + outcome.err
    assert outcome.code == (1 if command == ("check",) else 3)
    assert "crs-2024-01-10" in said
    assert "no changes" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("reference", ["nothing", "utopia/nothing", "main:crs", "utopia/crs@1999-01-01", "-x", "a\0b"])
def test_a_snapshot_that_is_not_there_is_said_in_one_line(run: Run, store: Path, reference: str) -> None:
    outcome = run("show", "--", reference)
    assert outcome.code == 4
    assert outcome.err.count("\n") == 1
