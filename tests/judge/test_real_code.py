"""Real students' code in real workers: what is wrong costs only what needs it, and is explained."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.judge.advice.top_level import MOVE_IT
from grader.model import Outcome, Verdict
from tests.judge.course import course

WORKS = "def value(): return 1.0\n"
MODULES = {
    "python2": WORKS + "if 1:\n\tprint 'loaded'\n",
    "needs_python2": "from .python2 import *\n",
    "good": WORKS,
    "names": (
        "import numpy as np\ndef value(): return 1.0\n"
        "def old(): return np.zeros(2, dtype=np.float)\n"
        "def loop(): return [i for i in xrange(3)]\n"
    ),
    "needs_absent": "from cs231n.absent import *\nfrom cs231n.good import *\n",
    "scientific": "import torch\n" + WORKS,
    "loads": WORKS + "X = open('cifar-10-batches-py/data_batch_1', 'rb')\n",
    "asks": WORKS + "name = input('your name: ')\n",
    "guarded": WORKS + "if __name__ == '__main__':\n    open('cifar-10'); input(); 1 / 0\n",
}
SUITE = (
    "".join(
        f"def test_{name}(student, check):\n    check.close(student.{name}.value(), 1.0)\n\n"
        for name in [*MODULES, "absent"]
    )
    + "def test_old(student): student.names.old()\n"
    + "def test_loop(student): student.names.loop()\n"
)
EXPECTED = {
    **dict.fromkeys(MODULES, Verdict.ERROR),
    **dict.fromkeys(("good", "names", "guarded"), Verdict.PASSED),
    **dict.fromkeys(("old", "loop"), Verdict.ERROR),
    "absent": Verdict.MISSING,
}
EN = {
    "python2": (
        "import python2 raised SyntaxError. See python2.py, line 3: `print 'loaded'`. "
        "This is Python 2's print statement; in Python 3 it is a function: print(x)."
    ),
    "needs_python2": (
        "import needs_python2 raised SyntaxError. See python2.py, line 3: `print 'loaded'`. "
        "This is Python 2's print statement; in Python 3 it is a function: print(x)."
    ),
    "old": (
        "names.old raised AttributeError. np.float was removed from NumPy; "
        "write float (np.float64)."
    ),
    "loop": "names.loop raised NameError. xrange is from Python 2; in Python 3 it is now range.",
    "needs_absent": (
        "import needs_absent raised ModuleNotFoundError. "
        "absent is imported, but absent.py was not found in the submission."
    ),
    "absent": "absent.py was not found in the submission.",
    "asks": (
        "import asks raised EOFError. Nobody types here, so input() has nothing to read. "
        + MOVE_IT.en
    ),
    "loads": (
        "import loads raised FileNotFoundError. There is no file "
        "cifar-10-batches-py/data_batch_1: only the submission's .py files are here. " + MOVE_IT.en
    ),
}


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, Outcome]]:
    with course(SUITE, modules=(*MODULES, "absent")) as opened:
        yield opened.grade(**MODULES)


@pytest.mark.parametrize("name", EXPECTED)
def test_it_costs_only_what_needs_it(outcomes: dict[str, Outcome], name: str) -> None:
    assert outcomes[f"test_{name}"].verdict is EXPECTED[name]


@pytest.mark.parametrize("name", EN)
def test_the_message_explains_it(outcomes: dict[str, Outcome], name: str) -> None:
    message = outcomes[f"test_{name}"].message
    assert message is not None
    assert message.en == EN[name]


def test_it_is_explained_in_russian(outcomes: dict[str, Outcome]) -> None:
    message = outcomes["test_needs_python2"].message
    assert message is not None
    assert message.ru == (
        "import needs_python2: исключение SyntaxError. См. python2.py, строка 3: `print 'loaded'`. "
        "Это оператор print из Python 2; в Python 3 это функция: print(x)."
    )


HARMLESS = {
    "a warning of NumPy's": (
        "import numpy as np\nnp.exp(np.array([1e9])) * 0\n"
        "def value(): np.exp(1e9); np.log(np.zeros(2)); return 1.0\n"
    ),
    "a warning at import": "import re\npattern = '\\d'\nassert (1, 'x')\ndef value(): return 1.0\n",
    "a deprecation": (
        "import numpy as np, warnings\n"
        "def value():\n"
        "    warnings.warn('old', DeprecationWarning)\n    return np.row_stack([[1.0]])[0, 0]\n"
    ),
    "warnings as errors": (
        "import warnings\nwarnings.simplefilter('error')\nimport numpy as np\n"
        "np.seterr(all='raise')\nfrom . import helper\ndef value(): return 1.0\n"
    ),
    "logging": (
        "import logging\nlogging.basicConfig(level=logging.DEBUG)\n"
        "def value(): logging.error('бум'); logging.debug('x' * 9999); return 1.0\n"
    ),
    "another alphabet": "# coding: cp1251\ndef value(): print('потери \\ud800'); return 1.0\n",
    "exit hooks": (
        "import atexit, sys\natexit.register(lambda: 1 / 0)\n"
        "def value(): sys.stdout.close(); return 1.0\n"
    ),
    "no recursion limit": "import sys\nsys.setrecursionlimit(100)\ndef value(): return 1.0\n",
}


@pytest.mark.parametrize("name", HARMLESS)
def test_it_costs_nothing(name: str) -> None:
    suite = "def test_it(student, check):\n    check.close(student.work.value(), 1.0)\n"
    with course(suite) as opened:
        outcome = opened.grade(work=HARMLESS[name], helper="")["test_it"]
    assert outcome.verdict is Verdict.PASSED, outcome


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_forty_megabytes_of_text(stream: str) -> None:
    """At import, and again in the test: what is kept is cut and says so."""
    suite = "def test_it(student, check):\n    check.close(student.work.value(), 1.0)\n"
    flood = f"for _ in range(40): print('x' * 10**6, file=sys.{stream})\n"
    work = f"import sys\n{flood}def value():\n    {flood}    return 1.0\n"
    with course(suite) as opened:
        outcome = opened.grade(work=work)["test_it"]
    assert outcome.verdict is Verdict.PASSED
    assert outcome.stdout.startswith("xxx")
    assert outcome.stdout.endswith(f"\n[… {40 * (10**6 + 1) - 4096} more bytes]")
