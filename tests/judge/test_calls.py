"""Calls over real processes: values, callbacks, objects, large arrays, output, and their time."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from grader.model import Outcome, Verdict
from tests.judge.course import course

SUITE = """
import os
import numpy as np

def test_values_of_all_kinds(student, check):
    for value in (None, True, 3, -2.5, "text", b"bytes", [1, [2]], (1, 2), {"k": (1,)}):
        check.that(student.work.echo(value) == value, "changed", "изменено", value=value)

def test_arrays_of_all_kinds(student, check):
    for kind in "?bBhHiIlLqQfd":
        value = np.arange(6).reshape(2, 3).astype(kind)
        got = student.work.echo(value)
        check.that(got.dtype == value.dtype and (got == value).all(), "changed", "изменено")
    check.array(student.work.echo(np.zeros((0, 3))), (0, 3))
    check.close(student.work.echo(np.arange(4.0)[::-2]), [3.0, 1.0])

def test_keywords(student, check):
    check.close(student.work.power(2.0, exponent=3), 8.0)

def test_argument_is_a_copy(student, check):
    X = np.ones(3)
    check.close(student.work.spoil(X), 0.0)
    check.close(X, np.ones(3))

def test_inspect(student, check):
    X, y = np.ones(3), np.ones(2)
    value, (X2, y2, s2) = student.call_and_inspect(student.work.spoil, X, y, "s")
    check.close(value, 0.0)
    check.unchanged(y2, y, "y")
    check.that(s2 == "s", "s", "s")
    check.unchanged(X2, X, "X")

def test_time(student, check):
    value, burned = student.call_and_time(student.work.burn, 0.2)
    _, idle = student.call_and_time(student.work.echo, 1.0)
    check.close(value, 1.0)
    check.that(0.2 <= burned < 10 and 0 <= idle < 0.2, "off", "мимо", burned=burned, idle=idle)

def test_large(student, check):
    X = np.arange(10.0**6).reshape(1000, 1000)
    check.close(student.work.spoil(X), 0.0)
    check.close(student.work.total(X), X.sum())
    X += 1
    check.close(student.work.total(X), X.sum(), name="after a change of ours")
    check.close(student.work.total(X.T[::-1]), X.sum())

def test_constant_and_large(student, check):
    X = np.ones(10**6)
    X.flags.writeable = False
    for _ in range(150):
        check.close(student.work.spoil(X), 0.0)
    check.close(X, np.ones(10**6))

def test_large_inspected(student, check):
    X = np.ones(10**6)
    _, (after,) = student.call_and_inspect(student.work.spoil, X)
    check.close(after, np.zeros(10**6))

def test_large_result(student, check):
    check.close(student.work.ones(3_000_000), np.ones(3_000_000))

def test_object(student, check):
    model = student.work.Model(2.0)
    check.close(model.scale, 2.0)
    model.scale = np.full(2, 3.0)
    check.close(model.scaled(2.0), [6.0, 6.0])
    check.close(model.method()(1.0), [3.0, 3.0])
    other = student.work.Model(5.0)
    check.close(model.scale_of(other), 5.0)
    check.that(callable(model.scaled) and not callable(model), "callable", "вызываемо")

def test_objects_in_a_tuple_and_in_a_list(student, check):
    model, numbers = check.pair(student.work.model_and(3.0, {(np.float64(0.5), 1): 2.0}))
    check.close(model.scaled(2.0), 6.0)
    check.that(numbers == {(0.5, 1): 2.0}, "changed", "изменено", numbers=numbers)
    _, model = check.pair(student.work.listed(4.0))
    check.close(model.scaled(2.0), 8.0)

def test_object_through_a_callback(student, check):
    models = [student.work.Model(2.0), student.work.Model(3.0)]
    waiting = list(models)
    check.close(student.work.scaled_by_each(lambda: waiting.pop(0), 1.0), [2.0, 3.0])

def test_object_without_it(student, check):
    student.work.Model(2.0).nothing

def test_property_that_fails(student, check):
    student.work.Model(2.0).broken

