"""What the seals of a stored snapshot notice, file by file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePath

import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.store.seal import check_mapping, check_seals, check_sum, seal, sum_line, unseal
from tests.records.samples import SNAPSHOT, TEXT

SOURCE = b"as captured"
SEALED = replace(
    SNAPSHOT, text=TEXT, source=replace(SNAPSHOT.source, sha256=hashlib.sha256(SOURCE).hexdigest(), bytes=len(SOURCE))
)
RECORD = seal(SEALED)
FOLDER = PurePath("snapshots/peru/a")
UNSEALED = RECORD.replace(b'"integrity"', b'"integrities"')


@pytest.mark.parametrize(
    ("record", "text", "source", "said"),
    [
        (RECORD, TEXT.encode(), SOURCE, []),
        (RECORD, TEXT.encode(), None, []),
        (UNSEALED, TEXT.encode(), None, ["snapshot.json: bears no seal (integrity)"]),
        (RECORD.replace(b"USD", b"EUR", 1), TEXT.encode(), SOURCE, ["snapshot.json: changed since it was stored"]),
        (RECORD, TEXT.encode() + b" ", SOURCE, ["text.md: changed since it was stored"]),
        (RECORD, TEXT.encode(), SOURCE + b" ", ["source.txt: changed since it was stored"]),
        (RECORD.replace(b"USD", b"EUR", 1), b"", b"", ["snapshot.json", "text.md", "source.txt"]),
    ],
)
def test_each_file_that_is_not_as_it_was_sealed(
    record: bytes, text: bytes, source: bytes | None, said: list[str]
) -> None:
    found = list(check_seals(SEALED, record, text, source, FOLDER))
    assert len(found) == len(said)
    assert all(line.startswith(f"snapshots/peru/a/{start}") for line, start in zip(found, said, strict=True))
    assert all(line.endswith("; restore it, with git for instance, or add the source again") for line in found)


def test_a_whole_record_is_the_snapshot() -> None:
    there = {"source.txt": SOURCE}
    for source_of in (there.__getitem__, {}.get):
        assert unseal(RECORD, TEXT.encode(), source_of, folder=FOLDER, expected=SEALED.id) == SEALED


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        (TEXT.encode() + b"\xff", SOURCE, f"text.md: not UTF-8 at offset {len(TEXT.encode())}"),
        (TEXT.encode(), SOURCE + b" ", "source.txt: changed since it was stored"),
        (TEXT.encode() + b"\n", SOURCE, "text.md: changed since it was stored"),
    ],
)
def test_a_damaged_record_is_refused(text: bytes, source: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        unseal(RECORD, text, lambda _: source, folder=FOLDER)
    assert str(refusal.value).startswith(f"snapshots/peru/a/{said}")


def test_a_record_of_another_snapshot_is_refused() -> None:
    with pytest.raises(UnreadableInput) as refusal:
        unseal(RECORD, TEXT.encode(), lambda _: SOURCE, folder=FOLDER, expected="peru/b")
    assert str(refusal.value) == (
        f"snapshots/peru/a/snapshot.json: bears the id {SEALED.id!r}, but lies at 'peru/b'; move the folder back"
    )


@pytest.mark.parametrize("name", ["source", "source.", "source.a/b", "source.é", "notes.txt", "../source.txt"])
def test_a_record_leads_to_no_other_file(name: str) -> None:
    record = seal(replace(SEALED, source=replace(SEALED.source, file=name)))
    with pytest.raises(UnreadableInput):
        unseal(record, TEXT.encode(), lambda told: pytest.fail(f"{told} was asked for"), folder=FOLDER)


def test_the_sum_beside_a_file() -> None:
    path, line = FOLDER / "mapping.toml", sum_line(b"data", "mapping.toml")
    assert list(check_sum(b"data", line, path)) == []
    for data, told in (
        (b"date", line),
        (b"data", line[:-1]),
        (b"data", line.replace(b"mapping", b"mopping")),
        (b"data", b""),
    ):
        assert [each.partition(";")[0] for each in check_sum(data, told, path)] == [
            f"{path}: changed since it was stored (its SHA-256 does not fit the one beside it)"
        ]


def test_the_mapping_that_a_source_was_read_with() -> None:
    digest = hashlib.sha256(b"rows").hexdigest()[:12]
    plain = replace(SEALED, source=replace(SEALED.source, media_type="text/csv"))
    mapped = replace(SEALED, source=replace(SEALED.source, media_type=f"text/csv; mapping={digest}"))
    path = FOLDER / "mapping.toml"
    assert [len(list(check_mapping(snapshot, mapping, path))) for snapshot, mapping in (
        (plain, None), (plain, b"rows"), (mapped, b"rows"), (mapped, b"other rows"), (mapped, None),
    )] == [0, 1, 0, 1, 1]  # fmt: skip
