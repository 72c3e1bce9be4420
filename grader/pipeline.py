"""One way through: an assignment and a submission in, a report out."""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from grader.assignment import ANSWERS, Assignment, Mistake
from grader.errors import GraderError
from grader.judge.client import Judge, Setup
from grader.model import (
    AssignmentInfo,
    Environment,
    Outcome,
    Rejected,
    Report,
    Status,
    Submission,
    SubmissionInfo,
    Text,
    Verdict,
    Volatile,
)
from grader.questions import answered
from grader.scoring import Scored, score

SCHEMA = "grader/result/v1"
_FILE_BYTES = 16 * 2**20
_OPEN_FILES = 256


@dataclass(frozen=True)
class Grading:
    """What all submissions of one run have in common. `data` goes into every report."""

    assignment: Assignment
    environment: Environment
    data: Mapping[str, str]
    course_key: bytes
    tests: frozenset[str] | None = None
    """Only these tests, where a single one is replayed."""


def grade_one(
    grading: Grading,
    judge: Judge,
    submission: Submission,
    on_test: Callable[[str], None] = lambda test: None,
) -> Report:
    """Judge `submission`, give it points, and report; raises InfrastructureError."""
    started = _now()
    judged = (
        *_judged(grading, judge, submission, on_test),
        *_answers(grading, submission, on_test),
    )
    scored = score(grading.assignment, {outcome.test: outcome for outcome in judged})
    return _report(grading, submission, scored, judged, started)


def reject(grading: Grading, rejected: Rejected) -> Report:
    """The report of a submission that intake refused: a reason, and no score."""
    info = SubmissionInfo(rejected.id, rejected.identity, 1, None, ())
    return Report(
        schema=SCHEMA,
        assignment=_assignment_info(grading),
        submission=info,
        status=Status.REJECTED,
        reason=rejected.reason,
        score=None,
        max_score=grading.assignment.max_score,
        parts=(),
        tests=(),
        data=dict(grading.data),
        environment=grading.environment,
        volatile=Volatile(_now(), _now(), {}, {}),
    )


def give_up(grading: Grading, submission: Submission, error: GraderError) -> Report:
    """The report of a submission that could not be judged, through no fault of its student."""
    en, hint = error.told("en")
    ru, _ = error.told("ru")
    message = Text(f"The grader failed: {en}", f"Отказала система проверки: {ru}")
    outcomes = [
        Outcome(row.id, Verdict.GRADER_ERROR, message=message, evidence={"grader": hint or ""})
        for row in grading.assignment.tests
    ]
    scored = score(grading.assignment, {outcome.test: outcome for outcome in outcomes})
    return _report(grading, submission, scored, tuple(outcomes), _now())


def setup_for(assignment: Assignment, data: Mapping[str, Any] | None) -> Setup:
    """What the judge is told once about `assignment`; `data` holds the images for it."""
    limits = assignment.limits
    return Setup(
        hidden=tuple((file.path, file.content) for file in assignment.hidden),
        reference=tuple(
            (file.path, file.content) for file in assignment.reference if file.path != ANSWERS
        ),
        tests={
            row.id: {
                "call_seconds": row.limits.call_seconds,
                "test_seconds": row.limits.test_seconds,
            }
            for row in assignment.suite
        },
        conventions=assignment.conventions,
        modules=tuple(module.removesuffix(".py") for module in assignment.modules),
        limits={
            "call_seconds": limits.call_seconds,
            "submission_seconds": limits.submission_seconds,
            "memory_mb": limits.memory_mb,
            "output_bytes": limits.output_kb * 1024,
            "file_bytes": _FILE_BYTES,
            "open_files": _OPEN_FILES,
        },
        data=data,
        mistakes=tuple(map(described, assignment.mistakes)),
        diagnosed=assignment.diagnosed,
    )


def described(mistake: Mistake) -> dict[str, Any]:
    """What the judge is told about a known mistake."""
    return {
        "name": mistake.name,
        "functions": list(mistake.functions),
        "result": mistake.result,
        "hint": {"en": mistake.hint.en, "ru": mistake.hint.ru},
        "twins": list(mistake.twins),
        "has_predicate": mistake.has_predicate,
        "source": mistake.source.encode(),
    }


def seeds(grading: Grading, submission: Submission) -> dict[str, int]:
    """A seed in [0, 2⁶³) for each test of the suite, from the course key and what is graded."""
    chosen = (row.id for row in grading.assignment.suite)
    return {
        test: _derive(grading, submission, test)
        for test in chosen
        if grading.tests is None or test in grading.tests
    }


def secret(grading: Grading, submission: Submission) -> int:
    """The submission's secret in [0, 2⁶³), by which its training images are mixed."""
    return _derive(grading, submission, "training images")


def _judged(
    grading: Grading, judge: Judge, submission: Submission, on_test: Callable[[str], None]
) -> tuple[Outcome, ...]:
    """The outcomes of the suite; none when only a question is replayed."""
    chosen = seeds(grading, submission)
    if not chosen:
        return ()
    return judge.grade(_code(submission), chosen, secret(grading, submission), on_test)


def _code(submission: Submission) -> Submission:
    """`submission` as student code finds it: its answers to questions stay on our side."""
    files = tuple(file for file in submission.files if file.path != ANSWERS)
    return dataclasses.replace(submission, files=files)


def _answers(
    grading: Grading, submission: Submission, on_test: Callable[[str], None]
) -> Iterator[Outcome]:
    for outcome in answered(grading.assignment, submission):
        if grading.tests is None or outcome.test in grading.tests:
            on_test(outcome.test)
            yield outcome


def _derive(grading: Grading, submission: Submission, purpose: str) -> int:
    text = "\0".join([grading.assignment.name, submission.sha256, purpose])
    digest = hmac.digest(grading.course_key, text.encode(), hashlib.sha256)
    return int.from_bytes(digest[:8], "big") >> 1


def _report(
    grading: Grading,
    submission: Submission,
    scored: Scored,
    outcomes: tuple[Outcome, ...],
    started: str,
) -> Report:
    return Report(
        schema=SCHEMA,
        assignment=_assignment_info(grading),
        submission=SubmissionInfo(
            submission.id,
            submission.identity,
            submission.attempt,
            submission.sha256,
            tuple(file.path for file in submission.files),
        ),
        status=scored.status,
        reason=_reason(scored),
        score=scored.score,
        max_score=scored.max_score,
        parts=scored.parts,
        tests=scored.tests,
        data=dict(grading.data),
        environment=grading.environment,
        volatile=Volatile(
            started,
            _now(),
            {outcome.test: outcome.seconds for outcome in outcomes},
            {outcome.test: outcome.stdout for outcome in outcomes if outcome.stdout},
        ),
    )


def _reason(scored: Scored) -> Text | None:
    if scored.status is Status.GRADED:
        return None
    count = sum(not test.verdict.judged for test in scored.tests)
    return Text(
        f"{count} of {len(scored.tests)} tests could not be judged, through no fault of the "
        "student; grade this submission again.",
        f"Не удалось проверить тестов: {count} из {len(scored.tests)}, и студент в этом не "
        "виноват; проверьте эту работу ещё раз.",
    )


def _assignment_info(grading: Grading) -> AssignmentInfo:
    return AssignmentInfo(grading.assignment.name, grading.assignment.sha256)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
