"""answers.yaml as plain text in lists and mappings, each with its line.

YAML's own reading is left aside: every value is text until a question says what it must be, so
that `no` is an option, `1,5` a number with a decimal comma, and nothing in the file can do more
than be text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

SIZE = 128 * 1024
"""Bytes that answers.yaml may have."""

_DEPTH = 4
_BLANK = ("", "~", "null", "?", "...", "…")


class Unreadable(Exception):
    """The file, or one answer in it, has no form that can be understood; says why."""

    def __init__(self, en: str, ru: str, line: int | None = None) -> None:
        at_en, at_ru = ("", "") if line is None else (f", line {line}", f", строка {line}")
        self.en = f"answers.yaml{at_en}: {en}"
        self.ru = f"answers.yaml{at_ru}: {ru}"
        super().__init__(self.en)


@dataclass(frozen=True)
class Node:
    """A value of the file: a text, a list of values, or a mapping as pairs; `line` from 1."""

    line: int
    text: str | None = None
    items: "Sequence[Node]" = field(default=())
    pairs: "Sequence[tuple[str, Node]] | None" = None

    @property
    def blank(self) -> bool:
        """Whether nothing was written here."""
        if self.pairs is not None or self.items:
            return False
        return self.text is None or self.text.strip().lower() in _BLANK


def read_file(content: bytes) -> dict[str, list[Node]]:
    """Question → the values given for it; more than one when it is there twice."""
    root = _parse(_decode(content))
    if root is None:
        return {}
    if root.pairs is None:
        raise Unreadable(
            "must hold a line `question: answer` for each question",
            "на каждый вопрос нужна строка вида `вопрос: ответ`",
            root.line,
        )
    found: dict[str, list[Node]] = {}
    for name, node in root.pairs:
        found.setdefault(name.strip().lower(), []).append(node)
    return found


def _decode(content: bytes) -> str:
    if len(content) > SIZE:
        raise Unreadable(f"is larger than {SIZE // 1024} KiB", f"файл больше {SIZE // 1024} КиБ")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            "must be saved as UTF-8",
            "файл должен быть сохранён в кодировке UTF-8",
            content.count(b"\n", 0, error.start) + 1,
        ) from None


def _parse(text: str) -> Node | None:
    try:
        loader = yaml.BaseLoader(text)
        try:
            return _document(loader)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Unreadable(
            "is not YAML here. Each answer stands on a line of its own, `question: answer`, with a "
            "space after the colon; no tabs; brackets are closed on the same line",
            "здесь нарушен формат YAML. Каждый ответ — на своей строке, `вопрос: ответ`, с "
            "пробелом после двоеточия; без табуляции; скобки закрываются на той же строке",
            mark.line + 1 if mark else None,
        ) from None
    except (ValueError, OverflowError):  # PyYAML's own, for a character that does not exist
        raise Unreadable(
            "holds an escaped character that does not exist",
            "в файле есть код символа, которого не существует",
        ) from None


def _document(loader: Any) -> Node | None:
    loader.get_event()  # the stream's start
    if loader.check_event(yaml.StreamEndEvent):
        return None
    loader.get_event()  # the document's start
    root = _node(loader, 0)
    loader.get_event()  # the document's end
    if not loader.check_event(yaml.StreamEndEvent):
        raise Unreadable(
            "must be one document: remove the lines `---` and `...`",
            "в файле должен быть один документ: уберите строки `---` и `...`",
            loader.peek_event().start_mark.line + 1,
        )
    return None if root.blank else root


def _node(loader: Any, depth: int) -> Node:
    event = loader.get_event()
    line = event.start_mark.line + 1
    if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
        raise Unreadable(
            "`&`, `*` and `!` before a value are not allowed; put it in quotes",
            "перед значением нельзя ставить `&`, `*` и `!`; возьмите его в кавычки",
            line,
        )
    if depth > _DEPTH:
        raise Unreadable("is nested too deep", "слишком глубокая вложенность", line)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not loader.check_event(yaml.SequenceEndEvent):
            items.append(_node(loader, depth + 1))
        loader.get_event()
        return Node(line, items=tuple(items))
    if isinstance(event, yaml.MappingStartEvent):
        pairs = []
        while not loader.check_event(yaml.MappingEndEvent):
            key = _node(loader, depth + 1)
            if key.text is None:
                raise Unreadable("a name must be a word", "имя должно быть словом", key.line)
            pairs.append((key.text, _node(loader, depth + 1)))
        loader.get_event()
        return Node(line, pairs=tuple(pairs))
    return Node(line, text=event.value)
