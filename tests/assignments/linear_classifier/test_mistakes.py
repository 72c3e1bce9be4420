"""The known mistakes: complete in two languages, wrong as they say, and told apart."""

from fnmatch import fnmatchcase
from functools import cache
from itertools import combinations

import pytest

from grader.judge.api import is_undiagnosed
from tests.assignments.linear_classifier import suite
from tests.assignments.linear_classifier.authored import MISTAKES, RENDERINGS
from tests.assignments.linear_classifier.inputs import arguments
from tests.assignments.linear_classifier.results import LOOSE, agree, result
from tests.assignments.linear_classifier.solution import reference_function, solution

COMPARED = {name: mistake for name, mistake in MISTAKES.items() if not mistake.shows}
SEEDS = range(3)


def each(names):
    """A test for each of these mistakes."""
    return pytest.mark.parametrize("name", names)


def test_there_are_enough():
    assert len(MISTAKES) >= 60


@each(MISTAKES)
def test_titles_and_hints_are_in_both_languages(name):
    """A Russian text has Cyrillic letters, an English one has none."""
    mistake = MISTAKES[name]
    for texts in (mistake.title, mistake.hint):
        assert set(texts) == {"en", "ru"}
        assert not any("а" <= letter <= "я" for letter in texts["en"].lower())
        assert any("а" <= letter <= "я" for letter in texts["ru"].lower())
    assert max(map(len, mistake.title.values())) < 80


@each(MISTAKES)
def test_renderings_are_really_different(name):
    """No two of the three differ in their names alone."""
    codes = [getattr(MISTAKES[name].module, rendering).__code__ for rendering in RENDERINGS]
    for one, other in combinations(codes, 2):
        assert one.co_code != other.co_code


@each(COMPARED)
def test_renderings_agree(name):
    """The three make the same mistake: their results agree on 200 random inputs."""
    mistake = COMPARED[name]
    one, two, three = (getattr(mistake.module, rendering) for rendering in RENDERINGS)
    for values in arguments(mistake.functions[0], 200, seed=1):
        for part in parts(mistake):
            expected = result(one, values, part)
            assert agree(expected, result(two, values, part))
            assert agree(expected, result(three, values, part))


@each(COMPARED)
def test_differs_from_the_reference_in_its_result_alone(name):
    """On some of 200 inputs the wrong item differs; on all of them the other one is right.

    But for descents: another path has other losses.
    """
    mistake = COMPARED[name]
    for function in mistake.functions:
        right = reference_function(function)
        inputs = arguments(function, 200, seed=2)
        differs = {
            part: [
                not agree(result(mistake.module.one, values, part), result(right, values, part))
                for values in inputs
            ]
            for part in parts(mistake)
            if part == mistake.result or not function.startswith("optimization.")
        }
        assert any(differs[mistake.result])
        assert not any(any(differs[part]) for part in differs if part != mistake.result)


@each(COMPARED)
def test_twins_alone_agree_on_every_input(name):
    """Any other mistake of the same function and result differs on one input at least."""
    mistake = COMPARED[name]
    for other in COMPARED.values():
        if other.name <= name or other.result != mistake.result:
            continue
        for function in set(mistake.functions) & set(other.functions):
            twins = other.name in mistake.twins
            assert all_agree(name, other.name, function) == twins, f"{other.name}, {function}"


def all_agree(name, other, function):
    """Whether two mistakes agree on 1,000 inputs, kinks among them."""
    one, another = COMPARED[name].module.one, COMPARED[other].module.one
    part = COMPARED[name].result
    return all(
        agree(result(one, values, part), result(another, values, part), LOOSE)
        for kinks in (False, True)
        for values in inputs_of(function, kinks)
    )


@cache
def inputs_of(function, kinks):
    """500 inputs."""
    return arguments(function, 500, seed=3, kinks=kinks)


def parts(mistake):
    """The items of the returned tuple, or the whole."""
    return (None,) if mistake.result is None else (0, 1)


@each(MISTAKES)
def test_caught_by_lists_the_tests_that_fail(name):
    """In one function at a time: all the tests in CAUGHT_BY fail, and no other always does."""
    mistake = MISTAKES[name]
    for function in mistake.functions:
        modules = solution({function: mistake.module.one})
        runs = {test: failures(test, modules) for test in callers()[function]}
        listed = {test for test in runs if is_listed(mistake, test)}
        assert listed or mistake.caught_by[0].endswith("_speed")
        always = {test for test, failed in runs.items() if all(failed)}
        assert listed == always, f"{function}: {sorted(listed ^ always)}"


def is_listed(mistake, test):
    """Whether a pattern of CAUGHT_BY matches the test."""
    return any(fnmatchcase(test, pattern) for pattern in mistake.caught_by)


def failures(test, modules):
    """Whether the test fails, for each seed."""
    return [suite.run(test, modules, seed).failure is not None for seed in SEEDS]


@cache
def callers():
    """The tests that call each function; on the reference all of them pass."""
    found = {}
    for test in suite.TESTS:
        done = suite.run(test, solution({}))
        assert done.failure is None, f"{test}: {done.failure}"
        for function in done.functions:
            found.setdefault(function, []).append(test)
    return found


@each(COMPARED)
@pytest.mark.parametrize("rendering", RENDERINGS)
def test_suite_tells_it_from_the_others(name, rendering):
    """On what the hidden tests call, this mistake alone agrees with each of its renderings."""
    mistake = COMPARED[name]
    for function in mistake.functions:
        modules = solution({function: getattr(mistake.module, rendering)})
        tests = [test for test in callers()[function] if not is_undiagnosed(suite.TESTS[test])]
        runs = [suite.run(test, modules) for test in tests]
        calls = [call for done in runs for call in done.calls if call.function == function]
        names = [other.name for other in COMPARED.values() if is_candidate(other, mistake, calls)]
        assert names == sorted({name, *mistake.twins}), function


def is_candidate(other, mistake, calls):
    """Whether `other` agrees with all that was returned by the function in which `mistake` is."""
    if other.result != mistake.result or calls[0].function not in other.functions:
        return False
    return all(
        agree(call.repeated(other.module.one, other.result), call.part(other.result), LOOSE)
        for call in calls
        if call.value is not None
    )
