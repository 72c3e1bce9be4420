"""The form of each question's answer: what answers.yaml may say, without what is right."""

from __future__ import annotations

from grader.assignment.questions import (
    ChoiceQuestion,
    ChoicesQuestion,
    MatchingQuestion,
    OrderQuestion,
    Question,
)
from grader.questions.answers.reading import Form


def form(question: Question) -> Form:
    """Kind, options and items of `question`."""
    match question:
        case ChoiceQuestion() | ChoicesQuestion():
            return Form(question.kind, tuple(question.options))
        case OrderQuestion():
            return Form(question.kind, tuple(question.items))
        case MatchingQuestion():
            return Form(question.kind, tuple(question.options), tuple(question.items))
    return Form(question.kind)
