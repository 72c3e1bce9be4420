"""Where in a submission the modules are: at its top, or one folder down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from grader.intake.rules import Refused, escaped

_TOP = PurePosixPath()


def base_folder(paths: Iterable[PurePosixPath], modules: Sequence[str]) -> PurePosixPath:
    """The folder with the most modules; the top when none are there and nothing says otherwise."""
    places = [path for path in paths if path.name in modules]
    held = Counter(path.parent for path in places if len(path.parts) <= 2)
    if not held:
        _refuse_deep(places)
        return _TOP
    most = max(held.values())
    best = sorted(folder for folder, count in held.items() if count == most)
    if len(best) > 1:
        names = ", ".join(escaped(str(folder)) for folder in best[:5])
        raise Refused(
            f"the modules are in several folders, and which of them counts is unclear: {names}",
            f"модули лежат в нескольких папках, и непонятно, какую проверять: {names}",
        )
    return best[0]


def _refuse_deep(places: Sequence[PurePosixPath]) -> None:
    if places:
        name = escaped(str(min(places)))
        raise Refused(
            f"{name} lies too deep; the modules must be at the top or one folder down",
            f"файл {name} лежит слишком глубоко: модули должны быть наверху или в одной папке",
        )
