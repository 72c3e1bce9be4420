"""`grader validate`: prove that the reference earns every point and the template none."""

from __future__ import annotations

import contextlib
import dataclasses
from pathlib import Path
from typing import Annotated

import typer

from grader.assignment import Assignment
from grader.cli.class_run import ClassRun
from grader.cli.console import stdout
from grader.cli.context import context, data_for_judge, find_assignment, find_data
from grader.cli.grade import rules_of
from grader.cli.walls import Wall, open_sandbox
from grader.errors import AssignmentError
from grader.intake import collect
from grader.model import Phase, Report, Submission

EXAMPLES = """Examples:

  grader validate linear_classifier

Exit code: 0 everything holds, 1 something does not.
"""


def validate(
    assignment: Annotated[str, typer.Argument(help="Name or folder of the assignment.")],
    sandbox: Annotated[Wall | None, typer.Option(help="The wall to validate in.")] = None,
) -> None:
    """Grade the reference and the untouched template, and compare with what they must get."""
    chosen = find_assignment(assignment)
    proofs = {
        "reference": (_only(chosen, "reference", chosen.reference_path), chosen.max_score),
        "template": (_only(chosen, "template", chosen.template), 0.0),
    }
    with contextlib.closing(open_sandbox(sandbox, chosen)) as wall:
        cifar = find_data(chosen)
        run = ClassRun(
            grading=context(chosen, wall, cifar),
            sandbox=wall,
            data=data_for_judge(chosen, cifar),
            out=None,
            phase=Phase.BEFORE_DUE,
            language="en",
        )
        run.grade([submission for submission, _ in proofs.values()])
    wrong = 0
    for name, (submission, expected) in proofs.items():
        wrong += not _tell(name, run.reports[submission.id], expected)
    raise typer.Exit(1 if wrong else 0)


def _only(assignment: Assignment, name: str, folder: Path) -> Submission:
    """`folder` as a submission called `name`."""
    found = collect(folder, rules_of(assignment))
    if len(found) != 1 or not isinstance(found[0], Submission):
        raise AssignmentError(
            f"{folder} must hold the modules {', '.join(assignment.modules)}.",
            hint="the reference and the template lie beside assignments/, in folders of their name",
        )
    return dataclasses.replace(found[0], id=name)


def _tell(name: str, report: Report, expected: float) -> bool:
    holds = report.score == expected
    score = "no score" if report.score is None else f"{report.score:g}"
    verdict = "as it must be" if holds else f"must be {expected:g}"
    _print(f"{name}: {score} of {report.max_score:g}, {verdict}")
    if not holds:
        for test in report.tests:
            if (test.score == test.max_score) != (expected > 0):
                message = test.message.en if test.message else ""
                _print(f"  {test.id}: {test.verdict} {test.score:g}/{test.max_score:g} {message}")
    return holds


def _print(line: str) -> None:
    stdout.print(line, markup=False, highlight=False, soft_wrap=True)
