"""Many documents at once: manifests, folders, processes, interruptions, and the second run that completes the first."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome, Run
from tests.cli.test_store_commands import files_of

MANY = 120
HEAD = "file,subject,publisher,published\n"


def text_of(number: int) -> str:
    return (
        f"Report {number} on Utopia\n\nTwo-way trade rose from ${number + 1} billion in 2009 to ${number + 9} billion in 2015. "
        "About a quarter of the population lives in poverty, and the poverty rate fell to 20 percent in 2019.\n"
    )


def many(folder: Path, count: int) -> Path:
    """A folder of *count* reports on two countries, and the manifest that names them."""
    (folder / "reports").mkdir()
    rows = []
    for number in range(count):
        (folder / "reports" / f"r{number:03}.txt").write_text(text_of(number), "utf-8")
        subject = ("utopia", "atlantis")[number % 2]
        rows.append(f"reports/r{number:03}.txt,{subject},state,{2000 + number // 12}-{number % 12 + 1:02}-01\n")
    (folder / "all.csv").write_text(HEAD + "".join(rows), "utf-8")
    return folder / "all.csv"


@pytest.fixture(autouse=True)
def _ctrl_c_reaches_what_is_started() -> Iterator[None]:
    """A shell starts what runs in its background deaf to Ctrl-C, and every process below would be so too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "reportdiff", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def end(process: subprocess.Popen[str]) -> Outcome:
    """What is left to read, by the very files that a line may have been read from before."""
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout, process.stderr:
        out, err = process.stdout.read(), process.stderr.read()
    return Outcome(process.wait(100), out, err)


def test_a_manifest_stores_what_can_be_read_and_names_the_rest(run: Run, tmp_path: Path) -> None:
    run("init")
    manifest = many(tmp_path, 3)
    (tmp_path / "reports" / "binary.txt").write_bytes(bytes(range(256)) * 8)
    with manifest.open("a") as file:
        file.write("reports/none.txt,utopia,state,2020-01-01\n")
        file.write("reports/binary.txt,utopia,state,2020-02-01\n")
        file.write("reports/r000.txt,utopia,crs,2020-02-31\n")
        file.write("reports/r000.txt,,crs,2020-02-01\n")
    outcome = run("add", "--manifest", "all.csv")
    assert outcome.code == 3
    assert outcome.out.split() == ["utopia/state-2000-01-01", "atlantis/state-2000-02-01", "utopia/state-2000-03-01"]
    lines = outcome.err.splitlines()
    assert [line.split(": ")[1] for line in lines[:4]] == [
        "reports/none.txt",
        "reports/binary.txt",
        "reports/r000.txt",
        "reports/r000.txt",
    ]
    assert "no such file" in lines[0] and "2020-02-31" in lines[2] and "--subject" in lines[3]
    assert lines[4:] == ["4 of 7 could not be read and are not stored; see the lines above."]
    assert run("validate").code == 0


def test_a_second_run_does_nothing_twice(run: Run, tmp_path: Path) -> None:
    run("init")
    many(tmp_path, 4)
    run("add", "--manifest", "all.csv")
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in files_of(tmp_path / "snapshots")}
    outcome = run("add", "--manifest", "all.csv")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "4 of 4 were stored already; nothing was done to them.\n"
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in files_of(tmp_path / "snapshots")} == before


def test_a_folder_chooses_among_the_rows_and_tells_of_files_without_one(run: Run, tmp_path: Path) -> None:
    run("init")
    manifest = many(tmp_path, 2)
    (tmp_path / "elsewhere.txt").write_text(text_of(50))
    (tmp_path / "reports" / "extra.txt").write_text(text_of(51))
    with manifest.open("a") as file:
        file.write("elsewhere.txt,utopia,state,2020-01-01\n")
    outcome = run("add", "reports/", "--manifest", "all.csv")
    assert outcome.code == 0 and len(outcome.out.split()) == 2
    assert outcome.err == "1 files are not in all.csv and are left aside: reports/extra.txt\n"


def test_a_folder_without_a_manifest_is_added_with_what_is_told(run: Run, tmp_path: Path) -> None:
    run("init")
    many(tmp_path, 2)
    (tmp_path / "reports" / "bad.txt").write_bytes(b"\x00\x01")
    outcome = run("add", "reports", "--subject", "utopia", "--publisher", "state")
    assert outcome.code == 3 and len(outcome.out.split()) == 2
    assert all(name.startswith("utopia/state-undated-") for name in outcome.out.split())
    assert run("add", "reports", "--subject", "utopia", "--publisher", "state").out == ""


