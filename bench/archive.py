"""The whole archive, to claims and to what changed from edition to edition: time, memory, and what processes cost.

Each row is a run of its own process (``python -m bench.archive DOCUMENTS JOBS``), so that the memory of one
is not taken for that of the next. Results of all runs over the same documents must be the same.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import resource
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench.cluster import processor_time, run_cluster
from bench.places import ROOT, SHARED
from bench.tables import render_rate, render_table
from reportdiff.api.about import Told
from reportdiff.api.batch import Document, Refused, SubjectFiles, batched, decode_files, follow_subject, read_batch
from reportdiff.api.engine import Workers, map_in_order, open_workers
from reportdiff.model.change import Added, Change, Dropped

ARCHIVE = SHARED / "corpus" / "factbook-archive.tar.xz"
WHOLE = 3_123
SAMPLES, LARGE_SAMPLES = (300,), (300, 1_000, WHOLE)
BATCH = 100
"""So many documents are sent at once where the cluster is set beside the pool."""

GOALS = "goals: whole archive on two processes 6 min, 600 MB, efficiency .90; cluster 5 % over the pool; cost flat"
_NAME = re.compile(r"(?P<subject>[a-z0-9-]+)-(?P<year>[0-9]{4})")


class Run(NamedTuple):
    """What one run took, and what it made; seconds of the clock and of all processors, megabytes of all processes."""

    documents: int
    jobs: int
    seconds: float
    reading: float
    processors: float
    megabytes: int
    characters: int
    claims: int
    changes: int
    digest: str


class Outcome(NamedTuple):
    """A subject followed: how many changes there are, and the hash of them and of its series."""

    changes: int
    digest: str


def measure_archive(*, large: bool) -> Iterator[str]:
    """Two tables: the archive, or 300 documents of it, on one process and on two; the cluster beside the pool."""
    if not ARCHIVE.is_file():
        yield "Archive: none, it is not beside the project.\n"
        return
    runs = [_run(count, jobs) for count in (LARGE_SAMPLES if large else SAMPLES) for jobs in (1, 2)]
    first = runs[0]
    title = f"Archive, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {GOALS}"
    yield render_table(title, HEAD, [_row(run, first, _alone(run, runs)) for run in runs])
    yield from _measure_engines()


HEAD = (
    "documents", "processes", "s", "CPU-s", "MB", "claims", "changes", "claims/s", "ms/document", "by the first",
    "efficiency", "by CPU-s", "results",
)  # fmt: skip


def _alone(run: Run, runs: list[Run]) -> Run:
    """The run of the same documents on one process."""
    return next(each for each in runs if each.documents == run.documents and each.jobs == 1)


def _row(run: Run, first: Run, alone: Run) -> tuple[str, ...]:
    # documents differ in length: what is held against the first sample is the cost of a character
    cost, base = run.processors / run.characters, first.processors / first.characters
    return (
        f"{run.documents:,}",
        str(run.jobs),
        f"{run.seconds:.1f}",
        f"{run.processors:.1f}",
        str(run.megabytes),
        f"{run.claims:,}",
        f"{run.changes:,}",
        render_rate(run.claims / run.seconds),
        f"{1000 * run.processors / run.documents:.0f}",
        f"{cost / base:.2f}",
        f"{alone.seconds / (run.jobs * run.seconds):.2f}",
        f"{alone.processors / run.processors:.2f}",
        "the same" if run.digest == alone.digest else "OTHERS",
    )


def _run(count: int, jobs: int) -> Run:
    words = [sys.executable, "-m", "bench.archive", str(count), str(jobs)]
    done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return Run(**json.loads(done.stdout))


def run_archive(count: int, jobs: int) -> Run:
    """Read and follow so many documents of the archive; the peak of memory is that of this process."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, open_workers(jobs) as workers:
        claims, characters = _read(Path(folder), documents(count), workers)
        reading = time.perf_counter() - start
        outcomes = list(map_in_order(follow, stored_subjects(Path(folder)), workers))
    told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    memory = told[0].ru_maxrss + (jobs * told[1].ru_maxrss if jobs > 1 else 0)
    return Run(
        documents=count,
        jobs=jobs,
        seconds=time.perf_counter() - start,
        reading=reading,
        processors=sum(each.ru_utime + each.ru_stime for each in told),
        megabytes=memory // 1024,
        characters=characters,
        claims=claims,
        changes=sum(outcome.changes for outcome in outcomes),
        digest=hashlib.sha256("".join(outcome.digest for outcome in outcomes).encode()).hexdigest(),
    )


