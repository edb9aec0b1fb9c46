"""How grave each finding is to a project: its rule's default, or what the settings say of rule, path and publisher."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase

from reportdiff.checks.catalogue import BINDING, RULES
from reportdiff.checks.findings import order_of
from reportdiff.model.errors import InvalidSettings
from reportdiff.model.finding import Finding
from reportdiff.model.rule import Rule
from reportdiff.model.settings import Level, LevelsFor, Settings
from reportdiff.records.fields import nearest

ANY_FOLDERS = "**"


def settle_levels(findings: Iterable[Finding], settings: Settings, *, draft: str | None = None) -> tuple[Finding, ...]:
    """The findings at the levels that the settings give them, in order; those of level ``none`` are left out.

    *draft* is the path, from the project's root, of the draft that they are about. Raises :class:`InvalidSettings` for
    a rule that the settings name and the catalogue has not, and where a binding one would be milder.
    """
    check_rules(settings)
    settled = (replace(each, level=level_of(each, settings, draft)) for each in findings)
    return tuple(sorted((each for each in settled if each.level is not Level.NONE), key=order_of))


def check_rules(settings: Settings) -> None:
    """Raise :class:`InvalidSettings` for a rule that the catalogue has not, and where a binding one would be milder."""
    known = {name for rule in RULES for name in (rule.code, rule.name)}
    named = [("levels", rule, level) for rule, level in settings.levels]
    named += [("levels_for", rule, entry.level) for entry in settings.levels_for for rule in entry.rules]
    for where, rule, level in named:
        if rule not in known:
            told = f"no rule {rule[:60]!r}{nearest(rule, known)}; reportdiff rules lists them"
            raise InvalidSettings(f"the settings, {where}: {told}")
        if level is not Level.ERROR and any(is_named(each, (rule,)) for each in BINDING):
            raise InvalidSettings(f"the settings, {where}: {rule} is always an error; leave it out")


def level_of(finding: Finding, settings: Settings, draft: str | None = None) -> Level:
    """The level of one finding: its own, unless a setting says otherwise; the last that fits decides.

    A binding rule keeps its own: no setting makes what is broken, or let pass no longer, look sound.
    """
    level = finding.level
    if finding.rule in BINDING:
        return level
    for rule, given in settings.levels:
        level = given if is_named(finding.rule, (rule,)) else level
    for entry in settings.levels_for:
        level = entry.level if _fits(entry, finding, draft) else level
    return level


def is_named(rule: Rule, names: Iterable[str]) -> bool:
    """True where one of *names* is the rule's code or name."""
    return any(name in (rule.code, rule.name) for name in names)


def matches(path: str, pattern: str) -> bool:
    """True where a path, or a folder that it lies in, has the form of *pattern*.

    ``*`` and ``?`` stop at a slash, ``**`` stands for any folders; a pattern without a slash fits at any depth.

    >>> matches("drafts/old/a.md", "drafts"), matches("drafts/old/a.md", "*.md"), matches("drafts/a.md", "old/*.md")
    (True, True, False)
    """
    wanted = pattern.strip("/").split("/")
    if "/" not in pattern.rstrip("/"):
        wanted = [ANY_FOLDERS, *wanted]
    return _match(path.split("/"), wanted)


def _match(parts: list[str], wanted: list[str]) -> bool:
    """Which numbers of leading *parts* the patterns so far account for, pattern by pattern."""
    reached = {0}
    for pattern in wanted:
        if pattern == ANY_FOLDERS:
            reached = set(range(min(reached, default=len(parts)), len(parts) + 1)) if reached else set()
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], pattern)}
    return bool(reached)


def _fits(entry: LevelsFor, finding: Finding, draft: str | None) -> bool:
    if entry.rules and not is_named(finding.rule, entry.rules):
        return False
    if entry.subjects and finding.subject not in entry.subjects:
        return False
    if entry.publishers and not set(entry.publishers).intersection(_publishers_of(finding)):
        return False
    return not entry.paths or any(matches(_path_of(finding, draft), pattern) for pattern in entry.paths)


def _publishers_of(finding: Finding) -> Iterator[str]:
    """Who stands on either side, a draft aside."""
    for side in (finding.old, finding.new):
        if side is not None and not side.draft:
            yield side.snapshot.publisher.id


def _path_of(finding: Finding, draft: str | None) -> str:
    """Where what is remarked upon lies, from the project's root."""
    if finding.place is None:
        return f"snapshots/{finding.where}"
    return draft or finding.place.path
