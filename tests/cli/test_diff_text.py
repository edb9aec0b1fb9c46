"""``diff --only text``: the wording, alone or with the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportdiff.records.json import load_json
from reportdiff.records.schema import validate
from tests.cli.conftest import Run

PAIR = ("state-2017", "crs-2024")


def test_the_text_is_compared_when_asked_for(run: Run, store: Path) -> None:
    done = run("diff", *PAIR, "--only", "text")
    assert (done.code, done.err) == (0, "")
    assert "WORDING" in done.out
    assert "CHANGED" not in done.out and "FRAMING" not in done.out
    assert "WORDING" not in run("diff", *PAIR).out


@pytest.mark.parametrize("only", ["text,figures", "figures,text", "facts,framing,text", "figures,facts,framing,text"])
def test_it_goes_with_the_other_aspects(run: Run, store: Path, only: str) -> None:
    done = run("diff", *PAIR, "--only", only)
    assert done.code == 0
    assert "WORDING" in done.out
    assert ("Two-way trade" in done.out.partition("WORDING")[0]) is ("figures" in only)


def test_the_json_holds_it_and_fits_the_schema(run: Run, store: Path) -> None:
    done = run("diff", *PAIR, "--only", "text", "--format", "json")
    validate(load_json(done.out.encode(), name="out"), "diff", name="out")
    told = json.loads(done.out)
    assert told["changes"] == []
    assert told["wording"]["share"]["changed"] > 0
    assert json.loads(run("diff", *PAIR, "--format", "json").out)["wording"] is None


def test_other_words_are_news_to_the_exit_code(run: Run, store: Path) -> None:
    assert run("diff", *PAIR, "--only", "text", "--exit-code").code == 1
    assert run("diff", "crs-2024", "crs-2024", "--only", "text", "--exit-code").code == 0


@pytest.fixture
def textless(run: Run, store: Path) -> str:
    """A snapshot as JSON without its text."""
    record = json.loads(run("show", "crs-2024", "--format", "json").out)
    record.pop("text")
    (store / "textless.json").write_text(json.dumps(record), "utf-8")
    return "textless.json"


def test_without_a_text_it_is_refused_where_nothing_else_was_asked_for(run: Run, textless: str) -> None:
    done = run("diff", "state-2017", textless, "--only", "text")
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        "reportdiff: utopia/crs-2024-01-10: no text at hand, so its wording cannot be compared; name it where it is stored\n"
    )


def test_without_a_text_the_rest_is_still_shown(run: Run, textless: str) -> None:
    done = run("diff", "state-2017", textless, "--only", "figures,text")
    assert done.code == 0
    assert "Two-way trade" in done.out and "WORDING" not in done.out
    assert "no text at hand" in done.err


def test_an_unknown_aspect_is_wrong_usage(run: Run, store: Path) -> None:
    done = run("diff", *PAIR, "--only", "text,words")
    assert done.code == 2
    assert "take any of figures,facts,framing,text" in done.err
