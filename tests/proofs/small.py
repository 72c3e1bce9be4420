"""A small assignment, written to a folder: what its proofs must find, and what must break them."""

from __future__ import annotations

from pathlib import Path

YAML = """\
name: demo
title: {en: Small, ru: Малое}
summary: {en: Two functions., ru: Две функции.}
modules: [work.py]
limits: {call_seconds: 5, test_seconds: 20}
due: 2026-12-14T23:59:00+04:00
parts:
  - name: work
    title: {en: Work, ru: Работа}
    tests:
      - {id: test_loss, title: {en: Loss, ru: Потери}, points: 40, visibility: public}
      - {id: test_gradient, title: {en: Gradient, ru: Градиент}, points: 40, visibility: public}
      - {id: test_largest, title: {en: Largest, ru: Наибольшее}, points: 20, visibility: public}
"""

REFERENCE = """\
import numpy as np


def loss(x):
    return float(np.mean(x * x)), 2 * x / len(x)


def largest(x):
    return float(np.max(x))
"""

SUITE = """\
import numpy as np


def test_loss(student, check, rng):
    x = rng.uniform(1, 2, size=5)
    value, _ = student.work.loss(x)
    check.close(value, np.mean(x * x), rtol=1e-4, name="loss")


def test_gradient(student, check, rng):
    x = rng.uniform(1, 2, size=5)
    _, gradient = student.work.loss(x)
    check.close(gradient, 2 * x / 5, rtol=1e-4, name="gradient")


def test_largest(student, check, rng):
    found, expected = [], []
    for _ in range(100):
        x = rng.uniform(1, 2, size=5)
        found.append(student.work.largest(x))
        expected.append(np.max(x))
    check.close(found, expected, rtol=1e-4, name="largest")
"""

MISTAKE = '''\
"""A mistake."""

import numpy as np

FUNCTIONS = ["work.{function}"]
RESULT = {result}
TITLE = {{"en": "Wrong", "ru": "Неверно"}}
HINT = {{"en": "Look again.", "ru": "Посмотрите ещё раз."}}
CAUGHT_BY = ["work/{test}"]
TWINS = {twins}


def one(x):
    return {one}


def two(x):
    return {two}


def three(x):
    return {three}
'''


def mistake(function: str, result: int | None, test: str, *models: str, twin: str = "") -> str:
    """The text of a mistake's file; `models` are what its three renderings return."""
    one, two, three = models
    twins = [twin] if twin else []
    return MISTAKE.format(
        function=function, result=result, test=test, twins=twins, one=one, two=two, three=three
    )


VARIANT = '''\
"""With plain Python."""

FUNCTIONS = {"work.largest": "own"}
TITLE = {"en": "Plain Python", "ru": "На чистом Python"}


def own(x):
    return sorted(x)[-1]
'''

FILES = {
    "assignments/demo/assignment.yaml": YAML,
    "assignments/demo/hidden/test_work.py": SUITE,
    "assignments/demo/mistakes/loss_summed.py": mistake(
        "loss",
        0,
        "test_loss",
        "np.sum(x * x), 2 * x / len(x)",
        "x.dot(x), 2 * x / x.size",
        "sum(v * v for v in x), (x + x) / len(x)",
    ),
    "assignments/demo/mistakes/gradient_summed.py": mistake(
        "loss",
        1,
        "test_gradient",
        "np.mean(x * x), np.sum(2 * x)",
        "x.dot(x) / x.size, 2 * x.sum()",
        "sum(v * v for v in x) / len(x), sum(v + v for v in x)",
    ),
    "assignments/demo/mistakes/smallest.py": mistake(
        "largest", None, "test_largest", "np.min(x)", "sorted(x)[0]", "min(x)", twin="negated"
    ),
    "assignments/demo/mistakes/negated.py": mistake(
        "largest",
        None,
        "test_largest",
        "-np.max(-x)",
        "-max(-x)",
        "-sorted(-x)[-1]",
        twin="smallest",
    ),
    "assignments/demo/correct/plain.py": VARIANT,
    "reference/demo/work.py": REFERENCE,
    "student_template/demo/work.py": "",
}


def write(root: Path, changes: dict[str, tuple[str, str]], added: dict[str, str]) -> Path:
    """Write the assignment below `root`, with a text replaced in each file of `changes`."""
    files = {**FILES, **{f"assignments/demo/{name}": text for name, text in added.items()}}
    for name, (old, new) in changes.items():
        path = f"assignments/demo/{name}"
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root / "assignments" / "demo"
