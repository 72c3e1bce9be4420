"""`load_assignment`: an assignment's folder as one frozen value."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from math import fsum
from pathlib import Path

from grader.assignment import source, suite
from grader.assignment.mistakes import Mistake, load_mistakes
from grader.assignment.questions import PART, Question, load_questions
from grader.assignment.reference_names import classes_of, functions_of
from grader.assignment.schema import (
    AssignmentFile,
    BothLanguages,
    DataSpec,
    Limits,
    PartSpec,
    QuestionsSpec,
    Setting,
)
from grader.assignment.validation import validate
from grader.assignment.variants import CorrectVariant, load_variants
from grader.errors import AssignmentError
from grader.language import gettext as _
from grader.model import SourceFile, Text, Visibility

FILE = "assignment.yaml"
ANSWERS = "answers.yaml"
"""The student's answers; there only where the assignment has questions."""


@dataclass(frozen=True)
class TestRow:
    """One test, or question, with its points; `id` is "part/function" or "questions/question"."""

    __test__ = False  # not a test class of pytest's

    id: str
    part: str
    function: str
    title: Text
    points: float
    visibility: Visibility
    limits: Limits


@dataclass(frozen=True)
class Part:
    """A part of an assignment, with its tests in order."""

    name: str
    title: Text
    tests: tuple[TestRow, ...]

    @property
    def max_score(self) -> float:
        """What its tests are worth together."""
        return fsum(test.points for test in self.tests)


@dataclass(frozen=True)
class Assignment:
    """An assignment as its author wrote it, with the files that grading needs.

    `path` is the folder of `assignment.yaml`. `hidden` and `reference` are relative to their
    folders. `sha256` covers everything on which a report depends: `assignment.yaml`,
    `questions.yaml`, the hidden suite, the reference and the known mistakes, by names and contents;
    the correct variants prove something and change nothing.
    """

    name: str
    title: Text
    summary: Text
    modules: tuple[str, ...]
    limits: Limits
    conventions: dict[str, Setting]
    data: DataSpec
    due: datetime | None
    release: datetime | None
    minimum_wall: str | None
    parts: tuple[Part, ...]
    path: Path
    template: Path
    reference_path: Path
    hidden: tuple[SourceFile, ...]
    reference: tuple[SourceFile, ...]
    sha256: str
    diagnosed_with: dict[str, Setting] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()
    variants: tuple[CorrectVariant, ...] = ()
    questions: tuple[Question, ...] = ()
    question_attempts: int = 1

    @property
    def tests(self) -> tuple[TestRow, ...]:
        """The tests of all parts, in order, questions included."""
        return tuple(test for part in self.parts for test in part.tests)

    @property
    def suite(self) -> tuple[TestRow, ...]:
        """The tests of the hidden suite: those that a judge runs."""
        if not self.questions:
            return self.tests
        return tuple(test for test in self.tests if test.part != PART)

    @property
    def diagnosed(self) -> bool:
        """Whether the known mistakes are written for this course's conventions."""
        return all(
            self.conventions.get(name) == value for name, value in self.diagnosed_with.items()
        )

    @property
    def max_score(self) -> float:
        """What all tests are worth together."""
        return fsum(test.points for test in self.tests)


def load_assignment(path: Path) -> Assignment:
    """Load the assignment in the folder `path`, or the one whose `assignment.yaml` it is."""
    yaml = path if path.name == FILE else path / FILE
    read = source.read(yaml)
    spec = validate(read, AssignmentFile, "assignment-v1.json")
    folder = yaml.parent.resolve()
    questions, questions_file = load_questions(folder, asked=spec.questions is not None)
    hidden = _files(folder / "hidden")
    suite.check_rows(yaml, spec.parts, hidden)
    reference_path = _reference_path(folder, spec)
    reference = _files(reference_path)
    _check_reference(yaml, spec, reference_path, reference)
    parts = tuple(_part(part, spec.limits) for part in spec.parts)
    mistake_files, variant_files = _files(folder / "mistakes"), _files(folder / "correct")
    functions = functions_of(reference_path, reference)
    classes = classes_of(reference_path, reference)
    ids = [test.id for part in parts for test in part.tests]
    mistakes = load_mistakes(folder / "mistakes", mistake_files, functions, ids)
    variants = load_variants(folder / "correct", variant_files, functions | classes, spec.modules)
    _check_names(folder, mistakes, variants)
    return Assignment(
        name=spec.name,
        title=_text(spec.title),
        summary=_text(spec.summary),
        modules=spec.modules,
        limits=spec.limits,
        conventions=spec.conventions,
        diagnosed_with=spec.diagnosed_with,
        data=spec.data,
        due=spec.due,
        release=spec.release,
        minimum_wall=spec.minimum_wall,
        parts=(*parts, *_questions(spec.questions, questions, spec.limits)),
        path=folder,
        template=_root(folder) / "student_template" / spec.name,
        reference_path=reference_path,
        hidden=hidden,
        reference=reference,
        sha256=_sha256(
            {
                "": (SourceFile(FILE, read.content), *filter(None, [questions_file])),
                "hidden": hidden,
                "reference": reference,
                "mistakes": mistake_files,
            }
        ),
        mistakes=mistakes,
        variants=variants,
        questions=questions,
        question_attempts=spec.questions.attempts if spec.questions else 1,
    )


