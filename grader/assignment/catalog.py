"""The page that lists an assignment's known mistakes, with their hints in both languages.

    python -m grader.assignment.catalog assignments/linear_classifier

writes `docs/mistakes/linear_classifier.md`; a test keeps it current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from grader.assignment.load import Assignment, load_assignment
from grader.assignment.mistakes import Mistake

_TOP = """# Known mistakes: {title}

Made from `assignments/{name}/mistakes/` by
`python -m grader.assignment.catalog assignments/{name}`.
A submission whose results are those of one of these mistakes, on every call that the hidden suite
made of the function, is told the hint.

{count} mistakes. The result that is wrong stands in brackets: [0] is the first of those returned.
"""


def page(assignment: Assignment) -> str:
    """The page in Markdown."""
    top = _TOP.format(
        title=assignment.title.en, name=assignment.name, count=len(assignment.mistakes)
    )
    return "\n".join([top, *_sections(assignment.mistakes)])


def _sections(mistakes: Iterable[Mistake]) -> Iterator[str]:
    for mistake in mistakes:
        yield f"## {mistake.name}\n"
        yield f"{_functions(mistake)}\n"
        yield f"- **{mistake.title.en}.** {mistake.hint.en}"
        yield f"- **{mistake.title.ru}.** {mistake.hint.ru}\n"


def _functions(mistake: Mistake) -> str:
    names = ", ".join(f"`{function}`" for function in mistake.functions)
    how = " (found by what a test observed)" if mistake.has_predicate else ""
    return f"{names}{'' if mistake.result is None else f' [{mistake.result}]'}{how}"


def main() -> None:
    """Write the page of each assignment that is named."""
    for name in sys.argv[1:]:
        assignment = load_assignment(Path(name))
        target = Path("docs", "mistakes", f"{assignment.name}.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(assignment), encoding="utf-8")


if __name__ == "__main__":
    main()
