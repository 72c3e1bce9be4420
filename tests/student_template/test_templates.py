"""Each template as a student meets it: untouched, filled in, and without NumPy.

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
NAMES = sorted(path.parent.name for path in ROOT.glob("student_template/*/Makefile"))
NOT_FOR_STUDENTS = {"LinearClassifier.loss"}  # raises in the reference, too


@pytest.fixture(params=NAMES)
def name(request):
    """Each assignment in turn."""
    return request.param


@pytest.fixture
def template(name):
    return ROOT / "student_template" / name


@pytest.fixture
def reference(name):
    return ROOT / "reference" / name


@pytest.fixture
def handed_out(template, tmp_path):
    """A copy of the template, as a student has it."""
    return copy_template(template, tmp_path)


def copy_template(template, folder):
    ignore = shutil.ignore_patterns("__pycache__", ".*")
    return shutil.copytree(template, folder / "template", ignore=ignore)


def make_test(folder, python=sys.executable, **environment):
    """Run `make test` as a student would, with every warning shown; output and errors in one."""
    ours = ("PY", "MAKE")  # PYTEST_ADDOPTS, MAKEFLAGS and the like
    env = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        ["make", "test", f"PYTHON={python}"],
        cwd=folder,
        env=env | {"PYTHONWARNINGS": "default"} | environment,
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


def modules(folder):
    """What students write; `images.py` is there for the notebook."""
    return sorted(path.name for path in folder.glob("*.py") if path.name != "images.py")


def stubs(template):
    """The functions that students write."""
    return {
        name
        for module in modules(template)
        for name, tree in functions(template / module).items()
        if isinstance(tree.body[-1], ast.Raise)
    } - NOT_FOR_STUDENTS


def test_the_untouched_template_fails_with_the_name_of_each_function(template, handed_out):
    before = files(handed_out)
    result = make_test(handed_out)
    assert result.returncode != 0
    assert " passed" not in result.stdout
    assert " error" not in result.stdout
    assert "warning" not in result.stdout
    assert "Traceback" not in result.stdout
    missing = [
        name for name in stubs(template) if f"{name} is not implemented yet" not in result.stdout
    ]
    assert missing == []
    assert files(handed_out) == before  # no cache, no bytecode


def test_the_reference_passes_every_public_test(reference, handed_out):
    for module in modules(reference):
        shutil.copy(reference / module, handed_out / module)
    if (handed_out / "answers.yaml").exists():
        shutil.copy(reference / "answers.yaml", handed_out)
    before = files(handed_out)
    result = make_test(handed_out)
    assert result.returncode == 0, result.stdout
    assert " passed" in result.stdout
    assert "warning" not in result.stdout
    assert "skipped" not in result.stdout
    assert files(handed_out) == before


def test_a_missing_package_is_named_with_its_remedy(handed_out):
    python = f"{sys.executable} -I -S"  # a Python that sees no installed packages
    result = make_test(handed_out, python)
    assert result.returncode != 0
    assert f"{python} -m pip install numpy pytest" in result.stdout
    assert "Traceback" not in result.stdout


def test_the_template_has_the_modules_of_the_reference(template, reference):
    assert modules(reference) == modules(template)


def test_signatures_are_those_of_the_reference(template, reference):
    def signatures(folder):
        return {
            f"{module}: {name}": ast.unparse(tree.args)
            for module in modules(folder)
            for name, tree in functions(folder / module).items()
        }

    assert signatures(template) == signatures(reference)


def test_every_function_is_documented(template):
    undocumented = [
        name
        for module in modules(template)
        for name, tree in functions(template / module).items()
        if not ast.get_docstring(tree)
    ]
    assert undocumented == []
