"""Each known mistake of knn is one mistake in three styles, and each correct variant is right."""

import ast
import itertools
import sys
from collections import defaultdict
from unittest import mock

import numpy as np
import pytest

from tests.assignments.knn.bench import (
    ASSIGNMENT,
    CLASS,
    REFERENCE,
    cases,
    equal,
    load,
    reference,
    trained,
)
from tests.modules import import_folder

FILES = sorted((ASSIGNMENT / "mistakes").glob("*.py"))
MISTAKES = {path.stem: load(path) for path in FILES}
BY_VALUE = [name for name, mistake in MISTAKES.items() if not hasattr(mistake, "shows")]
BY_PREDICATE = sorted(set(MISTAKES) - set(BY_VALUE))
VARIANTS = sorted((ASSIGNMENT / "correct").glob("*.py"))
RENDERINGS = ("one", "two", "three")


@pytest.fixture(autouse=True)
def importable():
    """What a variant imports when it is called are the reference's modules."""
    with mock.patch.dict(sys.modules, vars(REFERENCE)):
        yield


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_constants_are_literals_in_both_languages(path):
    constants = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign)
    }
    assert set(constants) == {"FUNCTIONS", "RESULT", "TITLE", "HINT", "CAUGHT_BY"}
    assert constants["RESULT"] is None
    for texts in (constants["TITLE"], constants["HINT"]):
        assert set(texts) == {"en", "ru"}
        assert all(texts.values())


def renderings(mistake):
    return [getattr(mistake, rendering) for rendering in RENDERINGS]


def functions(names):
    return [(name, function) for name in names for function in MISTAKES[name].FUNCTIONS]


@pytest.mark.parametrize(("name", "function"), functions(BY_VALUE))
def test_renderings_agree_and_differ_from_the_reference(name, function):
    right = reference(function)
    differs = False
    for case in cases(function):
        one, two, three = (case(rendering) for rendering in renderings(MISTAKES[name]))
        assert equal(one, two)
        assert equal(one, three)
        differs = differs or not equal(one, case(right))
    assert differs


@pytest.mark.parametrize("name", BY_VALUE)
def test_the_model_is_pure(name):
    """`one` is called again on recorded calls: it must leave the object and its arguments alone."""
    function = MISTAKES[name].FUNCTIONS[0]
    for case in cases(function, 20):
        assert equal(case(MISTAKES[name].one), case(MISTAKES[name].one))


def test_no_two_mistakes_are_the_same():
    found = defaultdict(dict)
    for name, function in functions(BY_VALUE):
        found[function][name] = [case(MISTAKES[name].one) for case in cases(function)]
    for function, values in found.items():
        for one, other in itertools.combinations(values, 2):
            pairs = zip(values[one], values[other], strict=True)
            assert not all(equal(*pair) for pair in pairs), (function, one, other)


@pytest.mark.parametrize(
    ("name", "function"),
    functions(sorted(set(BY_PREDICATE) - {"pixels_not_converted"})),
)
def test_what_only_a_predicate_finds_has_right_values(name, function):
    right = reference(function)
    for case in cases(function):
        for rendering in renderings(MISTAKES[name]):
            assert equal(case(rendering), case(right))


@pytest.mark.parametrize("rendering", renderings(MISTAKES["negative_under_root"]))
def test_equal_points_give_nan(rendering):
    X = 10 + np.random.default_rng(0).normal(size=(200, 30))
    with np.errstate(invalid="ignore"):
        assert np.isnan(rendering(trained(X, None), X)).any()


@pytest.mark.parametrize("rendering", renderings(MISTAKES["pixels_not_converted"]))
@pytest.mark.parametrize("loops", ["two_loops", "one_loop", "no_loops"])
def test_pixels_wrap_and_floats_do_not(rendering, loops):
    rng = np.random.default_rng(0)
    X_train, X = rng.integers(256, size=(6, 12)), rng.integers(256, size=(4, 12))
    for dtype, right in ((np.uint8, False), (float, True)):
        model = trained(X_train.astype(dtype), None)
        expected = getattr(model, f"compute_distances_{loops}")(X.astype(dtype))
        assert equal(rendering(model, X.astype(dtype)), expected) is right


@pytest.mark.parametrize("rendering", renderings(MISTAKES["spoils_training_examples"]))
def test_a_second_call_is_wrong(rendering):
    rng = np.random.default_rng(0)
    model, X = trained(rng.normal(size=(8, 4)), None), rng.normal(size=(5, 4))
    assert not equal(rendering(model, X), rendering(model, X))


