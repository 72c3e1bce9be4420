"""Predicates see what tests observed, and speak for it where results cannot."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from grader.diagnosis import KnownMistake, Observation
from grader.model import Verdict
from tests.diagnosis.course import found, losses, mistake, names


def seen(test: str = "part/test", function: str = "work.Model.fit", **facts: Any) -> Observation:
    return Observation(test, function, facts)


def by(fact: str, name: str = "slow", *functions: str, **fields: Any) -> KnownMistake:
    """Shown by `fact` being true, excluded by its being false."""

    def shows(facts: Mapping[str, Any]) -> bool | None:
        return facts.get(fact)

    return mistake(name, lambda: None, *(functions or ("work.Base.fit",)), shows=shows, **fields)


def test_an_observation_shows_the_mistake_in_its_own_test() -> None:
    observations = [seen(slow=True), seen("part/test_other", slow=None), seen("part/test_more")]
    assert names(found([], by("slow"), observations=observations)) == {"part/test": ["slow"]}


def test_one_observation_excludes_it_everywhere() -> None:
    observations = [seen(slow=True), seen("part/test_passed", slow=False)]
    failing = {"part/test": Verdict.FAILED}
    assert found([], by("slow"), observations=observations, failing=failing) == {}


def test_tests_that_passed_get_no_hint_and_any_other_verdict_does() -> None:
    observations = [seen(slow=True), seen("part/test_error", slow=True)]
    failing = {"part/test_error": Verdict.ERROR}
    findings = found([], by("slow"), observations=observations, failing=failing)
    assert names(findings) == {"part/test_error": ["slow"]}


def test_several_in_one_test_are_silence_unless_twins_or_other_parts() -> None:
    observations = [seen(slow=True, late=True)]
    assert names(found([], by("slow"), by("late", "late"), observations=observations)) == {}
    twins = [by("slow", "a", twins=("b",)), by("late", "b", twins=("a",))]
    assert names(found([], *twins, observations=observations)) == {"part/test": ["a"]}
    parts = [by("slow", "a", result=0), by("late", "b", result=1)]
    assert names(found([], *parts, observations=observations)) == {"part/test": ["a", "b"]}


def test_two_mistakes_in_two_tests_are_two_names() -> None:
    observations = [seen(slow=True), seen("part/test_other", late=True)]
    assert names(found([], by("slow"), by("late", "late"), observations=observations)) == {
        "part/test": ["slow"],
        "part/test_other": ["late"],
    }


def test_files_are_imported_only_when_a_failing_test_observed_the_function() -> None:
    def needless() -> Any:
        raise AssertionError("imported")

    untouched = replace(by("slow"), load=needless)
    failing = {"part/test_other": Verdict.FAILED}
    assert found([], untouched, observations=[seen(slow=True)], failing=failing) == {}
    with pytest.raises(AssertionError, match="imported"):
        found([], untouched, observations=[seen(slow=True)])


def test_another_function_is_not_looked_at() -> None:
    one = by("slow", "slow", "work.loss")
    assert found([], one, observations=[seen(slow=True)]) == {}


def test_a_predicate_that_raises_says_nothing() -> None:
    broken = mistake("broken", lambda: None, "work.Base.fit", shows=lambda facts: facts["more"])
    observations = [seen(more=True), seen("part/test_other", slow=True)]
    assert names(found([], broken, by("slow"), observations=observations)) == {
        "part/test_other": ["slow"]
    }


def test_a_predicate_cannot_spoil_the_facts() -> None:
    def shows(facts: Mapping[str, Any]) -> bool:
        return bool(facts["rows"].pop())

    first = mistake("a", lambda: None, "work.Base.fit", shows=shows, twins=("b",))
    second = mistake("b", lambda: None, "work.Base.fit", shows=shows, twins=("a",))
    observations = [seen(rows=[False, True])]
    assert names(found([], second, first, observations=observations)) == {"part/test": ["a"]}


def test_a_mistake_with_a_predicate_is_not_compared() -> None:
    one = mistake("m", lambda W, X, reg: (7.0, W), shows=lambda facts: None)
    assert names(found(losses(lambda W, X, reg: (7.0, W), 0.5), one)) == {}
