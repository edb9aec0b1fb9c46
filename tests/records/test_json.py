from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.model.errors import UnreadableInput
from reportdiff.records.json import JsonValue, dump_json, escape_json, load_json

numbers = st.integers(-(10**39), 10**39) | st.decimals(
    allow_nan=False, allow_infinity=False, places=10, min_value=-(10**19), max_value=10**19
)
texts = st.text(st.characters(exclude_categories=["Cs"]))
json_values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(json_values)
def test_what_is_written_reads_back_the_same(value: JsonValue) -> None:
    data = dump_json(value)
    assert load_json(data, name="x") == value
    assert dump_json(load_json(data, name="x")) == data


@given(st.integers(-(10**30) + 1, 10**30 - 1), st.integers(0, 30))
def test_decimals_of_thirty_digits_keep_every_digit(digits: int, places: int) -> None:
    number = Decimal(digits).scaleb(-places)
    written = dump_json(number).decode().strip()
    assert Decimal(written) == number
    assert load_json(written.encode(), name="x") == number
    assert not re.search(r"[eE]|\.0*$|\.[0-9]*0$", written)


@given(json_values)
def test_the_form_is_that_of_pythons_own_writer(value: JsonValue) -> None:
    text = dump_json(value).decode()
    floatless = json.loads(text, parse_float=lambda digits: f"number {digits}")
    ours = re.sub(r"(?m)(^ *(?:\"(?:[^\"\\]|\\.)*\": )?)(-?[0-9]+\.[0-9]+)(,?)$", r'\1"number \2"\3', text)
    assert ours == escape_json(json.dumps(floatless, indent=1, sort_keys=True, ensure_ascii=False)) + "\n"


@given(json_values, st.text(alphabet="\x7f\x9b\xad\u200b\u202e\u2066\ufeff\ufffe\U000e0041#a[:", max_size=20))
def test_nothing_that_hides_reorders_or_commands_is_written_raw(value: JsonValue, text: str) -> None:
    data = dump_json([value, text, {text: text}])
    assert load_json(data, name="x") == [value, text, {text: text}]
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe]", data.decode()
    )
    assert not re.search(r"^\s*::|##\w{0,20}\[", data.decode(), re.MULTILINE)


@pytest.mark.parametrize(
    "value, written",
    [
        (Decimal("2.2E+10"), "22000000000"),
        (Decimal("22000000000.00"), "22000000000"),
        (Decimal("13.30"), "13.3"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("-0.0"), "0"),
        (-11, "-11"),
        (Decimal(100), "100"),
        ({"b": [], "a": {}}, '{\n "a": {},\n "b": []\n}'),
        ([None, True, False, "Perú\n\u2028"], '[\n null,\n true,\n false,\n "Perú\\n\\u2028"\n]'),
    ],
)
def test_canonical_form(value: JsonValue, written: str) -> None:
    assert dump_json(value).decode() == written + "\n"


