"""Right code in an unusual style: every test is passed, and nothing of it needs words."""

from __future__ import annotations

import pytest

from tests.assignments.linear_classifier.conftest import Grade, lost, reference_files

LOSSES = {
    "linear_svm.py": ("svm_loss_naive", "svm_loss_vectorized"),
    "softmax.py": ("softmax_loss_naive", "softmax_loss_vectorized"),
}

DECORATED = """
import functools

def logged(function):
    @functools.wraps(function)
    def call(*args, **kwargs):
        print("called", function.__name__)
        return function(*args, **kwargs)
    return call

{function} = logged({function})
"""
EXTRA_PARAMETERS = """
_{function} = {function}

def {function}(W, X, y, reg=0.0, delta=1.0, *rest, verbose=False, **options):
    return _{function}(W, X, y, reg)
"""
MATRICES = """
_{function} = {function}

def {function}(W, X, y, reg):
    loss, dW = _{function}(np.asarray(np.asmatrix(W)), X, y, reg)
    return np.asmatrix(loss), np.asmatrix(dW)
"""
NAMED_TUPLES = """
from collections import namedtuple
Result = namedtuple("Result", "loss dW")
_{function} = {function}

def {function}(W, X, y, reg):
    loss, dW = _{function}(W, X, y, reg)
    return Result(np.array([loss]), np.ma.masked_array(dW))
"""
LISTS = """
_{function} = {function}

def {function}(W, X, y, reg):
    loss, dW = _{function}(W, X, y, reg)
    return [np.array(loss), [list(row) for row in dW]]
"""
CALLABLE_OBJECTS = """
import functools

class Loss:
    def __init__(self, function):
        self.function = function

    def __call__(self, W, X, y, reg):
        return self.function(W, X, y, reg)

{function} = functools.partial(Loss({function}))
"""
STATIC_METHODS = """
class Losses:
    compute = staticmethod({function})

{function} = Losses().compute
"""

CLASSES = """

def registered(kind):
    return kind

{overridden}
"""
CLASS = """
@registered
class {name}({name}):
    names = []

    def __init__(self, W=None, learning_rate=1e-3, *, name="classifier", **options):
        super().__init__()
        self.name = name
        if W is not None:
            self.W = W

    def train(self, X, y, *args, **kwargs):
        if self.W is not None:
            self.W = np.asarray(self.W)
        history = super().train(X, y, *args, **kwargs)
        self.W = self.W.tolist()
        return np.array(history)

    def predict(self, X, W=None):
        self.W = np.asarray(self.W)
        return super().predict(X).tolist()
"""
COURSE = """\
from __future__ import print_function

from builtins import object, range
from past.builtins import xrange
from random import shuffle
import matplotlib.pyplot as plt

plt.rcParams["image.cmap"] = "gray"
"""


@pytest.mark.parametrize(
    "style",
    [
        DECORATED, EXTRA_PARAMETERS, MATRICES, NAMED_TUPLES, LISTS, CALLABLE_OBJECTS,
        STATIC_METHODS,
    ],
    ids=[
        "decorated", "extra parameters", "matrices", "named tuples", "lists", "callable objects",
        "static methods",
    ],
)  # fmt: skip
def test_functions(grade: Grade, style: str) -> None:
    files = reference_files()
    for file, functions in LOSSES.items():
        files[file] += "".join(style.format(function=function) for function in functions)
    files["linear_classifier.py"] = as_arrays(files["linear_classifier.py"])
    assert lost(grade(1, files)) == {}


def as_arrays(source: str) -> str:
    """The classifiers, with a loss of arrays whatever the loss functions return."""
    for name in ("svm_loss_vectorized", "softmax_loss_vectorized"):
        source = source.replace(
            f"return {name}(self.W, X_batch, y_batch, reg)",
            f"return [np.asarray(one) for one in {name}(self.W, X_batch, y_batch, reg)]",
        )
    return source.replace("float(loss)", "float(np.ravel(loss)[0])")


def test_classes(grade: Grade) -> None:
    """Optional arguments of __init__, decorators, W as lists, labels as a list."""
    files = reference_files()
    overridden = "".join(CLASS.format(name=name) for name in ("LinearSVM", "Softmax"))
    files["linear_classifier.py"] += CLASSES.format(overridden=overridden)
    assert lost(grade(1, files)) == {}


@pytest.mark.parametrize("package", ["cs231n.classifiers.", ".", "..classifiers.", "my_course."])
def test_imports_of_a_course(grade: Grade, package: str) -> None:
    files = {name: COURSE + text for name, text in reference_files().items()}
    for module in ("linear_svm", "softmax"):
        files["linear_classifier.py"] = files["linear_classifier.py"].replace(
            f"from {module} import", f"from {package}{module} import"
        )
    assert f"from {package}softmax import" in files["linear_classifier.py"]
    tests = ["linear_classifier/test_softmax_learns", "linear_classifier/test_svm_learns"]
    assert lost(grade(1, files, tests)) == {}
