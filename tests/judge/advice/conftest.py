"""Advice on what real code really raises, in this Python and with this NumPy."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.judge.advice import advice
from grader.judge.process import checked_exception
from grader.model import Text
from grader.worker.exceptions import describe

Advise = Callable[..., Text | None]


@pytest.fixture
def advise(tmp_path: Path) -> Advise:
    """The advice on what the module `code` raises."""

    def run(
        code: str | bytes, *, importing: bool = False, absent: tuple[str, ...] = ()
    ) -> Text | None:
        path = tmp_path / "work.py"
        path.write_bytes(code if isinstance(code, bytes) else code.encode())
        try:
            with warnings.catch_warnings(action="ignore"):
                exec(compile(path.read_bytes(), str(path), "exec"), {"__name__": "work"})
        except BaseException as error:
            exception = checked_exception(describe(error, tmp_path))
            return advice(exception, importing=importing, absent=absent)
        raise AssertionError("nothing was raised")

    return run
