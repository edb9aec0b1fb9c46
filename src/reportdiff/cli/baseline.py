"""``reportdiff baseline``: the findings that a project starts with."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import as_of_option, format_option
from reportdiff.cli.terminal import write
from reportdiff.records.baseline import dump_baseline


@click.group("baseline", epilog="Example: reportdiff baseline write, then reportdiff check --new-only")
def command() -> None:
    """Keep the findings that there are, so that --new-only speaks of others alone; in snapshots/baseline.json."""


@command.command(
    "write", short_help="Take in what is found now.", epilog="Example: reportdiff baseline write drafts/briefing.md"
)
@click.argument("drafts", metavar="[DRAFT...]", nargs=-1)
@as_of_option
@format_option("text", "json")
def write_one(*, drafts: tuple[str, ...], as_of: str | None, form: str) -> None:
    """Take in what check finds now, and what lint finds in each DRAFT; not what is waived."""
    known = api.write_baseline(drafts, as_of=as_of)
    write(dump_baseline(known) if form == "json" else f"{_counted(len(known))} in the baseline.\n")


@command.command("prune", short_help="Leave out what is found no more.", epilog="Example: reportdiff baseline prune")
@click.argument("drafts", metavar="[DRAFT...]", nargs=-1)
@as_of_option
@format_option("text", "json")
def prune_one(*, drafts: tuple[str, ...], as_of: str | None, form: str) -> None:
    """Leave out what is found no more in the store, and in each DRAFT; nothing is taken in."""
    gone = api.prune_baseline(drafts, as_of=as_of)
    if form == "json":
        write(dump_baseline(gone))
        return
    write("".join(f"{known.fingerprint} {known.rule} {known.where}\n" for known in gone) or "Nothing to prune.\n")


def _counted(number: int) -> str:
    return f"{number} finding{'' if number == 1 else 's'}"
