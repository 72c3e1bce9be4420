"""A few mutants are graded as all are by `make mutants`, and the lists fit today's references."""

import contextlib
from pathlib import Path

import pytest

from grader.assignment import load_assignment
from grader.cli.context import context
from grader.proofs.course import open_course
from grader.sandbox.process import ProcessSandbox
from tests.mutation import equivalent, grading
from tests.mutation.mutants import Mutant, mutants

ASSIGNMENTS = Path(__file__).parents[2] / "assignments"
BEST_K, KNN_LABELS = "cross_validation.best_k", "cross_validation.knn_labels"
PREDICT_LABELS = "k_nearest_neighbor.KNearestNeighbor.predict_labels"
UNSTABLE = '- nearest = np.argsort(dists, axis=1, kind="stable")[:, :k]  # (num_test, k)\n' + (
    "+ nearest = np.argsort(dists, axis=1, )[:, :k]  # (num_test, k)"
)


@pytest.fixture(scope="module")
def knn():
    return load_assignment(ASSIGNMENTS / "knn")


def pick(found: list[Mutant], function: str, diff: str) -> Mutant:
    (mutant,) = [one for one in found if one.function == function and diff in one.diff]
    return mutant


def test_the_suite_kills_mutants_and_lets_an_equivalent_one_pass(knn):
    found = mutants(knn)
    largest_k = pick(found, BEST_K, "+ return max(sorted(accuracies), )")
    unstable = pick(found, PREDICT_LABELS, UNSTABLE)  # shares the submission of the one above
    no_k = pick(found, KNN_LABELS, "+ return model.predict(X, )")  # no test calls its function
    with contextlib.closing(ProcessSandbox()) as sandbox:
        course = open_course(context(knn, sandbox, None), sandbox, lanes=2)
        assert grading.survivors(course, [largest_k, unstable, no_k]) == [unstable]


@pytest.mark.parametrize("name", ["knn", "linear_classifier"])
def test_every_mutant_that_is_listed_as_equivalent_is_one_of_the_reference(name):
    found = mutants(load_assignment(ASSIGNMENTS / name))
    assert equivalent.stale(equivalent.reasons(name), found) == []


def test_a_listed_mutant_of_a_line_that_is_no_more_is_stale(knn):
    old = (BEST_K, "- return 1\n+ return 2")
    assert equivalent.stale([old, (PREDICT_LABELS, UNSTABLE)], mutants(knn)) == [old]


def test_a_mutant_that_is_listed_twice_is_an_error(tmp_path, monkeypatch):
    entry = "- {function: m.f, reason: none, mutants: [x, x]}\n"
    (tmp_path / "twice.yaml").write_text(entry)
    monkeypatch.setattr(equivalent, "_FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"m\.f is listed twice"):
        equivalent.reasons("twice")


def test_a_mutant_is_the_module_with_one_change_and_stands_in_for_its_function(knn):
    mutant = pick(mutants(knn), PREDICT_LABELS, UNSTABLE)
    right = {file.path: file for file in knn.reference}
    wrong = {file.path: file for file in mutant.files(knn)}
    assert [path for path in right if right[path] != wrong[path]] == ["k_nearest_neighbor.py"]
    assert b"axis=1, )[:, :k]" in wrong["k_nearest_neighbor.py"].content

    names = {"KNearestNeighbor": type("KNearestNeighbor", (), {})}
    exec(mutant.case().code.replace("{number}", "0"), names)
    assert names["KNearestNeighbor"].predict_labels.__name__ == "predict_labels"
