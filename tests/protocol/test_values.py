"""What crosses the wall arrives as it was; what may not cross is named, and a forger is refused."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from typing import Any

import msgpack
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from wire import crossed, same

