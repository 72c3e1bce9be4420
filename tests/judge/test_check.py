"""`check` takes what its docstring names and nothing else, and says in words what it got."""

from __future__ import annotations

import json
import math
import re
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.judge.calls import RemoteFunction, RemoteObject
from grader.judge.check import Check
from grader.judge.endings import Passed, StudentFailure, TestEnding
from grader.model import Verdict
from grader.protocol import Function, Handle, Unsupported
from tests.protocol.wire import PATIENT, same, values

check = Check()
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


class Untouchable:
    """A bench that must not be used: to describe a remote object, nobody asks the worker."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} was asked for")


REMOTE = RemoteObject(Untouchable(), Handle(0, "LinearSVM"), "a.LinearSVM")  # type: ignore[arg-type]
METHOD = RemoteFunction(Untouchable(), Handle(1, "method", True), "train")  # type: ignore[arg-type]


def refused(call: Callable[[], Any]) -> StudentFailure:
    """The failure of `call`: words in both languages, and evidence that is plain JSON."""
    with pytest.raises(StudentFailure) as caught:
        call()
    failure = caught.value
    assert failure.verdict is Verdict.FAILED
    assert failure.fraction == 0.0
    assert CYRILLIC.search(failure.message.ru)
    assert not CYRILLIC.search(failure.message.en)
    assert json.loads(json.dumps(failure.evidence, allow_nan=False)) == failure.evidence
    return failure


def column(values: list[float]) -> np.ndarray:
    return np.array(values).reshape(-1, 1)


NO_NUMBERS = {
    "None": None,
    "True": True,
    "a text": "1.0",
    "bytes": b"1",
    "an array of one bool": np.array(True),
    "a bool of NumPy's": np.True_,
    "a list with a bool of NumPy's": [np.True_],
    "a list with a bool": [True],
    "a list with a text": ["1.0"],
    "a list with None": [None],
    "a list with a list of text": [["1"]],
    "a dict": {"loss": 1.0},
    "a Decimal": Unsupported("Decimal"),
    "complex": Unsupported("complex"),
    "an array of complex": Unsupported("an array of complex128 of shape (2,)"),
    "an array of objects": Unsupported("an array of object of shape (1,)"),
    "a float16": Unsupported("an array of float16 of shape ()"),
    "a remote object": REMOTE,
    "a remote function": METHOD,
    "a handle": Handle(1, "T"),
    "a function of ours": Function(0),
}
NOT_FINITE = [math.nan, math.inf, -math.inf]


class TestNumber:
    @pytest.mark.parametrize(
        "value",
        [2, 2.0, (2.0,), [2]]
        + [np.float32(2), np.int64(2), [np.float32(2)]]
        + [np.array(2, kind) for kind in "bBhHiIlLqQfd"]
        + [np.full((1,) * dimensions, 2.0) for dimensions in range(4)]
        + [np.array(2, ">f8")],
        ids=repr,
    )
    def test_scalars_of_all_kinds_and_arrays_of_size_1_are_numbers(self, value: Any) -> None:
        assert same(check.number(value), 2.0)

    @pytest.mark.parametrize("value", NO_NUMBERS.values(), ids=NO_NUMBERS.keys())
    def test_other_things_are_not(self, value: Any) -> None:
        failure = refused(lambda: check.number(value, "loss"))
        assert failure.message.en.startswith("loss must be a number, but it is ")
        assert failure.message.ru.startswith("loss: ожидается число, а получено: ")

    @pytest.mark.parametrize(
        "value", [np.zeros(0), np.zeros((1, 0)), np.zeros(2), [1.0, 2.0], [], ()], ids=repr
    )
    def test_nor_are_no_numbers_and_several(self, value: Any) -> None:
        refused(lambda: check.number(value))

    @pytest.mark.parametrize("value", NOT_FINITE)
    def test_it_is_finite_unless_the_test_says_otherwise(self, value: float) -> None:
        for form in (value, np.array(value), np.array([value]), np.array(value, np.float32)):
            assert str(value) in refused(lambda form=form: check.number(form)).message.en
            assert same(check.number(form, finite=False), value)

    def test_none_comes_with_a_guess(self) -> None:
        assert "`return`" in refused(lambda: check.number(None)).message.en

    def test_the_type_of_the_students_object_is_named(self) -> None:
        assert "LinearSVM" in refused(lambda: check.number(REMOTE)).message.en
        assert "Decimal" in refused(lambda: check.number(Unsupported("Decimal"))).message.ru


WANTED = np.array([[1.0, 2.0], [3.0, 4.0]])


class TestArray:
    @pytest.mark.parametrize(
        "value",
        [
            [[1, 2], [3, 4]],
            ((1.0, 2.0), [3, 4]),
            [np.array([1, 2]), np.array([3.0, 4.0])],
            [[np.array(1.0), 2], [3, np.array(4, "u1")]],
            *[WANTED.astype(kind) for kind in "bBhHiIlLqQfd"],
            WANTED.astype(">f8"),
            np.asfortranarray(WANTED),
            np.ascontiguousarray(WANTED[::-1, ::-1])[::-1, ::-1],
        ],
        ids=repr,
    )
    def test_nested_lists_and_all_kinds_of_numbers_make_an_array(self, value: Any) -> None:
        assert same(check.array(value, (2, 2)), WANTED)

    @pytest.mark.parametrize(
        "value",
        [
            *NO_NUMBERS.values(),
            WANTED.astype(bool),
            [[1, 2], [3, True]],
            [[1, 2], [3, "4"]],
            [[1, 2], [3, None]],
            [[1, 2], [3]],
            [[1, 2], 3],
            [[[1, 2]], [3, 4]],
            [np.array([1, 2]), np.array([3, 4, 5])],
            [np.array([1, 2]), np.array([True, False])],
            [Unsupported("complex")],
        ],
        ids=lambda value: repr(value)[:30],
    )
    def test_what_is_not_all_numbers_in_a_grid_is_none(self, value: Any) -> None:
        for shape in (None, (2, 2)):
            message = refused(lambda shape=shape: check.array(value, shape, "dW")).message
            assert message.en.startswith("dW must be an array of numbers, but it is ")

    @pytest.mark.parametrize(
        "value",
        [
            1.0,  # would be broadcast
            np.zeros(()),
            np.zeros(0),  # np.allclose([], [1.]) is true
            np.zeros((0, 2)),
            np.zeros(4),
            np.zeros((1, 2)),
            np.zeros((2, 1)),
            np.zeros((2, 2, 1)),
            np.zeros((1, 2, 2)),
            np.zeros((2**20, 0)),
            [[1, 2, 3], [4, 5, 6]],
            [],
        ],
        ids=lambda value: str(np.shape(value)),
    )
    def test_the_shape_is_the_one_that_was_asked_for(self, value: Any) -> None:
        failure = refused(lambda: check.array(value, (2, 2)))
        assert failure.evidence == {"shape": list(np.shape(value)), "expected_shape": [2, 2]}

    @pytest.mark.parametrize("bad", NOT_FINITE)
    @pytest.mark.parametrize("kind", ["f4", "f8"])
    def test_it_is_finite_unless_the_test_says_otherwise(self, bad: float, kind: str) -> None:
        value = np.array([[1, bad], [3, bad]], kind)
        failure = refused(lambda: check.array(value))
        assert failure.evidence == {"not_finite": 2, "at": [0, 1]}
        assert same(check.array(value, finite=False), value.astype("f8"))

    def test_what_comes_back_is_a_copy(self) -> None:
        value = np.ones(3)
        check.array(value)[0] = 5
        assert value[0] == 1

    def test_no_text_makes_an_array_of_monstrous_items(self) -> None:
        """NumPy would give every item the room of the longest: here 40 GB."""
        value = ["x" * 10**6, *[""] * 10**4]
        tracemalloc.start()
        try:
            for method in (check.array, check.number, check.sequence):
                refused(lambda method=method: method(value))
            assert tracemalloc.get_traced_memory()[1] < 10 * 2**20
        finally:
            tracemalloc.stop()


class TestLabels:
    @pytest.mark.parametrize(
        "value",
        [
            [0, 1, 2],
            (0.0, 1.0, 2.0),
            np.array([0, 1, 2], "u1"),
            np.array([-0.0, 1.0, 2.0], "f4"),
            np.arange(3.0),
            [np.array(0), np.array(1.0), 2],
        ],
        ids=repr,
    )
    def test_any_real_dtype_will_do(self, value: Any) -> None:
        assert same(check.labels(value, (3,)), np.arange(3))

    def test_a_single_one_has_no_dimensions(self) -> None:
        assert same(check.labels(np.array(7.0), ()), np.array(7))

    @pytest.mark.parametrize(
        "value",
        [
            [0, 1, 2.5],
            [0, 1, math.nan],
            [0, 1, math.inf],
            [0, 1, 1e300],  # a whole number, but no label
            [0, 1, -1e300],
            np.array([0, 1, 2**64 - 1], "u8"),
            [False, True, True],
            np.array([False, True, True]),
            ["0", "1", "2"],
            [0, 1],
            [[0, 1, 2]],
            np.arange(3).reshape(3, 1),
            np.zeros(0),
            0,
            *NO_NUMBERS.values(),
        ],
        ids=lambda value: repr(value)[:30],
    )
    def test_they_are_whole_numbers_of_that_shape(self, value: Any) -> None:
        refused(lambda: check.labels(value, (3,)))
        refused(lambda: check.equal_labels(value, [0, 1, 2]))

    def test_every_label_counts(self) -> None:
        check.equal_labels([1.0, 2.0, 3.0], np.array([1, 2, 3]))
        failure = refused(lambda: check.equal_labels([[1, 0], [0, 4]], [[1, 2], [3, 4]]))
        assert failure.evidence["wrong"] == 2
        assert failure.evidence["at"] == [0, 1]
        assert "2 of 4" in failure.message.en

    def test_unsigned_labels_do_not_wrap_around(self) -> None:
        refused(lambda: check.equal_labels(np.array([255], "u1"), [-1]))


class TestClose:
    @pytest.mark.parametrize("one", [1.0, 1, np.array(1.0), np.array([[1]], "f4"), [1.0]], ids=repr)
    @pytest.mark.parametrize("expected", [1.0, 1, np.float32(1), np.array(1.0)], ids=repr)
    def test_a_number_in_any_form(self, one: Any, expected: Any) -> None:
        check.close(one, expected)

    @pytest.mark.parametrize("expected", [np.ones(3), [1.0, 1.0, 1.0], np.ones((1, 1))], ids=repr)
    def test_but_not_a_number_for_an_array(self, expected: Any) -> None:
        refused(lambda: check.close(1.0, expected))
        refused(lambda: check.close(np.array([]), expected))

    def test_nor_an_array_for_a_number(self) -> None:
        refused(lambda: check.close(np.ones(3), 1.0))
        refused(lambda: check.close(np.ones(0), 1.0))

    @pytest.mark.parametrize(
        ("expected", "rtol", "atol", "edge"),
        [
            (1.0, 0.0, 0.25, 1.25),
            (1.0, 0.0, 0.25, 0.75),
            (2.0, 0.5, 0.0, 3.0),
            (-2.0, 0.5, 0.0, -3.0),
            (-2.0, 0.5, 0.25, -3.25),
            (0.0, 0.5, 0.0, 0.0),
            (0.0, 0.5, 0.125, 0.125),
            (5.0, 0.0, 0.0, 5.0),
            (math.inf, 0.5, 0.5, math.inf),
        ],
    )
    def test_the_tolerance_is_exact(
        self, expected: float, rtol: float, atol: float, edge: float
    ) -> None:
        """At `atol + rtol·|expected|` it is right, and by one bit more it is wrong."""
        away = np.nextafter(edge, math.inf if edge >= expected and edge < math.inf else -math.inf)
        for form in (lambda x: x, lambda x: np.array([0.0, x])):
            check.close(form(edge), form(expected), rtol=rtol, atol=atol)
            refused(lambda form=form: check.close(form(away), form(expected), rtol=rtol, atol=atol))

    def test_every_element_has_a_tolerance_of_its_own(self) -> None:
        """One large element excuses no other, and many right ones no wrong one."""
        refused(lambda: check.close([1e-3, 1000.0], [0.0, 1000.0], rtol=1e-3, atol=0))
        wanted = np.ones(10_000)
        got = wanted.copy()
        got[1234] += 1e-3
        failure = refused(lambda: check.close(got, wanted, rtol=1e-4))
        assert failure.evidence["at"] == [1234]

    @PATIENT
    @given(
        st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)), min_size=1, max_size=5),
        st.floats(0, 2),
        st.floats(0, 1e6),
    )
    def test_it_is_the_formula(
        self, pairs: list[tuple[float, float]], rtol: float, atol: float
    ) -> None:
        right = all(abs(got - want) <= atol + rtol * abs(want) for got, want in pairs)
        got, want = zip(*pairs, strict=True)
        try:
            check.close(got, want, rtol=rtol, atol=atol)
            assert right
        except StudentFailure:
            assert not right

    @pytest.mark.parametrize("bad", NOT_FINITE)
    def test_nothing_else_than_a_finite_number_is_close_to_one(self, bad: float) -> None:
        for wanted in (1.0, np.ones(2), np.array([1.0, math.nan])):
            got = np.full(np.shape(wanted), bad)
            failure = refused(
                lambda got=got, wanted=wanted: check.close(got, wanted, atol=math.inf)
            )
            assert "finite number is expected" in failure.message.en

    @pytest.mark.parametrize("wanted", NOT_FINITE)
    def test_what_should_not_be_finite_is_the_same(self, wanted: float) -> None:
        check.close(wanted, wanted)
        check.close([1.0, wanted], [1.0, wanted])
        for other in {0.0, 1e308, -math.inf, math.inf, math.nan} - {wanted}:
            if not (math.isnan(other) and math.isnan(wanted)):
                refused(lambda other=other: check.close(other, wanted))
                failure = refused(lambda other=other: check.close([1, other], [1, wanted]))
                assert failure.evidence == {"at": [1]}

    def test_all_nan_is_not_close(self) -> None:
        """`not (abs(d) > tol).any()` would be true."""
        refused(lambda: check.close(np.full((2, 2), np.nan), np.ones((2, 2))))

    def test_unsigned_differences_do_not_wrap_around(self) -> None:
        check.close(np.array([250], "u1"), [255.0], atol=5)
        check.close(np.array([3], "u8"), [5.0], atol=2)
        failure = refused(lambda: check.close(np.array([0], "u8"), [1.0]))
        assert failure.evidence["max_abs_error"] == 1.0

    def test_single_precision_is_compared_in_double(self) -> None:
        single = np.full(2, 0.1, "f4")
        check.close(single, [0.1, 0.1], rtol=1e-6, atol=0)
        refused(lambda: check.close(single, [0.1, 0.1], rtol=1e-9, atol=0))

    def test_a_wrong_value_says_how_wrong_and_where(self) -> None:
        failure = refused(lambda: check.close([[1.0, 2.0], [3.0, 6.0]], WANTED, name="dW"))
        assert failure.message.en == "dW is wrong: the largest error is 2, at [1, 1]."
        assert failure.evidence == {
            "max_abs_error": 2.0,
            "rel_error": 0.5,
            "shape": [2, 2],
            "at": [1, 1],
            "expected": WANTED.tolist(),
            "actual": [[1.0, 2.0], [3.0, 6.0]],
        }

    def test_an_error_beyond_all_floats_is_still_an_error(self) -> None:
        failure = refused(lambda: check.close([-1.7e308], [1.7e308]))
        assert failure.evidence["max_abs_error"] == "inf"
        refused(lambda: check.close(1e308, 1e-308))

    @pytest.mark.parametrize("value", NO_NUMBERS.values(), ids=NO_NUMBERS.keys())
    def test_what_is_no_number_is_not_close_to_one(self, value: Any) -> None:
        refused(lambda: check.close(value, 1.0))
        refused(lambda: check.close(value, [1.0]))


class TestPair:
    def test_a_tuple_or_list_of_two(self) -> None:
        assert check.pair((1, None)) == (1, None)
        assert check.pair([1, 2]) == (1, 2)

    @pytest.mark.parametrize(
        "value",
        [
            *[(1,), (1, 2, 3), [], np.zeros(2), np.zeros((2, 3)), "ab", {"loss": 1, "dW": 2}, 1.0],
            *[None, REMOTE, Unsupported("set")],
        ],
        ids=repr,
    )
    def test_and_nothing_else(self, value: Any) -> None:
        failure = refused(lambda: check.pair(value, ("loss", "dx")))
        assert "(loss, dx)" in failure.message.en
        assert "(loss, dx)" in failure.message.ru


class TestSequence:
    @pytest.mark.parametrize(
        "value",
        [
            [1.0, 2, 3.0],
            (1, 2, 3),
            np.array([1, 2, 3], "f4"),
            [np.array(1.0), np.array(2.0), np.array(3.0)],
            [np.array([1.0]), 2.0, np.array([[3]])],
        ],
        ids=repr,
    )
    def test_a_history_in_any_form(self, value: Any) -> None:
        assert same(check.sequence(value, 3), np.array([1.0, 2.0, 3.0]))
        assert same(check.sequence(value), np.array([1.0, 2.0, 3.0]))

    def test_an_empty_one_where_any_length_will_do(self) -> None:
        assert len(check.sequence([])) == 0
        refused(lambda: check.sequence([], 3))

    @pytest.mark.parametrize(
        "value",
        [
            1.0,
            np.array(1.0),
            column([1.0, 2.0, 3.0]),
            [[1.0, 2.0], [3.0, 4.0]],
            [[1, 2], [3]],
            [[[1, 2], [3]]],  # NumPy cannot even tell its size
            [1.0, [2.0, 3.0]],
            [1.0, np.zeros(2)],
            [1.0, np.zeros(0)],
            [1.0, None],
            [1.0, True],
            [1.0, "2"],
            [1.0, math.nan],
            [1.0, Unsupported("complex")],
            [(1.0, 2.0)],
            [{}],
            *NO_NUMBERS.values(),
        ],
        ids=lambda value: repr(value)[:30],
    )
    def test_numbers_in_a_row_and_nothing_else(self, value: Any) -> None:
        refused(lambda: check.sequence(value))

    def test_of_the_length_that_was_asked_for(self) -> None:
        failure = refused(lambda: check.sequence([1.0, 2.0], 3))
        assert failure.evidence == {"shape": [2], "expected_shape": [3]}


class TestUnchanged:
    def test_an_argument_that_is_what_it_was(self) -> None:
        check.unchanged(np.arange(3), np.arange(3))
        check.unchanged(np.array([math.nan, 1.0]), np.array([math.nan, 1.0]))

    @pytest.mark.parametrize(
        "after",
        [np.array([0, 1, 3]), np.arange(4), np.arange(3).reshape(3, 1), [0, 1, 2], None, REMOTE, 1],
        ids=repr,
    )
    def test_anything_else(self, after: Any) -> None:
        assert "X" in refused(lambda: check.unchanged(after, np.arange(3), "X")).message.ru


class TestThat:
    def test_a_condition_in_words(self) -> None:
        check.that(np.bool_(True), "no", "нет")
        failure = refused(
            lambda: check.that(
                np.array([0]), "too slow", "медленно", seconds=np.float64(2), bad=math.nan, X=WANTED
            )
        )
        assert failure.message.en == "too slow"
        assert failure.evidence == {"seconds": 2.0, "bad": "nan", "X": WANTED.tolist()}

    @pytest.mark.parametrize("value", [*NO_NUMBERS.values(), np.zeros((2**40, 0)), [[[[[[1]]]]]]])
    def test_any_value_is_fit_for_evidence(self, value: Any) -> None:
        """Also one of the student's: short, plain, and without a question to the worker."""
        failure = refused(lambda: check.that(False, "no", "нет", value=value))
        assert len(json.dumps(failure.evidence)) < 1000

    def test_evidence_is_small(self) -> None:
        wide: Any = 1.0
        for _ in range(20):
            wide = [wide] * 100
        failure = refused(
            lambda: check.that(False, "no", "нет", X=np.ones((500, 500)), t="x" * 9999)
        )
        assert failure.evidence["X"] == {
            "shape": [500, 500], "dtype": "float64", "min": 1.0, "max": 1.0,
        }  # fmt: skip
        assert len(failure.evidence["t"]) == 500
        # a list in itself a hundred times would otherwise be 100²⁰ values
        refused(lambda: check.that(False, "no", "нет", wide=wide[:1]))