def test_replaced_method(student, check):
    model = student.work.Model(1.0)
    seen = []
    def loss(x, reg):
        seen.append((x, reg))
        return 1.5, np.ones(2)
    model.loss = loss
    loss, dW = check.pair(model.train(np.eye(2)))
    check.close(loss, 1.5)
    check.close(dW, [1.0, 1.0])
    check.close(seen[0][0], np.eye(2))
    check.close(seen[0][1], 0.5)

def test_random_generator(student, check):
    seed = np.int64(2**40)
    wanted = np.random.default_rng(seed).normal(size=3)
    check.close(student.work.draw(student.random_generator(seed), size=3), wanted)
    check.close(student.work.draw(size=3, rng=student.random_generator(seed)), wanted)

def test_random_generator_goes_on(student, check):
    rng = np.random.default_rng(5)
    first, second = student.work.draw_twice(student.random_generator(5), 2)
    check.close(first, rng.normal(size=2))
    check.close(second, rng.normal(size=2))

def test_callback(student, check):
    check.close(student.work.slope(lambda x: x * x, 3.0), 6.0, rtol=1e-4)

def test_callback_and_object(student, check):
    check.close(student.work.slope(student.work.Model(4.0).scaled, 1.0), 4.0, rtol=1e-4)

def test_callback_wrong_arity(student, check):
    student.work.slope(lambda: 1.0, 1.0)

def test_callback_fails(student, check):
    student.work.give_text(lambda x: np.sqrt(x))

def test_callback_failure_is_caught(student, check):
    check.that(student.work.catch(lambda x: 1 / x) == "float division by zero", "no", "нет")

def test_callback_checks(student, check):
    student.work.give_text(lambda x: check.number(x, "x"))

def test_callback_ends(student, check):
    student.work.slope(lambda x: check.award(0.5, "half", "половина"), 1.0)

def test_callback_with_odd_values(student, check):
    def see(x):
        check.that(type(x).__name__ == "Handle", "no handle", "нет", value=x)
        return x
    check.that(student.work.give_object(see) is True, "another", "другой")

def test_prints(student, check):
    student.work.say("one")
    student.work.say("two")
    check.close(student.work.echo(1.0), 2.0)

def test_prints_without_a_call(check):
    check.close(1.0, 1.0)

def test_prints_in_a_callback(student, check):
    student.work.say_around(lambda x: x)

def test_prints_a_lot(student, check):
    check.close(student.work.chat(100_000), 1.0)

def test_prints_bytes(student, check):
    check.close(student.work.chat_bytes(), 1.0)

def test_prints_in_many_processes(student, check):
    check.close(student.work.chat_in_threads(), 1.0)

def test_prints_and_crashes(student, check):
    student.work.say_and_leave()

def test_prints_and_never_ends(student, check):
    student.work.say_forever()
"""

WORK = """
import os, sys, threading, time
import numpy as np

print("printed at import")

class Model:
    def __init__(self, scale): self.scale = scale
    def scaled(self, x): return self.scale * x
    def scale_of(self, other): return other.scale
    def method(self): return self.scaled
    def loss(self, x, reg): raise NotImplementedError
    def train(self, x): return self.loss(x, reg=0.5)
    @property
    def broken(self): return 1 / 0

def model_and(scale, value): return Model(scale), value
def listed(scale): return [scale, Model(scale)]
def scaled_by_each(new_model, x): return [new_model().scaled(x) for _ in range(2)]
def echo(x): return x
def power(x, *, exponent): return x ** exponent
def spoil(X, *_):
    X[:] = 0
    return X.sum()
