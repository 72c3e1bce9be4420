from collections.abc import Callable
from pathlib import Path

import pytest

YAML = """\
name: demo
title: {en: Linear classifier, ru: Линейный классификатор}
summary: {en: Two losses., ru: Две функции потерь.}
modules: [svm.py, softmax.py]
limits: {call_seconds: 5, test_seconds: 20}
conventions: {l2_factor: 1, float32: true}
data:
  cifar10:
    train: 5000
    evaluation: 2000
    settings:
      cifar10: {svm: {rate: 1.0e-7, tiers: [[0.2, 0.5], [0.3, 1]]}}
      synthetic: {svm: {rate: 0.001, tiers: [[0.5, 1]]}}
due: 2026-12-14T23:59:00+04:00
parts:
  - name: svm
    title: {en: SVM, ru: Метод опорных векторов}
    tests:
      - {id: test_loss, title: {en: Loss, ru: Потери}, points: 5, visibility: public}
      - id: test_speed
        title: {en: Speed, ru: Скорость}
        points: 2.5
        visibility: hidden
        limits: {test_seconds: 3}
  - name: softmax
    title: {en: Softmax, ru: Softmax}
    tests:
      - {id: test_loss, title: {en: Loss, ru: Потери}, points: 1, visibility: visible}
"""

SUITE = {
    "test_svm.py": "def helper(): ...\ndef test_loss(student): ...\ndef test_speed(student): ...\n",
    "test_softmax.py": "from helpers import x\ndef test_loss(student): ...\n",
    "helpers.py": "def test_is_no_test_here(): ...\n",
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write the demo assignment, with `changes` replaced in its YAML; returns its folder."""

    def write(*changes: tuple[str, str]) -> Path:
        folder = tmp_path / "assignments" / "demo"
        files = {folder / "hidden" / name: text for name, text in SUITE.items()}
        for module in ("svm.py", "softmax.py"):
            files[tmp_path / "reference" / "demo" / module] = "right = True\n"
        yaml = YAML
        for old, new in changes:
            assert old in yaml
            yaml = yaml.replace(old, new, 1)
        files[folder / "assignment.yaml"] = yaml
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write
