"""``reportdiff add``: documents into the store."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportdiff.cli.interruption import stoppable
from reportdiff.cli.options import (
    encoding_option,
    engine_option,
    force_option,
    format_option,
    jobs_option,
    mapping_option,
    read_mapping_file,
    told,
    told_options,
)
from reportdiff.cli.progress import clear_line, with_bar
from reportdiff.cli.sources import read_bytes_of
from reportdiff.cli.terminal import say, write
from reportdiff.model.errors import UnreadableInput, UsageProblem
from reportdiff.records.files import read_bytes

if TYPE_CHECKING:
    from reportdiff.api.adding import Added
    from reportdiff.api.batch import Document, Refused
    from reportdiff.api.incoming import Manner

REFUSED = 3
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How the documents of one call are worked on, by how many processes or where else, and the form of the answer."""

    jobs: int
    engine: str | None
    form: str


@click.command("add", epilog="Example: reportdiff add report.txt --subject france --publisher crs")
@click.argument("sources", metavar="SOURCE...", nargs=-1)
@click.option("--manifest", metavar="FILE", help="A CSV: file, subject, publisher, published, …")
@told_options
@encoding_option
@force_option
@mapping_option
@jobs_option
@engine_option
@format_option("text", "json")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    manifest: str | None,
    encoding: str | None,
    force: bool,
    mapping: str | None,
    jobs: int,
    engine: str | None,
    form: str,
) -> int:
    """Store each SOURCE (file, -, https://…, folder, WARC) with its hash, text and claims, and print its id.

    One bad document: nothing is stored. Of a folder, manifest or WARC the bad ones are named, the rest is stored.
    """
    from reportdiff.api.configuring import conventions
    from reportdiff.api.incoming import Manner

    if not sources and manifest is None:
        raise UsageProblem("nothing to add; name a file, a folder or an address, or give --manifest FILE")
    manner = Manner(
        told=told(ctx),
        encoding=encoding,
        force=force,
        mapping=read_mapping_file(mapping),
        conventions=conventions(),
    )
    run = Run(jobs=jobs, engine=engine, form=form)
    with stoppable():
        if manifest is None and not any(map(_holds_many, sources)):
            return _add_each(sources, manner, run)
        gives = list(_gather(sources, manifest, manner))
        if not gives:
            raise UnreadableInput(
                f"{', '.join(sources) or manifest}: no document there, an empty folder perhaps; name what holds one"
            )
        return _add_many(gives, run)


def _holds_many(source: str) -> bool:
    from reportdiff.sources.web.warc import ENDINGS

    return source.lower().endswith(ENDINGS) or os.path.isdir(source)  # noqa: PTH112


def _add_each(sources: Sequence[str], manner: Manner, run: Run) -> int:
    """Store all *sources* or none."""
    from reportdiff.api.adding import read_documents, store_readings

    gives = [_giver(source, manner) for source in sources]
    stored = store_readings(list(read_documents(gives, jobs=run.jobs, engine=run.engine)))
    if run.form == "json":
        _write_json(stored, ())
        return 0
    for added in stored:
        _tell(added)
        write(f"{added.id}\n")
    return 0


def _add_many(gives: Sequence[Callable[[], Document]], run: Run) -> int:
    """Store what can be read, and name the rest."""
    from reportdiff.api.adding import Added, add_documents

    added: list[Added] = []
    refused: list[Refused] = []
    for outcome in with_bar(add_documents(gives, jobs=run.jobs, engine=run.engine), len(gives), "adding"):
        clear_line()
        if isinstance(outcome, Added):
            added.append(outcome)
        else:
            refused.append(outcome)
        if run.form == "text":
            _tell_outcome(outcome)
    clear_line()
    if run.form == "json":
        _write_json(added, refused)
    else:
        _tell_sum(len(gives), known=sum(not each.is_new for each in added), refused=len(refused))
    return REFUSED if refused else 0


def _tell_outcome(outcome: Added | Refused) -> None:
    from reportdiff.api.adding import Added

    if not isinstance(outcome, Added):
        say(f"reportdiff: {outcome.message}")
    elif outcome.is_new:
        _tell(outcome)
        write(f"{outcome.id}\n")


def _tell_sum(number: int, *, known: int, refused: int) -> None:
    if known:
        say(f"{known} of {number} were stored already; nothing was done to them.")
    if refused:
        say(f"{refused} of {number} could not be read and are not stored; see the lines above.")


def _write_json(added: Sequence[Added], refused: Sequence[Refused]) -> None:
    from reportdiff.reports.json.store import render_additions_json

    write(render_additions_json(added, refused))


def _gather(sources: Sequence[str], manifest: str | None, manner: Manner) -> Iterator[Callable[[], Document]]:
    from reportdiff.api.incoming import choose_entries, entry_document, files_in
    from reportdiff.api.manifest import read_manifest

    if manifest is not None:
        entries, left = choose_entries(read_manifest(read_bytes(Path(manifest)), name=manifest), sources)
        if left:
            named = f"{', '.join(left[:_MOST_NAMED])}{' …' if left[_MOST_NAMED:] else ''}"
            say(f"{len(left)} files are not in {manifest} and are left aside: {named}")
        yield from (partial(entry_document, entry, manner) for entry in entries)
        return
    for source in chain.from_iterable(files_in(each) if os.path.isdir(each) else [each] for each in sources):  # noqa: PTH112
        if _holds_many(source):
            yield from _archived(source, manner)
        else:
            yield _giver(source, manner)


def _archived(source: str, manner: Manner) -> Iterator[Callable[[], Document]]:
    from reportdiff.api.incoming import archive_documents, givers

    yield from givers(archive_documents(source, manner))


def _giver(source: str, manner: Manner) -> Callable[[], Document]:
    """What makes the document of a path, an address or standard input."""
    from reportdiff.api.incoming import fetched_document, file_document
    from reportdiff.sources.web.address import is_address

    if is_address(source):
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return partial(fetched_document, source, manner, retrieved=now, opened=_opened_networks())
    if source == "-":
        name, data = read_bytes_of(source)
        return partial(manner.document, name, name, data)
    return partial(file_document, source, manner)


def _opened_networks() -> tuple[str, ...]:
    from reportdiff.records.settings import read_settings
    from reportdiff.store.snapshots import find_store

    return read_settings(find_store(Path()).root).fetch_from


def _tell(added: Added) -> None:
    """What the id alone does not say."""
    if not added.is_new:
        say(f"{added.id}: the same bytes are stored already; nothing changed.")
    elif added.supersedes:
        say(f"{added.id}: other bytes than {added.supersedes} for the same day; stored as a new edition.")
    if added.claims == 0:
        say(f"{added.id}: not a single figure or fact was found in it.")
