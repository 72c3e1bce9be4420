"""Several cases in one submission, as long as no test can see two of them."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterable, Mapping, Set

from grader.model import SourceFile
from grader.proofs.cases import Case

Pairs = Set[frozenset[str]]


def conflicts(calls: Mapping[str, Set[str]], reference: Iterable[SourceFile]) -> Pairs:
    """The pairs of functions that must not be replaced at once.

    `calls` names the functions that each test calls; the text of `reference` tells which function
    uses which other one.
    """
    functions = sorted(set().union(*calls.values()))
    reached = _reached(reference)
    same_test = {
        frozenset(pair)
        for called in calls.values()
        for pair in itertools.combinations(sorted(called), 2)
    }
    one_uses_other = {
        frozenset((one, other))
        for one, other in itertools.permutations(functions, 2)
        if _last(other) in reached.get(_last(one), ())
    }
    return same_test | one_uses_other


def packed(cases: Iterable[Case], conflicting: Pairs) -> list[list[Case]]:
    """`cases` in as few lists as a greedy choice gives."""
    packs: list[list[Case]] = []
    for case in cases:
        for pack in packs:
            if all(_compatible(case.function, other.function, conflicting) for other in pack):
                pack.append(case)
                break
        else:
            packs.append([case])
    return packs


def _compatible(one: str, other: str, conflicting: Pairs) -> bool:
    return one != other and frozenset((one, other)) not in conflicting


def _reached(reference: Iterable[SourceFile]) -> dict[str, set[str]]:
    """For each name of a function, the names that functions of that name lead to, at any depth."""
    direct: dict[str, set[str]] = {}
    for file in reference:
        if not file.path.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(file.content)):
            if isinstance(node, ast.FunctionDef):
                direct.setdefault(node.name, set()).update(_names(node))
    return {name: _closure(name, direct) for name in direct}


def _names(function: ast.FunctionDef) -> Iterable[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def _closure(name: str, direct: Mapping[str, Set[str]]) -> set[str]:
    found: set[str] = set()
    pending = [name]
    while pending:
        for other in direct.get(pending.pop(), ()):
            if other not in found:
                found.add(other)
                pending.append(other)
    return found


def _last(function: str) -> str:
    return function.rpartition(".")[2]
