"""The settings that say how documents are read hold for every command that reads one."""

from __future__ import annotations

import json

import pytest

COCOA = """\
[measures.'cocoa.exports']
name = 'cocoa exports'
families = 'money'
phrases = 'cocoa sales abroad'
labels = 'Bean trade'
"""
SETTINGS = 'fiscal_year_start = 4\nvocabulary = ["own.toml"]\n'
TEXT = "Cocoa sales abroad reached ${} billion in fiscal year 2020."
"""A fiscal year that begins in April and is called by the year in which it ends."""


@pytest.fixture
def project(run, tmp_path):
    assert run("init").code == 0
    (tmp_path / "reportdiff.toml").write_text(SETTINGS)
    (tmp_path / "own.toml").write_text(COCOA)
    (tmp_path / "four.txt").write_text(TEXT.format(4))
    (tmp_path / "five.txt").write_text(TEXT.format(5))
    return tmp_path


def told(text: str) -> list[tuple[str, str, str]]:
    claims = json.loads(text)["claims"]
    return [(claim["measure"], claim["period"]["start"], claim["period"]["end"]) for claim in claims]


ABOUT = ("--subject", "utopia", "--publisher", "desk", "--published", "2021-05-01")


def test_documents_are_read_by_them(run, project):
    expected = [("cocoa.exports", "2019-04-01", "2020-03-31")]
    assert told(run("normalize", "four.txt", "--format", "json").out) == expected
    assert run("add", "four.txt", *ABOUT).code == 0
    assert told(run("show", "utopia", "--format", "json").out) == expected
    assert "cocoa exports" in run("measures").out


def test_what_is_stored_is_read_again_by_them(run, project):
    assert run("add", "four.txt", *ABOUT).code == 0
    assert "unchanged" in run("renormalize", "--check").out
    (project / "reportdiff.toml").write_text(SETTINGS.replace("4", "10", 1))
    assert "unchanged" not in run("renormalize", "--check").out


def test_a_series_is_found_by_the_labels_of_the_projects_own_measures(run, project):
    assert run("add", "four.txt", *ABOUT).code == 0
    for command in ("timeline", "blame"):
        found = run(command, "utopia", "bean trade", "--format", "json")
        assert (found.code, "cocoa.exports" in found.out) == (0, True)


def test_drafts_and_files_side_by_side_are_read_by_them(run, project):
    assert run("add", "four.txt", *ABOUT).code == 0
    found = run("lint", "five.txt", "--subject", "utopia")
    assert (found.code, "cocoa exports" in found.out.lower()) == (1, True)
    changes = json.loads(run("diff", "four.txt", "five.txt", "--only", "figures", "--format", "json").out)["changes"]
    assert [change["old"]["measure"] for change in changes] == ["cocoa.exports"]


def test_a_measure_of_the_project_is_called_by_its_name_wherever_a_label_stands(run, project):
    (project / "own.toml").write_text(COCOA.replace("cocoa exports", "sales of cocoa beans"))
    assert run("add", "four.txt", *ABOUT).code == 0
    assert run("add", "five.txt", "--subject", "utopia", "--publisher", "other", "--published", "2022-05-01").code == 0
    label = "sales of cocoa beans"
    for form in ("text", "json", "markdown", "csv"):
        assert label in run("diff", "desk", "other", "--format", form).out.lower()
        assert label in run("timeline", "utopia", "cocoa", "exports", "--format", form).out.lower()
    for words in (("timeline", "utopia"), ("blame", "utopia", "cocoa.exports"), ("check",), ("changelog", "utopia")):
        assert label in run(*words).out.lower()
    (project / "reportdiff.toml").unlink()
    assert label in run("diff", "desk", "other").out.lower()


def test_a_name_given_later_is_taken_up_by_renormalize(run, project):
    assert run("add", "four.txt", *ABOUT).code == 0
    (project / "own.toml").write_text(COCOA.replace("cocoa exports", "sales of cocoa beans"))
    assert run("renormalize", "--check").code == 1
    assert run("renormalize").code == 0
    assert "sales of cocoa beans" in run("show", "utopia").out


def test_a_claim_corrected_to_another_measure_leaves_its_name_behind(run, project):
    assert run("add", "four.txt", *ABOUT).code == 0
    claim = json.loads(run("show", "utopia", "--format", "json").out)["claims"][0]["id"]
    who = ("--author", "Ann", "--reason", "all goods")
    assert run("annotate", "correct", claim, *who, "--set", "measure=trade.exports").code == 0
    corrected = json.loads(run("show", "utopia", "--format", "json").out)["claims"][0]
    assert ("name" in corrected, corrected["measure"]) == (False, "trade.exports")


@pytest.mark.parametrize(
    "words", [("add", "five.txt", *ABOUT), ("normalize", "four.txt"), ("lint", "five.txt", "--subject", "utopia")]
)
@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"[measures", b"[measures.'x']\nname = 'x'\n"])
def test_a_vocabulary_that_cannot_be_read_stops_what_reads(run, project, words, content):
    assert run("add", "four.txt", *ABOUT).code == 0
    (project / "own.toml").unlink() if content is None else (project / "own.toml").write_bytes(content)
    refused = run(*words)
    assert (refused.code, refused.out, refused.err.count("\n")) == (5, "", 1)
    assert "own.toml" in refused.err
