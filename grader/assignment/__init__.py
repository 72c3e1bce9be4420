"""An assignment: `assignment.yaml` and the files beside it, checked and frozen."""

from grader.assignment.load import ANSWERS, FILE, Assignment, Part, TestRow, load_assignment
from grader.assignment.mistakes import Mistake
from grader.assignment.questions import Question
from grader.assignment.questions import json_schema as questions_schema
from grader.assignment.schema import Cifar, DataSpec, Limits, json_schema
from grader.assignment.variants import CorrectVariant

__all__ = [
    "ANSWERS",
    "FILE",
    "Assignment",
    "Cifar",
    "CorrectVariant",
    "DataSpec",
    "Limits",
    "Mistake",
    "Part",
    "Question",
    "TestRow",
    "json_schema",
    "load_assignment",
    "questions_schema",
]
