"""Each assignment's notebook runs on the reference without an error, and is handed out clean."""

import os
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "student_template").glob("*/*.ipynb"))
ASSIGNMENTS = sorted(path.parent.name for path in ROOT.glob("assignments/*/assignment.yaml"))
LIMIT = 300  # seconds for one cell: a hang, not a measure of speed


def read(path):
    return nbformat.read(path, as_version=4)


def test_each_assignment_has_a_notebook():
    assert [path.stem for path in NOTEBOOKS] == ASSIGNMENTS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_valid_and_holds_no_results(path):
    notebook = read(path)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_each_text_is_in_english_and_in_russian(path):
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            english, _, russian = cell.source.partition("\n\n---\n\n")
            assert not any("а" <= letter <= "я" for letter in english)
            assert any("а" <= letter <= "я" for letter in russian)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("with_images", [False, True], ids=["made-up", "cifar10"])
def test_it_runs_on_the_reference_and_draws(path, with_images, tmp_path, monkeypatch):
    folder = tmp_path / "work"
    shutil.copytree(path.parent, folder)
    shutil.copytree(ROOT / "reference" / path.stem, folder, dirs_exist_ok=True)
    if not with_images:
        monkeypatch.delenv("CIFAR10_DIR", raising=False)
    elif "CIFAR10_DIR" not in os.environ:
        pytest.skip("CIFAR10_DIR is not set")
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "jupyter"))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    notebook = read(path)
    client = NotebookClient(notebook, timeout=LIMIT, resources={"metadata": {"path": str(folder)}})
    client.execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.output_type == "error"]
    drawn = [output for output in outputs if "image/png" in output.get("data", {})]
    assert len(drawn) >= 3


def test_the_notebooks_share_their_images():
    texts = {path.with_name("images.py").read_text(encoding="utf-8") for path in NOTEBOOKS}
    assert len(texts) == 1
