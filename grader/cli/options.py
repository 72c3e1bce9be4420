"""Arguments and options whose help is said in the language of the person who asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import typer

from grader.language import LANGUAGES, Message
from grader.language import gettext as _


class Language(StrEnum):
    """The languages of the program; reports always have both."""

    EN = "en"
    RU = "ru"


def argument(help: Message, **rest: Any) -> Any:
    """A positional argument; `rest` is typer's."""
    return typer.Argument(help=str(help), **rest)


def option(help: Message, *names: str, **rest: Any) -> Any:
    """An option; `rest` is typer's."""
    return typer.Option(*names, help=str(help), **rest)


def language_option() -> Any:
    """`--lang`, for every command. `chosen_language` has read it before; here it is checked."""
    return option(_("Language of the program."), "--lang", envvar="GRADER_LANG")


def chosen_language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language of `--lang`, else of GRADER_LANG, else of the locale; English in doubt.

    Read before the command line is parsed, because its errors and its help are said in it. A value
    that is no language is refused later, by the parser.
    """
    asked = [_after_lang(arguments), environ.get("GRADER_LANG")]
    for name in asked:
        if name:
            return name if name in LANGUAGES else "en"
    locale = next((environ[name] for name in _LOCALE if environ.get(name)), "")
    return "ru" if locale.lower().startswith("ru") else "en"


_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def _after_lang(arguments: Sequence[str]) -> str | None:
    """The value of the last `--lang`, as the parser will see it."""
    value = None
    for index, word in enumerate(arguments):
        if word == "--":
            break
        if word == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        elif word.startswith("--lang="):
            value = word.partition("=")[2]
    return value