class TestAward:
    @pytest.mark.parametrize(
        ("fraction", "verdict", "given"),
        [
            (-1, Verdict.FAILED, 0.0),
            (0, Verdict.FAILED, 0.0),
            (math.nan, Verdict.FAILED, 0.0),
            (0.25, Verdict.PARTIAL, 0.25),
            (1, Verdict.PASSED, 1.0),
            (7, Verdict.PASSED, 1.0),
        ],
    )
    def test_a_share_of_the_points(self, fraction: float, verdict: Verdict, given: float) -> None:
        with pytest.raises(TestEnding) as caught:
            check.award(fraction, "so so", "так себе", accuracy=0.5)
        assert (caught.value.verdict, caught.value.fraction) == (verdict, given)
        assert caught.value.evidence == {"accuracy": 0.5}

    @pytest.mark.parametrize(
        ("accuracy", "fraction"),
        [
            *[(math.nan, 0.0), (0.0, 0.0), (0.1999, 0.0), (0.2, 0.25), (0.2499, 0.25), (0.25, 0.5)],
            *[(0.29, 1.0), (1, 1.0)],
        ],
    )
    def test_the_highest_threshold_that_was_reached(self, accuracy: float, fraction: float) -> None:
        with pytest.raises(TestEnding) as caught:
            check.tiers(accuracy, [[0.2, 0.25], [0.25, 0.5], [0.29, 1.0]])
        assert caught.value.fraction == fraction
        assert caught.value.evidence["full_points_from"] == 0.29
        json.dumps(caught.value.evidence, allow_nan=False)
        assert isinstance(caught.value, Passed) == (fraction == 1.0)


@PATIENT
@given(values | st.lists(st.sampled_from([*NO_NUMBERS.values(), 1.0, [2.0]]), max_size=3))
def test_no_value_of_the_students_is_a_fault_of_ours(value: Any) -> None:
    """Every method returns what it promises, or ends the test; no other exception ever."""
    for call in (
        lambda: check.number(value),
        lambda: check.array(value),
        lambda: check.array(value, (2,)),
        lambda: check.labels(value, (2,)),
        lambda: check.sequence(value),
        lambda: check.pair(value),
        lambda: check.close(value, 1.0),
        lambda: check.close(value, [1.0, math.nan]),
        lambda: check.equal_labels(value, [1, 2]),
        lambda: check.unchanged(value, np.ones(2)),
        lambda: check.that(False, "no", "нет", value=value),
        lambda: check.award(0.0, "no", "нет", value=value),
    ):
        try:
            got = call()
        except TestEnding as ending:
            json.dumps(ending.evidence, allow_nan=False)
            continue
        if isinstance(got, np.ndarray):
            assert got.dtype in (np.float64, np.int64)
            assert np.isfinite(got).all()
        elif got is not None and not isinstance(got, tuple):
            assert type(got) is float
            assert math.isfinite(got)
