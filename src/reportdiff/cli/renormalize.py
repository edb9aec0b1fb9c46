"""``reportdiff renormalize``: today's extraction over stored sources."""

from __future__ import annotations

import click

from reportdiff.api.renewing import renormalize
from reportdiff.cli.terminal import say, write
from reportdiff.store.renewal import Renewal

BROKEN = 3


@click.command("renormalize", epilog="Example: reportdiff renormalize --check")
@click.option("--check", is_flag=True, help="Change nothing; exit 1 if something would change.")
@click.option("--jobs", metavar="N", type=int, default=1, show_default=True, help="How many processes read.")
def command(*, check: bool, jobs: int) -> int:
    """Read every stored source anew, and keep what is read now. The sources stay; what changes is never news."""
    changes, broken = False, False
    for outcome in renormalize(check=check, jobs=jobs):
        if isinstance(outcome, Renewal):
            changes |= outcome.changes_anything
            write(f"{outcome.old.id}: {_say(outcome)}\n")
        else:
            broken = True
            say(f"reportdiff: {outcome.message}")
    return BROKEN if broken else int(check and changes)


def _say(renewal: Renewal) -> str:
    if not renewal.changes_anything:
        return "unchanged"
    count = renewal.added + renewal.gone + renewal.altered
    if not count:
        return "no claim changed, the record around them did"
    parts = [(renewal.added, "new"), (renewal.gone, "gone"), (renewal.altered, "read otherwise")]
    told = ", ".join(f"{number} {word}" for number, word in parts if number)
    return f"{count} of {len(renewal.old.claims)} claims changed ({told})"
