"""The two orders of publication: one in which editions are shown, and one that tells older from newer."""

from __future__ import annotations

from dataclasses import replace

from reportdiff.model.document import judged_order, shown_order
from tests.compare.writing import snapshot

EARLY, LATE, UNDATED = (
    replace(snapshot("A line.", published=day), id=f"utopia/{name}")
    for name, day in (("z", "2019-09-01"), ("b", "2024-01-10"), ("c", None))
)
TWIN = replace(EARLY, id="utopia/a")
ALL = (UNDATED, LATE, EARLY, TWIN)


def test_readers_see_the_undated_last() -> None:
    assert sorted(ALL, key=shown_order) == [TWIN, EARLY, LATE, UNDATED]


def test_the_undated_is_never_newer_than_what_is_dated() -> None:
    assert sorted(ALL, key=judged_order) == [UNDATED, TWIN, EARLY, LATE]
