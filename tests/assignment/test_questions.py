"""questions.yaml is refused with file, line, key and rule wherever a student would be misled."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

from grader.assignment import load_assignment, questions_schema
from grader.errors import AssignmentError
from grader.model import Visibility

Write = Callable[..., Path]

KEY = "parts:\n"
ASKED = f"questions: {{title: {{en: Questions, ru: Вопросы}}, attempts: 3}}\n{KEY}"
QUESTIONS = """\
questions:
  - {id: n, kind: number, right: 5, atol: 0.5, title: {en: N, ru: N}, text: {en: N, ru: N},
     wrong: [{value: 7, wrong: {en: no, ru: нет}}], otherwise: {en: Count., ru: Посчитайте.},
     points: 0.5, visibility: visible, explanation: {en: Five., ru: Пять.}}
  - id: c
    kind: choice
    options:
      a: {text: {en: A, ru: А}}
      b: {text: {en: B, ru: Б}, wrong: {en: Never., ru: Нет.}}
    right: a
    title: {en: C, ru: C}
    text: {en: C, ru: C}
    points: 0.25
    visibility: hidden
    explanation: {en: So., ru: Так.}
  - id: o
    kind: order
    items:
      x: {text: {en: X, ru: Х}, wrong: {en: Later., ru: Позже.}}
      y: {text: {en: Y, ru: У}}
      z: {text: {en: Z, ru: З}, wrong: {en: Last., ru: В конце.}}
    right: [y, x, z]
    title: {en: O, ru: O}
    text: {en: O, ru: O}
    points: 1
    visibility: visible
    explanation: {en: So., ru: Так.}
  - id: s
    kind: choices
    options:
      a: {text: {en: A, ru: А}}
      b: {text: {en: B, ru: Б}}
      d: {text: {en: D, ru: Д}, wrong: {en: Never., ru: Нет.}}
    right: [a, b]
    title: {en: S, ru: S}
    text: {en: S, ru: S}
    points: 1
    visibility: visible
    explanation: {en: So., ru: Так.}
  - id: m
    kind: matching
    items:
      p: {text: {en: P, ru: П}, wrong: {en: Look., ru: Смотрите.}}
      q: {text: {en: Q, ru: К}, wrong: {en: Look again., ru: Ещё раз.}}
    options: {a: {en: A, ru: А}, b: {en: B, ru: Б}}
    right: {p: b, q: a}
    title: {en: M, ru: M}
    text: {en: M, ru: M}
    points: 1
    visibility: after_due_date
    explanation: {en: So., ru: Так.}
