"""An answer compared with the right one: the share it earns, and what is wrong with it.

| kind | share |
|---|---|
| number, choice | all or nothing |
| choices | (right chosen − wrong chosen) / right, not below 0 |
| order | (longest common subsequence − 1) / (items − 1): backwards is 0 |
| matching | right pairs / items |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.assignment.questions import (
    ChoiceQuestion,
    ChoicesQuestion,
    MatchingQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
)
from grader.assignment.schema import BothLanguages
from grader.model import Text
from grader.questions.answers.reading import Answer


@dataclass(frozen=True)
class Mark:
    """The share in [0, 1] that an answer earns.

    `finding` says what is wrong without saying what is right; `wrong` has an explanation for each
    wrong choice, by its name.
    """

    share: float
    finding: Text
    wrong: tuple[tuple[str, BothLanguages], ...] = ()


def mark(question: Question, answer: Answer) -> Mark:
    """What `answer`, in the form that `question` asks for, is worth."""
    match question, answer:
        case NumberQuestion(), float():
            return _number(question, answer)
        case ChoiceQuestion(), str():
            return _choice(question, answer)
        case ChoicesQuestion(), tuple():
            return _choices(question, answer)
        case OrderQuestion(), tuple():
            return _order(question, answer)
        case MatchingQuestion(), dict():
            return _matching(question, answer)
    raise TypeError(f"{question.kind} cannot be answered with a {type(answer).__name__}")


def _number(question: NumberQuestion, answer: float) -> Mark:
    if question.accepts(answer, question.right):
        return Mark(1.0, Text(f"{answer:g} is right.", f"{answer:g} — верно."))
    known = [one for one in question.wrong if question.accepts(answer, [one.value])]
    found = [(f"{one.value:g}", one.wrong) for one in known] or [("other", question.otherwise)]
    finding = Text(
        f"The answer was read as {answer:g}; that is not right.",
        f"Ответ прочитан как {answer:g}; это неверно.",
    )
    return Mark(0.0, finding, tuple(found))


def _choice(question: ChoiceQuestion, answer: str) -> Mark:
    if answer == question.right:
        return Mark(1.0, Text(f"{answer} is right.", f"{answer} — верно."))
    finding = Text(f"{answer} is not right.", f"{answer} — неверно.")
    return Mark(0.0, finding, _explained(question.options[answer].wrong, answer))


def _choices(question: ChoicesQuestion, answer: Sequence[str]) -> Mark:
    right = [key for key in answer if key in question.right]
    wrong = [key for key in question.options if key in answer and key not in question.right]
    share = max(0.0, (len(right) - len(wrong)) / len(question.right))
    en, ru = [], []
    if wrong:
        en.append(f"Should not be chosen: {', '.join(wrong)}.")
        ru.append(f"Выбрано лишнее: {', '.join(wrong)}.")
    if len(right) < len(question.right):
        en.append("Not everything right is chosen.")
        ru.append("Выбрано не всё верное.")
    finding = Text(" ".join(en), " ".join(ru))
    explained = [_explained(question.options[key].wrong, key) for key in wrong]
    return Mark(share, finding, sum(explained, ()))


def _order(question: OrderQuestion, answer: Sequence[str]) -> Mark:
    place = {key: index for index, key in enumerate(question.right)}
    longest = _longest_rising([place[key] for key in answer])
    absent = [key for key in question.items if key not in answer]
    early = [
        after
        for before, after in zip(question.right, question.right[1:], strict=False)
        if before in answer and after in answer and answer.index(after) < answer.index(before)
    ]
    total = len(question.right)
    en = [f"{longest} of {total} stand in the right order one after another."]
    ru = [f"В верном порядке идут друг за другом {longest} из {total}."]
    if absent:
        en.append(f"Not in the list: {', '.join(absent)}.")
        ru.append(f"В списке нет: {', '.join(absent)}.")
    explained = [_explained(question.items[key].wrong, key) for key in early]
    return Mark(
        (max(longest, 1) - 1) / (total - 1), Text(" ".join(en), " ".join(ru)), sum(explained, ())
    )


def _longest_rising(places: Sequence[int]) -> int:
    """The length of the longest rising subsequence: with the right order, the longest common."""
    lengths: list[int] = []
    for index, place in enumerate(places):
        before = (lengths[earlier] for earlier in range(index) if places[earlier] < place)
        lengths.append(1 + max(before, default=0))
    return max(lengths, default=0)


def _matching(question: MatchingQuestion, answer: dict[str, str | None]) -> Mark:
    blank = [item for item in question.items if answer.get(item) is None]
    wrong = [
        item
        for item in question.items
        if item not in blank and answer[item] != question.right[item]
    ]
    total = len(question.items)
    right = total - len(blank) - len(wrong)
    en, ru = [f"Right pairs: {right} of {total}."], [f"Верных пар: {right} из {total}."]
    if wrong:
        en.append(f"Not right: {', '.join(wrong)}.")
        ru.append(f"Неверно: {', '.join(wrong)}.")
    if blank:
        en.append(f"Left blank: {', '.join(blank)}.")
        ru.append(f"Не заполнено: {', '.join(blank)}.")
    explained = [_explained(question.items[item].wrong, item) for item in wrong]
    return Mark(right / total, Text(" ".join(en), " ".join(ru)), sum(explained, ()))


def _explained(text: BothLanguages | None, name: str) -> tuple[tuple[str, BothLanguages], ...]:
    return () if text is None else ((name, text),)