def test_optional_columns_and_other_bytes_for_the_same_day(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "a.txt").write_text(text_of(1))
    (tmp_path / "b.txt").write_text(text_of(2))
    (tmp_path / "m.csv").write_text(
        '\ufeffurl,file,subject,publisher,published,document,edition\nhttps://e.org/,a.txt,Utopia,State,2020-01-01,IF1,"version 1, first"\n'
        "https://e.org/,b.txt,Utopia,State,2020-01-01,IF1,version 2\n", "utf-8",
    )  # fmt: skip
    outcome = run("add", "--manifest", "m.csv")
    assert outcome.out.split() == ["utopia/state-if1-2020-01-01", "utopia/state-if1-2020-01-01.2"]
    assert "other bytes than utopia/state-if1-2020-01-01 " in outcome.err
    shown = run("show", "utopia/state-if1-2020-01-01", "--format", "json").out
    assert '"label": "version 1, first"' in shown and '"url": "https://e.org/"' in shown
    assert run("validate").code == 0


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ("", "no column 'file'"),
        ("file,subject\n", "no column 'publisher'"),
        (HEAD.replace("\n", ",colour\n"), "unknown column 'colour'"),
        (HEAD.replace("\n", ",file\n"), "twice"),
        (HEAD + ",peru,state,2020-01-01\n", "m.csv:2: no file"),
        (HEAD + "a,b,c,d,e\n", "m.csv:2: 5 cells under 4"),
        (HEAD + 'a,"b,c,d\n', "m.csv:2: not CSV"),
        (HEAD, "no document there"),
    ],
)
def test_a_bad_manifest_is_one_line(run: Run, tmp_path: Path, manifest: str, said: str) -> None:
    run("init")
    (tmp_path / "m.csv").write_text(manifest)
    outcome = run("add", "--manifest", "m.csv")
    assert (outcome.code, outcome.out) == (3, "")
    assert said in outcome.err and outcome.err.count("\n") == 1


def test_any_number_of_processes_makes_the_same_store(run: Run, tmp_path: Path) -> None:
    made = {}
    for jobs in ("1", "2", "3"):
        folder = tmp_path / jobs
        folder.mkdir()
        many(folder, 40)
        (folder / "reports" / "r007.txt").write_bytes(b"\0")
        assert end(start(folder, "init")).code == 0
        outcome = end(start(folder, "add", "--manifest", "all.csv", "--jobs", jobs))
        made[jobs] = (outcome, relative(folder))
        assert outcome.code == 3 and "reports/r007.txt" in outcome.err
    assert made["1"] == made["2"] == made["3"]


def relative(folder: Path) -> dict[str, bytes]:
    """The files of the store in *folder*, by their paths in it."""
    return {str(Path(name).relative_to(folder)): data for name, data in files_of(folder / "snapshots").items()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The store that an undisturbed run makes."""
    folder = tmp_path_factory.mktemp("whole")
    many(folder, MANY)
    end(start(folder, "init"))
    assert end(start(folder, "add", "--manifest", "all.csv")).code == 0
    return relative(folder)


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """The processes that read for *process*."""
    found = []
    for each in Path("/proc").iterdir():
        try:
            words = (each / "cmdline").read_bytes()
            parent = (each / "stat").read_text().rpartition(")")[2].split()[1]
        except (OSError, IndexError):
            continue
        if parent == str(process.pid) and b"spawn_main" in words:
            found.append(int(each.name))
    return found


def lives(pid: int) -> bool:
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2][:3]
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to find the processes in")
@pytest.mark.parametrize(
    "how",
    [
        signal.SIGTERM,
        None,
        pytest.param(signal.SIGINT, marks=pytest.mark.deep),
        pytest.param(signal.SIGKILL, marks=pytest.mark.deep),
    ],
)
def test_after_an_interruption_the_next_run_completes_the_store(
    tmp_path: Path, whole: dict[str, bytes], how: signal.Signals | None
) -> None:
    many(tmp_path, MANY)
    end(start(tmp_path, "init"))
    process = start(tmp_path, "add", "--manifest", "all.csv", "--jobs", "2")
    assert process.stdout is not None
    first = process.stdout.readline().strip()
    workers = workers_of(process)
    assert len(workers) == 2
    if how is None:
        os.kill(workers[0], signal.SIGKILL)
    else:
        process.send_signal(how)
    outcome = end(process)
    assert outcome.code == {signal.SIGKILL: -9, None: 3}.get(how, 130)
    if how is None:
        assert "a process that read was killed" in outcome.err
    elif how is not signal.SIGKILL:
        assert outcome.err.strip() == "reportdiff: interrupted."
    until = time.monotonic() + 20
    while any(map(lives, workers)):
        assert time.monotonic() < until
    stored = {name: data for name, data in files_of(tmp_path / "snapshots").items() if "/.adding" not in name}
    done = sum(name.endswith("snapshot.json") for name in stored)
    assert 1 <= done < MANY and first in {str(Path(name).parent.relative_to(tmp_path / "snapshots")) for name in stored}
    second = end(start(tmp_path, "add", "--manifest", "all.csv", "--jobs", "2"))
    assert second.code == 0 and len(second.out.split()) == MANY - done
    assert f"{done} of {MANY} were stored already" in second.err
    assert relative(tmp_path) == whole


def test_any_number_of_processes_finds_the_same(run: Run, tmp_path: Path) -> None:
    run("init")
    many(tmp_path, 6)
    run("add", "--manifest", "all.csv")
    one = run("check", "--format", "json")
    two = run("check", "--format", "json", "--jobs", "2")
    assert (two.code, two.out) == (one.code, one.out)
    assert one.out.count('"fingerprint"') > 3
    assert run("renormalize", "--check", "--jobs", "2").out == run("renormalize", "--check").out
