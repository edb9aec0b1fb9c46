"""One strict JSON loader and one canonical writer.

Python's own reader takes duplicate keys, NaN and floats that lose digits; this one refuses the first two and reads
figures as ``int`` or ``Decimal``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import NoReturn, TypeAlias

from reportdiff.model.errors import UnreadableInput

JsonValue: TypeAlias = "bool | int | Decimal | str | list[JsonValue] | dict[str, JsonValue] | None"

MAX_BYTES = 32_000_000
MAX_DEPTH = 64
MAX_DIGITS = 40

_NOT_STRUCTURE = bytes(byte for byte in range(256) if byte not in b'[]{}"')
_ONE_KIND = bytes.maketrans(b"{}", b"[]")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]:,]|[^\s"{}\[\]:,]++', re.DOTALL)
_SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")
_LONG_EXPONENT = re.compile(r"[eE][+-]?0*[1-9][0-9]{2}")
# What hides or reorders characters, what ends a line, what XML cannot hold; and the start of a command to a CI runner.
_UNFIT = (
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]|#(?=#\\w{0,20}\\[)"
)


class _Fault(Exception):
    """A value that JSON's grammar allows and we do not, seen by a hook that cannot know its place."""

    def __init__(self, problem: str, find: Callable[[str], int]) -> None:
        super().__init__(problem)
        self.problem = problem
        self.find = find


def load_json(data: bytes, *, name: str, limit: int = MAX_BYTES) -> JsonValue:
    """Read one JSON value; numbers come as ``int`` or ``Decimal``.

    Refuses, as :class:`UnreadableInput` with *name*, line and column: more than *limit* bytes, anything but UTF-8, a
    byte order mark, duplicate keys, NaN and infinities, numbers of more than 40 digits, nesting deeper than 64, and
    lone surrogates.
    """
    text = _decoded(data, name, limit)
    try:
        _check_depth(data)
        value: JsonValue = json.loads(
            text, parse_float=_decimal, parse_int=_integer, parse_constant=_constant, object_pairs_hook=_object
        )
        _check_surrogates(data, text)
    except _Fault as fault:
        _refuse(name, text, fault.find(text), fault.problem)
    except json.JSONDecodeError as error:
        _refuse(name, text, error.pos, f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}; restore or mend the file")
    except RecursionError:
        _refuse(name, text, 0, f"nested deeper than {MAX_DEPTH} levels")
    return value


def dump_json(value: JsonValue) -> bytes:
    """Write *value* in the one canonical form: UTF-8, sorted keys, one space of indent, a final newline.

    Numbers are plain decimals (``22000000000``, ``13.3``), never with an exponent or a trailing zero after the point.
    Characters that hide or reorder others are escaped by number, so that the JSON can be shown anywhere.
    Raises :class:`UnreadableInput` for what :func:`load_json` would not read back, ``TypeError`` for a float.
    """
    try:
        return (escape_json(_render(value, "\n")) + "\n").encode()
    except UnicodeEncodeError as error:
        raise UnreadableInput(
            f"cannot write {error.object[error.start]!r}: a lone surrogate is no character; give the text in UTF-8"
        ) from None


def escape_json(text: str) -> str:
    r"""JSON of the same value, with what is unfit to be shown as ``\u`` and four digits.

    >>> print(escape_json('{"a": "b\u202ec ##[error]"}'))
    {"a": "b\u202ec \u0023#[error]"}
    """
    # Outside of strings JSON has none of these characters.
    if text.isascii() and "##" not in text and "\x7f" not in text:
        return text
    return re.sub(_UNFIT, lambda found: "".join(f"\\u{unit:04x}" for unit in _units(found[0])), text)


def _units(character: str) -> tuple[int, ...]:
    """The UTF-16 units of a character, in which JSON escapes count."""
    code = ord(character) - 0x10000
    return (code + 0x10000,) if code < 0 else (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF))


def canonical_number(number: int | Decimal) -> str:
    """The one way in which a number is written.

    >>> canonical_number(Decimal("2.20E+10")), canonical_number(Decimal("13.30")), canonical_number(Decimal("-0.0"))
    ('22000000000', '13.3', '0')
    """
    if isinstance(number, Decimal) and (not number.is_finite() or _length(number) > MAX_DIGITS):
        raise UnreadableInput(f"cannot write the number {number!s:.60}: at most {MAX_DIGITS} digits are kept")
    written = format(number, "f") if isinstance(number, Decimal) else str(number)
    if len(written) > MAX_DIGITS + 2:
        raise UnreadableInput(f"cannot write the number {written:.60}: at most {MAX_DIGITS} digits are kept")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _render(value: JsonValue, margin: str) -> str:
    kind = type(value)
    if kind is str:
        return json.encoder.encode_basestring(value)  # type: ignore[arg-type]
    if value is None:
        return "null"
    if kind is bool:
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return canonical_number(value)
    inner = margin + " "
    if isinstance(value, dict):
        quoted = json.encoder.encode_basestring
        members = [f"{quoted(key)}: {_render(value[key], inner)}" for key in sorted(value)]
        return f"{{{inner}{f',{inner}'.join(members)}{margin}}}" if members else "{}"
    if isinstance(value, list):
        return f"[{inner}{f',{inner}'.join([_render(item, inner) for item in value])}{margin}]" if value else "[]"
    raise TypeError(f"{kind.__name__} has no place in JSON")


