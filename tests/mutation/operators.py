"""The small changes that are made to a module, one at a time: each is data, a node put in the place of another."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutation.patterns import LIMITS_FROM, loosened

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}
BODIES = ("body", "orelse", "finalbody")

Place = tuple[int, str, int | None]
"""The index of the node above in the order of `ast.walk`, its field, and the position in that field if it is a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change: what stands at *place* becomes *replacement*, or goes where that is None."""

    place: Place
    replacement: ast.AST | None
    line: int
    first: int
    last: int
    in_function: bool
    change: str

    def applied_to(self, tree: ast.Module) -> ast.Module:
        """A copy of *tree* with the change in it."""
        changed = copy.deepcopy(tree)
        above, field, position = self.place
        node = _walk(changed)[above]
        if position is None:
            setattr(node, field, self.replacement)
        else:
            part = getattr(node, field)
            part[position : position + 1] = [] if self.replacement is None else [self.replacement]
        return ast.fix_missing_locations(changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """Where a node stands: the statement that holds it, and whether a function does."""

    first: int
    last: int
    in_function: bool
    is_pattern: bool = False


def _walk(tree: ast.AST) -> list[ast.AST]:
    return list(ast.walk(tree))


def mutants_of(source: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines.

    >>> [m.change for m in mutants_of("def f(a):\\n    return a < 1")]
    ['return a < 1 -> return None', 'a < 1 -> a <= 1', 'a < 1 -> a > 1', '1 -> 2']
    """
    tree = ast.parse(source)
    indices = {id(node): number for number, node in enumerate(_walk(tree))}
    top = _Around(first=0, last=0, in_function=False)
    found = list(_below(tree, top, indices))
    return sorted(found, key=lambda mutant: mutant.line)


def _below(node: ast.AST, around: _Around, indices: dict[int, int]) -> Iterator[Mutant]:
    """The mutants of all that stands below *node*."""
    for field, value in ast.iter_fields(node):
        if _is_left_alone(node, field):
            continue
        for position, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or _is_docstring(node, field, position, child):
                continue
            here = _around(child, around)
            place = (indices[id(node)], field, position)
            for replacement, change in _changes(node, field, child, here):
                yield Mutant(
                    place=place,
                    replacement=replacement,
                    line=getattr(child, "lineno", here.first),
                    first=here.first,
                    last=here.last,
                    in_function=here.in_function,
                    change=change,
                )
            yield from _below(child, here, indices)


def _is_left_alone(node: ast.AST, field: str) -> bool:
    """Types, imports, decorators and the words of an error say nothing that runs or that a test should repeat."""
    return (
        (
            field in ("annotation", "returns", "decorator_list", "type_params", "bases", "keywords", "type_comment")
            and (field != "keywords" or not isinstance(node, ast.Call))
        )
        or (isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias")
        or isinstance(node, ast.Import | ast.ImportFrom | ast.Raise)
    )


def _is_docstring(node: ast.AST, field: str, position: int | None, child: ast.AST) -> bool:
    return isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)


def _around(child: ast.AST, around: _Around) -> _Around:
    """Where the parts of *child* stand: its own lines if it is a statement, only its head if it holds others."""
    if isinstance(child, ast.FunctionDef):
        return _Around(first=child.body[0].lineno, last=child.end_lineno or child.lineno, in_function=True)
    if isinstance(child, ast.ClassDef):
        return around
    if isinstance(child, ast.stmt):
        # Only the head of a compound statement: its body is made of statements, each with lines of its own.
        body = getattr(child, "body", None)
        last = body[0].lineno - 1 if body else child.end_lineno or child.lineno
        return _Around(first=child.lineno, last=max(last, child.lineno), in_function=around.in_function)
    if isinstance(child, ast.Call) and ast.unparse(child.func) == "re.compile":
        return _Around(first=around.first, last=around.last, in_function=around.in_function, is_pattern=True)
    return around


