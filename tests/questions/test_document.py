"""answers.yaml is hostile until read: nothing in it acts, and what is wrong has a line."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from grader.questions.answers.document import SIZE, Node, Unreadable, read_file
from tests.questions.conftest import PATIENT


def refused(text: str | bytes) -> Unreadable:
    with pytest.raises(Unreadable) as error:
        read_file(text if isinstance(text, bytes) else text.encode())
    assert error.value.en.startswith("answers.yaml")
    assert error.value.ru.startswith("answers.yaml")
    return error.value


def texts(node: Node) -> object:
    """`node` as plain lists, dicts and texts."""
    if node.pairs is not None:
        return {name: texts(value) for name, value in node.pairs}
    return node.text if node.text is not None else [texts(item) for item in node.items]


def test_values_stay_texts_with_their_lines() -> None:
    """YAML's own types would make False of `no` and 90 of `1:30`."""
    found = read_file(b"a: no\nb: 1,5\n\nc: [off, 0x10, .inf]\nd:\n  x: 1:30\n  y:\n")
    assert {name: [texts(node) for node in nodes] for name, nodes in found.items()} == {
        "a": ["no"],
        "b": ["1,5"],
        "c": [["off", "0x10", ".inf"]],
        "d": [{"x": "1:30", "y": ""}],
    }
    assert {name: nodes[0].line for name, nodes in found.items()} == {
        "a": 1, "b": 2, "c": 4, "d": 6,
    }  # fmt: skip


def test_a_question_that_is_there_twice_is_kept_twice() -> None:
    assert [node.line for node in read_file(b"a: 1\nb: 2\nA: 3\n")["a"]] == [1, 3]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "---\n", "\ufeff# BOM\n", "~"])
def test_nothing_is_no_answers(text: str) -> None:
    assert read_file(text.encode()) == {}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: *x\n", 2, "`&`, `*` and `!`"),
        ("a: 1\nb: &x 1\n", 2, "`&`, `*` and `!`"),
        ("a: &x [1]\nb: *x\n", 1, "`&`, `*` and `!`"),
        ("&x a: 1\n", 1, "`&`, `*` and `!`"),
        ("a: !!python/object/apply:os.getcwd []\n", 1, "`&`, `*` and `!`"),
        ("a: !local 1\n", 1, "`&`, `*` and `!`"),
        ("!!map {a: 1}\n", 1, "`&`, `*` and `!`"),
        ("a: 1\n---\nb: 2\n", 2, "one document"),
        ("a: [[[[[b]]]]]\n", 1, "nested too deep"),
        ("a: b: c\n", 1, "is not YAML here"),
        ("x: 1\n\ta: 1\n", 2, "is not YAML here"),
        ("a: [1, 2\nb: 3\n", 2, "is not YAML here"),
        ("- a\n", 1, "a line `question: answer`"),
        ("words\n", 1, "a line `question: answer`"),
        ("x: 1\n? [a]\n: b\n", 2, "a name must be a word"),
    ],
)
def test_refused_with_its_line(text: str, line: int, words: str) -> None:
    error = refused(text)
    assert words in error.en
    assert error.en.startswith(f"answers.yaml, line {line}: ")
    assert error.ru.startswith(f"answers.yaml, строка {line}: ")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a: " + b"1" * SIZE, "is larger than 128 KiB"),
        ("a: 1\n# имя\n".encode("cp1251"), "line 2: must be saved as UTF-8"),
        ("a: 1\n".encode("utf-16"), "must be saved as UTF-8"),
        (b"a: \x00\n", "is not YAML"),
        (rb'a: "\UFFFFFFFF"', "does not exist"),
        (rb'a: "\U00110000"', "does not exist"),
    ],
)
def test_refused_as_a_whole(content: bytes, words: str) -> None:
    assert words in refused(content).en


@pytest.mark.parametrize("text", ["[" * SIZE, "- " * (SIZE // 2), "{a: " * 20_000, "? " * 9_000])
def test_depth_is_refused_without_recursion(text: str) -> None:
    assert "nested too deep" in refused(text).en


@PATIENT
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))
)
@example(b"%YAML 9.9\n--- a\n")
@example(b"%TAG ! tag:x:\n--- !a b\n")
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        found = read_file(content)
    except Unreadable:
        return
    assert all(nodes for nodes in found.values())


_WORD = st.text("abcxyz01_", min_size=1, max_size=8)
_TREE = st.dictionaries(
    _WORD, _WORD | st.lists(_WORD, min_size=1) | st.dictionaries(_WORD, _WORD, min_size=1)
)


@PATIENT
@given(_TREE, st.booleans())
def test_what_was_written_is_read(tree: dict[str, object], flow: bool) -> None:
    """Against PyYAML's own writer, in both of YAML's styles."""
    content = yaml.safe_dump(tree, default_flow_style=flow, default_style='"').encode()
    assert {name: texts(nodes[0]) for name, nodes in read_file(content).items()} == tree
