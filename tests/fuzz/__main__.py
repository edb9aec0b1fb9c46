"""Coverage-guided fuzzing of what reads foreign bytes: `make fuzz`, or `python -m tests.fuzz`.

Each target runs in a process of its own for its share of the time; a finding is kept as a file and told with the command
that tries it again.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "build" / "fuzz"
"""Where each target keeps its corpus from run to run, and its findings."""
LOG = "log"
OPTIONS = ("-max_len=4096", "-timeout=20", "-rss_limit_mb=3072", "-print_final_stats=1", "-verbosity=1")
_STATE = re.compile(r"^#([0-9]+)\s+\S+\s+cov: ([0-9]+) ft: ([0-9]+) corp: ([0-9]+)", re.MULTILINE)
_FINDING = re.compile(r"^artifact_prefix=.*Test unit written to (.+)$", re.MULTILINE)


class Outcome(NamedTuple):
    """What a run of a target came to: inputs tried, branches and features reached, inputs kept, and the finding."""

    tried: int
    branches: int
    features: int
    kept: int
    seconds: float
    finding: Path | None


def main(words: Sequence[str]) -> int:
    """Fuzz what *words* ask for; 1 when something was found, 2 without the fuzzer."""
    if importlib.util.find_spec("atheris") is None:
        print("fuzzing needs atheris, which is not installed here; pip install 'reportdiff[fuzz]'", file=sys.stderr)
        return 2
    from tests.fuzz.targets import TARGETS

    asked = _asked(words, list(TARGETS))
    print(f"{'target':10}{'tried':>10}{'branches':>10}{'features':>10}{'corpus':>8}{'seconds':>9}  finding", flush=True)
    found = [fuzz(name, asked.seconds // len(asked.targets)) for name in asked.targets]
    return int(any(outcome.finding for outcome in found))


def _asked(words: Sequence[str], names: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="target", help=f"what is fuzzed; all without: {', '.join(names)}")
    parser.add_argument("--seconds", type=int, default=600, help="for all targets together")
    asked = parser.parse_args(words)
    unknown = [name for name in asked.targets if name not in names]
    if unknown:
        parser.error(f"no target {unknown[0]!r}; there are {', '.join(names)}")
    asked.targets = asked.targets or names
    return asked


def fuzz(name: str, seconds: int) -> Outcome:
    """Fuzz one target for *seconds*, and print its line."""
    place = PLACE / name
    seeds = _seeds(name, place)
    command = [sys.executable, "-m", "tests.fuzz.harness", name]
    options = [*OPTIONS, f"-dict={PLACE / 'dictionary'}", f"-artifact_prefix={place}/", f"-max_total_time={seconds}"]
    start = time.monotonic()
    with (place / LOG).open("wb") as log:
        subprocess.run(
            [*command, *options, str(place / "corpus"), str(seeds)], cwd=ROOT, stderr=log, stdout=log, check=False
        )
    outcome = _outcome(place / LOG, time.monotonic() - start)
    tried, branches, features, kept, took, finding = outcome
    print(
        f"{name:10}{tried:>10,}{branches:>10,}{features:>10,}{kept:>8,}{took:>9,.0f}  {finding or 'none'}", flush=True
    )
    if finding:
        again = "it broke down: see the log" if finding.name == LOG else f"try it again: {' '.join(command)} {finding}"
        print(f"{'':10}{again}", flush=True)
    return outcome


def _seeds(name: str, place: Path) -> Path:
    """The folder of the target's sound inputs, made anew; the folder of its corpus is there too."""
    from tests.fuzz.targets import TARGETS, dictionary

    for folder in (place / "corpus", place / "seeds"):
        folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(TARGETS[name].seeds()):
        (place / "seeds" / f"{number:04}").write_bytes(data)
    (PLACE / "dictionary").write_text(dictionary(), "ascii")
    return place / "seeds"


def _outcome(path: Path, seconds: float) -> Outcome:
    """What libFuzzer told. A run that ends without its last word has broken down: the log is its finding."""
    log = path.read_text("utf-8", "replace")
    states = _STATE.findall(log)
    tried, branches, features, kept = map(int, states[-1]) if states else (0, 0, 0, 0)
    found = _FINDING.search(log)
    finding = Path(found[1]) if found else None
    if finding is None and "\nDone " not in log:
        finding = path
    return Outcome(tried, branches, features, kept, seconds, finding)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
