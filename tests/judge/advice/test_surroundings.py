"""Code that needs what is on the student's machine only: packages, files, somebody who types."""

from __future__ import annotations

import platform

import numpy as np
import pytest

from grader.judge.advice.top_level import MOVE_IT
from tests.judge.advice.conftest import Advise

HERE = f"Python {platform.python_version()} and NumPy {np.__version__} only"


def test_a_package_that_is_not_installed(advise: Advise) -> None:
    text = advise("import torch.nn", importing=True)
    assert text is not None
    assert text.en.startswith("There is no torch here, neither in the submission nor installed.")
    assert HERE in text.en
    assert text.ru.startswith("Модуля torch нет ни в работе, ни среди установленных.")


def test_during_a_test_its_name_is_not_quoted(advise: Advise) -> None:
    text = advise("import torch")
    assert text is not None
    assert "torch" not in text.en + text.ru
    assert HERE in text.en


@pytest.mark.parametrize(
    "code",
    [
        "import softmax_",
        "from cs231n.softmax_ import *",
        "from cs231n.classifiers import softmax_",
        "raise ImportError(\"cannot import name 'softmax_' from 'cs231n' (unknown location)\")",
    ],
)
def test_a_module_that_was_not_handed_in(advise: Advise, code: str) -> None:
    text = advise(code, importing=True, absent=("another", "softmax_"))
    assert text is not None
    assert text.en == "softmax_ is imported, but softmax_.py was not found in the submission."
    assert text.ru == "Импортируется softmax_, а файла softmax_.py в работе нет."


def test_a_file_at_the_top_level(advise: Advise) -> None:
    text = advise("open('cifar/data_batch_1', 'rb')", importing=True)
    assert text is not None
    assert text.en.startswith("There is no file cifar/data_batch_1: only the submission's .py")
    assert text.en.endswith(MOVE_IT.en)
    assert text.ru.startswith("Файла cifar/data_batch_1 нет:")
    assert text.ru.endswith(MOVE_IT.ru)


def test_a_file_during_a_test(advise: Advise) -> None:
    text = advise("open('cifar/data_batch_1', 'rb')")
    assert text is not None
    assert text.en == "Only the submission's .py files are here."


def test_input_at_the_top_level(advise: Advise) -> None:
    text = advise("raise EOFError('EOF when reading a line')", importing=True)
    assert text is not None
    assert text.en.startswith("Nobody types here, so input() has nothing to read.")
    assert text.en.endswith(MOVE_IT.en)


def test_a_line_of_a_notebook(advise: Advise) -> None:
    """nbconvert writes it for `%matplotlib inline`."""
    text = advise("get_ipython().run_line_magic('matplotlib', 'inline')", importing=True)
    assert text is not None
    assert text.en == "get_ipython exists only in Jupyter; delete the line."


def test_other_files_get_no_advice(advise: Advise) -> None:
    assert advise("open('.')", importing=True) is None
