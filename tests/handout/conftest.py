"""A small assignment on disk, with a canary in every file that students must not see."""

from pathlib import Path

import pytest

from grader.assignment import Assignment, load_assignment

CANARY = "canary-5d1f0a"

_FILES = {
    "assignments/demo/assignment.yaml": f"""\
name: demo
title: {{en: Demo, ru: Пример}}
summary: {{en: A demo., ru: Для примера.}}
modules: [work.py]
conventions: {{l2_factor: 1, secret: {CANARY}}}
parts:
  - name: work
    title: {{en: Work, ru: Работа}}
    tests:
      - {{id: test_f, title: {{en: f {CANARY}, ru: f {CANARY}}}, points: 5, visibility: hidden}}
      - {{id: test_g, title: {{en: g, ru: g}}, points: 2.5, visibility: public}}
""",
    "assignments/demo/handout.md": "# {{ title }}\n"
    "{% for part in parts %}\n{{ part.title }}: {{ part.points }}\n{% endfor %}\n"
    "$\\frac{1}{N}\\sum_{i}{#1}$ in {{ points }}; L2 factor {{ conventions.l2_factor }}\n",
    "assignments/demo/handout.ru.md": "# {{ title }}\nPython {{ python }}, NumPy {{ numpy }}\n",
    "assignments/demo/hidden/test_work.py": f"def test_f(): '{CANARY}'\ndef test_g(): ...\n",
    "assignments/demo/hidden/data.txt": CANARY,
    "assignments/demo/notes.md": CANARY,
    "reference/demo/work.py": f"def f(): return '{CANARY}'\n",
    "student_template/demo/work.py": "def f(): raise NotImplementedError\n",
    "student_template/demo/tests/test_work.py": "def test_f(): ...\n",
    "student_template/demo/tests/__pycache__/test_work.pyc": CANARY,
    "student_template/demo/.git/config": CANARY,
    "student_template/demo/.env": CANARY,
    "student_template/demo/work.py~": CANARY,
    "tests/submissions/perfect/work.py": CANARY,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder that holds the assignment, its reference and its template."""
    for name, text in _FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "student_template/demo/link.py").symlink_to(tmp_path / "reference/demo/work.py")
    return tmp_path


@pytest.fixture
def assignment(root: Path) -> Assignment:
    """The small assignment."""
    return load_assignment(root / "assignments" / "demo")
