"""An assignment: `assignment.yaml` and the files beside it, checked and frozen."""

from grader.assignment.load import FILE, Assignment, Part, TestRow, load_assignment
from grader.assignment.schema import Cifar, DataSpec, Limits, json_schema

__all__ = [
    "FILE",
    "Assignment",
    "Cifar",
    "DataSpec",
    "Limits",
    "Part",
    "TestRow",
    "json_schema",
    "load_assignment",
]
