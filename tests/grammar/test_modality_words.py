"""Which words of a clause make a request, a plan, an estimate or a forecast of a figure, and how far they reach."""

from __future__ import annotations

import pytest

from reportdiff.grammar.modality import are_near, find_modal_hints, read_modality
from reportdiff.model.claim import Modality

REPORTED, REQUESTED, PROPOSED = Modality.REPORTED, Modality.REQUESTED, Modality.PROPOSED
FORECAST, ESTIMATED, PLANNED = Modality.FORECAST, Modality.ESTIMATED, Modality.PLANNED

CLAUSES = [
    # what no list of phrases can hold
    ("It seeks [$5]", REQUESTED), ("It is seeking [$5]", REQUESTED), ("They seek [$5]", REQUESTED), ("They seek [5]", REPORTED),
    ("It projects [5]", FORECAST), ("It gave the projects to [5]", REPORTED), ("They commit to [5]", PLANNED),
    ("It commits to [5]", PLANNED), ("It committed to [5]", PLANNED), ("It is committing itself to [5]", PLANNED),
    ("It committed [5]", REPORTED), ("By 2030 it reaches [5]", PLANNED), ("by 2099 it reaches [5]", PLANNED),
    ("By 2019 it reached [5]", REPORTED), ("By 20300 it reached [5]", REPORTED),
    # the strongest of a clause is meant; of two alike, either
    ("It will request [5]", REQUESTED), ("It requests and will spend [5]", REQUESTED), ("It estimated that they will [5]", ESTIMATED),
    ("It proposed an estimated [5]", PROPOSED), ("It expects an estimated [5]", FORECAST),
    ("It is unexpected at [5]", REPORTED), ("It is goodwill of [5]", REPORTED), ("It is willing at [5]", REPORTED),
    # a clause ends
    ("It will fall; it is [5]", REPORTED), ("It will fall: it is [5]", REPORTED), ("It will fall, and it is [5]", REPORTED),
    ("It will fall, but it is [5]", REPORTED), ("It will fall, while it is [5]", REPORTED),
    ("It will fall, which is [5]", REPORTED), ("It will fall, although it is [5]", REPORTED),
    ("It will fall, whereas it is [5]", REPORTED), ("It (as it will) is [5]", REPORTED), ("It will, however, be [5]", PLANNED),
    ("It will fall, andante, to [5]", PLANNED), ("It is; it will be [5]", PLANNED),
    # what is known already
    ("It will spend the [5]", REPORTED), ("It will spend its [5]", REPORTED), ("It will spend their [5]", REPORTED),
    ("It will spend our [5]", REPORTED), ("It will spend these [5]", REPORTED), ("It will spend those [5]", REPORTED),
    ("It pledged. The [5]", REPORTED), ("They pledged Its [5]", REPORTED), ("It will spend bathe [5]", PLANNED),
    ("It requested the [5]", REQUESTED), ("It expects the [5]", FORECAST),
    # behind the figure
    ("Some [5] are expected", FORECAST), ("Some [5] is projected", FORECAST), ("Some [5] were forecast", FORECAST),
    ("Some [5] was expected", FORECAST), ("Some [5] will be built", PLANNED), ("Some [5] will support it", PLANNED),
    ("Some [5] will help it", PLANNED), ("Some [5] will fall", REPORTED), ("Some [5] by 2030", PLANNED),
    ("Some [5] by 2019", REPORTED), ("Some [5] are planned", PLANNED), ("Some [5] is planned", PLANNED),
    ("Some [5] (2010 est.)", ESTIMATED), ("Some [5] (est)", ESTIMATED), ("Some [5] (a) (2010 est.)", ESTIMATED),
    ("Some [5] (2010)", REPORTED), ("Some [5], according to estimates", ESTIMATED),
    ("Some [5], according to official estimates", ESTIMATED), ("Some [5], according to two other estimates", REPORTED),
    ("Some [5]; more are expected", REPORTED), ("Some [5]: more are expected", REPORTED), ("Some [5]. Ten are expected", REPORTED),
    ("The [5] are planned", REPORTED), ("The [5] are expected", FORECAST), (f"Some [5] {'a' * 58} are expected", FORECAST),
    (f"Some [5] {'a' * 59} are expected", REPORTED),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CLAUSES)
def test_the_modality_of_a_clause(marked: str, expected: Modality) -> None:
    text = f" {marked.replace('[', '').replace(']', '')}"
    at, stop = marked.index("[") + 1, marked.index("]")
    assert read_modality(text, 1, at, stop, len(text)) is expected
    hints = find_modal_hints(text, 1, len(text))
    assert expected is REPORTED or are_near(hints, at, stop), "the quick look must see what is read"


def test_what_stands_outside_the_sentence_is_not_read() -> None:
    text = "It will grow. It is 5 now. More are expected."
    assert read_modality(text, 14, 20, 21, 26) is REPORTED
    assert read_modality(text, 0, 20, 21, 26) is PLANNED
    assert read_modality("It is 5 expected", 0, 6, 7, 8) is REPORTED


def test_how_far_words_reach() -> None:
    near, far = f"It will grow {'on ' * 128}5", f"It will grow {'on ' * 132}5"
    assert read_modality(near, 0, len(near) - 1, len(near), len(near)) is PLANNED
    assert read_modality(far, 0, len(far) - 1, len(far), len(far)) is REPORTED
    assert are_near([20], 420, 421)
    assert not are_near([19], 420, 421)
    assert not are_near([], 420, 421)


def test_the_quick_look() -> None:
    assert list(find_modal_hints(" It fell.", 1, 9)) == []
    assert list(find_modal_hints(" It will.", 1, 9)) == [8]
    assert list(find_modal_hints(" Expected by 2030", 1, 17)) == [9, 16]
    assert list(find_modal_hints("It will.", 0, 8)) == [0, 7]
    assert list(find_modal_hints(" goodwill", 1, 9)) == []
    assert list(find_modal_hints(" A will and more", 1, 6)) == []
