"""Calls are repeated only where that is fair: randomness, callbacks, objects with a past."""

from typing import Any

import numpy as np

from grader.diagnosis import Call, Past, Record, Set
from grader.protocol import RandomGenerator, Unsupported
from tests.diagnosis.course import found, mistake, names, remarks

TEST = "part/test"
X = np.arange(3.0)


def record(function: str, *args: Any, value: Any, past: Past | None = None) -> Record:
    return Record(TEST, f"work.{function}", args, value=value, past=past)


def test_what_is_drawn_from_a_global_generator_is_not_compared() -> None:
    one = mistake("zero", np.zeros, "work.draw")
    assert found([record("draw", 3, value=np.zeros(3))], one) == {}


def test_a_generator_is_made_anew_from_its_seed_for_each_call() -> None:
    negative = mistake("negative", lambda rng, n: -rng.normal(size=n), "work.drawn")
    drawn = np.random.default_rng(5).normal(size=3)
    both = [record("drawn", RandomGenerator(5), 3, value=-drawn) for _ in range(2)]
    assert names(found(both, negative)) == {TEST: ["negative"]}
    assert found([record("drawn", RandomGenerator(5), 3, value=drawn)], negative) == {}


def test_a_model_that_draws_from_a_global_generator_is_no_candidate() -> None:
    noisy = mistake("noisy", lambda rng, n: 0 * np.random.normal(size=n), "work.drawn")
    assert names(found([record("drawn", RandomGenerator(5), 3, value=np.zeros(3))], noisy)) == {}


def test_functions_are_called_again() -> None:
    forward = mistake("forward", lambda f, x: (f(x + 1e-4) - f(x)) / 1e-4, "work.slope")
    half = mistake("half", lambda f, x: (f(x + 1e-4) - f(x - 1e-4)) / 1e-4, "work.slope")
    calls = [record("slope", lambda x: x**2, 3.0, value=12.0)]
    assert names(found(calls, forward, half)) == {TEST: ["half"]}


def test_a_function_that_refuses_makes_the_call_useless() -> None:
    """Also where the one who called it does not mind."""

    def refuse(x: float) -> float:
        raise ValueError("only once")

    def tolerant(f: Any, x: float) -> float:
        try:
            f(x)
        except ValueError:
            return 12.0
        return 0.0

    call = record("slope", refuse, 3.0, value=12.0)
    assert found([call], mistake("tolerant", tolerant, "work.slope")) == {}
    tolerated = "def slope(f, x):\n    try: f(x)\n    except ValueError: pass\n    return 1.0\n"
    one = mistake("tolerant", tolerant, "work.slope")
    assert found([call], one, source=tolerated) == {}


def test_a_function_that_refuses_the_model_rules_it_out() -> None:
    def positive(x: float) -> float:
        if x < 0:
            raise ValueError("negative")
        return x

    def elsewhere(f: Any, x: float) -> float:
        try:
            return float(f(-x))
        except ValueError:
            return 7.0

    call = record("slope", positive, 3.0, value=7.0)
    assert names(found([call], mistake("seven", lambda f, x: 7.0, "work.slope"))) != {}
    assert names(found([call], mistake("elsewhere", elsewhere, "work.slope"))) == {}


def test_a_reference_that_raises_makes_the_call_useless() -> None:
    assert (
        found([record("broken", 1.0, value=2.0)], mistake("m", lambda x: 2.0, "work.broken")) == {}
    )


def test_a_function_that_the_reference_lacks() -> None:
    assert found([record("more", 1.0, value=2.0)], mistake("m", lambda x: 2.0, "work.more")) == {}
    alien = Record(TEST, "nowhere.f", (1.0,), value=2.0)
    assert found([alien], mistake("m", lambda x: 2.0, "nowhere.f")) == {}


def test_an_object_is_no_value_to_compare() -> None:
    assert (
        found([record("make", value=Unsupported("Base"))], mistake("m", object, "work.make")) == {}
    )


def test_a_reference_whose_value_cannot_be_compared() -> None:
    """Otherwise the right list would be called wrong, and a mistake."""
    source = "def items(n): return (k for k in range(n))\n"
    one = mistake("list", lambda n: list(range(n)), "work.items")
    assert found([record("items", 3, value=[0, 1, 2])], one, source=source) == {}


def unscaled(self: Any, X: np.ndarray) -> np.ndarray:
    return np.asarray(X - self.mean)


UNSCALED = mistake("unscaled", unscaled, "work.Base.scaled")


def test_a_method_is_called_on_an_object_with_the_same_past() -> None:
    past = Past(
        "work.Model", (2.0,), events=(Call("fit", (X,), {}), Set("scale", 3.0), Set("other", None))
    )
    assert found([record("Model.scaled", X, value=3 * (X - 1), past=past)], UNSCALED) == {}
    wrong = record("Model.scaled", X, value=X - 1, past=past)
    assert names(found([wrong], UNSCALED)) == {TEST: ["unscaled"]}


def test_a_method_belongs_to_the_class_that_defines_it() -> None:
    through_the_subclass = mistake("unscaled", unscaled, "work.Model.scaled")
    past = Past("work.Base", kwargs={"scale": 2.0}, events=(Call("fit", (), {"X": X}),))
    wrong = record("Base.scaled", X, value=X - 1, past=past)
    assert names(found([wrong], through_the_subclass)) == {TEST: ["unscaled"]}
    assert remarks(found([wrong]))[TEST][0].startswith("Base.scaled: right up to")


def test_a_random_past_cannot_be_repeated() -> None:
    past = Past("work.Base", (2.0,), events=(Call("shuffle", (X,), {}),))
    assert found([record("Base.scaled", X, value=X, past=past)], UNSCALED) == {}


def test_a_past_that_the_reference_does_not_survive() -> None:
    past = Past("work.Base", (2.0,), events=(Call("nothing", (), {}),))
    assert found([record("Base.scaled", X, value=X, past=past)], UNSCALED) == {}


def test_an_object_as_argument() -> None:
    source = (
        "class Base:\n    def __init__(self, k): self.k = k\ndef use(base): return 2 * base.k\n"
    )
    one = mistake("plain", lambda base: base.k, "work.use")
    call = record("use", Past("work.Base", (2.5,)), value=2.5)
    assert names(found([call], one, source=source)) == {TEST: ["plain"]}
