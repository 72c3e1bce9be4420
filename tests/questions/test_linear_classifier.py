"""The lecture's questions: all there, and the right answers calculated anew from its numbers."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import log_softmax

from grader.assignment import load_assignment
from grader.assignment.questions import NumberQuestion
from grader.model import SourceFile, Submission, Verdict
from grader.questions import answered
from grader.questions.handout import answers_form
from tests.walls import ROOT

ASSIGNMENT = load_assignment(ROOT / "assignments" / "linear_classifier")
QUESTIONS = {question.id: question for question in ASSIGNMENT.questions}

CONCEPTS = {
    "challenges of image classification": ["challenges"],
    "k-nearest neighbours, train / validation / test": ["knn_splits"],
    "3072 numbers": ["pixels"],
    "three views of the linear classifier": ["views"],
    "the slide's erratum": ["lecture_score"],
    "mean of the examples' losses": ["mean_loss"],
    "vectorized SVM code": ["vectorized_steps"],
    "SVM Q1": ["svm_q1"],
    "SVM Q2": ["svm_q2_smallest", "svm_q2_largest"],
    "SVM Q3": ["svm_q3"],
    "SVM Q4": ["svm_q4"],
    "SVM Q5": ["svm_q5"],
    "SVM Q6": ["svm_q6"],
    "SVM Q7": ["svm_q7"],
    "why regularize": ["why_regularize"],
    "L2, L1, elastic net": ["reg_kinds"],
    "w1 or w2": ["reg_w1_w2"],
    "dropout, batch normalization, stochastic depth, fractional pooling": ["reg_by_name"],
    "logits": ["logits"],
    "exp, normalize, -log": ["softmax_steps", "softmax_loss"],
    "maximum likelihood": ["max_likelihood"],
    "Kullback-Leibler divergence and cross-entropy": ["kl_cross_entropy"],
    "Softmax Q1": ["softmax_q1"],
    "Softmax Q2": ["softmax_q2"],
    "Softmax vs SVM Q1": ["svm_vs_softmax_q1"],
    "Softmax vs SVM Q2": ["svm_vs_softmax_q2"],
    "random search": ["random_search"],
    "following the slope": ["follow_slope"],
    "numerical gradient": ["numerical_slope"],
    "numerical vs analytic gradient": ["gradients_why"],
    "gradient check": ["gradient_check"],
    "gradient descent, SGD, minibatches of 32 / 64 / 128": ["sgd"],
    "computational graphs next": ["next_lecture"],
}

SCORES = np.array([[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]])  # cat, car, frog
THREE = {
    "row1": [10.0, -2.0, 3.0],
    "row2": [10.0, 9.0, 9.0],
    "row3": [10.0, -100.0, -100.0],
}


def hinge(scores: np.ndarray, label: int) -> np.ndarray:
    """The wrong classes' margins, cut at 0."""
    margins = np.maximum(0, scores - scores[label] + 1)
    return np.delete(margins, label)


def softmax_loss(scores: list[float], label: int = 0) -> float:
    return float(-log_softmax(scores)[label])


def number(name: str) -> NumberQuestion:
    question = QUESTIONS[name]
    assert isinstance(question, NumberQuestion)
    return question


def test_every_question_and_concept_of_the_lecture_is_asked() -> None:
    asked = [name for names in CONCEPTS.values() for name in names]
    assert asked == list(QUESTIONS)  # in the lecture's order, and none without a concept


def test_they_are_worth_ten_points() -> None:
    points = [question.points for question in ASSIGNMENT.questions]
    assert sum(points) == 10
    assert set(points) == {0.25, 0.5}


@pytest.mark.parametrize(
    "folder",
    [
        "reference/linear_classifier",
        "tests/submissions/perfect",
        "tests/submissions/perfect_another_style",
    ],
)
def test_right_answers_pass_in_any_style(folder: str) -> None:
    content = (ROOT / folder / "answers.yaml").read_bytes()
    submission = Submission("x", (SourceFile("answers.yaml", content),), "0" * 64)
    outcomes = answered(ASSIGNMENT, submission)
    assert [outcome.test for outcome in outcomes if outcome.verdict is not Verdict.PASSED] == []


