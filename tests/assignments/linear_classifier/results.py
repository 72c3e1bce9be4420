"""Call a function, and compare what two functions return."""

import copy
import warnings

import numpy as np

LOOSE = 1e-4  # what a student's own result may differ by, in float32


def result(function, arguments, part):
    """Item `part` of what `function` returns, or the whole, as an array."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        value = function(*copy.deepcopy(arguments))
    return np.asarray(value if part is None else value[part], dtype=np.float64)


def agree(one, other, rtol=1e-6):
    """Same shape, and the same numbers; where one is not finite, neither is the other."""
    if one.shape != other.shape:
        return False
    finite = np.isfinite(one)
    if not np.array_equal(finite, np.isfinite(other)):
        return False
    return np.allclose(one[finite], other[finite], rtol=rtol, atol=1e-9)
