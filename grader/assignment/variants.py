"""The correct variants in `correct/`, read without running them: right, but not as expected.

`correct/<name>.py` holds functions that stand for functions of the assignment; `correct/<name>/`
is a whole submission.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from grader.assignment.mistakes import NAME
from grader.assignment.python_file import PythonFile, parse, shown
from grader.assignment.reference_names import suggestion
from grader.errors import AssignmentError
from grader.language import gettext as _
from grader.model import SourceFile, Text

_FUNCTIONS = 'FUNCTIONS = {"linear_svm.svm_loss_naive": "my_loss"}'
_TITLE = 'TITLE = {"en": "…", "ru": "…"}'


@dataclass(frozen=True)
class CorrectVariant:
    """A solution that must earn every point and no hint.

    `functions` says which function of the variant's one file stands for which of the assignment's;
    it is empty where `files` are a whole submission.
    """

    name: str
    functions: Mapping[str, str]
    title: Text
    files: tuple[SourceFile, ...]


def load_variants(
    folder: Path, files: Iterable[SourceFile], known: Set[str], modules: Iterable[str]
) -> tuple[CorrectVariant, ...]:
    """The variants in `files` of `folder`, sorted by name.

    `known` are the reference's functions and classes, `modules` the files that students hand in.
    """
    groups: dict[str, list[SourceFile]] = {}
    for file in files:
        groups.setdefault(file.path.partition("/")[0], []).append(file)
    found: dict[str, CorrectVariant] = {}
    for top, members in sorted(groups.items()):
        _check_name(folder, top, members, found)
        if "/" in members[0].path:
            found[top] = _folder(folder, top, members, frozenset(modules))
        else:
            name = top.removesuffix(".py")
            found[name] = _file(parse(folder, members[0]), name, members[0], known)
    return tuple(found[name] for name in sorted(found))


def _check_name(
    folder: Path, top: str, members: list[SourceFile], found: Mapping[str, CorrectVariant]
) -> None:
    name = top if "/" in members[0].path else top.removesuffix(".py")
    if not NAME.fullmatch(f"{name}.py") or (name == top and "/" not in members[0].path):
        raise AssignmentError(
            _(
                "{path}: a correct variant must be a folder or a .py file whose name is "
                "[a-z0-9_]+. Got {name}."
            ).format(path=folder / top, name=top),
        )
    if name in found:
        raise AssignmentError(
            _(
                "{path}: a correct variant must have a name of its own. "
                "Got a folder and a file that are both called {name}."
            ).format(path=folder / top, name=name),
            hint=_("rename one of the two"),
        )


def _file(file: PythonFile, name: str, source: SourceFile, known: Set[str]) -> CorrectVariant:
    functions = file.required("FUNCTIONS")
    if not isinstance(functions, dict) or not functions:
        rule = _("must say which function of this file stands for which of the assignment's")
        raise file.refused("FUNCTIONS", rule, shown(functions), hint=_FUNCTIONS)
    defined = file.defined()
    for theirs, own in functions.items():
        if theirs not in known:
            rule = _("must have keys that the reference defines")
            hint = suggestion(str(theirs), known)
            raise file.refused("FUNCTIONS", rule, shown(theirs), hint=hint)
        if own not in defined:
            rule = _("must have values that this file defines")
            hint = suggestion(str(own), defined)
            raise file.refused("FUNCTIONS", rule, shown(own), hint=hint)
    return CorrectVariant(name, functions, file.texts("TITLE"), (source,))


def _folder(
    folder: Path, name: str, members: list[SourceFile], modules: Set[str]
) -> CorrectVariant:
    files = tuple(SourceFile(file.path.removeprefix(f"{name}/"), file.content) for file in members)
    parsed = [parse(folder, file) for file in members if file.path.endswith(".py")]
    if not modules & {file.path for file in files}:
        raise AssignmentError(
            _("{path}: must hold modules of the assignment, {modules}. Got {files}.").format(
                path=folder / name,
                modules=", ".join(sorted(modules)),
                files=", ".join(file.path for file in files),
            ),
        )
    titled = [file for file in parsed if "TITLE" in file.defined()]
    if len(titled) != 1:
        raise AssignmentError(
            _(
                "{path}: one of the modules must have the constant TITLE. "
                "Got it in {count} of them."
            ).format(path=folder / name, count=len(titled)),
            hint=_TITLE,
        )
    return CorrectVariant(name, {}, titled[0].texts("TITLE"), files)
