"""A cluster on this machine, started by Dask's own commands, and what processes have used."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from bench.places import ROOT

LOOPBACK = "127.0.0.1"


@contextmanager
def run_cluster(workers: int) -> Iterator[tuple[str, frozenset[int]]]:
    """A scheduler and so many workers of one thread: its address as ``--engine`` takes it, and the processes."""
    port = _find_free_port()
    processes: list[subprocess.Popen[bytes]] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            scheduler = ("scheduler", "--host", LOOPBACK, "--port", str(port), "--no-dashboard")
            processes.append(_start(folder, *scheduler, waits_for=b"Scheduler at"))
            one = ("worker", f"{LOOPBACK}:{port}", "--nthreads", "1", "--no-nanny", "--no-dashboard")
            for _ in range(workers):
                started = _start(folder, *one, "--host", LOOPBACK, waits_for=b"Starting established connection")
                processes.append(started)
            yield f"dask://{LOOPBACK}:{port}", frozenset(process.pid for process in processes)
        finally:
            for process in reversed(processes):
                process.kill()
                process.communicate()


def processor_time(pids: frozenset[int] = frozenset(), *, leave_out: frozenset[int] = frozenset()) -> float:
    """Seconds of processors that this process and *pids*, or its children but for those to *leave_out*, have used."""
    import psutil

    own = psutil.Process()
    others = [psutil.Process(pid) for pid in pids] or [child for child in own.children() if child.pid not in leave_out]
    used = [process.cpu_times() for process in (own, *others)]
    return float(sum(times.user + times.system for times in used))


def _find_free_port() -> int:
    with socket.create_server((LOOPBACK, 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _start(folder: str, *words: str, waits_for: bytes) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.dask_{words[0]}", *words[1:]],
        cwd=folder,
        # the bench's own functions must be found there; Dask's own profiler looks a hundred times a second
        env={**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"},
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    seen = b""
    while waits_for not in seen:
        line = process.stderr.readline()
        if not line:
            raise SystemExit(f"Dask did not start: {seen.decode(errors='replace')}")
        seen += line
    return process