_IMAGE, _SHIP, _BIAS = np.array([56, 231, 24, 2]), np.array([0, 0.25, 0.2, -0.3]), -1.2
_LOSSES = [float(np.sum(hinge(SCORES[i], i))) for i in range(3)]
_CAT = float(np.exp(-softmax_loss([3.2, 5.1, -1.7])))


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("pixels", 32 * 32 * 3, [32 * 32, 3073, 3.072]),
        ("lecture_score", _SHIP @ _IMAGE + _BIAS, [_SHIP @ _IMAGE, _SHIP @ _IMAGE - _BIAS]),
        ("mean_loss", np.mean(_LOSSES), [sum(_LOSSES), sum(_LOSSES) / 9, sum(_LOSSES) / 2]),
        ("svm_q2_smallest", 0, [np.inf, -np.inf, 1]),
        ("svm_q2_largest", np.inf, [1, max(_LOSSES)]),
        ("svm_q3", sum(hinge(np.zeros(10), 0)), [10, 0, 1, softmax_loss([0.0] * 10)]),
        ("softmax_loss", -np.log(_CAT),
         [-np.log10(_CAT), -np.log2(_CAT), np.log(_CAT), _CAT, _LOSSES[0]]),
        ("softmax_q2", softmax_loss([0.0] * 10), [np.log10(10), np.log2(10), 9, 0.1, 0]),
        ("numerical_slope", (1.25322 - 1.25347) / 1e-4, [2.5, -2.5 / 2, 1.25322 - 1.25347]),
    ],
)  # fmt: skip
def test_a_number_and_its_known_mistakes(name: str, right: float, wrong: list[float]) -> None:
    question = number(name)
    assert question.accepts(float(right), question.right)
    assert len(question.wrong) == len(wrong)
    for known, mistake in zip(question.wrong, wrong, strict=True):
        if np.isinf(mistake):
            assert known.value == mistake
        else:
            assert known.value == pytest.approx(mistake, abs=5e-4)


def test_every_number_is_recalculated() -> None:
    asked = {name for name, question in QUESTIONS.items() if question.kind == "number"}
    marks = test_a_number_and_its_known_mistakes.pytestmark  # type: ignore[attr-defined]
    assert asked == {case[0] for case in marks[0].args[1]}


def test_the_erratum_is_told_where_it_is_met() -> None:
    erratum = next(one for one in number("lecture_score").wrong if one.value == 61.95)
    assert "slide" in erratum.wrong.en
    assert "слайд" in erratum.wrong.ru
    assert "erratum" in QUESTIONS["lecture_score"].explanation.en


@pytest.mark.parametrize("step", [0.5, 1.0])
def test_svm_q1_the_loss_stays_zero(step: float) -> None:
    scores = SCORES[1] - [0, step, 0]
    assert np.sum(hinge(scores, 1)) == 0
    assert max(np.delete(scores - scores[1] + 1, 1)) == pytest.approx({0.5: -1.4, 1.0: -0.9}[step])
    assert QUESTIONS["svm_q1"].right == "d"


def test_svm_q6_squares() -> None:
    assert hinge(SCORES[0], 0).sum() ** 2 == pytest.approx(8.41)
    assert "8.41" in QUESTIONS["svm_q6"].explanation.en


def test_w1_or_w2() -> None:
    w1, w2 = np.array([1, 0, 0, 0]), np.full(4, 0.25)
    assert np.sum(w1**2) > np.sum(w2**2)
    assert np.sum(abs(w1)) == np.sum(abs(w2))
    assert QUESTIONS["reg_w1_w2"].right == {"l2": "b", "l1": "c"}


@pytest.mark.parametrize("row", THREE)
def test_svm_and_softmax_of_three_rows(row: str) -> None:
    """The option's own text has the two numbers that are right for its row."""
    question = QUESTIONS["svm_vs_softmax_q1"]
    options = question.options  # type: ignore[union-attr]
    text = options[question.right[row]].en.replace("SVM ", "").replace(" (to 12 digits)", "")
    svm, softmax = (float(part) for part in text.replace("softmax ", "").split(", "))
    assert np.sum(hinge(np.array(THREE[row]), 0)) == svm
    assert softmax_loss(THREE[row]) == pytest.approx(softmax, rel=1e-3, abs=1e-12)


def test_from_10_to_20() -> None:
    raised = [[20.0, *scores[1:]] for scores in THREE.values()]
    assert [np.sum(hinge(np.array(scores), 0)) for scores in raised] == [0, 0, 0]
    softmax = [softmax_loss(scores) for scores in raised]
    assert softmax == pytest.approx([4.17e-8, 3.34e-5, 0], rel=2e-3, abs=1e-12)


def test_no_question_gives_another_ones_number_away() -> None:
    form = answers_form(ASSIGNMENT)
    for told in ("60.75", "5.27", "2.04", "2.303", "3072", "-2.5 ", "ln 10"):
        assert told not in form
        assert told.replace(".", ",") not in form


def test_the_right_letters_are_spread() -> None:
    letters = [one.right for one in QUESTIONS.values() if one.kind == "choice"]
    counts = [letters.count(letter) for letter in "abcd"]
    assert min(counts) >= len(letters) // 6


@pytest.mark.parametrize("name", QUESTIONS)
def test_russian_is_russian(name: str) -> None:
    question = QUESTIONS[name]
    words = f"{question.title.ru} {question.text.ru} {question.explanation.ru}"
    assert sum(letter in "абвгдеёжзийклмнопрстуфхцчшщъыьэюя" for letter in words.lower()) > 20
    assert '"' not in words
