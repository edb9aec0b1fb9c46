"""A subject followed at once gives what its parts give, and can be sent anywhere."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest

from reportdiff.api.about import Told
from reportdiff.api.batch import (
    Document,
    Reading,
    SubjectFiles,
    decode_files,
    decode_reading,
    follow_subject,
    read_batch,
)
from reportdiff.compare.diff import diff_snapshots
from reportdiff.compare.joining.subject_series import align_subject
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput

TEXT = (
    "Economy\n\nTwo-way trade rose from $9 billion in 2009 to ${a} billion in {year}. Exports of copper were {b},000 tons. "
    "The package announced in May was worth $3 million.\nUnemployment rate: {c}% ({year} est.)\n"
)


def snapshots() -> list[Snapshot]:
    told = [
        Document(
            place=f"{publisher}-{year}.txt",
            name="a.txt",
            data=TEXT.format(a=year - 2000, b=year - 1990, c=(year - 1990) / 4, year=year).encode(),
            told=Told(subject="utopia", publisher=publisher, published=f"{year + 1}-01-10"),
        )
        for publisher in ("state", "crs")
        for year in (2015, 2017, 2022)
    ]
    read = read_batch(told)
    assert all(isinstance(each, Reading) for each in read)
    return [decode_reading(each) for each in read if isinstance(each, Reading)]


def test_a_subject_followed_at_once_gives_what_its_parts_give() -> None:
    every = snapshots()
    followed = follow_subject(every)
    assert followed.series == align_subject(every)
    lines = [[each for each in every if each.publisher.id == name] for name in ("crs", "state")]
    assert followed.diffs == tuple(diff_snapshots(old, new) for line in lines for old, new in pairwise(line))
    assert any(len(series.members) == 6 for series in followed.series)


def test_the_order_that_snapshots_come_in_changes_nothing() -> None:
    every = snapshots()
    assert follow_subject(reversed(every)) == follow_subject(every)


def test_it_can_be_sent_to_another_process_and_back() -> None:
    function, every = pickle.loads(pickle.dumps((follow_subject, snapshots())))
    followed = function(every)
    assert pickle.loads(pickle.dumps(followed)) == followed == follow_subject(snapshots())


def test_the_files_of_a_subject_are_its_snapshots() -> None:
    told = [
        Document(
            place="a.txt", name="a.txt", data=b"Trade was $9 billion in 2009.", told=Told(subject="u", publisher="p")
        )
    ]
    (reading,) = read_batch(told)
    assert isinstance(reading, Reading)
    stored = SubjectFiles(subject="u", files=(("a/snapshot.json", reading.record, reading.text),))
    assert decode_files(stored) == (decode_reading(reading),)
    with pytest.raises(UnreadableInput, match="a/snapshot.json"):
        decode_files(SubjectFiles(subject="u", files=(("a/snapshot.json", b"{", ""),)))
