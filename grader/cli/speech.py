"""What typer says itself: headings of `--help`, and words for a command line that it refuses."""

from __future__ import annotations

import gettext as _standard
import os
import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from grader.language import DOMAIN, LOCALE, Message
from grader.language import gettext as _

_TYPERS = (
    _("Arguments"),
    _("Options"),
    _("Commands"),
    _("Missing command."),
    _("No such command {name!r}."),
    _("default: {default}"),
    _("env var: {var}"),
    _("required"),
    _("Install completion for the current shell."),
    _("Show completion for the current shell, to copy it or customize the installation."),
    _("Show this message and exit."),
)
"""Sentences that typer has: it looks the first ones up in the catalog itself."""

_VALUE = r"Invalid value for '(?P<what>[^']+)'(?: \([^)]*\))?: (?:Value error, )?"

_REFUSALS: tuple[tuple[str, Message], ...] = (
    (r"Missing argument '(?P<what>.+)'\.", _("the argument {what} is missing")),
    (r"(?P<said>.+)\. Did you mean (?P<near>.+)\?", _("{said}. Did you mean {near}?")),
    (r"No such option: (?P<what>\S+).*", _("there is no option {what}")),
    (r"Option '(?P<what>.+)' requires an argument\.", _("the option {what} needs a value")),
    (r"Got unexpected extra argument.*\((?P<what>.+)\)", _("nothing may follow here. Got {what}")),
    (
        _VALUE + r"(?P<got>.*) is not one of (?P<all>.+)\.",
        _("{what} must be one of {all}. Got {got}"),
    ),
    (_VALUE + r".* greater than or equal to (?P<least>\S+)", _("{what} must be at least {least}")),
    (_VALUE + r".* less than or equal to (?P<most>\S+)", _("{what} must be at most {most}")),
    (_VALUE + r".* be a valid integer.*", _("{what} must be a whole number")),
    (_VALUE + r"(?P<rule>.+)", _("{what} has a wrong value: {rule}")),
)
"""What typer says of a command line, and what we say; typer has no translation of its own."""


def let_typer_speak(language: str) -> None:
    """Let typer find our catalog: it asks the standard library, which asks the environment.

    No child of ours gets this environment but the loader and bwrap, which do not look at it.
    """
    _standard.bindtextdomain(DOMAIN, str(LOCALE))
    _standard.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language


def refusal(error: typer.TyperException) -> str:
    """What is wrong with the command line, in words; typer's own where we have none."""
    said = error.format_message()
    for pattern, sentence in _REFUSALS:
        found = re.fullmatch(pattern, said, re.DOTALL)
        if found:
            return str(sentence.format(**found.groupdict()))
    return said


class _Speaking:
    """A command whose usage line and `--help` are in our language; typer gives them no other."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=str(_("Usage: ")))

    def get_params(self, ctx: Any) -> Any:
        params = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            if param.help:  # ours is in our language already, typer's own is looked up here
                param.help = str(Message(param.help))
        return params


class Command(_Speaking, TyperCommand):
    """One command."""


class Group(_Speaking, TyperGroup):
    """`grader` itself."""
