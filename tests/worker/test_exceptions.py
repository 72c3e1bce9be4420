"""A student's exception becomes plain data, whatever it does when it is looked at."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from grader.worker.exceptions import describe
from grader.worker.runner import _exception


def raised(code: str, folder: Path) -> dict[str, Any]:
    """What is told of the exception that the module `code` raises."""
    path = folder / "work.py"
    path.write_text(code)
    try:
        exec(compile(code, str(path), "exec"), {})
    except BaseException as error:
        return describe(error, folder)
    raise AssertionError("nothing was raised")


def test_type_text_and_place(tmp_path: Path) -> None:
    told = raised("def f():\n    return 1 / 0\nf()\n", tmp_path)
    assert told == {
        "type": "ZeroDivisionError",
        "text": "division by zero",
        "not_implemented": False,
        "traceback": ["work.py:3 in <module>: f()", "work.py:2 in f: return 1 / 0"],
    }


def test_only_frames_of_the_students_own(tmp_path: Path) -> None:
    """What lies between, NumPy's or ours, tells the student nothing."""
    told = raised("import json\njson.loads('{')\n", tmp_path)
    assert told["traceback"] == ["work.py:2 in <module>: json.loads('{')"]


def test_a_stub_is_known_by_its_class(tmp_path: Path) -> None:
    assert raised("class Mine(NotImplementedError): pass\nraise Mine", tmp_path)["not_implemented"]
    assert not raised(
        "class NotImplementedError(Exception): pass\nraise NotImplementedError", tmp_path
    )["not_implemented"]


def test_a_syntax_error_has_its_line(tmp_path: Path) -> None:
    told = raised("x = 1\nif x = 2:\n    pass\n", tmp_path)
    assert told["text"].endswith("(line 2)")
    assert told["traceback"][-1] == "work.py:2: if x = 2:"


@pytest.mark.parametrize(
    "code",
    [
        "class E(Exception):\n    def __str__(self): raise KeyboardInterrupt\nraise E",
        "class E(Exception):\n    def __str__(self): return 5\nraise E",
        "class E(SyntaxError):\n    msg = lineno = property(lambda self: 1 / 0)\nraise E",
        "class E(Exception):\n    __class__ = property(lambda self: 1 / 0)\nraise E",
        "class M(type):\n    __name__ = property(lambda self: 1 / 0)\n"
        "class E(Exception, metaclass=M): pass\nraise E",
        "raise SyntaxError('x', (5, None, None, None))",
        "def f(): f()\nf()",
        "raise Exception('x' * 10**6)",
        "raise Exception('\\ud800')",
    ],
)
def test_an_exception_that_resists_is_told_all_the_same(tmp_path: Path, code: str) -> None:
    told = raised(code, tmp_path)
    assert isinstance(told["type"], str)
    assert len(told["text"]) <= 2000
    assert len(told["traceback"]) <= 20


def test_what_the_judge_raised_is_raised_by_its_name() -> None:
    assert type(_exception("ValueError", "x")) is ValueError
    assert str(_exception("ValueError", "x")) == "x"
    assert type(_exception("LinAlgError", "x")) is RuntimeError
    assert str(_exception("LinAlgError", "x")) == "LinAlgError: x"


@pytest.mark.parametrize("name", ["SystemExit", "KeyboardInterrupt", "print", "open", "__import__"])
def test_but_no_other_name_means_anything(name: str) -> None:
    assert type(_exception(name, "x")) is RuntimeError


def test_every_exception_of_pythons_can_be_raised() -> None:
    """Also those that take more than a text."""
    for name in dir(builtins):
        assert isinstance(_exception(name, "x"), Exception)
