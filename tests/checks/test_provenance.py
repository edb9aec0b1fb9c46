"""What is broken in the store, as findings."""

from __future__ import annotations

from pathlib import Path

from reportdiff.checks.catalogue import PROVENANCE
from reportdiff.checks.provenance import check_provenance
from reportdiff.store.validation import Problem


def test_each_problem_is_a_finding_of_its_snapshot() -> None:
    problems = [
        Problem(snapshot="utopia/crs-2024-01-10", message="the seal does not fit"),
        Problem(snapshot="utopia/state-2017-01-25", message="the seal does not fit"),
    ]
    one, other = check_provenance(problems, Path("utopia"))
    assert (one.rule, one.level) == (PROVENANCE, PROVENANCE.level)
    assert (one.subject, one.where, one.message) == ("utopia", "utopia/crs-2024-01-10", "the seal does not fit")
    assert (one.old, one.new, one.series) == (None, None, None)
    assert one.fingerprint != other.fingerprint


def test_the_message_names_files_from_the_root_of_the_project(tmp_path: Path) -> None:
    file = tmp_path / "snapshots/utopia/crs-2024-01-10/text.md"
    (finding,) = check_provenance([Problem(snapshot="utopia/crs-2024-01-10", message=f"{file}: is empty")], tmp_path)
    assert finding.message == "snapshots/utopia/crs-2024-01-10/text.md: is empty"
