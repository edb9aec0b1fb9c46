"""The same store from a cluster: a scheduler and two workers on the loopback address, one of them killed midway."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_add_many import MANY, end, many, relative, start

pytest.importorskip("distributed", reason="the extra cluster is not installed")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


class Cluster:
    """Processes that were started by Dask's own commands."""

    def __init__(self, folder: Path) -> None:
        self.address = f"127.0.0.1:{free_port()}"
        self._folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        host, port = self.address.split(":")
        self._run("scheduler", "--host", host, "--port", port, "--no-dashboard", waits_for=b"Scheduler at")

    def add_worker(self, **environment: str) -> subprocess.Popen[bytes]:
        return self._run(
            "worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1",
            waits_for=b"Starting established connection", **environment,
        )  # fmt: skip

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
            process.communicate()

    def _run(self, *words: str, waits_for: bytes, **environment: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]],
            cwd=self._folder,
            env={**os.environ, **environment},
            stderr=subprocess.PIPE,
        )
        self.processes.append(process)
        assert process.stderr is not None
        seen = b""
        while waits_for not in seen:
            line = process.stderr.readline()
            assert line, seen.decode()
            seen += line
        return process


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path)
    try:
        yield made
    finally:
        made.stop()


def test_a_cluster_that_loses_a_worker_makes_the_same_store(tmp_path: Path, cluster: Cluster) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        many(tmp_path / name, MANY)
        end(start(tmp_path / name, "init"))
    here = end(start(tmp_path / "here", "add", "--manifest", "all.csv"))
    doomed, _ = cluster.add_worker(), cluster.add_worker()
    process = start(tmp_path / "there", "add", "--manifest", "all.csv", "--engine", f"dask://{cluster.address}")
    assert process.stdout is not None
    first = process.stdout.readline()
    doomed.send_signal(signal.SIGKILL)
    there = end(process)
    assert (there.code, first + there.out) == (here.code, here.out)
    assert relative(tmp_path / "there") == relative(tmp_path / "here")


def test_a_worker_that_runs_something_else_is_refused(tmp_path: Path, cluster: Cluster) -> None:
    other = tmp_path / "other" / "reportdiff"
    other.parent.mkdir()
    subprocess.run(["cp", "-r", str(Path(__file__).parents[2] / "src" / "reportdiff"), str(other)], check=True)
    with (other / "api" / "batch.py").open("a") as file:
        file.write("# another program\n")
    cluster.add_worker(PYTHONPATH=str(other.parent))
    many(tmp_path, 2)
    end(start(tmp_path, "init"))
    outcome = end(start(tmp_path, "add", "--manifest", "all.csv", "--engine", f"dask://{cluster.address}"))
    assert (outcome.code, outcome.out) == (3, "")
    assert "install the same version on all machines" in outcome.err


def test_a_cluster_without_workers_or_scheduler_is_one_line(tmp_path: Path, cluster: Cluster) -> None:
    many(tmp_path, 2)
    end(start(tmp_path, "init"))
    for address, said in ((cluster.address, "has no workers"), ("127.0.0.1:1", "no scheduler answers")):
        outcome = end(start(tmp_path, "add", "--manifest", "all.csv", "--engine", f"dask://{address}"))
        assert outcome.code == 3 and said in outcome.err
        assert outcome.err.splitlines()[-1].startswith("reportdiff: dask://")


@pytest.mark.parametrize(
    ("options", "said"), [(("--engine", "ray://x"), "dask://HOST:PORT"), (("--jobs", "0"), "--jobs 0")]
)
def test_an_engine_that_is_not_known_is_wrong_usage(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    many(tmp_path, 1)
    end(start(tmp_path, "init"))
    outcome = end(start(tmp_path, "add", "--manifest", "all.csv", *options))
    assert outcome.code == 2 and said in outcome.err
