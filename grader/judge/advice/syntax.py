"""A module that is not Python 3: which line, and what it has become."""

from __future__ import annotations

import re
from collections.abc import Callable

from grader.judge.advice.found import Found, shown
from grader.model import Text

_TYPES = frozenset({"SyntaxError", "IndentationError", "TabError"})


def wrong_syntax(found: Found) -> Text | None:
    """The line, where the module was imported, and what is wrong with it, where that is known."""
    if found.type not in _TYPES:
        return None
    sentences = [text for text in (_place(found), _reason(found)) if text is not None]
    if not sentences:
        return None
    return Text(" ".join(text.en for text in sentences), " ".join(text.ru for text in sentences))


def _place(found: Found) -> Text | None:
    if not found.importing or not found.file:
        return None
    file, line = shown(found.file), shown(found.source)
    if not line:
        return Text(f"See {file}, line {found.line}.", f"См. {file}, строка {found.line}.")
    return Text(
        f"See {file}, line {found.line}: `{line}`.",
        f"См. {file}, строка {found.line}: `{line}`.",
    )


def _reason(found: Found) -> Text | None:
    for matches, text in _REASONS:
        if matches(found):
            return text
    return None


def _says(words: str) -> Callable[[Found], bool]:
    return lambda found: words in found.text


def _reads(pattern: str) -> Callable[[Found], bool]:
    compiled = re.compile(pattern)
    return lambda found: compiled.search(found.source) is not None


_REASONS: tuple[tuple[Callable[[Found], bool], Text], ...] = (
    (
        _says("Missing parentheses in call to 'print'"),
        Text(
            "This is Python 2's print statement; in Python 3 it is a function: print(x).",
            "Это оператор print из Python 2; в Python 3 это функция: print(x).",
        ),
    ),
    (
        _says("Missing parentheses in call to 'exec'"),
        Text(
            "This is Python 2's exec statement; in Python 3 it is a function: exec(code).",
            "Это оператор exec из Python 2; в Python 3 это функция: exec(code).",
        ),
    ),
    (
        _says("multiple exception types must be parenthesized"),
        Text(
            "This is how Python 2 named a caught exception; in Python 3: "
            "`except ValueError as error:`.",
            "Так пойманное исключение называли в Python 2; в Python 3 пишут "
            "`except ValueError as error:`.",
        ),
    ),
    (
        lambda found: found.type == "TabError",
        Text(
            "This file mixes tabs and spaces in its indentation; use four spaces everywhere.",
            "В отступах этого файла смешаны табуляция и пробелы; везде ставьте четыре пробела.",
        ),
    ),
    (
        lambda found: "codec can't decode" in found.text or "null bytes" in found.text,
        Text(
            "This file is not saved in UTF-8; save it in that encoding.",
            "Файл сохранён не в UTF-8; сохраните его в этой кодировке.",
        ),
    ),
    (
        _reads(r"^\s*[%!]"),
        Text(
            "This is a command of Jupyter's, not Python; delete the line.",
            "Это команда Jupyter, а не Python; удалите эту строку.",
        ),
    ),
    (
        _reads(r"^\s*raise\s+[\w.]+\s*,"),
        Text(
            "This is how Python 2 raised an exception; in Python 3: "
            "`raise ValueError('…')`.",
            "Так исключения возбуждали в Python 2; в Python 3 пишут `raise ValueError('…')`.",
        ),
    ),
    (
        _reads(r"<>"),
        Text(
            "`<>` is from Python 2; in Python 3 it is `!=`.",
            "`<>` — из Python 2; в Python 3 это `!=`.",
        ),
    ),
    (
        _reads(r"`[^`]+`"),
        Text(
            "Backticks are from Python 2; in Python 3 write repr(x).",
            "Обратные апострофы — из Python 2; в Python 3 пишут repr(x).",
        ),
    ),
    (
        _says("leading zeros in decimal integer literals"),
        Text(
            "In Python 3 an octal number is written 0o17, and other numbers have no zeros in "
            "front.",
            "В Python 3 восьмеричное число пишется 0o17, а у прочих чисел нулей впереди нет.",
        ),
    ),
    (
        _reads(r"\b[0-9]+[lL]\b"),
        Text(
            "The L after a whole number is from Python 2; in Python 3 leave it out.",
            "Буква L после целого числа — из Python 2; в Python 3 её не пишут.",
        ),
    ),
    (
        _says("parameters cannot be parenthesized"),
        Text(
            "Python 3 does not unpack a tuple among the parameters; take one name and unpack it "
            "inside.",
            "Python 3 не распаковывает кортеж в списке параметров; примите его под одним именем "
            "и распакуйте внутри.",
        ),
    ),
)  # fmt: skip
