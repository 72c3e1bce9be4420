"""The published schemas are the code's own, and every key is documented on one page."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from grader.model import Status, Verdict
from grader.reports.keys import RESULT, STUDENT, SUMMARY, Keys
from grader.reports.schemas import (
    main,
    renewed,
    result_schema,
    schema_files,
    student_schema,
    summary_schema,
)


@pytest.fixture
def docs(pytestconfig: pytest.Config) -> Path:
    return pytestconfig.rootpath / "docs"


@pytest.mark.parametrize("name", sorted(schema_files()))
def test_the_files_are_up_to_date(docs: Path, name: str) -> None:
    assert (docs / "schema" / name).read_text("utf-8") == schema_files()[name], (
        "run: python -m grader.reports.schemas"
    )


@pytest.mark.parametrize("schema", [result_schema(), summary_schema(), student_schema()])
def test_every_object_is_closed_and_every_key_required(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    for block in (schema, *schema["$defs"].values()):
        if "properties" in block:
            assert block["additionalProperties"] is False
            assert block["required"] == list(block["properties"])
            assert all(value["description"] for value in block["properties"].values())


@pytest.mark.parametrize(
    ("schema", "keys"),
    [(result_schema(), RESULT), (summary_schema(), SUMMARY), (student_schema(), STUDENT)],
)
def test_no_key_is_described_that_is_not_there(schema: dict[str, Any], keys: Keys) -> None:
    title = next(name for name in keys if name not in schema["$defs"])
    blocks = {title: schema, **schema["$defs"]}
    there = {
        name: set(block["properties"]) for name, block in blocks.items() if "properties" in block
    }
    assert there == {name: set(texts) for name, texts in keys.items()}


def test_every_key_is_on_the_page(docs: Path) -> None:
    page = (docs / "result-format.md").read_text("utf-8")
    for file, keys in (("result", RESULT), ("summary", SUMMARY), ("student", STUDENT)):
        for name, texts in keys.items():
            mark = f"<!-- keys: {file} {name} -->"
            assert mark in page
            table = page[page.index(mark) :].partition("<!-- end -->")[0]
            for key in texts:
                assert f"| `{key}` |" in table, f"{file}.json: {name}.{key} is not documented"


def test_the_page_is_up_to_date(docs: Path) -> None:
    page = (docs / "result-format.md").read_text("utf-8")
    assert renewed(page) == page, "run: python -m grader.reports.schemas"


def test_every_verdict_and_status_is_on_the_page(docs: Path) -> None:
    page = (docs / "result-format.md").read_text("utf-8")
    assert all(f"\n| `{verdict}` |" in page for verdict in Verdict)
    assert all(f"`{status}`" in page for status in Status)


def test_main_writes_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "result-format.md").write_text("<!-- keys: result Text --><!-- end -->", "utf-8")
    main(tmp_path)
    assert {path.name for path in (tmp_path / "schema").iterdir()} == set(schema_files())
    assert "| `ru` | In Russian. |" in (tmp_path / "result-format.md").read_text("utf-8")
