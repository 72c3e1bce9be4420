"""The correct variants: they pass every test, and nothing takes them for a mistake."""

import contextlib
import io

import pytest

from tests.assignments.linear_classifier import inputs, suite
from tests.assignments.linear_classifier.authored import MISTAKES, VARIANTS
from tests.assignments.linear_classifier.results import LOOSE, agree, result
from tests.assignments.linear_classifier.solution import reference_function, solution


def test_there_are_enough():
    assert len(VARIANTS) >= 20


@pytest.mark.parametrize("name", VARIANTS)
def test_titles_are_in_both_languages(name):
    title = VARIANTS[name].title
    assert set(title) == {"en", "ru"}
    assert not any("а" <= letter <= "я" for letter in title["en"].lower())
    assert any("а" <= letter <= "я" for letter in title["ru"].lower())


@pytest.mark.parametrize("name", VARIANTS)
def test_passes_and_shows_no_mistake(name):
    """Every test passes on it, and no predicate takes what was observed for a mistake."""
    modules = solution(VARIANTS[name].replacements)
    for test in suite.TESTS:
        for seed in range(2):
            with contextlib.redirect_stdout(io.StringIO()):
                done = suite.run(test, modules, seed)
            assert done.failure is None, f"{test}: {done.failure}"
            for function, facts in done.facts:
                for mistake in MISTAKES.values():
                    if mistake.shows and function in mistake.functions:
                        assert not mistake.shows(facts), mistake.name


REPEATABLE = [
    (name, function)
    for name, variant in VARIANTS.items()
    for function in variant.replacements
    if function in inputs.OF
]


@pytest.mark.parametrize(("name", "function"), REPEATABLE)
def test_equals_the_reference(name, function):
    """On 100 random inputs, as far as float32 can tell."""
    variant, right = VARIANTS[name].replacements[function], reference_function(function)
    for values in inputs.arguments(function, 100, seed=5):
        for part in (0, 1) if "_loss_" in function else (None,):
            with contextlib.redirect_stdout(io.StringIO()):
                returned = result(variant, values, part)
            expected = result(right, values, part)
            if returned.size == 1 == expected.size:
                returned, expected = returned.reshape(()), expected.reshape(())
            assert agree(returned, expected, 20 * LOOSE if "float32" in name else 1e-6)
