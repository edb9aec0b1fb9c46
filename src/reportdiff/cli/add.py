"""``reportdiff add``: documents into the store."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import encoding_option, force_option, told, told_options
from reportdiff.cli.sources import read_bytes_of
from reportdiff.cli.terminal import say, write
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UsageProblem


@click.command(
    "add", epilog="Example: reportdiff add report.txt --subject france --publisher crs --published 2024-01-10"
)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@told_options
@encoding_option
@force_option
@click.pass_context
def command(ctx: click.Context, *, sources: tuple[str, ...], encoding: str | None, force: bool) -> None:
    """Store each SOURCE with its hash, text and claims, and print its id. One bad source: nothing is stored."""
    about = told(ctx)
    read = [
        (_identified(api.read_document(data, name=name, told=about, encoding=encoding, force=force)), data)
        for name, data in map(read_bytes_of, sources)
    ]
    for stored in api.add_all(read):
        _tell(stored.snapshot, is_new=stored.is_new)
        write(f"{stored.snapshot.id}\n")


def _identified(snapshot: Snapshot) -> Snapshot:
    """The snapshot, if it can be found again."""
    for option, known in (("--subject", snapshot.subject.id), ("--publisher", snapshot.publisher.id)):
        if known == api.UNKNOWN:
            raise UsageProblem(f"nothing tells what {option} to store this under; give {option} ID")
    return snapshot


def _tell(snapshot: Snapshot, *, is_new: bool) -> None:
    """What the id alone does not say."""
    if not is_new:
        say(f"{snapshot.id}: the same bytes are stored already; nothing changed.")
    elif snapshot.edition.supersedes:
        say(f"{snapshot.id}: other bytes than {snapshot.edition.supersedes} for the same day; stored as a new edition.")
    if not snapshot.claims:
        say(f"{snapshot.id}: not a single figure or fact was found in it.")
