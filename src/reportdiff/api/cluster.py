"""The one door to a cluster: Dask's scheduler and workers, which must run this very program."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from reportdiff import __version__
from reportdiff.api.engine import WorkerLost, Workers
from reportdiff.model.errors import MissingPackage, UnreadableInput

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 10
"""Seconds to wait for a scheduler to answer."""

Given = ParamSpec("Given")
Made = TypeVar("Made")


class OtherProgram(UnreadableInput):
    """A worker runs another version of Python or of this program."""


@contextmanager
def open_cluster(address: str) -> Iterator[Workers]:
    """The workers of the scheduler at *address* (``HOST:PORT``).

    Raises :class:`UnreadableInput` where Dask is not installed, nobody answers, no worker is there, or one runs other
    versions than this process; such a one that comes later refuses its first batch. Dask itself gives what a lost
    worker had to another.
    """
    if find_spec("distributed") is None:
        raise MissingPackage("--engine needs", "distributed", "cluster")
    from distributed import Client, KilledWorker

    try:
        client = Client(f"tcp://{address}", timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        why = " ".join(str(error).split())[:120]
        raise UnreadableInput(
            f"dask://{address}: no scheduler answers: {why}; start one, or leave --engine out"
        ) from None
    with client:
        try:
            executor: Executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]
            yield Workers(_Checked(executor), _count(client, address))
        except KilledWorker as error:
            raise WorkerLost(
                f"dask://{address}: a batch was lost with several workers: {str(error)[:80]}; what was read before is "
                "kept: give the workers more memory and run the same command again"
            ) from None


class _Checked(Executor):
    """An executor whose every task first makes sure that the worker runs the program that this process runs."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._program = program()

    def submit(self, fn: Callable[Given, Made], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Made]:
        return self._executor.submit(run_checked, self._program, fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002  as its base
        self._executor.shutdown(wait=wait, cancel_futures=cancel_futures)


def run_checked(wanted: str, work: Callable[Given, Made], /, *args: Given.args, **kwargs: Given.kwargs) -> Made:
    """What *work* makes of the arguments, if this process runs the program *wanted*; else :class:`OtherProgram`."""
    if program() != wanted:
        raise OtherProgram(_other(wanted, program()))
    return work(*args, **kwargs)


@cache
def program() -> str:
    """What this process runs: the versions of this program and of Python, and the hash of the program's files."""
    root = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for path in sorted(path for ending in ("*.py", "*.toml") for path in root.rglob(ending)):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"reportdiff {__version__} ({digest.hexdigest()[:12]}) on Python {platform.python_version()}"


def _count(client: Client, address: str) -> int:
    """How many batches the workers take at once, once all of them are known to run this program."""
    threads: dict[str, int] = client.nthreads()  # type: ignore[no-untyped-call]
    if not threads:
        raise UnreadableInput(f"dask://{address}: the scheduler has no workers; start some with dask worker")
    told: dict[str, Any] = client.run(program, on_error="return")
    for worker in sorted(told):
        if told[worker] != program():
            raise OtherProgram(f"{worker}: {_other(program(), told[worker])}")
    return sum(threads.values())


def _other(wanted: str, found: object) -> str:
    shown = " ".join(str(found).split())[:120]
    return f"the worker runs {shown}, not {wanted}; install the same version on all machines"
