"""The parts that a subject's series are shown in: those of the vocabulary, facts, and what has no name there."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from reportdiff import vocabulary
from reportdiff.compare.reading.telling import is_open
from reportdiff.model.claim import Claim, ClaimKind

FACTS, OTHER = "facts", "own-words"
TITLES = {FACTS: "Facts", OTHER: "In the texts’ own words"}


def topic_of(claim: Claim) -> str:
    """The part that the series of *claim* stands in: ``economy``, ``facts``, ``own-words``."""
    if claim.kind is not ClaimKind.QUANTITY:
        return FACTS
    return OTHER if is_open(claim) else _topics().get(claim.measure, OTHER)


def name_topic(topic: str) -> str:
    """A part by the name that people read."""
    return TITLES.get(topic, topic.replace("-", " ").capitalize())


def order_of(topic: str) -> tuple[int, str]:
    """Named measures first, then facts, then own words."""
    return {FACTS: 1, OTHER: 2}.get(topic, 0), topic


@cache
def _topics() -> dict[str, str]:
    """Key of a measure → the file of the vocabulary that defines it."""
    folder = Path(vocabulary.__file__).parent / "measures"
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.toml")):
        found.update(dict.fromkeys(tomllib.loads(file.read_text("utf-8"))["measures"], file.stem))
    return found
