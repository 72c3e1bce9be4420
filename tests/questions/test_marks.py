"""What an answer earns, against oracles that are written differently."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.assignment import Question
from grader.questions.marks import mark
from tests.questions.conftest import PATIENT, load_questions

SLOPE, STEP, SIZES, CHAIN, VIEWS = load_questions()
Questions = dict[str, Question]


@PATIENT
@given(st.floats(allow_nan=False))
def test_a_number_is_right_within_its_tolerances(value: float) -> None:
    """Bounds by hand: -2.5 ± (0.01 + 0.02 · 2.5), or infinity itself."""
    right = -2.56 - 1e-12 <= value <= -2.44 + 1e-12 or value == math.inf
    assert mark(SLOPE, value).share == (1.0 if right else 0.0)


@pytest.mark.parametrize(
    ("value", "names"),
    [(2.5, ["2.5"]), (2.45, ["2.5"]), (0.0, ["other"]), (-math.inf, ["other"]), (1e300, ["other"])],
)
def test_a_wrong_number_is_explained(value: float, names: list[str]) -> None:
    found = mark(SLOPE, value)
    assert [name for name, _ in found.wrong] == names
    assert f"{value:g}" in found.finding.en
    assert f"{value:g}" in found.finding.ru


@pytest.mark.parametrize(("key", "share"), [("a", 0.0), ("b", 1.0), ("no", 0.0)])
def test_a_choice_is_all_or_nothing(key: str, share: float) -> None:
    found = mark(STEP, key)
    assert found.share == share
    assert [name for name, _ in found.wrong] == ([] if share else [key])


def test_choices_against_a_table() -> None:
    """(right − wrong chosen) / right: a guess at everything earns nothing."""
    expected = {
        "a": 0.5, "c": 0.5, "ac": 1.0, "ab": 0.0, "abc": 0.5, "abcd": 0.0, "acd": 0.5, "b": 0.0,
        "bd": 0.0, "ad": 0.0, "cd": 0.0, "cb": 0.0, "abd": 0.0, "cbd": 0.0, "d": 0.0,
    }  # fmt: skip
    assert len(expected) == 2**4 - 1
    assert {chosen: mark(SIZES, tuple(chosen)).share for chosen in expected} == expected


def test_choices_explain_each_wrong_one_and_name_no_right_one() -> None:
    found = mark(SIZES, ("d", "a", "b"))
    assert [name for name, _ in found.wrong] == ["b", "d"]
    assert found.finding.en == "Should not be chosen: b, d. Not everything right is chosen."
    assert found.finding.ru == "Выбрано лишнее: b, d. Выбрано не всё верное."


def longest_common(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """By trying every subsequence, the longest first."""
    for length in range(len(first), 0, -1):
        theirs = set(itertools.combinations(second, length))
        if any(one in theirs for one in itertools.combinations(first, length)):
            return length
    return 0


def test_order_is_the_longest_common_subsequence() -> None:
    right = ("b", "a", "d", "c")
    for length in range(1, 5):
        for answer in itertools.permutations("abcd", length):
            expected = (longest_common(right, answer) - 1) / 3
            assert mark(CHAIN, answer).share == pytest.approx(expected), answer
    assert mark(CHAIN, right[::-1]).share == 0.0


def test_every_wrong_order_is_explained() -> None:
    """Of any two orders, some neighbours of the one stand the other way round in the other."""
    for answer in itertools.permutations("abcd"):
        found = mark(CHAIN, answer)
        assert bool(found.wrong) == (found.share < 1), answer
    assert [name for name, _ in mark(CHAIN, ("b", "d", "a", "c")).wrong] == ["d"]


def test_an_order_with_items_left_out_says_which() -> None:
    found = mark(CHAIN, ("b", "c"))
    assert found.finding.en == "2 of 4 stand in the right order one after another. " + (
        "Not in the list: a, d."
    )
    assert found.finding.ru == "В верном порядке идут друг за другом 2 из 4. В списке нет: a, d."


def test_matching_is_the_share_of_right_pairs() -> None:
    right = {"one": "c", "two": "a", "three": "a"}
    for options in itertools.product(["a", "b", "c", "d", None], repeat=3):
        answer = dict(zip(right, options, strict=True))
        expected = sum(answer[item] == right[item] for item in right) / 3
        assert mark(VIEWS, answer).share == pytest.approx(expected), answer


def test_matching_explains_wrong_pairs_and_names_blank_ones() -> None:
    found = mark(VIEWS, {"one": "a", "two": None})
    assert [name for name, _ in found.wrong] == ["one"]
    assert found.finding.en == "Right pairs: 0 of 3. Not right: one. Left blank: two, three."
    assert found.finding.ru == "Верных пар: 0 из 3. Неверно: one. Не заполнено: two, three."


def test_an_answer_of_another_kind_is_our_own_mistake() -> None:
    with pytest.raises(TypeError, match="number cannot be answered with a str"):
        mark(SLOPE, "a")
