"""The predicates: what the hidden suite observes shows each of these mistakes, and no other."""

import pytest

from tests.assignments.linear_classifier import inputs, suite
from tests.assignments.linear_classifier.authored import MISTAKES, RENDERINGS
from tests.assignments.linear_classifier.results import agree, result
from tests.assignments.linear_classifier.solution import reference_function, solution

SHOWN = {name: mistake for name, mistake in MISTAKES.items() if mistake.shows}
BY_TIME = {name for name, mistake in SHOWN.items() if mistake.caught_by[0].endswith("_speed")}
TESTS = [test for test in suite.TESTS if not test.endswith("_kink")]


def shown_in(runs):
    """Test → the mistakes that it shows, of those which no observation excludes."""
    shown = {test: [] for test in runs}
    for name, mistake in SHOWN.items():
        verdicts = [
            (test, verdict_of(mistake, facts))
            for test, run in runs.items()
            for function, facts in run.facts
            if function in mistake.functions
        ]
        if not any(verdict is False for _, verdict in verdicts):
            for test in {test for test, verdict in verdicts if verdict}:
                shown[test].append(name)
    return shown


def verdict_of(mistake, facts):
    """What the predicate says; where it fails, as on a W that is no array, the facts exclude it."""
    try:
        return mistake.shows(facts)
    except Exception:
        return False


def run_all(modules):
    """All tests on a solution."""
    return {test: suite.run(test, modules) for test in TESTS}


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("name", sorted(SHOWN.keys() - BY_TIME))
def test_each_rendering_is_shown_alone(name, rendering):
    """Some failing test shows it, and no test shows another mistake."""
    mistake = SHOWN[name]
    for function in mistake.functions:
        runs = run_all(solution({function: getattr(mistake.module, rendering)}))
        shown = {test: names for test, names in shown_in(runs).items() if names}
        assert set(map(tuple, shown.values())) == {(name,)}
        assert any(runs[test].failure for test in shown)


def test_the_reference_shows_none():
    assert not any(shown_in(run_all(solution({}))).values())


@pytest.mark.parametrize("name", sorted(BY_TIME))
def test_loops_are_shown_by_the_time(name):
    """As the suite measures: a loop takes over 70 times the reference's time, other code 13."""
    shows = SHOWN[name].shows
    assert shows({"ratio": 70.0}) is True
    assert shows({"ratio": 13.0}) is False
    assert shows({"changed": []}) is None


COMPARABLE = [
    (name, rendering)
    for name, mistake in SHOWN.items()
    for rendering in RENDERINGS
    if mistake.functions[0] in inputs.OF and mistake.functions[0] != "optimization.sgd"
]


@pytest.mark.parametrize(("name", "rendering"), COMPARABLE)
def test_values_cannot_show_it(name, rendering):
    """Its results are right: nothing but the predicate finds it.

    A history is wrong, but is asked of a loss that counts its calls, which nobody can repeat.
    """
    mistake = SHOWN[name]
    for function in mistake.functions:
        model, right = getattr(mistake.module, rendering), reference_function(function)
        parts = (None,) if "gradient_check" in function or "prob" in function else (0, 1)
        parts = (0,) if name.endswith("_history_length") else parts
        for values in inputs.arguments(function, 100, seed=4):
            for part in parts:
                assert agree(result(model, values, part), result(right, values, part))
