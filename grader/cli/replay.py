"""`grader replay`: run one test of a report again, with the very same data."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from pathlib import Path
from typing import Annotated

from grader.assignment import Assignment
from grader.cli.class_run import ClassRun
from grader.cli.console import say, show
from grader.cli.context import context, data_for_judge, find_assignment, find_data
from grader.cli.grade import rules_of
from grader.cli.options import Language, argument, language_option, option
from grader.cli.walls import Wall, open_sandbox
from grader.errors import UsageError
from grader.intake import collect
from grader.language import gettext as _
from grader.language import spoken
from grader.model import Phase, Report, Submission, TestResult
from grader.reports import from_json
from grader.reports.native import plain
from grader.reports.text import printable

HELP = _("Run one test again and print its input, what was expected, what came, and the hints.")

EXAMPLES = _("""Examples:

  grader replay results/ivanova/result.json svm/test_naive_lecture submissions/
""")


def replay(
    result: Annotated[Path, argument(_("The result.json of the run."))],
    test: Annotated[str, argument(_("The test's id, as in the report."))],
    submissions: Annotated[Path, argument(_("Where the submissions of that run lie."))],
    sandbox: Annotated[Wall | None, option(_("The wall around student code."))] = None,
    lang: Annotated[Language | None, language_option()] = None,
) -> None:
    """Run one test again and print its input, what was expected, what came, and the hints."""
    earlier = _read(result)
    chosen = find_assignment(earlier.assignment.name)
    submission = _find(chosen, submissions, earlier)
    if test not in {row.id for row in chosen.tests}:
        raise UsageError(
            _("{test!r} must be a test of {assignment}.").format(test=test, assignment=chosen.name),
            hint=_("one of {tests}").format(tests=", ".join(row.id for row in chosen.tests)),
        )
    if earlier.assignment.sha256 != chosen.sha256:
        say(_("the assignment has changed since that report: the test may differ"))
    with contextlib.closing(open_sandbox(sandbox, chosen)) as wall:
        cifar = find_data(chosen)
        grading = context(chosen, wall, cifar)
        run = ClassRun(
            grading=dataclasses.replace(grading, tests=frozenset({test})),
            sandbox=wall,
            data=data_for_judge(chosen, cifar),
            out=None,
            phase=Phase.AFTER_RELEASE,
        )
        run.grade([submission])
    again = _result(run.reports[submission.id], test)
    assert again is not None
    _show(again, run.reports[submission.id].volatile.stdout.get(test, ""))
    before = _result(earlier, test)
    if before is not None and again.verdict == before.verdict:
        _explain(before)
    elif before is not None:
        say(_("in the report the verdict was {verdict}").format(verdict=before.verdict))


def _read(path: Path) -> Report:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            _("{path}: cannot be read: {error}.").format(path=path, error=error),
            hint=_("name the result.json of a graded submission"),
        ) from error
    return from_json(text)


def _find(assignment: Assignment, folder: Path, earlier: Report) -> Submission:
    for one in collect(folder, rules_of(assignment)):
        if isinstance(one, Submission) and one.sha256 == earlier.submission.sha256:
            return dataclasses.replace(one, id=earlier.submission.id)
    raise UsageError(
        _("The submission {id!r} of that report must be in {folder}, unchanged.").format(
            id=earlier.submission.id, folder=folder
        ),
        hint=_("give the folder that was graded; a submission is recognised by its content"),
    )


def _result(report: Report, test: str) -> TestResult | None:
    return next((result for result in report.tests if result.id == test), None)


def _show(result: TestResult, printed: str) -> None:
    shown = {
        str(_("test")): result.id,
        str(_("verdict")): result.verdict,
        str(_("score")): f"{result.score:g} / {result.max_score:g}",
        str(_("message")): None if result.message is None else result.message.in_language(spoken()),
        **{name: fact for name, fact in result.evidence.items() if name != "remarks"},
    }
    for name, value in shown.items():
        text = value if isinstance(value, str) else json.dumps(plain(value), ensure_ascii=False)
        show(printable(f"{name}: {text}"))
    if printed:
        show(_("printed:\n{text}").format(text=printable(printed)))


def _explain(result: TestResult) -> None:
    """Hints and remarks of the report: they come from all tests, and one alone may mislead."""
    for known in result.diagnosis:
        hint = printable(known.hint.in_language(spoken()))
        show(_("hint: {mistake}: {hint}").format(mistake=known.mistake, hint=hint))
    for remark in result.evidence.get("remarks", []):
        show(_("remark: {remark}").format(remark=printable(remark[spoken()])))
