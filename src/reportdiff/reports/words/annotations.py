"""What people decided, in words."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.claim import Claim
from reportdiff.reports.screen import printable
from reportdiff.reports.words.values import say_claim

ALONE = {AnnotationKind.CORRECT: "corrected by {who}", AnnotationKind.ADD: "added by {who}"}
TOGETHER = {
    AnnotationKind.SAME: "one series, says {who}",
    AnnotationKind.DIFFERENT: "another series than {others}, says {who}",
}


def say_annotations(claims: Sequence[Claim]) -> list[str]:
    """What was decided about *claims*, a line a decision: ``corrected by Ann: a slip of the pen``.

    Of several claims each line begins with what the claim says.
    """
    told = ((claim, annotation) for claim in claims for annotation in claim.annotations)
    lines = (
        f"{say_claim(claim)} {_say(claim, annotation)}" if len(claims) > 1 else _say(claim, annotation)
        for claim, annotation in told
    )
    return list(dict.fromkeys(lines))


def _say(claim: Claim, annotation: Annotation) -> str:
    words = ALONE.get(annotation.kind) or TOGETHER[annotation.kind]
    others = [name for name in annotation.claims if name.rpartition("#")[2] != claim.id]
    said = words.format(who=annotation.author, others=", ".join(others) or "another")
    day = f" ({annotation.decided})" if annotation.decided else ""
    return " ".join(printable(f"{said}{day}: {annotation.reason}").split())
