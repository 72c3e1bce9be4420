"""The template as a student meets it: untouched, filled in, and without NumPy.

Every test works on a copy in a temporary folder, through the real `make test`.
"""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "student_template" / "linear_classifier"
REFERENCE = ROOT / "reference" / "linear_classifier"


def copy_template(folder):
    ignore = shutil.ignore_patterns("__pycache__", ".*")
    return shutil.copytree(TEMPLATE, folder / "template", ignore=ignore)


def make_test(folder, python=sys.executable):
    """Run `make test` as a student would, with every warning shown; output and errors in one."""
    ours = ("PY", "MAKE")  # PYTEST_ADDOPTS, MAKEFLAGS and the like
    env = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        ["make", "test", f"PYTHON={python}"],
        cwd=folder,
        env=env | {"PYTHONWARNINGS": "default"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def files(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*"))


def functions(path):
    """The public functions and methods of a module: {"Class.method": its syntax tree}."""
    found = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        members = node.body if isinstance(node, ast.ClassDef) else [node]
        prefix = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
        for member in members:
            if isinstance(member, ast.FunctionDef) and not member.name.startswith("_"):
                found[prefix + member.name] = member
    return found


MODULES = sorted(path.name for path in TEMPLATE.glob("*.py"))
STUBS = sorted(
    name
    for module in MODULES
    for name, tree in functions(TEMPLATE / module).items()
    if isinstance(tree.body[-1], ast.Raise) and name != "LinearClassifier.loss"
)


def test_the_untouched_template_fails_with_the_name_of_each_function(tmp_path):
    folder = copy_template(tmp_path)
    before = files(folder)
    result = make_test(folder)
    assert result.returncode != 0
    assert " passed" not in result.stdout
    assert " error" not in result.stdout
    assert "warning" not in result.stdout
    assert "Traceback" not in result.stdout
    missing = [name for name in STUBS if f"{name} is not implemented yet" not in result.stdout]
    assert missing == []
    assert files(folder) == before  # no cache, no bytecode


def test_the_reference_passes_every_public_test(tmp_path):
    folder = copy_template(tmp_path)
    for module in MODULES:
        shutil.copy(REFERENCE / module, folder / module)
    before = files(folder)
    result = make_test(folder)
    assert result.returncode == 0, result.stdout
    assert " passed" in result.stdout
    assert "warning" not in result.stdout
    assert "skipped" not in result.stdout
    assert files(folder) == before


def test_a_missing_package_is_named_with_its_remedy(tmp_path):
    python = f"{sys.executable} -I -S"  # a Python that sees no installed packages
    result = make_test(copy_template(tmp_path), python)
    assert result.returncode != 0
    assert f"{python} -m pip install numpy pytest" in result.stdout
    assert "Traceback" not in result.stdout


def test_the_template_has_the_modules_of_the_reference():
    assert sorted(path.name for path in REFERENCE.glob("*.py")) == MODULES


@pytest.mark.parametrize("module", MODULES)
def test_signatures_are_those_of_the_reference(module):
    def signatures(folder):
        trees = functions(folder / module)
        return {name: ast.unparse(tree.args) for name, tree in trees.items()}

    assert signatures(TEMPLATE) == signatures(REFERENCE)


@pytest.mark.parametrize("module", MODULES)
def test_every_function_is_documented(module):
    trees = functions(TEMPLATE / module)
    assert [name for name, tree in trees.items() if not ast.get_docstring(tree)] == []
