"""Waivers as TOML, both ways: a strict reader that names file and key, and one canonical writer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from reportdiff.model.errors import InvalidSettings
from reportdiff.model.waiver import Waiver
from reportdiff.records import fields
from reportdiff.records.fields import Misfit, Record
from reportdiff.records.json import JsonValue
from reportdiff.records.toml import load_toml, quoted

HEADER = "# Findings that are let pass. Written by reportdiff waive; comments are not kept.\n"
FINGERPRINT = re.compile(r"^[0-9a-f]{16}$(?!\n)")

_KEYS = frozenset({"fingerprint", "owner", "reason"})
_TEXTS = ("rule", "subject", "series", "draft")
_LISTS = ("snapshots", "values")
_OPTIONAL = frozenset({"until", *_TEXTS, *_LISTS})


def decode_waivers(data: bytes, *, name: str) -> tuple[Waiver, ...]:
    """The waivers that a TOML file holds, in order; :class:`InvalidSettings` with *name* and the key unless it fits.

    A file that is not wholly right holds no waiver at all: what cannot be read must not let anything pass.
    """
    table = load_toml(data, name=name)
    try:
        return _decode(_plain(table))
    except Misfit as misfit:
        raise InvalidSettings(
            f"{name}: at {misfit.pointer}: {misfit.problem}; correct or remove it: until then nothing is waived"
        ) from None


def dump_waivers(waivers: Iterable[Waiver]) -> bytes:
    """The one way in which waivers are written: in order of subject, rule and fingerprint, a table each."""
    ordered = sorted(waivers, key=lambda each: (each.subject or "", each.rule or "", each.fingerprint))
    return "\n".join([HEADER, *("".join(_entry(each)) for each in ordered)]).encode()


def _decode(table: JsonValue) -> tuple[Waiver, ...]:
    owner: Record = {"waiver": [], **fields.record(table, frozenset(), frozenset({"waiver"}))}
    waivers = fields.members(owner, "waiver", _decode_waiver)
    first: dict[str, int] = {}
    for number, waiver in enumerate(waivers):
        if first.setdefault(waiver.fingerprint, number) != number:
            raise Misfit(f"{waiver.fingerprint} is waived twice, keep one", ("waiver", number, "fingerprint"))
    return waivers


def _decode_waiver(value: JsonValue) -> Waiver:
    owner = fields.record(value, _KEYS, _OPTIONAL)
    told: Record = {name: owner.get(name) for name in ("until", *_TEXTS)}
    lists: Record = {name: owner.get(name, []) for name in _LISTS}
    return Waiver(
        fingerprint=fields.matching(owner, "fingerprint", FINGERPRINT),
        owner=_told(owner, "owner"),
        reason=_told(owner, "reason"),
        until=fields.optional_day(told, "until"),
        rule=_optional_word(told, "rule"),
        subject=_optional_word(told, "subject"),
        series=_optional_word(told, "series"),
        draft=_optional_word(told, "draft"),
        snapshots=fields.members(lists, "snapshots", fields.as_word),
        values=fields.members(lists, "values", fields.as_word),
    )


def _told(owner: Record, key: str) -> str:
    """A text with more than white space in it."""
    value = fields.word(owner, key)
    if not value.strip():
        raise Misfit(f"{fields.shown(value)} says nothing", (key,))
    return value


def _optional_word(owner: Record, key: str) -> str | None:
    return None if owner[key] is None else fields.word(owner, key)


def _plain(value: Any) -> JsonValue:
    """TOML's own days as the texts that the records hold."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal | bool | int | str):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def _entry(waiver: Waiver) -> Iterator[str]:
    yield "[[waiver]]\n"
    yield f"fingerprint = {quoted(waiver.fingerprint)}\n"
    yield f"owner = {quoted(waiver.owner)}\n"
    yield f"reason = {quoted(waiver.reason)}\n"
    if waiver.until is not None:
        yield f"until = {waiver.until.isoformat()}\n"
    for key in _TEXTS:
        told: str | None = getattr(waiver, key)
        if told is not None:
            yield f"{key} = {quoted(told)}\n"
    for key in _LISTS:
        several: tuple[str, ...] = getattr(waiver, key)
        if several:
            yield f"{key} = [{', '.join(map(quoted, several))}]\n"
