"""The assignment's known mistakes and correct variants, as objects."""

import ast
import sys
from dataclasses import dataclass
from importlib import util
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parents[3] / "assignments" / "linear_classifier"
RENDERINGS = ("one", "two", "three")


@dataclass(frozen=True)
class Mistake:
    """A mistake file: its constants, and its module with `one`, `two`, `three`."""

    name: str
    functions: list[str]
    result: int | None
    title: dict[str, str]
    hint: dict[str, str]
    twins: list[str]
    caught_by: list[str]
    module: ModuleType

    @property
    def shows(self):
        """The predicate, or None where results are compared."""
        return getattr(self.module, "shows", None)


@dataclass(frozen=True)
class Variant:
    """A correct variant: which functions of the assignment its functions stand for."""

    name: str
    replacements: dict[str, object]
    title: dict[str, str]


def read_mistake(path):
    """The mistake in the file `path`."""
    constants, module = read_constants(path), load(path)
    return Mistake(
        path.stem,
        constants["FUNCTIONS"],
        constants["RESULT"],
        constants["TITLE"],
        constants["HINT"],
        constants.get("TWINS", []),
        constants["CAUGHT_BY"],
        module,
    )


def read_variant(path):
    """The correct variant in the file `path`."""
    constants, module = read_constants(path), load(path)
    functions = constants["FUNCTIONS"]
    replacements = {name: getattr(module, own) for name, own in functions.items()}
    return Variant(path.stem, replacements, constants["TITLE"])


def read_constants(path):
    """The upper-case names of `path` and their literals, read without running the file."""
    assignments = [
        node for node in ast.parse(path.read_text()).body if isinstance(node, ast.Assign)
    ]
    named = {node.targets[0].id: node.value for node in assignments}
    return {name: ast.literal_eval(value) for name, value in named.items() if name.isupper()}


def load(path):
    """The file `path` as a module, without a cache beside it."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec = util.spec_from_file_location(f"authored_{path.stem}", path)
        module = util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


MISTAKES = {path.stem: read_mistake(path) for path in sorted(FOLDER.glob("mistakes/*.py"))}
VARIANTS = {path.stem: read_variant(path) for path in sorted(FOLDER.glob("correct/*.py"))}
