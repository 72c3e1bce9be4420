"""The JSON Schemas, and the tables of keys in the documentation.

    python -m grader.reports.schemas [FOLDER]

writes `schema/*.json` in FOLDER (`docs` by default) and renews the tables in `result-format.md`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from grader.assignment import json_schema, questions_schema
from grader.model import Report
from grader.reports import native, student, summary
from grader.reports.keys import RESULT, STUDENT, SUMMARY, Keys
from grader.reports.native import dumps

_PAGE = "result-format.md"
_KEYS = {"result": RESULT, "summary": SUMMARY, "student": STUDENT}


def result_schema() -> dict[str, Any]:
    """The JSON Schema of `result.json`."""
    return _tightened(TypeAdapter(Report).json_schema(), native.SCHEMA, RESULT)


def summary_schema() -> dict[str, Any]:
    """The JSON Schema of `summary.json`."""
    return _tightened(TypeAdapter(summary.Summary).json_schema(), summary.SCHEMA, SUMMARY)


def student_schema() -> dict[str, Any]:
    """The JSON Schema of `student.json`."""
    return _tightened(TypeAdapter(student.StudentReport).json_schema(), student.SCHEMA, STUDENT)


def schema_files() -> Mapping[str, str]:
    """File name → text, for every published schema."""
    return {
        "result-v1.json": dumps(result_schema()),
        "summary-v1.json": dumps(summary_schema()),
        "student-v1.json": dumps(student_schema()),
        "assignment-v1.json": dumps(json_schema()),
        "questions-v1.json": dumps(questions_schema()),
    }


def renewed(page: str) -> str:
    """`page` with the tables between its `<!-- keys: … -->` marks written anew."""

    def table(mark: re.Match[str]) -> str:
        file, name = mark[1], mark[2]
        rows = "\n".join(f"| `{key}` | {text} |" for key, text in _KEYS[file][name].items())
        return f"<!-- keys: {file} {name} -->\n| key | |\n|---|---|\n{rows}\n<!-- end -->"

    return re.sub(r"<!-- keys: (\w+) (\w+) -->.*?<!-- end -->", table, page, flags=re.DOTALL)


def _tightened(schema: dict[str, Any], name: str, keys: Keys) -> dict[str, Any]:
    """`schema` with every key required, described, and no others allowed."""
    for title, block in _objects(schema):
        block["additionalProperties"] = False
        block["required"] = list(block["properties"])
        for key, value in block["properties"].items():
            value.pop("default", None)
            value.pop("title", None)
            value["description"] = keys[title][key]
    schema["properties"]["schema"] = {
        "const": name,
        "description": schema["properties"]["schema"]["description"],
    }
    if "score" in schema["properties"]:
        schema |= {
            "if": {"properties": {"status": {"const": "graded"}}},
            "then": {"properties": {"score": {"type": "number"}}},
            "else": {"properties": {"score": {"type": "null"}}},
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": name,
    }


def _objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    blocks = {schema["title"]: schema, **schema.get("$defs", {})}
    return ((name, block) for name, block in blocks.items() if "properties" in block)


def main(docs: Path) -> None:
    """Write the schemas below `docs` and renew its page on the result format."""
    folder = docs / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_text(text, encoding="utf-8")
    page = docs / _PAGE
    page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
