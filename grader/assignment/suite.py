"""The hidden suite seen from outside: which tests its files hold, without running them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

from grader.assignment.python_file import parse
from grader.assignment.schema import PartSpec
from grader.errors import AssignmentError
from grader.language import Message
from grader.language import gettext as _
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
                _("{yaml}: the part {part!r} must have a file {file}. Got none.").format(
                    yaml=yaml, part=part, file=folder / f"test_{part}.py"
                ),
                hint=_("write the file, or remove the part"),
            )
        for function in ids:
            if function not in tests[part]:
                raise AssignmentError(
                    _(
                        "{yaml}: the row {part}/{function} must have a test function of that name "
                        "in {file}. Got {tests}."
                    ).format(
                        yaml=yaml,
                        part=part,
                        function=function,
                        file=folder / f"test_{part}.py",
                        tests=", ".join(tests[part]) or _("none"),
                    ),
                    hint=_("write the test, or remove the row"),
                )
    for part, functions in tests.items():
        for function in functions:
            if function not in rows.get(part, ()):
                raise AssignmentError(
                    _(
                        "{yaml}: the test {part}/{function} of {file} must have a row with its "
                        "points. Got none."
                    ).format(
                        yaml=yaml, part=part, function=function, file=folder / f"test_{part}.py"
                    ),
                    hint=_("add it to the tests of the part {part!r}, or remove the test").format(
                        part=part
                    ),
                )


def _is_suite(path: str) -> bool:
    return "/" not in path and path.startswith(_PREFIX) and path.endswith(".py")


def _functions(folder: Path, file: SourceFile) -> list[str]:
    path = folder / file.path
    tree = parse(folder, file, hint=_("the hidden suite must at least parse")).tree
    found: list[str] = []
    for node in tree.body:
        name = getattr(node, "name", "")
        if isinstance(node, ast.FunctionDef) and name.startswith(_PREFIX):
            if name in found:
                raise _refused(
                    path, node, _("{name} must be defined once. Got it twice").format(name=name)
                )
            found.append(name)
        elif isinstance(node, ast.AsyncFunctionDef) and name.startswith(_PREFIX):
            raise _refused(
                path, node, _("{name} must be a plain function. Got an async one").format(name=name)
            )
        elif isinstance(node, ast.ClassDef) and name.startswith("Test"):
            raise _refused(
                path,
                node,
                _("tests must be plain functions. Got the class {name}").format(name=name),
            )
    return found


def _refused(path: Path, node: ast.stmt, what: Message) -> AssignmentError:
    return AssignmentError(
        _("{path}, line {line}: {what}.").format(path=path, line=node.lineno, what=what),
        hint=_("a hidden test is a plain top-level function test_*"),
    )
