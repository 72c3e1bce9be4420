"""The pages of known mistakes are those of the files, in both languages."""

from pathlib import Path

import pytest

from grader.assignment import load_assignment
from grader.assignment.catalog import page

ROOT = Path(__file__).parents[2]
ASSIGNMENTS = sorted(path.parent.name for path in ROOT.glob("assignments/*/assignment.yaml"))


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_page_in_docs_is_current(name):
    expected = page(load_assignment(ROOT / "assignments" / name))
    assert (ROOT / "docs" / "mistakes" / f"{name}.md").read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_every_mistake_is_there_with_its_hint_in_both_languages(name):
    assignment = load_assignment(ROOT / "assignments" / name)
    text = page(assignment)
    for mistake in assignment.mistakes:
        assert f"## {mistake.name}\n" in text
        assert mistake.hint.en in text
        assert mistake.hint.ru in text
