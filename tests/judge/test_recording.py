"""What is written down of a call: copies of what is small, and of objects what is sure."""

from typing import Any

import numpy as np
import pytest

from grader.diagnosis import Call, Past, Record, Set
from grader.judge import recording
from grader.judge.api import is_undiagnosed, undiagnosed
from grader.judge.recording import MOST_NUMBERS, Life, Recorder, Remote, TestRecorder
from grader.protocol import Handle, RandomGenerator, Unsupported


def record(*args: Any, value: Any = 1.0, **kwargs: Any) -> list[Record]:
    """The records after one call that returned `value`."""
    recorder = Recorder()
    draft = TestRecorder(recorder, "part/test", on=True).begin("work.f", args, kwargs)
    if draft is not None:
        draft.returned(value)
    return recorder.records


def test_arguments_and_value_are_copies() -> None:
    X, nested, value = np.ones(3), [np.ones(2)], (np.ones(2), {"k": [1]})
    (one,) = record(X, key=nested, value=value)
    X += 1
    nested[0] += 1
    value[0][...] = 5
    value[1]["k"].append(2)
    assert (one.test, one.function) == ("part/test", "work.f")
    assert np.array_equal(one.args[0], np.ones(3))
    assert np.array_equal(one.kwargs["key"][0], np.ones(2))
    assert np.array_equal(one.value[0], np.ones(2))
    assert one.value[1] == {"k": [1]}


def test_what_is_kept_as_it_is() -> None:
    one = record(print, RandomGenerator(5), "text", None, (1, 2))[0]
    assert one.args == (print, RandomGenerator(5), "text", None, (1, 2))


def test_an_object_as_value_is_its_type() -> None:
    assert record(value=(Handle(3, "Model"), 1))[0].value == (Unsupported("Model"), 1)


@pytest.mark.parametrize(
    ("args", "kept"),
    [
        ([np.zeros(MOST_NUMBERS - 2)], True),
        ([np.zeros(MOST_NUMBERS + 1)], False),
        ([np.zeros(MOST_NUMBERS // 2), [np.zeros(MOST_NUMBERS // 2)]], False),
        ([list(range(MOST_NUMBERS + 1))], False),
    ],
)
def test_small_calls_only(args: list[Any], kept: bool) -> None:
    assert bool(record(*args)) is kept
    assert bool(record(value=args)) is kept


def test_there_is_an_end_of_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "_MOST_RECORDS", 2)
    recorder = Recorder()
    for _ in range(4):
        TestRecorder(recorder, "part/test", on=True).begin("work.f", (), {}).returned(1)  # type: ignore[union-attr]
    assert len(recorder.records) == 2


@pytest.mark.parametrize("value", ["a" * (MOST_NUMBERS + 1), {"b" * (MOST_NUMBERS + 1): 1}])
def test_a_long_text_is_not_kept(value: Any) -> None:
    assert record(value=value) == []


def test_all_records_together_have_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "_MOST_OF_ALL", 100)
    recorder = Recorder()
    for _ in range(4):
        draft = TestRecorder(recorder, "part/test", on=True).begin("work.f", (), {})
        assert draft is not None
        draft.returned(np.zeros(40))
    assert len(recorder.records) == 2


def test_nothing_is_recorded_of_a_marked_test() -> None:
    assert TestRecorder(Recorder(), "part/test", on=False).begin("work.f", (), {}) is None

    @undiagnosed
    def test() -> None: ...

    assert is_undiagnosed(test)
    assert not is_undiagnosed(record)


def made(*args: Any) -> tuple[Recorder, TestRecorder, Life]:
    """A student's object, as it is after its construction."""
    recorder = Recorder()
    tests = TestRecorder(recorder, "part/test", on=True)
    return recorder, tests, Life(tests.begin("work.Model", args, {}))


def test_a_method_has_the_past_of_its_object() -> None:
    recorder, tests, life = made(2.0)
    W = np.ones(2)
    life.set("W", W)
    life.called("fit", (W,), {"k": 1})
    W += 1
    draft = tests.begin("predict", (3,), {}, life)
    life.set("W", None)
    assert draft is not None
    draft.returned(4)
    (one,) = recorder.records
    assert one.function == "work.Model.predict"
    past = one.past
    assert past is not None
    assert (past.kind, past.args) == ("work.Model", (2.0,))
    set_W, fit = past.events
    assert isinstance(set_W, Set)
    assert isinstance(fit, Call)
    assert np.array_equal(set_W.value, np.ones(2))
    assert (fit.method, fit.kwargs) == ("fit", {"k": 1})


def test_an_unknown_past_leaves_methods_unrecorded() -> None:
    for spoil in (
        lambda life: life.lost(),
        lambda life: life.set("W", np.zeros(MOST_NUMBERS + 1)),
        lambda life: life.called("fit", (np.zeros(MOST_NUMBERS + 1),), {}),
    ):
        _, tests, life = made()
        spoil(life)
        life.set("W", 1.0)
        assert tests.begin("predict", (), {}, life) is None
    _, tests, life = made(np.zeros(MOST_NUMBERS + 1))
    assert tests.begin("predict", (), {}, life) is None


def test_an_object_as_argument_is_its_past() -> None:
    _, tests, life = made(2.0)
    known, unknown = Remote(), Remote()
    known._life = life
    draft = tests.begin("work.f", (known,), {})
    assert draft is not None
    assert draft.args == (Past("work.Model", (2.0,), {}),)
    assert tests.begin("work.f", (unknown,), {}) is None


def test_an_observation_is_a_copy_of_any_size() -> None:
    recorder, rows = Recorder(), [np.zeros(MOST_NUMBERS + 1)]
    recorder.observe("part/test", "work.f", {"rows": rows})
    rows.clear()
    (one,) = recorder.observations
    assert (one.test, one.function, len(one.facts["rows"])) == ("part/test", "work.f", 1)
