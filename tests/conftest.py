"""What holds for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _english() -> Iterator[None]:
    """Commands that tests run speak English, whatever this machine's locale."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADER_LANG", "en")
        yield
