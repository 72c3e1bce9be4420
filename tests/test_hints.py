"""From mistake files in an assignment's folder to the hint in a student's report."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.assignment import load_assignment
from grader.judge.client import Judge
from grader.model import Environment, Phase, Report, SourceFile, Submission, Verdict, Volatile
from grader.pipeline import Grading, grade_one, setup_for
from grader.reports import student_view, to_json
from grader.sandbox.contract import WorkerLimits
from grader.sandbox.process import ProcessSandbox

YAML = """\
name: demo
title: {en: Squares, ru: Квадраты}
summary: {en: One loss., ru: Одна функция потерь.}
modules: [work.py]
parts:
  - name: squares
    title: {en: Squares, ru: Квадраты}
    tests:
      - {id: test_public, title: {en: P, ru: П}, points: 1, visibility: public}
      - {id: test_visible, title: {en: V, ru: В}, points: 1, visibility: visible}
      - {id: test_after_due_date, title: {en: A, ru: П}, points: 1, visibility: after_due_date}
      - {id: test_hidden, title: {en: H, ru: С}, points: 1, visibility: hidden}
"""
TEST = """
def test_{name}(student, reference, check, rng):
    W, reg = rng.normal(size=(4, 3)), {reg}
    loss, dW = check.pair(student.work.loss(W, reg))
    expected, slopes = reference.work.loss(W, reg)
    check.close(loss, expected)
    check.close(dW, slopes, name="dW")
"""
SUITE = "".join(
    TEST.format(name=name, reg=reg)
    for name, reg in [("public", 0.5), ("visible", 0.3), ("after_due_date", 0.7), ("hidden", 0.1)]
)
REFERENCE = """
import numpy as np

def loss(W, reg):
    return np.mean(W * W) + reg * np.sum(W * W), 2 * W / W.size + 2 * reg * W
"""
MISTAKE = """
FUNCTIONS = ["work.loss"]
RESULT = {result}
TITLE = {{"en": "Title of {name}", "ru": "Название {name}"}}
HINT = {{"en": "Hint of {name}.", "ru": "Подсказка {name}."}}
CAUGHT_BY = ["squares/test_*"]

import numpy as np

def one(W, reg): return {loss}, {dW}
def two(W, reg): return {loss}, {dW}
def three(W, reg): return {loss}, {dW}
"""
RIGHT = {
    "loss": "np.mean(W * W) + reg * np.sum(W * W)",
    "dW": "2 * W / W.size + 2 * reg * W",
}
MISTAKES: dict[str, dict[str, Any]] = {
    "not_averaged": {"result": 0, "loss": "np.sum(W * W) + reg * np.sum(W * W)"},
    "no_regularization": {"result": 0, "loss": "np.mean(W * W)"},
    "half_regularization": {"result": 1, "dW": "2 * W / W.size + reg * W"},
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Grade a submission whose `loss` has these mistakes at once."""
    with grading_in(tmp_path_factory.mktemp("course"), YAML) as grade:
        yield grade


@contextlib.contextmanager
def grading_in(folder: Path, yaml: str) -> Iterator[Any]:
    """A function that grades, in the course that is described by `yaml`."""
    write(folder, yaml)
    assignment = load_assignment(folder / "assignments" / "demo")
    grading = Grading(assignment, Environment("process", "1", "3", "2"), {}, b"k" * 32)
    with contextlib.ExitStack() as stack:
        sandbox = ProcessSandbox()
        stack.callback(sandbox.close)
        lane = sandbox.open_lane(WorkerLimits())
        stack.callback(lane.close)
        judge = Judge(lane, setup_for(assignment, None))
        stack.callback(judge.close)

        def grade(*mistakes: str) -> Report:
            parts = dict(RIGHT)
            for name in mistakes:
                parts |= {key: text for key, text in MISTAKES[name].items() if key in RIGHT}
            work = f"import numpy as np\ndef loss(W, reg): return {parts['loss']}, {parts['dW']}\n"
            files = (SourceFile("work.py", work.encode()),)
            return grade_one(grading, judge, Submission("anna", files, "a" * 64))

        yield grade


def write(root: Path, yaml: str) -> None:
    demo = root / "assignments" / "demo"
    files = {
        demo / "assignment.yaml": yaml,
        demo / "hidden" / "test_squares.py": SUITE,
        root / "reference" / "demo" / "work.py": REFERENCE,
    }
    for name, changes in MISTAKES.items():
        text = MISTAKE.format(name=name, **{**RIGHT, **changes})
        files[demo / "mistakes" / f"{name}.py"] = text
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def names(report: Report) -> dict[str, list[str]]:
    return {
        test.id.removeprefix("squares/test_"): [one.mistake for one in test.diagnosis]
        for test in report.tests
    }


def test_every_mistake_is_named_alone_and_with_another(graded: Any) -> None:
    for mistakes in (
        ["not_averaged"],
        ["no_regularization"],
        ["half_regularization"],
        ["not_averaged", "half_regularization"],
        ["no_regularization", "half_regularization"],
    ):
        report = graded(*mistakes)
        assert {test.verdict for test in report.tests} == {Verdict.FAILED}
        assert set(map(tuple, names(report).values())) == {tuple(mistakes)}


@pytest.mark.parametrize(("factor", "diagnosed"), [(1, True), (0.5, False), ("either", False)])
def test_other_conventions_than_the_mistakes_were_written_for_end_in_silence(
    tmp_path: Path, factor: Any, diagnosed: bool
) -> None:
    """Under another convention the reference itself is wrong, and would mislead."""
    conventions = f"conventions: {{l2_factor: {factor}}}\ndiagnosed_with: {{l2_factor: 1}}\n"
    with grading_in(tmp_path, YAML + conventions) as grade:
        report = grade("not_averaged")
    assert {test.verdict for test in report.tests} == {Verdict.FAILED}
    assert all(bool(test.diagnosis) is diagnosed for test in report.tests)
    assert all(("remarks" in test.evidence) is diagnosed for test in report.tests)


def test_a_right_submission_has_no_hint(graded: Any) -> None:
    report = graded()
    assert report.score == report.max_score
    assert not any(test.diagnosis or "remarks" in test.evidence for test in report.tests)


def test_result_json_shows_them(graded: Any) -> None:
    found = json.loads(to_json(graded("not_averaged")))["tests"][0]
    hint = {"en": "Hint of not_averaged.", "ru": "Подсказка not_averaged."}
    assert found["diagnosis"] == [{"mistake": "not_averaged", "hint": hint}]
    assert [sorted(remark) for remark in found["evidence"]["remarks"]] == [["en", "ru"]]


@pytest.mark.parametrize(
    ("phase", "shown"),
    [
        (Phase.BEFORE_DUE, ["public", "visible"]),
        (Phase.AFTER_DUE, ["public", "visible", "after_due_date"]),
        (Phase.AFTER_RELEASE, ["public", "visible", "after_due_date"]),
    ],
)
def test_students_see_the_hints_of_tests_that_they_see(
    graded: Any, phase: Phase, shown: list[str]
) -> None:
    view = student_view(graded("not_averaged"), phase)
    hinted = [test["id"] for test in view["tests"] if test["diagnosis"]]
    assert hinted == [f"squares/test_{name}" for name in shown]
    assert [test["id"] for test in view["tests"] if test["evidence"].get("remarks")] == hinted


def test_two_runs_give_the_same_bytes(graded: Any) -> None:
    def run() -> str:
        report = graded("not_averaged", "half_regularization")
        return to_json(dataclasses.replace(report, volatile=Volatile("", "", {}, {})))

    assert run() == run()
