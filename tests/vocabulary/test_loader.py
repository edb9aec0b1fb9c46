"""The vocabulary: what ships is sound, and a user's own file extends it or is refused in one line."""

from __future__ import annotations

import pytest

from reportdiff.model.errors import InvalidSettings
from reportdiff.vocabulary.loader import fold_label, load_vocabulary

VOCABULARY = load_vocabulary()


def test_what_a_measure_refers_to_is_there() -> None:
    for measure in VOCABULARY.measures.values():
        assert measure.change is None or measure.change in VOCABULARY.measures, measure.key
        assert measure.phrases or measure.labels or measure.counts, measure.key


def test_a_phrase_never_names_two_measures_of_one_unit_family() -> None:
    for keys in VOCABULARY.labels.values():
        for family in {family for key in keys for family in VOCABULARY.measures[key].families}:
            fitting = {key for key in keys if family in VOCABULARY.measures[key].families}
            # A label of its own comes before a phrase of another measure.
            assert keys[0] in fitting or len(fitting) == 1 or fitting <= set(keys[1:])


@pytest.mark.parametrize(
    ("unit", "family"),
    [
        ("USD", "money"),
        ("PEN", "money"),
        ("percent", "share"),
        ("multiple", "change"),
        ("person", "count"),
        ("kWh", "energy"),
        ("TEU", "volume"),
        ("furlong", "furlong"),
    ],
)
def test_units_have_families(unit: str, family: str) -> None:
    assert VOCABULARY.family_of(unit) == family


RENAMED = [
    ("GDP - real growth rate", "Real GDP growth rate"),
    ("GDP - per capita", "GDP - per capita (PPP)"),
    ("Telephones - main lines in use", "Telephones - fixed lines"),
    ("Debt - external", "External debt"),
    ("Maternal mortality rate", "Maternal mortality ratio"),
    ("Distribution of family income - Gini index", "Gini Index coefficient - distribution of family income"),
    ("Highways", "Roadways"),
]
APART = [
    ("Exports", "Exports - partners"),
    ("GDP", "GDP - per capita"),
    ("Population", "Population growth rate"),
    ("Oil - production", "Crude oil - production"),
    ("Real GDP per capita", "GDP - per capita (PPP)"),
    ("Electricity - exports", "Electricity - imports"),
]


def keys_of(label: str) -> tuple[str, ...]:
    return VOCABULARY.labels.get(fold_label(label), ())


@pytest.mark.parametrize(("old", "new"), RENAMED)
def test_a_renamed_label_is_the_same_measure(old: str, new: str) -> None:
    assert keys_of(old)[0] == keys_of(new)[0]


@pytest.mark.parametrize(("one", "other"), APART)
def test_labels_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert not set(keys_of(one)[:1]) & set(keys_of(other)[:1])


def test_a_file_of_ones_own_adds_and_replaces() -> None:
    own = (
        "own.toml",
        "[measures.'ports.throughput']\nname = 'port throughput'\nfamilies = 'volume'\nphrases = 'port throughput'\n"
        "[measures.'gdp.nominal']\nname = 'output'\nfamilies = 'money'\nphrases = 'output'\n",
    )
    extended = load_vocabulary((own,))
    assert extended.measures["ports.throughput"].phrases == ("port throughput",)
    assert extended.measures["gdp.nominal"].name == "output"
    assert extended.phrases.get(("port", "throughput")) == (("ports.throughput",), ())
    assert "ports.throughput" not in load_vocabulary().measures


REFUSED = [
    ("", "no table [measures]"),
    ("[measures.'No Key']\nname = 'x'\nfamilies = 'money'\n", "is no key of a measure"),
    ("[measures.x]\nname = 'x'\n", "needs name and families"),
    ("[measures.x]\nname = 'x'\nfamilies = 'colour'\n", "names the unit family 'colour'"),
    ("[measures.x]\nname = 'x'\nfamilies = 'money'\nsynonyms = 'y'\n", "has no field 'synonyms'"),
    ("[measures.x]\nname = 'x'\nfamilies = ['money']\n", "must be a table of strings"),
    ("[measures", "cannot be read"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_a_file_that_is_off_is_refused_with_its_name(text: str, reason: str) -> None:
    with pytest.raises(InvalidSettings) as refusal:
        load_vocabulary((("project/own.toml", text),))
    message = str(refusal.value)
    assert reason in message
    assert "project/own.toml" in message
    assert "\n" not in message.replace("\\n", "")
