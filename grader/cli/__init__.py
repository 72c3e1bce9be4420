"""The `grader` command. Results go to standard output, everything else to standard error.

Exit codes: 0 all graded; 1 some submission is rejected or incomplete, or a proof failed; 2 wrong
usage; 3 nothing could be graded; 130 interrupted.
"""

from __future__ import annotations

import sys

import typer

from grader.cli import data, grade, image, replay, validate
from grader.cli.console import stderr
from grader.errors import GraderError, UsageError

app = typer.Typer(
    name="grader",
    help="Grade numerical Python assignments with hidden tests that student code cannot reach.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=True,
)
app.command("grade", epilog=grade.EXAMPLES)(grade.grade)
app.command("validate", epilog=validate.EXAMPLES)(validate.validate)
app.command("replay", epilog=replay.EXAMPLES)(replay.replay)
app.command("image", epilog=image.EXAMPLES)(image.image)
app.command("data", epilog=data.EXAMPLES)(data.data)


def main() -> None:
    """Run the command; our own errors are told in words, with a hint."""
    try:
        app()
    except UsageError as error:
        _tell(error)
        sys.exit(2)
    except GraderError as error:
        _tell(error)
        sys.exit(3)
    except KeyboardInterrupt:
        stderr.print("interrupted")
        sys.exit(130)


def _tell(error: GraderError) -> None:
    stderr.print(f"error: {error.message}", markup=False, highlight=False, soft_wrap=True)
    if error.hint:
        stderr.print(f"\nhint: {error.hint}", markup=False, highlight=False, soft_wrap=True)
