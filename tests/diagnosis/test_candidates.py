"""One candidate names the mistake; in doubt there is silence."""

from dataclasses import replace
from typing import Any

import pytest

from grader.diagnosis import Record
from grader.model import Verdict
from tests.diagnosis.course import RIGHT, found, losses, mistake, names


def doubled(W: Any, X: Any, reg: float) -> Any:
    loss, dW = RIGHT.loss(W, X, reg)
    return 2 * loss, dW


def unregularized(W: Any, X: Any, reg: float) -> Any:
    loss, _ = RIGHT.loss(W, X, 0.0)
    return loss, RIGHT.loss(W, X, reg)[1]


def negated(W: Any, X: Any, reg: float) -> Any:
    loss, dW = RIGHT.loss(W, X, reg)
    return loss, -dW


def both(W: Any, X: Any, reg: float) -> Any:
    return doubled(W, X, reg)[0], negated(W, X, reg)[1]


DOUBLED = mistake("doubled", doubled, result=0)
UNREGULARIZED = mistake("unregularized", unregularized, result=0)
NEGATED = mistake("negated", negated, result=1)
ALL = (DOUBLED, UNREGULARIZED, NEGATED)


def test_the_mistake_is_named() -> None:
    finding = found(losses(doubled, 0.0, 0.5), *ALL)["part/test_loss"]
    (diagnosis,) = finding.diagnoses
    assert diagnosis.mistake == "doubled"
    assert (diagnosis.hint.en, diagnosis.hint.ru) == ("hint of doubled", "подсказка doubled")


def test_two_mistakes_at_once_are_two_names() -> None:
    assert names(found(losses(both, 0.5), *ALL)) == {"part/test_loss": ["doubled", "negated"]}


def test_a_mistake_must_explain_every_call() -> None:
    """One call would look like no regularization; the right ones tell that it is not that."""
    records = [*losses(unregularized, 0.5), *losses(doubled, 0.7, test="part/test_other")]
    assert names(found(records, *ALL)) == {}
    records = [*losses(unregularized, 0.5), *losses(RIGHT.loss, 0.7, test="part/test_passed")]
    assert names(found(records, *ALL)) == {}


def test_calls_of_tests_that_passed_count() -> None:
    records = [*losses(unregularized, 0.5), *losses(RIGHT.loss, 0.7, test="part/test_passed")]
    assert names(found(records, *ALL, failing={"part/test_loss": Verdict.FAILED})) == {}


def test_several_candidates_are_silence() -> None:
    other = mistake("other", doubled, result=0)
    assert names(found(losses(doubled, 0.5), DOUBLED, other)) == {}


def test_twins_are_one_name() -> None:
    a = mistake("a", doubled, result=0, twins=("b", "c"))
    b = mistake("b", doubled, result=0, twins=("a", "c"))
    c = mistake("c", doubled, result=0, twins=("a", "b"))
    assert names(found(losses(doubled, 0.5), c, b, a)) == {"part/test_loss": ["a"]}
    alone = mistake("c", doubled, result=0)
    assert names(found(losses(doubled, 0.5), alone, b, a)) == {}


def test_an_unknown_mistake_is_silence() -> None:
    assert names(found(losses(lambda W, X, reg: (7.0, W), 0.5), *ALL)) == {}


def test_right_results_have_no_name() -> None:
    """Not even where a model happens to be right on the data."""
    assert found(losses(RIGHT.loss, 0.0), UNREGULARIZED) == {}


def test_the_hint_goes_to_failing_tests_that_show_it() -> None:
    records = [
        *losses(unregularized, 0.0, test="part/test_without"),
        *losses(unregularized, 0.5, test="part/test_with"),
        *losses(unregularized, 0.5, test="part/test_passed"),
    ]
    failing = {"part/test_without": Verdict.FAILED, "part/test_with": Verdict.PARTIAL}
    assert names(found(records, *ALL, failing=failing)) == {"part/test_with": ["unregularized"]}


def test_tests_that_were_not_compared_have_no_name_and_no_remark() -> None:
    for verdict in set(Verdict) - {Verdict.FAILED, Verdict.PARTIAL}:
        assert found(losses(doubled, 0.5), *ALL, failing={"part/test_loss": verdict}) == {}


def test_an_error_beside_a_wrong_result() -> None:
    """The call before the exception differs too, but the test was not compared."""
    records = [*losses(doubled, 0.5), *losses(doubled, 0.7, test="part/test_error")]
    failing = {"part/test_loss": Verdict.FAILED, "part/test_error": Verdict.ERROR}
    findings = found(records, *ALL, failing=failing)
    assert list(findings) == ["part/test_loss"]
    assert names(findings) == {"part/test_loss": ["doubled"]}


def test_files_are_imported_only_when_there_is_something_to_explain() -> None:
    def needless() -> Any:
        raise AssertionError("imported")

    untouched = replace(DOUBLED, load=needless)
    assert found(losses(RIGHT.loss, 0.5), untouched) == {}
    assert found(losses(doubled, 0.5), untouched, failing={"part/test_other": Verdict.FAILED}) == {}
    assert names(found(losses(negated, 0.5), untouched, NEGATED)) == {"part/test_loss": ["negated"]}
    with pytest.raises(AssertionError, match="imported"):
        found(losses(doubled, 0.5), untouched)


def test_a_mistake_of_another_function_is_no_candidate() -> None:
    elsewhere = mistake("doubled", doubled, "work.slope", result=0)
    assert names(found(losses(doubled, 0.5), elsewhere)) == {}


def test_one_mistake_in_two_functions_is_named_once() -> None:
    twice = mistake("twice", lambda f, x: 7.0, "work.slope", "work.area")
    source = "def slope(f, x): return 1.0\ndef area(f, x): return 2.0\n"
    records = [
        Record("part/test", f"work.{name}", (None, 0), value=7.0) for name in ("slope", "area")
    ]
    assert names(found(records, twice, source=source)) == {"part/test": ["twice"]}


def test_a_whole_value_leaves_nothing_to_explain_in_its_parts() -> None:
    whole = mistake("whole", both, result=None)
    assert names(found(losses(both, 0.5), *ALL, whole)) == {"part/test_loss": ["whole"]}
    assert names(found(losses(doubled, 0.5), *ALL, whole)) == {"part/test_loss": ["doubled"]}


def test_a_model_that_raises_is_no_candidate() -> None:
    def sometimes(W: Any, X: Any, reg: float) -> Any:
        if reg == 0.5:
            raise ValueError
        return doubled(W, X, reg)

    records = losses(doubled, 0.5, 0.7)
    assert names(found(records, mistake("sometimes", sometimes, result=0))) == {}
    assert names(found(losses(doubled, 0.7), mistake("sometimes", sometimes, result=0))) != {}


def test_a_result_without_the_part() -> None:
    assert names(found(losses(lambda W, X, reg: 7.0, 0.5), *ALL)) == {}


def test_models_cannot_spoil_the_record() -> None:
    def spoils(W: Any, X: Any, reg: float) -> Any:
        value = doubled(W, X, reg)
        W[...] = 0
        return value

    a = mistake("a", spoils, result=0, twins=("b",))
    b = mistake("b", spoils, result=0, twins=("a",))
    assert names(found(losses(doubled, 0.5), b, a)) == {"part/test_loss": ["a"]}