def _questions(
    spec: QuestionsSpec | None, questions: Iterable[Question], limits: Limits
) -> Iterator[Part]:
    """The part `questions`, if there is one."""
    if spec is not None:
        rows = tuple(
            TestRow(
                id=f"{PART}/{question.id}",
                part=PART,
                function=question.id,
                title=_text(question.title),
                points=question.points,
                visibility=question.visibility,
                limits=limits,
            )
            for question in questions
        )
        yield Part(PART, _text(spec.title), rows)


def _part(part: PartSpec, limits: Limits) -> Part:
    rows = tuple(
        TestRow(
            id=f"{part.name}/{test.id}",
            part=part.name,
            function=test.id,
            title=_text(test.title),
            points=test.points,
            visibility=test.visibility,
            limits=limits.merged(test.limits),
        )
        for test in part.tests
    )
    return Part(part.name, _text(part.title), rows)


def _text(text: BothLanguages) -> Text:
    return Text(en=text.en, ru=text.ru)


def _root(folder: Path) -> Path:
    """The folder that holds `assignments/`, `reference/` and `student_template/`."""
    return folder.parent.parent


def _reference_path(folder: Path, spec: AssignmentFile) -> Path:
    if spec.reference is not None:
        return (folder / spec.reference).resolve()
    return _root(folder) / "reference" / spec.name


def _check_reference(
    yaml: Path, spec: AssignmentFile, folder: Path, files: tuple[SourceFile, ...]
) -> None:
    names = {file.path for file in files}
    needed = (*spec.modules, *([ANSWERS] if spec.questions else []))
    if lacking := [name for name in needed if name not in names]:
        raise AssignmentError(
            _(
                "{file}: modules: the reference in {folder} must hold {needed}. "
                "Got none of the name {modules}."
            ).format(
                file=yaml,
                folder=folder,
                needed=_("every module and answers.yaml") if spec.questions else _("every module"),
                modules=", ".join(lacking),
            ),
            hint=_("write the reference solution, or point `reference:` at its folder"),
        )


def _check_names(
    folder: Path, mistakes: tuple[Mistake, ...], variants: tuple[CorrectVariant, ...]
) -> None:
    both = {mistake.name for mistake in mistakes} & {variant.name for variant in variants}
    if both:
        raise AssignmentError(
            _(
                "{folder}: a mistake and a correct variant must not have one name. "
                "Got both of the name {names}."
            ).format(folder=folder, names=", ".join(sorted(both))),
            hint=_("rename one of the two: proofs and reports tell them by name"),
        )


def _files(folder: Path) -> tuple[SourceFile, ...]:
    """Every file below `folder` but caches and dotfiles, sorted by path; none if there is none."""
    found: list[SourceFile] = []
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not skipped(name)]
        for name in names:
            if not skipped(name):
                path = Path(base, name)
                found.append(SourceFile(path.relative_to(folder).as_posix(), path.read_bytes()))
    return tuple(sorted(found, key=lambda file: file.path))


def skipped(name: str) -> bool:
    """Whether a file or folder is left out: caches, hidden files and editors' copies."""
    return name == "__pycache__" or name.startswith(".") or name.endswith((".pyc", "~"))


def _sha256(groups: dict[str, Iterable[SourceFile]]) -> str:
    """One hash over names and contents; lengths keep neighbours apart."""
    total = hashlib.sha256()
    for group, files in groups.items():
        for file in files:
            for part in (f"{group}/{file.path}".encode(), file.content):
                total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()
