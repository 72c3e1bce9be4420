"""`grader validate`: prove that an assignment judges rightly."""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from grader.assignment import Assignment
from grader.cli.class_run import ClassRun
from grader.cli.console import show, stderr
from grader.cli.context import context, data_for_judge, find_assignment, find_data
from grader.cli.grade import rules_of
from grader.cli.options import Language, argument, language_option, option
from grader.cli.walls import Wall, open_sandbox
from grader.errors import AssignmentError, UsageError
from grader.intake import collect
from grader.language import Message, spoken
from grader.language import gettext as _
from grader.model import Phase, Report, Submission
from grader.pipeline import Grading
from grader.proofs import Course, Proof, prove
from grader.sandbox.contract import Sandbox

HELP = _("Grade the reference, the template and every known mistake, and prove what must hold.")

EXAMPLES = _("""Examples:

  grader validate linear_classifier

  grader validate linear_classifier --quick

  grader validate linear_classifier --mistake svm_counts_correct_class

What is proven: the reference earns every point and the template none; every known mistake is caught
and named as itself, in three renderings; a mistake in each of two results gets both names; twins
give the same results; every correct variant earns all points and no hint; every check of the hidden
suite is needed, and no tolerance could be a thousand times wider.

Exit code: 0 everything holds, 1 something does not.
""")

_STEPS: tuple[Callable[[Course], Proof], ...] = (
    prove.known_mistakes,
    prove.pairs,
    prove.twins,
    prove.correct_variants,
    prove.needed_checks,
)


def validate(
    assignment: Annotated[str, argument(_("Name or folder of the assignment."))],
    sandbox: Annotated[Wall | None, option(_("The wall to validate in."))] = None,
    quick: Annotated[bool, option(_("Only the reference and the template."), "--quick")] = False,
    mistake: Annotated[
        str | None, option(_("Only this known mistake, while you write it."))
    ] = None,
    lanes: Annotated[int, option(_("Gradings at a time."), min=1, max=64)] = os.cpu_count() or 1,
    lang: Annotated[Language | None, language_option()] = None,
) -> None:
    """Grade the reference, the template and every known mistake, and prove what must hold."""
    chosen = find_assignment(assignment)
    _check_name(chosen, mistake)
    with contextlib.closing(open_sandbox(sandbox, chosen)) as wall:
        wrong = 0 if mistake else _reference_and_template(chosen, wall)
        if not quick:
            wrong += sum(
                not _tell(proof)
                for proof in _proofs(context(chosen, wall, None), wall, mistake, lanes)
            )
    raise typer.Exit(1 if wrong else 0)


def _check_name(chosen: Assignment, mistake: str | None) -> None:
    if mistake is not None and mistake not in {one.name for one in chosen.mistakes}:
        raise UsageError(
            _("There is no known mistake {name!r} in {assignment}.").format(
                name=mistake, assignment=chosen.name
            ),
            hint=_("its name is that of its file in mistakes/, without .py"),
        )


def _proofs(grading: Grading, wall: Sandbox, mistake: str | None, lanes: int) -> Iterator[Proof]:
    with _Counter() as counter:
        course = prove.open_course(grading, wall, lanes=lanes, on_graded=counter.graded)
        if mistake is not None:
            yield prove.known_mistakes(course, mistake)
            return
        for step in _STEPS:
            yield step(course)


def _reference_and_template(chosen: Assignment, wall: Sandbox) -> int:
    """Grade the two; the number of those that got other points than they must."""
    proofs = {
        "reference": (_only(chosen, "reference", chosen.reference_path), chosen.max_score),
        "template": (_only(chosen, "template", chosen.template), 0.0),
    }
    cifar = find_data(chosen)
    run = ClassRun(
        grading=context(chosen, wall, cifar),
        sandbox=wall,
        data=data_for_judge(chosen, cifar),
        out=None,
        phase=Phase.BEFORE_DUE,
    )
    run.grade([submission for submission, _ in proofs.values()])
    return sum(
        not _tell_score(_NAMES[name], run.reports[submission.id], expected)
        for name, (submission, expected) in proofs.items()
    )


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


def _tell_score(name: Message, report: Report, expected: float) -> bool:
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


def _tell(proof: Proof) -> bool:
    show(proof.line if proof.holds else _("NOT PROVEN: {line}").format(line=proof.line))
    for line in (*proof.findings, *proof.notes):
        show(f"  {line}")
    return proof.holds


class _Counter:
    """How many gradings are done, live on a terminal."""

    def __init__(self) -> None:
        self._live = Progress(
            TextColumn(str(_("gradings:")) + " {task.completed}"),
            BarColumn(bar_width=24),
            TimeElapsedColumn(),
            console=stderr,
            transient=True,
            disable=not stderr.is_terminal,
        )
        self._task = self._live.add_task("", total=None)

    def __enter__(self) -> _Counter:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def graded(self) -> None:
        """One more."""
        self._live.advance(self._task)
