"""A small assignment with one question of each kind."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
import yaml
from hypothesis import HealthCheck, settings

from grader.assignment import Assignment, Part, Question, TestRow
from grader.assignment.questions import QuestionsFile
from grader.model import SourceFile, Submission
from tests.executors import demo

# The machine may be busy: how long an example takes says nothing.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

QUESTIONS = """
questions:
  - id: slope
    kind: number
    title: {en: Slope, ru: Наклон}
    text: {en: "What is the slope?", ru: "Чему равен наклон?"}
    right: [-2.5, .inf]
    atol: 0.01
    rtol: 0.02
    wrong: [{value: 2.5, wrong: {en: The sign!, ru: Знак!}}]
    otherwise: {en: Divide by h., ru: Поделите на h.}
    points: 1
    visibility: visible
    explanation: {en: It falls., ru: Она убывает.}
  - id: step
    kind: choice
    title: {en: Step, ru: Шаг}
    text: {en: "Which way?", ru: "Куда?"}
    options:
      a: {text: {en: uphill, ru: вверх}, wrong: {en: That climbs., ru: Это подъём.}}
      b: {text: {en: downhill, ru: вниз}}
      no: {text: {en: nowhere, ru: никуда}, wrong: {en: Move!, ru: Двигайтесь!}}
    right: b
    points: 2
    visibility: visible
    explanation: {en: Against the gradient., ru: Против градиента.}
  - id: sizes
    kind: choices
    title: {en: Sizes, ru: Размеры}
    text: {en: "Which sizes?", ru: "Какие размеры?"}
    options:
      a: {text: {en: "32", ru: "32"}}
      b: {text: {en: "33", ru: "33"}, wrong: {en: No power., ru: Не степень.}}
      c: {text: {en: "64", ru: "64"}}
      d: {text: {en: "0", ru: "0"}, wrong: {en: Nothing., ru: Ничего.}}
    right: [a, c]
    points: 1
    visibility: visible
    explanation: {en: Powers of two., ru: Степени двойки.}
  - id: chain
    kind: order
    title: {en: Order, ru: Порядок}
    text: {en: "In which order?", ru: "В каком порядке?"}
    items:
      a: {text: {en: second, ru: вторая}, wrong: {en: Scores first., ru: Сначала оценки.}}
      b: {text: {en: first, ru: первая}}
      c: {text: {en: fourth, ru: четвёртая}, wrong: {en: Sum last., ru: Сумма в конце.}}
      d: {text: {en: third, ru: третья}, wrong: {en: Margins first., ru: Сначала отступы.}}
    right: [b, a, d, c]
    points: 3
    visibility: visible
    explanation: {en: One by one., ru: По одному.}
  - id: views
    kind: matching
    title: {en: Views, ru: Взгляды}
    text: {en: Match., ru: Подберите.}
    items:
      one: {text: {en: first, ru: первый}, wrong: {en: Not so., ru: Не так.}}
      two: {text: {en: second, ru: второй}, wrong: {en: Look again., ru: Взгляните ещё раз.}}
      three: {text: {en: third, ru: третий}, wrong: {en: Nor this., ru: И это не так.}}
    options: {a: {en: A, ru: А}, b: {en: B, ru: Б}, c: {en: C, ru: В}, d: {en: D, ru: Г}}
    right: {one: c, two: a, three: a}
    points: 1
    visibility: after_due_date
    explanation: {en: All of one., ru: Это одно и то же.}
"""

RIGHT = "slope: -2.5\nstep: b\nsizes: [a, c]\nchain: [b, a, d, c]\n" + (
    "views: {one: c, two: a, three: a}\n"
)


def load_questions() -> tuple[Question, ...]:
    """The questions above; a key that YAML takes for a truth value is put right."""
    plain = yaml.safe_load(QUESTIONS)
    options = plain["questions"][1]["options"]
    options["no"] = options.pop(False)
    return QuestionsFile.model_validate(plain).questions


@pytest.fixture
def questions() -> dict[str, Question]:
    return {question.id: question for question in load_questions()}


@pytest.fixture
def assignment(questions: dict[str, Question]) -> Assignment:
    """The demo assignment with these questions as its last part."""
    return with_questions(tuple(questions.values()))


def with_questions(questions: tuple[Question, ...], attempts: int = 2) -> Assignment:
    plain = demo.assignment()
    rows = tuple(
        TestRow(
            f"questions/{one.id}",
            "questions",
            one.id,
            demo.TEXT,
            one.points,
            one.visibility,
            plain.limits,
        )
        for one in questions
    )
    return dataclasses.replace(
        plain,
        parts=(*plain.parts, Part("questions", demo.TEXT, rows)),
        questions=questions,
        question_attempts=attempts,
    )


@pytest.fixture
def hand_in() -> Callable[..., Submission]:
    """A submission with these answers, or with none."""

    def hand_in(answers: str | bytes | None, attempt: int = 1) -> Submission:
        files = [SourceFile("svm.py", b"x = 1\n")]
        if answers is not None:
            content = answers.encode() if isinstance(answers, str) else answers
            files.insert(0, SourceFile("answers.yaml", content))
        return Submission("ivanova", tuple(files), "0" * 64, attempt=attempt)

    return hand_in
