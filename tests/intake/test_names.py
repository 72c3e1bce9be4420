"""Ids are safe file names, unique in a class, and still say who it is."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.intake import Rules, collect
from grader.intake.names import safe_id, unique_ids
from grader.intake.rules import escaped
from grader.model import Rejected, Submission


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("ivanova", "ivanova"),
        ("Иванова Анна_1234_file", "Иванова_Анна_1234_file"),
        ("anna@example.org", "anna@example.org"),
        ("-rf", "rf"),
        ("..", "submission"),
        (".hidden", "hidden"),
        ("a/b\\c", "a_b_c"),
        ("<script>alert(1)</script>", "_script_alert_1_script_"),
        ("=cmd|' /C calc'!A0", "_cmd_C_calc_A0"),
        ("summary.json", "summary_json"),
        ("index.HTML", "index_HTML"),
        ("и\u0306ода", "йода"),
        ("", "submission"),
    ],
)
def test_safe_ids(name: str, id: str) -> None:
    assert safe_id(name) == id


def test_clashes_get_numbers() -> None:
    assert unique_ids(["ivan", "ivan", "Ivan", "ivan-2", "i van", "i/van"]) == [
        "ivan",
        "ivan-2",
        "Ivan-3",
        "ivan-2-2",
        "i_van",
        "i_van-2",
    ]


@given(st.lists(st.text(st.characters(), max_size=300), max_size=8))
def test_any_names_give_distinct_plain_file_names(names: list[str]) -> None:
    ids = unique_ids(names)
    assert len({id.casefold() for id in ids}) == len(names)
    for id in ids:
        assert len(id.encode()) <= 140
        assert id == Path(id).name
        assert id.isprintable()
        assert not id.startswith((".", "-"))


def test_a_folder_and_a_zip_of_one_name_are_two_submissions(course: Path, rules: Rules) -> None:
    (course / "zoe.zip").write_bytes(b"")
    assert [one.id for one in collect(course, rules)] == ["zoe", "zoe-2"]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        (b"line\nfeed", "'line\\nfeed' holds the control character U+000A"),
        (b"bad\xffname", "'bad\\udcffname' is not valid UTF-8"),
        ("\u202etxt".encode(), "'\\u202etxt' holds the control character U+202E"),
    ],
)
@pytest.mark.parametrize("inside", [False, True])
def test_unsafe_names_are_rejected_and_escaped(
    course: Path, rules: Rules, name: bytes, rule: str, inside: bool
) -> None:
    """The name of a submission, and of a file in one: neither reaches a report as it is."""
    folder = (course / "anna" if inside else course) / os.fsdecode(name)
    folder.mkdir(parents=True)
    (folder / "svm.py").write_text("x")
    bad, good = sorted(collect(course, rules), key=lambda one: isinstance(one, Submission))
    assert isinstance(good, Submission)
    assert isinstance(bad, Rejected)
    assert rule in bad.reason.en
    assert bad.reason.ru.isprintable()
    assert bad.id.isprintable()


@given(st.text(st.characters(), max_size=200))
def test_escaped_is_one_safe_line(name: str) -> None:
    shown = escaped(name)
    assert shown.isprintable()
    assert len(shown) <= 10 * 80 + 3
