"""In the place of `six.moves`: today's names of what has moved."""

from __future__ import annotations

import builtins
import pickle as cPickle  # noqa: N812
from functools import reduce
from importlib import reload as reload_module
from itertools import zip_longest

__path__: list[str] = []

filter = builtins.filter
input = builtins.input
map = builtins.map
range = builtins.range
xrange = builtins.range
zip = builtins.zip

__all__ = [
    "cPickle", "filter", "input", "map", "range", "reduce", "reload_module", "xrange", "zip",
    "zip_longest",
]  # fmt: skip
