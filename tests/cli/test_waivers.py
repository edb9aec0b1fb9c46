"""waive, waivers and baseline, as a team uses them."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reportdiff.records.json import load_json
from reportdiff.records.schema import validate
from tests.cli.conftest import Outcome, Run

CENSUS = ("--subject", "utopia", "--publisher", "census", "--published", "2018-03-01")
DRAFT = "# Utopia\n\nTwo-way trade was $20 billion in 2015.\n"


def tell(run: Run, folder: Path, amount: str) -> None:
    """Have Census say that trade was *amount* billion in 2015, whatever it said before."""
    shutil.rmtree(folder / "snapshots" / "utopia" / "census-2018-03-01", ignore_errors=True)
    (folder / "census.txt").write_text(f"Two-way trade was ${amount} billion in 2015.\n", "utf-8")
    assert run("add", "census.txt", *CENSUS).code == 0


def findings(outcome: Outcome) -> list[dict[str, Any]]:
    data = outcome.out.encode()
    validate(load_json(data, name="findings"), "findings", name="findings")
    found: list[dict[str, Any]] = json.loads(data)["findings"]
    return found


def errors(run: Run, *options: str) -> list[dict[str, Any]]:
    return [each for each in findings(run("check", "--format", "json", *options)) if each["level"] == "error"]


def waive(run: Run, fingerprint: str, *options: str) -> Outcome:
    return run("waive", fingerprint, "--owner", "Ann", "--reason", "other coverage", *options)


@pytest.fixture
def contradicted(run: Run, store: Path) -> str:
    """The fingerprint of the one contradiction in the store."""
    tell(run, store, "16.5")
    (error,) = errors(run)
    return str(error["fingerprint"])


def test_the_story_of_a_waiver(run: Run, store: Path, contradicted: str) -> None:
    assert run("check").code == 1
    outcome = waive(run, contradicted, "--until", "2024-12-31")
    assert (outcome.code, outcome.out) == (0, f"{contradicted}\n")

    waived = run("check")
    assert waived.code == 0
    assert "waived  RD102 contradiction-across-editions" in waived.out
    assert "waived by Ann until 2024-12-31: other coverage" in waived.out
    assert "$16.5 billion" in waived.out
    assert waived.out.endswith("1 remark, 1 waived.\n")
    (error,) = errors(run)
    assert error["waived"] == {"owner": "Ann", "reason": "other coverage", "until": "2024-12-31"}
    assert " waived RD102 " in run("check", "--format", "line").out

    tell(run, store, "17")
    lapsed = run("check")
    assert lapsed.code == 1
    assert "error  RD102" in lapsed.out
    assert "error  RD912 waiver-lapsed" in lapsed.out
    said = " ".join(lapsed.out.split())
    assert "of $14 billion (2015) and $16.5 billion (2015) by Ann has lapsed" in said
    assert "for it now reads $14 billion (2015) and $17 billion (2015)" in said

    again = next(each for each in errors(run) if each["rule"]["code"] == "RD102")
    assert waive(run, again["fingerprint"]).code == 0
    assert run("check").code == 0
    assert run("waivers", "--format", "json").out.count('"holds"') == 1

    tell(run, store, "14")
    unused = run("check")
    assert unused.code == 1
    assert "RD913 waiver-unused" in unused.out
    assert run("waivers", "--prune").out.startswith(again["fingerprint"])
    assert run("waivers", "--prune").out == "Nothing to prune.\n"
    assert run("waivers").out == "No waivers.\n"
    assert run("check").code == 0


def test_an_expired_waiver_fails_the_run_with_what_it_was_for(run: Run, store: Path, contradicted: str) -> None:
    assert waive(run, contradicted, "--until", "2024-12-31").code == 0
    assert run("check", "--as-of", "2024-12-31").code == 0
    outcome = run("check", "--as-of", "2025-01-01")
    assert outcome.code == 1
    assert "error  RD102" in outcome.out
    assert "error  RD911 waiver-expired" in outcome.out
    assert "expired" in run("waivers", "--as-of", "2025-01-01").out
    assert waive(run, contradicted, "--until", "2025-06-30", "--as-of", "2025-01-01").code == 0
    assert run("check", "--as-of", "2025-01-01").code == 0


def test_the_day_may_come_from_source_date_epoch(
    run: Run, store: Path, contradicted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert waive(run, contradicted, "--until", "2024-12-31").code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    assert "the day is 2025-01-01" in " ".join(run("check").out.split())
    assert run("check", "--as-of", "2024-12-31").code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert run("check").code == 2


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[[waiver]]\nfingerprint = 'x'\n", "at /waiver/1"),
        ("what is this\n", "not TOML"),
        (
            "[[waiver]]\nfingerprint = '0123456789abcdef'\nowner = 'A'\nreason = 'r'\nuntil = '2024-02-30'\n",
            "/waiver/1/until",
        ),
    ],
)
@pytest.mark.parametrize("command", [("check",), ("lint", "draft.md"), ("waivers",), ("baseline", "write")])
def test_a_malformed_file_of_waivers_waives_nothing(
    run: Run, store: Path, contradicted: str, command: tuple[str, ...], written: str, said: str
) -> None:
    assert waive(run, contradicted).code == 0
    path = store / "snapshots" / "waivers.toml"
    path.write_text(path.read_text("utf-8") + written, "utf-8")
    (store / "draft.md").write_text(DRAFT, "utf-8")
    outcome = run(*command)
    assert (outcome.code, outcome.out) == (5, "")
    assert outcome.err.count("\n") == 1
    assert "waivers.toml" in outcome.err
    assert said in outcome.err


@pytest.mark.parametrize("name", ["waivers.toml", "baseline.json"])
def test_a_link_is_not_followed(run: Run, store: Path, name: str) -> None:
    (store / "elsewhere").write_text("", "utf-8")
    (store / "snapshots" / name).symlink_to(store / "elsewhere")
    outcome = run("check")
    assert (outcome.code, outcome.out) == (5, "")
    assert "symbolic link" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("0000000000000000", "--owner", "A", "--reason", "r"), 4, "no finding '0000000000000000'"),
        (("", "--owner", "A", "--reason", "r"), 4, "no finding ''"),
        (("{}", "--owner", " ", "--reason", "r"), 2, "needs an owner and a reason"),
        (("{}", "--owner", "A", "--reason", ""), 2, "needs an owner and a reason"),
        (("{}", "--owner", "A"), 2, "--reason"),
        (("{}", "--owner", "A", "--reason", "r", "--until", "tomorrow"), 2, "is no day"),
        (
            ("{}", "--owner", "A", "--reason", "r", "--until", "2023-12-31"),
            2,
            "is past: the day to judge by is 2024-01-10",
        ),
        (("{}", "--owner", "A", "--reason", "r", "--draft", "nofile.md"), 3, "no such file"),
    ],
)
def test_what_cannot_be_waived_so_writes_nothing(
    run: Run, store: Path, contradicted: str, arguments: tuple[str, ...], code: int, said: str
) -> None:
    outcome = run("waive", *(each.format(contradicted) for each in arguments))
    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert not (store / "snapshots" / "waivers.toml").exists()


def test_broken_provenance_is_not_waived(run: Run, store: Path) -> None:
    (store / "snapshots" / "utopia" / "crs-2024-01-10" / "text.md").write_text("something else", "utf-8")
    (error,) = errors(run)
    outcome = waive(run, error["fingerprint"])
    assert outcome.code == 2
    assert "cannot be waived" in outcome.err


def damage(store: Path, part: str) -> None:
    path = store / "snapshots" / "utopia" / "census-2018-03-01" / part
    path.write_bytes(path.read_bytes().replace(b"16.5", b"14.5"))


@pytest.mark.parametrize("part", ["source.txt", "text.md", "snapshot.json"])
@pytest.mark.parametrize("earlier", [False, True])
def test_no_baseline_is_made_of_a_damaged_store(
    run: Run, store: Path, contradicted: str, part: str, earlier: bool
) -> None:
    """What the damaged snapshot contradicts cannot be seen, and must not be taken for settled."""
    path = store / "snapshots" / "baseline.json"
    if earlier:
        assert run("baseline", "write").code == 0
    before = path.read_bytes() if earlier else b""
    damage(store, part)
    for command in ("write", "prune"):
        outcome = run("baseline", command)
        assert (outcome.code, outcome.out) == (3, "")
        assert outcome.err.count("\n") == 1
        assert "census-2018-03-01" in outcome.err
        assert "nothing is written until reportdiff validate finds the store sound" in outcome.err
    assert (path.read_bytes() if path.exists() else b"") == before
    for options in ((), ("--new-only",)):
        outcome = run("check", *options)
        assert outcome.code == 1
        assert "RD901" in outcome.out


def test_no_waiver_is_pruned_from_a_damaged_store(run: Run, store: Path, contradicted: str) -> None:
    assert waive(run, contradicted).code == 0
    damage(store, "text.md")
    assert "unused" in run("waivers").out
    outcome = run("waivers", "--prune")
    assert (outcome.code, outcome.out) == (3, "")
    assert contradicted in (store / "snapshots" / "waivers.toml").read_text("utf-8")


def test_a_waiver_that_holds_gives_way_only_when_it_is_told_to(run: Run, store: Path, contradicted: str) -> None:
    assert waive(run, contradicted, "--until", "2024-12-31").code == 0
    path = store / "snapshots" / "waivers.toml"
    first = path.read_bytes()
    again = ("waive", contradicted[:8], "--owner", "Bob", "--reason", "typo")
    outcome = run(*again)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"reportdiff: {contradicted} is waived already by Ann until 2024-12-31: other coverage; "
        "--replace puts this waiver in its place\n"
    )
    assert path.read_bytes() == first
    assert run(*again, "--replace").out == f"{contradicted}\n"
    (waiver,) = tomllib.loads(path.read_text("utf-8"))["waiver"]
    assert (waiver["owner"], waiver["reason"], "until" in waiver) == ("Bob", "typo", False)
    assert "waived already by Bob without an end: typo" in waive(run, contradicted).err


def test_a_waiver_is_named_by_its_first_digits_and_kept_as_text(run: Run, store: Path, contradicted: str) -> None:
    assert run("waive", contradicted[:6], "--owner", "Ann", "--reason", 'a "quoted"\nreason').code == 0
    data = tomllib.loads((store / "snapshots" / "waivers.toml").read_text("utf-8"))
    validate(data, "waivers", name="waivers")
    (waiver,) = data["waiver"]
    assert (waiver["fingerprint"], waiver["rule"], waiver["reason"]) == (contradicted, "RD102", 'a "quoted"\nreason')
    assert "\n" not in next(line for line in run("check").out.splitlines() if "waived by" in line)
    assert run("waive", contradicted[:3], "--owner", "Ann", "--reason", "r").code == 4


def test_a_waiver_for_a_draft_is_looked_at_when_the_draft_is(run: Run, store: Path) -> None:
    (store / "draft.md").write_text(DRAFT, "utf-8")
    (error,) = findings(run("lint", "draft.md", "--format", "json"))
    assert run("lint", "draft.md").code == 1
    assert waive(run, error["fingerprint"]).code == 4
    assert waive(run, error["fingerprint"], "--draft", "draft.md").code == 0
    assert run("lint", "draft.md").code == 0
    assert run("check").code == 0
    assert "holds" in run("waivers").out
    (store / "draft.md").write_text(DRAFT.replace("$20", "$21"), "utf-8")
    lapsed = run("lint", "draft.md")
    assert lapsed.code == 1
    assert "RD912" in lapsed.out
    assert run("check").code == 0
    (store / "draft.md").unlink()
    assert "unused" in run("waivers").out


def test_what_a_draft_says_twice_is_told_twice_and_waived_once(run: Run, store: Path) -> None:
    (store / "draft.md").write_text(DRAFT + "\nAs told above, two-way trade was $20 billion in 2015.\n", "utf-8")
    found = findings(run("lint", "draft.md", "--format", "json"))
    assert [each["place"]["line"] for each in found] == [3, 5]
    assert len({each["fingerprint"] for each in found}) == 1
    assert waive(run, found[0]["fingerprint"], "--draft", "draft.md").code == 0
    assert all(each["waived"] for each in findings(run("lint", "draft.md", "--format", "json")))
    assert run("lint", "draft.md").code == 0


def test_only_what_was_looked_at_can_be_unused(run: Run, store: Path, contradicted: str) -> None:
    import subprocess

    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "all")):
        subprocess.run(["git", *who, *arguments], cwd=store, check=True, capture_output=True)
    assert waive(run, contradicted).code == 0
    assert run("check", "--against", "main").out == "Nothing found.\n"
    assert run("check", "--as-of", "2018-03-01").code == 0


def test_a_baseline_lets_a_project_start_with_what_it_has(run: Run, store: Path, contradicted: str) -> None:
    assert run("check", "--new-only").code == 1
    assert run("baseline", "write").out == "2 findings in the baseline.\n"
    path = store / "snapshots" / "baseline.json"
    validate(load_json(path.read_bytes(), name="b"), "baseline", name="b")
    assert str(store) not in path.read_text("utf-8")
    before = path.read_bytes()
    assert run("check", "--new-only").out == "Nothing found.\n"
    whole = run("check")
    assert whole.code == 1
    assert "2 of them in the baseline" in whole.out
    assert {each["baseline_state"] for each in findings(run("check", "--format", "json"))} == {"unchanged"}

    (store / "late.txt").write_text("Two-way trade was $11 billion in 2009.\n", "utf-8")
    assert run("add", "late.txt", *CENSUS[:-1], "2018-06-01").code == 0
    fresh = findings(run("check", "--new-only", "--format", "json"))
    assert fresh
    assert {each["baseline_state"] for each in fresh} == {"new"}
    assert run("check", "--new-only").code == 1

    tell(run, store, "14")
    shutil.rmtree(store / "snapshots" / "utopia" / "census-2018-06-01")
    states = [each["baseline_state"] for each in findings(run("check", "--format", "json"))]
    assert sorted(states) == ["absent", "unchanged"]
    outcome = run("check")
    assert outcome.code == 0
    assert "gone  RD102" in outcome.out
    assert "No longer found: " in outcome.out
    assert outcome.out.endswith("1 remark, 1 gone, 1 of them in the baseline.\n")
    assert run("baseline", "prune").out.startswith(f"{contradicted} RD102 ")
    assert run("baseline", "prune").out == "Nothing to prune.\n"
    assert run("check", "--new-only").out == "Nothing found.\n"
    tell(run, store, "16.5")
    assert run("check", "--new-only").code == 1
    assert run("baseline", "write").code == 0
    assert path.read_bytes() == before


def test_a_baseline_of_drafts(run: Run, store: Path) -> None:
    (store / "draft.md").write_text(DRAFT, "utf-8")
    (store / "other.md").write_text(DRAFT.replace("$20", "$21"), "utf-8")
    assert run("baseline", "write", "draft.md").out == "2 findings in the baseline.\n"
    assert run("lint", "draft.md", "--new-only").code == 0
    assert run("lint", "other.md", "--new-only").code == 1
    assert run("baseline", "write", "other.md").out == "3 findings in the baseline.\n"
    (store / "draft.md").write_text("# Utopia\n\nIt is large.\n", "utf-8")
    assert [each["baseline_state"] for each in findings(run("lint", "draft.md", "--format", "json"))] == ["absent"]
    assert run("lint", "draft.md").code == 0
    assert run("baseline", "prune").out == "Nothing to prune.\n"
    assert " RD102 " in run("baseline", "prune", "draft.md").out
    assert run("lint", "other.md", "--new-only").code == 0


def test_what_is_waived_is_not_taken_into_the_baseline(run: Run, store: Path, contradicted: str) -> None:
    assert waive(run, contradicted, "--until", "2024-12-31").code == 0
    assert run("baseline", "write").out == "1 finding in the baseline.\n"
    assert run("check", "--new-only").code == 0
    assert run("check", "--new-only", "--as-of", "2025-01-01").code == 1


@pytest.mark.parametrize("data", [b"", b"{}", b"[", b'{"schema_version": 2, "findings": []}'])
@pytest.mark.parametrize("command", [("check",), ("check", "--new-only"), ("baseline", "prune")])
def test_a_broken_baseline_is_never_a_pass(run: Run, store: Path, data: bytes, command: tuple[str, ...]) -> None:
    (store / "snapshots" / "baseline.json").write_bytes(data)
    outcome = run(*command)
    assert (outcome.code, outcome.out) == (5, "")
    assert "baseline.json" in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_same_bytes_again(run: Run, store: Path, contradicted: str) -> None:
    assert waive(run, contradicted).code == 0
    first = (store / "snapshots" / "waivers.toml").read_bytes()
    assert waive(run, contradicted, "--replace").code == 0
    assert (store / "snapshots" / "waivers.toml").read_bytes() == first
    assert run("check", "--format", "json").out == run("check", "--format", "json").out
    assert run("waivers", "--format", "json").out == run("waivers", "--format", "json").out


def test_hostile_words_are_shown_by_number(run: Run, store: Path, contradicted: str) -> None:
    assert run("waive", contradicted, "--owner", "A\x1b[31m", "--reason", "r\u202e::error::x").code == 0
    for command in (("check",), ("check", "--format", "line"), ("waivers",)):
        out = run(*command).out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "<U+001B>" in out


def test_an_empty_store_is_no_pass_unless_it_is_allowed(run: Run, tmp_path: Path) -> None:
    assert run("init").code == 0
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    assert run("check").code == 3
    assert run("lint", "draft.md").code == 3
    assert run("check", "--allow-empty").out == "Nothing found.\n"
    assert run("lint", "draft.md", "--allow-empty").code == 0
    assert run("lint", "draft.md", "--allow-empty", "--subject", "utopia").code == 0
    assert run("waivers").out == "No waivers.\n"
