from collections.abc import Callable
from typing import Any

import pytest

from grader.model import (
    AssignmentInfo,
    Environment,
    Identity,
    PartResult,
    Report,
    Status,
    SubmissionInfo,
    TestResult,
    Text,
    Verdict,
    Visibility,
    Volatile,
)

TITLE = Text("title", "название")


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """Make a graded report of one public and one hidden test."""

    def make(**changes: Any) -> Report:
        tests = tuple(
            TestResult(f"svm/{v.value}", "svm", TITLE, Verdict.PASSED, 1.0, 1.0, v, None, (), {})
            for v in (Visibility.PUBLIC, Visibility.HIDDEN)
        )
        values: dict[str, Any] = {
            "schema": "grader/result/v1",
            "assignment": AssignmentInfo("demo", "a" * 64),
            "submission": SubmissionInfo("anna", Identity("Anna"), 1, "b" * 64, ("svm.py",)),
            "status": Status.GRADED,
            "reason": None,
            "score": 2.0,
            "max_score": 2.0,
            "parts": (PartResult("svm", TITLE, 2.0, 2.0),),
            "tests": tests,
            "data": {"cifar10": "official"},
            "environment": Environment("docker", "0.1.0", "3.11.7", "2.2.0"),
            "volatile": Volatile("2026-11-23T10:00:00Z", "2026-11-23T10:00:01Z", {}, {}),
        }
        return Report(**(values | changes))

    return make
