"""Names that NumPy had once. What replaces them is NumPy's own migration guide's word."""

from __future__ import annotations

import re

from grader.judge.advice.found import Found
from grader.model import Text

REPLACEMENTS = {
    # aliases of Python's own types, gone since 1.24
    "bool": "bool (np.bool_)",
    "complex": "complex (np.complex128)",
    "float": "float (np.float64)",
    "int": "int (np.int64)",
    "long": "int (np.int64)",
    "object": "object",
    "str": "str",
    "unicode": "str",
    "bool8": "np.bool_",
    "int0": "np.intp",
    "object0": "object",
    "str0": "np.str_",
    "uint0": "np.uintp",
    "typeDict": "np.dtype",
    # second names, gone since 2.0
    "Inf": "np.inf",
    "Infinity": "np.inf",
    "NAN": "np.nan",
    "NINF": "-np.inf",
    "NZERO": "-0.0",
    "NaN": "np.nan",
    "PINF": "np.inf",
    "PZERO": "0.0",
    "infty": "np.inf",
    "cfloat": "np.complex128",
    "clongfloat": "np.clongdouble",
    "complex_": "np.complex128",
    "float_": "np.float64",
    "longcomplex": "np.clongdouble",
    "longfloat": "np.longdouble",
    "singlecomplex": "np.complex64",
    "string_": "np.bytes_",
    "unicode_": "np.str_",
    "alltrue": "np.all",
    "asfarray": "np.asarray(a, dtype=float)",
    "asscalar": "a.item()",
    "cast": "np.asarray(a, dtype=…)",
    "cumproduct": "np.cumprod",
    "fastCopyAndTranspose": "a.T.copy()",
    "find_common_type": "np.result_type",
    "in1d": "np.isin",
    "issctype": "np.issubdtype",
    "issubclass_": "issubclass",
    "issubsctype": "np.issubdtype",
    "mat": "np.asmatrix",
    "msort": "np.sort(a, axis=0)",
    "obj2sctype": "np.dtype",
    "product": "np.prod",
    "rank": "np.ndim",
    "recfromcsv": "np.genfromtxt(…, delimiter=',')",
    "round_": "np.round",
    "row_stack": "np.vstack",
    "safe_eval": "ast.literal_eval",
    "sometrue": "np.any",
    "trapz": "np.trapezoid",
}
METHODS = {
    "itemset": "a[index] = value",
    "newbyteorder": "a.view(a.dtype.newbyteorder())",
    "ptp": "np.ptp(a)",
    "tostring": "a.tobytes()",
}

_NAME = re.compile(
    r"module 'numpy' has no attribute '(\w+)'"
    r"|`np\.(\w+)` was removed"
    r"|cannot import name '(\w+)' from 'numpy'"
)
_METHOD = re.compile(r"'numpy\.ndarray' object has no attribute '(\w+)'|`(\w+)` was removed from")


def removed_from_numpy(found: Found) -> Text | None:
    """What to write instead of a name that this NumPy does not have."""
    if found.type not in ("AttributeError", "ImportError"):
        return None
    name, method = _NAME.match(found.text), _METHOD.match(found.text)
    if name and (old := name[1] or name[2] or name[3]) in REPLACEMENTS:
        return _write(f"np.{old}", REPLACEMENTS[old])
    if method and (old := method[1] or method[2]) in METHODS:
        return _write(f"a.{old}()", METHODS[old])
    return None


def _write(old: str, new: str) -> Text:
    return Text(
        f"{old} was removed from NumPy; write {new}.",
        f"{old} больше нет в NumPy; пишите {new}.",
    )
