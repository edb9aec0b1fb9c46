from __future__ import annotations

import copy
import json
import socket
import threading
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reportdiff.model.change import Added, Changed, ChangeKind, Delta, Diff, Dropped
from reportdiff.model.errors import NotFound, UnreadableInput
from reportdiff.model.quantity import Comparator
from reportdiff.model.span import Span
from reportdiff.model.wording import Hunk, SectionWording, SentenceChange, Share, WordingDiff, WordingKind
from reportdiff.records.diff import dump_diff, encode_diff
from reportdiff.records.json import load_json
from reportdiff.records.schema import SCHEMAS, build_validator, schema_text, validate
from tests.records import outputs
from tests.records.samples import SNAPSHOT
from tests.records.test_snapshot import OTHER_VALUES, RECORD, changed, places

CLAIM = SNAPSHOT.claims[0]
DELTA = Delta(
    absolute=Decimal(8), percent=Decimal("57.14"), ratio=Decimal("1.57"), points=None, comparator=Comparator.MORE_THAN
)
PLACE_OF_A_WORD = Span(0, 1)
WORDING = WordingDiff(
    changes=(
        SentenceChange(
            kind=WordingKind.REWORDED,
            old=(PLACE_OF_A_WORD,),
            new=(PLACE_OF_A_WORD,),
            hunks=(Hunk(PLACE_OF_A_WORD, Span(1, 1)),),
            moved=True,
        ),
        *(SentenceChange(kind=kind, new=(PLACE_OF_A_WORD,)) for kind in WordingKind),
    ),
    equal=1,
    share=Share(1, 2),
    sections=(SectionWording(title="", old=PLACE_OF_A_WORD, new=None, share=Share(1, 2)),),
)
DIFF = Diff(
    old=SNAPSHOT,
    new=SNAPSHOT,
    changes=(
        Changed(kind=ChangeKind.UPDATE, series="trade", old=CLAIM, new=CLAIM, reason="later", delta=DELTA),
        Added(series="trade", new=CLAIM, reason="new"),
        Dropped(series="trade", old=SNAPSHOT.claims[1], reason="gone", kind=ChangeKind.NOT_MENTIONED, technical=True),
        *(Added(series="trade", new=claim, reason="") for claim in SNAPSHOT.claims),
    ),
    wording=WORDING,
)
SIDE = {"snapshot": None, "publisher": "CRS", "published": "2024-01-10", "claim": RECORD["claims"][0]}
PLACE = {"path": "draft.md", "line": 1, "column": 1, "end_line": 1, "end_column": 9}
FINDING = {
    "rule": {"code": "RD001", "name": "contradiction"}, "level": "error", "subject": "peru", "series": None, "old": SIDE,
    "new": {**SIDE, "claim": RECORD["claims"][1]}, "place": PLACE, "message": "…", "fingerprint": "f",
    "baseline_state": "new", "waived": {"owner": "A", "reason": "B", "until": "2025-01-01"},
}  # fmt: skip
DECIDED = {"author": "A", "reason": "B", "date": "2024-01-01"}
OBSERVATION = {
    "number": 1, "snapshot": "peru/crs-2024-01-10", "publisher": "CRS", "published": "2024-01-10", "claim": RECORD["claims"][0],
    "standing": "stale", "overtaken_by": "c", "conflicts": [{"kind": "spread", "number": 2}],
}  # fmt: skip
CITATION = {
    "snapshot": "peru/crs-2024-01-10",
    "publisher": "crs",
    "published": "2024-01-10",
    "claim": RECORD["claims"][0],
}
SENTENCE = {"sentence": "Trade rose.", "kind": "update", "series": "trade", "claims": [CITATION]}
EDITION = {
    "snapshot": "peru/crs-2024-01-10", "publisher": "crs", "published": "2024-01-10", "against": ["peru/state-2017-01-25"],
    "changes": [SENTENCE],
}  # fmt: skip
TIMELINE = {
    "series": "trade", "keys": ["trade"], "name": "trade", "observations": [OBSERVATION],
    "gaps": [{"first": 2016, "last": 2021}], "silent": ["peru/state-2017-01-25"],
}  # fmt: skip
LEVELS_FOR = {"rules": ["stale"], "paths": ["a/**"], "publishers": ["crs"], "subjects": ["peru"], "level": "info"}
WAIVER = {
    "fingerprint": "0123456789abcdef", "owner": "A", "reason": "B", "until": "2025-01-01", "rule": "RD102", "subject": "peru",
    "series": "trade", "draft": "a.md", "snapshots": ["peru/crs-2024-01-10"], "values": ["$14 billion"],
}  # fmt: skip
KNOWN = {
    "fingerprint": "0123456789abcdef", "rule": "RD102", "level": "error", "subject": "peru", "series": None,
    "where": "peru/crs-2024-01-10", "draft": None, "message": "…",
}  # fmt: skip
EXAMPLES: dict[str, Any] = {
    "snapshot": {**RECORD, "text": ""},
    "diff": encode_diff(DIFF),
    "findings": {
        "schema_version": 1,
        "findings": [FINDING, *({**FINDING, "old": {**SIDE, "claim": claim}} for claim in RECORD["claims"])],
    },
    "settings": {
        "dataset": "out", "fetch_from": ["::1/128"], "fiscal_year_start": 10, "vocabulary": ["a.toml"], "levels": {"stale": "info"}, "prefer": ["crs"], "fail_on": "none",
        "watch": ["rule of law", ["mining", "protest"]], "levels_for": [LEVELS_FOR], "aliases": {"imf": ["the Fund"]},
    },
    "waivers": {"waiver": [WAIVER]},
    "baseline": {"schema_version": 1, "findings": [KNOWN]},
    "vocabulary": {
        "measures": {
            "port.throughput": {
                "name": "throughput", "families": "mass; count", "phrases": "cargo handled", "labels": "", "counts": "", "short": "",
                "not": "",
                "unless": "", "whole": "", "takes": "", "dimensions": "mode=sea", "change": "port.growth",
            },
        },
    },
    "series": {
        "schema_version": 1,
        "digest": "0" * 64,
        "subject": "peru",
        "made_from": [{"file": "crs-2024-01-10/snapshot.json", "sha256": "0" * 64}],
        "series": [{"id": "trade", "keys": ["trade"], "members": [{"snapshot": "peru/crs-2024-01-10", "claim": "c"}]}],
    },
    "timeline": {
        "schema_version": 1,
        "subject": "peru",
        "as_of": "2024-01-10",
        "timelines": [TIMELINE, *({**TIMELINE, "observations": [{**OBSERVATION, "claim": claim}]} for claim in RECORD["claims"])],
    },
    "changelog": {
        "schema_version": 1,
        "editions": [EDITION, *({**EDITION, "changes": [{**SENTENCE, "claims": [{**CITATION, "claim": claim}]}]} for claim in RECORD["claims"])],
    },
    "annotations": {
        "same": [{"claims": ["a", "b"], **DECIDED}],
        "different": [{"claims": ["a", "b"], **DECIDED}],
        "correct": [{"claim": "a", "set": {"period.start": "2022-01-01"}, **DECIDED}],
        "add": [
            {
                "snapshot": "peru/crs-2024-01-10", "quote": "22", "prefix": "over ", "measure": "trade", "amount": 22, "unit": "USD",
                "comparator": "exactly", "start": "2022-01-01", "end": "2022-12-31", "dimensions": {"flow": "imports"}, **DECIDED,
            },
        ],
    },
    **outputs.EXAMPLES,
}  # fmt: skip

