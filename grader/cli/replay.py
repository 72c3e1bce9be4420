"""`grader replay`: run one test of a report again, with the very same data."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from grader.assignment import Assignment
from grader.cli.class_run import ClassRun
from grader.cli.console import say, stdout
from grader.cli.context import context, data_for_judge, find_assignment, find_data
from grader.cli.grade import rules_of
from grader.cli.walls import Wall, open_sandbox
from grader.errors import UsageError
from grader.intake import collect
from grader.model import Phase, Report, Submission, TestResult
from grader.reports import from_json
from grader.reports.native import plain
from grader.reports.text import printable

EXAMPLES = """Examples:

  grader replay results/ivanova/result.json svm/test_naive_lecture submissions/
"""


def replay(
    result: Annotated[
        Path, typer.Argument(help="The result.json of the run.", exists=True, dir_okay=False)
    ],
    test: Annotated[str, typer.Argument(help="The test's id, as in the report.")],
    submissions: Annotated[
        Path, typer.Argument(help="Where the submissions of that run lie.", exists=True)
    ],
    sandbox: Annotated[Wall | None, typer.Option(help="The wall around student code.")] = None,
) -> None:
    """Run one test again and print its input, what was expected, what came, and the hints."""
    earlier = from_json(result.read_text(encoding="utf-8"))
    chosen = find_assignment(earlier.assignment.name)
    submission = _find(chosen, submissions, earlier)
    if test not in {row.id for row in chosen.tests}:
        raise UsageError(
            f"{test!r} must be a test of {chosen.name}.",
            hint="one of " + ", ".join(row.id for row in chosen.tests),
        )
    if earlier.assignment.sha256 != chosen.sha256:
        say("the assignment has changed since that report: the test may differ")
    with contextlib.closing(open_sandbox(sandbox, chosen)) as wall:
        cifar = find_data(chosen)
        grading = context(chosen, wall, cifar)
        run = ClassRun(
            grading=dataclasses.replace(grading, tests=frozenset({test})),
            sandbox=wall,
            data=data_for_judge(chosen, cifar),
            out=None,
            phase=Phase.AFTER_RELEASE,
            language="en",
        )
        run.grade([submission])
    again = _result(run.reports[submission.id], test)
    assert again is not None
    _show(again, run.reports[submission.id].volatile.stdout.get(test, ""))
    before = _result(earlier, test)
    if before is not None and again.verdict == before.verdict:
        _explain(before)
    elif before is not None:
        say(f"in the report the verdict was {before.verdict}")


def _find(assignment: Assignment, folder: Path, earlier: Report) -> Submission:
    for one in collect(folder, rules_of(assignment)):
        if isinstance(one, Submission) and one.sha256 == earlier.submission.sha256:
            return dataclasses.replace(one, id=earlier.submission.id)
    raise UsageError(
        f"The submission {earlier.submission.id!r} of that report must be in {folder}, unchanged.",
        hint="give the folder that was graded; a submission is recognised by its content",
    )


def _result(report: Report, test: str) -> TestResult | None:
    return next((result for result in report.tests if result.id == test), None)


def _show(result: TestResult, printed: str) -> None:
    shown = {
        "test": result.id,
        "verdict": result.verdict,
        "score": f"{result.score:g} of {result.max_score:g}",
        "message": None if result.message is None else result.message.en,
        **{name: fact for name, fact in result.evidence.items() if name != "remarks"},
    }
    for name, value in shown.items():
        text = value if isinstance(value, str) else json.dumps(plain(value), ensure_ascii=False)
        _print(f"{name}: {text}")
    if printed:
        _print(f"printed:\n{printed}")


def _explain(result: TestResult) -> None:
    """Hints and remarks of the report: they come from all tests, and one alone may mislead."""
    for diagnosis in result.diagnosis:
        _print(f"hint: {diagnosis.mistake}: {diagnosis.hint.en}")
    for remark in result.evidence.get("remarks", []):
        _print(f"remark: {remark['en']}")


def _print(line: str) -> None:
    stdout.print(printable(line), markup=False, highlight=False, soft_wrap=True)
