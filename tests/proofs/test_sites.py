"""The calls of checks are found where they stand, with the reason that a comment gives."""

import pytest

from grader.model import SourceFile
from grader.proofs.sites import site_at, sites

SUITE = b"""
def helper(check, value):
    check.that(value > 0, en="", ru="")  # unproven: a guard for the lines below
    return check.number(value)


def test_one(check, student):
    # unproven: the slide's own rounding
    check.close(
        helper(check, student.module.f()),
        check.number(2.0),
    )

    def inner(value):
        check.unchanged(value, value)

    other.check.close(1, 2)
    check.that(True)  # unproven: not for the next line
    check.labels([1])
"""


@pytest.fixture
def found():
    return sites([SourceFile("test_part.py", SUITE), SourceFile("data.txt", b"check.close(")])


def test_every_call_is_found_once_with_its_function(found):
    assert {(site.method, site.line, site.function) for site in found} == {
        ("that", 3, "helper"),
        ("number", 4, "helper"),
        ("close", 9, "test_one"),
        ("number", 11, "test_one"),
        ("unchanged", 15, "inner"),
        ("that", 18, "test_one"),
        ("labels", 19, "test_one"),
    }
    assert len(found) == 7


def test_a_comment_on_the_line_or_above_gives_the_reason(found):
    reasons = {(site.method, site.line): site.reason for site in found}
    assert reasons["that", 3] == "a guard for the lines below"
    assert reasons["close", 9] == "the slide's own rounding"
    assert reasons["unchanged", 15] is None
    assert reasons["labels", 19] is None


def test_a_line_belongs_to_the_innermost_call(found):
    assert site_at(found, "test_part.py", 10).method == "close"
    assert site_at(found, "test_part.py", 11).method == "number"
    assert site_at(found, "test_part.py", 1) is None
    assert site_at(found, "test_other.py", 3) is None
