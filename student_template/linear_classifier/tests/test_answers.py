"""Is every question of answers.yaml answered, in a form that can be read? Not: is it right."""

from pathlib import Path

import pytest
from answers.state import look

FILE = Path(__file__).resolve().parents[1] / "answers.yaml"


def test_every_question_is_answered():
    state = look(FILE)
    if not state.looked:
        pytest.skip("PyYAML is missing / нет пакета PyYAML")
    if state.problems:
        pytest.fail("answers.yaml: see below / смотрите ниже", pytrace=False)
    if state.blank:
        raise NotImplementedError(f"no answer yet / пока нет ответа: {', '.join(state.blank)}")
