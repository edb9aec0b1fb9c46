"""Another language is refused by name; English, names and short texts never are."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.model.errors import UnreadableInput
from reportdiff.sources.language import find_language, is_plainly_english, refuse_foreign

FOREIGN = {
    "Spanish": "El Gobierno anunció que la economía del país creció un 3 por ciento en 2019 y que los precios subieron.",
    "French": "Le gouvernement a annoncé que la croissance est de 3 pour cent dans le pays et que les prix ont augmenté.",
    "German": "Die Regierung hat mitgeteilt, dass die Wirtschaft im Jahr 2019 um 3 Prozent gewachsen ist.",
    "Portuguese": "O governo anunciou que a economia do país cresceu 3 por cento em 2019 e que os preços não subiram.",
    "Italian": "Il governo ha annunciato che la crescita del paese è del 3 per cento e che i prezzi sono saliti.",
    "Dutch": "De regering heeft aangekondigd dat de economie van het land in 2019 met 3 procent is gegroeid.",
    "Russian, or another language in Cyrillic script": "Правительство объявило, что экономика выросла на 3 процента.",
    "Chinese": "政府宣布,2019年经济增长了百分之三。",
}
ENGLISH = [
    "GDP: $14 billion",
    "The bank lent $3 million to the farmers of the valley, and they repaid it in 2019.",
    "José Martínez de la Cruz y Fernández, El Salvador, La Paz, Los Ángeles, Río de la Plata " * 2,
    "Capital: Lima\nPopulation: 34 million\nArea: total: 1,285,220 sq km\n" * 30,
    "The Ministerio de Economía y Finanzas of the Republic said that the law had passed in the Congreso. " * 20,
]


@pytest.mark.parametrize(("name", "text"), FOREIGN.items())
def test_another_language_is_named_and_refused(name: str, text: str) -> None:
    assert find_language(f"{text} " * 6) == name
    with pytest.raises(UnreadableInput, match=rf"^a.txt: the text is in {name[:5]}.*--force"):
        refuse_foreign(f"{text} " * 6, name="a.txt")


@pytest.mark.parametrize("text", ENGLISH)
def test_english_and_what_may_be_english_passes(text: str) -> None:
    refuse_foreign(text, name="a.txt")
    assert find_language(text) in ("English", None)


def test_a_field_list_full_of_one_abbreviation_is_not_taken_for_another_language() -> None:
    line = "Birth rate: 28.09 births/1,000 population (2010 est.)\nInflation rate: 3.1% (2010 est.)\nMedian age: 21.1 years (2010 est.)\n"
    assert find_language(line * 6) in (None, "English")


ENGLISH_WORDS = ["the", "of", "and", "to", "which"]
OTHER_WORDS = ["GDP", "Perú", "x-ray", "12", "it’s", "growth.", "в", "1a2b3c", "—", "the-of"]


@given(st.lists(st.sampled_from(ENGLISH_WORDS + OTHER_WORDS * 4), min_size=100, max_size=400))
def test_the_quick_look_says_english_only_where_the_count_does(words: list[str]) -> None:
    lower = " ".join(words).lower()
    counts = Counter(re.findall(r"[^\W\d_]+", lower))
    if is_plainly_english(lower):
        assert sum(counts[word] for word in ENGLISH_WORDS) >= 0.16 * counts.total()
