"""How fast it reads: characters and claims per second of processor time, beside a peer in the same run."""

from __future__ import annotations

import gc
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from typing import NamedTuple

from bench.places import corpus_files, field_files, prose_files, published_day
from bench.tables import render_rate, render_table
from reportdiff import read_text
from reportdiff.cli.main import MADE_BETWEEN_COLLECTIONS
from reportdiff.extraction.mention import Circumstances
from reportdiff.extraction.mentions import scan_mentions
from reportdiff.sources.plain.reader import read_plain

ROUNDS = 5
GOALS = {"prose": ("1,200,000", "2,500,000"), "fields": ("4,000", "10,000")}


class Reading(NamedTuple):
    """A text and the day it was published."""

    text: str
    published: date | None


def measure_speed() -> Iterator[str]:
    """Two tables: characters per second on prose beside the peer, claims per second on lists of fields.

    Garbage is collected as rarely as in a command of ours, for the peer too.
    """
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN_COLLECTIONS)
    yield from _measure_prose()
    yield from _measure_fields()


def cpu_seconds(work: Callable[[], object]) -> float:
    """Processor time that one call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _measure_prose() -> Iterator[str]:
    readings = [Reading(path.read_text("utf-8"), published_day(path)) for path in prose_files()]
    if not readings:
        yield "Speed on prose: none, there is no text to read.\n"
        return
    size = sum(len(reading.text) for reading in readings)
    peer = _find_peer()
    own: list[float] = []
    figures: list[float] = []
    others: list[float] = []
    for number in range(ROUNDS):
        figures.append(cpu_seconds(lambda: _find_figures(readings)))
        own.append(cpu_seconds(lambda: _read_all(readings)))
        if peer and number < 2:  # the peer takes seconds for what takes milliseconds here
            others.append(cpu_seconds(lambda: [peer(reading.text) for reading in readings]))
    rows = [
        _prose_row("reportdiff, figures with unit, hedge, period and modality", size, figures, *GOALS["prose"]),
        _prose_row("reportdiff, whole claims: named measures, facts, quotes", size, own, *GOALS["prose"]),
    ]
    rows.append(_prose_row("quantulum3, figures", size, others, "", "") if peer else _no_peer())
    title = f"Reading prose: {len(readings)} texts, {size:,} characters, best of {ROUNDS} rounds"
    yield render_table(title, ("program", "characters per CPU-second", "first goal", "aim"), rows)


def _prose_row(name: str, size: int, seconds: list[float], first: str, aim: str) -> tuple[str, ...]:
    return (name, render_rate(size / min(seconds)), first, aim)


def _no_peer() -> tuple[str, ...]:
    return ("quantulum3, figures", "not installed", "", "")


def _measure_fields() -> Iterator[str]:
    readings = [Reading(path.read_text("utf-8"), None) for path in field_files()]
    if not readings:
        yield "Speed on fields: none, the lists of fields are not beside the project.\n"
        return
    claims = _read_all(readings)
    size = sum(len(reading.text) for reading in readings)
    best = min(cpu_seconds(lambda: _read_all(readings)) for _ in range(2))
    row = ("reportdiff", render_rate(claims / best), render_rate(size / best), *GOALS["fields"])
    title = f"Reading lists of fields: {len(readings)} texts, {size:,} characters, {claims:,} claims"
    head = ("program", "claims per CPU-second", "characters", "first goal", "aim")
    yield render_table(title, head, [row])


def _find_figures(readings: list[Reading]) -> int:
    """What the peer does, and more of it: figures out of a text whose lines and columns are put in order first."""
    return sum(
        len(scan_mentions(read_plain(reading.text), Circumstances(published=reading.published))) for reading in readings
    )


def _read_all(readings: list[Reading]) -> int:
    return sum(len(read_text(reading.text, published=reading.published).claims) for reading in readings)


def _find_peer() -> Callable[[str], object] | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it asks for an optional part
        try:
            parser = import_module("quantulum3.parser")
        except ImportError:
            return None
    parse: Callable[[str], object] = parser.parse
    parse("3 km")  # the first call loads its tables
    return parse


def corpus_text(size: int) -> str:
    """The first *size* characters of all the prose there is, over again where it is shorter."""
    whole = "\n\n".join(path.read_text("utf-8") for path in corpus_files())
    return (whole * (size // max(1, len(whole)) + 1))[:size]