"""


@pytest.fixture
def ask(write: Write, tmp_path: Path) -> Write:
    """Write the demo assignment with these questions, `changes` replaced in them."""

    def ask(*changes: tuple[str, str]) -> Path:
        folder = write((KEY, ASKED.replace("no, ru", "'no', ru")))
        (tmp_path / "reference" / "demo" / "answers.yaml").write_text("n: 5\n")
        text = QUESTIONS.replace("en: no,", "en: 'no',")
        for old, new in changes:
            assert text.count(old) >= 1, old
            text = text.replace(old, new, 1)
        (folder / "questions.yaml").write_text(text, encoding="utf-8")
        return folder

    return ask


def refused(folder: Path) -> AssignmentError:
    with pytest.raises(AssignmentError) as error:
        load_assignment(folder)
    return error.value


def test_questions_are_the_last_part_and_its_rows_are_like_others(ask: Write) -> None:
    assignment = load_assignment(ask())
    assert [question.id for question in assignment.questions] == ["n", "c", "o", "s", "m"]
    assert assignment.question_attempts == 3
    part = assignment.parts[-1]
    assert (part.name, part.title.ru, part.max_score) == ("questions", "Вопросы", 3.75)
    assert [test.id for test in part.tests] == [f"questions/{name}" for name in "ncosm"]
    assert part.tests[1].visibility is Visibility.HIDDEN
    assert [test.part for test in assignment.suite] == ["svm", "svm", "softmax"]
    assert assignment.max_score == 8.5 + 3.75


def test_without_questions_nothing_changes(write: Write) -> None:
    assignment = load_assignment(write())
    assert assignment.questions == ()
    assert assignment.suite == assignment.tests


def test_the_hash_covers_the_questions(ask: Write) -> None:
    before = load_assignment(ask()).sha256
    assert load_assignment(ask(("atol: 0.5", "atol: 0.4"))).sha256 != before


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: choice\n", "kind: guess\n", "must have a kind: number, choice, choices, order"),
        ("    kind: choice\n", "", "must have a kind"),
        ("id: c", "id: n", "question ids must be unique; 'n' is there twice"),
        ("id: c", "id: C!", "questions[1].id must match"),
        ("right: a\n", "right: f\n", "right must name options; f is none"),
        ("right: a\n", "right: b\n", "options.a must have an explanation `wrong`"),
        (", wrong: {en: Never., ru: Нет.}", "", "options.b must have an explanation `wrong`"),
        ("a: {text: {en: A, ru: А}}", "a: {text: {en: A, ru: А}, wrong: {en: X, ru: Х}}",
         "options.a must not have an explanation `wrong`"),
        ("ru: Нет.", "fr: Non.", "questions[1].options.b.wrong.ru is required"),
        ("b: {text: {en: B", "no: {text: {en: B", "must be a text. Got False"),
        ("b: {text: {en: B", "B: {text: {en: B", "must match ^[a-z][a-z0-9_]*$"),
        ("visibility: visible", "visibility: public", "questions[0].visibility must not be public"),
        ("points: 0.5", "points: 0", "questions[0].points must be greater than 0. Got 0"),
        ("value: 7", "value: 5.5", "the wrong number 5.5 must not be right as well"),
        ("right: 5,", "right: .nan,", "numbers must not be nan"),
        ("right: 5,", "right: [],", "right must not be empty"),
        ("right: 5,", "right: ln 10,", "must be a valid number. Got 'ln 10'"),
        ("otherwise: {en: Count., ru: Посчитайте.},", "", "questions[0].otherwise is required"),
        ("right: [y, x, z]", "right: [y, x]", "right must hold each of x, y, z once"),
        ("right: [y, x, z]", "right: [x, y, z]", "must not be shown in the right order"),
        (", wrong: {en: Last., ru: В конце.}", "", "items.z must have an explanation"),
        ("right: [a, b]", "right: [a, a]", "right options must be unique; 'a' is there twice"),
        ("right: [a, b]", "right: [a]", "options.b must have an explanation"),
        ("right: {p: b, q: a}", "right: {p: b}", "right must match each of p, q"),
        ("right: {p: b, q: a}", "right: {p: b, q: x}", "right must name options; x is none"),
        (", wrong: {en: Look., ru: Смотрите.}", "", "items.p must have an explanation"),
        ("explanation: {en: Five., ru: Пять.}", "hint: {en: Five., ru: Пять.}",
         "questions[0].explanation is required"),
    ],
)  # fmt: skip
def test_a_broken_rule(ask: Write, old: str, new: str, message: str) -> None:
    error = refused(ask((old, new)))
    assert message in error.message
    assert "questions.yaml, line " in error.message
    assert error.hint is not None


def test_the_line_is_the_keys_own(ask: Write) -> None:
    assert "questions.yaml, line 13: questions[1].points must" in str(
        refused(ask(("points: 0.25", "points: -1")))
    )


def test_of_a_question_only_the_outermost_level_is_shown(ask: Write) -> None:
    message = refused(ask(("right: a\n", "right: f\n"))).message
    assert "Got {'explanation': {...}, 'id': 'c', 'kind': 'choice', 'options': {...}" in message


def test_a_misspelt_key_gets_a_hint(ask: Write) -> None:
    assert refused(ask(("atol: 0.5", "atoll: 0.5"))).hint == "did you mean 'atol'?"


def test_the_documentation_that_is_named_is_the_files_own(ask: Write) -> None:
    hint = refused(ask(("points: 0.5", "points: 0"))).hint
    assert hint == "docs/schema/questions-v1.json lists every key and its rule"
    folder = ask()
    (folder / "questions.yaml").write_text("[]")
    assert "must be a mapping with the keys questions …" in refused(folder).message


def test_file_and_key_need_each_other(ask: Write, write: Write) -> None:
    folder = ask()
    (folder / "questions.yaml").unlink()
    assert "questions.yaml: cannot be read" in refused(folder).message
    ask()
    assert "must have the key questions" in refused(write()).message


def test_no_other_part_is_called_questions(ask: Write) -> None:
    folder = ask()
    text = (folder / "assignment.yaml").read_text("utf-8")
    (folder / "assignment.yaml").write_text(text.replace("name: softmax", "name: questions"))
    assert "no part must be called questions" in refused(folder).message


def test_the_reference_must_answer(ask: Write, tmp_path: Path) -> None:
    folder = ask()
    (tmp_path / "reference" / "demo" / "answers.yaml").unlink()
    assert "must hold every module and answers.yaml" in refused(folder).message


def test_the_schema_accepts_what_the_loader_accepts(ask: Write) -> None:
    plain = json.loads(json.dumps(yaml.safe_load((ask() / "questions.yaml").read_text("utf-8"))))
    schema = questions_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(plain, schema)
    plain["questions"][0]["point"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain, schema)


def test_every_key_is_described() -> None:
    schema = questions_schema()
    for block in (schema, *schema["$defs"].values()):
        for key, value in block.get("properties", {}).items():
            assert key == "kind" or value.get("description"), key
