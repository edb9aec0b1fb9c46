"""Passages that a draft sets aside: waived with their reason, unused marks told, marks without a reason refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.model.errors import InvalidSettings
from reportdiff.model.finding import Finding

ONE = "The population of Peru is 21 million people."
OTHER = "Two-way trade between the United States and Peru is $3 billion."
MARK = "<!-- reportdiff-ignore: quoted from the 2017 report -->"
END = "<!-- reportdiff-ignore-end -->"


def lint(source: str, root: Path, name: str = "draft.md") -> list[tuple[str, bool]]:
    """The rule of each finding and whether it is set aside."""
    found: tuple[Finding, ...] = api.lint(source.encode(), name=name, folder=root, subject="peru")
    assert all(finding.waived is None or finding.waived.reason == "quoted from the 2017 report" for finding in found)
    return sorted((finding.rule.name, finding.waived is not None) for finding in found)


BOTH = [("stale", False), ("stale", False)]


@pytest.mark.parametrize(
    ("source", "name", "found"),
    [
        (f"{ONE}\n\n{OTHER}\n", "draft.md", BOTH),
        (f"{MARK}\n{ONE}\n\n{OTHER}\n", "draft.md", [("stale", False), ("stale", True)]),
        (f"{ONE} {MARK} {OTHER}\n", "draft.md", [("stale", False), ("stale", True)]),
        (f"{MARK}\n\n{ONE}\n\n{OTHER}\n\n{END}\n", "draft.md", [("stale", True), ("stale", True)]),
        (f"{MARK}\n\n{ONE}\n\n{END}\n\n{OTHER}\n", "draft.txt", [("stale", False), ("stale", True)]),
        (f"- {ONE}\n{MARK}\n- {OTHER}\n", "draft.md", [("stale", False), ("stale", True)]),
        (f"<h1>A</h1>{MARK}<p>{ONE}</p><p>{OTHER}</p>", "draft.html", [("stale", False), ("stale", True)]),
        (f"<p>{ONE}</p>{MARK}<p>{OTHER}</p><p>Text.</p>{END}", "draft.html", [("stale", False), ("stale", True)]),
        (f"{ONE}\n\n{OTHER}\n\n{MARK}\n\nNo figure here.\n", "draft.md", [("ignore-unused", False), *BOTH]),
        (f"{ONE}\n\n{OTHER}\n\n{MARK}\n", "draft.md", [("ignore-unused", False), *BOTH]),
    ],
)  # fmt: skip
def test_a_mark_stands_for_its_block_or_up_to_its_end(
    source: str, name: str, found: list[tuple[str, bool]], root: Path
) -> None:
    assert lint(source, root, name) == found


@pytest.mark.parametrize(
    "mark", ["<!-- reportdiff-ignore -->", "<!-- reportdiff-ignore: -->", "<!--reportdiff-ignore:  -->"]
)
def test_a_mark_without_a_reason_is_refused_with_its_line(mark: str, root: Path) -> None:
    with pytest.raises(InvalidSettings, match=r"draft\.md:3: an ignore tells no reason"):
        lint(f"{ONE}\n\n{mark}\n{OTHER}\n", root)


def test_what_is_set_aside_never_trips_the_gate(root: Path) -> None:
    found = api.lint(f"{MARK}\n{ONE}\n".encode(), name="draft.md", folder=root, subject="peru")
    assert not api.fails(found, "info", folder=root)


def test_an_unused_mark_is_told_at_its_place(root: Path) -> None:
    source = f"{ONE}\n\nNo figure {MARK} here.\n"
    found = api.lint(source.encode(), name="draft.md", folder=root, subject="peru")
    (unused,) = [each for each in found if each.rule.name == "ignore-unused"]
    assert unused.place is not None
    place = unused.place
    assert (place.line, place.column, place.end_line, place.end_column) == (3, 11, 3, 12)
    assert (place.before, place.end_before) == ("No figure ", "No figure <")


def test_a_mark_at_the_end_of_its_block_stands_for_the_next(root: Path) -> None:
    assert lint(f"Nothing. {MARK}\n\n{ONE}\n", root) == [("stale", True)]
