"""The Dockerfile says what the other backends do, and needs neither shell nor network."""

from __future__ import annotations

import json
import re

from grader.sandbox.runtime import layout
from grader.sandbox.runtime.image import DOCKERFILE

TEXT = DOCKERFILE.read_text()


def test_the_environment_is_that_of_every_backend() -> None:
    block = re.search(r"^ENV (.*?[^\\])\n(?!    )", TEXT, re.DOTALL | re.MULTILINE)
    assert block is not None
    pairs = (word.split("=", 1) for word in block.group(1).replace("\\\n", " ").split())
    assert dict(pairs) == dict(layout.ENVIRONMENT)


def test_the_folders_are_those_of_every_backend() -> None:
    assert f"COPY code {layout.CODE}\n" in TEXT
    assert f"'{layout.LIB}'" in TEXT


def test_a_command_needs_no_shell() -> None:
    """The imported base has none."""
    commands = re.findall(r"^RUN (.*)", TEXT, re.MULTILINE)
    assert [json.loads(command)[0] for command in commands] == [layout.PYTHON]
