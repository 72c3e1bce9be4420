"""One contract for all sandboxes: the same submission gets the same verdicts behind each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.model import Verdict
from tests.walls import LIMITS, WALLS, Course, course

SUITE = """
import numpy as np

def test_passes(student, check):
    check.close(student.work.add(np.ones((2, 2)), 1.0), 2 * np.ones((2, 2)))

def test_fails(student, check):
    check.close(student.work.add(1, 1), 3)

def test_counts_once(student, check):
    check.close(student.work.count(), 1)

def test_counts_once_more(student, check):
    check.close(student.work.count(), 1)

def test_leaves_a_file(student, check):
    check.close(student.work.files(), 0)

def test_finds_no_file(student, check):
    check.close(student.work.files(), 0)

def test_stub(student, check):
    student.work.stub()

def test_nowhere(student, check):
    student.work.nowhere()

def test_raises(student, check):
    student.work.divide()

def test_loops(student, check):
    student.work.loop()

def test_after_a_loop(student, check):
    check.close(student.work.add(1, 1), 2)

def test_leaves(student, check):
    student.work.leave()

def test_segfaults(student, check):
    student.work.segfault()

def test_eats(student, check):
    student.work.eat()

def test_forks(student, check):
    check.that(student.work.fork_many() < 64, "no limit", "нет предела")

def test_daemon_is_gone(student, check):
    check.close(student.work.others(), 0)

def test_time(student, check):
    _, seconds = student.call_and_time(student.work.burn, 0.05)
    check.that(0.04 < seconds < 0.5, "wrong", "неверно", seconds=seconds)

def test_callback(student, check):
    check.close(student.work.twice(lambda x: x * 3), 6)

def test_shared(student, check):
    big = np.ones((1500, 1500))
    check.close(student.work.spoil(big), 0)
    check.that((big == 1).all(), "spoiled", "испорчено")

def test_last(student, check):
    check.close(student.work.add(1, 1), 2)
"""

WORK = """
import ctypes, os, time
import numpy as np
N = 0

def add(a, b): return a + b

def count():
    global N
    N += 1
    return N

def files():
    before = len([f for f in os.listdir(".") if f != "submission"])
    open("left.txt", "w").close()
    return before

def stub(): raise NotImplementedError

def divide(): return 1 / 0

def loop():
    while True: pass

def leave(): os._exit(0)

def segfault(): ctypes.string_at(0)

def eat():
    kept = []
    while True: kept.append(np.ones(10**6))

def fork_many():
    made = 0
    for _ in range(64):
        try:
            if os.fork() == 0:
                time.sleep(100)
        except OSError:
            break
        made += 1
    return made

def others():
    return sum(name.isdigit() for name in os.listdir("/proc")) - 3

def burn(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end: pass

def twice(f): return f(1) + f(1)

def spoil(big):
    big[:] = 0
    return big.sum()
"""

EXPECTED = {
    "test_fails": Verdict.FAILED,
    "test_stub": Verdict.NOT_IMPLEMENTED,
    "test_nowhere": Verdict.MISSING,
    "test_raises": Verdict.ERROR,
    "test_loops": Verdict.TIMEOUT,
    "test_leaves": Verdict.CRASHED,
    "test_segfaults": Verdict.CRASHED,
    "test_eats": Verdict.MEMORY_LIMIT,
}


@pytest.fixture(scope="module", params=WALLS)
def wall(request: pytest.FixtureRequest) -> Iterator[Course]:
    with course(request.param, SUITE, limits={**LIMITS, "call_seconds": 5.0}) as opened:
        yield opened


def test_every_verdict_is_the_same_twice(wall: Course) -> None:
    for _ in range(2):
        outcomes = wall.grade(work=WORK)
        verdicts = {name: outcome.verdict for name, outcome in outcomes.items()}
        names = [test.partition("/")[2] for test in wall.tests]
        assert verdicts == {name: EXPECTED.get(name, Verdict.PASSED) for name in names}
