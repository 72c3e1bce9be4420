"""`answered`: an outcome for each question. Pure: nothing of the student's is run."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from grader.assignment import ANSWERS, Assignment, Question
from grader.assignment.questions import PART
from grader.assignment.schema import BothLanguages
from grader.model import Diagnosis, Outcome, Submission, Text, Verdict
from grader.questions.answers.document import Node, Unreadable, read_file
from grader.questions.answers.reading import Answer, read_answer
from grader.questions.forms import form
from grader.questions.marks import Mark, mark

_NO_FILE = Text(
    en=f"There is no {ANSWERS} beside the modules.",
    ru=f"Рядом с модулями нет файла {ANSWERS}.",
)
_BLANK = Text(en="The answer is left blank.", ru="Ответ не заполнен.")


def answered(assignment: Assignment, submission: Submission) -> tuple[Outcome, ...]:
    """The outcomes of the assignment's questions, in order; none where it has no questions."""
    if submission.attempt > assignment.question_attempts:
        late = _too_late(assignment.question_attempts, submission.attempt)
        return _all(assignment.questions, Verdict.FAILED, late)
    file = next((file for file in submission.files if file.path == ANSWERS), None)
    if file is None:
        return _all(assignment.questions, Verdict.MISSING, _NO_FILE)
    try:
        answers = read_file(file.content)
    except Unreadable as error:
        return _all(assignment.questions, Verdict.ERROR, _text(error))
    strangers = set(answers) - {question.id for question in assignment.questions}
    return tuple(_one(question, answers, strangers) for question in assignment.questions)


def _one(
    question: Question, answers: Mapping[str, Sequence[Node]], strangers: Iterable[str]
) -> Outcome:
    if question.id not in answers:
        return _outcome(question, Verdict.MISSING, _missing(question, strangers))
    try:
        answer = read_answer(form(question), answers[question.id])
    except Unreadable as error:
        return _outcome(question, Verdict.ERROR, _text(error))
    if answer is None:
        return _outcome(question, Verdict.NOT_IMPLEMENTED, _BLANK)
    return _marked(question, answer, mark(question, answer))


def _marked(question: Question, answer: Answer, found: Mark) -> Outcome:
    passed = found.share == 1.0
    return Outcome(
        test=f"{PART}/{question.id}",
        verdict=(Verdict.PASSED if passed else Verdict.PARTIAL if found.share else Verdict.FAILED),
        fraction=found.share,
        message=_both(question.explanation) if passed else found.finding,
        diagnosis=tuple(
            Diagnosis(f"{question.id}.{name}", _both(text)) for name, text in found.wrong
        ),
        evidence={**_right(question), "actual": answer},
    )


def _all(questions: Iterable[Question], verdict: Verdict, message: Text) -> tuple[Outcome, ...]:
    return tuple(_outcome(question, verdict, message) for question in questions)


def _outcome(question: Question, verdict: Verdict, message: Text) -> Outcome:
    return Outcome(f"{PART}/{question.id}", verdict, message=message, evidence=_right(question))


def _right(question: Question) -> dict[str, Any]:
    """What is shown after release only."""
    return {
        "expected": question.right,
        "explanation": {"en": question.explanation.en, "ru": question.explanation.ru},
    }


def _missing(question: Question, strangers: Iterable[str]) -> Text:
    near = difflib.get_close_matches(question.id, list(strangers), n=1)
    return Text(
        f"{ANSWERS} has no answer called {question.id}"
        + (f"; is {near[0]} meant?" if near else "."),
        f"В файле {ANSWERS} нет ответа с именем {question.id}"
        + (f"; может быть, это {near[0]}?" if near else "."),
    )


def _too_late(attempts: int, attempt: int) -> Text:
    return Text(
        f"Answers to questions count in the first {attempts} attempts, and this is attempt "
        f"{attempt}. The tests of the code count as always.",
        f"Ответы на вопросы принимаются только в первых попытках (их {attempts}), а эта — "
        f"{attempt}-я. Тесты кода засчитываются как обычно.",
    )


def _both(text: BothLanguages) -> Text:
    return Text(text.en, text.ru)


def _text(error: Unreadable) -> Text:
    return Text(f"{error.en}.", f"{error.ru}.")
