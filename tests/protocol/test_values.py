"""What may cross arrives as it was; everything else arrives as its type's name and nothing more."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from grader.protocol import Function, Handle, Limits, RandomGenerator, TooLarge, Unsupported
from grader.protocol.limits import MAX_DEPTH
from tests.protocol.wire import DTYPE_NAMES, PATIENT, arrays, crossed, same, values


def layouts(array: np.ndarray) -> list[np.ndarray]:
    """`array`, and arrays of equal values that lie in memory in other ways."""
    doubled = np.zeros(tuple(2 * n for n in array.shape), array.dtype)
    every_second = doubled[tuple(slice(None, None, 2) for _ in array.shape)]
    every_second = np.asarray(every_second)  # without dimensions it was a scalar
    every_second[...] = array
    backwards = np.array(np.flip(array))
    read_only = array.copy()
    read_only.flags.writeable = False
    return [array, np.array(array, order="F"), every_second, np.flip(backwards), read_only]


@PATIENT
@given(values)
def test_values_arrive_as_they_were(value: Any) -> None:
    assert same(crossed(value), value)


@PATIENT
@given(arrays())
def test_arrays_arrive_whatever_their_layout_in_memory(array: np.ndarray) -> None:
    """Big-endian, Fortran order, strides of any sign, 0-d and empty: native and ours to write."""
    for sent in layouts(array):
        got = crossed(sent)
        assert same(got, array.astype(array.dtype.newbyteorder("=")))
        assert got.flags.c_contiguous
        assert got.flags.writeable


@pytest.mark.parametrize("name", DTYPE_NAMES)
def test_numpy_scalars_arrive_as_arrays_without_dimensions(name: str) -> None:
    got = crossed(np.dtype(name).type(1))
    assert same(got, np.ones((), name))


def test_subclasses_of_arrays_arrive_as_arrays() -> None:
    class Liar(np.ndarray):
        def __array_function__(self, *_: Any) -> Any:
            raise AssertionError("must not be asked")

        def __array_ufunc__(self, *_: Any) -> Any:
            raise AssertionError("must not be asked")

    wanted = np.ones((2, 2))
    assert same(crossed(np.ndarray.view(wanted, np.matrix)), wanted)
    assert same(crossed(wanted.view(Liar)), wanted)
    assert same(crossed(np.ma.array(wanted, mask=True)), wanted)


def test_lone_surrogates_become_question_marks() -> None:
    assert crossed("a\ud800b\udfff") == "a?b?"
    assert crossed({"\ud800": 1}) == {"?": 1}


def test_a_list_of_very_many_numbers_of_numpys_is_no_trouble() -> None:
    """What every `train` returns: a list of NumPy scalars, one for each step."""
    history = [np.float64(step) for step in range(10_000)]
    assert [float(number) for number in crossed(history)] == list(range(10_000))


def test_keys_that_are_numbers_of_numpys_arrive_as_pythons() -> None:
    """What a search over `np.logspace` leaves: {(learning rate, reg): accuracies}."""
    sent = {np.float64(0.5): 1, (np.float32(0.25), np.int64(3)): 2, np.bool_(True): 3}
    got = crossed(sent)
    assert got == {0.5: 1, (0.25, 3): 2, True: 3}
    assert [type(key) for key in got] == [float, tuple, bool]


def test_references_arrive() -> None:
    for value in (
        Handle(3, "LinearSVM", True),
        Function(2),
        Unsupported("set"),
        RandomGenerator(2**64 - 1),
    ):
        assert crossed(value) == value


class Odd:
    """An object of a type that nobody knows."""


STRUCTURED = np.zeros(2, np.dtype([("a", "f8")]))

UNSUPPORTED = {
    "an int beyond 64 bits": 2**64,
    "a negative int beyond 64 bits": -(2**63) - 1,
    "complex": 1j,
    "an object": Odd(),
    "a class": Odd,
    "a function": len,
    "a set": {1},
    "a Decimal": Decimal(1),
    "a range": range(3),
    "a subclass of int": type("Int", (int,), {})(1),
    "a subclass of float": type("Float", (float,), {})(1),
    "a subclass of str": type("Str", (str,), {})("x"),
    "array of objects": np.array([Odd()], object),
    "array of complex": np.ones(2, complex),
    "array of float16": np.ones(2, np.float16),
    "array of long double": np.ones(2, np.longdouble),
    "array of text": np.array(["x"]),
    "array of bytes": np.array([b"x"]),
    "array of dates": np.zeros(2, "M8[s]"),
    "structured array": STRUCTURED,
    "void": STRUCTURED[0],
    "text of NumPy's": np.str_("x"),
    "nine dimensions": np.zeros((1,) * 9),
    "an empty array of monstrous shape": np.empty((2**40, 0)),
}


@pytest.mark.parametrize("value", UNSUPPORTED.values(), ids=UNSUPPORTED.keys())
def test_what_may_not_cross_is_named(value: Any) -> None:
    """Alone and among others, which arrive."""
    got = crossed([1.0, value, (value, "x")])
    assert isinstance(got[1], Unsupported)
    assert got[0] == 1.0
    assert got[2] == (got[1], "x")


def test_the_name_of_a_type_is_cut() -> None:
    endless = type("T" * 10_000, (), {})
    assert len(crossed(endless()).type) <= 200
    assert len(crossed(Handle(1, "T" * 10_000)).type) <= 200
    assert len(crossed(np.zeros(1, [("n" * 10_000, "f8")])).type) <= 200


@pytest.mark.parametrize("wrap", [lambda v: [v], lambda v: (v,), lambda v: {"k": v}])
def test_containers_nest_up_to_a_depth(wrap: Any) -> None:
    """Beyond it there is a name in the place of the value, and never a broken frame."""
    value: Any = np.ones(3)
    for depth in range(MAX_DEPTH + 10):
        got = crossed(value)
        for _ in range(min(depth, MAX_DEPTH + 1)):
            got = next(iter(got.values() if isinstance(got, dict) else got))
        assert isinstance(got, np.ndarray if depth <= MAX_DEPTH else Unsupported)
        value = wrap(value)


def test_a_list_in_itself_ends() -> None:
    loop: list[Any] = []
    loop.append(loop)
    crossed(loop)


@pytest.mark.parametrize(
    ("value", "limits"),
    [
        ([0] * 1001, Limits(items=1000)),
        (dict.fromkeys(range(501), 0), Limits(items=1000)),
        (["x" * 1000], Limits(header=1000)),
        (np.ones(1000), Limits(payload=7999)),
        ([np.ones(1000), np.ones(1000)], Limits(payload=15_999)),
        ([np.ones(1000), np.ones(1000)], Limits(buffers=1)),
    ],
)
def test_our_own_message_is_never_beyond_the_limits(value: Any, limits: Limits) -> None:
    """It is refused before anything of it is sent: the other side could only break off."""
    if isinstance(value, np.ndarray):
        assert isinstance(crossed(value, limits), Unsupported)
        return
    with pytest.raises(TooLarge):
        crossed(value, limits)
