"""Print the measurements: ``python -m bench [scores|speed|startup|pages …] [--large]``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from bench.scores import measure_scores

PARTS = ("scores", "speed", "startup", "wording", "growth", "pages", "archive", "dataset", "history")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure reportdiff beside its peers.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one or more of {', '.join(PARTS)}; all without")
    parser.add_argument("--large", action="store_true", help="growth and wording to 10 MB, archive and dataset whole")
    options = parser.parse_args()
    unknown = sorted(set(options.parts) - set(PARTS))
    if unknown:
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    for part in options.parts or PARTS:
        for table in _measure(part, large=options.large):
            print(table, flush=True)


def _measure(part: str, *, large: bool) -> Iterator[str]:
    # what measures in this process imports the package, so it comes late: the scorers must not wait for it
    if part == "scores":
        return measure_scores()
    if part == "startup":
        from bench.startup import measure_startup

        return measure_startup()
    if part == "wording":
        from bench.wording import measure_wording

        return measure_wording(large=large)
    if part == "growth":
        from bench.growth import measure_growth

        return measure_growth(large=large)
    if part == "pages":
        from bench.pages import measure_pages

        return measure_pages()
    if part == "archive":
        from bench.archive import measure_archive

        return measure_archive(large=large)
    if part == "dataset":
        from bench.dataset import measure_dataset

        return measure_dataset(large=large)
    if part == "history":
        from bench.history import measure_history

        return measure_history()
    from bench.speed import measure_speed

    return measure_speed()


main()
