"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from reportdiff import api

Command = TypeVar("Command", bound=Callable[..., Any])

color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours; auto: on a terminal."
)
output_option = click.option("-o", "--output", metavar="FILE", help="Write there instead of to standard output.")

as_of_option = click.option("--as-of", metavar="DATE", help="The day to judge by; default: the newest in the store.")
fail_on_option = click.option(
    "--fail-on", type=click.Choice(["error", "warning", "info"]), help="Exit 1 from this level on.  [default: error]"
)

encoding_option = click.option("--encoding", metavar="NAME", help="Its encoding, if it is not UTF-8.")
force_option = click.option("--force", is_flag=True, help="Read it though it is not in English.")

_META = "reportdiff.told"


def format_option(*formats: str) -> Callable[[Command], Command]:
    """``--format`` with the first of *formats* as the default."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True, help="How to write it."
    )


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
