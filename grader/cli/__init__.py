"""The `grader` command. Results go to standard output, everything else to standard error.

Exit codes: 0 all graded; 1 some submission is rejected or incomplete, or a proof failed; 2 wrong
usage; 3 nothing could be graded; 130 interrupted.
"""

from __future__ import annotations

import signal
import sys

import typer

from grader.cli import data, grade, image, replay, validate
from grader.cli.console import say
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


class Interrupted(BaseException):
    """Ctrl-C or a polite kill. Not KeyboardInterrupt, which typer would turn into an exit of 1."""


def main() -> None:
    """Run the command; our own errors are told in words, with a hint."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    try:
        app()
    except UsageError as error:
        _tell(error)
        sys.exit(2)
    except GraderError as error:
        _tell(error)
        sys.exit(3)
    except Interrupted:
        say("interrupted: what was finished is kept, and the same command goes on from there")
        sys.exit(130)


def _interrupt(number: int, frame: object) -> None:
    raise Interrupted


def _tell(error: GraderError) -> None:
    say(f"error: {error.message}")
    if error.hint:
        say(f"\nhint: {error.hint}")
