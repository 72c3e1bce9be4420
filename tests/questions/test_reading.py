"""An answer is understood as its student meant it, or refused in words with its line."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.questions.answers.document import Unreadable, read_file
from grader.questions.answers.reading import Answer, Form, forms, read_answer
from tests.questions.conftest import PATIENT

NUMBER = Form("number")
CHOICE = Form("choice", ("a", "b", "c", "no"))
CHOICES = Form("choices", ("a", "b", "c", "no"))
ORDER = Form("order", ("a", "b", "c", "no"))
MATCHING = Form("matching", ("a", "b", "no"), ("one", "two"))
FORMS = [NUMBER, CHOICE, CHOICES, ORDER, MATCHING]


def read(form: Form, text: str) -> Answer | None:
    return read_answer(form, read_file(f"# a comment\nq: {text}\n".encode())["q"])


def refused(form: Form, text: str) -> Unreadable:
    with pytest.raises(Unreadable) as error:
        read(form, text)
    assert "answers.yaml, line " in error.value.en
    assert "answers.yaml, строка " in error.value.ru
    return error.value


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
@pytest.mark.parametrize("text", ["", "~", "null", "# later", "''", "'?'", "…", "[]"])
def test_blank(form: Form, text: str) -> None:
    assert read(form, text) is None


def test_a_list_of_nothing_is_blank() -> None:
    assert read(ORDER, "\n  - \n  - ") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("60.75", 60.75),
        ("-2.5", -2.5),
        ("−2,5", -2.5),
        ("+5", 5.0),
        ("1,5", 1.5),
        ("2,303", 2.303),
        ("0,0", 0.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e-4", 1e-4),
        ("1.5E3", 1500.0),
        ("3072", 3072.0),
        ("3 072", 3072.0),
        ("3\u00a0072", 3072.0),
        ("0012", 12.0),
        ("'60.75'", 60.75),
        ("≈ 2.303", 2.303),
        ("[2.9]", 2.9),
        ("inf", math.inf),
        ("+inf", math.inf),
        (".inf", math.inf),
        ("-.inf", -math.inf),
        ("∞", math.inf),
        ("−∞", -math.inf),
        ("Infinity", math.inf),
        ("Бесконечность", math.inf),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert read(NUMBER, text) == value


@pytest.mark.parametrize(
    "text",
    ["ln 10", "C - 1", "1/3", "15.5%", "2.9.", "1 2", "1_000", "0x10", "nan", "1e999", "1,000,000",
     "--1", "9" * 400, "1:30", "٣", "три", "x", "{a: 1}", "[[1]]"],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    error = refused(NUMBER, text)
    assert "line 2" in error.en
    assert len(error.en) < 250


def test_two_numbers_are_not_one() -> None:
    """In brackets a comma separates: [1,5] is not one and a half."""
    assert "Got a list of 2" in refused(NUMBER, "[1,5]").en


@pytest.mark.parametrize(
    ("text", "key"),
    [("b", "b"), ("B", "b"), ("b)", "b"), ("b.", "b"), ("'b'", "b"), ("[b]", "b"), ("no", "no"),
     ("а", "a"), ("С", "c"), ("NO", "no")],
)  # fmt: skip
def test_a_key(text: str, key: str) -> None:
    """`no` is an option, not false; а and С are Cyrillic here."""
    assert read(CHOICE, text) == key


@pytest.mark.parametrize("text", ["d", "ab", "a b", "в", "downhill", "true", "a, b", "{a: b}"])
def test_what_is_no_key(text: str) -> None:
    assert "line 2" in refused(CHOICE, text).en


def test_several_options_are_no_choice() -> None:
    error = refused(CHOICE, "[a, b]")
    assert "Got a list of 2" in error.en
    assert "значений: 2" in error.ru


@pytest.mark.parametrize("form", [CHOICES, ORDER], ids=lambda form: form.kind)
@pytest.mark.parametrize(
    "text",
    ["[c, a, no]", "\n  - c\n  - a\n  - no", "c, a, no", "c a no", "c → a → no", "c > a > no",
     "[c), А., NO]", "c; a; no", "[c, a, no, ]"],
)  # fmt: skip
def test_several_keys_in_their_order(form: Form, text: str) -> None:
    assert read(form, text) == ("c", "a", "no")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[a, a]", "a is there twice"),
        ("a, А", "a is there twice"),
        ("[a, x]", "«x» is none of a, b, c, no"),
        ("cab", "«cab» is none of"),
        ("[[a], b]", "must be a single value or a list"),
        ("{a: b}", "must be a single value or a list"),
    ],
)
def test_what_is_no_list_of_keys(text: str, words: str) -> None:
    assert words in refused(CHOICES, text).en


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("{one: a, two: b}", {"one": "a", "two": "b"}),
        ("\n  one: no\n  two: no", {"one": "no", "two": "no"}),
        ("\n  ONE: А\n  two:", {"one": "a", "two": None}),
        ("{one: [a]}", {"one": "a"}),
        ("\n  one:\n  two:", None),
        ("{}", None),
    ],
)
def test_matching(text: str, pairs: dict[str, str | None] | None) -> None:
    assert read(MATCHING, text) == pairs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a", "must have a line for each of one, two"),
        ("[a, b]", "must have a line for each of one, two"),
        ("{three: a}", "«three» is none of one, two"),
        ("{one: x}", "«x» is none of a, b, no"),
        ("{one: a, One: b}", "one is there twice"),
        ("{one: [a, b]}", "Got a list of 2"),
        ("{one: {a: b}}", "must be a single value"),
    ],
)
def test_what_is_no_matching(text: str, words: str) -> None:
    assert words in refused(MATCHING, text).en


def test_a_question_answered_twice_is_refused_with_both_lines() -> None:
    with pytest.raises(Unreadable, match=r"more than once \(lines 1, 3\)"):
        read_answer(CHOICE, read_file(b"q: a\nx: 1\nq: a\n")["q"])


def test_what_a_student_wrote_is_shown_cut_and_harmless() -> None:
    error = refused(CHOICE, '"\\e[31m\\u202e' + "x" * 100 + '"')
    assert error.en.isprintable()
    assert "…" in error.en


_SCALAR = st.text(max_size=30) | st.sampled_from(["a", "b", "one", "1,5", "∞", "no", "[", "a, b"])
_ANY = st.recursive(
    _SCALAR,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(_SCALAR, inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=6,
)


@PATIENT
@given(st.sampled_from(FORMS), _ANY)
def test_anything_is_an_answer_in_form_or_refused(form: Form, text: str) -> None:
    try:
        answer = read(form, text)
    except (Unreadable, KeyError, UnicodeEncodeError):  # `q` itself was lost, or a lone surrogate
        return
    match form.kind, answer:
        case _, None:
            return
        case "number", float():
            assert not math.isnan(answer)
        case "choice", str():
            assert answer in form.keys
        case (("choices" | "order"), tuple()):
            assert len(set(answer)) == len(answer) > 0
            assert set(answer) <= set(form.keys)
        case "matching", dict():
            assert set(answer) <= set(form.items)
            assert {value for value in answer.values() if value} <= set(form.keys)
        case _:
            pytest.fail(f"{answer!r} is no {form.kind}")


@PATIENT
@given(st.floats(allow_nan=False))
def test_every_number_that_python_writes_is_read(value: float) -> None:
    assert read(NUMBER, repr(value)) == value


def test_forms_come_from_their_description() -> None:
    described = {"q": {"kind": "matching", "keys": ["a", "b", "no"], "items": ["one", "two"]}}
    assert forms(described) == {"q": MATCHING}
