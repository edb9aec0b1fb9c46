"""``reportdiff config``: the settings that hold here."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import color_option, fail_on_option, format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.config import CONFIG_FORMATS, render_config


@click.group("config", epilog="Example: reportdiff config show")
def command() -> None:
    """The settings of this project: an option goes before the environment, that before the file.

    Variables: REPORTDIFF_FAIL_ON, REPORTDIFF_FISCAL_YEAR_START, REPORTDIFF_DATASET, and with commas between their words
    REPORTDIFF_PREFER, REPORTDIFF_VOCABULARY, REPORTDIFF_WATCH (parts joined by +), REPORTDIFF_FETCH_FROM.
    """


@command.command("show", epilog="Example: REPORTDIFF_FAIL_ON=warning reportdiff config show")
@fail_on_option
@format_option(*CONFIG_FORMATS)
@output_option
@color_option
def show(*, fail_on: str | None, form: str, output: str | None, color: str) -> None:
    """Print every setting, its value, and where it comes from."""
    write(render_config(api.configured(fail_on=fail_on), form, read_screen(color)), output)
