"""The published schema agrees with the loader, and every limit says what the student sees."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

from grader.assignment import Limits, json_schema


def test_the_schema_accepts_what_the_loader_accepts(write: Callable[..., Path]) -> None:
    text = (write() / "assignment.yaml").read_text("utf-8")
    plain = json.loads(json.dumps(yaml.safe_load(text), default=str))
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(plain, schema)
    plain["parts"][0]["tests"][0]["point"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain, schema)


@pytest.mark.parametrize("key", sorted(Limits.model_fields))
def test_every_limit_says_what_the_student_sees(key: str) -> None:
    """An instructor who sets a limit must know which words it will put before students."""
    description = Limits.model_fields[key].description or ""
    seen = ("`timeout`", "`memory_limit`", "`error`", "rejected", "costs no points")
    assert any(word in description for word in seen)


def test_every_key_is_described() -> None:
    schema = json_schema()
    for block in (schema, *schema["$defs"].values()):
        for key, value in block.get("properties", {}).items():
            assert value.get("description"), key
