"""``reportdiff renormalize``: today's extraction over stored sources."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.api.batch import Renewed
from reportdiff.api.renewing import renormalize
from reportdiff.cli.interruption import stoppable
from reportdiff.cli.options import engine_option, jobs_option
from reportdiff.cli.progress import clear_line, with_bar
from reportdiff.cli.terminal import say, write

BROKEN = 3


@click.command("renormalize", epilog="Example: reportdiff renormalize --check")
@click.option("--check", is_flag=True, help="Change nothing; exit 1 if something would change.")
@jobs_option
@engine_option
def command(*, check: bool, jobs: int, engine: str | None) -> int:
    """Read every stored source anew, and keep what is read now. The sources stay; what changes is never news."""
    changes, broken = False, False
    with stoppable():
        for outcome in with_bar(renormalize(check=check, jobs=jobs, engine=engine), len(api.list_ids()), "reading"):
            clear_line()
            if isinstance(outcome, Renewed):
                changes |= outcome.changes_anything
                write(f"{outcome.id}: {_say(outcome)}\n")
            else:
                broken = True
                say(f"reportdiff: {outcome.message}")
    return BROKEN if broken else int(check and changes)


def _say(renewal: Renewed) -> str:
    if not renewal.changes_anything:
        return "unchanged"
    count = renewal.added + renewal.gone + renewal.altered
    if not count:
        return "no claim changed, the record around them did"
    parts = [(renewal.added, "new"), (renewal.gone, "gone"), (renewal.altered, "read otherwise")]
    told = ", ".join(f"{number} {word}" for number, word in parts if number)
    return f"{count} of {renewal.claims} claims changed ({told})"
