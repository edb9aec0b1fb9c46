"""Stores of small made-up snapshots."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from reportdiff.model.document import Edition, Publisher, Snapshot, Subject
from reportdiff.store.adding import add_snapshot
from reportdiff.store.ids import snapshot_id
from reportdiff.store.snapshots import Store, create_store
from tests.records.samples import SNAPSHOT, TEXT


def edition(
    source: bytes = b"as captured",
    *,
    publisher: str = "crs",
    published: date | None = date(2024, 1, 10),
    document: str | None = None,
    text: str = TEXT,
) -> Snapshot:
    sha256 = hashlib.sha256(source).hexdigest()
    identity = snapshot_id(subject="peru", publisher=publisher, document=document, published=published, sha256=sha256)
    return replace(
        SNAPSHOT,
        id=identity,
        subject=Subject(id="peru", name="Peru"),
        publisher=Publisher(id=publisher),
        document=document or f"{publisher}/peru",
        edition=Edition(published=published),
        source=replace(SNAPSHOT.source, sha256=sha256, bytes=len(source)),
        claims=SNAPSHOT.claims if text == TEXT else (),
        text=text,
    )


def add(
    store: Store, source: bytes = b"as captured", *, publisher: str = "crs", published: date | None = date(2024, 1, 10)
) -> str:
    return add_snapshot(store, edition(source, publisher=publisher, published=published), source).snapshot.id


def small_store(root: Path) -> Store:
    """Three publishers on one subject."""
    store = create_store(root)
    add(store, b"2017", publisher="state", published=date(2017, 1, 25))
    add(store, b"2022", publisher="usaid", published=date(2022, 4, 26))
    add(store, b"2024", publisher="crs", published=date(2024, 1, 10))
    return store
