"""From what YAML read to `AssignmentFile`, or one error that names every rule that is broken."""

from __future__ import annotations

import difflib
import reprlib
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from grader.assignment.schema import AssignmentFile
from grader.assignment.source import Source
from grader.errors import AssignmentError

_DOCUMENTATION = "docs/schema/assignment-v1.json lists every key and its rule"


def validate(source: Source) -> AssignmentFile:
    """The file's value as `AssignmentFile`; an error names file, line, key, rule and value."""
    if not isinstance(source.value, dict):
        raise AssignmentError(
            f"{source.path}: must be a mapping with the keys name, title, modules, parts … "
            f"Got {_shown(source.value)} instead.",
            hint=_DOCUMENTATION,
        )
    try:
        return AssignmentFile.model_validate(source.value)
    except ValidationError as error:
        details = _told(error.errors(include_url=False))
        raise AssignmentError(
            "\n".join(_line(source, detail) for detail in details), hint=_hint(details)
        ) from error


def _line(source: Source, detail: ErrorDetails) -> str:
    where = [step for step in detail["loc"] if not _is_type(step)]
    got = "nothing" if detail["type"] == "missing" else _shown(detail["input"])
    return f"{source.path}, line {source.line(where)}: {_dotted(where)} {_rule(detail)}. Got {got}."


def _rule(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "missing":
            return "is required"
        case "extra_forbidden":
            return "is not a key of this mapping"
        case "too_short" | "string_too_short":
            return "must not be empty"
        case "string_pattern_mismatch":
            return f"must match {detail['ctx']['pattern']}"
        case "timezone_aware":
            return "must name its time zone, as in 2026-12-14T23:59:00+04:00"
    text = detail["msg"].removeprefix("Value error, ").replace("Input should", "must")
    return text if "must" in text else f"must be valid: {text}"


def _told(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without what pydantic says again: a list is too short because its items are wrong."""
    return [
        detail
        for detail in details
        if not (detail["type"] == "too_short" and detail["input"]) or len(details) == 1
    ]


def _is_type(step: str | int) -> bool:
    """Whether pydantic put the name of a union's member or a mapping's key into the path."""
    return isinstance(step, str) and (step in ("bool", "int", "float", "str") or "[" in step)


def _dotted(where: Sequence[str | int]) -> str:
    parts = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in where]
    return "".join(parts).removeprefix(".") or "the file"


def _shown(value: object) -> str:
    short = reprlib.Repr()
    short.maxstring = short.maxother = 60
    return short.repr(value)


def _hint(details: Sequence[ErrorDetails]) -> str:
    for detail in details:
        if detail["type"] == "extra_forbidden":
            near = difflib.get_close_matches(str(detail["loc"][-1]), _keys(AssignmentFile), n=1)
            if near:
                return f"did you mean {near[0]!r}?"
    return _DOCUMENTATION


def _keys(model: type[BaseModel]) -> list[str]:
    """Every key that may stand anywhere in the file."""
    schema: dict[str, Any] = model.model_json_schema()
    blocks = [schema, *schema.get("$defs", {}).values()]
    return sorted({key for block in blocks for key in block.get("properties", {})})
