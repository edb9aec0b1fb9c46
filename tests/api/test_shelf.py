"""What an editor keeps of a store between keystrokes: snapshots and their tellings, as long as the files are the same."""

from __future__ import annotations

import os
from pathlib import Path

from reportdiff import api
from reportdiff.api.shelf import Shelf
from reportdiff.compare.reading.telling import telling_of
from reportdiff.store.snapshots import RECORD, Store

TEXT = "U.S. trade with Utopia was $14 billion in 2015. The poverty rate was 25 percent in 2015.\n"
NAME = "utopia/state-2017-01-25"


def store_in(folder: Path) -> Store:
    api.init(folder)
    told = api.Told(subject="utopia", publisher="state", published="2017-01-25")
    api.add(api.read_document(TEXT.encode(), name="a.txt", told=told), TEXT.encode(), folder=folder)
    return Store(root=folder)


def test_snapshot_and_telling_are_kept_while_the_files_are(tmp_path: Path) -> None:
    store, shelf = store_in(tmp_path), Shelf()
    first = shelf.read(store, NAME)
    telling = shelf.tell(first)
    assert shelf.read(store, NAME) is first
    assert shelf.tell(first) is telling
    assert telling.claims == telling_of(first).claims


def test_both_are_read_anew_once_a_file_is_another(tmp_path: Path) -> None:
    store, shelf = store_in(tmp_path), Shelf()
    first = shelf.read(store, NAME)
    telling = shelf.tell(first)
    os.utime(store.path_of(NAME) / RECORD, ns=(1, 1))
    second = shelf.read(store, NAME)
    assert second is not first
    assert second == first
    assert shelf.tell(second) is not telling
    assert len(shelf.tellings) == 1


def test_the_telling_of_a_draft_is_not_kept(tmp_path: Path) -> None:
    store, shelf = store_in(tmp_path), Shelf()
    shelf.read(store, NAME)
    draft = api.read_document(TEXT.encode(), name="draft.txt", told=api.Told(subject="utopia"))
    assert shelf.tell(draft) is not shelf.tell(draft)
    assert len(shelf.tellings) == 1


def test_drafts_on_one_shelf_are_judged_as_each_alone(tmp_path: Path) -> None:
    store_in(tmp_path)
    shelf = Shelf()
    for figure in ("$14 billion", "$15 billion", "$14 billion", "30 million people"):
        draft = f"In 2015 U.S. trade with Utopia was {figure}. The poverty rate was 30 percent in 2015.\n".encode()
        kept = api.lint(draft, name="draft.txt", folder=tmp_path, subject="utopia", shelf=shelf)
        assert kept == api.lint(draft, name="draft.txt", folder=tmp_path, subject="utopia")
        assert kept
