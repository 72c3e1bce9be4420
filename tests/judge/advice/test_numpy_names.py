"""Names that NumPy had once, checked against the NumPy that is installed."""

from __future__ import annotations

import ast
import warnings

import numpy as np
import pytest

from grader.judge.advice.numpy_names import METHODS, REPLACEMENTS
from tests.judge.advice.conftest import Advise

STILL_THERE = {"bool", "long", "row_stack"}
"""Names that some NumPy since 2.0 has, and another has not."""


def test_np_float(advise: Advise) -> None:
    text = advise("import numpy as np\nx = np.zeros(2, dtype=np.float)\n")
    assert text is not None
    assert text.en == "np.float was removed from NumPy; write float (np.float64)."
    assert text.ru == "np.float больше нет в NumPy; пишите float (np.float64)."


@pytest.mark.parametrize("name", sorted(REPLACEMENTS.keys() - STILL_THERE))
@pytest.mark.parametrize("code", ["import numpy as np\nnp.{}", "from numpy import {}"])
def test_each_name(advise: Advise, name: str, code: str) -> None:
    """It is gone, whatever words NumPy has for that."""
    text = advise(code.format(name))
    assert text is not None
    assert text.en == f"np.{name} was removed from NumPy; write {REPLACEMENTS[name]}."


@pytest.mark.parametrize("name", METHODS)
def test_each_method(advise: Advise, name: str) -> None:
    text = advise(f"import numpy as np\nnp.zeros(2).{name}()")
    assert text is not None
    assert text.en == f"a.{name}() was removed from NumPy; write {METHODS[name]}."


@pytest.mark.parametrize("replacement", sorted({*REPLACEMENTS.values(), *METHODS.values()}))
def test_what_is_advised_is_there(replacement: str) -> None:
    """Every `np.name` of the advice, without a warning."""
    tree = ast.parse(replacement.replace("…", "float"))
    names = [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "np"
    ]
    with warnings.catch_warnings(action="error"):
        assert all(hasattr(np, name) for name in names)


@pytest.mark.parametrize(
    "code",
    [
        "import numpy as np\nnp.never_there",
        "from numpy import never_there",
        "import numpy as np\nnp.zeros(2).never_there",
        "import math\nmath.float",
        "class float_: pass\nfloat_.float",
    ],
)
def test_other_names_get_no_advice(advise: Advise, code: str) -> None:
    assert advise(code) is None
