"""Code at the top level of a module that needs what is there only on the student's machine."""

from __future__ import annotations

import re

from grader.judge.advice.found import Found, shown
from grader.model import Text

MOVE_IT = Text(
    'Code at the top level of a module runs at import; move it under `if __name__ == "__main__":`.',
    "Код на верхнем уровне модуля выполняется при импорте; перенесите его под "
    '`if __name__ == "__main__":`.',
)
_NO_FILE = re.compile(r"\[Errno 2\] No such file or directory: '(.+)'", re.DOTALL)


def at_top_level(found: Found) -> Text | None:
    """What is not there, and where such code belongs."""
    reason = _reason(found)
    if reason is None or not found.importing:
        return reason
    return Text(f"{reason.en} {MOVE_IT.en}", f"{reason.ru} {MOVE_IT.ru}")


def _reason(found: Found) -> Text | None:
    if found.type == "EOFError":
        return Text(
            "Nobody types here, so input() has nothing to read.",
            "Здесь никто ничего не вводит, и читать функции input() нечего.",
        )
    if found.type != "FileNotFoundError":
        return None
    match = _NO_FILE.match(found.text)
    if not found.importing or not match:
        return Text(
            "Only the submission's .py files are here.",
            "Здесь есть только файлы .py из работы.",
        )
    name = shown(match[1])
    return Text(
        f"There is no file {name}: only the submission's .py files are here.",
        f"Файла {name} нет: здесь есть только файлы .py из работы.",
    )
