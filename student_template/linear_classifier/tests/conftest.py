"""Puts the student's folder on the import path, and says of an unwritten function only its name.

At the end it says how many questions of answers.yaml are answered.
"""

import sys
from pathlib import Path

import pytest
from answers.state import look

FOLDER = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(FOLDER))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(call):
    outcome = yield
    if call.excinfo is not None and call.excinfo.errisinstance(NotImplementedError):
        outcome.get_result().longrepr = str(call.excinfo.value)


def pytest_terminal_summary(terminalreporter):
    for line in look(FOLDER / "answers.yaml").lines():
        terminalreporter.write_line(line)
