"""Agreement that proves nothing: one source told twice; and figures that nobody else tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from reportdiff.checks import catalogue
from reportdiff.checks.findings import remark, say_side
from reportdiff.compare.reasons import name_of, told
from reportdiff.model.change import Changed, ChangeKind, Diff
from reportdiff.model.document import Publisher, Snapshot
from reportdiff.model.finding import Finding, Side
from reportdiff.model.quantity import Quantity

AGREEMENT = frozenset({ChangeKind.CONFIRMED, ChangeKind.CARRIED_OVER, ChangeKind.REFINEMENT, ChangeKind.COARSENING})
"""The kinds by which one text seems to confirm the other."""

COMMON_WORDS = frozenset(
    "a an and agency authority board bureau center centre commission council department division for foundation fund "
    "government group in institute international ministry national of office on organisation organization service "
    "state states statistics the u.s us united".split()
)
"""Words that many names of publishers share: they alone name nobody."""

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\b)*")


def check_circularity(diff: Diff) -> Iterator[Finding]:
    """Figures on which two publishers agree because one has it from the other, or both from a third."""
    if diff.old.publisher.id == diff.new.publisher.id:
        return
    for change in diff.changes:
        if not isinstance(change, Changed) or change.kind not in AGREEMENT or change.technical:
            continue
        old, new = Side(claim=change.old, snapshot=diff.old), Side(claim=change.new, snapshot=diff.new)
        if why := _find_source(old, new):
            name = name_of(new.claim)
            agree = f"{name[:1].upper()}{name[1:]}: {told(old.claim)} and {told(new.claim)} agree"
            message = f"{agree}, but {why}: this is one source, not two ({say_side(old)}; {say_side(new)})"
            yield remark(catalogue.CIRCULAR_SUPPORT, change.series, old, new, message, at=new)


def check_support(draft: Snapshot, diffs: Iterable[Diff], witnessed: Collection[str]) -> Iterator[Finding]:
    """The figures of a draft, the old side of all *diffs*, of which no stored report speaks.

    *witnessed* are the ids of the draft's claims that something stored speaks of in another way.
    """
    spoken = {change.old.id for diff in diffs for change in diff.changes if isinstance(change, Changed)}
    for claim in draft.claims:
        if isinstance(claim.value, Quantity) and claim.id not in spoken and claim.id not in witnessed:
            side = Side(claim=claim, snapshot=draft, draft=True)
            message = f"No stored report speaks of {name_of(claim)}: {told(claim)}"
            yield remark(catalogue.UNSUPPORTED, claim.measure, side, None, message, at=side)


def names_publisher(attribution: str, publisher: Publisher) -> bool:
    """True where a text credits *publisher*: by its name, its id, or a name whose capitals are the id.

    >>> crs = Publisher(id="crs")
    >>> names_publisher("Congressional Research Service", crs), names_publisher("CRS", crs), names_publisher("IMF", crs)
    (True, True, False)
    """
    credited = attribution.casefold()
    if credited in {publisher.id, (publisher.name or publisher.id).casefold()}:
        return True
    capitals = "".join(word[0] for word in _WORD.findall(attribution) if word[0].isupper())
    if len(capitals) > 1 and capitals.casefold() == publisher.id:
        return True
    words = frozenset(_WORD.findall(credited))
    own = frozenset(_WORD.findall(publisher.id.replace("-", " ")))
    return own <= words and words - own <= COMMON_WORDS


def _find_source(old: Side, new: Side) -> str | None:
    """Where two figures that agree come from, if that is one place."""
    for teller, other in ((old, new), (new, old)):
        credited = teller.claim.attribution
        if credited and names_publisher(credited, other.snapshot.publisher):
            return f"{_name(teller)} credits it to {_name(other)}"
    sources = old.claim.attribution, new.claim.attribution
    if sources[0] and sources[1] and sources[0].casefold() == sources[1].casefold():
        return f"both credit it to {sources[1]}"
    return None


def _name(side: Side) -> str:
    return side.snapshot.publisher.name or side.snapshot.publisher.id
