"""Records in JSON: nested objects as fields under headings, lists as tables, with and without a mapping."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import BlockKind
from reportdiff.sources.fragments import split_fragment
from reportdiff.sources.tables.json_record import read_record
from reportdiff.sources.tables.json_scan import scan_json
from tests.sources.claimed import claims_of, misplaced, short, told

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
Y2019 = ("2019-01-01", "2019-12-31")


def read(value: object, mapping: str | None = None) -> str:
    return read_record(json.dumps(value), None if mapping is None else mapping.encode()).content


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ({"Economy": {"GDP": {"text": "$5 billion (2019)"}}}, "# Economy\n\nGDP: $5 billion (2019)"),
        (
            {"People": {"Population": {"total": {"text": "5"}, "male": {"text": "2"}, "note": {"text": "<b>note:</b> old"}}}},
            "# People\n\nPopulation: total: 5; male: 2\n\nPopulation: note: old",
        ),
        ({"a": {"inflation": {"2019": 2.1, "2020": 1.8}}}, "# A\n\nInflation: 2.1 (2019); 1.8 (2020)"),
        ({"a": {"Debt": {"Debt 2019": "5% (2019)", "Debt 2020": "6% (2020)"}}}, "# A\n\nDebt: 5% (2019); 6% (2020)"),
        ({"gdp_growth": {"value": 2.2, "unit": "%", "year": 2019}}, "Gdp growth: 2.2% (2019)"),
        ({"exports": ["copper", "gold"], "empty": None, "no": []}, "Exports: copper, gold"),
        ({"series": [{"year": 2019, "rate (%)": 2}, {"year": 2020, "rate (%)": 3}]}, "# Series\n\nRate (%): 2% (2019)\n\nRate (%): 3% (2020)"),
        ("just words", "just words"),
        ([1, [2, {"a": 3}]], "1\n\n2\n\nA: 3"),
    ],
)  # fmt: skip
def test_a_record_reads_as_fields(value: object, wanted: str) -> None:
    assert read(value) == wanted


def test_an_answer_of_an_indicator_service_reads_as_observations() -> None:
    row = {"indicator": {"id": "NY", "value": "GDP growth (annual %)"}, "country": {"id": "PE", "value": "Peru"},
           "countryiso3code": "PER", "date": "2019", "value": 2.24, "unit": "", "decimal": 1}  # fmt: skip
    source = json.dumps([{"page": 1, "pages": 1}, [row, {**row, "date": "2020", "value": None}]])
    text = read_record(source)
    assert told(text) == [("gdp.growth", "", "2.24 percent", *Y2019)]
    assert misplaced(text, source) == []


def test_numbers_of_machines_stay_in_the_text_but_claim_nothing() -> None:
    text = read_record('{"page": 17, "Population": 5000000}')
    assert [block.kind for block in text.blocks] == [BlockKind.FURNITURE, BlockKind.FIELD]
    assert [claim[2] for claim in told(text)] == ["5000000 person"]


def test_escapes_and_markup_are_undone_and_lead_back() -> None:
    source = r'{"Capital": {"name": "Bogot\u00e1 &amp; <em>around</em>, \"the\" \ud83d\ude00 7 hills, 250 parks"}}'
    text = read_record(source)
    assert text.content == '# Capital\n\nName: Bogotá & around, "the" \U0001f600 7 hills, 250 parks'
    at = text.content.index("250")
    run = next(run for run in reversed(text.origin) if run.start <= at)
    assert source[run.source + at - run.start :].startswith("250")


def test_a_mapping_names_and_chooses_paths() -> None:
    value = {"x": {"pop": {"v1": "5"}, "zzz": "9"}, "y": {"a": "1"}}
    mapping = 'only = ["x"]\nskip = ["x / zzz"]\n[labels]\n"x" = "People"\n"x / pop" = "Population"\n"x / pop / v1" = "total"\n'
    assert read(value, mapping) == "# People\n\nPopulation: total: 5"


@pytest.mark.parametrize(
    ("source", "said"),
    [("{", "not JSON"), ('{"a": 1, "a": 2}', "duplicate key"), ("[" * 100 + "]" * 100, "nested deeper"), ("{}", "no value"),
     ('{"a": NaN}', "NaN"), ('{"a": null}', "no value"), ("[1, 2", "not JSON")],
)  # fmt: skip
def test_a_bad_record_is_refused(source: str, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read_record(source)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("a < b & c > d", ["a < b & c > d"]), ("<p>one</p><p>two</p>", ["one", "two"]), ("one<br/>two", ["one", "two"]),
        ("x <script>alert(1)</script>", ["x alert(1)"]), ("&lt;b&gt;", ["<b>"]), ("<!-- note -->word", ["word"]), ("", []),
        ("<td>1</td><td>2</td>", ["1 2"]), ("5 &nbsp; km", ["5 km"]),
    ],
)  # fmt: skip
def test_fragments_lose_their_markup(words: str, wanted: list[str]) -> None:
    from reportdiff.sources.builder import Passage

    assert [piece.text for piece in split_fragment(Passage(words, ((0, len(words), 0),)))] == wanted


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(st.characters(codec="utf-8"), max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)


@given(JSON)
def test_any_json_reads_or_is_refused(value: object) -> None:
    source = json.dumps(value)
    try:
        scan_json(source)
        text = read_record(source)
    except UnreadableInput:
        return
    for claim in claims_of(text):
        assert text.content[claim.position.start : claim.position.end] == claim.quote.exact


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the sample documents are not here")
def test_known_figures_of_a_fact_book_are_claimed_with_their_periods() -> None:
    source = (CORPUS / "factbookjson-colombia-2024-11-14.json").read_text("utf-8")
    text = read_record(source)
    found = {short(claim) for claim in claims_of(text)}
    for measure, dimensions, said, year in (
        ("population.total", "", "49588357 person", 2024),
        ("population.total", "sex=male", "24206371 person", 2024),
        ("population.median-age", "", "32.7 year", 2024),
        ("education.literacy", "sex=female", "95.9 percent", 2020),
        ("gdp.per-capita.real", "", "18800 USD", 2023),
        ("inflation.rate", "", "11.74 percent", 2023),
        ("military.expenditure.share", "", "2.9 percent", 2023),
        ("military.expenditure.share", "", "3.1 percent", 2019),
        ("electricity.capacity", "", "18896000 kW", 2022),
        ("land.use", "part=forest", "54.4 percent", 2018),
    ):
        assert (measure, dimensions, said, f"{year}-01-01", f"{year}-12-31") in found
    assert misplaced(text, source) == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the sample documents are not here")
def test_nearly_all_figures_of_a_fact_book_are_claimed() -> None:
    import re

    for path in sorted(CORPUS.glob("factbookjson-*.json")):
        text = read_record(path.read_text("utf-8"))
        covered = bytearray(len(text.content))
        for claim in claims_of(text):
            covered[claim.position.start : claim.position.end] = b"x" * (claim.position.end - claim.position.start)
        figures = r"\$[0-9][0-9,.]*|[0-9][0-9,.]*(?=%| sq km| km\b| million| billion)"
        marked = list(re.finditer(figures, text.content))
        missed = [at[0] for at in marked if not covered[at.start() : at.end()].strip(b"\0")]
        assert len(marked) > 150 and len(missed) <= 0.03 * len(marked), (path.name, missed)
