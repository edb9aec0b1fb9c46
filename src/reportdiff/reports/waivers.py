"""Waivers for people and for programs, each with its state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportdiff.checks.waivers import Judged, WaiverState
from reportdiff.model.waiver import Waiver
from reportdiff.records.claim import encode_day
from reportdiff.records.fields import Record
from reportdiff.records.json import JsonValue, dump_json
from reportdiff.reports.screen import Screen, printable

INDENT = "  "
ROLES = {
    WaiverState.HOLDS: "plus",
    WaiverState.EXPIRED: "alarm",
    WaiverState.LAPSED: "alarm",
    WaiverState.UNUSED: "news",
}


def render_waivers_text(judged: Sequence[Judged], screen: Screen) -> str:
    """Each waiver with its state, what it is bound to, who decided it and why."""
    lines = [line for each in judged for line in (*_waiver(each, screen), "")]
    return "\n".join(lines) if lines else "No waivers.\n"


def render_waivers_json(judged: Sequence[Judged], _screen: Screen) -> str:
    """Every member of each waiver, and its state."""
    found: list[JsonValue] = [{**_encode(each.waiver), "state": each.state.value} for each in judged]
    return dump_json({"schema_version": 1, "waivers": found}).decode()


WAIVER_FORMATS: dict[str, Callable[[Sequence[Judged], Screen], str]] = {
    "text": render_waivers_text,
    "json": render_waivers_json,
}


def render_waivers(judged: Sequence[Judged], form: str, screen: Screen) -> str:
    """*judged* in a format of ``WAIVER_FORMATS``."""
    return WAIVER_FORMATS[form](judged, screen)


def _waiver(judged: Judged, screen: Screen) -> Iterator[str]:
    waiver = judged.waiver
    state = screen.paint(ROLES[judged.state], judged.state.value)
    end = f"until {waiver.until}" if waiver.until else "without an end"
    about = " ".join(filter(None, (waiver.rule, waiver.subject and f"{waiver.subject}:", waiver.series)))
    yield f"{screen.paint('name', waiver.fingerprint)}  {state}  {end}"
    for line in (about, " and ".join(waiver.values), waiver.draft or "", f"{waiver.owner}: {waiver.reason}"):
        if line:
            yield from screen.fold(printable(line), INDENT, INDENT * 2)


def _encode(waiver: Waiver) -> Record:
    return {
        "fingerprint": waiver.fingerprint,
        "owner": waiver.owner,
        "reason": waiver.reason,
        "until": encode_day(waiver.until),
        "rule": waiver.rule,
        "subject": waiver.subject,
        "series": waiver.series,
        "draft": waiver.draft,
        "snapshots": list(waiver.snapshots),
        "values": list(waiver.values),
    }