# Values that one keyword each refuses where the rest lets them pass.
MORE_VALUES = [
    *OTHER_VALUES,
    2,
    13,
    ["a"],
    ["a", "b"],
    ["a", "a"],
    ["a", ""],
    ["a", 1],
    [1],
    [""],
    [[]],
    [[1]],
    [[""]],
    {"a": ""},
    {"a": True},
    {"a": "x"},
    {"a": {}},
    {"A": {}},
    {"x": "loud"},
    {"x": []},
    *outputs.VALUES,
]

CLAIMS = RECORD["claims"]
TOLD = EXAMPLES["diff"]
CHANGE, ADDED = TOLD["changes"][:2]
PARTS: list[tuple[str, str | None, list[Any]]] = [
    *((name, None, [example]) for name, example in EXAMPLES.items()),
    *(
        ("snapshot", name, [RECORD[name]])
        for name in ("subject", "publisher", "edition", "source", "extractor", "integrity")
    ),
    *(("snapshot", kind, [claim["value"]]) for claim in CLAIMS for kind in [claim["kind"]]),
    *(("snapshot", name, [CLAIMS[0][name]]) for name in ("period", "quote")),
    ("snapshot", "span", [CLAIMS[0]["position"]]),
    ("snapshot", "passage", RECORD["reliability"]),
    ("snapshot", "section", RECORD["sections"]),
    ("snapshot", "claim", CLAIMS[:1]),
    ("snapshot", "annotation", CLAIMS[0]["annotations"]),
    ("diff", "head", [EXAMPLES["diff"]["old"]]),
    ("diff", "change", [CHANGE, ADDED]),
    ("diff", "delta", [CHANGE["delta"]]),
    ("diff", "wording", [TOLD["wording"]]),
    ("diff", "share", [TOLD["wording"]["share"]]),
    ("diff", "section_wording", TOLD["wording"]["sections"]),
    ("diff", "sentence_change", TOLD["wording"]["changes"][:1]),
    ("diff", "hunk", TOLD["wording"]["changes"][0]["hunks"]),
    ("diff", "words", TOLD["wording"]["changes"][0]["old"]),
    ("findings", "finding", [FINDING]),
    *(
        ("findings", part, [FINDING[name]])
        for name, part in [("rule", "rule"), ("place", "place"), ("waived", "waiver")]
    ),
    ("findings", "side", [SIDE]),
    (
        "settings",
        "levels_for",
        [LEVELS_FOR, *({key: LEVELS_FOR[key], "level": "info"} for key in list(LEVELS_FOR)[:4])],
    ),
    ("waivers", "waiver", [WAIVER]),
    ("baseline", "known", [KNOWN]),
    ("vocabulary", "measure", list(EXAMPLES["vocabulary"]["measures"].values())),
    ("series", "series", EXAMPLES["series"]["series"]),
    ("series", "member", EXAMPLES["series"]["series"][0]["members"]),
    ("series", "file", EXAMPLES["series"]["made_from"]),
    ("timeline", "timeline", [TIMELINE]),
    ("timeline", "observation", [OBSERVATION]),
    ("timeline", "conflict", OBSERVATION["conflicts"]),
    ("timeline", "gap", TIMELINE["gaps"]),
    ("changelog", "chapter", [EDITION]),
    ("changelog", "change", [SENTENCE]),
    ("changelog", "citation", [CITATION]),
    ("annotations", "decision", EXAMPLES["annotations"]["same"]),
    ("annotations", "correction", EXAMPLES["annotations"]["correct"]),
    ("annotations", "addition", EXAMPLES["annotations"]["add"]),
    *outputs.PARTS,
]


