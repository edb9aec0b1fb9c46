"""What changed on a stored subject, told edition by edition."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.model.document import shown_order

if TYPE_CHECKING:
    from reportdiff.compare.chronicle import Chapter


def changelog(subject: str, *, folder: str | Path = ".") -> tuple[Chapter, ...]:
    """A chapter for each snapshot of a stored subject, in order of publication, the undated last.

    Raises :class:`NotFound` for a subject that is not there.
    """
    from reportdiff.api.snapshots import list_snapshots
    from reportdiff.compare.chronicle import make_chronicle

    snapshots = list_snapshots(subject, folder=folder)
    return tuple(make_chronicle(sorted(snapshots, key=shown_order)))
