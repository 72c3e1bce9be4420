"""What `assignment.yaml` may hold: one frozen model for each of its mappings.

An unknown key is an error, every text is there in both languages, and every limit says what the
student sees when it is hit. `json_schema()` is the same in JSON Schema, for editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from grader.language import Message
from grader.language import gettext as _
from grader.model import Visibility

SCHEMA = "grader/assignment/v1"

_NAME = r"^[a-z][a-z0-9_]*$"
_MODULE = r"^[A-Za-z_][A-Za-z0-9_]*\.py$"
_NUMBER = re.compile(r"[-+]?[0-9.]+[eE][-+]?[0-9]+")
_TEST = r"^test_[A-Za-z0-9_]+$"

Name = Annotated[str, StringConstraints(pattern=_NAME, max_length=64)]
Module = Annotated[str, StringConstraints(pattern=_MODULE, max_length=64)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Seconds = Annotated[float, Field(strict=True, gt=0, allow_inf_nan=False)]
Count = Annotated[int, Field(strict=True)]


def _plain(value: object) -> object:
    """Refuse what a test would trip over, in words instead of one error for each type."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        raise ValueError(
            _(
                "must be a number that YAML reads as one; it reads {value} as text, "
                "and 1.0e-7 (a point, and a sign in the exponent) as a number"
            ).format(value=value)
        )
    if value is not None and not isinstance(value, bool | int | float | str):
        raise ValueError(_("must be a number, a text, true, false, null or a list of those"))
    return value


Setting = Annotated[
    bool | int | float | str | list[bool | int | float | str] | list[list[int | float]] | None,
    BeforeValidator(_plain),
]
"""A plain value that tests read."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BothLanguages(_Model):
    """A text that students read, in English and in Russian."""

    en: Prose = Field(description="English.")
    ru: Prose = Field(description="Russian.")


class Limits(_Model):
    """What one submission may use. Each description says what the student sees at the limit."""

    call_seconds: Seconds = Field(
        default=10.0,
        le=3600,
        description="Wall seconds of one call of a student's function. Beyond it the call is "
        "ended and its test shows `timeout`; the other tests still run.",
    )
    test_seconds: Seconds = Field(
        default=60.0,
        le=3600,
        description="Wall seconds of one test, all its calls together. Beyond it the test shows "
        "`timeout`; the other tests still run.",
    )
    submission_seconds: Seconds = Field(
        default=600.0,
        le=86400,
        description="Wall seconds of the whole submission. Beyond it the test that is running "
        "and every later one show `timeout`; what was earned before stays.",
    )
    memory_mb: Count = Field(
        default=1024,
        ge=128,
        le=1_048_576,
        description="Memory of the worker in MiB, NumPy and temporary files included. Beyond it "
        "the test shows `memory_limit`; the other tests run in a new worker.",
    )
    processes: Count = Field(
        default=64,
        ge=8,
        le=4096,
        description="Processes and threads at a time. Beyond it Python cannot start another one "
        "(`BlockingIOError`, `RuntimeError`): the test shows `error` unless the code copes.",
    )
    output_kb: Count = Field(
        default=64,
        ge=1,
        le=16384,
        description="Printed text that is kept of each test, in KiB. The rest is dropped, the "
        "report says so, and it costs no points.",
    )
    submission_kb: Count = Field(
        default=1024,
        ge=1,
        le=65536,
        description="Size of the submission's `.py` files together, unpacked, in KiB. A larger "
        "submission is rejected with this rule as the reason, and gets no score.",
    )

    @model_validator(mode="after")
    def _nested(self) -> Self:
        if not self.call_seconds <= self.test_seconds <= self.submission_seconds:
            raise ValueError(_("must hold call_seconds <= test_seconds <= submission_seconds"))
        return self

    def merged(self, own: TestLimits | None) -> Limits:
        """These limits for a test that has its `own`; a call never gets more than its test."""
        if own is None:
            return self
        test = min(own.test_seconds or self.test_seconds, self.submission_seconds)
        call = min(own.call_seconds or self.call_seconds, test)
        return self.model_copy(update={"call_seconds": call, "test_seconds": test})


class TestLimits(_Model):
    """Limits of one test where they differ from the assignment's."""

    __test__ = False  # not a test class of pytest's

    call_seconds: Seconds | None = Field(
        default=None, le=3600, description="As in the assignment's limits: beyond it, `timeout`."
    )
    test_seconds: Seconds | None = Field(
        default=None, le=3600, description="As in the assignment's limits: beyond it, `timeout`."
    )


class TestSpec(_Model):
    """One hidden test: its function, and what it is worth."""

    __test__ = False

    id: str = Field(pattern=_TEST, max_length=120, description="The test function's name.")
    title: BothLanguages = Field(description="What the test asks, in one line.")
    points: float = Field(
        strict=True, gt=0, le=10_000, allow_inf_nan=False, description="What it is worth."
    )
    visibility: Visibility = Field(description="How much of it students see, and when.")
    limits: TestLimits | None = Field(
        default=None, description="Only where this test needs its own."
    )


