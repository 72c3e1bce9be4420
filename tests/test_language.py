"""Messages: said late, in whatever language is spoken then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader import language
from grader.errors import UsageError
from grader.language import Message, ngettext
from grader.language import gettext as _

NOTHING = _("nothing")
MUST = _("{path}, line {line}: {key} {rule}. Got {got}.")


@pytest.fixture
def russian() -> Iterator[None]:
    language.use("ru")
    yield
    language.use("en")


def bytes_of(count: int) -> Message:
    return ngettext("{count} byte", "{count} bytes", count).format(count=count)


def test_english_is_spoken_unless_something_else_is_chosen() -> None:
    assert language.spoken() == "en"
    assert str(NOTHING) == f"{NOTHING}" == "nothing"


def test_a_message_that_was_made_before_is_said_in_the_language_of_now(russian: None) -> None:
    assert str(NOTHING) == "ничего"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 байт"),
        (1, "1 байт"),
        (2, "2 байта"),
        (5, "5 байт"),
        (11, "11 байт"),
        (12, "12 байт"),
        (21, "21 байт"),
        (104, "104 байта"),
    ],
)
def test_russian_has_three_forms_of_a_number(count: int, said: str) -> None:
    assert bytes_of(count).in_language("ru") == said


@pytest.mark.parametrize(("count", "said"), [(0, "0 bytes"), (1, "1 byte"), (2, "2 bytes")])
def test_english_has_two(count: int, said: str) -> None:
    assert bytes_of(count).in_language("en") == said


def test_a_message_inside_a_message_is_said_in_the_same_language() -> None:
    message = MUST.format(path="a.yaml", line=3, key="title", rule=_("is required"), got=NOTHING)
    assert message.in_language("en") == "a.yaml, line 3: title is required. Got nothing."
    assert message.in_language("ru") == (
        "a.yaml, строка 3: title: это обязательный ключ. Получено: ничего."
    )


def test_values_are_shown_as_they_are() -> None:
    assert str(_("did you mean {key!r}?").format(key="{braces}")) == "did you mean '{braces}'?"


def test_a_sentence_that_nobody_translated_is_said_in_english() -> None:
    assert Message("no such sentence {x}").format(x=1).in_language("ru") == "no such sentence 1"


def test_a_language_without_a_catalog_is_english() -> None:
    assert NOTHING.in_language("fr") == "nothing"


def test_an_error_speaks_the_language_of_whoever_shows_it(russian: None) -> None:
    error = UsageError(NOTHING, hint=_("remove one of the two"))
    assert (error.message, error.hint) == ("ничего", "уберите один из двух")
    assert str(error) == "ничего"


def test_an_error_tells_a_report_in_the_language_that_is_asked_for(russian: None) -> None:
    error = UsageError(NOTHING, hint=_("remove one of the two"))
    assert error.told("en") == ("nothing", "remove one of the two")
    assert error.told("ru") == ("ничего", "уберите один из двух")
    assert UsageError("as it is").told("ru") == ("as it is", None)
