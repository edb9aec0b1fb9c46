"""``reportdiff diff``: two snapshots, field by field."""

from __future__ import annotations

from pathlib import Path

import click

from reportdiff import api
from reportdiff.cli.options import color_option, format_option, output_option
from reportdiff.cli.sources import open_snapshot, read_bytes_of
from reportdiff.cli.terminal import read_screen, say, write
from reportdiff.model.change import Diff, is_news
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput, UsageProblem
from reportdiff.reports.formats import DIFF_FORMATS, render_diff

ASPECTS = {"text": ["figures", "facts", "framing"], "html": ["figures", "facts", "framing", "text"]}
"""What a format shows unless it is told; those not named here as ``text``."""

_REDLINE = "reportdiff.redline"
_REDLINE_HELP = "Of two Word files: write NEW there, its changes tracked."


def _keep_redline(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    ctx.meta[_REDLINE] = value


@click.command("diff", epilog="Example: reportdiff diff state-2017 crs-2024")
@click.argument("old")
@click.argument("new")
@click.option("--only", metavar="ASPECTS", help="Any of figures,facts,framing,text.  [default: all but text]")
@click.option("--all", "everything", is_flag=True, help="Fold nothing away.")
@click.option("--exit-code", is_flag=True, help="Exit 1 if there is news.")
@click.option("--allow-empty", is_flag=True, help="Take a side without text for one without claims.")
@click.option("--redline", metavar="OUT", help=_REDLINE_HELP, expose_value=False, callback=_keep_redline)
@format_option(*DIFF_FORMATS)
@output_option
@color_option
def command(
    *,
    old: str,
    new: str,
    only: str | None,
    everything: bool,
    exit_code: bool,
    allow_empty: bool,
    form: str,
    output: str | None,
    color: str,
) -> int:
    """Compare OLD with NEW: ids, parts of ids, snapshot files, documents, or - for standard input."""
    if redline := click.get_current_context().meta.get(_REDLINE):
        _write_redline(old, new, redline)
    aspects = only.split(",") if only else ASPECTS.get(form, ASPECTS["text"])
    before, after = open_snapshot(old), open_snapshot(new)
    _refuse_two_subjects(before, after)
    diff = api.diff(before, after, allow_empty=allow_empty)
    diff = api.select_aspects(diff, aspects)
    if "framing" in aspects:
        diff = api.add_framing(diff, api.watched_terms())
    if "text" in aspects:
        diff = _add_wording(diff, needed=set(aspects) == {"text"})
    write(render_diff(diff, form, read_screen(color, everything=everything)), output)
    reworded = diff.wording is not None and bool(diff.wording.changes)
    return int(exit_code and (reworded or any(map(is_news, diff.changes))))


def _refuse_two_subjects(old: Snapshot, new: Snapshot) -> None:
    """Raise :class:`UsageProblem` for reports on two subjects: a figure of one is no newer figure of the other."""
    subjects = {old.subject.id, new.subject.id}
    if len(subjects) > 1 and api.UNKNOWN not in subjects:
        raise UsageProblem(
            f"{old.id} is about {old.subject.id}, {new.id} about {new.subject.id}: figures of two subjects are not "
            "compared; name two reports on one, or read a file under the other's with normalize --subject"
        )


def _add_wording(diff: Diff, *, needed: bool) -> Diff:
    """*diff* with its wording; where a text is not at hand that is told, and ends the run only if it is *needed*."""
    try:
        return api.add_wording(diff)
    except UnreadableInput as problem:
        if needed:
            raise
        say(f"reportdiff: {problem}")
        return diff


def _write_redline(old: str, new: str, target: str) -> None:
    """Write the Word file *new* to *target*, with what it changed from the Word file *old* as tracked changes."""
    from reportdiff.reports.word.redline import render_redline
    from reportdiff.sources.registry import DOCX, reader_of

    (old_name, before), (new_name, after) = read_bytes_of(old), read_bytes_of(new)
    for name, data in ((old_name, before), (new_name, after)):
        if reader_of(name, data) is not DOCX:
            raise UsageProblem(f"--redline takes two Word files, and {name} is none; save it as .docx")
    if Path(target).resolve() in (Path(old).resolve(), Path(new).resolve()):
        raise UsageProblem(f"--redline {target}: this is one of the two files; name another one")
    write(render_redline(before, after), target)
