"""From what YAML read to a model of the file, or one error that names every broken rule."""

from __future__ import annotations

import difflib
import reprlib
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from grader.assignment.source import Source
from grader.errors import AssignmentError
from grader.language import Message
from grader.language import gettext as _

File = TypeVar("File", bound=BaseModel)

_KINDS = ("number", "choice", "choices", "order", "matching")


def validate(source: Source, model: type[File], schema: str) -> File:
    """The file's value as `model`; an error names file, line, key, rule and value.

    `schema` is the file in docs/schema/ that tells the rules.
    """
    documentation = _("docs/schema/{schema} lists every key and its rule").format(schema=schema)
    if not isinstance(source.value, dict):
        required = [name for name, key in model.model_fields.items() if key.is_required()]
        raise AssignmentError(
            _("{path}: must be a mapping with the keys {keys} … Got {got} instead.").format(
                path=source.path, keys=", ".join(required), got=_shown(source.value)
            ),
            hint=documentation,
        )
    try:
        return model.model_validate(source.value)
    except ValidationError as error:
        details = _told(error.errors(include_url=False))
        raise AssignmentError(
            "\n".join(_line(source, detail) for detail in details),
            hint=_near(details, model) or documentation,
        ) from error


def _line(source: Source, detail: ErrorDetails) -> str:
    where = [step for step in detail["loc"] if not _is_type(step)]
    return str(
        _("{path}, line {line}: {key} {rule}. Got {got}.").format(
            path=source.path,
            line=source.line(where),
            key=_dotted(where),
            rule=_rule(detail),
            got=_("nothing") if detail["type"] == "missing" else _shown(detail["input"]),
        )
    )


_RULES: Mapping[str, Message] = {
    "missing": _("is required"),
    "extra_forbidden": _("is not a key of this mapping"),
    "too_short": _("must not be empty"),
    "string_too_short": _("must not be empty"),
    "string_too_long": _("must have at most {max_length} characters"),
    "string_pattern_mismatch": _("must match {pattern}"),
    "string_type": _("must be a text"),
    "int_type": _("must be a valid integer"),
    "float_type": _("must be a valid number"),
    "finite_number": _("must be a finite number"),
    "greater_than": _("must be greater than {gt:g}"),
    "greater_than_equal": _("must be greater than or equal to {ge:g}"),
    "less_than_equal": _("must be less than or equal to {le:g}"),
    "enum": _("must be one of {expected}"),
    "literal_error": _("must be one of {expected}"),
    "tuple_type": _("must be a list"),
    "list_type": _("must be a list"),
    "dict_type": _("must be a mapping"),
    "model_type": _("must be a mapping"),
    "union_tag_invalid": _("must have a kind: {kinds}"),
    "union_tag_not_found": _("must have a kind: {kinds}"),
    "timezone_aware": _("must name its time zone, as in 2026-12-14T23:59:00+04:00"),
}
"""What pydantic's kinds of errors say here; the placeholders are pydantic's, and `kinds`."""


def _rule(detail: ErrorDetails) -> Message | str:
    context = dict(detail.get("ctx", {}))
    if detail["type"] == "value_error":
        return str(context["error"])  # a validator of ours
    if "expected" in context:
        context["expected"] = str(context["expected"]).replace(" or ", ", ")
    rule = _RULES.get(detail["type"], _("must be valid: {problem}"))
    return rule.format(problem=detail["msg"], kinds=", ".join(_KINDS), **context)


def _told(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without what pydantic says again: a list is too short because its items are wrong."""
    return [
        detail
        for detail in details
        if not (detail["type"] == "too_short" and detail["input"]) or len(details) == 1
    ]


def _is_type(step: str | int) -> bool:
    """Whether pydantic put the name of a union's member or a mapping's key into the path."""
    types = ("bool", "int", "float", "str", *_KINDS)
    return isinstance(step, str) and (step in types or "[" in step)


def _dotted(where: Sequence[str | int]) -> Message | str:
    parts = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in where]
    return "".join(parts).removeprefix(".") or _("the file")


def _shown(value: object) -> str:
    short = reprlib.Repr()
    short.maxlevel = 1  # a whole question would fill the screen
    short.maxstring = short.maxother = 60
    return short.repr(value)


def _near(details: Sequence[ErrorDetails], model: type[BaseModel]) -> Message | None:
    for detail in details:
        if detail["type"] == "extra_forbidden":
            near = difflib.get_close_matches(str(detail["loc"][-1]), _keys(model), n=1)
            if near:
                return _("did you mean {key!r}?").format(key=near[0])
    return None


def _keys(model: type[BaseModel]) -> list[str]:
    """Every key that may stand anywhere in the file."""
    schema: dict[str, Any] = model.model_json_schema()
    blocks = [schema, *schema.get("$defs", {}).values()]
    return sorted({key for block in blocks for key in block.get("properties", {})})
