"""Real students' imports, in real workers: every path to an own module gives that module, once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.model import Outcome, Verdict
from tests.judge.course import course

SVM = "calls = []\ndef one(): return 1.0\ndef record(): calls.append(1); return len(calls)\n"

USERS = {
    "plain": "from svm import one as value\n",
    "relative": "from .svm import one as value\n",
    "relative_star": "from .svm import *\ndef value(): return one()\n",
    "relative_module": "from . import svm\ndef value(): return svm.one()\n",
    "two_up": "from ..classifiers.svm import *\ndef value(): return one()\n",
    "three_up": "from ...svm import one as value\n",
    "dotted": "from cs231n.classifiers.svm import one as value\n",
    "dotted_star": "from cs231n.classifiers.svm import *\ndef value(): return one()\n",
    "dotted_import": "import cs231n.svm\ndef value(): return cs231n.svm.one()\n",
    "dotted_as": "import cs231n.classifiers.svm as s\ndef value(): return s.one()\n",
    "dotted_module": "from cs231n.classifiers import svm\ndef value(): return svm.one()\n",
    "brackets": "from cs231n.classifiers import (\n    svm,\n    plain)\nvalue = svm.one\n",
    "another_course": "from my_homework.svm import one as value\n",
    "inside": "def value():\n    from .svm import one\n    return one()\n",
    "same_object": (
        "import svm\nfrom . import svm as b\nfrom .. import svm as c\n"
        "import cs231n.svm as d, classifiers.svm as e\n"
        "def value(): return float(svm is b is c is d is e)\n"
    ),
    "same_class": (
        "from dataclasses import dataclass\nfrom svm import calls\nimport cs231n.svm\n"
        "@dataclass\nclass A:\n    x: 'int' = 1\n"
        "def value(): return float(calls is cs231n.svm.calls and A().x)\n"
    ),
    "ring_a": "from cs231n.ring_b import two\ndef one(): return 1.0\ndef value(): return two()\n",
    "ring_b": "import cs231n.ring_a as a\ndef two(): return a.one()\ndef value(): return two()\n",
    "folder": "from tools.norms import one as value\n",
    "in_a_folder": "import cs231n.svm\nfrom tools import norms\ndef value(): return norms.one()\n",
    "own_random": "from .random import four\ndef value(): return four() - 3.0\n",
    "real_random": "import random\ndef value(): return float(0 <= random.random() < 1)\n",
    "real_numpy": "import numpy as np\ndef value(): return np.float64(1.0)\n",
    "own_numpy": "from .numpy import ones\ndef value(): return ones\n",
    "own_test": "from cs231n.test import one as value\n",
    "colorsys": "def value(): return 1.0\n",
    "real_colorsys": "import colorsys\ndef value(): return colorsys.rgb_to_hsv(1, 1, 1)[2]\n",
    "name": "value = (lambda: 1.0) if __name__ == 'name' else None\n",
    "main": "def value(): return 1.0\nif __name__ == '__main__':\n    1 / 0\n",
}
EXTRA = {
    "svm": SVM,
    "tools/norms": "def one(): return 1.0\n",
    "random": "def four(): return 4.0\n",
    "test": "def one(): return 1.0\n",
    "numpy": "ones = 1.0\ndef array(x): raise RuntimeError\n",
    "types": "1 / 0\n",
    "grader": "1 / 0\n",
}
FAILING = {
    "no_package": "import torch\ndef value(): return 1.0\n",
    "no_function": "from torch.special import svm\ndef value(): return 1.0\n",
    "no_module": "from cs231n.data_utils import load\nimport cs231n.svm\ndef value(): return 1.0\n",
    "no_sibling": "from .data_utils import load\ndef value(): return 1.0\n",
    "below_a_module": "import svm.deeper\ndef value(): return 1.0\n",
    "below_numpy": "import numpy.svm\ndef value(): return 1.0\n",
    "needs_broken": "from cs231n.broken import one\ndef value(): return 1.0\n",
    "broken": "def value(): return 1.0\n1 / 0\n",
}
SUITE = "".join(
    f"def test_{name}(student, check):\n    check.close(student.{name}.value(), 1.0)\n\n"
    for name in (*USERS, *FAILING)
)


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, Outcome]]:
    with course(SUITE, modules=(*USERS, *FAILING)) as opened:
        yield opened.grade(**EXTRA, **USERS, **FAILING)


@pytest.mark.parametrize("module", USERS)
def test_a_path_to_an_own_module_resolves(outcomes: dict[str, Outcome], module: str) -> None:
    outcome = outcomes[f"test_{module}"]
    assert outcome.verdict is Verdict.PASSED, outcome.evidence


@pytest.mark.parametrize("module", FAILING)
def test_what_is_not_there_stays_an_error(outcomes: dict[str, Outcome], module: str) -> None:
    assert outcomes[f"test_{module}"].verdict is Verdict.ERROR


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("no_package", "No module named 'torch'"),
        ("no_function", "No module named 'torch'"),
        ("no_module", "No module named 'cs231n.data_utils'"),
        ("no_sibling", "No module named 'data_utils'"),
        ("needs_broken", "division by zero"),
    ],
)
def test_the_exception_speaks_of_what_the_student_wrote(
    outcomes: dict[str, Outcome], module: str, text: str
) -> None:
    assert outcomes[f"test_{module}"].evidence["exception"]["text"] == text


STAND_INS = {
    "past": (
        "from __future__ import print_function, division\n"
        "from builtins import range, object\nfrom past.builtins import xrange, basestring, str\n"
        "from past import builtins\nfrom past.utils import old_div\n"
        "def value(): return float(list(xrange(2)) == [0, 1] and old_div(3, 2) == 1)\n"
    ),
    "past_star": "from past.builtins import *\ndef value(): return float(range(2) == [0, 1])\n",
    "six": (
        "import six\nfrom six import moves\nfrom six.moves import xrange, cPickle\n"
        "import six.moves.cPickle as pickle\n"
        "def value(): return float(pickle is cPickle and dict(six.iteritems({1: 2})) == {1: 2})\n"
    ),
    "future": (
        "from future import standard_library\nstandard_library.install_aliases()\n"
        "from future.utils import iteritems\nfrom future.builtins import range\n"
        "def value(): return float(list(iteritems({1: range(2)})) == [(1, range(2))])\n"
    ),
    "plots": (
        "import matplotlib\nmatplotlib.use('Agg')\nimport matplotlib.pyplot as plt\n"
        "from matplotlib import cm, pyplot, rcParams\nfrom mpl_toolkits.mplot3d import Axes3D\n"
        "plt.rcParams['figure.figsize'] = (10.0, 8.0)\nplt.plot([1, 2])\nplt.show()\n"
        "def value():\n"
        "    figure, axes = plt.subplots(2, 3, figsize=(1, 2))\n"
        "    other, (left, right) = plt.subplots(1, 2)\n"
        "    line, = left.plot([1, 2])\n"
        "    axes[0, 1].imshow([[1]], cmap=plt.cm.gray)\n"
        "    line, = plt.plot([1, 2], label='loss')\n"
        "    counts, bins, patches = plt.hist([1])\n"
        "    for axis in axes.ravel(): axis.axis('off')\n"
        "    with plt.style.context('default'): plt.savefig('loss.png')\n"
        "    plt.gcf().add_subplot(111, projection='3d').scatter(1, 2, 3)\n"
        "    return 1.0\n"
    ),
}


@pytest.mark.parametrize("module", STAND_INS)
def test_packages_that_are_not_needed_import_fine(module: str) -> None:
    """The worker has none of them."""
    suite = "def test_it(student, check):\n    check.close(student.work.value(), 1.0)\n"
    with course(suite) as opened:
        outcome = opened.grade(work=STAND_INS[module])["test_it"]
    assert outcome.verdict is Verdict.PASSED, outcome.evidence


def test_a_students_own_six_is_the_students() -> None:
    suite = "def test_it(student, check):\n    check.close(student.work.value(), 1.0)\n"
    with course(suite) as opened:
        outcomes = opened.grade(work="from six import value\n", six="def value(): return 1.0\n")
    assert outcomes["test_it"].verdict is Verdict.PASSED
