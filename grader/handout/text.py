"""The handout's pages: Markdown with Jinja2's placeholders for what the assignment knows better."""

from __future__ import annotations

import platform

import jinja2
import numpy as np

from grader.assignment import Assignment
from grader.errors import AssignmentError
from grader.language import gettext as _


def rendered(assignment: Assignment, name: str, language: str) -> str:
    """The page `name` of the assignment's folder, in `language`; raises AssignmentError."""
    path = assignment.path / name
    try:
        source = path.read_text(encoding="utf-8")
    except OSError as error:
        raise AssignmentError(
            _("{path}: cannot be read: {error}.").format(path=path, error=error.strerror),
            hint=_(
                "an assignment has a handout in English, handout.md, and in Russian, handout.ru.md"
            ),
        ) from error
    try:
        template = _environment().from_string(source)
        return template.render(facts(assignment, language))
    except jinja2.TemplateError as error:
        line = getattr(error, "lineno", None)
        where = path if line is None else f"{path}:{line}"
        raise AssignmentError(
            _("{where}: {error}.").format(where=where, error=error.message),
            hint=_("placeholders are {names}").format(
                names=", ".join(sorted(facts(assignment, language)))
            ),
        ) from error


def facts(assignment: Assignment, language: str) -> dict[str, object]:
    """What a page may name: title, parts with their points, questions, limits, rules, versions."""
    return {
        "title": assignment.title.in_language(language),
        "summary": assignment.summary.in_language(language),
        "modules": assignment.modules,
        "parts": [
            {
                "name": part.name,
                "title": part.title.in_language(language),
                "points": f"{sum(test.points for test in part.tests):g}",
            }
            for part in assignment.parts
        ],
        "points": f"{assignment.max_score:g}",
        "questions": len(assignment.questions),
        "attempts": assignment.question_attempts,
        "limits": assignment.limits,
        "conventions": assignment.conventions,
        "python": ".".join(platform.python_version_tuple()[:2]),
        "numpy": np.__version__,
    }


def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # Markdown, and all of it the instructor's own
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{##",  # LaTeX writes {#
        comment_end_string="##}",
    )
