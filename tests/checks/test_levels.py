"""Which level a project gives a finding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportdiff.api import read_text
from reportdiff.checks.catalogue import BINDING
from reportdiff.checks.findings import trips
from reportdiff.checks.levels import matches, settle_levels
from reportdiff.checks.run import check_editions, look_at_editions
from reportdiff.model.errors import InvalidSettings
from reportdiff.model.rule import Rule
from reportdiff.model.settings import DEFAULTS, Level, LevelsFor

PATHS = [
    ("drafts/old/a.md", "drafts", True),
    ("drafts/old/a.md", "drafts/", True),
    ("drafts/old/a.md", "/drafts/*/a.md", True),
    ("drafts/old/a.md", "old", True),
    ("drafts/old/a.md", "*.md", True),
    ("drafts/old/a.md", "drafts/*.md", False),
    ("drafts/old/a.md", "drafts/**", True),
    ("drafts/old/a.md", "drafts/**/*.md", True),
    ("drafts/a.md", "drafts/**/*.md", True),
    ("drafts/a.txt", "**/*.md", False),
    ("drafts/a.md", "**/a.md", True),
    ("a.md", "drafts/a.md", False),
    ("snapshots/peru/crs-2024-01-10", "snapshots/peru/crs-*", True),
    ("snapshots/peru/crs-2024-01-10", "snapshots/*/state-*", False),
    ("drafts", "drafts/a/b/c", False),
    ("a/b", "[!a]/b", False),
]


@pytest.mark.parametrize(("path", "pattern", "fits"), PATHS)
def test_forms_of_paths(path: str, pattern: str, fits: bool) -> None:
    assert matches(path, pattern) is fits


def test_a_hostile_form_takes_no_time() -> None:
    assert not matches("/".join(["a"] * 200), "/".join(["**", "a*a*a*a*"] * 60) + "/b")


STATE, CENSUS = (
    read_text(
        f"Two-way trade was ${amount} billion in 2015.", subject="utopia", publisher=who, published=f"201{day}-01-25"
    )
    for amount, who, day in (("14", "state", 7), ("16.5", "census", 8))
)
FOUND = look_at_editions([STATE, CENSUS], DEFAULTS, as_of=None)


@pytest.mark.parametrize(
    ("entries", "level"),
    [
        ((), Level.ERROR),
        ((LevelsFor(level=Level.INFO, rules=("RD102",)),), Level.INFO),
        ((LevelsFor(level=Level.INFO, rules=("contradiction-across-editions",)),), Level.INFO),
        ((LevelsFor(level=Level.INFO, rules=("stale",)),), Level.ERROR),
        ((LevelsFor(level=Level.INFO, publishers=("state",)),), Level.INFO),
        ((LevelsFor(level=Level.INFO, publishers=("census", "crs")),), Level.INFO),
        ((LevelsFor(level=Level.INFO, publishers=("crs",)),), Level.ERROR),
        ((LevelsFor(level=Level.INFO, subjects=("utopia",)),), Level.INFO),
        ((LevelsFor(level=Level.INFO, subjects=("atlantis",)),), Level.ERROR),
        ((LevelsFor(level=Level.INFO, paths=("snapshots/utopia/census-*",)),), Level.INFO),
        ((LevelsFor(level=Level.INFO, paths=("drafts",)),), Level.ERROR),
        ((LevelsFor(level=Level.INFO, subjects=("utopia",), publishers=("crs",)),), Level.ERROR),
        (
            (LevelsFor(level=Level.INFO, subjects=("utopia",)), LevelsFor(level=Level.WARNING, rules=("RD102",))),
            Level.WARNING,
        ),
        (
            (LevelsFor(level=Level.NONE, subjects=("utopia",)), LevelsFor(level=Level.WARNING, rules=("RD102",))),
            Level.WARNING,
        ),
    ],
)
def test_the_last_entry_that_fits_in_all_it_tells_decides(entries: tuple[LevelsFor, ...], level: Level) -> None:
    (finding,) = settle_levels(FOUND, replace(DEFAULTS, levels_for=entries))
    assert finding.level is level


def test_entries_come_after_the_levels_of_rules() -> None:
    settings = replace(DEFAULTS, levels=(("RD102", Level.NONE),))
    assert check_editions([STATE, CENSUS], settings, as_of=None) == ()
    both = replace(settings, levels_for=(LevelsFor(level=Level.WARNING, subjects=("utopia",)),))
    assert [each.level for each in check_editions([STATE, CENSUS], both, as_of=None)] == [Level.WARNING]


@pytest.mark.parametrize(
    "settings",
    [
        replace(DEFAULTS, levels=(("contradiction", Level.NONE),)),
        replace(DEFAULTS, levels_for=(LevelsFor(level=Level.NONE, rules=("stail",)),)),
    ],
)
def test_a_rule_that_there_is_not_is_refused(settings: object) -> None:
    assert isinstance(settings, type(DEFAULTS))
    with pytest.raises(InvalidSettings, match="did you mean"):
        settle_levels(FOUND, settings)


@pytest.mark.parametrize("rule", sorted(BINDING, key=lambda rule: rule.code), ids=lambda rule: rule.code)
def test_a_binding_rule_keeps_its_level(rule: Rule) -> None:
    broken = replace(FOUND[0], rule=rule)
    everything = replace(DEFAULTS, levels_for=(LevelsFor(level=Level.NONE, subjects=("utopia",)),))
    assert [each.level for each in settle_levels([*FOUND, broken], everything)] == [Level.ERROR]
    for name in (rule.code, rule.name):
        with pytest.raises(InvalidSettings, match=f"levels: {name} is always an error"):
            settle_levels(FOUND, replace(DEFAULTS, levels=((name, Level.NONE),)))


def test_what_makes_a_run_fail() -> None:
    (finding,) = settle_levels(FOUND, DEFAULTS)
    assert [trips(finding, level) for level in Level] == [True, True, True, False]
    milder = replace(finding, level=Level.INFO)
    assert [trips(milder, level) for level in Level] == [False, False, True, False]


@pytest.mark.parametrize(
    ("prefer", "said"),
    [(("census",), "; census is preferred"), (("crs", "state", "census"), "; state is preferred"), ((), "")],
)
def test_the_finding_says_which_source_wins(prefer: tuple[str, ...], said: str) -> None:
    (finding,) = check_editions([STATE, CENSUS], replace(DEFAULTS, prefer=prefer), as_of=None)
    assert finding.message.endswith(f"census, 2018-01-25){said}")
    assert finding.fingerprint == FOUND[0].fingerprint
