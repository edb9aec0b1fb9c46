"""What people decide about claims, written down beside the snapshots."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from reportdiff.api.about import read_day
from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.claim import Claim
from reportdiff.model.correction import Addition, Annotations
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import NotFound, UsageProblem
from reportdiff.records.annotations import dump_annotations
from reportdiff.records.files import write_alone
from reportdiff.store.annotations import (
    apply_annotations,
    find_quote,
    id_of_addition,
    read_annotations,
    with_addition,
    with_correction,
    with_decision,
)
from reportdiff.store.corrections import correction_of
from reportdiff.store.ids import match_id, subject_of, subjects_of
from reportdiff.store.lock import locked
from reportdiff.store.snapshots import ANNOTATIONS, Store, find_store, list_ids, read_sealed, read_snapshot

MOST_LISTED = 8


def decide(
    kind: AnnotationKind,
    claims: Sequence[str],
    *,
    author: str,
    reason: str,
    decided: date | str | None = None,
    folder: str | Path = ".",
) -> tuple[str, ...]:
    """Decide that *claims* are of one series (``SAME``) or not (``DIFFERENT``); their full names ``SNAPSHOT#CLAIM``.

    A claim is named by its id or the beginning of one, with ``SNAPSHOT#`` before it where that alone is not enough.
    An earlier decision about the very same claims gives way. Raises :class:`NotFound` for a claim that is not there,
    or that may be any of several; :class:`UsageProblem` for fewer than two claims, or claims of two subjects.
    """
    store = find_store(Path(folder))
    found = tuple(dict.fromkeys(find_claim(store, claim)[0] for claim in claims))
    subjects = subjects_of(found)
    if len(found) < 2 or len(subjects) > 1:
        raise UsageProblem(
            f"{len(found)} claim(s) of {len(subjects)} subject(s); name two or more claims of one subject"
        )
    decision = replace(_who(author, reason, decided), kind=kind, claims=found)
    _change(store, subjects[0], lambda annotations: with_decision(annotations, decision))
    return found


def correct(
    claim: str,
    members: Mapping[str, str | Decimal],
    *,
    author: str,
    reason: str,
    decided: date | str | None = None,
    folder: str | Path = ".",
) -> str:
    """Say how a claim reads: dotted *members* of its record, and what they should be; its full name.

    Members are for instance ``value.amount``, ``value.comparator``, ``period.start`` (a day), ``measure`` and
    ``dimensions.flow``; an empty text stands for nothing. Raises as :func:`decide`, and :class:`InvalidSettings` for
    what the claim cannot hold; then nothing is written.
    """
    store = find_store(Path(folder))
    name, _ = find_claim(store, claim)
    correction = correction_of(name, dict(members), _who(author, reason, decided))
    _change(store, subject_of(name), lambda annotations: with_correction(annotations, correction))
    return name


def add_missing(addition: Addition, *, folder: str | Path = ".") -> str:
    """Add a claim that the program did not read; its full name.

    The snapshot may be named by part of its id. Raises :class:`UsageProblem` unless the quote stands in its text once,
    or once behind the prefix.
    """
    store = find_store(Path(folder))
    snapshot = _find_snapshot(store, addition.snapshot)
    whole = replace(addition, snapshot=snapshot.id)
    _check_words(whole.annotation.author, whole.annotation.reason, whole.quote, whole.prefix, whole.measure, whole.unit)
    if find_quote(snapshot, whole) is None:
        words = f"{whole.prefix}{whole.quote}"
        count = (snapshot.text or "").count(words)
        hint = (
            "quote what the text says, as text.md has it" if not count else "tell which with --prefix, the words before"
        )
        stands = f"stands {count} times" if count else "does not stand"
        raise UsageProblem(f"{words[:80]!r} {stands} in the text of {snapshot.id}; {hint}")
    _change(store, snapshot.subject.id, lambda annotations: with_addition(annotations, whole))
    return f"{snapshot.id}#{id_of_addition(whole)}"


def find_claim(store: Store, told: str) -> tuple[str, Claim]:
    """The claim that a user names, with its full name ``SNAPSHOT#CLAIM``; :class:`NotFound` unless it is just one."""
    where, mark, prefix = told.rpartition("#")
    every = list(_claims(store, _find_snapshot(store, where).id if mark else None))
    exact = [(name, claim) for name, claim in every if claim.id == prefix]
    found = exact or [(name, claim) for name, claim in every if prefix and claim.id.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"no claim {told[:60]!r}; reportdiff show SNAPSHOT --format json shows the ids of its claims")
    names = ", ".join(f"{name} ({claim.quote.exact[:30]})" for name, claim in found[:MOST_LISTED])
    raise NotFound(f"{told[:60]!r} may be any of {len(found)} claims: {names}; name one of them in full")


def _claims(store: Store, snapshot: str | None) -> Iterator[tuple[str, Claim]]:
    for known in [snapshot] if snapshot else list_ids(store):
        for claim in read_snapshot(store, known).claims:
            yield f"{known}#{claim.id}", claim


def _find_snapshot(store: Store, told: str) -> Snapshot:
    known = match_id(told, list_ids(store), lambda name: read_sealed(store, name).publisher.id)
    return read_sealed(store, known)


def _change(store: Store, subject: str, change: Callable[[Annotations], Annotations]) -> None:
    """Write the annotations of *subject* anew, unless they would not hold for its snapshots; then its series."""
    from reportdiff.api.tracing import write_series

    path = store.folder / subject / ANNOTATIONS
    with locked(store.lock):
        changed = change(read_annotations(path, store.folder))
        data = dump_annotations(changed)
        for known in list_ids(store, subject):
            apply_annotations(read_sealed(store, known), changed, name=str(path))
        write_alone(path, data)
    write_series([subject], folder=store.root)


def _who(author: str, reason: str, decided: date | str | None) -> Annotation:
    _check_words(author, reason)
    day = None if decided is None else read_day(decided, "--date")
    return Annotation(kind=AnnotationKind.CORRECT, author=author, reason=reason, decided=day)


def _check_words(author: str, reason: str, *others: str) -> None:
    if not author.strip() or not reason.strip():
        raise UsageProblem("an annotation needs an author and a reason; give --author and --reason")
    for word in (author, reason, *others):
        try:
            word.encode()
        except UnicodeEncodeError:
            raise UsageProblem(f"{word[:40]!r} holds what is no character of a text; write it in UTF-8") from None
