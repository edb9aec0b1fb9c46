"""The door to the command line: the table of commands, and the one place where trouble becomes an exit code."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from types import TracebackType

import click

from reportdiff import __version__
from reportdiff.model.errors import ReportdiffError

SECTIONS = {
    "Keep reports": {
        "init": "Make a store in this folder.",
        "add": "Store a document: bytes, hash, text and claims.",
        "normalize": "Print what a document claims; store nothing.",
        "renormalize": "Read stored sources anew with today's program.",
        "annotate": "Correct the reading; tell what is one series and what is not.",
        "validate": "Check schema, hashes and quotes of what is stored.",
        "list": "List the stored snapshots.",
        "show": "Show the claims of one snapshot.",
    },
    "Compare them": {
        "diff": "Compare two snapshots, field by field.",
        "timeline": "Follow one figure through all editions and publishers.",
        "blame": "Who first said a figure, who confirmed it, who said otherwise.",
        "changelog": "What each edition on a subject changed, in plain sentences.",
        "framing": "How the reports on a subject tell it, side by side.",
        "terms": "Watched terms through all reports on a subject.",
    },
    "Judge them": {
        "check": "The gate: do the stored reports contradict each other?",
        "lint": "Hold a draft against the store.",
        "waive": "Let a finding pass, bound to its values.",
        "waivers": "List the waivers, and which of them hold.",
        "baseline": "Start from the findings that there are.",
        "rules": "List the rules of check and lint.",
        "explain": "Explain one rule.",
    },
    "Hand on": {
        "site": "Pages to read in a browser: charts, and editions side by side.",
        "export": "Write the store as CSV, XLSX, SQLite or Parquet.",
        "query": "Ask a dataset: latest figures, revisions, contradictions.",
        "lsp": "The draft check inside an editor.",
        "git-diff": "Called by git diff: a snapshot's changes as fields.",
    },
    "About the program": {
        "measures": "List the vocabulary; propose what it lacks.",
        "config": "Show every setting and where it comes from.",
        "schema": "Print a JSON Schema.",
    },
}
"""What ``reportdiff --help`` says of each command, by what it is for: written here, so that no command is imported."""

COMMANDS = {name: words for section in SECTIONS.values() for name, words in section.items()}

MADE_BETWEEN_COLLECTIONS = 100_000
OUR_FAULT = 70
INTERRUPTED = 130


class CommandTable(click.Group):
    """Commands that are imported when they are called, and not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"reportdiff.cli.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from reportdiff.records.fields import nearest

            ctx.fail(f"no command {args[0][:60]!r}{nearest(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        longest = max(map(len, COMMANDS))
        for title, rows in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(longest), words) for name, words in rows.items()])


@click.group(
    cls=CommandTable,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: reportdiff diff old.txt new.txt. Each command tells more: reportdiff diff --help",
)
@click.version_option(__version__, prog_name="reportdiff", message="%(prog)s %(version)s")
def commands() -> None:
    """Follow what reports say: every figure with its quote, every edition kept, field-by-field diffs."""
    from reportdiff.records.environment import refuse_unknown_variables

    refuse_unknown_variables(os.environ)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; every refusal is one line on stderr."""
    sys.excepthook = report_fault
    if arguments is None:
        _spare_the_collector()
    try:
        code = commands.main(arguments, prog_name="reportdiff", standalone_mode=False)
    except ReportdiffError as problem:
        return refuse(str(problem), problem.exit_code)
    except click.exceptions.NoArgsIsHelpError as problem:
        click.echo(problem.format_message())
        return problem.exit_code
    except click.ClickException as problem:
        return refuse(f"{_closed(problem.format_message())} {help_hint(problem)}", problem.exit_code)
    except click.Abort:
        return refuse("interrupted.", INTERRUPTED)
    return code if isinstance(code, int) else 0


def _spare_the_collector() -> None:
    """Let Python look for garbage less often, not among what is loaded by now, and not at the exit.

    The process is ours and short, and nearly all that it makes stays: looking through it again and again would cost a
    tenth of a diff.
    """
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)


def refuse(message: str, code: int) -> int:
    """Say *message* on stderr, in one line free of control characters and of commands to a CI runner; return *code*."""
    from reportdiff.reports.screen import part_commands

    line = "".join(c if c.isprintable() else " " for c in message)
    print(f"reportdiff: {part_commands(' '.join(line.split()))}", file=sys.stderr)
    return code


def _closed(message: str) -> str:
    return message if message.endswith((".", "?", "!")) else f"{message}."


def help_hint(problem: click.ClickException) -> str:
    """Where the options of the command at fault are listed."""
    ctx = getattr(problem, "ctx", None)
    path = ctx.command_path if ctx else "reportdiff"
    return f"See `{path} --help`."


def report_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """Say in one line what broke and how to report it, and end with exit code 70."""
    from reportdiff.records.environment import DEBUG

    if os.environ.get(DEBUG):
        sys.__excepthook__(kind, fault, trace)
    place = "unknown place"
    while trace is not None:
        code = trace.tb_frame.f_code
        place, trace = f"{code.co_filename.rpartition(os.sep)[2]}:{trace.tb_lineno}", trace.tb_next
    said = f"a fault of ours: {kind.__name__} at {place}: {fault}"
    refuse(f"{said}; please report this line with the command ({DEBUG}=1 adds the traceback)", OUR_FAULT)
    raise SystemExit(OUR_FAULT)
