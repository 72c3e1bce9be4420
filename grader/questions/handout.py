"""What students get of the questions, made from questions.yaml: nothing in it says what is right.

    python -m grader.questions ASSIGNMENT

writes into the assignment's `student_template/`:

| file | |
|---|---|
| `answers.yaml` | the form: every question in both languages, every answer blank |
| `tests/questions.json` | kinds and options, for `make test` |
| `tests/answers/` | `grader/questions/answers/` as it is, for `make test` |
"""

from __future__ import annotations

import dataclasses
import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

from grader.assignment import ANSWERS, Assignment, Question
from grader.assignment.questions import (
    ChoiceQuestion,
    ChoicesQuestion,
    MatchingQuestion,
    OrderQuestion,
)
from grader.assignment.schema import BothLanguages
from grader.questions.forms import form

_WIDTH = 100
_HEAD = """\
# {title_en}: questions
# {title_ru}: вопросы
#
# Write each answer after its colon and a space:
# Пишите ответ после двоеточия и пробела:
#
#   number    a number, as in -0.7, 1e-4 or inf; four digits are enough unless told otherwise
#             число, например -0,7, 1e-4 или inf; достаточно четырёх цифр, если не сказано иное
#   choice    the letter of one option: b
#             буква одного варианта: b
#   choices   the letters of all right options: [a, c]; a wrong one takes away what a right one adds
#             буквы всех верных вариантов: [a, c]; неверная отнимает столько, сколько верная даёт
#   order     the letters of all items in the right order: [c, a, b]
#             буквы всех пунктов в верном порядке: [c, a, b]
#   matching  a letter for each item, on the item's own line
#             для каждого пункта — буква в его строке
#
# A blank answer earns nothing. Answers count in {attempts} attempts. `make test` says what is
# answered and what cannot be read.
# Пустой ответ ничего не приносит. Попыток, в которых ответы засчитываются: {attempts}. `make test`
# скажет, на что уже есть ответ и какие ответы не удаётся прочитать.
"""


def template_files(assignment: Assignment) -> dict[str, bytes]:
    """Path below the template → content, for every file made from the questions."""
    package = files("grader.questions") / "answers"
    modules = sorted(one.name for one in package.iterdir() if one.name.endswith(".py"))
    return {
        ANSWERS: answers_form(assignment).encode(),
        "tests/questions.json": _described(assignment.questions).encode(),
        **{f"tests/answers/{name}": (package / name).read_bytes() for name in modules},
    }


def answers_form(assignment: Assignment) -> str:
    """answers.yaml with every question and no answer."""
    head = _HEAD.format(
        title_en=assignment.title.en,
        title_ru=assignment.title.ru,
        attempts=assignment.question_attempts,
    )
    questions = enumerate(assignment.questions, 1)
    blocks = ("\n".join(_block(number, question)) for number, question in questions)
    return "\n".join([head, *(f"{block}\n" for block in blocks)])


def _described(questions: Iterable[Question]) -> str:
    described = {question.id: dataclasses.asdict(form(question)) for question in questions}
    return json.dumps(described, indent=1) + "\n"


def _block(number: int, question: Question) -> Iterator[str]:
    points = f"{question.points:g}"
    yield _comment("", f"{number}. {question.title.en} ({question.kind}, {points})")
    yield _comment("", f"{number}. {question.title.ru} ({question.kind}, {points})")
    yield "#"
    yield _comment("", question.text.en)
    yield _comment("", question.text.ru)
    for listed in _lists(question):
        yield from _listed(listed)
    yield f"{question.id}:"
    yield from (f"  {item}:" for item in form(question).items)


def _lists(question: Question) -> Iterator[Mapping[str, BothLanguages]]:
    """The question's items and options, with their texts."""
    match question:
        case ChoiceQuestion() | ChoicesQuestion():
            yield {key: option.text for key, option in question.options.items()}
        case OrderQuestion():
            yield {key: item.text for key, item in question.items.items()}
        case MatchingQuestion():
            yield {key: item.text for key, item in question.items.items()}
            yield question.options


def _listed(options: Mapping[str, BothLanguages]) -> Iterator[str]:
    yield "#"
    wide = max(map(len, options)) + 2
    for key, text in options.items():
        yield _comment(f"  {key})".ljust(wide + 3), text.en)
        if text.ru != text.en:
            yield _comment(" " * (wide + 3), text.ru)


def _comment(lead: str, text: str) -> str:
    """`text` in comment lines; the first begins with `lead`, the others are indented as far."""
    return "\n".join(
        textwrap.wrap(
            " ".join(text.split()),
            width=_WIDTH,
            initial_indent=f"# {lead}",
            subsequent_indent=f"# {' ' * len(lead)}",
            break_long_words=False,
            break_on_hyphens=False,
        )
    )
