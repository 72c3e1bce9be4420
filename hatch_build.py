"""Compile the translations whenever the package is built or installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTranslations(BuildHookInterface[Any]):
    """Writes each `grader.mo` beside its `grader.po`; the wheel takes it as an artifact."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before each build, the editable one too."""
        for source in Path(self.root, "grader", "locale").glob("*/LC_MESSAGES/*.po"):
            with source.open("rb") as text, source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(text))
