"""How a test can end other than by passing. Hidden suites raise these through `check`.

TestEnding
├── StudentFailure    compared and found wrong (`failed`), or worth a part of the points (`partial`)
├── StudentStopped    the student's code gave no result: missing, error, timeout, crashed …
└── DataMissing       what the test needs on our side is not there (`not_run`)
"""

from __future__ import annotations

from typing import Any

from grader.model import Text, Verdict


class TestEnding(Exception):
    """A test's verdict, as an exception that ends it."""

    __test__ = False  # not a test class of pytest's

    def __init__(
        self,
        verdict: Verdict,
        message: Text,
        *,
        fraction: float = 0.0,
        evidence: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(message.en)
        self.verdict = verdict
        self.message = message
        self.fraction = fraction
        self.evidence = evidence or {}


class StudentFailure(TestEnding):
    """The student's result was compared and is not, or not wholly, right."""

    def __init__(self, en: str, ru: str, *, fraction: float = 0.0, **evidence: Any) -> None:
        verdict = Verdict.PARTIAL if fraction > 0 else Verdict.FAILED
        super().__init__(verdict, Text(en, ru), fraction=fraction, evidence=evidence)


class Passed(TestEnding):
    """The test ended early, with all points."""

    def __init__(self, en: str, ru: str, **evidence: Any) -> None:
        super().__init__(Verdict.PASSED, Text(en, ru), fraction=1.0, evidence=evidence)


class StudentStopped(TestEnding):
    """The student's code gave no result that could be compared."""


class DataMissing(TestEnding):
    """What the test needs on our side is not there."""

    def __init__(self, en: str, ru: str) -> None:
        super().__init__(Verdict.NOT_RUN, Text(en, ru))
