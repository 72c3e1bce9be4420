"""What the program says, in the language of the person who runs it.

`_("…")` is a sentence that is not yet said: a `Message` is written in English in the code and put
into a language only when it is shown, so a message can be made before the language is known, and a
report can hold it in every language. Translations are in `locale/<language>/LC_MESSAGES/grader.po`;
where the compiled catalog is missing (inside the wall it always is) English is spoken.

Reports do not depend on the language that is spoken here: they hold texts in all languages.
"""

from __future__ import annotations

import gettext as _standard
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

DOMAIN = "grader"
LANGUAGES = ("en", "ru")
LOCALE = Path(__file__).with_name("locale")

_spoken = ["en"]


@dataclass(frozen=True)
class Message:
    """A sentence with its values; `str()` says it in the language that is spoken.

    `count` chooses between the sentence and its `plural`. Values may be messages themselves.
    """

    sentence: str
    plural: str | None = None
    count: int = 1
    values: Mapping[str, object] = field(default_factory=dict)

    def format(self, **values: object) -> Message:
        """The sentence with what belongs at its `{placeholders}`."""
        return Message(self.sentence, self.plural, self.count, values)

    def in_language(self, language: str) -> str:
        """The sentence in `language`, one of LANGUAGES."""
        catalog = _catalog(language)
        if self.plural is None:
            pattern = catalog.gettext(self.sentence)
        else:
            pattern = catalog.ngettext(self.sentence, self.plural, self.count)
        if not self.values:
            return pattern
        values = {
            name: value.in_language(language) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return pattern.format_map(values)

    def __str__(self) -> str:
        return self.in_language(spoken())


def gettext(sentence: str) -> Message:
    """A sentence to be said later; imported as `_`."""
    return Message(sentence)


def ngettext(one: str, many: str, count: int) -> Message:
    """A sentence that depends on a number, in all the forms that a language has for it."""
    return Message(one, many, count)


def in_language(text: Message | str, language: str) -> str:
    """`text` in `language` if it is a message; a text that is none stays as it is."""
    return text.in_language(language) if isinstance(text, Message) else text


def use(language: str) -> None:
    """Speak `language` from now on."""
    _spoken[0] = language


def spoken() -> str:
    """The language that is spoken."""
    return _spoken[0]


@cache
def _catalog(language: str) -> _standard.NullTranslations:
    return _standard.translation(DOMAIN, LOCALE, [language], fallback=True)
