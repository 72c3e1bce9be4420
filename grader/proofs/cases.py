"""Cases: one function of the reference replaced by one whose verdict is known."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.assignment import Assignment, CorrectVariant, Mistake
from grader.assignment.mistakes import RENDERINGS
from grader.model import SourceFile

PROBES = (1.01, 1.0005)
"""Results too large by these factors must be noticed: they hold the tolerances down."""

_PROBE = Path(__file__).with_name("probe.py")


@dataclass(frozen=True)
class Case:
    """What stands in for `function`: `code` at the end of its module, with `files` beside it.

    `{number}` in `code` and in the files' paths is the case's number in its submission, so that
    several cases fit into one.
    """

    label: str
    function: str
    code: str
    files: tuple[SourceFile, ...]
    mistake: Mistake | None = None


def mistakes(assignment: Assignment, renderings: Sequence[str] = RENDERINGS) -> Iterator[Case]:
    """Each mistake in each of its functions, in `renderings`."""
    for mistake in assignment.mistakes:
        for function in mistake.functions:
            for rendering in renderings:
                yield Case(
                    f"{mistake.name}.{rendering} as {function}",
                    function,
                    _replace(function, f"_case_{{number}}.{rendering}"),
                    (_file(mistake.source),),
                    mistake,
                )


def probes(assignment: Assignment) -> Iterator[Case]:
    """Each function with a result that is slightly too large."""
    results = sorted(
        {(name, one.result) for one in assignment.mistakes for name in one.functions}, key=str
    )
    for (function, result), factor in itertools.product(results, PROBES):
        call = f"_case_{{number}}.scaled({_name(function)}, {result!r}, {factor!r})"
        yield Case(
            f"{function}[{result}] × {factor}",
            function,
            _replace(function, call),
            (_file(_PROBE.read_text()),),
        )


def variant(assignment: Assignment, one: CorrectVariant) -> tuple[SourceFile, ...]:
    """A correct variant as a submission's files."""
    if not one.functions:
        return one.files
    return submission(assignment, variant_cases(one))


def variant_cases(one: CorrectVariant) -> list[Case]:
    """The functions of a correct variant that is not a whole submission."""
    (file,) = one.files
    module = SourceFile("_case_{number}.py", file.content)
    return [
        Case(one.name, function, _replace(function, f"_case_{{number}}.{own}"), (module,))
        for function, own in one.functions.items()
    ]


def submission(assignment: Assignment, cases: list[Case]) -> tuple[SourceFile, ...]:
    """The reference with `cases` put in."""
    numbered = list(enumerate(cases))
    extra = tuple(
        SourceFile(file.path.replace("{number}", str(number)), file.content)
        for number, case in numbered
        for file in case.files
    )
    return (*_assemble(assignment, numbered), *extra)


def _assemble(assignment: Assignment, numbered: list[tuple[int, Case]]) -> tuple[SourceFile, ...]:
    return tuple(
        SourceFile(file.path, file.content + _appended(file.path, numbered).encode())
        for file in assignment.reference
    )


def _appended(path: str, numbered: list[tuple[int, Case]]) -> str:
    module = path.removesuffix(".py")
    return "".join(
        "\n\n" + case.code.replace("{number}", str(number))
        for number, case in numbered
        if case.function.partition(".")[0] == module
    )


def _replace(function: str, by: str) -> str:
    return f"import _case_{{number}}\n{_name(function)} = {by}\n"


def _name(function: str) -> str:
    """`f` of `module.f`, `Class.method` of `module.Class.method`."""
    return function.partition(".")[2]


def _file(source: str) -> SourceFile:
    return SourceFile("_case_{number}.py", source.encode())
