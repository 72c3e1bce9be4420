"""Names of Python 2 that Python 3 does not have."""

from __future__ import annotations

import re

from grader.judge.advice.found import Found
from grader.model import Text

NAMES = {
    "basestring": "str",
    "execfile": "exec(open(path).read())",
    "file": "open",
    "long": "int",
    "raw_input": "input",
    "reduce": "functools.reduce",
    "reload": "importlib.reload",
    "unichr": "chr",
    "unicode": "str",
    "xrange": "range",
}
METHODS = {
    "has_key": "`key in d`",
    "iteritems": "`d.items()`",
    "iterkeys": "`d.keys()`",
    "itervalues": "`d.values()`",
    "next": "`next(iterator)`",
}
MODULES = {
    "ConfigParser": "configparser",
    "Queue": "queue",
    "StringIO": "io",
    "Tkinter": "tkinter",
    "__builtin__": "builtins",
    "cPickle": "pickle",
    "cStringIO": "io",
    "urllib2": "urllib.request",
}
ITERTOOLS = {
    "ifilter": "filter",
    "imap": "map",
    "izip": "zip",
    "izip_longest": "itertools.zip_longest",
}

_WAYS = (
    ("NameError", re.compile(r"name '(\w+)' is not defined"), NAMES),
    (
        "AttributeError",
        re.compile(r"'(?:dict|mappingproxy|\w*iterator|generator|map|filter|zip|enumerate)' object "
                   r"has no attribute '(\w+)'"),
        METHODS,
    ),
    ("ModuleNotFoundError", re.compile(r"No module named '(\w+)'"), MODULES),
    ("AttributeError", re.compile(r"module 'itertools' has no attribute '(\w+)'"), ITERTOOLS),
    ("ImportError", re.compile(r"cannot import name '(\w+)' from 'itertools'"), ITERTOOLS),
)  # fmt: skip


def python2_name(found: Found) -> Text | None:
    """What a name of Python 2 is called now."""
    for kind, pattern, names in _WAYS:
        match = pattern.match(found.text)
        # `UnboundLocalError` and classes of the student's own are other mistakes.
        if found.type == kind and match and match[1] in names:
            old, new = match[1], names[match[1]]
            return Text(
                f"{old} is from Python 2; in Python 3 it is now {new}.",
                f"{old} — из Python 2; в Python 3 это {new}.",
            )
    return None
