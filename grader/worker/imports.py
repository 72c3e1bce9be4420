"""How a submission's modules are found, by whatever path its code imports them.

Students move modules out of a course's package, and leave `from .linear_svm import *` or
`from cs231n.classifiers.linear_svm import *` in them. A submission's module is one object here,
whichever way leads to it: by its name, relatively, or by any dotted path that ends with its name.
What Python itself can find always comes first, so a `random.py` of the student's hides nothing.

    __submission__._._.linear_svm     the module itself: made from its file, once
    linear_svm                        ┐
    cs231n.classifiers.linear_svm     │ other names of the same object
    __submission__._.linear_svm       ┘ (as `from ..linear_svm import *` asks for it)
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Sequence
from functools import cached_property
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

_ROOT = "__submission__"
_HOME = f"{_ROOT}._._"  # deep enough for `from ...classifiers import softmax`

_FROM_IMPORT = re.compile(r"\bfrom\s+([.\w]+)\s+import\s+(\([^)]*\)|[^\n;#]+)")
_IMPORT = re.compile(r"\bimport[ \t]+([\w., \t]+)")

PACKAGES = frozenset({
    "IPython", "PIL", "autograd", "cupy", "cv2", "cvxpy", "cython", "h5py", "imageio", "jax",
    "joblib", "keras", "networkx", "nltk", "numba", "pandas", "plotly", "requests", "scipy",
    "seaborn", "skimage", "sklearn", "statsmodels", "sympy", "tensorflow", "theano", "torch",
    "torchvision", "tqdm", "xgboost",
})  # fmt: skip
"""Never a course's own package: `from scipy.special import softmax` is not the student's."""

_OURS = "grader.worker.standins"
STAND_INS = {
    "future": f"{_OURS}.future_",
    "future.builtins": "builtins",
    "future.standard_library": f"{_OURS}.future_",
    "future.utils": f"{_OURS}.future_",
    "past": f"{_OURS}.past",
    "past.builtins": f"{_OURS}.past_builtins",
    "past.utils": f"{_OURS}.past",
    "pylab": f"{_OURS}.plotting",
    "six": f"{_OURS}.six",
    "six.moves": f"{_OURS}.six_moves",
    "six.moves.cPickle": "pickle",
}
"""Packages that real code imports and does without, and the module that stands in for each."""

_PLOTTING = frozenset({"matplotlib", "mpl_toolkits"})


class SubmissionFinder:
    """The last of the finders: finds what lies in `folder`, and stand-ins."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.packages = {_ROOT}

    def load(self, name: str) -> ModuleType:
        """The submission's module `name`, imported now unless it was before."""
        return importlib.import_module(f"{_HOME}.{name}")

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """What `fullname` is in the submission; None where it is nothing."""
        top, *_, last = fullname.split(".") if "." in fullname else (fullname, fullname)
        if fullname == top or top in self.packages:
            found = self._module(fullname, last) or self._package(fullname, last)
            if found is not None:
                return found
        if top == _ROOT:  # in the student's words: there this name is nothing but `last`
            raise ModuleNotFoundError(f"No module named {last!r}", name=last)
        return _stand_in(fullname)

    def _module(self, fullname: str, last: str) -> ModuleSpec | None:
        file = self.folder / f"{last}.py"
        if not file.is_file():
            return None
        home = f"{_HOME}.{last}"
        if fullname != home:
            return _other_name(fullname, home)
        return importlib.util.spec_from_file_location(home, file, loader=_OwnFile(home, str(file)))

    def _package(self, fullname: str, last: str) -> ModuleSpec | None:
        """A folder of the submission's, or a package that only leads to its modules."""
        if fullname == last:
            if fullname in PACKAGES:
                return None
            if (self.folder / last).is_dir():
                self.packages.add(fullname)
                return PathFinder.find_spec(fullname, [str(self.folder)])
        if last in self._leading:
            self.packages.add(fullname)
            return ModuleSpec(fullname, None, is_package=True)
        return None

    @cached_property
    def _leading(self) -> set[str]:
        """The names before the last in every path to a module that the files import."""
        found: set[str] = set()
        for file in self.folder.rglob("*.py"):
            for path in _imported_paths(file.read_text("utf-8", "replace")):
                if len(path) > 1 and (self.folder / f"{path[-1]}.py").is_file():
                    found.update(path[:-1])
        return found


class _OwnFile(SourceFileLoader):
    """Runs a file of the submission's, under its plain name."""

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__ = self.name.rpartition(".")[2]
        code = self.get_code(self.name)
        assert code is not None
        is_free = name not in sys.modules and name not in sys.stdlib_module_names
        if is_free:
            sys.modules[name] = module
        try:
            exec(code, module.__dict__)
        except BaseException:
            if is_free:
                sys.modules.pop(name, None)
            raise


class _OtherName:
    """Makes an import give the module that has the name `home`."""

    def __init__(self, home: str) -> None:
        self.home = home

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Import it before this name is taken: two modules may import each other."""
        importlib.import_module(self.home)
        return None

    def exec_module(self, module: ModuleType) -> None:
        """Put it in the place of the empty `module`, as the import system allows."""
        sys.modules[module.__name__] = sys.modules[self.home]


def _other_name(fullname: str, home: str) -> ModuleSpec:
    loader: Any = _OtherName(home)  # importlib.abc, where loaders are declared, is slow to import
    return ModuleSpec(fullname, loader)


def _make_home() -> None:
    """The packages above the submission's modules, empty: before any fork, so once for all."""
    for name in (_ROOT, f"{_ROOT}._", _HOME):
        spec = ModuleSpec(name, None, is_package=True)
        sys.modules[name] = importlib.util.module_from_spec(spec)


def _stand_in(fullname: str) -> ModuleSpec | None:
    is_plotting = fullname.partition(".")[0] in _PLOTTING
    module = f"{_OURS}.plotting" if is_plotting else STAND_INS.get(fullname)
    return None if module is None else _other_name(fullname, module)


def _imported_paths(source: str) -> list[list[str]]:
    """Every dotted path that `source` may import, as its names; leading dots are dropped."""
    paths: list[str] = []
    for module, names in _FROM_IMPORT.findall(source):
        paths.append(module)
        paths += [f"{module}.{name}" for name in _first_words(names.strip("()"))]
    for names in _IMPORT.findall(source):
        paths += _first_words(names)
    return [[name for name in path.split(".") if name] for path in paths]


def _first_words(names: str) -> list[str]:
    """`a as b, c` → a, c."""
    return [words[0] for part in names.split(",") if (words := part.split())]


_make_home()
