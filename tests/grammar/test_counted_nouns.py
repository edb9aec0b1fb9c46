"""Where the noun phrase behind a number ends, and what is none."""

from __future__ import annotations

import pytest

from reportdiff.grammar.counted import counts_people, match_counted

COUNTED = [
    # phrase, head, is it people
    (" ports", ("ports", "ports", False)), (" coastal ports", ("coastal ports", "ports", False)),
    (" Afghan evacuees in 2021", ("Afghan evacuees", "evacuees", True)), (" U.S. troops", ("U.S. troops", "troops", True)),
    (" U.N. officers", ("U.N. officers", "officers", True)), (" U.K. ports", ("U.K. ports", "ports", False)),
    (" E.U. states", ("E.U. states", "states", False)), (" “smart” ports", ("smart", "smart", False)),
    (" “ports”", ("ports", "ports", False)), (" air-land forces", ("air-land forces", "forces", False)),
    (" and/or ports", ("and/or ports", "ports", False)), (" ports. Ships", ("ports", "ports", False)),
    (" ports, ships", ("ports", "ports", False)), (" ports; ships", ("ports", "ports", False)),
    (" ports) ships", ("ports", "ports", False)), (" ports” ships", ("ports", "ports", False)),
    (" ports\" ships", ("ports", "ports", False)), (" ports: ships", ("ports", "ports", False)),
    (" ports: 5", None), (" total: male", None), (" male: 16", None),
    (" ports encompassing bays", ("ports", "ports", False)), (" ports large and small", ("ports", "ports", False)),
    (" ports fishing boats", ("ports", "ports", False)),
    (" ports and rivers", ("ports and rivers", "ports", False)), (" ports or rivers", ("ports and rivers", "ports", False)),
    (" women and children", ("women and children", "women", True)), (" ports and river", ("ports", "ports", False)),
    (" ports and people", ("ports and people", "ports", False)), (" ports and Rivers", ("ports", "ports", False)),
    ("-member team", ("member", "member", True)), ("-port", ("port", "port", False)), (" port-side", ("port-side", "port-side", False)),
    (" bus", ("bus", "bus", False)), (" new", None), (" international", None), (" growing", None), (" declined", None),
    (" company’s", None), (" company's", None), (" companies’", None), (" of them", None), ("", None), (",", None), ("ports", None),
    (" 5 ports", None), (" country comparison to the world", None), (" today", None), (" ports today", ("ports", "ports", False)),
    (" red old big far low dry ports", ("red old big far low dry ports", "ports", False)),
    (" red old big far low dry wet ports", ("red old big far low dry wet", "wet", False)),
    (" Canadians", ("Canadians", "canadians", True)), (" gas", ("gas", "gas", False)), (" process", ("process", "process", False)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_a_number_counts(text: str, expected: tuple[str, str, bool] | None) -> None:
    found = match_counted(f"40{text}", 2, 2 + len(text))
    assert (found and (found.phrase, found.head, found.person)) == expected
    if found and " and " not in found.phrase:
        assert f"40{text}"[: found.end].endswith(found.phrase.rpartition(" ")[2])


def test_a_phrase_ends_with_its_sentence() -> None:
    text = "40 old ports here"
    found = match_counted(text, 2, 6)
    assert found is not None
    assert (found.phrase, found.end) == ("old", 6)
    assert match_counted(text, 2, 3) is None


@pytest.mark.parametrize(
    ("label", "expected"),
    [(("Population",), True), (("Internet users", "total"), True), (("total", "(migrants),"), True), (("Roadways",), False),
     ((), False), (("Area: total",), False)],
)  # fmt: skip
def test_labels_that_count_people(label: tuple[str, ...], expected: bool) -> None:
    assert counts_people(label) is expected
