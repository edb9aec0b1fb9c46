"""Agreement that proves nothing: one source told twice; and figures that nobody else tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from reportdiff.checks import catalogue
from reportdiff.checks.findings import remark, say_side
from reportdiff.checks.publishers import Aliases, are_one_source, names_publisher
from reportdiff.compare.verdicts.reasons import name_of, told
from reportdiff.model.change import AGREEING, Changed, Diff
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Side
from reportdiff.model.quantity import Quantity


def check_circularity(diff: Diff, aliases: Aliases = ()) -> Iterator[Finding]:
    """Figures on which two publishers agree because one has it from the other, or both from a third."""
    if diff.old.publisher.id == diff.new.publisher.id:
        return
    for change in diff.changes:
        if not isinstance(change, Changed) or change.kind not in AGREEING or change.technical:
            continue
        old, new = Side(claim=change.old, snapshot=diff.old), Side(claim=change.new, snapshot=diff.new)
        if why := _find_source(old, new, aliases):
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


def _find_source(old: Side, new: Side, aliases: Aliases) -> str | None:
    """Where two figures that agree come from, if that is one place."""
    crediting = [
        f"{_name(teller)} credits it to {_name(other)}"
        for teller, other in ((old, new), (new, old))
        if (credited := teller.claim.attribution) and names_publisher(credited, other.snapshot.publisher, aliases)
    ]
    if crediting:
        return " and ".join(crediting)
    one, other = old.claim.attribution, new.claim.attribution
    if one and other and are_one_source(one, other, aliases):
        return f"both credit it to {one if one == other else f'{one} alias {other}'}"
    return None


def _name(side: Side) -> str:
    return side.snapshot.publisher.name or side.snapshot.publisher.id
