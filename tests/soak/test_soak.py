"""A suite that fails a correct solution by bad luck is found, and its run can be repeated."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.soak.__main__ import main
from tests.soak.busy import busy

YAML = """\
name: demo
title: {en: Halves, ru: Половины}
summary: {en: One function., ru: Одна функция.}
modules: [work.py]
parts:
  - name: halves
    title: {en: Halves, ru: Половины}
    tests:
      - {id: test_half, title: {en: H, ru: П}, points: 1, visibility: public}
"""
SUITE = """
def test_half(student, check, rng):
    x = rng.uniform(0, 1)
    check.close(student.work.half(x), x / 2)
    check.that(x < {most}, en="Bad luck.", ru="Не повезло.")
"""
REFERENCE = "def half(x): return x / 2\n"
VARIANT = """\
FUNCTIONS = {"work.half": "product"}
TITLE = {"en": "A product", "ru": "Произведение"}

def product(x): return 0.5 * x
"""
Soak = Callable[..., int]


@pytest.fixture
def soak(tmp_path: Path) -> Soak:
    """Soak a small course, whose one test fails where a random number in [0, 1) reaches `most`."""
    demo = tmp_path / "assignments" / "demo"

    def run(*options: str, most: float) -> int:
        files = {
            demo / "assignment.yaml": YAML,
            demo / "hidden" / "test_halves.py": SUITE.format(most=most),
            demo / "correct" / "product.py": VARIANT,
            tmp_path / "reference" / "demo" / "work.py": REFERENCE,
        }
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        record = tmp_path / "record.jsonl"
        common = ["--sandbox", "process", "--lanes", "1", "--runs", "2", "--record", str(record)]
        return main([str(demo), *common, *options])

    return run


def test_a_suite_that_never_fails_exits_with_0(
    soak: Soak, capsys: pytest.CaptureFixture[str]
) -> None:
    assert soak(most=1) == 0
    assert "4 runs, 0 of them failed" in capsys.readouterr().out


def test_a_failure_is_told_with_its_seed_and_can_be_repeated(
    soak: Soak, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same runs in every soak draw a number above 0.5."""
    assert soak(most=0.5) == 1
    told = capsys.readouterr().out
    found = re.findall(
        r"(\w+): halves/test_half is failed: Bad luck\.\n"
        r"  seed (\d+): python -m tests\.soak demo --solution \1 --images none --only (\d)",
        told,
    )
    assert 0 < len(found) < 4
    assert f"4 runs, {len(found)} of them failed" in told
    solution, seed, number = found[0]
    assert soak("--solution", solution, "--images", "none", "--only", number, most=0.5) == 1
    told = capsys.readouterr().out
    assert "1 runs, 1 of them failed" in told
    assert f"seed {seed}:" in told


def test_finished_runs_count_until_the_suite_changes(soak: Soak, tmp_path: Path) -> None:
    def lines() -> int:
        return len((tmp_path / "record.jsonl").read_text().splitlines())

    assert soak(most=0.5) == 1
    assert soak(most=0.5) == 1  # what failed before is not forgotten
    assert lines() == 4
    assert soak(most=1) == 0
    assert lines() == 8


def test_busy_processes_end_with_the_soak() -> None:
    with busy(2) as processes:
        assert all(process.is_alive() for process in processes)
    assert not any(process.is_alive() for process in processes)