@pytest.mark.parametrize("rendering", renderings(MISTAKES["changes_x"]))
def test_x_is_changed(rendering):
    rng = np.random.default_rng(0)
    model, X = trained(rng.normal(size=(8, 4)), None), rng.normal(size=(5, 4))
    before = X.copy()
    rendering(model, X)
    assert not np.array_equal(X, before)


@pytest.mark.parametrize("rendering", renderings(MISTAKES["changes_dists"]))
def test_dists_are_changed(rendering):
    dists = np.array([[3.0, 1.0, 2.0]])
    rendering(trained(np.zeros((3, 1)), np.arange(3)), dists, k=2)
    assert not np.array_equal(dists, [[3.0, 1.0, 2.0]])


@pytest.mark.parametrize(
    ("name", "showing", "excluding"),
    [
        (
            "negative_under_root",
            {"nan": True, "right_elsewhere": True},
            [{"nan": False, "right_elsewhere": True}, {"nan": True, "right_elsewhere": False}],
        ),
        (
            "pixels_not_converted",
            {"right_floats": True, "right_pixels": False},
            [
                {"right_floats": True, "right_pixels": True},
                {"right_floats": False, "right_pixels": False},
            ],
        ),
        (
            "spoils_training_examples",
            {"right_first": True, "right_again": False},
            [
                {"right_first": True, "right_again": True},
                {"right_first": False, "right_again": False},
            ],
        ),
        ("changes_x", {"changed": True}, [{"changed": False}]),
        ("changes_dists", {"changed": True}, [{"changed": False}]),
        ("loop_over_examples", {"times_slower": 100.0}, [{"times_slower": 6.0}]),
    ],
)
def test_predicates(name, showing, excluding):
    shows = MISTAKES[name].shows
    assert shows(showing) is True
    assert [shows(facts) for facts in excluding] == [False] * len(excluding)
    assert shows({"something": "else"}) is None


def test_every_predicate_is_tested():
    tested = test_predicates.pytestmark[0].args[1]
    assert sorted(row[0] for row in tested) == BY_PREDICATE


@pytest.mark.parametrize("path", VARIANTS, ids=lambda path: path.stem)
def test_correct_variants_equal_the_reference(path):
    variant = load(path)
    for function, own in variant.FUNCTIONS.items():
        for case in cases(function):
            expected = case(reference(function))
            assert close(case(getattr(variant, own)), expected), function


def close(one, other):
    """As `equal`, within what float32 can tell."""
    if isinstance(one, dict):
        return set(one) == set(other) and all(close(one[k], other[k]) for k in other)
    return np.allclose(one, other, rtol=1e-4, atol=1e-2)


def test_the_class_of_its_own_equals_the_reference():
    own = import_folder(ASSIGNMENT / "correct" / "own_class")
    rng = np.random.default_rng(0)
    X_train, y_train, X = (
        rng.normal(size=(30, 3)),
        rng.integers(4, size=30),
        rng.normal(size=(9, 3)),
    )
    models = [module.k_nearest_neighbor.KNearestNeighbor() for module in (own, REFERENCE)]
    for model in models:
        model.train(X_train, y_train)
    for loops in ("two_loops", "one_loop", "no_loops"):
        dists = [getattr(model, f"compute_distances_{loops}")(X) for model in models]
        np.testing.assert_allclose(*dists)
    for k, num_loops in itertools.product((1, 4, 30), (0, 1, 2)):
        np.testing.assert_array_equal(*(model.predict(X, k, num_loops) for model in models))
    for module, name in (("cross_validation", "cross_validate_k"), ("cross_validation", "best_k")):
        for case in cases(f"{module}.{name}"):
            theirs = getattr(getattr(own, module), name)
            assert equal(case(theirs), case(reference(f"{module}.{name}")))


def test_the_mistakes_cover_every_function():
    named = {function for mistake in MISTAKES.values() for function in mistake.FUNCTIONS}
    methods = ("two_loops", "one_loop", "no_loops")
    assert named == {
        *(f"{CLASS}.compute_distances_{name}" for name in methods),
        f"{CLASS}.predict_labels",
        f"{CLASS}.predict",
        "cross_validation.cross_validate_k",
        "cross_validation.best_k",
    }
