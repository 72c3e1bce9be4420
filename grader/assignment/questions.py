"""What `questions.yaml` may hold: graded questions, with an explanation for every wrong choice.

A number's tolerance, an option's key and the right answer stand here and nowhere else; what
students get is generated from this file by `grader.questions.handout`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isinf, isnan
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
)
from pydantic import model_validator as checks

from grader.assignment import source
from grader.assignment.schema import BothLanguages, Name, unique
from grader.assignment.validation import validate
from grader.errors import AssignmentError
from grader.language import gettext as _
from grader.model import SourceFile, Visibility

FILE = "questions.yaml"
PART = "questions"
SCHEMA = "grader/questions/v1"

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=24)]
Number = Annotated[float, Field(strict=True)]
Tolerance = Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)]


def _several(right: object) -> object:
    return right if isinstance(right, list | tuple) else [right]


def _not_public(visibility: Visibility) -> Visibility:
    if visibility is Visibility.PUBLIC:
        raise ValueError(_("must not be public: that shows the right answer before the release"))
    return visibility


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Option(_Model):
    """One option, or one item to be put in order or matched."""

    text: BothLanguages = Field(description="What it says.")
    wrong: BothLanguages | None = Field(
        default=None, description="Why it is wrong to choose, place or match it so."
    )


class WrongNumber(_Model):
    """A wrong number that is known, and the mistake behind it."""

    value: Number = Field(description="The wrong number; the question's tolerances hold.")
    wrong: BothLanguages = Field(description="Which mistake gives this number.")


class _Question(_Model):
    id: Name = Field(description="The question's name in answers.yaml.")
    title: BothLanguages = Field(description="What it asks about, in a few words, for reports.")
    text: BothLanguages = Field(description="The question.")
    points: float = Field(
        strict=True, gt=0, le=10_000, allow_inf_nan=False, description="What it is worth."
    )
    visibility: Annotated[Visibility, AfterValidator(_not_public)] = Field(
        description="How much students see of it, and when; `public` would show what is right."
    )
    explanation: BothLanguages = Field(
        description="Why the right answer is right: shown when it was given, and after release."
    )


class NumberQuestion(_Question):
    """A number, right within the tolerances: all or nothing."""

    kind: Literal["number"]
    right: Annotated[
        tuple[Number, ...],
        BeforeValidator(_several, json_schema_input_type=Number | tuple[Number, ...]),
    ] = Field(description="The right number, or several that count; `.inf` is infinity.")
    atol: Tolerance = Field(default=0.0, description="Absolute tolerance.")
    rtol: Tolerance = Field(default=0.0, description="Tolerance relative to the right number.")
    wrong: tuple[WrongNumber, ...] = Field(default=(), description="Wrong numbers that are known.")
    otherwise: BothLanguages = Field(description="The hint for every other wrong number.")

    @checks(mode="after")
    def _apart(self) -> Self:
        if not self.right:
            raise ValueError(_("right must not be empty"))
        for value in (*self.right, *(known.value for known in self.wrong)):
            if isnan(value):
                raise ValueError(_("numbers must not be nan"))
        for known in self.wrong:
            if self.accepts(known.value, self.right):
                raise ValueError(
                    _("the wrong number {value:g} must not be right as well").format(
                        value=known.value
                    )
                )
        return self

    def accepts(self, value: float, numbers: Iterable[float]) -> bool:
        """Whether `value` is one of `numbers` within the question's tolerances."""
        return any(
            value == number or abs(value - number) <= self.atol + self.rtol * abs(number)
            for number in numbers
            if value == number or not isinf(number)
        )


class ChoiceQuestion(_Question):
    """One option is right: all or nothing."""

    kind: Literal["choice"]
    options: dict[Key, Option] = Field(min_length=2, description="The options, in shown order.")
    right: Key = Field(description="The right option.")

    @checks(mode="after")
    def _explained(self) -> Self:
        _exactly("options", self.options, {self.right})
        return self


