"""The hidden suite seen from outside: which tests its files hold, without running them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

from grader.assignment.python_file import parse
from grader.assignment.schema import PartSpec
from grader.errors import AssignmentError
from grader.model import SourceFile

_PREFIX = "test_"


def check_rows(yaml: Path, parts: Sequence[PartSpec], hidden: Sequence[SourceFile]) -> None:
    """Refuse a row without a test and a test without a row."""
    folder = yaml.parent / "hidden"
    rows = {part.name: [test.id for test in part.tests] for part in parts}
    tests = {
        file.path.removeprefix(_PREFIX).removesuffix(".py"): _functions(folder, file)
        for file in hidden
        if _is_suite(file.path)
    }
    for part, ids in rows.items():
        if part not in tests:
            raise AssignmentError(
                f"{yaml}: the part {part!r} must have a file {folder / f'test_{part}.py'}. "
                "Got none.",
                hint="write the file, or remove the part",
            )
        for function in ids:
            if function not in tests[part]:
                raise AssignmentError(
                    f"{yaml}: the row {part}/{function} must have a test function of that name "
                    f"in {folder / f'test_{part}.py'}. Got {', '.join(tests[part]) or 'none'}.",
                    hint="write the test, or remove the row",
                )
    for part, functions in tests.items():
        for function in functions:
            if function not in rows.get(part, ()):
                raise AssignmentError(
                    f"{yaml}: the test {part}/{function} of {folder / f'test_{part}.py'} must "
                    "have a row with its points. Got none.",
                    hint=f"add it to the tests of the part {part!r}, or remove the test",
                )


def _is_suite(path: str) -> bool:
    return "/" not in path and path.startswith(_PREFIX) and path.endswith(".py")


def _functions(folder: Path, file: SourceFile) -> list[str]:
    path = folder / file.path
    tree = parse(folder, file, hint="the hidden suite must at least parse").tree
    found: list[str] = []
    for node in tree.body:
        name = getattr(node, "name", "")
        if isinstance(node, ast.FunctionDef) and name.startswith(_PREFIX):
            if name in found:
                raise _refused(path, node, f"{name} must be defined once. Got it twice")
            found.append(name)
        elif isinstance(node, ast.AsyncFunctionDef) and name.startswith(_PREFIX):
            raise _refused(path, node, f"{name} must be a plain function. Got an async one")
        elif isinstance(node, ast.ClassDef) and name.startswith("Test"):
            raise _refused(path, node, f"tests must be plain functions. Got the class {name}")
    return found


def _refused(path: Path, node: ast.stmt, what: str) -> AssignmentError:
    return AssignmentError(
        f"{path}, line {node.lineno}: {what}.",
        hint="a hidden test is a plain top-level function test_*",
    )
