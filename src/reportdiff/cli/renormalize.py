"""``reportdiff renormalize``: today's extraction over stored sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from reportdiff import api
from reportdiff.api.batch import Renewed
from reportdiff.api.renewing import renormalize
from reportdiff.cli.interruption import stoppable
from reportdiff.cli.options import engine_option, format_option, jobs_option
from reportdiff.cli.progress import clear_line, with_bar
from reportdiff.cli.terminal import say, write

if TYPE_CHECKING:
    from reportdiff.store.validation import Problem

BROKEN = 3


@click.command("renormalize", epilog="Example: reportdiff renormalize --check")
@click.option("--check", is_flag=True, help="Change nothing; exit 1 if something would change.")
@jobs_option
@engine_option
@format_option("text", "json")
def command(*, check: bool, jobs: int, engine: str | None, form: str) -> int:
    """Read every stored source anew, and keep what is read now. The sources stay; what changes is never news."""
    renewed: list[Renewed] = []
    problems: list[Problem] = []
    with stoppable():
        for outcome in with_bar(renormalize(check=check, jobs=jobs, engine=engine), len(api.list_ids()), "reading"):
            clear_line()
            if isinstance(outcome, Renewed):
                renewed.append(replace(outcome, record=b"", text=""))
                _tell(f"{outcome.id}: {_say(outcome)}\n", form, write)
            else:
                problems.append(outcome)
                _tell(f"reportdiff: {outcome.message}", form, say)
    if form == "json":
        from reportdiff.reports.json.store import render_renewals_json

        write(render_renewals_json(renewed, problems))
    return BROKEN if problems else int(check and any(each.changes_anything for each in renewed))


def _tell(line: str, form: str, tell: Callable[[str], None]) -> None:
    """Tell it as it happens, to people; JSON is written whole, at the end."""
    if form == "text":
        tell(line)


def _say(renewal: Renewed) -> str:
    if not renewal.changes_anything:
        return "unchanged"
    count = renewal.added + renewal.gone + renewal.altered
    if not count:
        return "no claim changed, the record around them did"
    parts = [(renewal.added, "new"), (renewal.gone, "gone"), (renewal.altered, "read otherwise")]
    told = ", ".join(f"{number} {word}" for number, word in parts if number)
    return f"{count} of {renewal.claims} claims changed ({told})"
