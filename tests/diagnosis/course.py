"""A small reference, some mistakes in it, and records of what students' functions returned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np

from grader.diagnosis import Finding, KnownMistake, Record, Reference, diagnose
from grader.model import Text, Verdict

REFERENCE = '''
import numpy as np

def loss(W, X, reg):
    """(loss, dW) of the mean of squares."""
    scores = X @ W
    value = np.mean(scores ** 2) + reg * np.sum(W ** 2)
    return value, 2 * X.T @ scores / scores.size + 2 * reg * W

def slope(f, x):
    return (f(x + 1e-4) - f(x - 1e-4)) / 2e-4

def draw(n):
    return np.random.normal(size=n)

def drawn(rng, n):
    return rng.normal(size=n)

def make():
    return Base(1.0)

def broken(x):
    raise RuntimeError("ours")

class Base:
    def __init__(self, scale):
        self.scale = scale

    def fit(self, X):
        self.mean = np.mean(X)

    def shuffle(self, X):
        self.mean = np.random.choice(X)

    def scaled(self, X):
        return self.scale * (X - getattr(self, "mean", 0.0))

class Model(Base):
    pass
'''


def module(source: str, name: str = "work") -> ModuleType:
    """`source` as a module called `name`."""
    made = ModuleType(name)
    exec(source, vars(made))
    return made


def reference(source: str = REFERENCE) -> Reference:
    """A reference whose one module is `work`."""
    modules = {"work": module(source)}

    def find(name: str) -> ModuleType:
        if name not in modules:
            raise ImportError(name)
        return modules[name]

    return Reference(find)


RIGHT = module(REFERENCE)


def mistake(
    name: str,
    one: Callable[..., Any],
    *functions: str,
    result: int | None = None,
    twins: tuple[str, ...] = (),
    shows: Callable[[Mapping[str, Any]], bool | None] | None = None,
) -> KnownMistake:
    """A mistake in `functions` (`work.loss` if none is named) with the model `one`."""
    return KnownMistake(
        name=name,
        functions=functions or ("work.loss",),
        result=result,
        hint=Text(f"hint of {name}", f"подсказка {name}"),
        twins=twins,
        has_predicate=shows is not None,
        load=lambda: SimpleNamespace(one=one, shows=shows),
    )


def problem(seed: int = 0, D: int = 4, C: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Random W (D, C) and X (5, D)."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(D, C)), rng.normal(size=(5, D))


def losses(
    function: Callable[..., Any], *regs: float, test: str = "part/test_loss", seed: int = 0
) -> list[Record]:
    """Records of `function` as a student's `work.loss`, one call for each of `regs`."""
    W, X = problem(seed)
    return [Record(test, "work.loss", (W, X, reg), value=function(W, X, reg)) for reg in regs]


def found(
    records: Iterable[Record],
    *mistakes: KnownMistake,
    observations: Iterable[Any] = (),
    failing: Mapping[str, Verdict] | None = None,
    source: str = REFERENCE,
) -> dict[str, Finding]:
    """What is found where every test failed that has a record, or those in `failing` did."""
    records, observations = list(records), list(observations)
    if failing is None:
        failing = {one.test: Verdict.FAILED for one in (*records, *observations)}
    return diagnose(records, observations, mistakes, reference(source), failing)


def names(findings: Mapping[str, Finding]) -> dict[str, list[str]]:
    """Test → names of its mistakes, for tests that have any."""
    named = {
        test: [diagnosis.mistake for diagnosis in finding.diagnoses]
        for test, finding in findings.items()
    }
    return {test: mistakes for test, mistakes in named.items() if mistakes}


def remarks(findings: Mapping[str, Finding]) -> dict[str, list[str]]:
    """Test → its remarks in English, for tests that have any."""
    return {
        test: [remark.en for remark in finding.remarks]
        for test, finding in findings.items()
        if finding.remarks
    }
