"""Mutants of an assignment's reference, as mutmut makes them: one small change in one function."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import libcst as cst
from mutmut.mutation.file_mutation import create_mutations

from grader.assignment import Assignment
from grader.model import SourceFile
from grader.proofs.cases import Case


@dataclass(frozen=True)
class Mutant:
    """`function` (`module.f` or `module.Class.f`) with a change.

    `code` is its whole definition, `change` what mutmut changed in which module.
    """

    function: str
    diff: str
    code: str
    change: tuple[cst.Module, cst.CSTNode, cst.CSTNode] = field(compare=False, repr=False)

    def files(self, assignment: Assignment) -> tuple[SourceFile, ...]:
        """The reference with this function in it."""
        path = self.function.partition(".")[0] + ".py"
        module, right, wrong = self.change
        text = module.deep_replace(right, wrong).code
        return tuple(
            replace(file, content=text.encode()) if file.path == path else file
            for file in assignment.reference
        )

    def case(self) -> Case:
        """The case that puts this function at the end of its module, for the tests that call it.

        Where the module itself has used the right one by then, as a default, that one stays.
        """
        name = self.function.partition(".")[2]
        inside = textwrap.indent(f"{self.code}\nreturn {name.rpartition('.')[2]}\n", "    ")
        made = f"def _mutant_{{number}}():\n{inside}\n{name} = _mutant_{{number}}()\n"
        return Case(f"{self.function}\n{self.diff}", self.function, made, ())


def mutants(assignment: Assignment) -> list[Mutant]:
    """All mutants of the reference, each once."""
    found = [
        mutant
        for file in assignment.reference
        if file.path.endswith(".py")
        for mutant in _of_file(file)
    ]
    return list(dict.fromkeys(found))


def _of_file(file: SourceFile) -> Iterator[Mutant]:
    module, mutations, *_ = create_mutations(file.path, file.content.decode())
    names = {id(node): name for name, node in _functions(file.path.removesuffix(".py"), module)}
    for mutation in mutations:
        function = mutation.contained_by_top_level_function
        if id(function) not in names:
            continue  # not in a function
        change = mutation.original_node, mutation.mutated_node
        right, wrong = _code(module, function), _code(module, function.deep_replace(*change))
        yield Mutant(names[id(function)], _diff(right, wrong), wrong, (module, *change))


def _functions(path: str, node: cst.Module | cst.ClassDef) -> Iterator[tuple[str, cst.FunctionDef]]:
    """The functions of a module with their dotted names, those of its classes too."""
    statements = node.body if isinstance(node, cst.Module) else node.body.body
    for statement in statements:
        if isinstance(statement, cst.FunctionDef):
            yield f"{path}.{statement.name.value}", statement
        elif isinstance(statement, cst.ClassDef):
            yield from _functions(f"{path}.{statement.name.value}", statement)


def _code(module: cst.Module, function: cst.FunctionDef) -> str:
    return module.code_for_node(function.with_changes(leading_lines=()))


def _diff(right: str, wrong: str) -> str:
    """The lines that differ, `- ` before the right ones and `+ ` before the wrong ones."""
    lines = list(difflib.unified_diff(right.splitlines(), wrong.splitlines(), n=0))[2:]
    return "\n".join(f"{line[0]} {line[1:].strip()}" for line in lines if line[0] in "-+")
