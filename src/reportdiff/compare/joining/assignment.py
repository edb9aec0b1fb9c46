"""The best one-to-one assignment over a sparse table of scores."""

from __future__ import annotations

from collections.abc import Mapping

Edges = Mapping[tuple[int, int], int]
"""Scores of candidate pairs: (row, column) to a positive whole number; absent pairs cannot be joined."""

LARGEST = 250
"""Groups with more rows or columns than this are assigned best pair first: a full search grows with the cube."""


def assign(edges: Edges) -> dict[int, int]:
    """The one-to-one pairs, row to column, whose scores sum highest.

    Whole numbers make the outcome exact; among equal outcomes the one found from the lowest rows and columns on.
    """
    pairs: dict[int, int] = {}
    for rows, columns in _groups(edges):
        if max(len(rows), len(columns)) > LARGEST:
            pairs.update(_assign_best_first(edges, rows, columns))
        elif len(rows) == 1 or len(columns) == 1:
            best = max((edges.get((r, c), 0), -r, -c) for r in rows for c in columns)
            pairs[-best[1]] = -best[2]
        else:
            pairs.update(_assign_group(edges, rows, columns))
    return pairs


def _groups(edges: Edges) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that hang together by candidate pairs."""
    by_row: dict[int, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for row, column in edges:
        by_row.setdefault(row, []).append(column)
        by_column.setdefault(column, []).append(row)
    groups, seen = [], set()
    for first in sorted(by_row):
        if first in seen:
            continue
        rows, columns, waiting = {first}, set[int](), [first]
        while waiting:
            for column in by_row[waiting.pop()]:
                if column not in columns:
                    columns.add(column)
                    fresh = [row for row in by_column[column] if row not in rows]
                    rows.update(fresh)
                    waiting.extend(fresh)
        seen |= rows
        groups.append((sorted(rows), sorted(columns)))
    return groups


def _assign_best_first(edges: Edges, rows: list[int], columns: list[int]) -> dict[int, int]:
    inside = set(rows)
    ranked = sorted((-score, row, column) for (row, column), score in edges.items() if row in inside)
    pairs: dict[int, int] = {}
    free = set(columns)
    for _, row, column in ranked:
        if row not in pairs and column in free:
            pairs[row] = column
            free.remove(column)
    return pairs


def _assign_group(edges: Edges, rows: list[int], columns: list[int]) -> dict[int, int]:
    """Hungarian method with potentials on a square table of costs; absent pairs cost as much as no pair."""
    size = max(len(rows), len(columns))
    costs = [[-edges.get((row, column), 0) for column in columns] + [0] * (size - len(columns)) for row in rows]
    costs += [[0] * size for _ in range(size - len(rows))]
    owner = _solve(costs)
    pairs = {}
    for place, holder in enumerate(owner):
        if place < len(columns) and holder < len(rows) and (rows[holder], columns[place]) in edges:
            pairs[rows[holder]] = columns[place]
    return pairs


def _solve(costs: list[list[int]]) -> list[int]:
    """For each column of a square table its row, at the least sum (Kuhn 1955, shortest augmenting paths).

    One loop on purpose: it runs size cubed times.
    """
    size = len(costs)
    infinite = 1 + sum(max(map(abs, row)) for row in costs) * 2
    row_price, column_price = [0] * (size + 1), [0] * (size + 1)
    owner, came_from = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        owner[0], column = row, 0
        slack, done = [infinite] * (size + 1), [False] * (size + 1)
        while True:
            done[column] = True
            here, least, following = owner[column], infinite, 0
            costs_here, price_here = costs[here - 1], row_price[here]
            for j in range(1, size + 1):
                if not done[j]:
                    reduced = costs_here[j - 1] - price_here - column_price[j]
                    if reduced < slack[j]:
                        slack[j], came_from[j] = reduced, column
                    if slack[j] < least:
                        least, following = slack[j], j
            for j in range(size + 1):
                if done[j]:
                    row_price[owner[j]] += least
                    column_price[j] -= least
                else:
                    slack[j] -= least
            column = following
            if owner[column] == 0:
                break
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    return [holder - 1 for holder in owner[1:]]
