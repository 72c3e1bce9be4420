"""In the place of `future`, `future.utils` and `future.standard_library`."""

from __future__ import annotations

import builtins
import sys

from grader.worker.standins.six import (
    PY2,
    PY3,
    iteritems,
    iterkeys,
    itervalues,
    raise_from,
    string_types,
    with_metaclass,
)

__path__: list[str] = []

__all__ = [
    "PY2", "PY3", "builtins", "install_aliases", "install_hooks", "iteritems", "iterkeys",
    "itervalues", "raise_from", "standard_library", "string_types", "utils", "with_metaclass",
]  # fmt: skip
standard_library = utils = sys.modules[__name__]


def install_aliases() -> None:
    """Python 3 has these names already."""


install_hooks = install_aliases
