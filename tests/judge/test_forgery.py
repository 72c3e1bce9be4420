"""Student code that speaks the protocol itself: a verdict of its own making is `protocol_error`.

It finds the descriptor of its channel and writes what it likes. Whatever that is, it earns nothing,
it is no fault of ours, and the tests before and after it are as they were.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.model import Outcome, Verdict
from tests.judge.course import Course, course

TOOLS = """
import os, socket, stat, sys, time
import numpy as np
from grader.protocol import Channel, Function, Limits

def sockets():
    found = []
    for name in os.listdir("/proc/self/fd"):
        try:
            if stat.S_ISSOCK(os.fstat(int(name)).st_mode):
                found.append(int(name))
        except OSError:
            pass
    return found

def answer(data):
    for fd in sockets():
        os.write(fd, data)

def frame(**message):
    ours, theirs = socket.socketpair()
    Channel.over(ours, Limits()).send(message)
    return theirs.recv(10**6)

def number():
    frame = sys._getframe()
    while "message" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["message"]["id"]

def value(x): return x
"""

P, C, T = Verdict.PROTOCOL_ERROR, Verdict.CRASHED, Verdict.TIMEOUT
FORGERIES = {
    "junk": ('answer(b\'{"verdict": "passed", "score": 100}\')', P),
    "a verdict": ("answer(frame(verdict='passed', score=100, test='suite/test_one'))", P),
    "a guessed number": ("answer(frame(id=1, value=1.0))", P),
    "many numbers": ("answer(frame(id=np.arange(9), value=1.0))", P),
    "twice": ("answer(frame(id=number(), value=1.0) * 2); os._exit(0)", P),
    "half a frame": ("answer(frame(id=number(), value=1.0)[:-3]); os._exit(0)", C),
    "half a frame and silence": ("answer(frame(id=number())[:-3]); time.sleep(1e6)", T),
    "4 GiB": ("answer(b'NGF1' + b'\\xff' * 8)", P),
    "a callback to nobody": (
        "answer(frame(id=number(), function=Function(7), args=[], kwargs={}))",
        P,
    ),
    "descriptors": (
        "socket.send_fds(socket.socket(fileno=sockets()[0]), [frame(id=number())], [0])",
        P,
    ),
    "all descriptors closed": ("os.closerange(0, 128)", C),
    "another channel": (
        "a, b = socket.socketpair(); os.dup2(a.fileno(), sockets()[0]); b.send(b'x')",
        C,
    ),
    "the channel, kept by a child": ("os.fork() or time.sleep(1e6); os._exit(0)", T),
}
CALLED_BACK = (
    "twice",
    "half a frame",
    "many numbers",
    "a callback to nobody",
    "the channel closed",
)
"""Those that are also tried while the judge has lent a function."""

SUITE = """
def test_before(student, check):
    check.close(student.work.value(1.0), 1.0)
"""
WORK = TOOLS
EXPECTED = {"test_before": Verdict.PASSED}
for number, (name, (forgery, verdict)) in enumerate(FORGERIES.items()):
    SUITE += f"""
def test_{number}(student, check):
    check.close(student.work.forge_{number}(), 1.0)

def test_{number}_honest(student, check):
    check.close(student.work.value(1.0), 1.0)
"""
    WORK += f"\ndef forge_{number}(function=None):\n    {forgery}\n    return 1.0\n"
    EXPECTED |= {f"test_{number}": verdict, f"test_{number}_honest": Verdict.PASSED}
    if name in CALLED_BACK:
        SUITE += f"""
def test_{number}_called_back(student, check):
    check.close(student.work.forge_{number}(lambda x: x), 1.0)
"""
        EXPECTED[f"test_{number}_called_back"] = verdict


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, Outcome]]:
    short = tuple(test for test, verdict in EXPECTED.items() if verdict is Verdict.TIMEOUT)
    with course(SUITE, short=short) as opened:
        yield opened.grade(work=WORK)


def test_every_row_comes_back_and_none_is_a_fault_of_ours(outcomes: dict[str, Outcome]) -> None:
    assert list(outcomes) == list(EXPECTED)
    assert Verdict.GRADER_ERROR not in {outcome.verdict for outcome in outcomes.values()}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_earns_nothing(outcomes: dict[str, Outcome], name: str) -> None:
    """And the honest test after it is as ever."""
    own = f"test_{list(FORGERIES).index(name)}"
    for test in (own, f"{own}_honest", f"{own}_called_back"):
        if test in EXPECTED:
            assert outcomes[test].verdict is EXPECTED[test]


TWO_CALLS = """
def test_one(student, check):
    check.close(student.work.value(1.0), 1.0)

def test_two(student, check):
    check.close(student.work.value(1.0), 1.0)
    check.close(student.work.value(2.0), 2.0)

def test_other(student, check):
    check.close(student.work.value(2.0), 2.0)
"""


@pytest.fixture(scope="module")
def opened() -> Iterator[Course]:
    with course(TWO_CALLS) as opened:
        yield opened


def test_an_answer_before_the_request_is_none(opened: Course) -> None:
    """A hook runs in the child at the fork, before the judge has asked for anything."""
    hook = "os.register_at_fork(after_in_child=lambda: answer(frame(id=0, value=1.0)))\n"
    outcomes = opened.grade(work=TOOLS + hook)
    assert {outcome.verdict for outcome in outcomes.values()} == {Verdict.PROTOCOL_ERROR}


def test_an_answer_is_good_once(opened: Course) -> None:
    """What was right for one request is sent again for the next."""
    replay = """
kept = []
def value(x):
    if kept:
        answer(kept[0])
        os._exit(0)
    kept.append(frame(id=number(), value=1.0))
    return x
"""
    outcomes = opened.grade(work=TOOLS + replay)
    assert outcomes["test_one"].verdict is Verdict.PASSED
    assert outcomes["test_two"].verdict is Verdict.PROTOCOL_ERROR


def test_what_a_forger_claims_is_cut(opened: Course) -> None:
    """Type names and texts reach the report; a page of them does not."""
    claims = """
long = "x" * 3000
def value(x):
    if x == 1.0:
        return type(long, (), {})()
    lines = {"type": long, "text": long, "traceback": [long] * 30}
    answer(frame(id=number(), exception=lines))
    os._exit(0)
"""
    outcomes = opened.grade(work=TOOLS + claims)
    message = outcomes["test_one"].message
    assert message is not None
    assert len(message.en) < 500
    shown = outcomes["test_other"].evidence["exception"]
    assert [len(shown["type"]), len(shown["text"]), len(shown["traceback"])] == [200, 2000, 20]
    assert max(map(len, shown["traceback"])) == 500
