"""``reportdiff terms``: watched terms through all reports on a subject."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import color_option, format_option, output_option
from reportdiff.cli.terminal import read_screen, write
from reportdiff.reports.formats import USE_FORMATS, render_uses


@click.command("terms", epilog="Example: reportdiff terms france 'rule of law' 'mining + protest'")
@click.argument("subject")
@click.argument("terms", metavar="[TERM]...", nargs=-1)
@format_option(*USE_FORMATS)
@output_option
@color_option
def command(*, subject: str, terms: tuple[str, ...], form: str, output: str | None, color: str) -> None:
    """Follow each TERM through the reports on SUBJECT: first and last use, rise and fall.

    A term is a word or a phrase; words that are to stand in one sentence are joined by +. Without any, those that the
    settings watch are taken.
    """
    write(render_uses(api.uses(subject, terms), form, read_screen(color)), output)