def total(X): return X.sum()
def ones(n): return np.ones(n)
def burn(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end: pass
    return 1.0
def draw(rng, size): return rng.normal(size=size)
def draw_twice(rng, size): return draw(rng, size), draw(rng, size)
def slope(f, x, h=1e-5): return (f(x + h) - f(x - h)) / (2 * h)
def give_text(f): return f("text")
def give_object(f):
    model = Model(1.0)
    return f(model) is model
def catch(f):
    try:
        return f(0.0)
    except ZeroDivisionError as error:
        return str(error)
def say(text): print(text)
def say_around(f):
    print("before", end=" ")
    f(1.0)
    print("after", file=sys.stderr)
def chat(lines):
    for n in range(lines): print("line", n)
    return 1.0
def chat_bytes():
    os.write(1, bytes(range(256)))
    print("\\ud800 \\x00 \\x1b[31m")
    return 1.0
def chat_in_threads():
    threads = [threading.Thread(target=chat, args=(2000,)) for _ in range(4)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    return 1.0
def say_and_leave():
    print("last words", flush=True)
    os._exit(1)
def say_forever():
    while True: print("x" * 1000)
"""

EXPECTED = {
    "test_inspect": (Verdict.FAILED, "The function changed its argument X in place"),
    "test_object_without_it": (Verdict.MISSING, "Model.nothing was not found"),
    "test_property_that_fails": (Verdict.ERROR, "Model.broken raised ZeroDivisionError"),
    "test_callback_wrong_arity": (Verdict.ERROR, "work.slope raised TypeError"),
    "test_callback_fails": (Verdict.ERROR, "work.give_text raised"),
    "test_callback_checks": (Verdict.FAILED, "x must be a number"),
    "test_callback_ends": (Verdict.PARTIAL, "half"),
    "test_prints": (Verdict.FAILED, "loss is wrong"),
    "test_prints_and_crashes": (Verdict.CRASHED, "The process ended"),
    "test_prints_and_never_ends": (Verdict.TIMEOUT, "work.say_forever did not finish"),
}
TESTS = re.findall(r"^def (test_\w+)", SUITE, re.MULTILINE)


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, Outcome]]:
    with course(SUITE, short=("test_prints_and_never_ends",)) as opened:
        yield opened.grade(work=WORK)


@pytest.mark.parametrize("test", TESTS)
def test_the_suite_sees_what_the_student_made(outcomes: dict[str, Outcome], test: str) -> None:
    verdict, words = EXPECTED.get(test, (Verdict.PASSED, None))
    outcome = outcomes[test]
    assert outcome.verdict is verdict, outcome
    if words is not None:
        assert outcome.message is not None
        assert outcome.message.en.startswith(words)


class TestOutput:
    """Of each test its own, in order, whoever printed it; beyond the cap it is only counted."""

    def test_it_belongs_to_its_test(self, outcomes: dict[str, Outcome]) -> None:
        assert outcomes["test_prints"].stdout == "one\ntwo\n"
        assert outcomes["test_prints_without_a_call"].stdout == ""
        assert outcomes["test_values_of_all_kinds"].stdout == ""

    def test_both_streams_are_kept(self, outcomes: dict[str, Outcome]) -> None:
        assert outcomes["test_prints_in_a_callback"].stdout == "before after\n"

    def test_the_end_of_a_flood_is_dropped(self, outcomes: dict[str, Outcome]) -> None:
        printed = outcomes["test_prints_a_lot"].stdout
        assert printed.startswith("line 0\nline 1\n")
        total = sum(len(f"line {n}\n") for n in range(100_000))
        assert printed.endswith(f"\n[… {total - 4096} more bytes]")
        assert len(printed) < 4200

    def test_any_bytes_become_text(self, outcomes: dict[str, Outcome]) -> None:
        printed = outcomes["test_prints_bytes"].stdout
        assert "\ufffd" in printed
        assert printed.endswith("? \x00 \x1b[31m\n")  # for reports to escape
        printed.encode()

    def test_threads_may_print(self, outcomes: dict[str, Outcome]) -> None:
        assert "more bytes" in outcomes["test_prints_in_many_processes"].stdout

    def test_it_is_kept_when_the_process_ends(self, outcomes: dict[str, Outcome]) -> None:
        assert outcomes["test_prints_and_crashes"].stdout == "last words\n"
        assert outcomes["test_prints_and_never_ends"].stdout.startswith("xxxx")


LIMITED = """
def test_first(student, check):
    check.close(student.work.value(), 1.0)

def test_each_call_in_time_but_not_all(student, check):
    while True:
        student.work.wait()

def test_after(student, check):
    check.close(student.work.value(), 1.0)
"""


def test_all_calls_of_a_test_share_its_time() -> None:
    work = "import time\ndef wait(): time.sleep(0.01)\ndef value(): return 1.0\n"
    with course(LIMITED, test_seconds=0.5) as opened:
        outcomes = opened.grade(work=work)
    late = outcomes["test_each_call_in_time_but_not_all"]
    assert late.verdict is Verdict.TIMEOUT
    assert late.message is not None
    assert late.message.en == "The time for this test was used up during work.wait."
    assert outcomes["test_after"].verdict is Verdict.PASSED


def test_all_tests_of_a_submission_share_its_time() -> None:
    """Beyond it every row still comes, at once, and what was earned before stays."""
    work = "def loop():\n    while True: pass\ndef value(): return 1.0\n"
    rows = "".join(
        f"def test_{number}(student, check):\n    student.work.loop()\n\n" for number in range(30)
    )
    suite = f"def test_first(student, check):\n    check.close(student.work.value(), 1.0)\n\n{rows}"
    with course(suite, submission_seconds=1.5) as opened:
        outcomes = opened.grade(work=work)
    assert len(outcomes) == 31
    assert outcomes.pop("test_first").verdict is Verdict.PASSED
    assert {outcome.verdict for outcome in outcomes.values()} == {Verdict.TIMEOUT}
    words = {outcome.message.en for outcome in outcomes.values() if outcome.message}
    assert words == {"The submission's total time was used up before the end of this test."}
    never_begun = list(outcomes.values())[1:]
    assert all("input" not in outcome.evidence for outcome in never_begun)


def test_many_tests_leave_nothing_in_the_judge() -> None:
    """No descriptor and no memory file, also where tests fail and workers are replaced."""
    suite = """
import os
import numpy as np
SEEN = []
BIG = np.ones(600_000)

def descriptors():
    return len(os.listdir("/proc/self/fd"))
"""
    for number in range(100):
        call = ("value(1.0)", "value(BIG)", "nowhere()", "fail()", "value(BIG + 1)")[number % 5]
        if number % 50 == 7:
            call = "leave()"
        suite += f"""
def test_{number}(student, check):
    SEEN.append(descriptors())
    check.sequence(student.work.{call}, 3)
"""
    suite += """
def test_last(check):
    check.award(0.5, "seen", "увидено", first=SEEN[10], last=descriptors(), most=max(SEEN[10:]))
"""
    work = """
import os
def value(x): return x
def fail(): return 1 / 0
def leave(): os._exit(0)
"""
    with course(suite) as opened:
        evidence = opened.grade(work=work)["test_last"].evidence
    assert evidence["last"] <= evidence["first"] + 1
    assert evidence["most"] <= evidence["first"] + 3


def test_what_failed_tests_were_given_is_not_kept() -> None:
    """Or a few large results would take all the judge's memory."""
    suite = """
import numpy as np
SEEN = []

def megabytes():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 // 2**20
"""
    ways = (
        "check.close(student.work.large(), 1.0)",
        "check.pair(student.work.large())",
        "student.work.fail(student.work.large())",
        "loss, dW = student.work.large()",
        "student.work.give(lambda x: check.number(x))",
    )
    for number in range(20):
        suite += f"""
def test_{number}(student, check):
    SEEN.append(megabytes())
    {ways[number % 5]}
"""
    suite += """
def test_last(check):
    check.award(0.5, "seen", "увидено", first=SEEN[0], last=megabytes())
"""
    work = """
import numpy as np
def large(): return np.ones(5_000_000)
def give(f): return f(large())
def fail(x): return 1 / 0
"""
    with course(suite) as opened:
        evidence = opened.grade(work=work)["test_last"].evidence
    assert evidence["last"] - evidence["first"] < 5 * 40
