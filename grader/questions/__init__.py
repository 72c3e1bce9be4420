"""Graded questions: what students answered in answers.yaml, compared on our side of the wall."""

from grader.questions.grade import answered

__all__ = ["answered"]
