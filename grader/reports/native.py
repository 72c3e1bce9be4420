"""`result.json`: a report as strict JSON, and back.

Strict means: no NaN, sorted keys, floats to six significant digits, valid UTF-8 without control
characters. The same report always gives the same bytes.
"""

from __future__ import annotations

import json
import math
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from grader.errors import UsageError
from grader.language import gettext as _
from grader.model import Report
from grader.reports.text import printable
from grader.scoring import six_digits

SCHEMA = "grader/result/v1"

_EXACT = 2**53
"""Whole numbers beyond this are not the same in every reader of JSON."""

_DIGITS = 256
"""Bits beyond which a whole number is described, not written out."""


def to_json(report: Report) -> str:
    """`report` as the text of `result.json`."""
    return dumps(report)


def from_json(text: str) -> Report:
    """The report in `text`, or an error that says what is wrong with it."""
    try:
        report = _ADAPTER.validate_python(json.loads(text), strict=False)
    except (ValidationError, ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0]
        raise UsageError(
            _("This is not a {schema} report: {reason}.").format(schema=SCHEMA, reason=reason),
            hint=_("grade the submission again"),
        ) from error
    if report.schema != SCHEMA:
        raise UsageError(
            _("A report must have the schema {schema!r}. Got {got!r}.").format(
                schema=SCHEMA, got=report.schema[:80]
            ),
            hint=_("use the version of the grader that wrote it, or grade again"),
        )
    return report


def dumps(value: object) -> str:
    """Any value of dataclasses, mappings, lists and plain values as strict JSON."""
    return (
        json.dumps(plain(value), ensure_ascii=False, allow_nan=False, sort_keys=True, indent=2)
        + "\n"
    )


def plain(value: object) -> Any:
    """`value` in what strict JSON can say; NaN and infinities become texts."""
    match value:
        case None | bool():
            return value
        case str():
            return printable(str(value))
        case int():
            return _integer(int(value))
        case float():
            return six_digits(value) if math.isfinite(value) else str(float(value))
        case dict():
            return {printable(str(key)): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"a report must hold plain values only; got {type(value).__name__}")


def _integer(value: int) -> int | str:
    if abs(value) <= _EXACT:
        return value
    if value.bit_length() <= _DIGITS:
        return str(value)
    return f"an integer of {value.bit_length()} bits"


_ADAPTER = TypeAdapter(Report)