class ChoicesQuestion(_Question):
    """Several options are right: (right − wrong chosen) / right, not below 0."""

    kind: Literal["choices"]
    options: dict[Key, Option] = Field(min_length=3, description="The options, in shown order.")
    right: tuple[Key, ...] = Field(min_length=1, description="The right options.")

    @checks(mode="after")
    def _explained(self) -> Self:
        unique(_("right options"), self.right)
        _exactly("options", self.options, self.right)
        if len(self.right) == len(self.options):
            raise ValueError(_("at least one option must be wrong"))
        return self


class OrderQuestion(_Question):
    """Items to be put in order: (longest common subsequence − 1) / (items − 1)."""

    kind: Literal["order"]
    items: dict[Key, Option] = Field(
        min_length=3,
        description="The items, in shown order; `wrong` says why one does not stand before its "
        "predecessor in the right order. The first needs none.",
    )
    right: tuple[Key, ...] = Field(description="All items in the right order.")

    @checks(mode="after")
    def _explained(self) -> Self:
        if sorted(self.right) != sorted(self.items):
            raise ValueError(
                _("right must hold each of {items} once").format(items=", ".join(self.items))
            )
        if self.right == tuple(self.items):
            raise ValueError(_("the items must not be shown in the right order"))
        _exactly("items", self.items, self.right[:1])
        return self


class MatchingQuestion(_Question):
    """Items, each to be matched with an option: the share of right pairs."""

    kind: Literal["matching"]
    items: dict[Key, Option] = Field(
        min_length=2,
        description="What is matched; `wrong` is the explanation for every wrong match of it.",
    )
    options: dict[Key, BothLanguages] = Field(min_length=2, description="With what, shown order.")
    right: dict[Key, Key] = Field(description="Item → its option.")

    @checks(mode="after")
    def _explained(self) -> Self:
        if set(self.right) != set(self.items):
            raise ValueError(
                _("right must match each of {items}").format(items=", ".join(self.items))
            )
        _known("options", self.options, self.right.values())
        _exactly("items", self.items, ())
        return self


Question = NumberQuestion | ChoiceQuestion | ChoicesQuestion | OrderQuestion | MatchingQuestion


class QuestionsFile(_Model):
    """Graded questions, which students answer in answers.yaml."""

    questions: tuple[Annotated[Question, Field(discriminator="kind")], ...] = Field(
        min_length=1, description="The questions, in the order of the form and of reports."
    )

    @field_validator("questions")
    @classmethod
    def _ids(cls, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        unique(_("question ids"), (question.id for question in questions))
        return questions


def load_questions(folder: Path, *, asked: bool) -> tuple[tuple[Question, ...], SourceFile | None]:
    """The questions in `folder` and their file; none where assignment.yaml has no `questions`."""
    path = folder / FILE
    if asked:
        read = source.read(path)
        found = validate(read, QuestionsFile, "questions-v1.json").questions
        return found, SourceFile(FILE, read.content)
    if path.exists():
        raise AssignmentError(
            _("{path}: assignment.yaml must have the key questions. Got none.").format(path=path),
            hint=_("add `questions:` with title and attempts, or remove the file"),
        )
    return (), None


def json_schema() -> Mapping[str, Any]:
    """The JSON Schema of `questions.yaml`, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **QuestionsFile.model_json_schema(),
        "title": SCHEMA,
    }


def _exactly(what: str, options: Mapping[str, Option], right: Iterable[str]) -> None:
    """Every option but the right ones has an explanation of why it is wrong."""
    _known(what, options, right)
    for key, option in options.items():
        if key in right and option.wrong is not None:
            raise ValueError(
                _("{option} must not have an explanation `wrong`").format(option=f"{what}.{key}")
            )
        if key not in right and option.wrong is None:
            raise ValueError(
                _("{option} must have an explanation `wrong`").format(option=f"{what}.{key}")
            )


def _known(what: str, options: Iterable[str], right: Iterable[str]) -> None:
    if unknown := sorted(set(right) - set(options)):
        raise ValueError(
            _("right must name {what}; {unknown} is none").format(
                what=what, unknown=", ".join(unknown)
            )
        )
