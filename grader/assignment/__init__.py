"""An assignment: `assignment.yaml` and the files beside it, checked and frozen."""

from grader.assignment.load import FILE, Assignment, Part, TestRow, load_assignment
from grader.assignment.mistakes import Mistake
from grader.assignment.schema import Cifar, DataSpec, Limits, json_schema
from grader.assignment.variants import CorrectVariant

__all__ = [
    "FILE",
    "Assignment",
    "Cifar",
    "CorrectVariant",
    "DataSpec",
    "Limits",
    "Mistake",
    "Part",
    "TestRow",
    "json_schema",
    "load_assignment",
]
