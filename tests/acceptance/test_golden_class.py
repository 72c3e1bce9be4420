"""The example class, graded by the real command: every submission gets what was written for it.

`expect.yaml` lies beside each submission and was written by hand before the first run. A name among
its verdicts may be a pattern (`questions/*`); one that is a test's own counts before patterns.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.walls import ROOT, open_wall

CLASS = ROOT / "tests" / "submissions"
NAMES = sorted(path.parent.name for path in CLASS.glob("*/expect.yaml"))
SCHEMA = json.loads((ROOT / "docs" / "schema" / "result-v1.json").read_text())


@dataclass(frozen=True)
class ClassReport:
    """What one run of `grader grade` left and printed."""

    results: dict[str, dict[str, Any]]
    table: str


def grade(wall: str, out: Path, environment: Mapping[str, str]) -> ClassReport:
    """Run `grader grade` over the class."""
    command = [sys.executable, "-m", "grader", "grade", "linear_classifier", str(CLASS)]
    options = [] if wall == "bwrap" else ["--sandbox", wall]
    done = subprocess.run(
        [*command, *options, "--out", str(out)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    if wall == "bwrap":
        assert "grading under bubblewrap" in done.stderr
    results = {name: json.loads((out / name / "result.json").read_text()) for name in NAMES}
    return ClassReport(results, done.stdout)


@pytest.fixture(scope="session")
def in_docker(tmp_path_factory: pytest.TempPathFactory) -> ClassReport:
    open_wall("docker").close()
    return grade("docker", tmp_path_factory.mktemp("docker"), {})


@pytest.fixture(scope="session")
def in_bwrap(tmp_path_factory: pytest.TempPathFactory) -> ClassReport:
    """As on a machine without an engine: nothing at DOCKER_HOST, and no sandbox asked for."""
    open_wall("bwrap").close()
    return grade("bwrap", tmp_path_factory.mktemp("bwrap"), {"DOCKER_HOST": "unix:///nothing"})


@pytest.fixture(params=["in_docker", "in_bwrap"])
def reports(request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    found: ClassReport = request.getfixturevalue(request.param)
    return found.results


def verdict_of(test: str, named: Mapping[str, str], default: str) -> str:
    """What is expected of `test`: by its own name, else by the first pattern that it matches."""
    if test in named:
        return named[test]
    return next((named[name] for name in named if fnmatchcase(test, name)), default)


@pytest.mark.parametrize("name", NAMES)
def test_score_and_verdicts(name: str, reports: dict[str, dict[str, Any]]) -> None:
    expected = yaml.safe_load((CLASS / name / "expect.yaml").read_text())
    report = reports[name]
    verdicts = {test["id"]: test["verdict"] for test in report["tests"]}
    named = expected.get("verdicts") or {}
    assert [name for name in named if not any(fnmatchcase(test, name) for test in verdicts)] == []
    assert verdicts == {test: verdict_of(test, named, expected["default"]) for test in verdicts}
    assert (report["status"], report["score"]) == (expected["status"], expected["score"])


@pytest.mark.parametrize("name", NAMES)
def test_result_validates(name: str, reports: dict[str, dict[str, Any]]) -> None:
    jsonschema.validate(reports[name], SCHEMA)


def test_the_data_is_named(reports: dict[str, dict[str, Any]]) -> None:
    """CI grades with real images; elsewhere the reports say that the set is synthetic."""
    expected = {"official", "other"} if os.environ.get("CIFAR10_DIR") else {"synthetic"}
    assert {report["data"]["cifar10"] for report in reports.values()} <= expected
    if os.environ.get("CI"):
        assert os.environ.get("CIFAR10_DIR")


def test_a_second_run_gives_the_same_bytes(in_docker: ClassReport, tmp_path: Path) -> None:
    again = grade("docker", tmp_path, {})
    for name in NAMES:
        first, second = dict(in_docker.results[name]), dict(again.results[name])
        first.pop("volatile"), second.pop("volatile")
        assert json.dumps(first) == json.dumps(second), name


def test_the_backend_is_named(in_docker: ClassReport, in_bwrap: ClassReport) -> None:
    for report, name in ((in_docker, "docker"), (in_bwrap, "bwrap")):
        assert {one["environment"]["backend"] for one in report.results.values()} == {name}


def test_the_readme_shows_the_real_table(in_docker: ClassReport) -> None:
    """Every row of the README's example is a row of the run."""
    example = (ROOT / "README.md").read_text().split("```text\n")[1].split("```")[0]
    rows = [line.split() for line in example.splitlines() if line.strip()]
    printed = [line.split() for line in in_docker.table.splitlines()]
    assert len(rows) > len(NAMES)
    assert [row for row in rows if row not in printed] == []
