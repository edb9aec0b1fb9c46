"""The pure functions over batches: values in, values out, the same wherever they run."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from reportdiff.api.about import Told
from reportdiff.api.batch import (
    MOST_BYTES,
    MOST_DOCUMENTS,
    Document,
    Reading,
    Refused,
    SubjectFiles,
    align_subject_files,
    batched,
    decode_reading,
    follow_subject,
    read_batch,
)
from reportdiff.api.documents import read_document
from reportdiff.api.engine import WorkerLost, Workers, map_in_order, open_workers
from reportdiff.model.errors import UsageProblem
from reportdiff.model.noun import Noun

OLD = b"Two-way trade rose from $9 billion in 2009 to $14 billion in 2015. The poverty rate was 25 percent in 2016.\n"
NEW = b"Two-way trade rose from $9 billion in 2009 to $22 billion in 2022. The poverty rate was 20 percent in 2019.\n"


def document(data: bytes = OLD, day: str = "2017-01-25", place: str = "a.txt", **told: str) -> Document:
    about = Told(**{"subject": "utopia", "publisher": "state", "published": day, **told})
    return Document(place=place, name=place, data=data, told=about)


def test_a_batch_gives_what_each_document_claims_and_names_the_one_it_cannot_read() -> None:
    unknown = Document(place="d.txt", name="d.txt", data=OLD)
    read = read_batch([document(), document(b"\0", place="dir/b.txt"), unknown, document(NEW, "2024-01-10")])
    first, bad, nobodys, last = read
    assert isinstance(first, Reading) and isinstance(last, Reading)
    assert decode_reading(first) == read_document(OLD, name="a.txt", told=document().told)
    assert first.claims == len(decode_reading(first).claims) > 1 and first.head.claims == () and first.head.text is None
    assert isinstance(bad, Refused) and bad.message.startswith("dir/b.txt: NUL byte")
    assert isinstance(nobodys, Refused) and (nobodys.exit_code, "--subject" in nobodys.message) == (2, True)


def test_what_is_sent_survives_the_way() -> None:
    sent = document()
    read = read_batch([sent, document(b"")])
    for each in (sent, *read):
        assert isinstance(each, Noun)
        assert pickle.loads(pickle.dumps(each)) == each


def test_the_claims_of_a_subject_become_series_and_changes() -> None:
    read = [
        decode_reading(each)
        for each in read_batch([document(), document(NEW, "2024-01-10")])
        if isinstance(each, Reading)
    ]
    followed = follow_subject(reversed(read))
    (diff,) = followed.diffs
    assert (diff.old.id, diff.new.id) == ("utopia/state-2017-01-25", "utopia/state-2024-01-10")
    assert any(len(series.members) > 1 for series in followed.series)
    assert followed == follow_subject(read)


def test_the_series_of_files_tell_what_they_were_made_from() -> None:
    read = [each for each in read_batch([document(), document(NEW, "2024-01-10")]) if isinstance(each, Reading)]
    files = tuple((f"{each.head.id.partition('/')[2]}/snapshot.json", each.record, each.text) for each in read)
    made = align_subject_files(SubjectFiles(subject="utopia", files=files))
    assert not isinstance(made, Refused)
    assert [name for name, _ in made.made_from] == ["state-2017-01-25/snapshot.json", "state-2024-01-10/snapshot.json"]
    damaged = SubjectFiles(subject="utopia", files=((files[0][0], b"{}", ""),))
    assert isinstance(align_subject_files(damaged), Refused)


def test_batches_are_bounded_by_number_and_size() -> None:
    small = [document(place=f"{n}.txt") for n in range(2 * MOST_DOCUMENTS + 1)]
    assert [len(batch) for batch in batched(small)] == [MOST_DOCUMENTS, MOST_DOCUMENTS, 1]
    large = document(b"x" * (MOST_BYTES - 10))
    assert [len(batch) for batch in batched([large, large, small[0]])] == [1, 1, 1]
    assert [one for batch in batched(small) for one in batch] == small


def test_any_executor_works_in_order_and_is_not_flooded() -> None:
    taken: list[int] = []
    done: list[int] = []

    def batches() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            yield number

    with ThreadPoolExecutor(2) as executor:
        for made in map_in_order(lambda number: number * number, batches(), Workers(executor, 2)):
            done.append(made)
            assert len(taken) - len(done) <= 6
    assert done == [number * number for number in range(50)]


def test_a_worker_that_is_lost_is_told() -> None:
    from concurrent.futures.process import BrokenProcessPool

    class Broken(ThreadPoolExecutor):
        def submit(self, fn: object, /, *args: object, **kwargs: object) -> Future[object]:  # type: ignore[override]
            future: Future[object] = Future()
            future.set_exception(BrokenProcessPool("killed"))
            return future

    with Broken(1) as executor, pytest.raises(WorkerLost, match="run the same command again"):
        list(map_in_order(str, range(3), Workers(executor, 1)))


def test_processes_give_what_one_does(tmp_path: Path) -> None:
    documents = [document(place=f"{n}.txt", day=f"20{n:02}-01-01") for n in range(40)]
    with open_workers(1) as here, open_workers(2) as pool:
        assert here.executor is None and pool.width == 2
        assert list(map_in_order(read_batch, batched(documents), here)) == list(
            map_in_order(read_batch, batched(documents), pool)
        )


@pytest.mark.parametrize(("jobs", "engine"), [(0, None), (-3, None), (1, "spark://x"), (1, "127.0.0.1:8786")])
def test_what_is_no_way_to_work_is_wrong_usage(jobs: int, engine: str | None) -> None:
    with pytest.raises(UsageProblem), open_workers(jobs, engine):
        pass
