"""Where findings point, for those who look for files from the root of a repository."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportdiff.model.finding import Finding

GIT = ".git"


def seen_from_repository(findings: Iterable[Finding], *, folder: str | Path = ".") -> tuple[Finding, ...]:
    """The findings with all paths from the root of the git repository that the store of *folder* lies in.

    A draft's path is taken from the working folder; one outside of the repository stays as it was told. Without a
    repository nothing changes: stored files are named from the folder that holds the store. Raises :class:`NotFound`
    where there is no store.
    """
    from reportdiff.store.snapshots import find_store

    store = find_store(Path(folder))
    root = find_repository(store.root)
    if root is None:
        return tuple(findings)
    stored = store.folder.relative_to(root).as_posix()
    return tuple(_moved(replace(finding, store=stored), root) for finding in findings)


def find_repository(start: Path) -> Path | None:
    """The root of the working tree that *start* lies in, by its ``.git``; None outside of any."""
    return next((folder for folder in (start, *start.parents) if os.path.lexists(folder / GIT)), None)


def _moved(finding: Finding, root: Path) -> Finding:
    if finding.place is None:
        return finding
    try:
        path = Path(finding.place.path).resolve().relative_to(root).as_posix()
    except (ValueError, OSError):
        return finding
    return replace(finding, place=replace(finding.place, path=path))
