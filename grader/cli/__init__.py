"""The `grader` command. Results go to standard output, everything else to standard error.

Exit codes: 0 all graded; 1 some submission is rejected or incomplete, or a proof failed; 2 wrong
usage; 3 nothing could be graded; 130 interrupted.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Annotated, Any

import typer

from grader import language
from grader.cli import data, grade, handout, image, replay, validate
from grader.cli.console import say
from grader.cli.options import Language, chosen_language, language_option
from grader.cli.speech import Command, Group, let_typer_speak, refusal
from grader.errors import GraderError, UsageError
from grader.language import Message
from grader.language import gettext as _

_HELP = _("Grade numerical Python assignments with hidden tests that student code cannot reach.")


class Interrupted(BaseException):
    """Ctrl-C or a polite kill. Not KeyboardInterrupt, which typer would turn into an exit of 1."""


def main() -> None:
    """Run the command; our own errors are told in words, with a hint."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    language.use(chosen_language(sys.argv[1:], os.environ))
    let_typer_speak(language.spoken())
    try:
        sys.exit(_app()(standalone_mode=False))
    except typer.TyperException as error:
        _tell_usage(error)
        sys.exit(error.exit_code)
    except UsageError as error:
        _tell(error)
        sys.exit(2)
    except GraderError as error:
        _tell(error)
        sys.exit(3)
    except Interrupted:
        say(_("interrupted: what was finished is kept, and the same command goes on from there"))
        sys.exit(130)


def _app() -> typer.Typer:
    """The commands, with their help in the language that is spoken."""
    app = typer.Typer(
        name="grader",
        cls=Group,
        help=str(_HELP),
        options_metavar=str(_("[OPTIONS]")),
        subcommand_metavar=str(_("COMMAND [ARGS]...")),
        invoke_without_command=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=True,
    )
    app.callback()(_without_command)
    for name, module in _COMMANDS.items():
        app.command(
            name,
            cls=Command,
            help=str(module.HELP),
            epilog=str(module.EXAMPLES),
            options_metavar=str(_("[OPTIONS]")),
        )(getattr(module, name))
    return app


_COMMANDS: dict[str, Any] = {
    "grade": grade,
    "validate": validate,
    "handout": handout,
    "replay": replay,
    "image": image,
    "data": data,
}


def _without_command(
    context: typer.Context, lang: Annotated[Language | None, language_option()] = None
) -> None:
    """`grader` alone is a question for its help."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


def _interrupt(number: int, frame: object) -> None:
    raise Interrupted


def _tell(error: GraderError) -> None:
    _complain(error.message, error.hint)


def _tell_usage(error: typer.TyperException) -> None:
    context = getattr(error, "ctx", None)
    hint: Message | None = None
    if context is not None:
        say(context.get_usage())
        hint = _("see `{command} --help`").format(command=context.command_path)
    _complain(refusal(error), hint)


def _complain(message: str, hint: Message | str | None) -> None:
    say(_("error: {message}").format(message=message))
    if hint:
        say(_("\nhint: {hint}").format(hint=hint))
