"""What the reference defines, by dotted names: `module.function`, `module.Class.method`."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from grader.assignment.python_file import parse
from grader.language import Message
from grader.language import gettext as _
from grader.model import SourceFile


def functions_of(folder: Path, reference: Iterable[SourceFile]) -> frozenset[str]:
    """Every function and method; a method under the class that defines it."""
    return frozenset(
        name for file in _modules(reference) for name in _functions(file, parse(folder, file).tree)
    )


def classes_of(folder: Path, reference: Iterable[SourceFile]) -> frozenset[str]:
    """Every class."""
    return frozenset(
        f"{_module(file)}.{node.name}"
        for file in _modules(reference)
        for node in parse(folder, file).tree.body
        if isinstance(node, ast.ClassDef)
    )


def suggestion(name: str, known: Set[str]) -> Message:
    """A hint for a name that is not `known`."""
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.5)
    if near:
        return _("did you mean {key!r}?").format(key=near[0])
    return _("module.function or module.Class.method, as the reference defines it")


def _modules(reference: Iterable[SourceFile]) -> Iterator[SourceFile]:
    return (file for file in reference if file.path.endswith(".py") and "/" not in file.path)


def _module(file: SourceFile) -> str:
    return file.path.removesuffix(".py")


def _functions(file: SourceFile, tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield f"{_module(file)}.{node.name}"
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    yield f"{_module(file)}.{node.name}.{inner.name}"