def _changes(above: ast.AST, field: str, node: ast.AST, around: _Around) -> Iterator[tuple[ast.AST | None, str]]:
    """What may stand in the place of *node*, and how that is told."""
    if field in BODIES and isinstance(node, ast.stmt):
        yield from _statements(node)
    elif isinstance(node, ast.Compare):
        yield from _comparisons(node)
    elif isinstance(node, ast.BoolOp):
        yield from _conditions(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield _told(node, node.operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in SUMS:
        yield _told(node, ast.BinOp(node.left, SUMS[type(node.op)](), node.right))
    elif isinstance(node, ast.IfExp):
        yield _told(node, ast.IfExp(node.test, node.orelse, node.body))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TWINS:
        yield _told(node, ast.Call(ast.Name(TWINS[node.func.id]), node.args, node.keywords))
    elif isinstance(node, ast.Constant):
        yield from _constants(node, around, is_list=isinstance(above, ast.Attribute) and above.attr == "split")
    elif isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict) and not around.in_function:
        yield from _tables(node)


def _told(old: ast.AST, new: ast.AST) -> tuple[ast.AST, str]:
    return new, f"{_short(old)} -> {_short(new)}"


def _short(node: ast.AST) -> str:
    said = " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())
    return said if len(said) <= 100 else f"{said[:60]} … {said[-35:]}"


def _statements(node: ast.stmt) -> Iterator[tuple[ast.AST | None, str]]:
    empty = ast.Pass()
    if isinstance(node, ast.Return):
        constant = node.value.value if isinstance(node.value, ast.Constant) else None
        if isinstance(constant, bool):
            yield _told(node, ast.Return(ast.Constant(not constant)))
        elif node.value is not None and not (isinstance(node.value, ast.Constant) and constant is None):
            yield _told(node, ast.Return(ast.Constant(None)))
    elif isinstance(node, ast.Expr | ast.AugAssign | ast.Raise | ast.Continue | ast.Break | ast.Delete):
        yield empty, f"without: {_short(node)}"
    elif isinstance(node, ast.If):
        yield ast.If(ast.Constant(value=False), node.body, node.orelse), f"never: if {_short(node.test)}"
        yield ast.If(ast.Constant(value=True), node.body, node.orelse), f"always: if {_short(node.test)}"


def _comparisons(node: ast.Compare) -> Iterator[tuple[ast.AST | None, str]]:
    for number, operator in enumerate(node.ops):
        for other in COMPARISONS[type(operator)]:
            yield _told(
                node, ast.Compare(node.left, [*node.ops[:number], other(), *node.ops[number + 1 :]], node.comparators)
            )


def _conditions(node: ast.BoolOp) -> Iterator[tuple[ast.AST | None, str]]:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield _told(node, ast.BoolOp(other, node.values))
    for number in range(len(node.values)):
        rest = [*node.values[:number], *node.values[number + 1 :]]
        yield _told(node, rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))


def _constants(node: ast.Constant, around: _Around, *, is_list: bool) -> Iterator[tuple[ast.AST | None, str]]:
    value = node.value
    if isinstance(value, bool):
        yield _told(node, ast.Constant(not value))
    elif isinstance(value, int):
        yield _told(node, ast.Constant(value + 1 if value < LIMITS_FROM else value // 2))
    elif isinstance(value, str) and around.is_pattern:
        for other, told in loosened(value):
            yield ast.Constant(other), told
    elif isinstance(value, str) and is_list and not around.in_function:
        words = value.split()
        for number, word in enumerate(words):
            yield ast.Constant(" ".join(words[:number] + words[number + 1 :])), f"without the word {word!r}"


def _tables(node: ast.Tuple | ast.List | ast.Set | ast.Dict) -> Iterator[tuple[ast.AST | None, str]]:
    """The table without one of its rows."""
    if isinstance(node, ast.Dict):
        for number, (key, value) in enumerate(zip(node.keys, node.values, strict=True)):
            left = ast.Dict(
                node.keys[:number] + node.keys[number + 1 :], node.values[:number] + node.values[number + 1 :]
            )
            yield left, f"without the row {_short(key) if key else '**'}: {_short(value)}"
    elif len(node.elts) > 1 and not isinstance(getattr(node, "ctx", None), ast.Store):
        for number, row in enumerate(node.elts):
            rest = [*node.elts[:number], *node.elts[number + 1 :]]
            yield type(node)(elts=rest), f"without the row {_short(row)}"  # type: ignore[call-arg]
