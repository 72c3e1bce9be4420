"""result.json is strict JSON whatever a student returned or printed, and reads back the same."""

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.model import Report, Status, TestResult, Text, Verdict, Visibility
from grader.reports.native import dumps, from_json, plain, to_json
from grader.reports.schemas import result_schema

Make = Callable[..., Any]

VALID = jsonschema.Draft202012Validator(result_schema())


def strictly(text: str) -> Any:
    """Parse as a strict reader would: NaN and Infinity are errors, and so is bad UTF-8."""

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    return json.loads(text.encode("utf-8"), parse_constant=refuse)


def test_it_reads_back_the_same(make_test: Make, make_report: Make) -> None:
    report = make_report(make_test(Visibility.VISIBLE), make_test(Visibility.HIDDEN, "softmax"))
    again = from_json(to_json(report))
    assert isinstance(again, Report)
    assert again.tests == report.tests
    assert again.submission == report.submission
    assert to_json(again) == to_json(report)


def test_the_same_report_gives_the_same_bytes(make_test: Make, make_report: Make) -> None:
    """Neither the order of keys nor the order of making matters."""
    one = make_test(Visibility.PUBLIC, evidence={"a": 1, "b": 2})
    two = make_test(Visibility.PUBLIC, evidence={"b": 2, "a": 1})
    assert to_json(make_report(one)) == to_json(make_report(two))


def test_layout(make_test: Make, make_report: Make) -> None:
    text = to_json(make_report(make_test(Visibility.PUBLIC)))
    assert text.endswith("}\n")
    assert "название public" in text
    assert list(json.loads(text)) == sorted(json.loads(text))
    assert json.loads(text)["volatile"]["seconds"] == {"svm/test_public": 0.0123457}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (float("-inf"), "-inf"),
        (1e999, "inf"),
        (0.1 + 0.2, 0.3),
        (-0.0, 0.0),
        (123456789.0, 123457000.0),
        (True, True),
        (2**53, 2**53),
        (2**53 + 1, "9007199254740993"),
        pytest.param(10**5000, "an integer of 16610 bits", id="10**5000"),
        ((1, [2.0]), [1, [2.0]]),
        ({1: "a"}, {"1": "a"}),
        ("\ud800", "\\ud800"),
        ("\x1b[31m\x00\x9b\x7f", "\\x1b[31m\\x00\\x9b\\x7f"),
        ("tab\t line\r\nend\n", "tab\t line\nend\n"),
        ("\u202eabc\u2028", "\\u202eabc\\u2028"),
        ("привет, 世界 🙂", "привет, 世界 🙂"),
    ],
)
def test_values(value: object, written: object) -> None:
    result = plain({"evidence": value})["evidence"]
    assert result == written
    assert type(result) is type(written)


def test_what_is_not_plain_is_our_bug() -> None:
    with pytest.raises(TypeError, match="plain values only; got object"):
        dumps({"x": object()})


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters())
    | st.sampled_from(["NaN", "\x1b]0;title\x07", "<script>", "=cmd|' /C calc'!A0"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(evidence=st.dictionaries(st.text(st.characters()), JSON), text=st.text(st.characters()))
def test_any_evidence_gives_strict_json_that_reads_back(
    make_test: Make, make_report: Make, evidence: dict[str, Any], text: str
) -> None:
    test: TestResult = make_test(
        Visibility.PUBLIC, evidence=evidence, message=Text(text, text), verdict=Verdict.ERROR
    )
    written = to_json(make_report(test))
    VALID.validate(strictly(written))
    assert to_json(from_json(written)) == written


@pytest.mark.parametrize(
    "change",
    [
        {"unknown": 1},
        {"status": "great"},
        {"score": None},
        {"status": "incomplete"},
        {"schema": "grader/result/v2"},
        {"parts": [{"name": "svm"}]},
    ],
)
def test_the_schema_is_tight(make_test: Make, make_report: Make, change: dict[str, Any]) -> None:
    value = json.loads(to_json(make_report(make_test(Visibility.PUBLIC))))
    VALID.validate(value)
    with pytest.raises(jsonschema.ValidationError):
        VALID.validate(value | change)


def test_a_rejected_report_is_valid(make_report: Make) -> None:
    report = make_report(
        status=Status.REJECTED, score=None, reason=Text("why", "почему"), environment=None
    )
    VALID.validate(json.loads(to_json(report)))
    assert from_json(to_json(report)) == report


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "nul", '{"a": NaN}', "[" * 100_000, "9" * 5000], ids=range(7)
)
def test_what_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"not a grader/result/v1 report"):
        from_json(text)


def test_another_version_is_refused(make_report: Make) -> None:
    with pytest.raises(UsageError, match=r"must have the schema .* Got 'grader/result/v9'"):
        from_json(to_json(make_report(schema="grader/result/v9")))
