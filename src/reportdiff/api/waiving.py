"""Findings that are let pass: waivers, and the baseline of what a project started with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportdiff.api.about import read_day
from reportdiff.api.checking import look, look_at_draft
from reportdiff.checks.aliases import keys_in
from reportdiff.checks.baseline import find_absent, is_kept, known_of
from reportdiff.checks.catalogue import BINDING, PROVENANCE
from reportdiff.checks.gate import Looked, settle
from reportdiff.checks.waivers import Judged, WaiverState, judge_waivers, waiver_of
from reportdiff.model.errors import NotFound, UnreadableInput, UsageProblem
from reportdiff.model.waiver import Waiver
from reportdiff.records.files import read_bytes
from reportdiff.records.settings import read_settings
from reportdiff.store.baseline import change_baseline, read_baseline
from reportdiff.store.snapshots import Store, find_store
from reportdiff.store.validation import validate_store
from reportdiff.store.waivers import change_waivers, read_waivers

if TYPE_CHECKING:
    from reportdiff.model.baseline import Known
    from reportdiff.model.finding import Finding
    from reportdiff.model.settings import Settings

FEWEST_DIGITS = 4
MOST_LISTED = 8


class Sought(NamedTuple):
    """Where a finding is looked for: in a store, as :func:`reportdiff.api.check` does, or in a draft, as ``lint`` does.

    ``draft`` is its path, ``subject`` what it is about; ``against`` is a git revision; ``as_of`` the day to judge by.
    """

    draft: str | Path | None = None
    subject: str | None = None
    against: str | None = None
    as_of: date | str | None = None


IN_STORE = Sought()


def waive(
    fingerprint: str,
    *,
    owner: str,
    reason: str,
    until: date | str | None = None,
    replace: bool = False,
    sought: Sought = IN_STORE,
    folder: str | Path = ".",
) -> Waiver:
    """Let the finding of a fingerprint, or of the beginning of one, pass until a day; the waiver as it was written.

    *sought* tells where it is looked for, which is the store without it. A waiver of it that has expired gives way, and
    one that lapsed because these values have taken the place of its own; one that holds only with *replace*. Raises
    :class:`NotFound` for a finding that is not there, :class:`UsageProblem` for one that is waived already or that no
    waiver can set aside, for an end that is past, and without an owner or a reason.
    """
    told = _check_words(owner, reason)
    store = find_store(Path(folder))
    settings = read_settings(store.root)
    end = None if until is None else read_day(until, "--until")
    looked = _look(store, settings, sought)
    finding = _find(fingerprint, looked.findings)
    if end is not None and looked.day is not None and end < looked.day:
        raise UsageProblem(f"--until {end} is past: the day to judge by is {looked.day}; give a later one")
    waiver = waiver_of(finding, owner=told[0], reason=told[1], until=end, draft=looked.draft)
    keys_of = keys_in(store)

    def change(waivers: tuple[Waiver, ...]) -> tuple[Waiver, ...]:
        judged = judge_waivers(waivers, looked.findings, day=looked.day, keys_of=keys_of)
        earlier = [each for each in judged if finding in each.findings]
        if not replace:
            _refuse_held(earlier)
        return (*_others(waivers, {waiver.fingerprint, *(each.waiver.fingerprint for each in earlier)}), waiver)

    change_waivers(store, change)
    return waiver


def list_waivers(*, as_of: date | str | None = None, folder: str | Path = ".") -> tuple[Judged, ...]:
    """Every waiver with its state, in the order of the file; drafts that waivers are about are read again."""
    store = find_store(Path(folder))
    return _judge_all(store, read_settings(store.root), read_waivers(store), as_of)


def prune_waivers(*, as_of: date | str | None = None, folder: str | Path = ".") -> tuple[Judged, ...]:
    """Remove the waivers that let nothing pass, and tell which they were.

    Raises :class:`UnreadableInput` for a damaged store, in which what they are for may not be seen.
    """
    every = list_waivers(as_of=as_of, folder=folder)
    gone = tuple(each for each in every if each.state is not WaiverState.HOLDS)
    names = {each.waiver.fingerprint for each in gone}
    if names:
        store = find_store(Path(folder))
        _refuse_damage([problem.message for problem in validate_store(store)])
        change_waivers(store, lambda waivers: tuple(each for each in waivers if each.fingerprint not in names))
    return gone


def write_baseline(
    drafts: Sequence[str | Path] = (), *, as_of: date | str | None = None, folder: str | Path = "."
) -> tuple[Known, ...]:
    """Make what is found in the store, and in *drafts*, the baseline; what it had of other drafts stays.

    What is waived, and what must be mended, is not taken in. Raises :class:`UnreadableInput` for a damaged store: a
    baseline of what can still be read would hide the rest.
    """
    store = find_store(Path(folder))
    settings = read_settings(store.root)
    every = _look_at_all(store, settings, drafts, as_of)
    found = [known for looked in every for known in _known_in(settle(looked, store, settings), looked)]
    seen = {looked.draft for looked in every}
    written: dict[str, Known] = {}

    def change(before: tuple[Known, ...]) -> tuple[Known, ...]:
        kept = (known for known in before if known.draft not in seen)
        written.update({known.fingerprint: known for known in (*kept, *found)})
        return tuple(written.values())

    change_baseline(store, change)
    return tuple(written.values())


def prune_baseline(
    drafts: Sequence[str | Path] = (), *, as_of: date | str | None = None, folder: str | Path = "."
) -> tuple[Known, ...]:
    """Remove from the baseline what is found no more in the store and in *drafts*, and tell what that was.

    Raises :class:`UnreadableInput` for a damaged store, in which it may only not be seen.
    """
    store = find_store(Path(folder))
    keys_of = keys_in(store)
    every = _look_at_all(store, read_settings(store.root), drafts, as_of)
    gone: dict[str, Known] = {}

    def change(before: tuple[Known, ...]) -> tuple[Known, ...]:
        for looked in every:
            absent = find_absent(looked.findings, before, keys_of, draft=looked.draft)
            gone.update({known.fingerprint: known for known in absent})
        return tuple(known for known in before if known.fingerprint not in gone)

    change_baseline(store, change)
    return tuple(gone.values())


def _look(store: Store, settings: Settings, sought: Sought) -> Looked:
    if sought.draft is None:
        return look(store, settings, against=sought.against, as_of=sought.as_of)
    data = read_bytes(Path(sought.draft))
    name, subject = str(sought.draft), sought.subject
    return look_at_draft(data, store, settings, name=name, subject=subject, as_of=sought.as_of)


def _look_at_all(
    store: Store, settings: Settings, drafts: Sequence[str | Path], as_of: date | str | None
) -> tuple[Looked, ...]:
    """What is found in a sound store and in *drafts*."""
    # what cannot be read of these two is told as such, and not as damage to the store
    read_waivers(store), read_baseline(store)
    own = _look(store, settings, Sought(as_of=as_of))
    _refuse_damage([finding.message for finding in own.findings if finding.rule is PROVENANCE])
    return (own, *(_look(store, settings, Sought(draft=each, as_of=as_of)) for each in drafts))


def _judge_all(
    store: Store, settings: Settings, waivers: tuple[Waiver, ...], as_of: date | str | None
) -> tuple[Judged, ...]:
    if not waivers:
        return ()
    own = look(store, settings, against=None, as_of=as_of, allow_empty=True)
    found = list(own.findings)
    drafts = dict.fromkeys((each.draft, each.subject) for each in waivers if each.draft is not None)
    for path, subject in drafts:
        file = store.root / path
        if file.is_file():
            data = read_bytes(file)
            looked = look_at_draft(data, store, settings, name=path, subject=subject, as_of=as_of, allow_empty=True)
            found += looked.findings
    return judge_waivers(waivers, found, day=own.day, keys_of=keys_in(store))


def _known_in(findings: Iterable[Finding], looked: Looked) -> Iterable[Known]:
    return (known_of(finding, draft=looked.draft) for finding in findings if is_kept(finding))


def _find(told: str, findings: Sequence[Finding]) -> Finding:
    """The finding of a fingerprint, or of the beginning of one that is not ambiguous."""
    wanted = told.casefold()
    found = [each for each in findings if len(wanted) >= FEWEST_DIGITS and each.fingerprint.startswith(wanted)]
    if len({each.fingerprint for each in found}) > 1:
        listed = ", ".join(f"{each.fingerprint} ({each.rule.name})" for each in found[:MOST_LISTED])
        raise NotFound(f"{told[:40]!r} may be any of {listed}; give more of its digits")
    if not found:
        todo = "check shows them; for one that lint shows, name the draft with --draft"
        raise NotFound(f"no finding {told[:40]!r} among {len(findings)}; {todo}")
    if found[0].rule in BINDING:
        raise UsageProblem(
            f"{found[0].rule.name} cannot be waived; reportdiff explain {found[0].rule.code} says what to do"
        )
    return found[0]


def _refuse_held(judged: Iterable[Judged]) -> None:
    for waiver in (each.waiver for each in judged if each.state is WaiverState.HOLDS):
        end = f"until {waiver.until}" if waiver.until else "without an end"
        raise UsageProblem(
            f"{waiver.fingerprint} is waived already by {waiver.owner} {end}: {waiver.reason}; "
            "--replace puts this waiver in its place"
        )


def _refuse_damage(broken: Sequence[str]) -> None:
    """Raise :class:`UnreadableInput` where something is *broken*: in the rest not all there is can be found."""
    if broken:
        more = f" ({len(broken) - 1} more)" if broken[1:] else ""
        raise UnreadableInput(f"{broken[0]}{more}; nothing is written until reportdiff validate finds the store sound")


def _others(waivers: Iterable[Waiver], fingerprints: Collection[str]) -> tuple[Waiver, ...]:
    return tuple(each for each in waivers if each.fingerprint not in fingerprints)


def _check_words(*words: str) -> tuple[str, ...]:
    for word in words:
        if not word.strip():
            raise UsageProblem("a waiver needs an owner and a reason; give --owner and --reason")
        try:
            word.encode()
        except UnicodeEncodeError:
            raise UsageProblem(f"{word[:40]!r} holds what is no character of a text; write it in UTF-8") from None
    return words
