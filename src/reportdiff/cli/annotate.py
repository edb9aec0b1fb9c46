"""``reportdiff annotate``: what people know better about claims."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

import click

from reportdiff.api.about import read_day
from reportdiff.api.annotating import add_missing, correct, decide
from reportdiff.cli.terminal import write
from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.correction import Addition
from reportdiff.model.errors import UsageProblem
from reportdiff.model.quantity import Comparator

Command = TypeVar("Command", bound=Callable[..., Any])

SHORT = {
    **dict.fromkeys(("amount", "upper", "unit", "per", "comparator", "lower_bound", "upper_bound"), "value."),
    **dict.fromkeys(
        ("office", "organization", "person", "since", "until", "event", "member", "set", "state"), "value."
    ),
    **dict.fromkeys(("start", "end", "basis", "precision"), "period."),
}
"""Members of a claim's value and period that may be named without the part that they belong to."""

MEMBERS = "amount, unit, comparator, measure, period (2022, 2022-06, 2022-01-01..2022-06-30), or a dotted member."
FIGURES = frozenset({"value.amount", "value.upper", "value.lower_bound", "value.upper_bound"})


@click.group(
    "annotate", epilog="Example: reportdiff annotate correct 3f2a --set amount=107600000 --author Ann --reason typo"
)
def command() -> None:
    """Decide what the program cannot: it is kept in annotations.toml, shown as yours, and never overruled.

    A CLAIM is named by its id or the beginning of one, with SNAPSHOT# before it if need be; show tells the ids.
    """


def who_options(command: Command) -> Command:
    """Who decided, why and when; :func:`who` hands it over."""
    for name, required, metavar, words in reversed(_WHO):
        option = click.option(name, required=required, metavar=metavar, help=words, expose_value=False, callback=_keep)
        command = option(command)
    return command


def who(ctx: click.Context) -> Annotation:
    """The values of :func:`who_options` as one."""
    told = ctx.meta[_META]
    day = read_day(told["date"], "--date") if told["date"] else None
    return Annotation(kind=AnnotationKind.CORRECT, author=told["author"], reason=told["reason"], decided=day)


def _keep(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    ctx.meta.setdefault(_META, {})[parameter.name] = value


_META = "reportdiff.who"
_WHO = (
    ("--author", True, "NAME", "Who decides."),
    ("--reason", True, "WORDS", "Why."),
    ("--date", False, "DATE", "When it was decided, as YYYY-MM-DD."),
)


@command.command(
    "same",
    short_help="These CLAIMs are of one series.",
    epilog="Example: reportdiff annotate same 3f2a 91bc --author Ann --reason 'both count refugees'",
)
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@who_options
@click.pass_context
def same(ctx: click.Context, *, claims: tuple[str, ...]) -> None:
    """Two or more CLAIMs are of one series: they are compared, whatever their words."""
    _decide(ctx, AnnotationKind.SAME, claims)


@command.command(
    "different",
    short_help="These CLAIMs are not of one series.",
    epilog="Example: reportdiff annotate different 3f2a 91bc --author Ann --reason 'two aims'",
)
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@who_options
@click.pass_context
def different(ctx: click.Context, *, claims: tuple[str, ...]) -> None:
    """Two or more CLAIMs are not of one series: no two of them are compared."""
    _decide(ctx, AnnotationKind.DIFFERENT, claims)


def _decide(ctx: click.Context, kind: AnnotationKind, claims: tuple[str, ...]) -> None:
    told = who(ctx)
    found = decide(kind, claims, author=told.author, reason=told.reason, decided=told.decided)
    write("".join(f"{name}\n" for name in found))


@command.command(
    "correct", epilog="Example: reportdiff annotate correct 3f2a --set period=2022 --author Ann --reason …"
)
@click.argument("claim")
@click.option("--set", "members", metavar="NAME=VALUE", multiple=True, required=True, help=MEMBERS)
@who_options
@click.pass_context
def correct_one(ctx: click.Context, *, claim: str, members: tuple[str, ...]) -> None:
    """A CLAIM reads otherwise."""
    told, changes = who(ctx), dict(pair for member in members for pair in read_member(member).items())
    name = correct(claim, changes, author=told.author, reason=told.reason, decided=told.decided)
    write(f"{name}\n")


@command.command("add", epilog="Example: reportdiff annotate add crs-2024 --quote '34 million' --measure population …")
@click.argument("snapshot")
@click.option("--quote", required=True, metavar="WORDS", help="The words, as the text has them.")
@click.option("--prefix", default="", metavar="WORDS", help="The words right before, if the quote stands there twice.")
@click.option("--measure", required=True, metavar="KEY", help="What is measured.")
@click.option("--amount", required=True, metavar="NUMBER", help="The figure.")
@click.option("--unit", required=True, metavar="UNIT", help="USD, percent, person, count …")
@click.option(
    "--comparator",
    type=click.Choice([each.value for each in Comparator]),
    default="exactly",
    show_default=True,
    help="How the words around the figure bound it.",
)
@click.option("--period", metavar="PERIOD", help="2022, 2022-06, 2022-06-30, or two days with .. between.")
@who_options
@click.pass_context
def add(
    ctx: click.Context,
    *,
    snapshot: str,
    quote: str,
    prefix: str,
    measure: str,
    amount: str,
    unit: str,
    comparator: str,
    period: str | None,
) -> None:
    """SNAPSHOT says something that the program did not read."""
    start, end = read_period(period) if period else (None, None)
    addition = Addition(
        annotation=replace(who(ctx), kind=AnnotationKind.ADD),
        snapshot=snapshot,
        quote=quote,
        prefix=prefix,
        measure=measure,
        amount=read_number(amount),
        unit=unit,
        comparator=comparator,
        start=read_day(start, "--period") if start else None,
        end=read_day(end, "--period") if end else None,
    )
    write(f"{add_missing(addition)}\n")


def read_member(told: str) -> dict[str, str | Decimal]:
    """``NAME=VALUE`` as members of a claim's record; a period gives two.

    >>> read_member("amount=22000000000"), read_member("period=2022")
    ({'value.amount': Decimal('22000000000')}, {'period.start': '2022-01-01', 'period.end': '2022-12-31'})
    """
    name, mark, value = told.partition("=")
    if not mark or not name:
        raise UsageProblem(f"--set {told[:60]!r} is no NAME=VALUE; write it as amount=22000000000")
    if name == "period":
        start, end = read_period(value)
        return {"period.start": start, "period.end": end}
    dotted = f"{SHORT.get(name, '')}{name}"
    return {dotted: read_number(value) if dotted in FIGURES and value else value}


def read_period(told: str) -> tuple[str, str]:
    """First and last day of ``2022``, ``2022-06``, ``2022-06-30`` or of two of them with ``..`` between."""
    from reportdiff.compare.verdicts.terms import last_day

    first, _, last = told.partition("..")
    end = last_day(last or first)
    if end is None or last_day(first) is None:
        raise UsageProblem(
            f"{told[:40]!r} is no period; write it as 2022, 2022-06, 2022-06-30 or 2022-01-01..2022-06-30"
        )
    start = first + "-01-01"[3 * first.count("-") :] if first.count("-") < 2 else first
    return start, end.isoformat()


def read_number(told: str) -> Decimal:
    """A figure in digits."""
    try:
        number = Decimal(told.replace(",", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise UsageProblem(f"{told[:40]!r} is no number; write it in digits, such as 107600000 or 13.3")
    return number
