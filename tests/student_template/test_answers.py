"""What `make test` says of answers.yaml: how far it is, what cannot be read, not what is right."""

import shutil

import pytest

from tests.student_template.test_templates import ROOT, copy_template, make_test

TEMPLATE = ROOT / "student_template" / "linear_classifier"
ANSWERS = ROOT / "reference" / "linear_classifier" / "answers.yaml"


@pytest.fixture
def folder(tmp_path):
    """The template with the reference's answers."""
    folder = copy_template(TEMPLATE, tmp_path)
    shutil.copy(ANSWERS, folder)
    return folder


def change(folder, *changes):
    path = folder / "answers.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def test_an_untouched_form(tmp_path):
    output = make_test(copy_template(TEMPLATE, tmp_path)).stdout
    assert "answers.yaml: 0 of 35 questions answered" in output
    assert "есть ответы на вопросы: 0 из 35" in output
    assert "no answer yet / пока нет ответа: challenges, knn_splits" in output


def test_all_answered(folder):
    output = make_test(folder).stdout
    assert "answers.yaml: 35 of 35 questions answered" in output
    assert "test_every_question_is_answered" not in output


def test_wrong_answers_look_like_right_ones(folder):
    change(folder, ("svm_q7: b", "svm_q7: a"), ("svm_q3: 9", "svm_q3: 10"))
    output = make_test(folder).stdout
    assert "answers.yaml: 35 of 35 questions answered" in output
    assert "svm_q" not in output


def test_what_cannot_be_read_is_told_in_both_languages_with_its_line(folder):
    change(folder, ("svm_q7: b", "svm_q7: z"), ("2.303", "ln 10"), ("sgd:", "sdg:"))
    output = make_test(folder).stdout
    assert "answers.yaml: 32 of 35 questions answered" in output
    assert "svm_q7: answers.yaml, line 28: «z» is none of a, b, c, d" in output
    assert "svm_q7: answers.yaml, строка 28: «z» — такого варианта нет" in output
    assert "softmax_q2: answers.yaml, line 50: «ln 10» is not a number" in output
    assert "'sdg': no such question / такого вопроса нет" in output
    assert "test_every_question_is_answered" in output


def test_a_broken_file(folder):
    change(folder, ("svm_q7: b", "\tsvm_q7: b"))
    output = make_test(folder).stdout
    assert "answers.yaml, line 28: is not YAML here" in output
    assert "Traceback" not in output


def test_a_lost_file(folder):
    (folder / "answers.yaml").unlink()
    assert "answers.yaml is not there / нет файла answers.yaml" in make_test(folder).stdout


def test_without_pyyaml_the_rest_is_tested_and_the_remedy_named(folder, tmp_path):
    """Students need PyYAML for nothing else."""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['yaml'] = None\n")
    result = make_test(folder, PYTHONPATH=str(tmp_path))
    assert "PyYAML is missing. Install it:" in result.stdout
    assert "-m pip install pyyaml" in result.stdout
    assert "1 skipped" in result.stdout
    assert " failed" in result.stdout
    assert "Traceback" not in result.stdout
    assert "ModuleNotFoundError" not in result.stdout
