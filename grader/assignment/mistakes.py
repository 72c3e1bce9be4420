"""The known mistakes in `mistakes/*.py`, read without running them.

A file holds constants that say what the mistake is, the mistake itself as `one`, and the same in
two other styles, `two` and `three`; `shows(facts)` where a predicate finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from grader.assignment.python_file import PythonFile, parse, shown
from grader.assignment.reference_names import suggestion
from grader.errors import AssignmentError
from grader.language import Message
from grader.language import gettext as _
from grader.model import SourceFile, Text

RENDERINGS = ("one", "two", "three")
NAME = re.compile(r"[a-z0-9_]+\.py")
_LONGEST_TITLE = 80
_RESULTS = (0, 1, None)


@dataclass(frozen=True)
class Mistake:
    """A known mistake.

    `functions` are those of the assignment that it may be made in; `result` is the item of the
    returned tuple that it makes wrong, None for the whole value. `twins` cannot be told from it by
    any result. Every test that matches a pattern of `caught_by` and calls one of `functions` must
    not pass. `source` is the whole file, with `shows` in it if it `has_predicate`.
    """

    name: str
    functions: tuple[str, ...]
    result: int | None
    title: Text
    hint: Text
    twins: tuple[str, ...]
    caught_by: tuple[str, ...]
    source: str
    has_predicate: bool


def load_mistakes(
    folder: Path, files: Iterable[SourceFile], functions: Set[str], tests: Iterable[str]
) -> tuple[Mistake, ...]:
    """The mistakes in `files` of `folder`, sorted by name.

    `functions` are the reference's, `tests` the ids of the assignment's tests.
    """
    ids = tuple(tests)
    read = [(_parsed(folder, file), file) for file in files]
    found = {file.path.removesuffix(".py"): _mistake(one, functions, ids) for one, file in read}
    for one, file in read:
        _check_twins(one, file.path.removesuffix(".py"), found)
    return tuple(found[name] for name in sorted(found))


def _parsed(folder: Path, file: SourceFile) -> PythonFile:
    if not NAME.fullmatch(file.path):
        raise AssignmentError(
            _("{path}: a mistake must be one file whose name is [a-z0-9_]+.py. Got {name}.").format(
                path=folder / file.path, name=file.path
            ),
            hint=_("the file's name without .py is the mistake's name in reports"),
        )
    return parse(folder, file)


def _mistake(file: PythonFile, functions: Set[str], tests: tuple[str, ...]) -> Mistake:
    defined = file.defined()
    for name in RENDERINGS:
        if name not in defined:
            raise file.refused(
                name,
                _("must be a function: the mistake in another style"),
                _only(defined & set(RENDERINGS)),
                hint=_("write one, two and three, really different from each other"),
            )
    return Mistake(
        name=file.path.stem,
        functions=_functions(file, functions),
        result=_result(file),
        title=_title(file),
        hint=file.texts("HINT"),
        twins=file.strings("TWINS", least=0),
        caught_by=_caught_by(file, tests),
        source=file.text,
        has_predicate="shows" in defined,
    )


def _only(names: Set[str]) -> Message:
    if not names:
        return _("none of the three")
    return _("only {names}").format(names=", ".join(sorted(names)))


def _functions(file: PythonFile, known: Set[str]) -> tuple[str, ...]:
    names = file.strings("FUNCTIONS", least=1)
    for name in names:
        if name not in known:
            rule = _("must name functions that the reference defines")
            raise file.refused("FUNCTIONS", rule, shown(name), hint=suggestion(name, known))
    return names


def _result(file: PythonFile) -> int | None:
    value = file.required("RESULT")
    if isinstance(value, bool) or value not in _RESULTS:
        rule = _("must be 0 or 1, the wrong item of the returned tuple, or None, the whole value")
        raise file.refused("RESULT", rule, shown(value))
    result: int | None = value
    return result


def _title(file: PythonFile) -> Text:
    title = file.texts("TITLE")
    for text in (title.en, title.ru):
        if len(text) >= _LONGEST_TITLE:
            rule = _("must be under {count} characters in each language").format(
                count=_LONGEST_TITLE
            )
            got = _("{count} in {text}").format(count=len(text), text=shown(text))
            raise file.refused("TITLE", rule, got)
    return title


def _caught_by(file: PythonFile, tests: tuple[str, ...]) -> tuple[str, ...]:
    patterns = file.strings("CAUGHT_BY", least=1)
    for pattern in patterns:
        if not any(fnmatchcase(test, pattern) for test in tests):
            raise file.refused(
                "CAUGHT_BY",
                _("must match ids of tests, each pattern at least one"),
                shown(pattern),
                hint=_("an id is part/function, as in svm/test_naive_loss; * matches anything"),
            )
    return patterns


def _check_twins(file: PythonFile, name: str, found: Mapping[str, Mistake]) -> None:
    for twin in found[name].twins:
        if twin not in found or twin == name:
            hint = suggestion(twin, found.keys() - {name})
            raise file.refused("TWINS", _("must name other mistakes"), shown(twin), hint=hint)
        if name not in found[twin].twins:
            raise file.refused(
                "TWINS",
                _("must be mutual"),
                _("{twin!r}, whose own TWINS lack {name!r}").format(twin=twin, name=name),
                hint=_("add {name!r} to the TWINS of {file}").format(name=name, file=f"{twin}.py"),
            )
