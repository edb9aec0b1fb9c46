"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NamedTuple, TypeVar

import click

from reportdiff import api
from reportdiff.model.errors import UsageProblem

Command = TypeVar("Command", bound=Callable[..., Any])

MOST_DIGITS = 11
"""So many digits of seconds reach beyond the year 5000."""

color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours; auto: on a terminal."
)
output_option = click.option("-o", "--output", metavar="FILE", help="Write there instead of to standard output.")


def _read_epoch(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The told day, else that of ``SOURCE_DATE_EPOCH``, by which builds are made again with the same bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if value is not None or not epoch:
        return value
    if not (epoch.isascii() and epoch.isdigit() and len(epoch) <= MOST_DIGITS):
        raise UsageProblem(f"SOURCE_DATE_EPOCH {epoch[:40]!r} is no number of seconds; correct or unset it")
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()


_DAY = "The day to judge by; default: the newest in the store, or SOURCE_DATE_EPOCH."
_LEVELS = click.Choice(["error", "warning", "info", "none"])
_FAIL_ON = "Exit 1 from this level on.  [default: error]"

as_of_option = click.option("--as-of", metavar="DATE", callback=_read_epoch, help=_DAY)
fail_on_option = click.option("--fail-on", type=_LEVELS, help=_FAIL_ON)

encoding_option = click.option("--encoding", metavar="NAME", help="Its encoding, if it is not UTF-8.")
force_option = click.option("--force", is_flag=True, help="Read it though it is not in English.")

_META = "reportdiff.told"
_GATE = "reportdiff.gate"


class Gate(NamedTuple):
    """What ``check`` and ``lint`` are told alike: the day, the level to fail on, and what to leave out or show."""

    as_of: str | None
    fail_on: str | None
    new_only: bool
    everything: bool
    allow_empty: bool


def format_option(*formats: str) -> Callable[[Command], Command]:
    """``--format`` with the first of *formats* as the default."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True, help="How to write it."
    )


def gate_options(command: Command) -> Command:
    """What ``check`` and ``lint`` are told alike; :func:`gate` hands it over."""
    for option in reversed(_GATED):
        command = option(command)
    return command


def gate(ctx: click.Context) -> Gate:
    """The values of :func:`gate_options` as one."""
    return Gate(**ctx.meta[_GATE])


def told_options(command: Command) -> Command:
    """What a user tells about a document; :func:`told` hands it over."""
    for option in reversed(_TOLD):
        command = option(command)
    return command


def told(ctx: click.Context) -> api.Told:
    """The values of :func:`told_options` as one."""
    return api.Told(**ctx.meta[_META])


def _keep(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    ctx.meta.setdefault(_META, {})[parameter.name] = value


def _keep_gate(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    ctx.meta.setdefault(_GATE, {})[parameter.name] = value


def _keep_day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    _keep_gate(ctx, parameter, _read_epoch(ctx, parameter, value))


def _told(name: str, metavar: str, words: str) -> Callable[[Command], Command]:
    return click.option(name, metavar=metavar, help=words, expose_value=False, callback=_keep)


_TOLD = (
    _told("--subject", "ID", "What it is about (france)."),
    _told("--publisher", "ID", "Who published it (crs)."),
    _told("--published", "DATE", "When, as YYYY-MM-DD."),
    _told("--document", "ID", "What it is an edition of (IF12372)."),
    _told("--edition", "LABEL", "Which edition (version 5)."),
    _told("--url", "URL", "Where it was found."),
)

_GATED = (
    click.option("--as-of", metavar="DATE", help=_DAY, expose_value=False, callback=_keep_day),
    click.option("--fail-on", type=_LEVELS, help=_FAIL_ON, expose_value=False, callback=_keep_gate),
    click.option(
        "--new-only",
        is_flag=True,
        help="Leave out what the baseline has.",
        expose_value=False,
        callback=_keep_gate,
    ),
    click.option(
        "--all",
        "everything",
        is_flag=True,
        help="Fold nothing away.",
        expose_value=False,
        callback=_keep_gate,
    ),
    click.option(
        "--allow-empty",
        is_flag=True,
        help="A store without claims is no trouble.",
        expose_value=False,
        callback=_keep_gate,
    ),
)


jobs_option = click.option(
    "--jobs", metavar="N", type=int, default=1, show_default=True, help="How many processes work."
)
engine_option = click.option("--engine", metavar="dask://HOST:PORT", help="A cluster that reads instead.")
mapping_option = click.option("--mapping", metavar="FILE", help="TOML: how a table or record is read.")


def read_mapping_file(path: str | None) -> bytes | None:
    """The bytes of the file that ``--mapping`` names, once it is known to be a mapping; None for none."""
    if path is None:
        return None
    from pathlib import Path

    from reportdiff.records.files import read_bytes
    from reportdiff.sources.tables.mapping import read_mapping

    data = read_bytes(Path(path))
    read_mapping(data, name=path)
    return data
