"""A module that does not import costs its own tests, and those of no other module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.judge.advice.top_level import MOVE_IT
from grader.model import Outcome, Verdict
from tests.judge.course import course

MODULES = {
    "first": "from second import two\ndef value(): return two() - 1.0\nprint('loud')\n",
    "second": "print('loud too')\nimport first\ndef two(): return 2.0\n",
    "hangs": "while True: pass\n",
    "crashes": "import os\nos._exit(0)\n",
    "segfaults": "import ctypes\nctypes.string_at(0)\n",
    "raises": "def value(): return 1.0\nprint(1 / 0)\n",
    "leaves": "import sys\nsys.exit(0)\n",
    "interrupts": "raise KeyboardInterrupt\n",
    "unwritten": "raise NotImplementedError\n",
    "broken": "def value(:\n",
    "nul": "\0",
    "needs_raises": "def value(): return 1.0\nimport raises\n",
    "nested": "x = " + "(" * 300 + ")" * 300,
    "random": "def value(): return 4.0\n",
    "statistics": "def value(): return 5.0\n",
    "numpy": "raise RuntimeError('not the real one')\n",
    "grader": "def value(): return 6.0\n",
    "helper_only": "import helper\nvalue = helper.value\n",
    "chatty": "print('x' * 200_000)\ndef value(): return 1.0\n",
    "forks": "import os\nif os.fork() == 0:\n    while True: pass\ndef value(): return 1.0\n",
    "threads": (
        "import threading, time\n"
        "def forever():\n    while True: print('x' * 9999)\n"
        "threading.Thread(target=forever, daemon=True).start()\n"
        "def value(): return 1.0\n"
    ),
    "last": "import numpy\nimport random\nimport json\ndef value(): return numpy.float64(1)\n",
}
HELPER = "def value(): return 1.0\n"

EXPECTED = {
    "first": Verdict.PASSED,
    "second": Verdict.MISSING,  # it has no function `value`
    "hangs": Verdict.TIMEOUT,
    "crashes": Verdict.CRASHED,
    "segfaults": Verdict.CRASHED,
    "raises": Verdict.ERROR,
    "leaves": Verdict.ERROR,
    "interrupts": Verdict.ERROR,
    "unwritten": Verdict.NOT_IMPLEMENTED,
    "broken": Verdict.ERROR,
    "nul": Verdict.ERROR,
    "needs_raises": Verdict.ERROR,
    "nested": Verdict.ERROR,
    "random": Verdict.FAILED,  # it returns 4, so it is the student's own
    "statistics": Verdict.FAILED,
    "numpy": Verdict.ERROR,
    "grader": Verdict.FAILED,
    "helper_only": Verdict.PASSED,
    "chatty": Verdict.PASSED,
    "forks": Verdict.PASSED,
    "threads": Verdict.PASSED,
    "last": Verdict.PASSED,
    "absent": Verdict.MISSING,
}
SUITE = "".join(
    f"def test_{name}(student, check):\n    check.close(student.{name}.value(), 1.0)\n\n"
    for name in EXPECTED
)
IMPORT_SECONDS = 2.0


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, Outcome]]:
    with course(SUITE, modules=tuple(EXPECTED), call_seconds=IMPORT_SECONDS) as opened:
        yield opened.grade(helper=HELPER, **MODULES)


@pytest.mark.parametrize("module", EXPECTED)
def test_each_module_by_itself(outcomes: dict[str, Outcome], module: str) -> None:
    assert outcomes[f"test_{module}"].verdict is EXPECTED[module]


def test_the_message_names_the_import(outcomes: dict[str, Outcome]) -> None:
    messages = {name: one.message.en for name, one in outcomes.items() if one.message}
    assert messages["test_hangs"] == f"import hangs did not finish within 2 s. {MOVE_IT.en}"
    assert messages["test_crashes"] == "The process ended in the middle of import crashes."
    assert messages["test_broken"] == (
        "import broken raised SyntaxError. See broken.py, line 1: `def value(:`."
    )
    assert messages["test_absent"] == "absent.py was not found in the submission."
    assert outcomes["test_broken"].evidence["exception"]["text"] == "invalid syntax (line 1)"


FORGERS = {
    "junk": "answer(b'HTTP/1.1 200 OK' + b' ' * 100)",
    "early": "answer(frame({'status': 'ok'}))",
    "guess": "answer(frame({'id': 0, 'status': 'ok'}))",
    "text": "answer(frame({'id': 'x', 'status': 'ok'}))",
    "arrays": "answer(frame({'id': np.zeros(2), 'status': np.zeros(2)}))",
    "many": "answer(frame({'id': 1, 'status': 'ok'}) * 50)",
    "half": "answer(frame({'id': 1, 'status': 'ok'})[:20]); os._exit(0)",
    "no_status": "answer(frame({'id': number()}))",
    "odd_status": "answer(frame({'id': number(), 'status': np.zeros(2)}))",
    "unknown": "answer(frame({'id': number(), 'status': 'passed'}))",
    "no_exception": "answer(frame({'id': number(), 'status': 'exception'}))",
    "bad_exception": "answer(frame({'id': number(), 'status': 'exception', 'exception': [1]}))",
    "twice": "answer(frame({'id': number(), 'status': 'ok'}) * 2)",
}
TOOLS = """
import os, socket, stat, sys
import numpy as np
from grader.protocol import Channel, Limits

def answer(data):
    for fd in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                os.write(fd, data)
        except OSError:
            pass

def frame(message):
    ours, theirs = socket.socketpair()
    Channel.over(ours, Limits()).send(message)
    return theirs.recv(10**6)

def number():
    frame = sys._getframe()
    while 'message' not in dir(frame.f_locals.get('frame')):
        frame = frame.f_back
    return frame.f_locals['frame'].message['id']

def value(): return 1.0
"""


@pytest.fixture(scope="module")
def forged() -> Iterator[dict[str, Outcome]]:
    names = ["first", *FORGERS, "last"]
    suite = "".join(
        f"def test_{name}(student, check):\n    check.close(student.{name}.value(), 1.0)\n\n"
        for name in names
    )
    with course(suite, modules=tuple(names)) as opened:
        forgers = {name: TOOLS + forgery for name, forgery in FORGERS.items()}
        yield opened.grade(first=MODULES["last"], last=MODULES["last"], **forgers)


@pytest.mark.parametrize("forger", FORGERS)
def test_a_forged_answer_to_an_import_gains_nothing(
    forged: dict[str, Outcome], forger: str
) -> None:
    """It is no fault of ours, and another module's tests are as they were."""
    ended = Verdict.CRASHED if forger == "half" else Verdict.PROTOCOL_ERROR
    assert forged[f"test_{forger}"].verdict is ended
    assert forged["test_first"].verdict is Verdict.PASSED
    assert forged["test_last"].verdict is Verdict.PASSED
