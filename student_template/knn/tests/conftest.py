"""Puts the student's folder on the import path, and says of an unwritten function only its name."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(call):
    outcome = yield
    if call.excinfo is not None and call.excinfo.errisinstance(NotImplementedError):
        outcome.get_result().longrepr = str(call.excinfo.value)