def documents(count: int) -> Iterator[Document]:
    """So many documents of the archive: all editions of subjects picked at even distances, in the archive's order."""
    with tarfile.open(ARCHIVE) as archive:
        names = {name.group("subject") for name in map(_NAME.fullmatch, map(_stem, archive.getnames())) if name}
    subjects = sorted(names)
    wanted = max(1, round(len(subjects) * count / WHOLE))
    chosen = {subjects[place * len(subjects) // wanted] for place in range(wanted)}
    yield from islice(_chosen(chosen), count)


def _stem(name: str) -> str:
    return Path(name).stem


def _chosen(subjects: set[str]) -> Iterator[Document]:
    with tarfile.open(ARCHIVE, "r|xz") as archive:
        for member in archive:
            name = _NAME.fullmatch(_stem(member.name))
            file = archive.extractfile(member)
            if name is None or file is None or name["subject"] not in subjects:
                continue
            # the archive tells the year alone
            told = Told(subject=name["subject"], publisher="cia", published=f"{name['year']}-01-01")
            yield Document(place=member.name, name=member.name, data=file.read(), told=told)


def _read(folder: Path, every: Iterable[Document], workers: Workers) -> tuple[int, int]:
    """Keep what each document claims below *folder*; how many claims, of how many characters."""
    claims = characters = 0
    for readings in map_in_order(read_batch, batched(every), workers):
        for reading in readings:
            if isinstance(reading, Refused):
                raise SystemExit(reading.message)
            subject, _, name = reading.head.id.partition("/")
            place = folder / subject
            place.mkdir(exist_ok=True)
            (place / f"{name}.json").write_bytes(reading.record)
            (place / f"{name}.md").write_text(reading.text, "utf-8")
            claims += reading.claims
            characters += len(reading.text)
    return claims, characters


def stored_subjects(folder: Path) -> Iterator[SubjectFiles]:
    """What :func:`_read` kept, subject by subject."""
    for subject in sorted(folder.iterdir()):
        records = sorted(subject.glob("*.json"))
        files = [(path.name, path.read_bytes(), path.with_suffix(".md").read_text("utf-8")) for path in records]
        yield SubjectFiles(subject=subject.name, files=tuple(files))


def follow(stored: SubjectFiles) -> Outcome:
    """Follow a subject, and keep of it what two runs are compared by."""
    followed = follow_subject(decode_files(stored))
    digest = hashlib.sha256(repr(followed.series).encode())
    for diff in followed.diffs:
        digest.update("\n".join([diff.old.id, diff.new.id, *map(_tell, diff.changes)]).encode())
    return Outcome(sum(len(diff.changes) for diff in followed.diffs), digest.hexdigest())


def _tell(change: Change) -> str:
    old = "" if isinstance(change, Added) else change.old.id
    new = "" if isinstance(change, Dropped) else change.new.id
    return f"{change.kind} {change.series} {old} {new} {change.reason}"


def _measure_engines() -> Iterator[str]:
    """The same batches of 100 documents on two processes of the pool and on two workers of a cluster, in turn."""
    every = list(documents(6 * BATCH))
    batches = [tuple(every[start : start + BATCH]) for start in range(0, len(every), BATCH)]
    rows: dict[str, Timed] = {}
    with run_cluster(workers=2) as (address, pids):
        for _ in range(2):
            rows["pool"] = _better(rows.get("pool"), _time_pool(batches, pids))
            rows["dask"] = _better(rows.get("dask"), _time_cluster(batches, address, pids))
    base = rows["pool"]
    yield render_table(
        f"Engines: {len(every)} documents read in batches of {BATCH} by two workers, the better of two rounds",
        ("engine", "s", "CPU-s of workers", "over the pool", "by CPU-s", "results"),
        [
            (name, f"{wall:.1f}", f"{cpu:.1f}", _over(wall, base[0]), _over(cpu, base[1]), _same(digest, base[2]))
            for name, (wall, cpu, digest) in rows.items()
        ],
    )


def _over(one: float, base: float) -> str:
    return f"{100 * (one / base - 1):+.1f} %"


def _same(one: str, other: str) -> str:
    return "the same" if one == other else "OTHERS"


Timed = tuple[float, float, str]
"""Seconds of the clock and of all processors, and a hash of what was read."""


def _better(known: Timed | None, found: Timed) -> Timed:
    return found if known is None else min(known, found)


def _time_pool(batches: list[tuple[Document, ...]], cluster: frozenset[int]) -> Timed:
    with open_workers(2) as workers:
        return _time(batches, workers, lambda: processor_time(leave_out=cluster))


def _time_cluster(batches: list[tuple[Document, ...]], address: str, cluster: frozenset[int]) -> Timed:
    with open_workers(1, address) as workers:
        return _time(batches, workers, lambda: processor_time(cluster))


def _time(batches: list[tuple[Document, ...]], workers: Workers, used: Callable[[], float]) -> Timed:
    digest = hashlib.sha256()
    small = [(batches[0][0],)] * 4
    list(map_in_order(read_batch, small, workers))  # who starts late must not be waited for below
    before, start = used(), time.perf_counter()
    for readings in map_in_order(read_batch, batches, workers):
        for reading in readings:
            digest.update(reading.message.encode() if isinstance(reading, Refused) else reading.record)
    return time.perf_counter() - start, used() - before, digest.hexdigest()


if __name__ == "__main__":
    print(json.dumps(run_archive(int(sys.argv[1]), int(sys.argv[2]))._asdict()))
