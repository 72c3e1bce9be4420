"""The values that flow through the grader, all frozen.

`Submission` and `Outcome` go in, `Report` comes out. A report's fields are the keys of
`result.json`; its JSON Schema is derived from these classes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """What became of one test. Only `passed` and `partial` earn points."""

    PASSED = "passed"
    PARTIAL = "partial"
    FAILED = "failed"
    MISSING = "missing"
    NOT_IMPLEMENTED = "not_implemented"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY_LIMIT = "memory_limit"
    CRASHED = "crashed"
    PROTOCOL_ERROR = "protocol_error"
    NOT_RUN = "not_run"
    GRADER_ERROR = "grader_error"

    @property
    def judged(self) -> bool:
        """Whether the student's work was judged at all; if not, the score is withheld."""
        return self not in (Verdict.NOT_RUN, Verdict.GRADER_ERROR)


class Status(StrEnum):
    """What became of a submission."""

    GRADED = "graded"
    REJECTED = "rejected"
    INCOMPLETE = "incomplete"


class Visibility(StrEnum):
    """How much of a test its student may see; see `grader.reports.student`."""

    PUBLIC = "public"
    VISIBLE = "visible"
    AFTER_DUE_DATE = "after_due_date"
    HIDDEN = "hidden"


class Phase(StrEnum):
    """Where the assignment stands when a report is shown to a student."""

    BEFORE_DUE = "before_due"
    AFTER_DUE = "after_due"
    AFTER_RELEASE = "after_release"


@dataclass(frozen=True)
class Text:
    """A text that people read, in both languages."""

    en: str
    ru: str

    def in_language(self, language: str) -> str:
        """The text in `language`, "en" or "ru"."""
        return self.ru if language == "ru" else self.en


@dataclass(frozen=True)
class Identity:
    """Who handed in: what was recognised, kept for the way back to the LMS."""

    name: str | None = None
    email: str | None = None
    lms: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SourceFile:
    """One file of a submission, as bytes; `path` is relative to the folder of the modules."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Submission:
    """What one student handed in. `sha256` covers the names and contents of `files`."""

    id: str
    files: tuple[SourceFile, ...]
    sha256: str
    identity: Identity = Identity()
    attempt: int = 1


@dataclass(frozen=True)
class Rejected:
    """A submission that intake refused, and the rule that it broke."""

    id: str
    reason: Text
    identity: Identity = Identity()


@dataclass(frozen=True)
class Diagnosis:
    """A known mistake that explains a wrong result."""

    mistake: str
    hint: Text


@dataclass(frozen=True)
class FailedCheck:
    """The call of a check, at `line` of `file` in the suite, that failed in a survey.

    `soft`: it passes when its tolerance is a thousand times wider.
    """

    file: str
    line: int
    soft: bool


@dataclass(frozen=True)
class Outcome:
    """What the judge found for one test.

    `fraction` in [0, 1] is the share of the test's points that was earned. `evidence` holds plain
    JSON values: `shape`, `at`, `max_abs_error` … may be shown early; `input`, `expected` and
    `actual` only late; `exception` is the student's own. A survey, which proves the suite, also
    notes which functions of the student's the test `calls`, and every check that failed.
    """

    test: str
    verdict: Verdict
    fraction: float = 0.0
    message: Text | None = None
    diagnosis: tuple[Diagnosis, ...] = ()
    evidence: dict[str, Any] = field(default_factory=dict)
    seconds: float = 0.0
    stdout: str = ""
    calls: tuple[str, ...] = ()
    failed_checks: tuple[FailedCheck, ...] = ()


@dataclass(frozen=True)
class TestResult:
    """One test of a report: an outcome with its points."""

    __test__ = False  # not a test class of pytest's

    id: str
    part: str
    title: Text
    verdict: Verdict
    score: float
    max_score: float
    visibility: Visibility
    message: Text | None
    diagnosis: tuple[Diagnosis, ...]
    evidence: dict[str, Any]


@dataclass(frozen=True)
class PartResult:
    """The total of one part."""

    name: str
    title: Text
    score: float
    max_score: float


@dataclass(frozen=True)
class AssignmentInfo:
    """Which assignment a report is about, by name and content."""

    name: str
    sha256: str


@dataclass(frozen=True)
class SubmissionInfo:
    """Which submission a report is about."""

    id: str
    identity: Identity
    attempt: int
    sha256: str | None
    files: tuple[str, ...]


@dataclass(frozen=True)
class Environment:
    """What graded: the image and versions on the worker's side."""

    backend: str
    grader: str
    python: str
    numpy: str
    image: str | None = None


@dataclass(frozen=True)
class Volatile:
    """What may differ between two runs of the same submission.

    `seconds` and `stdout` are keyed by test; `stdout` only where something was printed.
    """

    started_at: str
    finished_at: str
    seconds: dict[str, float]
    stdout: dict[str, str]


@dataclass(frozen=True)
class Report:
    """Everything about one graded submission; written as `result.json`.

    `score` is None exactly when `status` is not `graded`.
    """

    schema: str
    assignment: AssignmentInfo
    submission: SubmissionInfo
    status: Status
    reason: Text | None
    score: float | None
    max_score: float
    parts: tuple[PartResult, ...]
    tests: tuple[TestResult, ...]
    data: dict[str, str]
    environment: Environment | None
    volatile: Volatile
    late: None = None
    override: None = None
