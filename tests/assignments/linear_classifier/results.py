"""Call a function, and compare what two functions return."""

import copy
import warnings

import numpy as np

LOOSE = 1e-4  # what a student's own result may differ by, in float32


def result(function, arguments, part):
    """Item `part` of what `function` returns, or the whole, as an array."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        value = function(*fresh(arguments))
    value = value if part is None else value[part]
    if isinstance(value, tuple):
        value = np.concatenate([np.ravel(item) for item in value])
    return np.asarray(value, dtype=np.float64)


def fresh(value):
    """A copy of arrays, generators and models, in lists or alone; functions stay what they are."""
    if isinstance(value, (list, tuple)):
        return type(value)(map(fresh, value))
    if isinstance(value, dict):
        return {key: fresh(item) for key, item in value.items()}
    if isinstance(value, (np.ndarray, np.random.Generator)):
        return copy.deepcopy(value)
    if hasattr(value, "W"):
        model = copy.copy(value)
        model.W = fresh(model.W)
        return model
    return value


def agree(one, other, rtol=1e-6):
    """Same shape, and the same numbers; where one is not finite, neither is the other."""
    if one.shape != other.shape:
        return False
    finite = np.isfinite(one)
    if not np.array_equal(finite, np.isfinite(other)):
        return False
    return np.allclose(one[finite], other[finite], rtol=rtol, atol=1e-9)
