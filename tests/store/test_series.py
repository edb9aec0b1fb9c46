"""``series.json``: written with every change of a subject, the same whatever the order, and never trusted when outdated."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.compare.joining.subject_series import align_subject
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.series import Member, SubjectSeries
from reportdiff.records.json import load_json
from reportdiff.records.schema import validate
from reportdiff.records.series import SeriesRecord, dump_series, read_series_json
from reportdiff.store.series import hash_sources, read_series, write_series
from reportdiff.store.snapshots import Store, find_store

SHIPPED = Path(__file__).resolve().parents[2] / "snapshots" / "peru"
EDITIONS = ("crs-2024-01-10", "state-2017-01-25", "usaid-2022-04-26")
RECORD = SeriesRecord(
    subject="utopia",
    made_from=(("crs-2024-01-10/snapshot.json", "0" * 64),),
    series=(
        SubjectSeries(id="trade", keys=("trade",), members=(Member(snapshot="utopia/crs-2024-01-10", claim="c"),)),
    ),
)


def add(folder: Path, *names: str) -> Path:
    """The shipped documents added in this order, read by today's program."""
    api.init(folder)
    for name in names:
        publisher, _, day = name.partition("-")
        data = (SHIPPED / name / "source.txt").read_bytes()
        told = api.Told(subject="peru", publisher=publisher, published=day)
        api.add(api.read_document(data, name="source.txt", told=told), data, folder=folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_six_orders_of_adding_leave_identical_files(tmp_path: Path) -> None:
    if not SHIPPED.is_dir():
        pytest.skip("the shipped snapshots are not there")
    stores = [add(tmp_path / str(number), *order) for number, order in enumerate(permutations(EDITIONS))]
    first, *others = map(contents, stores)
    assert "snapshots/peru/series.json" in first
    assert all(other == first for other in others)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two reports on one country that share two series."""
    api.init(tmp_path)
    for publisher, day, year, amount in (("state", "2017-01-25", 2015, 14), ("crs", "2024-01-10", 2022, 22)):
        text = f"Two-way trade was ${amount} billion in {year}. The poverty rate was {amount} percent in {year}."
        told = api.Told(subject="utopia", publisher=publisher, published=day)
        api.add(api.read_document(text.encode(), name="a.txt", told=told), text.encode(), folder=tmp_path)
    return find_store(tmp_path)


def test_the_file_fits_its_schema_and_holds_the_series_of_several_claims(store: Store) -> None:
    path = store.folder / "utopia" / "series.json"
    validate(load_json(path.read_bytes(), name="x"), "series", name="x")
    series = read_series(store, "utopia")
    assert series is not None
    assert [(each.id.partition(":")[0], len(each.members)) for each in series] == [
        ("poverty.rate", 2),
        ("trade.two-way", 2),
    ]


def test_a_snapshot_that_was_taken_away_leaves_the_file_outdated(store: Store) -> None:
    record = store.folder / "utopia" / "crs-2024-01-10" / "snapshot.json"
    record.unlink()
    assert read_series(store, "utopia") is None
    write_series(store, "utopia", align_subject)
    assert read_series(store, "utopia") == ()


def test_annotations_outdate_the_file_too(store: Store) -> None:
    (store.folder / "utopia" / "annotations.toml").write_text("", "utf-8")
    assert read_series(store, "utopia") is None


def test_a_broken_file_is_named_by_validate_and_made_anew(store: Store) -> None:
    path = store.folder / "utopia" / "series.json"
    before = path.read_bytes()
    path.write_text("<<<<<<< ours\n", "utf-8")
    assert read_series(store, "utopia") is None
    assert [problem.snapshot for problem in api.validate(folder=store.root)] == ["utopia/series.json"]
    assert len(api.list_series("utopia", folder=store.root)) == 2
    api.write_series(["utopia"], folder=store.root)
    assert path.read_bytes() == before


def test_the_same_bytes_again_leave_the_file_alone(store: Store) -> None:
    path = store.folder / "utopia" / "series.json"
    before = path.stat()
    text = (store.folder / "utopia" / "crs-2024-01-10" / "source.txt").read_bytes()
    told = api.Told(subject="utopia", publisher="crs", published="2024-01-10")
    assert not api.add(api.read_document(text, name="a.txt", told=told), text, folder=store.root).is_new
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_writer_that_comes_between_is_seen(store: Store) -> None:
    """What is written belongs to the snapshots that are there in the end."""
    asked: list[int] = []
    record = store.folder / "utopia" / "crs-2024-01-10" / "snapshot.json"

    def align(snapshots: object) -> tuple[SubjectSeries, ...]:
        asked.append(1)
        if len(asked) == 1:
            record.unlink()
        return ()

    write_series(store, "utopia", align)
    assert len(asked) == 2
    written = read_series_json((store.folder / "utopia" / "series.json").read_bytes(), name="x")
    assert written.made_from == hash_sources(store, "utopia")


def test_a_record_reads_as_it_was_written() -> None:
    assert read_series_json(dump_series(RECORD), name="x") == RECORD


@pytest.mark.parametrize(
    "old, new",
    [
        ('"schema_version": 1', '"schema_version": 2'),
        ('"schema_version": 1', '"schema_version": true'),
        ('"subject": "utopia"', '"subject": "../utopia"'),
        ('"0000', '"000'),
        ('"trade"\n', '"trade", "trade"\n'),
        ('"trade"\n', '""\n'),
        ('"claim": "c"', '"claim": ""'),
        ('"claim": "c"', '"claim": "c", "x": 1'),
        ('"file": "crs-2024-01-10/snapshot.json"', '"file": 1'),
    ],
)
def test_the_reader_refuses_what_the_schema_refuses(old: str, new: str) -> None:
    data = dump_series(RECORD).decode()
    assert old in data
    broken = data.replace(old, new).encode()
    with pytest.raises(UnreadableInput):
        read_series_json(broken, name="x")
    with pytest.raises(UnreadableInput):
        validate(load_json(broken, name="x"), "series", name="x")
