"""Words that a document may hold to do harm where it is shown, kind by kind, and snapshots that hold them everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reportdiff.model.claim import Characterization, Claim, ClaimKind, EventDate, Holder, Membership, Quote, Value
from reportdiff.model.document import Snapshot
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.model.span import Section, Span
from tests.reports.sample import claim, snapshot, year

TERMINAL = [
    *(
        "\x1b[31mred\x1b[0m",
        "\x1b[2J",
        "\x1b[1;1H",
        "\x1b[?25l",
        "\x1b[8mhidden\x1b[28m",
        "\x1b[6n",
        "\x1b[c",
        "\x1b[>0q",
    ),
    *("\x1b]0;title\x07", "\x1b]2;title\x1b\\", "\x1b]52;c;aGk=\x07", "\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\"),
    *(
        "\x1b]1337;File=:AA==\x07",
        "\x1b]777;notify;a;b\x07",
        "\x1b]4;1;rgb:ff/ff/ff\x07",
        "\x1b]10;?\x07",
        "\x1b]133;A\x07",
    ),
    *(
        "\x1bP$q\x1b\\",
        "\x1bPq#0;2;0;0;0\x1b\\",
        "\x1b_Gf=24;AAAA\x1b\\",
        "\x1b^private\x1b\\",
        "\x1bX\x1b\\",
        "\x1bc",
        "\x1b#8",
    ),
    *(
        "\x1bN\x1bO",
        "\x1b(0",
        "\x1b7\x1b8",
        "\x1b=\x1b>",
        "\x1bD\x1bM",
        "\x9b31m",
        "\x9d0;t\x9c",
        "\x90q\x9c",
        "\x9e\x9f\x98",
    ),
    *("over\rwrite", "a\b\b\bb", "\a", "\v\f", "\x00\x7f", "\x85next", "\x0e\x0f", "\x05\x11\x13"),
]
COMMANDS = [
    *(
        "::error::x",
        "::error file=a,line=1::x",
        "::warning::x",
        "::notice title=t::x",
        "::debug::x",
        "::group::x",
        "::endgroup::",
    ),
    *("::set-output name=a::b", "::save-state name=a::b", "::set-env name=PATH::x", "::add-path::/x", "::add-mask::a"),
    *("::stop-commands::abc", "::abc::", "::echo::on", "::add-matcher::x.json", "::remove-matcher owner=x::"),
    *("   ::error::indented", "\t::error::tab", "text\n::error::on a line", "text\r::error::after a return"),
    *(
        "text\u2028::error::separator",
        "text\x85::error::next",
        "##[error]x",
        "##[add-mask]x",
        "a ##[set-output name=a]b",
    ),
    *(
        "##[group]x",
        "##vso[task.setvariable variable=a]b",
        "##vso[task.complete result=Succeeded;]",
        "##teamcity[buildStatus status='SUCCESS']",
    ),
    *("%0A::error::escaped", "a%0D%0A::set-output name=a::b", ":::error::x", "::error::a::error::b"),
]
FORMULAS = [
    *(
        "=1+1",
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://x","y")',
        '=WEBSERVICE("http://x")',
        '=IMPORTXML("http://x","//a")',
    ),
    *(
        "+1+1",
        "+cmd|' /C calc'!A0",
        "-1+1",
        "-cmd|' /C calc'!A0",
        "-2+3+cmd|x!A1",
        "@SUM(1)",
        "@A1",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
    ),
    *(
        " =1+1",
        "\u00a0=1+1",
        "=\x00cmd",
        "x;=1+1",
        "x\t=1+1",
        "x,=1+1",
        'x",=1+1,"',
        '";=1+1;"',
        "'=1+1",
        '"=1+1"',
        "=1+1;;",
    ),
    *("\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(1)", '=DDE("a";"b";"c")', "|calc", "=-1", "==1"),
]
HIDDEN = [
    *(
        f"a{chr(code)}b"
        for code in (0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F)
    ),
    *(
        f"a{chr(code)}b"
        for code in (0x061C, 0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x2064, 0xFEFF, 0x00AD, 0x180E, 0x2028)
    ),
    *(
        f"a{chr(code)}b"
        for code in (0x2029, 0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xE0001, 0xE0041, 0xE007F)
    ),
    *(f"a{chr(code)}b" for code in (*range(0x20), *range(0x7F, 0xA0))),
]
_TAGS = (
    "script",
    "img src=x onerror=alert(1)",
    "iframe src=//x",
    "svg onload=alert(1)",
    "a href=javascript:x",
    "b",
    "style",
)
MARKUP = [
    *(f"<{tag}>x</{tag.split()[0]}>" for tag in _TAGS),
    *(f'"><{tag}>' for tag in _TAGS),
    *(f"'><{tag}>" for tag in _TAGS),
    *(f"]]><{tag}>" for tag in _TAGS),
    *(f"<!--{tag}-->" for tag in _TAGS),
    *(f"&lt;{tag}&gt;" for tag in _TAGS),
    *(f"</failure><{tag}>" for tag in _TAGS),
    *(f"\\<{tag}>" for tag in _TAGS),
    *(
        "&#60;b&#62;",
        "&amp;lt;",
        "&bogus;",
        "&",
        "<",
        ">",
        "]]>",
        "<![CDATA[x]]>",
        "<!DOCTYPE x>",
        "<?xml version='1.0'?>",
        "<?php x ?>",
    ),
    *(
        "[x](http://x)",
        "![x](http://x/y.png)",
        "[x]: http://x",
        "<http://x>",
        "http://x.example",
        "www.x.example",
        "a@x.example",
    ),
    *(
        "@everyone",
        "#12",
        "owner/name#1",
        "gh-1",
        "`code`",
        "```\nfence\n```",
        "~~~\nx\n~~~",
        "**bold**",
        "__bold__",
        "*i*",
        "_i_",
    ),
    *(
        "~~gone~~",
        "# heading",
        "> quote",
        "- item",
        "* item",
        "1. item",
        "---",
        "===",
        "| a | b |",
        "a | b",
        "\n\nparagraph",
        "    code",
    ),
    *(
        "[^1]",
        "[x][y]",
        "$x^2$",
        "$$x$$",
        ":smile:",
        "\\",
        "a\\",
        "<details><summary>x</summary></details>",
        "{{7*7}}",
        "{0}",
        "[5](x)",
    ),
]
TABLES = {"terminal": TERMINAL, "commands": COMMANDS, "formulas": FORMULAS, "hidden": HIDDEN, "markup": MARKUP}

UNFIT = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
"""What no output holds: controls but the line feed, and what hides or reorders other characters."""


def snapshot_with(words: list[str], *, newer: bool = False) -> Snapshot:
    """A snapshot with each of *words* in its text, and in every member of a claim of each kind that is free to hold it."""
    amount = Decimal(6 if newer else 5)
    told: list[Claim] = []
    text = ""
    for number, word in enumerate(words):
        sentence = f"{word} ${amount} million {word} may grow."
        start = len(text)
        text = f"{text}{sentence}\n"
        for kind, measure, value in _values(word, amount, number, newer=newer):
            made = claim("x", "x", measure, value, year(2016 if newer else 2015), kind=kind)
            told.append(
                replace(
                    made,
                    id=f"{kind.value}-{number}",
                    quote=Quote(exact=sentence, prefix=word[-32:], suffix=word[:32]),
                    position=Span(start, start + len(sentence)),
                    sentence=Span(start, start + len(sentence)),
                    attribution=word if number % 2 else None,
                    dimensions=(("partner", word),) if kind is ClaimKind.QUANTITY else (),
                )
            )
    made_of = snapshot("new" if newer else "old", date(2024 if newer else 2017, 1, 1), text, tuple(told))
    name = words[len(words) // 2]
    return replace(
        made_of,
        publisher=replace(made_of.publisher, name=name),
        title=words[0],
        sections=(Section(title=name, level=1, start=0, end=len(text)),),
        source=replace(made_of.source, file="source.txt", url=name),
        edition=replace(made_of.edition, label=name),
    )


def _values(word: str, amount: Decimal, number: int, *, newer: bool) -> list[tuple[ClaimKind, str, Value]]:
    other = f"{word} again" if newer else word
    return [
        (ClaimKind.QUANTITY, f"open:{word}", Quantity(amount=amount, unit="USD", text=word)),
        (
            ClaimKind.QUANTITY,
            f"open:count-{number}",
            Quantity(amount=amount, unit="count", comparator=Comparator.MORE_THAN, text=word),
        ),
        (ClaimKind.DATE, f"open:event-{number}", EventDate(event=f"{word}.signed", date="2009", precision="year")),
        (
            ClaimKind.HOLDER,
            "office.president",
            Holder(office=word or "x", person=other, organization=word, until="2021"),
        ),
        (ClaimKind.MEMBERSHIP, "membership", Membership(member=word, set=other, state="belongs")),
        (ClaimKind.CHARACTERIZATION, "framing.relations", Characterization(aspect="relations", text=other)),
    ]
