"""How far answers.yaml is: which questions are answered, and which answers cannot be read."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

_READS = find_spec("yaml") is not None

if _READS:
    from .document import Unreadable, read_file
    from .reading import forms, read_answer

HERE = Path(__file__).resolve().parent

_NO_YAML = (
    "answers.yaml was not looked at: PyYAML is missing. Install it:",
    "Файл answers.yaml не проверен: нет пакета PyYAML. Установите его:",
    f"    {sys.executable} -m pip install pyyaml",
)


@dataclass
class State:
    """Names of questions, and in words what cannot be read; `looked` is False without PyYAML."""

    total: int
    answered: list[str] = field(default_factory=list)
    blank: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    looked: bool = True

    def lines(self) -> Iterator[str]:
        """What to tell the student."""
        if not self.looked:
            yield from _NO_YAML
            return
        yield f"answers.yaml: {len(self.answered)} of {self.total} questions answered"
        yield f"answers.yaml: есть ответы на вопросы: {len(self.answered)} из {self.total}"
        yield from self.problems


def look(file: Path, questions: Path = HERE.parent / "questions.json") -> State:
    """The state of `file`, answers to the questions that `questions` describes."""
    described = json.loads(questions.read_text(encoding="utf-8"))
    state = State(len(described))
    if not _READS:
        state.looked = False
        return state
    try:
        found = read_file(file.read_bytes())
    except FileNotFoundError:
        state.problems.append("answers.yaml is not there / нет файла answers.yaml")
        return state
    except Unreadable as error:
        state.problems += [error.en, error.ru]
        return state
    for name, form in forms(described).items():
        try:
            answer = read_answer(form, found[name]) if name in found else None
        except Unreadable as error:
            state.problems += [f"{name}: {error.en}", f"{name}: {error.ru}"]
        else:
            (state.blank if answer is None else state.answered).append(name)
    strangers = sorted(found.keys() - described.keys())
    state.problems += [f"{name!r}: no such question / такого вопроса нет" for name in strangers]
    return state
