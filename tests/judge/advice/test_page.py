"""docs/student-code.md says what is so."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.worker.imports import _PLOTTING, STAND_INS
from tests.judge.advice.conftest import Advise

PAGE = (Path(__file__).parents[3] / "docs/student-code.md").read_text()


@pytest.mark.parametrize("name", sorted({*_PLOTTING, *STAND_INS} - {"six.moves.cPickle"}))
def test_every_stand_in_is_there(name: str) -> None:
    assert f"`{name}`" in PAGE


@pytest.mark.parametrize(
    "code",
    [
        "1\n2\nprint 'loss', loss",
        "xrange(10)",
        "n = 3\nrange(n / 2)",
        "import numpy as np\nnp.zeros(1, dtype=np.float)",
        "from cs231n.softmax import *",
        "import torch",
        "open('data_batch_1')",
    ],
)
def test_what_it_quotes_is_what_is_said(advise: Advise, code: str) -> None:
    text = advise(code, importing=True, absent=("softmax",))
    assert text is not None
    said = text.en.replace("work.py", "linear_svm.py").partition(" Code is graded")[0]
    assert said in PAGE