def mutants(record: Any, values: list[Any]) -> Iterator[Any]:
    """*record* itself, another value in its place, and each member in turn left out or given another value."""
    yield record
    yield from values
    yield {**record, "unheard-of": 1}
    for key in record:
        yield {name: value for name, value in record.items() if name != key}
        yield from ({**record, key: value} for value in values)


def keywords(schema: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths to all keywords that refuse something, and to each part of those that list."""
    for key, value in schema.items():
        here = (*path, key)
        if key in {"properties", "$defs"}:
            for name, inner in value.items():
                yield from keywords(inner, (*here, name))
        elif key in {"items", "additionalProperties", "propertyNames", "then"} and isinstance(value, dict):
            if key != "then":
                yield here
            yield from keywords(value, here)
        elif key in {"anyOf", "allOf"}:
            for index, inner in enumerate(value):
                yield (*here, index)
                yield from keywords(inner, (*here, index))
        elif key in {"required", "enum", "type"} and isinstance(value, list):
            yield from ((*here, index) for index in range(len(value)))
        elif key not in {"$schema", "$id", "title", "description", "if"}:
            yield here


def dropped(schema: Any, path: tuple[Any, ...]) -> Any:
    done = copy.deepcopy(schema)
    owner = done
    for key in path[:-1]:
        owner = owner[key]
    del owner[path[-1]]
    return done


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_sound_and_fits_its_example(name: str) -> None:
    schema = json.loads(schema_text(name))
    validator = build_validator(schema)
    validator.check_schema(schema)
    validate(EXAMPLES[name], name, name="x")
    for place in places(schema):
        part = schema
        for key in place:
            part = part[key]
        if isinstance(part, dict) and part.get("type") == "object" and "properties" in part:
            assert part["additionalProperties"] is False, place
            assert part["description"], place


@pytest.mark.parametrize("name, part, examples", PARTS, ids=lambda each: str(each)[:20])
def test_every_keyword_is_there_for_an_instance(name: str, part: str | None, examples: list[Any]) -> None:
    """With any one keyword taken out, the schema judges at least one instance otherwise."""
    whole = json.loads(schema_text(name))
    own = whole if part is None else whole["$defs"][part]
    own = {key: value for key, value in own.items() if key not in {"$defs", "$id", "$schema"}}
    # Each definition has a row of its own, so here any object will do for what it refers to.
    others = {"$defs": {key: {"type": "object"} for key in whole.get("$defs", {})}}
    validator = build_validator({**own, **others})
    words = [word for path in keywords(own) if path[-2:-1] == ("enum",) for word in [at(own, path)]]
    words += [{"x": word} for word in words]
    taken, refused = [], []
    valueless = [{**claim, "value": None} for claim in CLAIMS] if part == "claim" else []
    for mutant in (*valueless, *(each for example in examples for each in mutants(example, [*MORE_VALUES, *words]))):
        paths = {tuple(error.absolute_schema_path) for error in validator.iter_errors(mutant)}
        (refused if paths else taken).append((mutant, paths))
    assert taken
    survivors = []
    for path in keywords(own):
        # An error's path names neither the reference that led to it nor which of several words was missed.
        keyword = path[:-1] if isinstance(path[-1], int) or path[-1] == "$ref" else path
        keyword = keyword[: keyword.index("anyOf") + 1] if "anyOf" in keyword else keyword
        weaker = build_validator({**dropped(own, path), **others})
        freed = (mutant for mutant, paths in refused if any(each[: len(keyword)] == keyword for each in paths))
        if not any(map(weaker.is_valid, freed)) and all(weaker.is_valid(mutant) for mutant, _ in taken):
            survivors.append("/".join(map(str, path)))
    assert survivors == []


def at(record: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        record = record[key]
    return record


@pytest.mark.parametrize("name", ["diff", "findings", "timeline", "changelog", "blame"])
def test_claims_are_the_same_in_every_schema(name: str) -> None:
    own, snapshot = json.loads(schema_text(name))["$defs"], json.loads(schema_text("snapshot"))["$defs"]
    shared = own.keys() & snapshot.keys()
    assert {"claim", "period", "quote", "quantity", "span"} <= shared
    assert {key: own[key] for key in shared} == {key: snapshot[key] for key in shared}


@pytest.mark.parametrize(
    ("name", "other", "parts"),
    [
        ("blame", "timeline", {"observation", "conflict"}),
        ("framing", "diff", {"telling", "measures"}),
        ("terms", "snapshot", {"span"}),
        ("snapshots", "snapshot", {"subject", "publisher", "edition", "source", "extractor"}),
        ("problems", "renewals", {"problem"}),
    ],
)
def test_what_two_schemas_share_is_the_same(name: str, other: str, parts: set[str]) -> None:
    own, theirs = json.loads(schema_text(name))["$defs"], json.loads(schema_text(other))["$defs"]
    assert {part: own[part] for part in parts} == {part: theirs[part] for part in parts}


def test_the_shipped_vocabulary_fits_its_schema(root: Path) -> None:
    files = sorted((root / "src" / "reportdiff" / "vocabulary" / "measures").glob("*.toml"))
    assert files
    for file in files:
        validate(tomllib.loads(file.read_text("utf-8")), "vocabulary", name=file.name)


def test_a_diff_holds_both_sides_of_every_change() -> None:
    record: Any = load_json(dump_diff(DIFF), name="x")
    validate(record, "diff", name="x")
    assert record["old"]["id"] == SNAPSHOT.id
    sides = [(change["kind"], change["old"] is None, change["new"] is None) for change in record["changes"][:3]]
    assert sides == [("update", False, False), ("added", True, False), ("not-mentioned", False, True)]
    assert record["changes"][0]["delta"] == {
        "absolute": 8, "percent": Decimal("57.14"), "ratio": Decimal("1.57"), "points": None, "comparator": "more-than",
    }  # fmt: skip
    assert [change["technical"] for change in record["changes"][:3]] == [False, False, True]


def test_a_refusal_is_one_line_with_a_pointer() -> None:
    with pytest.raises(
        UnreadableInput, match=r"^x: at /claims/0/value/amount: '2' is not of type 'number' \(schema snapshot\)"
    ):
        validate(changed(RECORD, ("claims", 0, "value", "amount"), "2"), "snapshot", name="x")
    with pytest.raises(UnreadableInput) as refusal:
        validate(changed(RECORD, ("claims", 0), ["line\nline"] * 1000), "snapshot", name="x")
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 300


def test_an_unknown_schema_is_not_found() -> None:
    with pytest.raises(NotFound, match=r"no schema 'snapshto' \(did you mean 'snapshot'\?\); reportdiff schema lists"):
        schema_text("snapshto")
    with pytest.raises(NotFound, match=r"no schema '\.\./pyproject'; reportdiff schema lists them"):
        schema_text("../pyproject")


def test_no_remote_reference_is_fetched(tmp_path: Path) -> None:
    requests = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)

        def listen() -> None:
            try:
                requests.append(listener.accept()[1])
            except TimeoutError:
                return

        ear = threading.Thread(target=listen)
        ear.start()
        port = listener.getsockname()[1]
        (tmp_path / "x.json").write_text("{}")
        for target in (f"http://127.0.0.1:{port}/x.json", f"file://{tmp_path}/x.json", "x.json", "https://localhost/x"):
            with pytest.raises(Exception, match="(?i)unresolvable|not contained|cannot"):
                build_validator({"$ref": target}).validate({})
        ear.join()
    assert requests == []
