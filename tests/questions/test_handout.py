"""What students get is made from questions.yaml, reads as blank, and does not say what is right."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest

from grader.assignment import Assignment, Question, load_assignment
from grader.questions.answers.document import read_file
from grader.questions.answers.reading import forms, read_answer
from grader.questions.forms import form
from grader.questions.handout import answers_form, template_files
from tests.walls import ROOT

WITH_QUESTIONS = [path.parent for path in sorted((ROOT / "assignments").glob("*/questions.yaml"))]


def test_the_form_has_every_text_and_no_answer(assignment: Assignment) -> None:
    text = answers_form(assignment)
    found = read_file(text.encode())
    assert list(found) == [question.id for question in assignment.questions]
    for question in assignment.questions:
        assert read_answer(form(question), found[question.id]) is None
        for words in (question.title, question.text):
            assert f" {words.en}" in text
            assert f" {words.ru}" in text
    assert "#   no)  nowhere\n#        никуда\n" in text
    assert "Попыток, в которых ответы засчитываются: 2" in text
    assert max(map(len, text.splitlines())) <= 100


def test_the_description_has_the_forms(assignment: Assignment) -> None:
    described = json.loads(template_files(assignment)["tests/questions.json"])
    assert forms(described) == {question.id: form(question) for question in assignment.questions}
    assert set(described["step"]) == {"kind", "keys", "items"}


def test_nothing_in_it_depends_on_what_is_right(
    assignment: Assignment, questions: dict[str, Question]
) -> None:
    """Other answers, tolerances and explanations: the same handout, byte for byte."""
    secret = {"en": "SECRET", "ru": "SECRET"}
    options = {
        key: {"text": option.text.model_dump(), "wrong": None if key == "a" else secret}
        for key, option in questions["step"].options.items()  # type: ignore[union-attr]
    }
    changes = {
        "step": {"right": "a", "options": options},
        "slope": {"right": (7.0,), "atol": 3.0, "otherwise": secret, "wrong": ()},
        "chain": {},
        "views": {"right": {"one": "d", "two": "d", "three": "d"}},
        "sizes": {},
    }
    changed = tuple(
        type(question).model_validate(
            {**question.model_dump(), **changes[question.id], "explanation": secret}
        )
        for question in assignment.questions
    )
    assert changed != assignment.questions
    assert template_files(dataclasses.replace(assignment, questions=changed)) == template_files(
        assignment
    )
    assert b"SECRET" not in b"".join(template_files(assignment).values())


@pytest.mark.parametrize("folder", WITH_QUESTIONS, ids=lambda folder: folder.name)
def test_the_template_is_up_to_date(folder: Path) -> None:
    assignment = load_assignment(folder)
    for name, content in template_files(assignment).items():
        assert (assignment.template / name).read_bytes() == content, (
            f"run: python -m grader.questions assignments/{folder.name}"
        )


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "grader.questions", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"error: {tmp_path}/assignment.yaml: cannot be read")
    assert "Traceback" not in done.stderr
