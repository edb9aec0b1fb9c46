"""Where batches are worked on: here, in processes of this machine, or on a cluster; always in order."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from threading import Thread
from typing import NamedTuple, TypeVar

from reportdiff.model.errors import UnreadableInput, UsageProblem

Given = TypeVar("Given")
Made = TypeVar("Made")

_SCHEME = "dask://"
_AHEAD = 3
"""So many batches for each worker are under way at once."""


class WorkerLost(UnreadableInput):
    """A process that worked on a batch was killed; what was done before it is kept."""


class Workers(NamedTuple):
    """What takes batches, and how many it works on at once; an executor of None works here, on one."""

    executor: Executor | None = None
    width: int = 1


HERE = Workers()


@contextmanager
def open_workers(jobs: int = 1, engine: str | None = None) -> Iterator[Workers]:
    """What :func:`map_in_order` hands batches to: *jobs* processes, or the workers of the cluster *engine*.

    For one process without a cluster the work is done here. *engine* is ``dask://HOST:PORT``. Raises
    :class:`UsageProblem` for less than one process and for an engine that is not known, :class:`UnreadableInput` for
    a cluster that cannot be reached or runs other versions.
    """
    if jobs < 1:
        raise UsageProblem(f"--jobs {jobs}: at least one process must read; give a number from 1 on")
    if engine is not None:
        if not engine.startswith(_SCHEME):
            raise UsageProblem(f"--engine {engine[:60]!r} is not known; write dask://HOST:PORT")
        from reportdiff.api.cluster import open_cluster

        with open_cluster(engine.removeprefix(_SCHEME)) as workers:
            yield workers
    elif jobs == 1:
        yield HERE
    else:
        with _open_pool(jobs) as pool:
            yield Workers(pool, jobs)


def map_in_order(work: Callable[[Given], Made], batches: Iterable[Given], workers: Workers = HERE) -> Iterator[Made]:
    """What *work* makes of each of *batches*, in their order.

    Any executor of ``concurrent.futures`` will do. No more batches are taken than keep the *workers* busy, so that
    memory stays bounded. Raises :class:`WorkerLost`
    when a worker is killed.
    """
    if workers.executor is None:
        yield from map(work, batches)
        return
    waiting: deque[Future[Made]] = deque()
    try:
        for batch in batches:
            waiting.append(workers.executor.submit(work, batch))
            if len(waiting) >= _AHEAD * workers.width:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenExecutor:
        raise WorkerLost(
            "a process that read was killed, for want of memory perhaps; what was read before is kept: "
            "run the same command again, with fewer --jobs if it happens again"
        ) from None
    finally:
        for future in waiting:
            future.cancel()


@contextmanager
def _open_pool(jobs: int) -> Iterator[Executor]:
    """A pool of processes that are started anew, not copied: alike on every system, and safe with threads."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn"), initializer=_settle_in)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _settle_in() -> None:
    """Leave interruptions to the process that started this one, and end when it does, however it ends."""
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None

    def follow() -> None:
        parent.join()
        os._exit(1)

    Thread(target=follow, daemon=True).start()
