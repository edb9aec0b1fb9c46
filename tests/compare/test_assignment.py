"""The best one-to-one assignment."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportdiff.compare.joining.assignment import assign

TABLES = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 30), max_size=14)


def best_sum(table: dict[tuple[int, int], int], row: int = 0, taken: frozenset[int] = frozenset()) -> int:
    if row > 4:
        return 0
    free = [column for at, column in table if at == row and column not in taken]
    sums = [table[row, column] + best_sum(table, row + 1, taken | {column}) for column in free]
    return max([best_sum(table, row + 1, taken), *sums])


@given(TABLES)
def test_no_other_assignment_has_a_higher_sum(table: dict[tuple[int, int], int]) -> None:
    pairs = assign(table)
    assert len(set(pairs.values())) == len(pairs)
    assert sum(table[pair] for pair in pairs.items()) == best_sum(table)


@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_candidates_does_not_matter(table: dict[tuple[int, int], int], random: object) -> None:
    items = list(table.items())
    random.shuffle(items)  # type: ignore[attr-defined]
    assert assign(dict(items)) == assign(table)


def test_best_overall_is_not_best_first() -> None:
    assert assign({(0, 0): 10, (0, 1): 9, (1, 0): 9}) == {0: 1, 1: 0}


def test_large_groups_are_joined_best_pair_first() -> None:
    table = {
        (row, column): 1000 - abs(row - column) for row in range(300) for column in range(max(0, row - 1), row + 2)
    }
    assert all(assign(table)[row] == row for row in range(300))