@pytest.mark.parametrize(
    "data, said",
    [
        (b"", "x: empty"),
        (b" \n", "x: empty"),
        (b"\xef\xbb\xbf{}", "x:1:1: begins with a byte order mark"),
        ("{}".encode("utf-16"), "x:1:1: byte 0xff at offset 0 is not UTF-8"),
        (b'{\n "a": "Per\xfa"}', "x:2:11: byte 0xfa at offset 12 is not UTF-8"),
        (b'"\xed\xa0\x80"', "is not UTF-8"),
        (b'"\xc0\xaf"', "is not UTF-8"),
        (b'{"a": 1,\n "b": {"a": 1},\n "a": 2}', "x:3:2: duplicate key 'a'"),
        (b'{"a": {"\\u0062": 1, "b": 2}}', "x:1:21: duplicate key 'b'"),
        (b'[{"c": [{"a": "a", "b": ":", "a": 1}]}]', "x:1:30: duplicate key 'a'"),
        (b'{"NaN": "NaN",\n "a": NaN}', "x:2:7: NaN is no number"),
        (b"[Infinity]", "x:1:2: Infinity is no number"),
        (b"[-Infinity]", "x:1:2: -Infinity is no number"),
        (b"[" + b"1" * 41 + b"]", "x:1:2: the number 111111111111111111111111… has more than 40 digits"),
        (b"[1e999]", "x:1:2: the number 1e999"),
        (b"[1e40]", "more than 40 digits"),
        (b"[1e-40]", "more than 40 digits"),
        (b"[1e99999999999999999999]", "more than 40 digits"),
        (b"[0." + b"1" * 100 + b"]", "more than 40 digits"),
        (b"[" + b"9" * 5000 + b"]", "more than 40 digits"),
        (b'{"a": "ok",\n "b": "\\ud800"}', "x:2:7: a lone surrogate"),
        (b'["\\uDFFF\\uD800"]', "x:1:2: a lone surrogate"),
        (b'{"a": 1', "x:1:8: not JSON: expecting ',' delimiter"),
        (b"{'a': 1}", "x:1:2: not JSON"),
        (b"[1,]", "not JSON"),
        (b"[01]", "not JSON"),
        (b'["a\nb"]', "not JSON"),
        (b"{} {}", "x:1:4: not JSON: extra data"),
        (b"[" * 65 + b"]" * 65, "x:1:65: nested deeper than 64 levels"),
        (b"[" * 1000 + b"]" * 1000, "nested deeper"),
        (b"[" * 100_000, "nested deeper"),
        (b'{"a":' * 100_000, "nested deeper"),
        (b'["\\"]]]]", ' + b"[" * 64 + b"]" * 64 + b"]", "nested deeper"),
        (b'["\\\\", ' + b"[" * 64 + b"]" * 64 + b', "]"]', "nested deeper"),
        (b"]" * 70 + b"[" * 70, "not JSON"),
    ],
)
def test_bad_input_is_refused_in_one_line_with_its_place(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        load_json(data, name="x")
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("depth", range(1, 6))
def test_a_duplicate_is_found_at_every_depth(depth: int) -> None:
    inner = '{"amount": 1, "amount": 2}'
    for level in range(depth):
        inner = f'{{"a{level}": [{inner}]}}'
    with pytest.raises(UnreadableInput, match="duplicate key 'amount'"):
        load_json(inner.encode(), name="x")


@pytest.mark.parametrize(
    "data, value",
    [
        (b"[" * 64 + b"]" * 64, None),
        (b'["' + b"[" * 100 + b'"]', ["[" * 100]),
        (b'["\\"' + b"{" * 100 + b'\\\\", "]"]', ['"' + "{" * 100 + "\\", "]"]),
        (b'["\\ud83d\\ude00"]', ["😀"]),
        (b"[1e3, -0, 1.50, 1E+2]", [Decimal(1000), 0, Decimal("1.5"), Decimal(100)]),
        (b'{"a": {"b": 1}, "b": 2}', {"a": {"b": 1}, "b": 2}),
    ],
)
def test_what_is_allowed(data: bytes, value: JsonValue) -> None:
    found = load_json(data, name="x")
    assert value is None or found == value


def test_the_size_is_bounded() -> None:
    assert load_json(b"[1, 2]", name="x", limit=6) == [1, 2]
    with pytest.raises(UnreadableInput, match="6 bytes are more than the 5"):
        load_json(b"[1, 2]", name="x", limit=5)


@pytest.mark.parametrize(
    "value", ["\ud800", {"\udfff": 1}, Decimal(10) ** 41, Decimal("1E-41"), Decimal("NaN"), Decimal("Infinity"), 10**43]
)
def test_nothing_is_written_that_could_not_be_read(value: JsonValue) -> None:
    with pytest.raises(UnreadableInput, match="cannot write"):
        dump_json(value)


def test_a_float_has_no_place() -> None:
    with pytest.raises(TypeError):
        dump_json([1.5])  # type: ignore[list-item]
