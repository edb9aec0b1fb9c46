"""A stored reading renewed: whole or not at all, the source untouched."""

from __future__ import annotations

import errno
import multiprocessing
import os
from dataclasses import replace
from pathlib import Path

import pytest

from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput
from reportdiff.store import renewal
from reportdiff.store.renewal import Renewal, compare_readings, replace_record
from reportdiff.store.seal import seal
from reportdiff.store.snapshots import RECORD, TEXT, Store, list_ids, read_sealed
from reportdiff.store.validation import validate_store
from tests.store.samples import small_store

NAME = "peru/crs-2024-01-10"


def files_of(store: Store, name: str) -> tuple[bytes, bytes]:
    folder = store.path_of(name)
    return (folder / RECORD).read_bytes(), (folder / TEXT).read_bytes()


def put_in_place(store: Store, new: Snapshot, before: tuple[bytes, bytes] | None = None) -> None:
    replace_record(store, new.id, before or files_of(store, new.id), seal(new), new.text or "")


def read_otherwise(old: Snapshot) -> Snapshot:
    """The stored snapshot read otherwise: one claim altered, one with another id, one gone, and another text."""
    first, second, _, *rest = old.claims
    claims = (replace(first, measure="other"), replace(second, id="fresh"), *rest)
    return replace(old, claims=claims, text=f"{old.text}A line more.\n")


def test_what_a_fresh_reading_changes_is_counted(tmp_path: Path) -> None:
    old = read_sealed(small_store(tmp_path), NAME)
    assert compare_readings(old, read_otherwise(old)) == Renewal(added=1, gone=2, altered=1)
    assert compare_readings(old, old) == Renewal(added=0, gone=0, altered=0)


@pytest.mark.parametrize("can_exchange", [True, False])
def test_text_and_record_change_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool) -> None:
    if not can_exchange:
        monkeypatch.setattr(renewal, "_exchange", lambda one, other: False)
    store = small_store(tmp_path)
    folder = store.path_of(NAME)
    (folder / "notes.txt").write_text("mine")
    source = (folder / "source.txt").read_bytes(), (folder / "source.txt").stat().st_ino
    new = read_otherwise(read_sealed(store, NAME))
    put_in_place(store, new)
    assert read_sealed(store, NAME) == new
    assert ((folder / "source.txt").read_bytes(), (folder / "source.txt").stat().st_ino) == source
    assert (folder / "notes.txt").read_text() == "mine"
    assert sorted(path.name for path in folder.parent.iterdir()) == [name.partition("/")[2] for name in list_ids(store)]


def test_what_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    before, new = files_of(store, NAME), read_otherwise(read_sealed(store, NAME))
    put_in_place(store, new, before)
    with pytest.raises(UnreadableInput, match="changed while it was read anew"):
        put_in_place(store, replace(new, title="Another"), before)
    assert read_sealed(store, NAME) == new


def test_a_failed_replacement_leaves_the_old_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = small_store(tmp_path)
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}

    def full(_one: Path, _other: Path) -> bool:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(renewal, "_exchange", full)
    with pytest.raises(UnreadableInput, match="cannot be written: no space left on device"):
        put_in_place(store, read_otherwise(read_sealed(store, NAME)))
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_what_stood_aside_when_a_writer_was_killed_is_put_back(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    folder = store.path_of(NAME)
    new = read_otherwise(read_sealed(store, NAME))
    other = store.path_of("peru/state-2017-01-25")
    other.rename(other.with_name(f".replaced-{other.name}"))
    assert "peru/state-2017-01-25" not in list_ids(store)
    put_in_place(store, new)
    assert "peru/state-2017-01-25" in list_ids(store)
    assert list(validate_store(store)) == []
    assert folder.is_dir()


def renew_often(root: Path, times: int) -> None:
    store = Store(root=root)
    for _ in range(times):
        old = read_sealed(store, NAME)
        text = (old.text or "").removesuffix("+\n") if (old.text or "").endswith("+\n") else f"{old.text}+\n"
        put_in_place(store, replace(old, text=text))


def test_a_reader_never_sees_a_mix(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    first = read_sealed(store, NAME)
    seen = {first.text, f"{first.text}+\n"}
    writer = multiprocessing.get_context("fork").Process(target=renew_often, args=(tmp_path, 40))
    writer.start()
    readings = 0
    while writer.is_alive() or not readings:
        assert read_sealed(store, NAME).text in seen
        readings += 1
    writer.join()
    assert writer.exitcode == 0
    assert list(validate_store(store)) == []
