"""`grader grade`: a folder of submissions in, reports and a table out."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from grader.assignment import ANSWERS, Assignment
from grader.cli.class_run import ClassRun
from grader.cli.console import say, show, stdout
from grader.cli.context import context, data_for_judge, find_assignment, find_data
from grader.cli.options import Language, argument, language_option, option
from grader.cli.walls import Wall, open_sandbox
from grader.errors import UsageError
from grader.intake import Rules, collect
from grader.language import gettext as _
from grader.language import ngettext, spoken
from grader.model import Phase, Status
from grader.reports import table
from grader.reports.summary import Summary

HELP = _("Grade every submission and write reports to OUT/SUBMISSION/.")

EXAMPLES = _("""Examples:

  grader grade linear_classifier submissions/

  grader grade linear_classifier submissions/ --sandbox bwrap --out /tmp/results --lang ru

A rerun skips what was graded already and has not changed; --again grades it all anew.

Exit code: 0 all graded, 1 some rejected or incomplete, 2 wrong usage, 3 nothing could be graded.
""")


def grade(
    assignment: Annotated[str, argument(_("Name or folder of the assignment."))],
    submissions: Annotated[Path, argument(_("A folder with one folder or .zip a student."))],
    out: Annotated[Path, option(_("Where reports go."))] = Path("results"),
    sandbox: Annotated[
        Wall | None,
        option(_("The wall around student code; never another one than this.")),
    ] = None,
    phase: Annotated[
        Phase | None,
        option(_("What students may see; by the assignment's dates unless given.")),
    ] = None,
    lanes: Annotated[int, option(_("Submissions at a time."), min=1, max=64)] = 1,
    again: Annotated[bool, option(_("Grade what is graded already, too."), "--again")] = False,
    lang: Annotated[Language | None, language_option()] = None,
) -> None:
    """Grade every submission and write reports to OUT/SUBMISSION/."""
    chosen = find_assignment(assignment)
    found = collect(submissions, rules_of(chosen))
    if not found:
        raise UsageError(
            _("There must be a folder or a .zip for each student in {folder}. It has none.").format(
                folder=submissions
            ),
            hint=_("see `grader grade --help` for examples"),
        )
    with contextlib.closing(open_sandbox(sandbox, chosen)) as wall:
        cifar = find_data(chosen)
        say(
            ngettext(
                "{assignment}: {count} submission, sandbox {sandbox}",
                "{assignment}: {count} submissions, sandbox {sandbox}",
                len(found),
            ).format(assignment=chosen.name, count=len(found), sandbox=wall.name)
        )
        run = ClassRun(
            grading=context(chosen, wall, cifar),
            sandbox=wall,
            data=data_for_judge(chosen, cifar),
            out=out,
            phase=phase or current_phase(chosen),
            lanes=lanes,
            again=again,
        )
        summary = run.grade(found)
    table.show(summary, stdout, spoken())
    show(f"→ {out}/summary.json")
    raise typer.Exit(exit_code(summary))


def rules_of(assignment: Assignment) -> Rules:
    """What intake accepts for `assignment`."""
    return Rules(
        modules=assignment.modules,
        answers=ANSWERS if assignment.questions else None,
        submission_kb=assignment.limits.submission_kb,
    )


def current_phase(assignment: Assignment) -> Phase:
    """The phase that the assignment's dates give now; without dates, before the due date."""
    now = datetime.now(UTC)
    if assignment.release is not None and now >= assignment.release:
        return Phase.AFTER_RELEASE
    if assignment.due is not None and now >= assignment.due:
        return Phase.AFTER_DUE
    return Phase.BEFORE_DUE


def exit_code(summary: Summary) -> int:
    """0 when all are graded, 3 when none is, else 1."""
    graded = sum(row.status is Status.GRADED for row in summary.submissions)
    if graded == len(summary.submissions):
        return 0
    return 1 if graded else 3
