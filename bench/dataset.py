"""Questions over millions of claims: a dataset made of real ones, told again of other subjects, times and publishers.

Each question is asked by its own process (``python -m bench.dataset FOLDER QUESTION``), as a user would.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.places import ROOT, field_files
from bench.tables import render_table
from reportdiff import api

SUBJECTS = 200
MOST, LARGE = 1_000_000, 10_000_000
ROUNDS = 3
GOALS = {"latest": "1", "contradictions": "3"}
PUBLISHERS = 3
YEARS = 40
"""So many years lie between one telling of the same claims and the next: more than they span."""

RETOLD = """
COPY (
    WITH told AS (
        SELECT claims.* EXCLUDE (subject, key), 'p' || (r % {publishers}) AS teller, r // {publishers} AS shift, r,
            TO_YEARS(CAST({years} * (r // {publishers}) AS INTEGER)) AS later, hash(series, number) % 997 = 0 AS odd
        FROM (
            SELECT * RENAME (file_row_number AS number) FROM read_parquet('{claims}', file_row_number = true)
        ) AS claims,
            range({times}) AS times(r)
    ),
    moved AS (
        SELECT told.* REPLACE (
            's{subject}/' || teller || '-' || split_part(snapshot, '/', 2) || '-' || shift AS snapshot,
            teller AS publisher, teller || '/s{subject}' AS document, CAST(published + later AS DATE) AS published,
            CAST(period_start + later AS DATE) AS period_start, CAST(period_end + later AS DATE) AS period_end,
            CASE WHEN odd AND r % {publishers} = 1 THEN lower_bound * 2 ELSE lower_bound END AS lower_bound,
            CASE WHEN odd AND r % {publishers} = 1 THEN upper_bound * 2 ELSE upper_bound END AS upper_bound
        ) FROM told
    )
    SELECT * EXCLUDE (teller, shift, r, later, odd, number),
        CAST(hash('s{subject}', series, unit_family, per, period_start, period_end) >> 1 AS BIGINT) AS key
    FROM moved ORDER BY r, number
) TO '{target}' (FORMAT parquet, COMPRESSION zstd)
"""
LATEST = """
COPY (
    SELECT last.* EXCLUDE (subject, number) FROM (
        SELECT unnest(max_by(claims, (period_end, published, -number))) FROM (
            SELECT * RENAME (file_row_number AS number) FROM read_parquet('{claims}', file_row_number = true)
        ) AS claims
        WHERE kind = 'quantity' AND period_end IS NOT NULL GROUP BY series
    ) AS last ORDER BY series
) TO '{target}' (FORMAT parquet, COMPRESSION zstd)
"""
"""The table of the latest figures, as the program writes it (see ``reportdiff.store.dataset``)."""


def measure_dataset(*, large: bool) -> Iterator[str]:
    """One table: the named questions over a million claims, or ten."""
    files = field_files()
    if not files:
        yield "Dataset: none, the lists of fields are not beside the project.\n"
        return
    with tempfile.TemporaryDirectory() as folder:
        _write_real(Path(folder), files)
        claims, megabytes = _write_large(Path(folder), LARGE if large else MOST)
        rows = [_row(Path(folder) / "large", question) for question in api.list_questions()]
    title = f"Dataset of {claims:,} claims, {SUBJECTS} subjects, {megabytes:,} MB; load {os.getloadavg()[0]:.1f}"
    yield render_table(title, ("question", "answers", "s", "CPU-s", "MB", "goal at 10,000,000, s", "MB"), rows)


def _write_real(folder: Path, files: list[Path]) -> None:
    """A dataset of the documents as they are."""
    store = folder / "store"
    api.init(store)
    for path in files:
        _, subject, year = path.stem.split("-")
        told = api.Told(subject=subject, publisher="cia", published=f"{year}-01-01")
        data = path.read_bytes()
        api.add(api.read_document(data, name=path.name, told=told), data, folder=store)
    list(api.write_dataset(folder / "real", folder=store))


def _write_large(folder: Path, most: int) -> tuple[int, int]:
    """A dataset of about so many claims, told by three publishers; how many there are, and its megabytes."""
    import duckdb

    parts = sorted((folder / "real" / "claims").glob("*/*.parquet"))
    with duckdb.connect(config={"memory_limit": "1GB", "temp_directory": str(folder / "spill")}) as base:
        for number in range(SUBJECTS):
            part = parts[number % len(parts)]
            told = base.execute("SELECT count(*) FROM read_parquet(?)", [str(part)]).fetchone()
            assert told is not None
            target, latest = (
                folder / "large" / table / f"subject=s{number}" / "part-0.parquet" for table in ("claims", "latest")
            )
            target.parent.mkdir(parents=True)
            latest.parent.mkdir(parents=True)
            times = max(PUBLISHERS, round(most / SUBJECTS / told[0]))
            words = {"claims": part, "target": target, "subject": number, "times": times}
            base.execute(RETOLD.format(publishers=PUBLISHERS, years=YEARS, **words))
            base.execute(LATEST.format(claims=target, target=latest))
    (folder / "real" / "snapshots").rename(folder / "large" / "snapshots")
    size = sum(path.stat().st_size for path in (folder / "large" / "claims").rglob("*.parquet"))
    (claims,) = next(iter(api.ask(sql="SELECT count(*) FROM claims", dataset=folder / "large").rows))
    return int(str(claims)), size // 1_000_000


def _row(dataset: Path, question: str) -> tuple[str, ...]:
    best = min((_ask(dataset, question) for _ in range(ROUNDS)), key=lambda told: float(told["seconds"]))
    goal = GOALS.get(question, "")
    return (
        question,
        f"{best['answers']:,}",
        f"{best['seconds']:.2f}",
        f"{best['processors']:.2f}",
        f"{best['megabytes']:,.0f}",
        goal,
        "2,000" if goal else "",
    )


def _ask(dataset: Path, question: str) -> dict[str, float]:
    words = [sys.executable, "-m", "bench.dataset", str(dataset), question]
    done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _time(dataset: str, question: str) -> dict[str, float]:
    start, used = time.perf_counter(), time.process_time()
    answers = sum(1 for _ in api.ask(question, dataset=dataset).rows)
    return {
        "answers": answers,
        "seconds": time.perf_counter() - start,
        "processors": time.process_time() - used,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


if __name__ == "__main__":
    print(json.dumps(_time(sys.argv[1], sys.argv[2])))
