"""A Python file of the assignment's author, read as text: its constants and names, never run."""

from __future__ import annotations

import ast
import reprlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.errors import AssignmentError
from grader.language import Message
from grader.language import gettext as _
from grader.model import SourceFile, Text

LANGUAGES = ("en", "ru")


@dataclass(frozen=True)
class PythonFile:
    """A file that parses; `path` is for messages."""

    path: Path
    text: str
    tree: ast.Module

    def literal(self, name: str, default: Any = None) -> Any:
        """The value of the constant `name`, which must be a literal; `default` without one."""
        node = self._assigned(name)
        if node is None:
            return default
        try:
            return ast.literal_eval(node)
        except ValueError:
            raise self.refused(name, _("must be a literal"), f"`{ast.unparse(node)}`") from None

    def required(self, name: str) -> Any:
        """The literal `name`, which must be there (`None` may be its value)."""
        if self._assigned(name) is None:
            raise self.refused(name, _("must be there, in capital letters"), _("none"))
        return self.literal(name)

    def texts(self, name: str) -> Text:
        """The literal `name` as a text in both languages."""
        value = self.required(name)
        rule = _("must hold a text in each language, {form}").format(form="{'en': …, 'ru': …}")
        if not isinstance(value, dict):
            raise self.refused(name, rule, shown(value))
        for language in LANGUAGES:
            text = value.get(language)
            if not isinstance(text, str) or not text.strip():
                raise self.refused(
                    name,
                    rule,
                    _("{text} for {language!r}").format(text=shown(text), language=language),
                )
        if unknown := sorted(set(value) - set(LANGUAGES), key=str):
            raise self.refused(name, rule, _("{key} too").format(key=shown(unknown[0])))
        return Text(value["en"].strip(), value["ru"].strip())

    def strings(self, name: str, *, least: int) -> tuple[str, ...]:
        """The literal `name` as a list of at least `least` texts; without a name, it is empty."""
        value = self.required(name) if least else self.literal(name, [])
        fine = isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value)
        if not fine or len(value) < least:
            rule = _("must be a list of texts, at least {least}").format(least=least)
            raise self.refused(name, rule, shown(value))
        if len(set(value)) < len(value):
            raise self.refused(name, _("must name each one once"), shown(value))
        return tuple(value)

    def refused(
        self,
        name: str,
        rule: Message,
        got: Message | str,
        *,
        hint: Message | str | None = None,
    ) -> AssignmentError:
        """The error that `name` of this file breaks `rule`."""
        node = self._assigned(name)
        if node is None:
            message = _("{path}: {key} {rule}. Got {got}.")
        else:
            message = _("{path}, line {line}: {key} {rule}. Got {got}.")
        line = None if node is None else node.lineno
        return AssignmentError(
            message.format(path=self.path, line=line, key=name, rule=rule, got=got), hint=hint
        )

    def defined(self) -> set[str]:
        """The names of top-level functions, classes and variables."""
        return {name for name, value in _definitions(self.tree)}

    def _assigned(self, name: str) -> ast.expr | None:
        found = (value for known, value in _definitions(self.tree) if known == name)
        return next((value for value in found if value is not None), None)


def parse(folder: Path, file: SourceFile, *, hint: Message | None = None) -> PythonFile:
    """`file` of `folder`, or an error that says where it is not Python."""
    path = folder / file.path
    try:
        tree = ast.parse(file.content, filename=str(path))
        return PythonFile(path, file.content.decode(), tree)
    except (SyntaxError, ValueError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "offset", 1)
        raise AssignmentError(
            _("{path}, line {line}, column {column}: is not Python: {error}.").format(
                path=path, line=line, column=column, error=error
            ),
            hint=hint,
        ) from error


def shown(value: object) -> str:
    """`value` in a message."""
    short = reprlib.Repr()
    short.maxstring = short.maxother = 80
    return short.repr(value)


def _definitions(tree: ast.Module) -> Iterator[tuple[str, ast.expr | None]]:
    """Top-level names, with their value where it is assigned."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, None
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value
