"""Where a hidden suite calls `check`, read from its text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass

from grader.judge.survey import CHECKS
from grader.model import SourceFile

_UNPROVEN = re.compile(r"#\s*unproven:\s*(?P<reason>\S.*)")


@dataclass(frozen=True)
class CheckSite:
    """One call of a check. `reason` says why nothing proves it, where a comment does.

    The comment is `# unproven: the reason`, on one of the call's lines or alone on the line above.
    """

    file: str
    line: int
    end: int
    method: str
    function: str
    reason: str | None

    def __str__(self) -> str:
        return f"hidden/{self.file}:{self.line} check.{self.method} ({self.function})"


def sites(hidden: Iterable[SourceFile]) -> list[CheckSite]:
    """Every call of a check in the suite, in order."""
    return [
        site
        for file in hidden
        if file.path.endswith(".py")
        for site in _in_file(file.path, file.content.decode())
    ]


def site_at(found: Iterable[CheckSite], file: str, line: int) -> CheckSite | None:
    """The innermost call that spans `line`."""
    spanning = [site for site in found if site.file == file and site.line <= line <= site.end]
    return min(spanning, key=lambda site: site.end - site.line, default=None)


def _in_file(path: str, text: str) -> Iterable[CheckSite]:
    lines = text.splitlines()
    for function in ast.walk(ast.parse(text)):
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in _own(function):
            if _is_check(node):
                end = node.end_lineno or node.lineno
                above = lines[node.lineno - 2 : node.lineno - 1] if node.lineno > 1 else []
                comment = [line for line in above if line.lstrip().startswith("#")]
                reason = _reason([*comment, *lines[node.lineno - 1 : end]])
                method = node.func.attr  # type: ignore[attr-defined]
                yield CheckSite(path, node.lineno, end, method, function.name, reason)


def _own(function: ast.FunctionDef) -> Iterable[ast.expr]:
    """The expressions of `function` itself, not those of functions inside it."""
    pending: list[ast.AST] = list(function.body)
    while pending:
        node = pending.pop(0)
        if isinstance(node, ast.FunctionDef):
            continue
        if isinstance(node, ast.expr):
            yield node
        pending.extend(ast.iter_child_nodes(node))


def _is_check(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CHECKS
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "check"
    )


def _reason(lines: list[str]) -> str | None:
    for line in lines:
        if match := _UNPROVEN.search(line):
            return match["reason"]
    return None