def _decoded(data: bytes, name: str, limit: int) -> str:
    if len(data) > limit:
        raise UnreadableInput(f"{name}: {len(data):,} bytes are more than the {limit:,} that are read; split the file")
    if data.startswith(b"\xef\xbb\xbf"):
        raise UnreadableInput(f"{name}:1:1: begins with a byte order mark; save it as UTF-8 without one")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        place = _place(data[: error.start].decode(), error.start)
        raise UnreadableInput(
            f"{name}:{place}: byte {data[error.start]:#04x} at offset {error.start} is not UTF-8; save it as UTF-8"
        ) from None
    if not text.strip():
        raise UnreadableInput(f"{name}: empty, where JSON was expected; restore the file")
    return text


def _check_depth(data: bytes) -> None:
    """Measure the nesting without parsing, in passes that each run at the speed of C.

    Outside a string a backslash is an error that the parser meets before anything that follows it, so all escapes can
    be taken out first; then every second piece between quotation marks lies outside the strings.
    """
    if b"\\" in data:
        data = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    # Two marks side by side go without a change to which side of a mark anything else is on.
    marks = data.translate(_ONE_KIND, _NOT_STRUCTURE).replace(b'""', b"")
    brackets = b"".join(marks.split(b'"')[::2])
    left = brackets
    for _ in range(MAX_DEPTH):
        left = left.replace(b"[]", b"")
    # What is left after 64 rounds is too deep, or has brackets without a partner, which the parser names better.
    depth = 0
    for bracket in brackets if left else b"":
        depth += 1 if bracket == 0x5B else -1
        if depth > MAX_DEPTH:
            raise _Fault(f"nested deeper than {MAX_DEPTH} levels; flatten it", _find_depth)


def _object(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    members = dict(pairs)
    if len(members) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for index, key in enumerate(keys) if key in keys[:index])
        raise _Fault(f"duplicate key {twice!r}; keep one of the two", _find_duplicate)
    return members


def _integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS and len(digits.lstrip("-")) > MAX_DIGITS:
        raise _too_long(digits)
    return int(digits)


def _decimal(digits: str) -> Decimal:
    # The length is looked at first: a long exponent in few characters stands for very many digits.
    if len(digits) > 2 * MAX_DIGITS or _LONG_EXPONENT.search(digits):
        raise _too_long(digits)
    number = Decimal(digits)
    if (len(digits) > MAX_DIGITS or "e" in digits or "E" in digits) and _length(number) > MAX_DIGITS:
        raise _too_long(digits)
    return number


def _length(number: Decimal) -> int:
    """How many digits *number* has when it is written without an exponent."""
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    return len(digits) + exponent if exponent >= 0 else max(len(digits), 1 - exponent)


def _too_long(digits: str) -> _Fault:
    return _Fault(f"the number {digits:.24}… has more than {MAX_DIGITS} digits; shorten it", _finder(digits))


def _constant(name: str) -> NoReturn:
    raise _Fault(f"{name} is no number; write null or a figure", _finder(name))


def _check_surrogates(data: bytes, text: str) -> None:
    if not _SURROGATE_ESCAPE.search(data):
        return
    for token in _TOKEN.finditer(text):
        if token[0].startswith('"') and any("\ud800" <= c <= "\udfff" for c in json.loads(token[0])):
            raise _Fault("a lone surrogate is no character; write the character itself", _finder(token[0]))


def _finder(wanted: str) -> Callable[[str], int]:
    def find(text: str) -> int:
        return next((token.start() for token in _TOKEN.finditer(text) if token[0] == wanted), 0)

    return find


def _find_depth(text: str) -> int:
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if depth > MAX_DEPTH:
            return token.start()
    return 0


def _find_duplicate(text: str) -> int:
    """The place of the first key that its object has already; keys that differ by escapes only are the same."""
    open_objects: list[set[str]] = []
    last = None
    for token in _TOKEN.finditer(text):
        if token[0] in "{[":
            open_objects.append(set())
        elif token[0] in "}]" and open_objects:
            open_objects.pop()
        elif token[0] == ":" and last is not None and open_objects:
            key = json.loads(last[0])
            if key in open_objects[-1]:
                return last.start()
            open_objects[-1].add(key)
        last = token if token[0].startswith('"') else None
    return 0


def _place(text: str, index: int) -> str:
    """Line and column of a code point, both counted from 1."""
    return f"{text.count(chr(10), 0, index) + 1}:{index - text.rfind(chr(10), 0, index)}"


def _refuse(name: str, text: str, index: int, problem: str) -> NoReturn:
    raise UnreadableInput(f"{name}:{_place(text, index)}: {problem}") from None
