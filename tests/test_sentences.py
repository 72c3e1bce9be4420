"""No sentence that a person reads is written in one language only; found by reading the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from grader.assignment import load_assignment
from grader.model import Text
from tests.walls import ROOT

INSIDE = {"judge", "worker", "protocol"}
"""Run behind the wall: their texts are in both languages, their errors nobody's to read."""

FILES = sorted((ROOT / "grader").rglob("*.py"))
OUTSIDE = [file for file in FILES if file.relative_to(ROOT / "grader").parts[0] not in INSIDE]
ASSIGNMENTS = sorted((ROOT / "assignments").glob("*/assignment.yaml"))

FORMATS = {"schema.py", "questions.py"}
"""Say in a ValueError which rule of theirs an author broke."""

SHOWN = {"say", "show", "progress"}
HELPS = {"argument", "option"}
NAMES = {"Python", "NumPy", "json", "summary"}
WORD = re.compile(r"[^\W\d_]{2,}")
CYRILLIC = re.compile("[А-Яа-яЁё]")
FORMULA = re.compile(r"^[\w.]+: [^=]+ = [^=]+$")


def named(node: ast.expr) -> str:
    """What is called: `f` of `f(…)`, `module.f(…)`."""
    return getattr(node, "id", getattr(node, "attr", ""))


def our_errors() -> set[str]:
    tree = ast.parse((ROOT / "grader" / "errors.py").read_text())
    return {node.name for node in tree.body if isinstance(node, ast.ClassDef)} | {"NoEngine"}


def raising() -> set[str]:
    """Our errors, and what makes them."""
    errors = our_errors()
    makers = {
        node.name
        for file in OUTSIDE
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef) and node.returns and named(node.returns) in errors
    }
    return errors | makers


RAISING = raising()


def words(text: str) -> set[str]:
    """The words of `text` that have another form in another language; CONSTANTS have not."""
    return {word for word in WORD.findall(text) if not word.isupper()} - NAMES


def literals(node: ast.expr) -> Iterator[ast.Constant]:
    """Words that are written in `node` and not given to `_`."""
    match node:
        case ast.Call(func=ast.Name(id="_" | "ngettext")):
            return
        case ast.Call(func=ast.Attribute(attr="format", value=sentence)):
            yield from literals(sentence)
            for keyword in node.keywords:
                yield from (one for one in literals(keyword.value) if " " in one.value)
        case ast.Constant(value=str() as text) if words(text):
            yield node
        case ast.FormattedValue(value=value):
            yield from literals(value)
        case ast.Subscript():
            return
        case _:
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr):
                    yield from literals(child)
                elif isinstance(child, ast.keyword):
                    yield from literals(child.value)


def sentences(tree: ast.Module, path: Path) -> Iterator[ast.expr]:
    """The arguments that a person reads."""
    authors = {"ValueError", "unique"} if path.name in FORMATS else set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = named(node.func)
        if name in RAISING | authors:
            yield from node.args
            yield from (keyword.value for keyword in node.keywords)
        elif name in SHOWN:
            yield from node.args
        elif name in HELPS:
            yield from node.args[:1]


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_people_read_goes_through_the_catalog(path: Path) -> None:
    tree = ast.parse(path.read_text())
    wrong = [
        f"{path}:{word.lineno}: {word.value!r}"
        for sentence in sentences(tree, path)
        for word in literals(sentence)
    ]
    assert not wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_texts_in_the_code_have_both_languages(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and named(node.func) in ("Text", "Refused"):
            english, russian = (
                [one.value for one in literals(part)]
                for part in (*node.args, *(keyword.value for keyword in node.keywords))
            )
            assert not any(CYRILLIC.search(text) for text in english)
            if any(map(words, english)):
                assert any(CYRILLIC.search(text) for text in russian), f"{path}:{node.lineno}"


def texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts(item)


@pytest.mark.parametrize("path", ASSIGNMENTS, ids=lambda path: path.parent.name)
def test_texts_of_assignments_have_both_languages(path: Path) -> None:
    found = list(texts(load_assignment(path)))
    assert len(found) > 10
    for text in found:
        assert not CYRILLIC.search(text.en), text
        assert CYRILLIC.search(text.ru) or FORMULA.search(text.ru), text
