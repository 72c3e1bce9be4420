"""What students wrote can be shown anywhere without doing anything."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.reports.text import one_line, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "red"),
        ("\x1bcreset", "reset"),
        ("line\nfake: passed 100", "line fake: passed 100"),
        ("over\rwrite", "over\\rwrite"),
        ("\x1b]unclosed", ""),
        ("bell\x07", "bell\\x07"),
        ("обычный текст", "обычный текст"),
    ],
)
def test_one_line(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(st.text(st.characters()))
def test_nothing_that_acts_is_left(text: str) -> None:
    for character in printable(text):
        assert character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs", "Zl")
    assert "\n" not in one_line(text)
    assert "\x1b" not in one_line(text)


@given(st.text(st.characters()))
def test_printable_text_stays_as_it_is(text: str) -> None:
    assert printable(printable(text)) == printable(text)
