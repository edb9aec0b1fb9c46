"""Which pairs win where several could be joined."""

from __future__ import annotations

from dataclasses import replace

from reportdiff.compare.diff import diff_snapshots
from reportdiff.compare.joining.assignment import assign
from reportdiff.compare.joining.both import Reading
from reportdiff.compare.joining.matching import BASE
from reportdiff.compare.joining.series import align_series
from reportdiff.compare.reading.telling import telling_of
from reportdiff.model.change import Changed
from reportdiff.model.document import Snapshot
from reportdiff.model.span import Section
from tests.compare.writing import snapshot

LATER = "2022-01-01"

LISTED = (
    "The relief agency counted {112 floods|112 count 2018 counted=flood} in 2018 and helped towns after"
    " {37 floods|37 count 2019-01 counted=flood} in January, the last month told.",
    "The relief agency counted {94 floods|94 count 2020 counted=flood} in 2020 and helped towns after"
    " {98 floods|98 count 2021-01 counted=flood} in January, the last month told.",
)


def joined(old: Snapshot, new: Snapshot) -> list[tuple[str, str]]:
    reading = Reading(telling_of(old), telling_of(new))
    return [
        (one.quote.exact, other.quote.exact)
        for series in align_series(reading)
        for one in series.old
        for other in series.new
    ]


def test_two_lists_of_one_length_are_joined_in_order() -> None:
    old, new = snapshot(LISTED[0]), snapshot(LISTED[1], published=LATER)
    assert joined(old, new) == [("112 floods", "94 floods"), ("37 floods", "98 floods")]
    assert joined(new, old) == [("94 floods", "112 floods"), ("98 floods", "37 floods")]


def _under(title: str, written: str, published: str) -> Snapshot:
    told = snapshot(f"{title}\n{written}", published=published)
    assert told.text is not None
    return replace(told, sections=(Section(title=title, level=1, start=0, end=len(told.text)),))


INSPECTED = (
    "Through July the inspectorate visited {310 sites|310 count counted=site} and issued warnings in the north.",
    "The labor inspectorate visited {280 sites|280 count counted=site} and issued fines through August.",
)


def test_sections_of_other_topics_keep_figures_apart() -> None:
    old = _under("c. Child Labor", INSPECTED[0], "2020-01-01")
    same = _under("d. Prohibition of Child Labor", INSPECTED[1], LATER)
    other = _under("Environmental Protection", INSPECTED[1], LATER)
    assert joined(old, same) == [("310 sites", "280 sites")]
    assert joined(same, old) == [("280 sites", "310 sites")]
    assert joined(old, other) == []
    assert joined(other, old) == []


def test_a_figure_told_twice_is_quoted_where_the_words_agree() -> None:
    """The reader sees both sentences side by side: of two that say the same, the more alike one."""
    key = "measure=prison.pretrial-share"
    old = snapshot(f"The institute said {{39 percent|39 percent {key}}} of prisoners were held awaiting trial.")
    new = snapshot(
        f"Of inmates, {{36 percent|36 percent {key}}} had no sentence.\n"
        f"The institute said {{36 percent|36 percent {key}}} of prisoners were held awaiting trial.",
        published=LATER,
    )
    pairs = [
        (change.old.position.start, change.new.position.start)
        for change in diff_snapshots(old, new).changes
        if isinstance(change, Changed)
    ]
    assert pairs == [(old.claims[0].position.start, new.claims[1].position.start)]
    swapped = [change for change in diff_snapshots(new, old).changes if isinstance(change, Changed)]
    assert [change.old.position.start for change in swapped] == [new.claims[1].position.start]


HOLDING = (
    "The old prison could hold {%s|%s person counted=inmate} decades ago.",
    "Officials said the prison at the coast holds beds for {%s|%s person counted=inmate}.",
)


def test_many_digits_prove_more_than_one() -> None:
    def told(figure: str, amount: str) -> list[tuple[str, str]]:
        old, new = (line % (figure, amount) for line in HOLDING)
        return joined(snapshot(old), snapshot(new, published=LATER))

    assert told("9,945 inmates", "9945") == [("9,945 inmates", "9,945 inmates")]
    assert told("six inmates", "6") == []


def test_one_sure_pair_outweighs_two_weak_ones() -> None:
    """The sum over two halves of another reading would be the greater one."""
    weights = {(0, 1): 561, (1, 0): 619, (1, 1): 867}
    strengths = {pair: (likeness - 430 + BASE) ** 2 for pair, likeness in weights.items()}
    assert assign(weights) == {0: 1, 1: 0}
    assert assign(strengths) == {1: 1}
