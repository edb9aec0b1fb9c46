"""How fast wording is compared: two strings to the value, in turn with git's word diff and fast-diff-match-patch."""

from __future__ import annotations

import multiprocessing
import random
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from bench.copies import edit_copy
from bench.places import corpus_files
from bench.tables import render_table
from reportdiff.compare.prose.wording import compare_texts
from reportdiff.sources.registry import read_source

SIZES, LARGE_SIZES = (17_000, 1_000_000), (17_000, 1_000_000, 10_000_000)
ROUNDS = {17_000: 11, 1_000_000: 3, 10_000_000: 1}
LONGEST = 10.0
"""Seconds after which a peer is stopped."""

GOALS = {
    (17_000, "1 % edited"): ("1", "0.6"),
    (17_000, "30 % rewritten"): ("4", "2.5"),
    (17_000, "unrelated"): ("10", "8"),
    (1_000_000, "1 % edited"): ("80", "45"),
    (1_000_000, "30 % rewritten"): ("400", "250"),
    (1_000_000, "5 % moved"): ("250", "120"),
}
HEAD = (
    "pair",
    "reportdiff, ms",
    "first goal",
    "aim",
    "git --word-diff, ms",
    "fast-diff-match-patch, ms",
    "moves",
    "hunks",
)


def measure_wording(*, large: bool) -> Iterator[str]:
    """One table: medians in milliseconds, each round of all programs in turn."""
    sentences = _sentences()
    if not sentences:
        yield "Wording: none, there is no text to compare.\n"
        return
    rows = [
        _row(size, name, *pair)
        for size in (LARGE_SIZES if large else SIZES)
        for name, pair in _pairs(sentences, size).items()
    ]
    yield render_table("Wording: two texts to what differs; a peer is stopped after 10 s", HEAD, rows)


def _row(size: int, name: str, old: str, new: str) -> tuple[str, ...]:
    rounds = ROUNDS[size]
    own: list[float] = []
    git: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for file, text in (("old", old), ("new", new)):
            Path(folder, file).write_text(text, "utf-8")
        for _ in range(rounds):
            own.append(_milliseconds(lambda: compare_texts(old, new)))
            git.append(_milliseconds(lambda: _run_git(folder)))
    diff = compare_texts(old, new)
    moves, hunks = sum(change.moved for change in diff.changes), sum(len(change.hunks) for change in diff.changes)
    goals = GOALS.get((size, name), ("", ""))
    title = f"{size // 1000:,} KB, {name}"
    return (title, _shown(own), *goals, _shown(git), _time_peer(old, new, rounds), f"{moves:,}", f"{hunks:,}")


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def _shown(times: Sequence[float]) -> str:
    middle = median(times)
    return f"{middle:.1f}" if middle < 100 else f"{middle:,.0f}"


def _run_git(folder: str) -> None:
    command = ["git", "diff", "--no-index", "--word-diff=porcelain", "old", "new"]
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)


def _time_peer(old: str, new: str, rounds: int) -> str:
    """The median of a peer that knows no time limit of its own, so in a process that can be stopped."""
    if find_spec("fast_diff_match_patch") is None:
        return "not installed"
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    process = fork.Process(target=_send_peer_times, args=(sender, old, new, rounds))
    process.start()
    told = _shown(receiver.recv()) if receiver.poll(LONGEST * rounds if rounds < 5 else LONGEST) else "stopped"
    process.kill()
    process.join()
    return told


def _send_peer_times(sender: object, old: str, new: str, rounds: int) -> None:
    peer = import_module("fast_diff_match_patch")
    times = [
        _milliseconds(lambda: peer.diff(old, new, timelimit=0, checklines=False, cleanup="Semantic"))
        for _ in range(min(rounds, 5))
    ]
    sender.send(times)  # type: ignore[attr-defined]


def _pairs(sentences: Sequence[str], size: int) -> dict[str, tuple[str, str]]:
    """Pairs of texts of that many characters each, the same in every run."""
    half = len(sentences) // 2
    old, other = _compose(sentences[:half], size, seed=1), _compose(sentences[half:], size, seed=2)
    moved = edit_copy(old, share=0, moved=old.count("\n\n") // 20 + 1, seed=3)
    return {
        "1 % edited": (old, edit_copy(old, share=0.01, seed=4).new),
        "30 % rewritten": (old, _rewrite(old, 0.3, seed=5)),
        "unrelated": (old, other),
        "5 % moved": (moved.old, moved.new),
    }


def _compose(sentences: Sequence[str], size: int, seed: int) -> str:
    """Paragraphs of three to eight sentences, each made its own by a number in the place of a word."""
    dice = random.Random(seed)
    paragraphs, length = [], 0
    while length < size:
        lines = []
        for sentence in dice.choices(sentences, k=dice.randint(3, 8)):
            words = sentence.split(" ")
            words[dice.randrange(len(words))] = str(dice.randrange(100_000))
            lines.append(" ".join(words))
        paragraphs.append("\n".join(lines))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def _rewrite(text: str, share: float, seed: int) -> str:
    """A share of the sentences with half of the words replaced, and turned about."""
    dice = random.Random(seed)
    vocabulary = text[:50_000].split()
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line and dice.random() < share:
            words = [dice.choice(vocabulary) if dice.random() < 0.5 else word for word in line.split(" ")]
            turn = dice.randrange(len(words))
            lines[number] = " ".join(words[turn:] + words[:turn])
    return "\n".join(lines)


def _sentences() -> list[str]:
    """The sentences of all running text there is, each once, in an order of their own."""
    found: dict[str, None] = {}
    for path in corpus_files():
        if path.suffix in {".txt", ".md"}:
            content = read_source(path.read_bytes(), name=path.name, force=True).content
            found.update(dict.fromkeys(line for line in content.split("\n") if len(line) > 40))
    return random.Random(0).sample(list(found), len(found))
