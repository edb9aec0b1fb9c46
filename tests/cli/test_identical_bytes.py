"""Identical input gives identical bytes, whatever the seed of the hashes, the locale and the time zone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.identical import CALLS, outputs

ENVIRONMENTS = [
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "4711", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
]
"""Of two values of three things, each pair of values once; the rest is tried by tests/deep."""


def test_every_format_has_the_same_bytes_everywhere(root: Path, tmp_path: Path) -> None:
    if not (root / "snapshots").is_dir():
        pytest.skip("the shipped snapshots are not there")
    first, *others = [outputs(root, tmp_path / str(n), environment) for n, environment in enumerate(ENVIRONMENTS)]
    assert len(first) == len(CALLS)
    assert all(first.values())
    for other in others:
        assert [call for call in first if first[call] != other[call]] == []
    assert [call for call, data in first.items() if str(root).encode() in data] == []
