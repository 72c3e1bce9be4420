"""`grader validate`: prove that the reference earns every point and the template none."""

from __future__ import annotations

import contextlib
import dataclasses
from pathlib import Path
from typing import Annotated

import typer

from grader.assignment import Assignment
from grader.cli.class_run import ClassRun
from grader.cli.console import show
from grader.cli.context import context, data_for_judge, find_assignment, find_data
from grader.cli.grade import rules_of
from grader.cli.options import Language, argument, language_option, option
from grader.cli.walls import Wall, open_sandbox
from grader.errors import AssignmentError
from grader.intake import collect
from grader.language import Message, spoken
from grader.language import gettext as _
from grader.model import Phase, Report, Submission

HELP = _("Grade the reference and the untouched template, and compare with what they must get.")

EXAMPLES = _("""Examples:

  grader validate linear_classifier

Exit code: 0 everything holds, 1 something does not.
""")


def validate(
    assignment: Annotated[str, argument(_("Name or folder of the assignment."))],
    sandbox: Annotated[Wall | None, option(_("The wall to validate in."))] = None,
    lang: Annotated[Language | None, language_option()] = None,
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
        )
        run.grade([submission for submission, _ in proofs.values()])
    wrong = 0
    for name, (submission, expected) in proofs.items():
        wrong += not _tell(_NAMES[name], run.reports[submission.id], expected)
    raise typer.Exit(1 if wrong else 0)


def _only(assignment: Assignment, name: str, folder: Path) -> Submission:
    """`folder` as a submission called `name`."""
    found = collect(folder, rules_of(assignment))
    if len(found) != 1 or not isinstance(found[0], Submission):
        raise AssignmentError(
            _("{folder} must hold the modules {modules}.").format(
                folder=folder, modules=", ".join(assignment.modules)
            ),
            hint=_(
                "the reference and the template lie beside assignments/, in folders of their name"
            ),
        )
    return dataclasses.replace(found[0], id=name)


_NAMES = {"reference": _("reference"), "template": _("template")}


def _tell(name: Message, report: Report, expected: float) -> bool:
    holds = report.score == expected
    show(
        _("{name}: {score} of {max_score:g}, {verdict}").format(
            name=name,
            score=_("no score") if report.score is None else f"{report.score:g}",
            max_score=report.max_score,
            verdict=_("as it must be") if holds else _("must be {score:g}").format(score=expected),
        )
    )
    if not holds:
        for test in report.tests:
            if (test.score == test.max_score) != (expected > 0):
                message = test.message.in_language(spoken()) if test.message else ""
                show(f"  {test.id}: {test.verdict} {test.score:g}/{test.max_score:g} {message}")
    return holds
