from collections.abc import Callable
from typing import Any

import pytest

from grader.model import (
    AssignmentInfo,
    Diagnosis,
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

EXCEPTION = {
    "type": "ValueError",
    "text": "input was 0.5",
    "traceback": ["svm.py:12 in loss: return X @ W", "numpy/core.py:3 in dot: secret"],
}


@pytest.fixture
def make_test() -> Callable[..., TestResult]:
    """Make a failed test that has something in every column."""

    def make(visibility: Visibility, part: str = "svm", **changes: Any) -> TestResult:
        values: dict[str, Any] = {
            "id": f"{part}/test_{visibility.value}",
            "part": part,
            "title": Text(f"title of {visibility}", f"название {visibility}"),
            "verdict": Verdict.PARTIAL,
            "score": 1.0,
            "max_score": 4.0,
            "visibility": visibility,
            "message": Text("dW has shape (3, 2)", "dW имеет форму (3, 2)"),
            "diagnosis": (Diagnosis("forgot_mean", Text("divide by N", "разделите на N")),),
            "evidence": {
                "input": [0.5],
                "expected": 5.25,
                "actual": 6.25,
                "max_abs_error": 1.0,
                "shape": [3, 2],
                "remarks": [{"en": "all zeros", "ru": "одни нули"}],
                "exception": EXCEPTION,
            },
        }
        return TestResult(**(values | changes))

    return make


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """Make a graded report of some tests, with totals that fit them."""

    def make(*tests: TestResult, **changes: Any) -> Report:
        parts = tuple(
            PartResult(
                name,
                Text(name, name),
                sum(test.score for test in tests if test.part == name),
                sum(test.max_score for test in tests if test.part == name),
            )
            for name in dict.fromkeys(test.part for test in tests)
        )
        values: dict[str, Any] = {
            "schema": "grader/result/v1",
            "assignment": AssignmentInfo("demo", "a" * 64),
            "submission": SubmissionInfo("anna", Identity("Anna"), 1, "b" * 64, ("svm.py",)),
            "status": Status.GRADED,
            "reason": None,
            "score": sum(part.score for part in parts),
            "max_score": sum(part.max_score for part in parts),
            "parts": parts,
            "tests": tests,
            "data": {"cifar10": "official"},
            "environment": Environment("docker", "0.1.0", "3.11.7", "2.2.0", "sha256:c0ffee"),
            "volatile": Volatile(
                "2026-11-23T10:00:00Z",
                "2026-11-23T10:00:01Z",
                {test.id: 0.0123456789 for test in tests},
                {test.id: f"printed in {test.id}\n" for test in tests},
            ),
        }
        return Report(**(values | changes))

    return make
