"""Corrections by people from the command line, and stored sources read anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportdiff.cli.annotate import read_member, read_period
from reportdiff.model.errors import UsageProblem
from reportdiff.store.snapshots import Store, read_sealed
from tests.cli.conftest import Run

STATE, CRS = "utopia/state-2017-01-25", "utopia/crs-2024-01-10"
WHO = ("--author", "Ann", "--reason", "a slip")


def id_of(folder: Path, snapshot: str, quote: str) -> str:
    claims = read_sealed(Store(root=folder), snapshot).claims
    return next(claim.id for claim in claims if quote in claim.quote.exact)


def diff_of(run: Run) -> list[dict[str, Any]]:
    changes: list[dict[str, Any]] = json.loads(run("diff", STATE, CRS, "--format", "json").out)["changes"]
    return changes


def test_a_correction_is_shown_as_such_and_compared(run: Run, store: Path) -> None:
    claim = id_of(store, STATE, "$14 billion")
    done = run("annotate", "correct", claim[:6], "--set", "amount=15000000000", "--set", "period=2016", *WHO)
    assert (done.code, done.out) == (0, f"{STATE}#{claim}\n")
    assert "$15 billion (2016)" in run("show", STATE).out
    assert "corrected by Ann: a slip" in run("show", STATE).out
    assert "corrected by Ann: a slip" in run("diff", STATE, CRS).out
    (change,) = [each for each in diff_of(run) if each["kind"] == "update" and each["series"].startswith("trade")]
    assert change["old"]["value"]["amount"] == 15000000000
    assert change["old"]["annotations"][0] == {
        "kind": "correct", "author": "Ann", "reason": "a slip", "claims": [f"{STATE}#{claim}"], "date": None,
    }  # fmt: skip
    assert run("validate").code == 0


def test_a_corrected_figure_is_told_as_corrected_and_never_as_printed(run: Run, store: Path) -> None:
    claim = id_of(store, CRS, "20%")
    assert run("annotate", "correct", claim, "--set", "amount=21", "--set", "comparator=more-than", *WHO).code == 0
    (store / "draft.txt").write_text("Utopia has a poverty rate of 15 percent.\n")
    (told,) = json.loads(run("lint", "draft.txt", "--format", "json").out)["findings"]
    assert "15 percent (undated) is overtaken by more than 21 percent (2019)" in told["message"]
    (diagnostic,) = json.loads(run("lint", "draft.txt", "--format", "rdjson").out)["diagnostics"]
    assert diagnostic["suggestions"][0]["text"] == "over 21 %"


def test_a_corrected_count_is_shown_in_digits(run: Run, store: Path) -> None:
    text = "Utopia has seen five peaceful elections since 2001. Its population is 3 million."
    (store / "votes.txt").write_text(text)
    about = ("--subject", "utopia", "--publisher", "desk", "--published", "2020-01-01")
    assert run("add", "votes.txt", *about).code == 0
    claim = id_of(store, "utopia/desk-2020-01-01", "five")
    assert run("annotate", "correct", claim, "--set", "amount=6", *WHO).code == 0
    figures = run("show", "desk").out.partition("FIGURES")[2].splitlines()
    assert figures[2].startswith("6 (")


def test_two_claims_that_are_not_the_same_are_no_update(run: Run, store: Path) -> None:
    names = [f"{STATE}#{id_of(store, STATE, '$14')}", f"crs-2024#{id_of(store, CRS, '$22')}"]
    assert run("annotate", "different", *names, *WHO).code == 0
    pairs = [
        (each["old"] or {}).get("id") for each in diff_of(run) if each["new"] and "$22" in each["new"]["quote"]["exact"]
    ]
    assert pairs == [None]
    assert run("annotate", "same", *names, *WHO).code == 0
    assert "one series, says Ann" in run("diff", STATE, CRS).out


def test_a_missing_claim_is_added_with_its_quote(run: Run, store: Path) -> None:
    done = run(
        "annotate", "add", "crs-2024", "--quote", "U.S. trade", "--measure", "trade.partners", "--amount", "1",
        "--unit", "count", "--period", "2022", *WHO, "--date", "2024-02-28",
    )  # fmt: skip
    assert done.code == 0
    assert "added by Ann (2024-02-28): a slip" in run("show", CRS).out
    assert run("validate").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("same", "zzz", "yyy"), 4, "no claim 'zzz'"),
        (("correct", "", "--set", "amount=3"), 4, "no claim ''"),
        (("correct", "nowhere#ab", "--set", "amount=3"), 4, "no snapshot 'nowhere'"),
        (("correct", "{14}", "--set", "amount"), 2, "is no NAME=VALUE"),
        (("correct", "{14}", "--set", "amount=many"), 2, "'many' is no number"),
        (("correct", "{14}", "--set", "period=2022-13"), 2, "'2022-13' is no period"),
        (("correct", "{14}", "--set", "amont=5"), 5, "(did you mean 'amount'?)"),
        (("correct", "{14}", "--set", "colour=red"), 5, "'colour' is no member of a quantity claim"),
        (("same", "{14}", "{14}"), 2, "name two or more claims"),
        (("add", "crs-2024", "--quote", "nothing of it", "--measure", "x", "--amount", "1", "--unit", "USD"), 2, "does not stand in"),
        (("add", "crs-2024", "--quote", "billion", "--measure", "x", "--amount", "1", "--unit", "USD"), 2, "stands 2 times"),
    ],
)  # fmt: skip
def test_what_cannot_be_decided_is_refused_and_nothing_written(
    run: Run, store: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    known = id_of(store, STATE, "$14 billion")
    outcome = run("annotate", *(each.replace("{14}", known) for each in arguments), *WHO)
    assert (outcome.code, outcome.out) == (code, "")
    assert told in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert not (store / "snapshots" / "utopia" / "annotations.toml").exists()


def test_an_author_and_a_reason_are_asked_for(run: Run, store: Path) -> None:
    claim = id_of(store, STATE, "$14 billion")
    assert run("annotate", "correct", claim, "--set", "amount=3", "--author", "Ann").code == 2
    assert (
        "needs an author"
        in run("annotate", "correct", claim, "--set", "amount=3", "--author", " ", "--reason", "x").err
    )


def test_an_ambiguous_beginning_lists_the_claims(run: Run, store: Path) -> None:
    snapshots = [read_sealed(Store(root=store), name) for name in (STATE, CRS)]
    every = [(snapshot.id, claim) for snapshot in snapshots for claim in snapshot.claims]
    first = next(claim.id[0] for _, claim in every if sum(other.id[0] == claim.id[0] for _, other in every) > 1)
    outcome = run("annotate", "correct", first, "--set", "amount=3", *WHO)
    assert outcome.code == 4
    assert f"'{first}' may be any of" in outcome.err


def test_an_invalid_file_ends_with_5_and_names_file_and_key(run: Run, store: Path) -> None:
    (store / "snapshots" / "utopia" / "annotations.toml").write_text('[[same]]\nclaims = ["a", "b"]\nauthor = 3\n')
    for arguments in (("show", CRS), ("validate",), ("check",), ("diff", STATE, CRS)):
        outcome = run(*arguments)
        assert outcome.code == 5
        assert "annotations.toml: at /same/0" in outcome.err
        assert len(outcome.err.splitlines()) == 1


def test_renormalize_finds_nothing_to_do_twice(run: Run, store: Path) -> None:
    first = run("renormalize")
    assert (first.code, first.out.splitlines()) == (0, [f"{CRS}: unchanged", f"{STATE}: unchanged"])
    assert run("renormalize", "--check", "--jobs", "2").out == first.out


def make_old(store: Path, snapshot: str) -> None:
    """Have the store hold what an earlier program read: a claim fewer, and one more."""
    from dataclasses import replace

    from reportdiff.store.renewal import replace_record
    from reportdiff.store.seal import seal

    old = read_sealed(Store(root=store), snapshot)
    first, *rest = old.claims
    older = replace(old, extractor=replace(old.extractor, version="0.0.1"), claims=(replace(first, id="former"), *rest))
    folder = Store(root=store).path_of(snapshot)
    before = (folder / "snapshot.json").read_bytes(), (folder / "text.md").read_bytes()
    replace_record(Store(root=store), snapshot, before, seal(older), older.text or "")


def test_renormalize_keeps_sources_and_annotations_and_tells_what_is_stale(run: Run, store: Path) -> None:
    claim = id_of(store, STATE, "$14 billion")
    make_old(store, CRS)
    assert run("annotate", "same", f"{STATE}#{claim}", f"{CRS}#former", *WHO).code == 0
    kept = (store / "snapshots" / "utopia" / "annotations.toml").read_bytes()
    source = (store / "snapshots" / "utopia" / "crs-2024-01-10" / "source.txt").read_bytes()
    before = read_sealed(Store(root=store), CRS)
    looked = run("renormalize", "--check")
    assert (looked.code, looked.out.splitlines()[0]) == (
        1,
        f"{CRS}: 2 of {len(before.claims)} claims changed (1 new, 1 gone)",
    )
    assert read_sealed(Store(root=store), CRS) == before
    done = run("renormalize")
    assert (done.code, done.out) == (3, looked.out)
    assert f"utopia/annotations.toml: {CRS}#former: no such claim is read any more" in done.err
    assert (store / "snapshots" / "utopia" / "annotations.toml").read_bytes() == kept
    assert (store / "snapshots" / "utopia" / "crs-2024-01-10" / "source.txt").read_bytes() == source
    assert run("validate").code == 3
    assert run("renormalize", "--check").code == 3


def test_what_a_newer_program_reads_is_no_news(run: Run, store: Path) -> None:
    record = store / "snapshots" / "utopia" / "crs-2024-01-10" / "snapshot.json"
    make_old(store, CRS)
    (store / "old.json").write_bytes(record.read_bytes())
    assert run("renormalize").code == 0
    outcome = run("diff", "old.json", CRS, "--exit-code", "--format", "json", "--only", "figures,facts")
    changes = json.loads(outcome.out)["changes"]
    assert outcome.code == 0
    assert changes
    assert all(change["technical"] for change in changes)


def test_a_damaged_snapshot_is_left_as_it_is(run: Run, store: Path) -> None:
    text = store / "snapshots" / "utopia" / "crs-2024-01-10" / "text.md"
    text.write_text("another text\n")
    outcome = run("renormalize")
    assert (outcome.code, outcome.out) == (3, f"{STATE}: unchanged\n")
    assert text.read_text() == "another text\n"


def test_a_source_in_a_named_encoding_is_read_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        "The café trade was worth $5 billion in 2015, as the ministry said.\n".encode("latin-1")
    )
    run("init")
    told = ("--subject", "utopia", "--publisher", "state", "--published", "2017-01-25")
    assert run("add", "a.txt", *told, "--encoding", "latin-1").code == 0
    assert run("renormalize", "--check").out == "utopia/state-2017-01-25: unchanged\n"


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022-06-30", ("2022-06-30", "2022-06-30")),
        ("2021-05..2022", ("2021-05-01", "2022-12-31")),
    ],
)
def test_a_period_is_two_days(told: str, days: tuple[str, str]) -> None:
    assert read_period(told) == days


def test_a_member_that_takes_a_word_may_be_emptied() -> None:
    assert read_member("per=") == {"value.per": ""}
    with pytest.raises(UsageProblem):
        read_member("=3")
