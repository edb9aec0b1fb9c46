"""A stored reading renewed: whole or not at all, the source untouched."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.store import renewal
from reportdiff.store.renewal import compare_readings, read_source_of, replace_reading
from reportdiff.store.snapshots import Store, list_ids, read_sealed
from reportdiff.store.validation import validate_store
from tests.store.samples import small_store

NAME = "peru/crs-2024-01-10"


def renewed(store: Store) -> renewal.Renewal:
    """The stored snapshot read otherwise: one claim altered, one with another id, one gone, and another text."""
    old = read_sealed(store, NAME)
    first, second, _, *rest = old.claims
    claims = (replace(first, measure="other"), replace(second, id="fresh"), *rest)
    return compare_readings(old, replace(old, claims=claims, text=f"{old.text}A line more.\n"))


def test_what_a_fresh_reading_changes_is_counted(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    found = renewed(store)
    assert (found.added, found.gone, found.altered, found.changes_anything) == (1, 2, 1, True)
    same = compare_readings(found.old, found.old)
    assert (same.added, same.gone, same.altered, same.changes_anything) == (0, 0, 0, False)
    version = replace(found.old, extractor=replace(found.old.extractor, version="9"))
    assert compare_readings(found.old, version).changes_anything


@pytest.mark.parametrize("can_exchange", [True, False])
def test_text_and_record_change_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool) -> None:
    if not can_exchange:
        monkeypatch.setattr(renewal, "_exchange", lambda one, other: False)
    store = small_store(tmp_path)
    folder = store.path_of(NAME)
    (folder / "notes.txt").write_text("mine")
    source = (folder / "source.txt").read_bytes(), (folder / "source.txt").stat().st_ino
    found = renewed(store)
    replace_reading(store, found)
    assert read_sealed(store, NAME) == found.new
    assert ((folder / "source.txt").read_bytes(), (folder / "source.txt").stat().st_ino) == source
    assert (folder / "notes.txt").read_text() == "mine"
    assert sorted(path.name for path in folder.parent.iterdir()) == [name.partition("/")[2] for name in list_ids(store)]
    assert read_source_of(store, found.new) == source[0]


def test_what_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    first, second = renewed(store), renewed(store)
    replace_reading(store, first)
    with pytest.raises(UnreadableInput, match="changed while it was read anew"):
        replace_reading(store, second)
    assert read_sealed(store, NAME) == first.new


def test_a_failed_replacement_leaves_the_old_reading(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    found = renewed(store)
    with pytest.raises(UnreadableInput, match="cannot write"):
        replace_reading(store, replace(found, new=replace(found.new, title="\ud800")))
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_what_stood_aside_when_a_writer_was_killed_is_put_back(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    folder = store.path_of(NAME)
    found = renewed(store)
    other = store.path_of("peru/state-2017-01-25")
    other.rename(other.with_name(f".replaced-{other.name}"))
    assert "peru/state-2017-01-25" not in list_ids(store)
    replace_reading(store, found)
    assert "peru/state-2017-01-25" in list_ids(store)
    assert list(validate_store(store)) == []
    assert folder.is_dir()


def renew_often(root: Path, times: int) -> None:
    store = Store(root=root)
    for _ in range(times):
        old = read_sealed(store, NAME)
        text = (old.text or "").removesuffix("+\n") if (old.text or "").endswith("+\n") else f"{old.text}+\n"
        replace_reading(store, compare_readings(old, replace(old, text=text)))


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
