"""The proofs of a small assignment hold, and each thing that may be wrong with it breaks one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from grader.assignment import load_assignment
from grader.model import Environment
from grader.pipeline import Grading
from grader.proofs import Course, prove
from grader.sandbox.process import ProcessSandbox
from tests.proofs.small import mistake, write

Open = Callable[..., Course]


@pytest.fixture
def course(tmp_path) -> Iterator[Open]:
    """Open the small assignment, changed."""
    sandbox = ProcessSandbox()

    def opened(changes=None, added=None) -> Course:
        assignment = load_assignment(write(tmp_path, changes or {}, added or {}))
        environment = Environment(
            backend=sandbox.name,
            grader="0",
            python=sandbox.python,
            numpy=sandbox.numpy,
            image=sandbox.image,
        )
        return prove.open_course(Grading(assignment, environment, {}, b"key"), sandbox)

    yield opened
    sandbox.close()


def findings(proof) -> list[str]:
    return sorted(map(str, proof.findings))


def test_all_of_them_hold(course):
    small = course()
    steps = [
        prove.known_mistakes,
        prove.pairs,
        prove.twins,
        prove.correct_variants,
        prove.needed_checks,
    ]
    proofs = [step(small) for step in steps]
    assert [findings(proof) for proof in proofs] == [[], [], [], [], []]
    assert [str(proof.line) for proof in proofs] == [
        "4 known mistakes, each caught and named in three renderings (12 gradings)",
        "1 pair of mistakes, with both names",
        "1 pair of twins, the same on 1000 inputs",
        "1 correct variant: all points and no hint",
        "3 checks needed, 3 tolerances held, 0 excused",
    ]


def test_a_deleted_check_lets_a_mistake_pass(course):
    line = 'check.close(value, np.mean(x * x), rtol=1e-4, name="loss")'
    small = course({"hidden/test_work.py": (line, "")})
    assert "loss_summed.one as work.loss: work/test_loss passes" in findings(
        prove.known_mistakes(small, "loss_summed")
    )


def test_a_check_that_another_one_repeats_is_not_needed(course):
    line = "    value, _ = student.work.loss(x)\n"
    more = line + '    check.that(value < 99, en="large", ru="велико")\n'
    small = course({"hidden/test_work.py": (line, more)})
    assert findings(prove.needed_checks(small)) == [
        "hidden/test_work.py:7 check.that (test_loss): "
        "no known mistake is rejected by this check alone"
    ]


def test_a_tolerance_a_thousand_times_wider_is_noticed(course):
    wide = "rtol=1e-1, name="
    small = course({"hidden/test_work.py": ('rtol=1e-4, name="gradient"', wide + '"gradient"')})
    assert findings(prove.needed_checks(small)) == [
        "hidden/test_work.py:13 check.close (test_gradient): "
        "its tolerance could be a thousand times wider unnoticed"
    ]


def test_a_rendering_that_is_another_mistake_is_not_named(course):
    other = ("x.dot(x), 2 * x / x.size", "x.dot(x) / 2, 2 * x / x.size")
    small = course({"mistakes/loss_summed.py": other})
    assert findings(prove.known_mistakes(small, "loss_summed")) == [
        "loss_summed.two as work.loss: the names are –"
    ]


def test_a_mistake_that_no_test_catches(course):
    models = ["np.mean(x[:9] ** 2), 2 * x / len(x)"] * 3
    small = course(added={"mistakes/only_nine.py": mistake("loss", 0, "test_loss", *models)})
    assert findings(prove.known_mistakes(small, "only_nine")) == sorted(
        f"only_nine.{rendering} as work.loss: {objection}"
        for rendering in ("one", "two", "three")
        for objection in ("work/test_loss passes", "the names are –")
    )


def test_caught_by_names_a_test_that_passes(course):
    small = course({"mistakes/loss_summed.py": ("work/test_loss", "work/test_gradient")})
    assert findings(prove.known_mistakes(small, "loss_summed")) == sorted(
        f"loss_summed.{rendering} as work.loss: work/test_gradient passes"
        for rendering in ("one", "two", "three")
    )


def test_caught_by_names_no_test_that_calls_the_function(course):
    small = course({"mistakes/loss_summed.py": ("work/test_loss", "work/test_largest")})
    assert "loss_summed.one as work.loss: no test of CAUGHT_BY calls work.loss" in findings(
        prove.known_mistakes(small, "loss_summed")
    )


def test_twins_that_differ(course):
    small = course({"mistakes/negated.py": ("return -np.max(-x)", "return -np.max(x)")})
    (line,) = findings(prove.twins(small))
    assert line.startswith("negated, smallest: differ on ")
    assert line.endswith(" inputs")


def test_a_correct_variant_that_is_wrong(course):
    small = course({"correct/plain.py": ("sorted(x)[-1]", "sorted(x)[0]")})
    passed, named = sorted(
        findings(prove.correct_variants(small)), key=lambda text: "names" in text
    )
    assert passed.startswith("plain: work/test_largest is failed: ")
    assert named == "plain: work/test_largest names negated"


def test_a_pair_that_gets_another_name(course):
    models = ["np.sum(x * x), np.sum(2 * x)"] * 3
    small = course(added={"mistakes/both_summed.py": mistake("loss", None, "test_*", *models)})
    assert findings(prove.pairs(small)) == [
        "loss_summed with gradient_summed, in work.loss: the names are both_summed"
    ]