class PartSpec(_Model):
    """A part of the assignment; its tests are the functions of `hidden/test_<name>.py`."""

    name: Name = Field(description="The part, as in `hidden/test_<name>.py`.")
    title: BothLanguages = Field(description="The part's title in reports.")
    tests: tuple[TestSpec, ...] = Field(min_length=1, description="One row for each test.")

    @field_validator("tests")
    @classmethod
    def _ids(cls, tests: tuple[TestSpec, ...]) -> tuple[TestSpec, ...]:
        unique(_("test ids"), (test.id for test in tests))
        return tests


class QuestionsSpec(_Model):
    """The questions of `questions.yaml`, which make the part `questions`, the last one."""

    title: BothLanguages = Field(description="The part's title in reports.")
    attempts: Count = Field(
        ge=1,
        le=1000,
        description="Answers count in this many attempts. In a later one every question shows "
        "`failed` and earns nothing; the tests of the code count as always.",
    )


class CifarSettings(_Model):
    """Named settings for the official set and for the synthetic one: the same names in both."""

    cifar10: dict[Name, dict[str, Setting]] = Field(
        default_factory=dict, description="Settings with the official set, or another real one."
    )
    synthetic: dict[Name, dict[str, Setting]] = Field(
        default_factory=dict, description="Settings with the synthetic set."
    )

    @model_validator(mode="after")
    def _same_names(self) -> Self:
        if only := sorted(set(self.cifar10) ^ set(self.synthetic)):
            raise ValueError(
                _("must name the same settings for both sets; only one has {names}").format(
                    names=only
                )
            )
        return self


class Cifar(_Model):
    """How many images of CIFAR-10 the suite uses, and its settings."""

    train: Count = Field(ge=1, le=50_000, description="Images that student code trains on.")
    evaluation: Count = Field(
        ge=1, le=50_000, description="Held-out images that never enter the worker."
    )
    settings: CifarSettings = Field(
        default_factory=CifarSettings, description="What tests read by `cifar10.setting(name)`."
    )

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if self.train + self.evaluation > 60_000:
            raise ValueError(_("train + evaluation must not exceed the 60000 images of CIFAR-10"))
        return self


class DataSpec(_Model):
    """The data sets that the suite needs."""

    cifar10: Cifar | None = Field(default=None, description="CIFAR-10, or its synthetic stand-in.")


class AssignmentFile(_Model):
    """An assignment: texts, the modules students hand in, tests and points, limits, dates."""

    name: Name = Field(description="The assignment's name, as in reports and folders.")
    title: BothLanguages = Field(description="Its title in reports.")
    summary: BothLanguages = Field(description="What it is about, in a sentence or two.")
    modules: tuple[Module, ...] = Field(min_length=1, description="Files that students hand in.")
    limits: Limits = Field(default_factory=Limits, description="What one submission may use.")
    conventions: dict[str, Setting] = Field(
        default_factory=dict,
        description="Conventions of the course that hidden tests read, such as `l2_factor: 1`.",
    )
    diagnosed_with: dict[str, Setting] = Field(
        default_factory=dict,
        description="The conventions for which the reference and the known mistakes are written. "
        "With others nothing is diagnosed: a wrong name is worse than none.",
    )
    data: DataSpec = Field(default_factory=DataSpec, description="Data sets that tests need.")
    due: AwareDatetime | None = Field(default=None, description="Due date, with its time zone.")
    release: AwareDatetime | None = Field(
        default=None,
        description="From when inputs and expected values may be shown; not before `due`.",
    )
    minimum_wall: Literal["docker", "bwrap", "uid", "process"] | None = Field(
        default=None, description="The weakest sandbox that may grade this assignment."
    )
    reference: str | None = Field(
        default=None,
        min_length=1,
        description="Folder of the reference, relative to this file's folder; otherwise "
        "`reference/<name>/` beside `assignments/`.",
    )
    questions: QuestionsSpec | None = Field(
        default=None, description="Only with a file `questions.yaml` beside this one."
    )
    parts: tuple[PartSpec, ...] = Field(min_length=1, description="Its parts, in report order.")

    @field_validator("modules")
    @classmethod
    def _modules(cls, modules: tuple[str, ...]) -> tuple[str, ...]:
        unique(_("modules"), modules)
        return modules

    @field_validator("parts")
    @classmethod
    def _parts(cls, parts: tuple[PartSpec, ...]) -> tuple[PartSpec, ...]:
        unique(_("part names"), (part.name for part in parts))
        return parts

    @model_validator(mode="after")
    def _one_part_of_questions(self) -> Self:
        if self.questions and any(part.name == "questions" for part in self.parts):
            raise ValueError(_("no part must be called questions where there are questions"))
        return self

    @model_validator(mode="after")
    def _dates(self) -> Self:
        if self.due and self.release and self.release < self.due:
            raise ValueError(_("release must not be before due"))
        return self


def unique(what: Message, values: Iterable[str]) -> None:
    """Refuse a value that is there twice, in a pydantic validator's words."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise ValueError(
                _("{what} must be unique; {value!r} is there twice").format(what=what, value=value)
            )
        seen.add(value)


def json_schema() -> Mapping[str, Any]:
    """The JSON Schema of `assignment.yaml`, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **AssignmentFile.model_json_schema(),
        "title": SCHEMA,
    }
