"""What the host sends for one submission."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Job:
    """The files, which modules are asked for, each test's seed, and the limits."""

    files: list[list[Any]]
    modules: list[str]
    seeds: dict[str, int]
    secret: int
    limits: dict[str, Any]

    @property
    def absent(self) -> set[str]:
        """The modules that were not handed in."""
        handed_in = {path for path, _ in self.files}
        return {module for module in self.modules if f"{module}.py" not in handed_in}
