"""The house keeps its rooms small, named for their purpose, and open to every country."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "reportdiff"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 40
LONGER_FUNCTIONS: dict[str, tuple[int, str]] = {}
"""``module.py:function`` with the lines it may have, and why it is not two functions."""

LOOSE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
CATCH_ALL = {"Exception", "BaseException"}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function from its first statement after the docstring to its end."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    assert function.end_lineno is not None
    return function.end_lineno - body[0].lineno + 1


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_has_at_most_400_lines(module: Path) -> None:
    lines = module.read_text("utf-8").count("\n")
    assert lines <= MOST_LINES


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_function_has_at_most_40_lines(module: Path) -> None:
    functions = [
        node
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    sizes = {f"{name_of(module)}:{function.name}": body_lines(function) for function in functions}
    limits = {name: LONGER_FUNCTIONS.get(name, (MOST_LINES_OF_A_FUNCTION, ""))[0] for name in sizes}
    assert {name: size for name, size in sizes.items() if size > limits[name]} == {}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_nothing_catches_everything(module: Path) -> None:
    handlers = [node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.ExceptHandler)]
    caught = [getattr(handler.type, "id", "") if handler.type else "everything" for handler in handlers]
    assert not CATCH_ALL.intersection(caught)
    assert "everything" not in caught


def test_every_module_is_named_for_its_purpose() -> None:
    assert [name_of(path) for path in MODULES if LOOSE_NAMES & {path.stem, *path.relative_to(PACKAGE).parts}] == []


def test_every_folder_of_the_package_says_what_it_is_for() -> None:
    folders = {path.parent for path in MODULES}
    silent = [name_of(f) for f in folders if not ast.get_docstring(ast.parse((f / "__init__.py").read_text("utf-8")))]
    assert silent == []


PLACES = re.compile(
    r"\b(?:peru|peruvian|kuczynski|boluarte|castillo|ukrain\w*|ghana\w*|indonesia\w*|mexic\w*)\b", re.IGNORECASE
)
WHOLE_TABLES = re.compile(r"countr|currenc|nationalit|language")
EXAMPLE_IDS = re.compile(r"\bperu/|\(peru\)|--subject peru\b")


def test_the_words_speak_of_no_place_of_the_first_corpus() -> None:
    """Complete tables of countries and languages may name all of them; nothing else names one."""
    found = [
        f"{name_of(path)}:{number}: {line.strip()}"
        for path in sorted([*PACKAGE.rglob("*.toml"), *PACKAGE.rglob("*.json")])
        if not WHOLE_TABLES.search(path.stem)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if PLACES.search(line.partition("#")[0])
    ]
    assert found == []


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_the_code_speaks_of_no_place_of_the_first_corpus(module: Path) -> None:
    """Neither a name nor a string does, but for the id of a stored snapshot as an example; docstrings may quote."""
    tree = ast.parse(module.read_text("utf-8"))
    strings = [] if WHOLE_TABLES.search(module.stem) else strings_of(tree)
    names = [getattr(node, "name", None) or getattr(node, "id", None) or "" for node in ast.walk(tree)]
    assert [word for word in [*strings, *names] if PLACES.search(EXAMPLE_IDS.sub("", word).replace("_", " "))] == []


def strings_of(tree: ast.Module) -> list[str]:
    """The strings that a module works with: all but those that stand alone, as docstrings do."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in alone]
    return [node.value for node in constants if isinstance(node.value, str)]
